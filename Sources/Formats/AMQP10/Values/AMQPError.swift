/// What is wrong, for the peer's program (`condition`) and for the people behind it
/// (`description`), part 2, 2.8.14.
package struct AMQPError: Error, Hashable, Sendable {
    package var condition: AMQPCondition
    /// Names the field, what is wrong with its value, and the remedy; nil when a peer gave none.
    package var description: String?
    /// Further facts, such as `retryable`, `field` and `reference`.
    package var info: AMQPMap

    package init(_ condition: AMQPCondition, _ description: String?, info: AMQPMap = [:]) {
        self.condition = condition
        self.description = description
        self.info = info
    }

    /// As much of it as fits into the smallest frame that a peer may insist on, which has 512
    /// octets: counted in octets, because a character that a peer chose can have any number.
    var shortened: AMQPError {
        var shorter = AMQPError(condition, description?.prefix(octets: 240))
        for key in ["retryable", "reference"] as [AMQPSymbol] {
            switch info[symbol: key] {
            case .boolean(let flag)?: shorter.info[symbol: key] = .boolean(flag)
            case .string(let text)? where text.utf8.count <= 64:
                shorter.info[symbol: key] = .string(text)
            default: break
            }
        }
        return shorter
    }

    /// Adds what is known of every error of ours: whether the same thing may succeed later, and
    /// what to quote to the operator.
    func completed(reference: String?) -> AMQPError {
        var error = self
        if error.info[symbol: "retryable"] == nil {
            error.info[symbol: "retryable"] = .boolean(condition.isRetryable)
        }
        if let reference, error.info[symbol: "reference"] == nil {
            error.info[symbol: "reference"] = .string(reference)
        }
        return error
    }
}

/// The kind of an error: the standard's conditions, or a symbol of the peer's own.
package struct AMQPCondition: Hashable, Sendable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    package let symbol: AMQPSymbol

    package init(_ symbol: AMQPSymbol) {
        self.symbol = symbol
    }

    package init(stringLiteral value: String) {
        symbol = AMQPSymbol(value)
    }

    package var description: String { symbol.rawValue }
}

extension AMQPCondition {
    package static let internalError: AMQPCondition = "amqp:internal-error"
    package static let notFound: AMQPCondition = "amqp:not-found"
    package static let unauthorizedAccess: AMQPCondition = "amqp:unauthorized-access"
    package static let decodeError: AMQPCondition = "amqp:decode-error"
    package static let resourceLimitExceeded: AMQPCondition = "amqp:resource-limit-exceeded"
    package static let notAllowed: AMQPCondition = "amqp:not-allowed"
    package static let invalidField: AMQPCondition = "amqp:invalid-field"
    package static let notImplemented: AMQPCondition = "amqp:not-implemented"
    package static let resourceLocked: AMQPCondition = "amqp:resource-locked"
    package static let preconditionFailed: AMQPCondition = "amqp:precondition-failed"
    package static let resourceDeleted: AMQPCondition = "amqp:resource-deleted"
    package static let illegalState: AMQPCondition = "amqp:illegal-state"
    package static let frameSizeTooSmall: AMQPCondition = "amqp:frame-size-too-small"

    package static let connectionForced: AMQPCondition = "amqp:connection:forced"
    package static let framingError: AMQPCondition = "amqp:connection:framing-error"
    package static let connectionRedirect: AMQPCondition = "amqp:connection:redirect"

    package static let windowViolation: AMQPCondition = "amqp:session:window-violation"
    package static let errantLink: AMQPCondition = "amqp:session:errant-link"
    package static let handleInUse: AMQPCondition = "amqp:session:handle-in-use"
    package static let unattachedHandle: AMQPCondition = "amqp:session:unattached-handle"

    package static let detachForced: AMQPCondition = "amqp:link:detach-forced"
    package static let transferLimitExceeded: AMQPCondition = "amqp:link:transfer-limit-exceeded"
    package static let messageSizeExceeded: AMQPCondition = "amqp:link:message-size-exceeded"
    package static let linkRedirect: AMQPCondition = "amqp:link:redirect"
    package static let stolen: AMQPCondition = "amqp:link:stolen"
}

extension AMQPCondition {
    /// Whether the same thing may succeed later, unchanged.
    var isRetryable: Bool {
        switch self {
        case .resourceLimitExceeded, .internalError, .connectionForced, .detachForced,
            .resourceLocked, .transferLimitExceeded, .windowViolation, .stolen:
            true
        default: false
        }
    }
}

extension String {
    /// As many whole scalars as fit into so many octets.
    package func prefix(octets: Int) -> String {
        var end = utf8.index(startIndex, offsetBy: octets, limitedBy: endIndex) ?? endIndex
        while end > startIndex, end < endIndex, UTF8.isContinuation(utf8[end]) {
            end = utf8.index(before: end)
        }
        return String(self[..<end])
    }
}
