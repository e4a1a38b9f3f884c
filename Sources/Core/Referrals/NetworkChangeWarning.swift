/// What of a network is in use now: facts that the broker gathers before it plans a change.
package struct NetworkUse: Sendable {
    /// Referrals that wait in each lane, those with a provider not among them.
    package let waitingByLane: [Lane: Int]
    /// Deliveries that wait in each agency's inbox.
    package let queuedByAgency: [AgencyID: Int]
    /// Live assignments of each provider.
    package let liveByAgency: [AgencyID: Int]
    /// Live assignments under each agreement.
    package let liveByAgreement: [AgreementID: Int]

    package init(
        waitingByLane: [Lane: Int] = [:], queuedByAgency: [AgencyID: Int] = [:],
        liveByAgency: [AgencyID: Int] = [:], liveByAgreement: [AgreementID: Int] = [:]
    ) {
        self.waitingByLane = waitingByLane
        self.queuedByAgency = queuedByAgency
        self.liveByAgency = liveByAgency
        self.liveByAgreement = liveByAgreement
    }
}

/// What an operator should know before a change is applied.
package struct NetworkWarning: Hashable, Sendable, CustomStringConvertible {
    package enum Severity: String, Sendable, CaseIterable {
        /// The change can be applied; this follows from it.
        case warning
        /// The change must not be applied to this broker.
        case blocking
    }

    package let severity: Severity
    package let subject: NetworkChange.Subject
    /// What follows from the change, in one sentence.
    package let text: String

    package var description: String { "\(severity.rawValue): \(subject): \(text)" }
}

extension Network {
    /// What is dangerous in applying `next` in the place of this network.
    package func warnings(applying next: Network, use: NetworkUse) -> [NetworkWarning] {
        identityWarnings(next) + placeWarnings(next, use: use) + agencyWarnings(next, use: use)
            + agreementWarnings(next, use: use) + coverageWarnings(next, use: use)
            + lawWarnings(next)
    }

    private func identityWarnings(_ next: Network) -> [NetworkWarning] {
        var warnings: [NetworkWarning] = []
        if id != next.id {
            warnings.append(
                NetworkWarning(
                    severity: .blocking, subject: .network,
                    text: "its id would become \(next.id), and consents and receipts name \(id);"
                        + " another network needs a database of its own"))
        }
        if isDemo != next.isDemo {
            let text =
                next.isDemo
                ? "a demo network takes consents on the sender's word; what is here came without"
                    + " that warning"
                : "what was admitted here was admitted without a proper basis; a real network"
                    + " needs a database of its own"
            warnings.append(
                NetworkWarning(severity: .blocking, subject: .network, text: text))
        }
        return warnings
    }

    private func placeWarnings(_ next: Network, use: NetworkUse) -> [NetworkWarning] {
        var byRegion: [Region: Int] = [:]
        var byService: [ServiceType: Int] = [:]
        for (lane, count) in use.waitingByLane {
            byRegion[lane.region, default: 0] += count
            byService[lane.service, default: 0] += count
        }
        let goneRegions = regions.keys.filter { next.regions[$0] == nil }.sorted()
        let goneServices = services.keys.filter { next.services[$0] == nil }.sorted()
        let exposed = services.values.filter {
            $0.isConfidential && next.services[$0.service]?.isConfidential == false
        }
        return goneRegions.compactMap { region in
            byRegion[region].map { .removed(.region(region), waiting: $0) }
        }
            + goneServices.compactMap { service in
                byService[service].map { .removed(.service(service), waiting: $0) }
            }
            + exposed.map(\.service).sorted().map { service in
                NetworkWarning(
                    severity: .warning, subject: .service(service),
                    text: "would no longer be confidential: listings would show it by name")
            }
    }

    private func agencyWarnings(_ next: Network, use: NetworkUse) -> [NetworkWarning] {
        agencies.values.sorted { $0.id < $1.id }.flatMap { agency -> [NetworkWarning] in
            let live = use.liveByAgency[agency.id] ?? 0
            let subject = NetworkChange.Subject.agency(agency.id)
            guard let after = next.agencies[agency.id] else {
                return departureWarnings(
                    of: subject, live: live, queued: use.queuedByAgency[agency.id] ?? 0)
            }
            var texts: [String] = []
            if Set(agency.certificates).isDisjoint(with: after.certificates) {
                texts.append(
                    "none of its certificates stays: its system cannot connect until it"
                        + " has the new one")
            }
            if agency.kind != after.kind, live > 0 {
                texts.append(
                    "becomes \(after.kind.rawValue) with \(counted(live)): the basis of"
                        + " each is asked again for that kind")
            }
            return texts.map {
                NetworkWarning(severity: .warning, subject: subject, text: $0)
            }
        }
    }

    /// Who is not on the network cannot connect: what is with them would be with nobody.
    private func departureWarnings(
        of subject: NetworkChange.Subject, live: Int, queued: Int
    ) -> [NetworkWarning] {
        if live > 0 {
            return [
                NetworkWarning(
                    severity: .blocking, subject: subject,
                    text: "serves \(counted(live)), which would be with nobody: give its"
                        + " agreements an end first, so that it is offered nothing new, and take"
                        + " them and the agency out when these have ended")
            ]
        }
        guard queued > 0 else { return [] }
        return [
            NetworkWarning(
                severity: .warning, subject: subject,
                text: "would go with \(queued) in its inbox, which nobody could fetch while it is"
                    + " not on the network")
        ]
    }

    private func lawWarnings(_ next: Network) -> [NetworkWarning] {
        Set(policy.laws).subtracting(next.policy.laws).sorted { $0.regime < $1.regime }.map {
            let references = $0.references.sorted().joined(separator: ", ")
            return NetworkWarning(
                severity: .warning, subject: .policy,
                text:
                    "the law \($0.regime) (\(references.isEmpty ? "any" : references)) would go or"
                    + " change: what waits on it, and is covered no longer, is set aside in"
                    + " quarantine")
        }
    }

    private func agreementWarnings(_ next: Network, use: NetworkUse) -> [NetworkWarning] {
        let after = next.agreementsByID
        return agreements.sorted { $0.id < $1.id }.compactMap { agreement in
            guard let live = use.liveByAgreement[agreement.id], live > 0 else { return nil }
            let subject = NetworkChange.Subject.agreement(agreement.id)
            guard let changed = after[agreement.id] else {
                // Nobody could tell any more with whom they are.
                return NetworkWarning(
                    severity: .blocking, subject: subject,
                    text: "would go with \(live) live assignments under it: give it an end in the"
                        + " past, so that nothing new is offered, and take it out when they have"
                        + " ended")
            }
            if changed.provider != agreement.provider {
                return NetworkWarning(
                    severity: .blocking, subject: subject,
                    text: "would pass to \(changed.provider) while \(live) assignments under it"
                        + " live with \(agreement.provider): give it an end, and"
                        + " \(changed.provider) an agreement of its own")
            }
            guard let capacity = changed.capacity, capacity < live else { return nil }
            return NetworkWarning(
                severity: .warning, subject: subject,
                text: "its capacity would be \(capacity) with \(live) live assignments: it gets"
                    + " nothing until some have ended")
        }
    }

    /// Lanes that somebody waits in, that were served, and would be served by nobody.
    private func coverageWarnings(_ next: Network, use: NetworkUse) -> [NetworkWarning] {
        use.waitingByLane.keys.sorted { ($0.region, $0.service) < ($1.region, $1.service) }
            .compactMap { lane in
                guard covers(lane), !next.covers(lane) else { return nil }
                return NetworkWarning(
                    severity: .warning, subject: .region(lane.region),
                    text: "nobody would serve \(lane.service) here, for which"
                        + " \(waiting(use.waitingByLane[lane] ?? 0))")
            }
    }

    /// Whether any agreement, in force or not, covers the lane.
    package func covers(_ lane: Lane) -> Bool {
        routing.path(to: lane.region).contains { region in
            routing.path(to: lane.service).contains { service in
                routing.agreements(region: region, service: service) != nil
            }
        }
    }
}

extension NetworkWarning {
    fileprivate static func removed(
        _ subject: NetworkChange.Subject, waiting count: Int
    ) -> NetworkWarning {
        NetworkWarning(
            severity: .warning, subject: subject,
            text: "would go while \(waiting(count)) there: on hold, until somebody serves it again"
                + " or the requester cancels")
    }
}

private func waiting(_ count: Int) -> String {
    count == 1 ? "1 referral waits" : "\(count) referrals wait"
}

private func counted(_ open: Int) -> String {
    open == 1 ? "1 open referral" : "\(open) open referrals"
}
