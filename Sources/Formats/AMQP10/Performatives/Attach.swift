import NIOCore

/// The start of a link (part 2, 2.7.3).
struct Attach: Performative {
    static let descriptor = Descriptor.attach

    var name: String
    var handle: UInt32
    var role: LinkRole
    var senderSettleMode: SenderSettleMode = .mixed
    var receiverSettleMode: ReceiverSettleMode = .first
    var source: Source?
    var target: AttachTarget?
    var hasUnsettled = false
    var incompleteUnsettled = false
    /// Given by the sender only.
    var initialDeliveryCount: UInt32?
    /// Octets; nil for no limit.
    var maxMessageSize: UInt64?
    var offeredCapabilities: [AMQPSymbol] = []
    var desiredCapabilities: [AMQPSymbol] = []
    var properties: AMQPMap = [:]

    init(name: String, handle: UInt32, role: LinkRole) {
        self.name = name
        self.handle = handle
        self.role = role
    }

    init(fields: inout FieldReader) throws(DecodingFault) {
        name = try FieldReader.required(fields.string("attach.name"), "attach.name")
        handle = try FieldReader.required(fields.uint("attach.handle"), "attach.handle")
        role = try LinkRole(
            onWire: FieldReader.required(fields.boolean("attach.role"), "attach.role"))
        senderSettleMode = try SenderSettleMode(
            onWire: fields.ubyte("attach.snd-settle-mode"), in: "attach.snd-settle-mode")
        receiverSettleMode = try ReceiverSettleMode(
            onWire: fields.ubyte("attach.rcv-settle-mode"), in: "attach.rcv-settle-mode")
        source = try Source.read(from: &fields)
        target = try AttachTarget.read(from: &fields)
        hasUnsettled = try fields.isFilledMap("attach.unsettled")
        incompleteUnsettled = try fields.boolean("attach.incomplete-unsettled") ?? false
        initialDeliveryCount = try fields.uint("attach.initial-delivery-count")
        maxMessageSize = try fields.ulong("attach.max-message-size")
        offeredCapabilities = try fields.symbols("attach.offered-capabilities")
        desiredCapabilities = try fields.symbols("attach.desired-capabilities")
        properties = try fields.map("attach.properties") ?? [:]
    }

    func encode(into bytes: inout ByteBuffer) {
        var fields = FieldWriter(.attach, into: &bytes)
        fields.string(name, &bytes)
        fields.uint(handle, &bytes)
        fields.boolean(role.onWire, &bytes)
        fields.ubyte(senderSettleMode.rawValue, &bytes)
        fields.ubyte(receiverSettleMode.rawValue, &bytes)
        if let source {
            fields.begin(in: &bytes)
            source.encode(into: &bytes)
        } else {
            fields.null()
        }
        if let target {
            fields.begin(in: &bytes)
            target.encode(into: &bytes)
        } else {
            fields.null()
        }
        fields.null()  // unsettled: a link is never resumed
        fields.null()  // incomplete-unsettled
        fields.uint(initialDeliveryCount, &bytes)
        fields.ulong(maxMessageSize, &bytes)
        fields.symbols(offeredCapabilities, &bytes)
        fields.symbols(desiredCapabilities, &bytes)
        fields.map(properties, &bytes)
        fields.finish(in: &bytes)
    }
}
