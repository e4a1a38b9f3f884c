/// A name from a constrained domain (part 1, 1.6.21): 7-bit ASCII, compared octet by octet.
package struct AMQPSymbol: Hashable, Sendable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    package let rawValue: String

    package init(_ rawValue: String) {
        self.rawValue = rawValue
    }

    package init(stringLiteral value: String) {
        rawValue = value
    }

    package var description: String { rawValue }
}

extension AMQPSymbol {
    /// SASL by the certificate of the TLS layer (RFC 4422, appendix A).
    package static let external: AMQPSymbol = "EXTERNAL"
    package static let anonymous: AMQPSymbol = "ANONYMOUS"
    package static let plain: AMQPSymbol = "PLAIN"

    /// Capability of `open`: at most one connection for a container
    /// (OASIS, AMQP Enforcing Connection Uniqueness 1.0).
    package static let soleConnectionForContainer: AMQPSymbol = "sole-connection-for-container"
    /// Property of an `open` that a `close` with the reason follows at once.
    package static let connectionEstablishmentFailed: AMQPSymbol =
        "amqp:connection-establishment-failed"

    package static let acceptedOutcome: AMQPSymbol = "amqp:accepted:list"
    package static let rejectedOutcome: AMQPSymbol = "amqp:rejected:list"
    package static let releasedOutcome: AMQPSymbol = "amqp:released:list"
    package static let modifiedOutcome: AMQPSymbol = "amqp:modified:list"

    /// Expiry policy of a terminus: it is gone when its link is detached.
    package static let linkDetach: AMQPSymbol = "link-detach"

    /// Distribution mode of a source: a message goes to one receiver.
    package static let move: AMQPSymbol = "move"
    /// Distribution mode of a source: a message stays for other receivers.
    package static let copy: AMQPSymbol = "copy"
}
