import NIOCore

/// How a delivery ended (part 3, 3.4).
package enum Outcome: Hashable, Sendable {
    case accepted
    case rejected(AMQPError?)
    case released
    case modified(Modification)

    package struct Modification: Hashable, Sendable {
        /// The attempt counts as failed: the delivery count goes up.
        package var deliveryFailed: Bool
        /// Do not give it to this link again.
        package var undeliverableHere: Bool
        package var messageAnnotations: AMQPMap

        package init(
            deliveryFailed: Bool = false, undeliverableHere: Bool = false,
            messageAnnotations: AMQPMap = [:]
        ) {
            self.deliveryFailed = deliveryFailed
            self.undeliverableHere = undeliverableHere
            self.messageAnnotations = messageAnnotations
        }
    }
}

/// The state of a delivery at one end of a link.
enum DeliveryState: Hashable, Sendable {
    /// How much has arrived: of use only to resume, which is not done.
    case received
    case outcome(Outcome)
    /// A transaction's, which is not implemented.
    case transactional
    /// Described by something that the standard does not assign.
    case unknown

    static func read(
        from fields: inout FieldReader, in field: String
    ) throws(DecodingFault) -> DeliveryState? {
        guard let descriptor = try fields.descriptor(field) else { return nil }
        switch descriptor {
        case .accepted:
            try fields.skipDescribed(field)
            return .outcome(.accepted)
        case .released:
            try fields.skipDescribed(field)
            return .outcome(.released)
        case .rejected:
            var list = try fields.described(field)
            return .outcome(.rejected(try AMQPError.read(from: &list, in: "rejected.error")))
        case .modified:
            var list = try fields.described(field)
            return .outcome(
                .modified(
                    Outcome.Modification(
                        deliveryFailed: try list.boolean("modified.delivery-failed") ?? false,
                        undeliverableHere: try list.boolean("modified.undeliverable-here")
                            ?? false,
                        messageAnnotations: try list.map("modified.message-annotations") ?? [:])))
        case .received:
            try fields.skipDescribed(field)
            return .received
        case .declared, .transactionalState:
            try fields.skipDescribed(field)
            return .transactional
        default:
            try fields.skipDescribed(field)
            return .unknown
        }
    }

    func encode(into bytes: inout ByteBuffer) {
        switch self {
        case .outcome(let outcome): outcome.encode(into: &bytes)
        case .received, .transactional, .unknown: bytes.writeNull()
        }
    }
}

extension Outcome {
    func encode(into bytes: inout ByteBuffer) {
        switch self {
        case .accepted:
            bytes.writeDescriptor(.accepted)
            bytes.writeInteger(FormatCode.list0)
        case .released:
            bytes.writeDescriptor(.released)
            bytes.writeInteger(FormatCode.list0)
        case .rejected(let error):
            var fields = FieldWriter(.rejected, into: &bytes)
            fields.error(error, &bytes)
            fields.finish(in: &bytes)
        case .modified(let modification):
            var fields = FieldWriter(.modified, into: &bytes)
            fields.flag(modification.deliveryFailed, &bytes)
            fields.flag(modification.undeliverableHere, &bytes)
            fields.map(modification.messageAnnotations, &bytes)
            fields.finish(in: &bytes)
        }
    }

    /// Whether the encoding is a few octets, whatever the peer or the caller put into it.
    var isSmall: Bool {
        switch self {
        case .accepted, .released: true
        case .rejected, .modified: false
        }
    }
}

extension AMQPError {
    static func read(
        from fields: inout FieldReader, in field: String
    ) throws(DecodingFault) -> AMQPError? {
        guard let descriptor = try fields.descriptor(field) else { return nil }
        guard descriptor == .error else { throw DecodingFault(.unexpectedDescriptor, in: field) }
        var list = try fields.described(field)
        let condition = try FieldReader.required(
            list.symbol("error.condition"), "error.condition")
        return AMQPError(
            AMQPCondition(condition), try list.string("error.description"),
            info: try list.map("error.info") ?? [:])
    }

    func encode(into bytes: inout ByteBuffer) {
        var fields = FieldWriter(.error, into: &bytes)
        fields.symbol(condition.symbol, &bytes)
        fields.string(description, &bytes)
        fields.map(info, &bytes)
        fields.finish(in: &bytes)
    }
}

extension FieldWriter {
    mutating func error(_ value: AMQPError?, _ bytes: inout ByteBuffer) {
        guard let value else { return null() }
        begin(in: &bytes)
        value.encode(into: &bytes)
    }

    mutating func state(_ value: DeliveryState?, _ bytes: inout ByteBuffer) {
        guard let value else { return null() }
        begin(in: &bytes)
        value.encode(into: &bytes)
    }
}
