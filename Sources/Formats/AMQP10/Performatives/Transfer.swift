import NIOCore

/// A message, or a part of one, whose bytes follow the performative (part 2, 2.7.5).
struct Transfer: Performative {
    static let descriptor = Descriptor.transfer

    var handle: UInt32
    var deliveryID: UInt32?
    var deliveryTag: DeliveryTag?
    var messageFormat: UInt32?
    var settled: Bool?
    var more = false
    var receiverSettleMode: ReceiverSettleMode?
    var isTransactional = false
    var resume = false
    var aborted = false
    var batchable = false

    init(handle: UInt32) {
        self.handle = handle
    }

    init(fields: inout FieldReader) throws(DecodingFault) {
        handle = try FieldReader.required(fields.uint("transfer.handle"), "transfer.handle")
        deliveryID = try fields.uint("transfer.delivery-id")
        if let tag = try fields.binary("transfer.delivery-tag") {
            deliveryTag = DeliveryTag(tag)
            guard deliveryTag != nil else {
                throw DecodingFault(
                    .invalid("has \(tag.readableBytes) octets; 32 are allowed"),
                    in: "transfer.delivery-tag")
            }
        }
        messageFormat = try fields.uint("transfer.message-format")
        settled = try fields.boolean("transfer.settled")
        more = try fields.boolean("transfer.more") ?? false
        if let mode = try fields.ubyte("transfer.rcv-settle-mode") {
            receiverSettleMode = try ReceiverSettleMode(
                onWire: mode, in: "transfer.rcv-settle-mode")
        }
        isTransactional =
            try DeliveryState.read(from: &fields, in: "transfer.state") == .transactional
        resume = try fields.boolean("transfer.resume") ?? false
        aborted = try fields.boolean("transfer.aborted") ?? false
        batchable = try fields.boolean("transfer.batchable") ?? false
    }

    /// The longest encoding: what a frame must leave free of payload.
    static let maximumLength = 3 + 3 + 5 + 5 + 34 + 5 + 9

    func encode(into bytes: inout ByteBuffer) {
        var fields = FieldWriter(.transfer, into: &bytes, compact: true)
        fields.uint(handle, &bytes)
        fields.uint(deliveryID, &bytes)
        if let deliveryTag {
            fields.begin(in: &bytes)
            deliveryTag.write(into: &bytes)
        } else {
            fields.null()
        }
        fields.uint(messageFormat, &bytes)
        fields.boolean(settled, &bytes)
        fields.flag(more, &bytes)
        fields.ubyte(receiverSettleMode?.rawValue, &bytes)
        fields.null()  // state: an outcome is never sent with a transfer
        fields.flag(resume, &bytes)
        fields.flag(aborted, &bytes)
        fields.flag(batchable, &bytes)
        fields.finish(in: &bytes)
    }
}
