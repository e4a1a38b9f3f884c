/// What the side that attaches first asks for.
package struct AttachRequest: Hashable, Sendable {
    package var name: String
    /// The role of whoever asks.
    package var role: LinkRole
    package var source: Source?
    package var target: Target?
    package var senderSettleMode: SenderSettleMode = .mixed
    package var receiverSettleMode: ReceiverSettleMode = .first
    /// Octets of one message that the asking side takes; nil for no limit.
    package var maxMessageSize: UInt64?
    package var properties: AMQPMap = [:]
    package var offeredCapabilities: [AMQPSymbol] = []
    package var desiredCapabilities: [AMQPSymbol] = []

    package init(name: String, role: LinkRole, source: Source?, target: Target?) {
        self.name = name
        self.role = role
        self.source = source
        self.target = target
    }

    init(_ attach: Attach) {
        self.init(
            name: attach.name, role: attach.role, source: attach.source,
            target: attach.target?.node)
        senderSettleMode = attach.senderSettleMode
        receiverSettleMode = attach.receiverSettleMode
        maxMessageSize = attach.maxMessageSize
        properties = attach.properties
        offeredCapabilities = attach.offeredCapabilities
        desiredCapabilities = attach.desiredCapabilities
    }
}

/// What the side that answers an attach grants: the terminus as it will be, in full.
package struct AttachGrant: Hashable, Sendable {
    package var source: Source?
    package var target: Target?
    package var senderSettleMode: SenderSettleMode
    package var receiverSettleMode: ReceiverSettleMode
    /// Octets of one message that the answering side takes; nil or zero for the limit of the
    /// machine.
    package var maxMessageSize: UInt64?
    package var properties: AMQPMap = [:]
    package var offeredCapabilities: [AMQPSymbol] = []

    /// Everything as asked for, except filters and capabilities: name those that are in force.
    ///
    /// Of our own terminus nothing is kept once the link is detached, whatever was asked: who
    /// believed that its unsettled deliveries are, would not send them again.
    package init(echoing request: AttachRequest) {
        source = request.source
        source?.filter = [:]
        source?.capabilities = []
        target = request.target
        target?.capabilities = []
        switch request.role {
        case .receiver:
            source?.durable = .none
            source?.expiryPolicy = .linkDetach
            source?.timeout = 0
        case .sender:
            target?.durable = .none
            target?.expiryPolicy = .linkDetach
            target?.timeout = 0
        }
        senderSettleMode = request.senderSettleMode
        receiverSettleMode = request.receiverSettleMode
    }

    init(_ attach: Attach) {
        source = attach.source
        target = attach.target?.node
        senderSettleMode = attach.senderSettleMode
        receiverSettleMode = attach.receiverSettleMode
        maxMessageSize = attach.maxMessageSize
        properties = attach.properties
        offeredCapabilities = attach.offeredCapabilities
    }
}
