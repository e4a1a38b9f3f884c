/// Why a message was not taken: told to its sender in the protocol's own way, counted by `reason`.
package struct Refusal: Error, Hashable, Sendable {
    /// The kinds of refusal, as the metrics count them.
    package enum Reason: String, Sendable, CaseIterable {
        /// Not UTF-8 JSON within bounds.
        case malformed
        /// JSON, but not of the published schema.
        case invalid
        /// The message's type is not served by this version.
        case notServed = "not-served"
        /// The sender's kind, or the sender itself, may not send this.
        case unauthorized
        /// A region, service type or agency that the network does not have.
        case unknown
        /// No basis that the network's policy allows.
        case basis
        /// The same id, or the same referral, with other content.
        case conflict
        /// An answer to what has ended, or cannot go there from where it stands.
        case state
        /// A size or a count is beyond its limit.
        case limit
        /// The broker cannot take it now: try again.
        case unavailable
    }

    package let reason: Reason
    /// The field, as a JSON Pointer (RFC 6901); empty for the message as a whole.
    package let field: String
    /// What is wrong, without the value where the value could be content.
    package let problem: String
    /// What would be right.
    package let remedy: String

    package init(_ reason: Reason, field: String, problem: String, remedy: String) {
        self.reason = reason
        self.field = field
        self.problem = problem
        self.remedy = remedy
    }

    /// Whether the same message can be accepted later.
    package var isRetryable: Bool { reason == .unavailable }
}

extension Refusal: CustomStringConvertible {
    /// `/region: there is no region «RO-XX» in this network; known under RO: …`.
    package var description: String {
        (field.isEmpty ? "" : "\(field): ") + problem + "; " + remedy
    }
}
