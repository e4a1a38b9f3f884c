import AMQP10
import Messages
import Referrals

extension AMQPError {
    /// A refusal in AMQP's words: a standard condition, a text for people, and for programs an
    /// `info` map with `retryable`, `field` and `reference`.
    init(_ refusals: [Refusal], reference: String) {
        let first = refusals.first
        var info: AMQPMap = [
            .symbol("retryable"): .boolean(first?.isRetryable ?? false),
            .symbol("reference"): .string(reference),
        ]
        if let first {
            info[.symbol("field")] = .string(first.field)
            info[.symbol("reason")] = .string(first.reason.rawValue)
        }
        let text = refusals.map(\.description).joined(separator: "\n")
        self.init(
            AMQPCondition(first?.reason ?? .invalid),
            "\(Self.bounded(text)) (reference \(reference))", info: info)
    }

    /// Whether to try again follows from the condition.
    init(_ condition: AMQPCondition, _ text: String, field: String, reference: String) {
        self.init(
            condition, "\(Self.bounded(text)) (reference \(reference))",
            info: [
                .symbol("field"): .string(field), .symbol("reference"): .string(reference),
            ])
    }

    /// Some clients' frames take no more than 512 octets before they are told otherwise; a text
    /// that fills a screen helps nobody.
    private static func bounded(_ text: String) -> String {
        text.utf8.count <= 2_000 ? text : text.prefix(octets: 1_900) + " …"
    }
}

extension AMQPCondition {
    init(_ reason: Refusal.Reason) {
        switch reason {
        case .malformed: self = .decodeError
        case .invalid: self = .invalidField
        case .notServed: self = .notImplemented
        case .unauthorized: self = .unauthorizedAccess
        case .unknown: self = .notFound
        case .basis: self = .notAllowed
        case .conflict: self = .preconditionFailed
        case .state: self = .illegalState
        case .limit: self = .resourceLimitExceeded
        case .unavailable: self = .internalError
        }
    }
}
