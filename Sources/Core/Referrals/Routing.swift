/// What routing is asked: who could take this referral now.
package struct RoutingRequest: Hashable, Sendable {
    package let sender: AgencyID
    package let senderKind: AgencyKind
    package let service: ServiceType
    package let region: Region
    /// The one provider that the sender wants; nil for the best one.
    package let to: AgencyID?
    /// The agencies that have had this referral already.
    package let declined: Set<AgencyID>
    package let today: CalendarDate

    package init(
        sender: AgencyID, senderKind: AgencyKind, service: ServiceType, region: Region,
        to: AgencyID?, declined: Set<AgencyID>, today: CalendarDate
    ) {
        self.sender = sender
        self.senderKind = senderKind
        self.service = service
        self.region = region
        self.to = to
        self.declined = declined
        self.today = today
    }
}

/// What providers carry now: kept up to date by whoever assigns, read by routing.
package struct RoutingLoad: Sendable {
    /// How many assignments live under each agreement; none stands for 0.
    package private(set) var live: [AgreementID: Int]
    /// When each agency was last given a referral; none stands for never.
    package private(set) var lastAssigned: [AgencyID: Position]
    /// Agencies that an operator has suspended: they are given nothing.
    package var suspended: Set<AgencyID>

    package init(
        live: [AgreementID: Int] = [:], lastAssigned: [AgencyID: Position] = [:],
        suspended: Set<AgencyID> = []
    ) {
        self.live = live
        self.lastAssigned = lastAssigned
        self.suspended = suspended
    }

    /// An assignment was made under an agreement, by the event at this position.
    package mutating func assigned(_ agreement: AgreementID, to agency: AgencyID, at: Position) {
        live[agreement, default: 0] += 1
        lastAssigned[agency] = max(at, lastAssigned[agency] ?? at)
    }

    /// An assignment under an agreement has ended.
    package mutating func ended(_ agreement: AgreementID) {
        guard let count = live[agreement] else { return }
        live[agreement] = count > 1 ? count - 1 : nil
    }
}

/// Why an agreement was, or was not, the one under which a referral is offered. The order of the
/// cases is the order in which they are told where several are true.
package enum RoutingVerdict: String, Sendable, CaseIterable {
    case chosen
    case isTheSender = "is-the-sender"
    case notTheNamedProvider = "not-the-named-provider"
    case notFromThisAgency = "not-from-this-agency"
    case notInForce = "not-in-force"
    case suspended
    case declinedBefore = "declined-before"
    case noFreeCapacity = "no-free-capacity"
    case lessSpecificRegion = "less-specific-region"
    case lessSpecificService = "less-specific-service"
    case lowerPriority = "lower-priority"
    case lessFreeCapacity = "less-free-capacity"
    case usedMoreRecently = "used-more-recently"
    /// Equal in everything: the names decide, so that the same question has the same answer.
    case laterByName = "later-by-name"

    /// Whether the agreement could have been chosen had it not been for a better one.
    package var isEligible: Bool {
        switch self {
        case .chosen, .lessSpecificRegion, .lessSpecificService, .lowerPriority,
            .lessFreeCapacity, .usedMoreRecently, .laterByName:
            true
        case .isTheSender, .notTheNamedProvider, .notFromThisAgency, .notInForce, .suspended,
            .declinedBefore, .noFreeCapacity:
            false
        }
    }
}

/// Why nobody was found.
package enum RoutingGap: String, Sendable, CaseIterable {
    /// No agreement covers the service type in the region: a gap in coverage.
    case nobodyServes = "nobody-serves"
    /// The sender named a provider that has no agreement there.
    case namedProviderDoesNotServe = "named-provider-does-not-serve"
    /// Somebody serves it, and is full.
    case noFreeCapacity = "no-free-capacity"
    /// Everyone who serves it has had the referral already.
    case exhausted
    /// Every agreement there is for others, not in force, or suspended.
    case noneOpen = "none-open"
}

/// The whole answer: every agreement that covers the service type in the region, and what speaks
/// for or against it.
package struct RoutingDecision: Hashable, Sendable {
    package struct Candidate: Hashable, Sendable {
        package let agreement: Agreement
        /// Through which of the agreement's regions and service types it covers the referral.
        package let region: Region
        package let service: ServiceType
        package let verdict: RoutingVerdict
    }

    /// Best first: the chosen one, those that it beat, those that were out.
    package let candidates: [Candidate]
    /// Not nil exactly where nobody was chosen.
    package let gap: RoutingGap?

    package var chosen: Candidate? {
        candidates.first.flatMap { $0.verdict == .chosen ? $0 : nil }
    }

    init(candidates: [Candidate], gap: RoutingGap?) {
        self.candidates = candidates
        self.gap = gap
    }
}

extension RoutingDecision.Candidate: CustomStringConvertible {
    /// `clinic-gr (demo-clinic) for RO-GR health: chosen`
    package var description: String {
        "\(agreement.id) (\(agreement.provider)) for \(region) \(service): \(verdict.rawValue)"
    }
}
