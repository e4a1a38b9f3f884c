/// `GET /v1/referrals`: those that do not go on by themselves, the longest first.
package struct StuckReport: Codable, Sendable, Hashable {
    /// Whether the network is one for trying out.
    package var demo: Bool
    package var referrals: [StuckLine]
    /// Where to go on, as `?after=`; nil at the end.
    package var next: Int64?

    package init(demo: Bool, referrals: [StuckLine], next: Int64? = nil) {
        self.demo = demo
        self.referrals = referrals
        self.next = next
    }
}

/// One referral that waits for somebody.
package struct StuckLine: Codable, Sendable, Hashable {
    package var referral: String
    package var region: String
    package var service: String
    package var priority: String
    package var since: String
    package var ageSeconds: Double
    /// As in `referral show`: what it waits for, where it is on hold.
    package var hold: String?
    /// Why a delivery about it was set aside.
    package var quarantined: String?
    /// Who holds it, gave it back, or does not get it.
    package var agency: String?
    package var reason: String?

    package init(
        referral: String, region: String, service: String, priority: String, since: String,
        ageSeconds: Double, hold: String? = nil, quarantined: String? = nil,
        agency: String? = nil, reason: String? = nil
    ) {
        self.referral = referral
        self.region = region
        self.service = service
        self.priority = priority
        self.since = since
        self.ageSeconds = ageSeconds
        self.hold = hold
        self.quarantined = quarantined
        self.agency = agency
        self.reason = reason
    }
}

/// `GET /v1/referrals/{agency}/{name}`: a referral and its history; never its content.
package struct ReferralReport: Codable, Sendable, Hashable {
    /// Whether the network is one for trying out.
    package var demo: Bool
    package var referral: String
    package var region: String
    package var service: String
    package var priority: String
    package var basis: String
    /// The one provider that its sender wants.
    package var named: String?
    package var admitted: String
    package var status: String
    /// What holds it, where its status is `on-hold`.
    package var hold: String?
    /// Whether it waits in its lane.
    package var waiting: Bool
    /// That its provider does not get it, where its delivery was set aside.
    package var quarantined: QuarantineMark?
    package var assignments: [AssignmentLine]
    package var history: [HistoryLine]

    package init(
        demo: Bool, referral: String, region: String, service: String, priority: String,
        basis: String, named: String? = nil, admitted: String, status: String,
        hold: String? = nil, waiting: Bool, quarantined: QuarantineMark? = nil,
        assignments: [AssignmentLine], history: [HistoryLine]
    ) {
        self.demo = demo
        self.referral = referral
        self.region = region
        self.service = service
        self.priority = priority
        self.basis = basis
        self.named = named
        self.admitted = admitted
        self.status = status
        self.hold = hold
        self.waiting = waiting
        self.quarantined = quarantined
        self.assignments = assignments
        self.history = history
    }
}

/// Since when, and why, the delivery of a referral to its provider lies in quarantine.
package struct QuarantineMark: Codable, Sendable, Hashable {
    package var since: String
    package var cause: String?

    package init(since: String, cause: String? = nil) {
        self.since = since
        self.cause = cause
    }
}

/// One offer to one provider.
package struct AssignmentLine: Codable, Sendable, Hashable {
    package var assignment: String
    package var provider: String
    package var agreement: String?
    package var status: String
    /// Whether it has left for the provider's socket.
    package var handedOver: Bool

    package init(
        assignment: String, provider: String, agreement: String? = nil, status: String,
        handedOver: Bool
    ) {
        self.assignment = assignment
        self.provider = provider
        self.agreement = agreement
        self.status = status
        self.handedOver = handedOver
    }
}

/// One event of a referral.
package struct HistoryLine: Codable, Sendable, Hashable {
    package var position: Int64
    package var at: String
    package var kind: String
    package var actor: String
    /// The network's version at the time.
    package var network: Int32
    package var assignment: String?
    package var status: String?
    package var reason: String?
    package var agreement: String?
    package var inbox: String?
    package var entry: Int64?
    package var attempt: Int16?
    package var outcome: String?
    package var code: String?

    package init(
        position: Int64, at: String, kind: String, actor: String, network: Int32,
        assignment: String? = nil, status: String? = nil, reason: String? = nil,
        agreement: String? = nil, inbox: String? = nil, entry: Int64? = nil,
        attempt: Int16? = nil, outcome: String? = nil, code: String? = nil
    ) {
        self.position = position
        self.at = at
        self.kind = kind
        self.actor = actor
        self.network = network
        self.assignment = assignment
        self.status = status
        self.reason = reason
        self.agreement = agreement
        self.inbox = inbox
        self.entry = entry
        self.attempt = attempt
        self.outcome = outcome
        self.code = code
    }
}

/// `GET /v1/referrals/{agency}/{name}/explain`: who could take it now, and why or why not.
package struct ExplanationReport: Codable, Sendable, Hashable {
    /// Whether the network is one for trying out.
    package var demo: Bool
    package var referral: String
    package var status: String
    /// What holds it, where its status is `on-hold`.
    package var hold: String?
    /// Whether it has ended, so that nobody will be asked any more.
    package var ended: Bool
    package var region: String
    package var service: String
    package var named: String?
    /// Providers that had it and let it go.
    package var declined: [String]
    /// The provider that it is offered to, or that has it, now.
    package var holder: String?
    /// That this provider does not get it, where its delivery was set aside.
    package var quarantined: QuarantineMark?
    /// The day for which was asked, in UTC.
    package var today: String
    /// The agreement that would be chosen.
    package var chosen: String?
    /// Why nobody would be chosen.
    package var gap: String?
    /// Best first.
    package var candidates: [CandidateLine]

    package init(
        demo: Bool, referral: String, status: String, hold: String? = nil, ended: Bool,
        region: String, service: String, named: String? = nil, declined: [String],
        holder: String? = nil, quarantined: QuarantineMark? = nil, today: String,
        chosen: String? = nil, gap: String? = nil, candidates: [CandidateLine]
    ) {
        self.demo = demo
        self.referral = referral
        self.status = status
        self.hold = hold
        self.ended = ended
        self.region = region
        self.service = service
        self.named = named
        self.declined = declined
        self.holder = holder
        self.quarantined = quarantined
        self.today = today
        self.chosen = chosen
        self.gap = gap
        self.candidates = candidates
    }
}

/// One agreement that covers the referral's service type in its region.
package struct CandidateLine: Codable, Sendable, Hashable {
    package var agreement: String
    package var provider: String
    /// The agreement's place that covers it.
    package var region: String
    package var service: String
    package var priority: Int
    package var live: Int
    package var capacity: Int?
    package var verdict: String
    /// Whether it could be chosen, had it not been for a better one.
    package var eligible: Bool

    package init(
        agreement: String, provider: String, region: String, service: String, priority: Int,
        live: Int, capacity: Int? = nil, verdict: String, eligible: Bool
    ) {
        self.agreement = agreement
        self.provider = provider
        self.region = region
        self.service = service
        self.priority = priority
        self.live = live
        self.capacity = capacity
        self.verdict = verdict
        self.eligible = eligible
    }
}
