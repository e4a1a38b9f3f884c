import NIOCore

/// How a message is to be carried (part 3, 3.2.1).
package struct MessageHeader: Hashable, Sendable {
    package var durable: Bool = false
    package var priority: UInt8 = 4
    /// Milliseconds; nil for no end.
    package var timeToLive: UInt32?
    package var firstAcquirer: Bool = false
    /// Failed attempts before this one.
    package var deliveryCount: UInt32 = 0

    package init() {}

    init(fields: inout FieldReader) throws(DecodingFault) {
        durable = try fields.boolean("header.durable") ?? false
        priority = try fields.ubyte("header.priority") ?? 4
        timeToLive = try fields.uint("header.ttl")
        firstAcquirer = try fields.boolean("header.first-acquirer") ?? false
        deliveryCount = try fields.uint("header.delivery-count") ?? 0
    }

    func encode(into bytes: inout ByteBuffer) {
        var fields = FieldWriter(.header, into: &bytes, compact: true)
        fields.flag(durable, &bytes)
        fields.ubyte(priority == 4 ? nil : priority, &bytes)
        fields.uint(timeToLive, &bytes)
        fields.flag(firstAcquirer, &bytes)
        fields.uint(deliveryCount == 0 ? nil : deliveryCount, &bytes)
        fields.finish(in: &bytes)
    }
}
