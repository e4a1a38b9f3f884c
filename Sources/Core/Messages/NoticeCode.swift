/// What the broker itself tells an agency.
package enum NoticeCode: String, Sendable, CaseIterable {
    /// To the requester: nobody serves this region with this service, or nobody is left.
    case nobodyServes = "nobody-serves"
    /// To the requester: the referral goes to another provider.
    case rerouted
    /// To the requester: the referral waits; `hold` says for what.
    case held
    /// To the requester: what held the referral is over.
    case resumed
    /// To all parties: the referral was ended by its requester or by an operator.
    case cancelled
    /// To a provider: the assignment is no longer theirs; what was received is to be erased.
    case withdrawn
    /// To the requester: the referral's delivery failed again and again, and an operator looks.
    case quarantined
    /// To whoever received it: the referral should never have been; what was received is to be
    /// erased.
    case enteredInError = "entered-in-error"
}

/// Whether what a notice tells has begun or is over.
package enum NoticeState: String, Sendable, CaseIterable {
    case opened
    case cleared
}
