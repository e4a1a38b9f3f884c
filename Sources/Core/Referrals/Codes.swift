/// What kind of organisation an agency is; policy says what each kind may send.
package enum AgencyKind: String, Sendable, CaseIterable {
    case prison
    case probation
    case health
    case ngo
    case socialServices = "social-services"
    case employment
    case education
    case municipality
    case centralAuthority = "central-authority"
    case `private`
}

/// FHIR's request priority, in ascending order.
package enum Priority: String, Sendable, CaseIterable, Comparable {
    case routine
    case urgent
    case asap
    case stat

    /// 0 for `routine` to 3 for `stat`: as stored, and as AMQP's header tells it (plus 4).
    package var level: Int16 {
        switch self {
        case .routine: 0
        case .urgent: 1
        case .asap: 2
        case .stat: 3
        }
    }

    package init?(level: Int16) {
        guard let priority = Self.allCases.first(where: { $0.level == level }) else { return nil }
        self = priority
    }

    package static func < (left: Self, right: Self) -> Bool { left.level < right.level }
}

/// What a section of protected content is about.
package enum SectionLabel: String, Sendable, CaseIterable {
    case identity
    case contact
    case needs
    case health
    case substanceUse = "substance-use"
    case family
    case custody
    case risk
    case other
}

/// Where the service is to be given.
package enum Setting: String, Sendable, CaseIterable {
    case custody
    case community
}

/// Who asks: the agency, or the person through it.
package enum Requester: String, Sendable, CaseIterable {
    case agency
    case person
}

/// The type of a message, as its `type` names it.
package enum MessageType: String, Sendable, CaseIterable {
    case referral
    case consent
    case update
    case capacity
    case capacityQuery = "capacity-query"
    case release
    case plan
    case link
    case difficulty
    case confirm

    /// Whether this version of the broker serves it; the others are refused by name.
    package var isServed: Bool { self == .referral || self == .update }
}

/// What must have happened by a deadline.
package enum DeadlineKind: String, Sendable, CaseIterable {
    case receive
    case decide
    case start
    case contact
    case complete
    case basis
    case confirm
    case outreach
}
