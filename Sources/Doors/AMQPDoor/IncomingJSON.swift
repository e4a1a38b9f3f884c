import AMQP10
import Brokering
import NIOCore
import Referrals

/// What an agency's message is beside its JSON; what it repeats of the JSON is checked against it.
struct IncomingJSON {
    let bytes: [UInt8]
    private let properties: MessageProperties
    private let applicationProperties: AMQPMap

    /// Takes the JSON out of a message: `data` sections, or an `amqp-value` that is a string or
    /// binary.
    init(_ payload: ByteBuffer) throws(Refusal) {
        let found: (MessageProperties, AMQPMap, [UInt8]?)
        do throws(DecodingFault) {
            let message = try Message(payload: payload)
            found = (
                try message.properties(), try message.applicationProperties(),
                try Self.bytes(of: message)
            )
        } catch {
            throw Refusal(
                .malformed, field: "", problem: "the AMQP message cannot be decoded: \(error)",
                remedy: "send the sections of a message as AMQP 1.0 part 3 orders them")
        }
        guard let bytes = found.2 else {
            throw Refusal(
                .malformed, field: "", problem: "the message's body is not JSON",
                remedy: "send it as a `data` section, or as an `amqp-value` that is a string")
        }
        (properties, applicationProperties, self.bytes) = (found.0, found.1, bytes)
        if let type = properties.contentType, type.rawValue.lowercased() != "application/json" {
            throw Refusal(
                .malformed, field: "", problem: "the content-type is not application/json",
                remedy: "set content-type to application/json, or leave it out")
        }
        guard properties.contentEncoding == nil else {
            throw Refusal(
                .malformed, field: "", problem: "the message has a content-encoding",
                remedy: "send the JSON as it is, in UTF-8")
        }
    }

    /// Compares what the message's properties repeat with what its JSON says.
    func check(against prepared: PreparedSubmission) throws(Refusal) {
        let type: String
        var told: [(name: String, field: String, value: String)] = []
        switch prepared.matter {
        case .referral(let referral, _, _):
            type = "referral"
            told = [
                ("region", "/region", referral.region.rawValue),
                ("service", "/service", referral.service.rawValue),
                ("priority", "/priority", referral.priority.rawValue),
            ]
        case .update: type = "update"
        case .refused: return
        }
        try compare(properties.subject, type, field: "/type", property: "subject")
        try compare(
            properties.messageID.map(Self.text), prepared.envelope.id.rawValue, field: "/id",
            property: "message-id")
        for (name, field, value) in told {
            // A property that is no text cannot say the same.
            try compare(
                applicationProperties[string: name].map { $0.text ?? "" }, value, field: field,
                property: name)
        }
    }

    private func compare(
        _ repeated: String?, _ value: String, field: String, property: String
    ) throws(Refusal) {
        guard let repeated, repeated != value else { return }
        throw Refusal(
            .invalid, field: field,
            problem: "the AMQP property `\(property)` says something else than the JSON",
            remedy: "let both say the same, or leave the property out")
    }

    private static func bytes(of message: Message) throws(DecodingFault) -> [UInt8]? {
        switch message.body {
        case .data(let data): return Array(buffer: data)
        case .dataSections(let sections): return sections.flatMap { $0.readableBytesView }
        case .value: return try message.octetsOfValue().map { Array($0.readableBytesView) }
        case .sequences, .none: return nil
        }
    }

    private static func text(_ id: AMQP10.MessageID) -> String {
        switch id {
        case .string(let text): text
        case .ulong(let number): String(number)
        case .uuid(let uuid): TimeOrderedID(high: uuid.high, low: uuid.low).description
        case .binary(let octets): String(decoding: octets.readableBytesView, as: UTF8.self)
        }
    }
}
