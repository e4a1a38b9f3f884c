/// How a recipient settled a delivery, or how it came back unsettled.
package enum DeliveryOutcome: String, Sendable, CaseIterable {
    case accepted
    case rejected
    case released
    case modified
    /// The link, the connection or the broker ended first.
    case lost
}

/// What a settlement says beside its outcome.
package enum SettlementRemark: Sendable {
    /// With `modified`: the recipient is never to be given it again.
    case undeliverableHere
    /// With `modified`, and the broker's own: it never left, because the receiver takes nothing of
    /// its size.
    case tooLarge
    /// With `released`, and the broker's own: it never left, because the receiver wants no more.
    case notSent
}

/// Why an entry was set aside for an operator.
package enum QuarantineCause: String, Sendable, CaseIterable {
    /// Nothing allows any more to disclose it to its recipient.
    case basis = "basis-gone"
    /// The recipient's system will not have it: `rejected`, or `modified` with undeliverable-here.
    case refused = "recipient-refused"
    /// It failed as often as the network's policy allows.
    case failed = "failed-too-often"
    /// As `failed`, and at last because the receiver takes nothing of its size.
    case tooLarge = "too-large"
    /// It was handed over so often that nobody believes in it any more.
    case givenBack = "given-back-too-often"
    /// Its content is damaged, or its key does not open it.
    case unreadable = "content-unreadable"
    /// The store does not have its referral.
    case orphaned = "referral-gone"

    /// Whether it is the broker that set it aside, and not what the recipient did.
    package var isBrokers: Bool {
        switch self {
        case .refused, .failed, .givenBack: false
        case .basis, .tooLarge, .unreadable, .orphaned: true
        }
    }
}
