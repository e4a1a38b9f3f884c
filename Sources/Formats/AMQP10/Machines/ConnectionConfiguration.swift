package import NIOCore

/// Which end of a connection this is, and what it needs for SASL.
package enum Role: Hashable, Sendable {
    case server(mechanisms: [AMQPSymbol])
    /// `initialResponse`: nil sends none, which is not the same as an empty one.
    case client(mechanism: AMQPSymbol, initialResponse: ByteBuffer?)
}

/// What one end of a connection says of itself.
package struct ConnectionConfiguration: Hashable, Sendable {
    package var containerID: String
    /// The host that a client wants to reach; servers leave it out.
    package var hostname: String?
    package var limits: AMQPLimits
    package var properties: AMQPMap
    package var offeredCapabilities: [AMQPSymbol]
    package var desiredCapabilities: [AMQPSymbol]
    /// Put as `reference` into the `info` of each error that the machine itself makes, so that a
    /// peer's people can quote it to ours.
    package var reference: String?

    package init(
        containerID: String, hostname: String? = nil, limits: AMQPLimits = AMQPLimits(),
        properties: AMQPMap = [:], offeredCapabilities: [AMQPSymbol] = [],
        desiredCapabilities: [AMQPSymbol] = [], reference: String? = nil
    ) {
        self.containerID = containerID
        self.hostname = hostname
        self.limits = limits
        self.properties = properties
        self.offeredCapabilities = offeredCapabilities
        self.desiredCapabilities = desiredCapabilities
        self.reference = reference
    }

    /// The `open` that says it.
    var open: Open {
        var open = Open(
            containerID: containerID, hostname: hostname,
            maxFrameSize: max(512, limits.maxFrameSize),
            channelMax: max(1, limits.maxSessions) - 1, idleTimeOut: limits.idleTimeOut)
        open.properties = properties
        open.offeredCapabilities = offeredCapabilities
        open.desiredCapabilities = desiredCapabilities
        return open
    }
}
