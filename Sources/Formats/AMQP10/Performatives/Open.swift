import NIOCore

/// What a peer says of itself when a connection opens (part 2, 2.7.1).
package struct Open: Performative, Hashable {
    static let descriptor = Descriptor.open

    package var containerID: String
    package var hostname: String?
    /// Octets; 512 at least.
    package var maxFrameSize: UInt32
    package var channelMax: UInt16
    /// Milliseconds after which the peer takes a silent connection for dead; nil for never.
    package var idleTimeOut: UInt32?
    package var outgoingLocales: [AMQPSymbol]
    package var incomingLocales: [AMQPSymbol]
    package var offeredCapabilities: [AMQPSymbol]
    package var desiredCapabilities: [AMQPSymbol]
    package var properties: AMQPMap

    package init(
        containerID: String, hostname: String? = nil, maxFrameSize: UInt32 = .max,
        channelMax: UInt16 = .max, idleTimeOut: UInt32? = nil
    ) {
        self.containerID = containerID
        self.hostname = hostname
        self.maxFrameSize = maxFrameSize
        self.channelMax = channelMax
        self.idleTimeOut = idleTimeOut
        outgoingLocales = []
        incomingLocales = []
        offeredCapabilities = []
        desiredCapabilities = []
        properties = [:]
    }

    init(fields: inout FieldReader) throws(DecodingFault) {
        containerID = try FieldReader.required(
            fields.string("open.container-id"), "open.container-id")
        hostname = try fields.string("open.hostname")
        maxFrameSize = try fields.uint("open.max-frame-size") ?? .max
        channelMax = try fields.ushort("open.channel-max") ?? .max
        idleTimeOut = try fields.uint("open.idle-time-out")
        outgoingLocales = try fields.symbols("open.outgoing-locales")
        incomingLocales = try fields.symbols("open.incoming-locales")
        offeredCapabilities = try fields.symbols("open.offered-capabilities")
        desiredCapabilities = try fields.symbols("open.desired-capabilities")
        properties = try fields.map("open.properties") ?? [:]
    }

    func encode(into bytes: inout ByteBuffer) {
        var fields = FieldWriter(.open, into: &bytes)
        fields.string(containerID, &bytes)
        fields.string(hostname, &bytes)
        fields.uint(maxFrameSize == .max ? nil : maxFrameSize, &bytes)
        fields.ushort(channelMax == .max ? nil : channelMax, &bytes)
        fields.uint(idleTimeOut, &bytes)
        fields.symbols(outgoingLocales, &bytes)
        fields.symbols(incomingLocales, &bytes)
        fields.symbols(offeredCapabilities, &bytes)
        fields.symbols(desiredCapabilities, &bytes)
        fields.map(properties, &bytes)
        fields.finish(in: &bytes)
    }
}
