import NIOCore

/// The state of a session's windows, and of one link's credit where a handle is given
/// (part 2, 2.7.4).
struct Flow: Performative {
    static let descriptor = Descriptor.flow

    var nextIncomingID: UInt32?
    var incomingWindow: UInt32
    var nextOutgoingID: UInt32
    var outgoingWindow: UInt32
    var handle: UInt32?
    var deliveryCount: UInt32?
    var linkCredit: UInt32?
    var available: UInt32?
    var drain = false
    var echo = false

    init(
        nextIncomingID: UInt32?, incomingWindow: UInt32, nextOutgoingID: UInt32,
        outgoingWindow: UInt32
    ) {
        self.nextIncomingID = nextIncomingID
        self.incomingWindow = incomingWindow
        self.nextOutgoingID = nextOutgoingID
        self.outgoingWindow = outgoingWindow
    }

    init(fields: inout FieldReader) throws(DecodingFault) {
        nextIncomingID = try fields.uint("flow.next-incoming-id")
        incomingWindow = try FieldReader.required(
            fields.uint("flow.incoming-window"), "flow.incoming-window")
        nextOutgoingID = try FieldReader.required(
            fields.uint("flow.next-outgoing-id"), "flow.next-outgoing-id")
        outgoingWindow = try FieldReader.required(
            fields.uint("flow.outgoing-window"), "flow.outgoing-window")
        handle = try fields.uint("flow.handle")
        deliveryCount = try fields.uint("flow.delivery-count")
        linkCredit = try fields.uint("flow.link-credit")
        available = try fields.uint("flow.available")
        drain = try fields.boolean("flow.drain") ?? false
        echo = try fields.boolean("flow.echo") ?? false
    }

    func encode(into bytes: inout ByteBuffer) {
        var fields = FieldWriter(.flow, into: &bytes, compact: true)
        fields.uint(nextIncomingID, &bytes)
        fields.uint(incomingWindow, &bytes)
        fields.uint(nextOutgoingID, &bytes)
        fields.uint(outgoingWindow, &bytes)
        fields.uint(handle, &bytes)
        fields.uint(deliveryCount, &bytes)
        fields.uint(linkCredit, &bytes)
        fields.uint(available, &bytes)
        fields.flag(drain, &bytes)
        fields.flag(echo, &bytes)
        fields.finish(in: &bytes)
    }
}
