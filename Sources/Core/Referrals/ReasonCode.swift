/// Why a status changed: the table of reasons of the contract with the agencies.
package enum ReasonCode: String, Sendable, CaseIterable {
    case noCapacity = "no-capacity"
    case notEligible = "not-eligible"
    case outOfArea = "out-of-area"
    case riskNotManageable = "risk-not-manageable"
    case needsHigherCare = "needs-higher-care"
    case priorExclusion = "prior-exclusion"
    case personDeclinedProvider = "person-declined-provider"
    case insufficientTime = "insufficient-time"
    case alreadyReleased = "already-released"
    case waitlist
    case additionalAssessmentRequired = "additional-assessment-required"
    case tooEarly = "too-early"
    case incompleteInformation = "incomplete-information"
    case personUnreachable = "person-unreachable"
    case personDeclined = "person-declined"
    case personNotEngaged = "person-not-engaged"
    case needsMetElsewhere = "needs-met-elsewhere"
    case deceased
    case noRecourse = "no-recourse"
    case duplicate
    case returnedToCustody = "returned-to-custody"
    case sentenceChanged = "sentence-changed"
    case noResponse = "no-response"
    case deadlinePassed = "deadline-passed"
    case recipientUnavailable = "recipient-unavailable"
    case facilityClosed = "facility-closed"
    case consentAbsent = "consent-absent"
    case consentExpired = "consent-expired"
    case consentWithdrawn = "consent-withdrawn"
    case other

    /// What happens to the referral when its assignment ends, or stops, for this reason.
    package enum Consequence: String, Sendable, CaseIterable {
        /// Another provider is looked for.
        case reroute
        /// It waits, and with it whoever must act.
        case hold
        /// The referrer must complete or correct it.
        case backToReferrer = "back-to-referrer"
        /// It ends.
        case close
    }

    /// Who may give a reason.
    package enum Party: String, Sendable, CaseIterable {
        case requester
        case provider
        case broker
        case `operator`
    }

    package var consequence: Consequence {
        switch self {
        case .noCapacity, .notEligible, .outOfArea, .riskNotManageable, .needsHigherCare,
            .priorExclusion, .personDeclinedProvider, .insufficientTime, .alreadyReleased,
            .noResponse, .deadlinePassed, .recipientUnavailable, .facilityClosed:
            .reroute
        case .waitlist, .additionalAssessmentRequired, .personUnreachable, .returnedToCustody,
            .sentenceChanged, .consentAbsent, .consentExpired:
            .hold
        case .tooEarly, .incompleteInformation:
            .backToReferrer
        case .personDeclined, .personNotEngaged, .needsMetElsewhere, .deceased, .noRecourse,
            .duplicate, .consentWithdrawn, .other:
            .close
        }
    }

    /// Whether a provider that gives this reason can report this status with it: what it keeps is
    /// not passed on, what it ends does not wait for it, and what it has completed nobody else is
    /// to begin. `other` says in words what it does.
    package func agrees(with status: AssignmentStatus) -> Bool {
        switch status {
        case .onHold: consequence == .hold || consequence == .backToReferrer || self == .other
        case .inProgress: consequence != .reroute
        case .completed: consequence == .close
        case .rejected, .failed, .cancelled: consequence != .hold
        case .requested, .received, .accepted: true
        }
    }

    package var parties: Set<Party> {
        switch self {
        case .noCapacity, .notEligible, .outOfArea, .riskNotManageable, .needsHigherCare,
            .priorExclusion, .insufficientTime, .alreadyReleased, .waitlist,
            .additionalAssessmentRequired, .tooEarly, .incompleteInformation,
            .personUnreachable:
            [.provider]
        case .personDeclinedProvider, .personDeclined, .personNotEngaged, .needsMetElsewhere,
            .deceased, .noRecourse, .duplicate, .other:
            [.provider, .requester]
        case .noResponse, .deadlinePassed, .recipientUnavailable, .facilityClosed:
            [.broker, .operator]
        case .returnedToCustody, .sentenceChanged, .consentAbsent, .consentExpired,
            .consentWithdrawn:
            [.broker]
        }
    }

    /// Whether the reason says nothing without words of its own.
    package var requiresText: Bool { self == .other }
}
