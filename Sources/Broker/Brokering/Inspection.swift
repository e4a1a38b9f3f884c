package import LibPQ
package import Referrals
package import Store

/// The questions that operators and monitoring ask: figures from the shard's memory, the rest from
/// the database, over a connection that can only read.
///
/// No answer has content or anything of a person; a confidential service type is shown as its
/// parent, and what a custody event means as `paused`.
package struct Inspection: Sendable {
    package let broker: Broker
    package let inspector: Inspector
    /// The business time.
    package let now: @Sendable () -> Instant

    package init(broker: Broker, inspector: Inspector, now: @escaping @Sendable () -> Instant) {
        self.broker = broker
        self.inspector = inspector
        self.now = now
    }

    /// One lane in which somebody waits.
    package struct LaneLine: Hashable, Sendable {
        package let lane: Lane
        package let depth: Int64
        /// Since when the first one waits; nil if the database did not tell in time.
        package let oldest: Instant?
    }

    package struct InboxLine: Hashable, Sendable {
        package let agency: AgencyID
        package let depth: Int64
        package let inFlight: Int
        package let consumers: Int
        package let oldest: Instant?
    }

    /// Lanes with somebody in them, the fullest first; nil before the shard is ours.
    package func lanes() async throws(DatabaseError) -> [LaneLine]? {
        guard let summary = await broker.summary() else { return nil }
        let ages = summary.lanes.isEmpty ? [:] : try await inspector.laneAges()
        return lines(of: summary, ages: ages).sorted {
            ($1.depth, $0.lane.description) < ($0.depth, $1.lane.description)
        }
    }

    func lines(of summary: ShardSummary, ages: [Lane: Instant]) -> [LaneLine] {
        let network = broker.network.network
        var shown: [Lane: (depth: Int64, oldest: Instant?)] = [:]
        for (lane, depth) in summary.lanes {
            let place = network.shown(lane)
            let oldest = [shown[place]?.oldest, ages[lane]].compactMap(\.self).min()
            shown[place] = ((shown[place]?.depth ?? 0) + depth, oldest)
        }
        return shown.map { LaneLine(lane: $0, depth: $1.depth, oldest: $1.oldest) }
    }

    /// Inboxes in which something lies or from which somebody takes, by name; nil before the shard
    /// is ours.
    package func inboxes() async throws(DatabaseError) -> [InboxLine]? {
        guard let summary = await broker.summary() else { return nil }
        let ages = try await inspector.inboxAges(summary.inboxes.flatMap(\.floors))
        return lines(of: summary, ages: ages)
    }

    func lines(of summary: ShardSummary, ages: [AgencyID: Instant]) -> [InboxLine] {
        summary.inboxes.map {
            InboxLine(
                agency: $0.agency, depth: $0.depth, inFlight: $0.inFlight,
                consumers: $0.consumers, oldest: ages[$0.agency])
        }
    }

    /// A referral as it stands, with its history.
    package struct Referral: Sendable {
        package let record: ReferralRecord
        package let events: [EventRecord]
        /// Its lane as it may be shown.
        package let lane: Lane

        /// The event that set its delivery aside, where its provider has not answered since.
        package var quarantined: EventRecord? {
            guard let live = record.liveAssignment, live.status == .requested else { return nil }
            return events.last { $0.kind == .quarantined && $0.entry == live.entry }
        }
    }

    package func referral(_ name: QualifiedName) async throws(DatabaseError) -> Referral? {
        guard let found = try await inspector.referral(name) else { return nil }
        var record = ReferralRecord(row: found.row)
        for event in found.events { record.apply(event) }
        return Referral(
            record: record, events: found.events,
            lane: broker.network.network.shown(record.lane))
    }

    /// Why a referral is, or would be, offered to whom.
    package struct Explanation: Sendable {
        package let referral: Referral
        package let today: CalendarDate
        package let declined: [AgencyID]
        /// nil where the network no longer has the referrer.
        package let decision: RoutingDecision?
        package let load: RoutingLoad
    }

    /// Asks routing as it would be asked if the referral were dispatched now, and whoever has it
    /// gave it up.
    package func explain(_ name: QualifiedName) async throws(DatabaseError) -> Explanation? {
        guard let referral = try await referral(name) else { return nil }
        let network = broker.network.network
        let row = referral.record.row
        let declined = referral.record.formerProviders
        let holder = referral.record.liveAssignment.map { [$0.provider] } ?? []
        let load = await broker.summary()?.load ?? RoutingLoad()
        let today = now().day
        let decision = network.agencies[row.name.agency].map { sender in
            network.explain(
                RoutingRequest(
                    sender: sender.id, senderKind: sender.kind, service: row.service,
                    region: row.region, to: row.to, declined: declined.union(holder),
                    today: today),
                load: load)
        }
        return Explanation(
            referral: referral, today: today, declined: declined.sorted(), decision: decision,
            load: load)
    }

    package func quarantined(
        before: Position?, limit: Int32
    ) async throws(DatabaseError) -> [QuarantinedEntry] {
        try await inspector.quarantined(before: before, limit: limit)
    }
}

extension Network {
    /// The service type as others than sender and provider may see it: a confidential one, and all
    /// below it, as the nearest one above that is not. One that the network does not have any more
    /// may have been confidential.
    package func shown(_ service: ServiceType) -> ServiceType {
        let secret = service.lineage.last { services[$0].map(\.isConfidential) ?? true }
        guard let secret else { return service }
        return secret.parent ?? ServiceType(rawValue: "confidential")
    }

    package func shown(_ lane: Lane) -> Lane {
        Lane(region: lane.region, service: shown(lane.service))
    }

    /// The agreements' own places can be confidential too.
    package func shown(_ candidate: RoutingDecision.Candidate) -> Lane {
        Lane(region: candidate.region, service: shown(candidate.service))
    }
}

extension ReasonCode {
    /// What an operator may see of a reason: what a custody event means belongs to the section
    /// `custody`.
    package var shown: String {
        switch self {
        case .returnedToCustody, .sentenceChanged: "paused"
        default: rawValue
        }
    }
}
