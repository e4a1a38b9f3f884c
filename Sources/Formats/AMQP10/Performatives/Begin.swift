import NIOCore

/// The start of a session (part 2, 2.7.2).
struct Begin: Performative {
    static let descriptor = Descriptor.begin

    /// The channel of the session that this one answers; nil when the peer begins it.
    var remoteChannel: UInt16?
    var nextOutgoingID: UInt32
    /// Transfer frames.
    var incomingWindow: UInt32
    /// Transfer frames.
    var outgoingWindow: UInt32
    var handleMax: UInt32 = .max
    var offeredCapabilities: [AMQPSymbol] = []
    var desiredCapabilities: [AMQPSymbol] = []
    var properties: AMQPMap = [:]

    init(
        remoteChannel: UInt16?, nextOutgoingID: UInt32, incomingWindow: UInt32,
        outgoingWindow: UInt32, handleMax: UInt32
    ) {
        self.remoteChannel = remoteChannel
        self.nextOutgoingID = nextOutgoingID
        self.incomingWindow = incomingWindow
        self.outgoingWindow = outgoingWindow
        self.handleMax = handleMax
    }

    init(fields: inout FieldReader) throws(DecodingFault) {
        remoteChannel = try fields.ushort("begin.remote-channel")
        nextOutgoingID = try FieldReader.required(
            fields.uint("begin.next-outgoing-id"), "begin.next-outgoing-id")
        incomingWindow = try FieldReader.required(
            fields.uint("begin.incoming-window"), "begin.incoming-window")
        outgoingWindow = try FieldReader.required(
            fields.uint("begin.outgoing-window"), "begin.outgoing-window")
        handleMax = try fields.uint("begin.handle-max") ?? .max
        offeredCapabilities = try fields.symbols("begin.offered-capabilities")
        desiredCapabilities = try fields.symbols("begin.desired-capabilities")
        properties = try fields.map("begin.properties") ?? [:]
    }

    func encode(into bytes: inout ByteBuffer) {
        var fields = FieldWriter(.begin, into: &bytes)
        fields.ushort(remoteChannel, &bytes)
        fields.uint(nextOutgoingID, &bytes)
        fields.uint(incomingWindow, &bytes)
        fields.uint(outgoingWindow, &bytes)
        fields.uint(handleMax == .max ? nil : handleMax, &bytes)
        fields.symbols(offeredCapabilities, &bytes)
        fields.symbols(desiredCapabilities, &bytes)
        fields.map(properties, &bytes)
        fields.finish(in: &bytes)
    }
}
