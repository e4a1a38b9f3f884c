package import NIOCore

/// A message's name: one of four types (part 3, 3.2.11 to 3.2.14).
package enum MessageID: Hashable, Sendable {
    case string(String)
    case ulong(UInt64)
    case uuid(AMQPUUID)
    case binary(ByteBuffer)

    init?(_ value: AMQPValue) {
        switch value {
        case .string(let text): self = .string(text)
        case .ulong(let number): self = .ulong(number)
        case .uuid(let uuid): self = .uuid(uuid)
        case .binary(let bytes): self = .binary(bytes)
        default: return nil
        }
    }

    func encode(into bytes: inout ByteBuffer) {
        switch self {
        case .string(let text): bytes.writeAMQP(string: text)
        case .ulong(let number): bytes.writeAMQP(ulong: number)
        case .uuid(let uuid): bytes.writeAMQP(uuid: uuid)
        case .binary(let octets): bytes.writeAMQP(binary: octets)
        }
    }
}

/// What the sender says of a message (part 3, 3.2.4); nil where it says nothing.
package struct MessageProperties: Hashable, Sendable {
    package var messageID: MessageID?
    package var userID: ByteBuffer?
    /// Addresses may be of any type; strings in practice.
    package var to: AMQPValue?
    package var subject: String?
    package var replyTo: AMQPValue?
    package var correlationID: MessageID?
    package var contentType: AMQPSymbol?
    package var contentEncoding: AMQPSymbol?
    /// Milliseconds since 1970-01-01T00:00:00Z.
    package var absoluteExpiryTime: Int64?
    /// Milliseconds since 1970-01-01T00:00:00Z.
    package var creationTime: Int64?
    package var groupID: String?
    package var groupSequence: UInt32?
    package var replyToGroupID: String?

    package init() {}

    init(fields: inout FieldReader) throws(DecodingFault) {
        messageID = try fields.messageID("properties.message-id")
        userID = try fields.binary("properties.user-id")
        to = try fields.value("properties.to")
        subject = try fields.string("properties.subject")
        replyTo = try fields.value("properties.reply-to")
        correlationID = try fields.messageID("properties.correlation-id")
        contentType = try fields.symbol("properties.content-type")
        contentEncoding = try fields.symbol("properties.content-encoding")
        absoluteExpiryTime = try fields.timestamp("properties.absolute-expiry-time")
        creationTime = try fields.timestamp("properties.creation-time")
        groupID = try fields.string("properties.group-id")
        groupSequence = try fields.uint("properties.group-sequence")
        replyToGroupID = try fields.string("properties.reply-to-group-id")
    }

    func encode(into bytes: inout ByteBuffer) {
        var fields = FieldWriter(.properties, into: &bytes)
        fields.messageID(messageID, &bytes)
        fields.binary(userID, &bytes)
        fields.value(to, &bytes)
        fields.string(subject, &bytes)
        fields.value(replyTo, &bytes)
        fields.messageID(correlationID, &bytes)
        fields.symbol(contentType, &bytes)
        fields.symbol(contentEncoding, &bytes)
        fields.timestamp(absoluteExpiryTime, &bytes)
        fields.timestamp(creationTime, &bytes)
        fields.string(groupID, &bytes)
        fields.uint(groupSequence, &bytes)
        fields.string(replyToGroupID, &bytes)
        fields.finish(in: &bytes)
    }
}

extension FieldReader {
    fileprivate mutating func messageID(_ field: String) throws(DecodingFault) -> MessageID? {
        guard let value = try value(field) else { return nil }
        guard let id = MessageID(value) else {
            throw DecodingFault(.invalid("is a string, a ulong, a uuid or a binary"), in: field)
        }
        return id
    }
}

extension FieldWriter {
    fileprivate mutating func messageID(_ value: MessageID?, _ bytes: inout ByteBuffer) {
        guard let value else { return null() }
        begin(in: &bytes)
        value.encode(into: &bytes)
    }
}
