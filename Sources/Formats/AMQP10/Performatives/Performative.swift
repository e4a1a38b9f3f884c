import NIOCore

/// A frame body of the standard: decoded from the list of its fields, encoded into the output.
///
/// Only ever used generically, so that no frame is boxed.
protocol Performative: Equatable, Sendable {
    static var descriptor: Descriptor { get }
    init(fields: inout FieldReader) throws(DecodingFault)
    func encode(into bytes: inout ByteBuffer)
    /// The same with its error cut to what the smallest frame holds.
    var shortened: Self { get }
}

extension Performative {
    var shortened: Self { self }

    /// Reads the list after the descriptor.
    init(from bytes: inout ByteBuffer, limits: DecodingLimits) throws(DecodingFault) {
        var fields = try FieldReader(
            list: Self.descriptor.name, from: &bytes, limits: limits)
        try self.init(fields: &fields)
    }
}

extension Descriptor {
    /// As the standard writes it, for errors. Literals, because it is asked for with each frame.
    var name: String {
        switch self {
        case .open: "open"
        case .begin: "begin"
        case .attach: "attach"
        case .flow: "flow"
        case .transfer: "transfer"
        case .disposition: "disposition"
        case .detach: "detach"
        case .end: "end"
        case .close: "close"
        case .error: "error"
        case .received: "received"
        case .accepted: "accepted"
        case .rejected: "rejected"
        case .released: "released"
        case .modified: "modified"
        case .source: "source"
        case .target: "target"
        case .coordinator: "coordinator"
        case .declared: "declared"
        case .header: "header"
        case .properties: "properties"
        case .data: "data"
        case .footer: "footer"
        case .transactionalState: "transactional-state"
        case .saslMechanisms: "sasl-mechanisms"
        case .saslInit: "sasl-init"
        case .saslChallenge: "sasl-challenge"
        case .saslResponse: "sasl-response"
        case .saslOutcome: "sasl-outcome"
        case .deliveryAnnotations: "delivery-annotations"
        case .messageAnnotations: "message-annotations"
        case .applicationProperties: "application-properties"
        case .sequence: "amqp-sequence"
        case .value: "amqp-value"
        }
    }
}
