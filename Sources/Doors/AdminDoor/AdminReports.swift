import AdminAPI
import Brokering
import Referrals
import Store

// How what the broker tells becomes what the socket tells.

extension StatusReport {
    init(
        _ broker: Broker, summary: ShardSummary?, facts: DaemonFacts, readiness: Readiness
    ) {
        let applied = broker.network
        let now = facts.wallClock()
        self.init(
            demo: applied.network.isDemo, program: "throughcared \(facts.version)",
            network: NetworkName(applied), ready: readiness.isReady, failing: readiness.failing,
            open: broker.isOpen, stopping: broker.isStopping, epoch: broker.epoch,
            head: summary?.head.rawValue ?? 0, queue: broker.queueDepth,
            beatAgeSeconds: (ContinuousClock.now - broker.lastBeat).seconds,
            waiting: summary?.waiting, deliverable: summary?.depth,
            inFlight: summary?.inFlight, consumers: summary?.consumers,
            quarantined: summary?.quarantined,
            doors: facts.doors().map {
                Door(name: $0.name, listening: $0.isListening, connections: $0.connections)
            },
            certificateNotAfter: facts.certificateNotAfter().map {
                Instant(microseconds: $0 * 1_000_000).description
            },
            started: Instant(microseconds: facts.started).description,
            uptimeSeconds: Double(now - facts.started) / 1_000_000)
    }
}

extension NetworkName {
    init(_ applied: AppliedNetwork) {
        self.init(
            id: applied.network.id.rawValue, name: applied.network.name, version: applied.version)
    }
}

extension NetworkReport {
    init(_ applied: AppliedNetwork, load: RoutingLoad) {
        let network = applied.network
        self.init(
            demo: network.isDemo, network: NetworkName(applied), regions: network.regions.count,
            services: network.services.count,
            agencies: network.agencies.values.sorted { $0.id < $1.id }.map {
                AgencyLine(
                    id: $0.id.rawValue, name: $0.name, kind: $0.kind.rawValue,
                    certificates: $0.certificates.map(\.description),
                    supervisor: $0.supervisor?.rawValue)
            },
            agreements: network.agreements.sorted { $0.id < $1.id }.map {
                AgreementLine(
                    id: $0.id.rawValue, provider: $0.provider.rawValue,
                    services: $0.services.map(\.rawValue), regions: $0.regions.map(\.rawValue),
                    priority: $0.priority, capacity: $0.capacity, live: load.live[$0.id] ?? 0)
            }, maxDeliveries: network.policy.maxDeliveries)
    }
}

extension NetworkPlanReport {
    init(_ plan: NetworkPlan, in applied: AppliedNetwork, isApplied: Bool) {
        self.init(
            demo: plan.network.isDemo, network: NetworkName(applied), base: plan.base,
            applied: isApplied, blocked: plan.isBlocked, changes: plan.changes.map(\.description),
            warnings: plan.warnings.map(WarningLine.init))
    }
}

extension WarningLine {
    init(_ warning: NetworkWarning) {
        self.init(
            severity: warning.severity.rawValue, subject: "\(warning.subject)", text: warning.text)
    }
}

extension VersionLine {
    init(_ version: NetworkVersion) {
        self.init(
            version: version.version, at: "\(version.at)", author: "\(version.author)",
            bytes: version.bytes)
    }
}

extension LaneLine {
    init(_ line: Inspection.LaneLine, now: Instant) {
        self.init(
            region: line.lane.region.rawValue, service: line.lane.service.rawValue,
            depth: line.depth, oldest: line.oldest?.description,
            oldestAgeSeconds: line.oldest?.age(at: now))
    }
}

extension InboxLine {
    init(_ line: Inspection.InboxLine, now: Instant) {
        self.init(
            agency: line.agency.rawValue, depth: line.depth, inFlight: line.inFlight,
            consumers: line.consumers, oldest: line.oldest?.description,
            oldestAgeSeconds: line.oldest?.age(at: now))
    }
}

extension QuarantineLine {
    init(_ entry: QuarantinedEntry, in network: Network) {
        let lane = entry.lane.map(network.shown)
        self.init(
            position: entry.entry.rawValue, agency: entry.inbox.rawValue,
            referral: entry.referral?.description, region: lane?.region.rawValue,
            service: lane?.service.rawValue, type: entry.kind.messageType, code: entry.code,
            cause: entry.cause?.rawValue, outcome: entry.outcome?.rawValue,
            attempts: entry.attempts, enqueued: "\(entry.enqueued)", since: "\(entry.since)",
            assignment: entry.assignment?.description, assignmentStatus: entry.status?.rawValue)
    }
}

extension StuckLine {
    init(_ stuck: StuckReferral, shown: Lane, now: Instant) {
        self.init(
            referral: "\(stuck.referral)", region: shown.region.rawValue,
            service: shown.service.rawValue, priority: stuck.priority.rawValue,
            since: "\(stuck.since)", ageSeconds: stuck.since.age(at: now))
        switch stuck.cause {
        case .unserved: hold = HoldCause.provider.rawValue
        case .held(let provider, let reason):
            hold = HoldCause.assignment.rawValue
            (agency, self.reason) = (provider?.rawValue, reason?.shown)
        case .givenBack(let provider, let reason):
            hold = HoldCause.referrer.rawValue
            (agency, self.reason) = (provider?.rawValue, reason?.shown)
        case .quarantined(let inbox, let cause):
            (quarantined, agency) = (cause?.rawValue ?? "unknown", inbox?.rawValue)
        }
    }
}

extension EventKind {
    /// What the recipient of an entry of this kind is given.
    fileprivate var messageType: String {
        switch self {
        case .assigned: "referral"
        case .queued: "update"
        case .noticed: "notice"
        case .admitted, .unserved, .updated, .cancelled, .handedOver, .returned, .settled,
            .quarantined, .withdrawn, .networkApplied:
            rawValue
        }
    }
}

extension ReferralReport {
    init(_ referral: Inspection.Referral, demo: Bool) {
        let record = referral.record
        self.init(
            demo: demo, referral: "\(record.row.name)", region: referral.lane.region.rawValue,
            service: referral.lane.service.rawValue, priority: record.row.priority.rawValue,
            basis: record.row.basis.kind.rawValue, named: record.row.to?.rawValue,
            admitted: "\(record.row.at)", status: record.state.status.rawValue,
            hold: record.state.hold?.rawValue, waiting: record.isWaiting,
            quarantined: referral.quarantined.map(QuarantineMark.init),
            assignments: record.assignments.map {
                AssignmentLine(
                    assignment: "\($0.number)", provider: $0.provider.rawValue,
                    agreement: $0.agreement?.rawValue, status: $0.status.rawValue,
                    handedOver: $0.wasHandedOver)
            }, history: referral.events.map(HistoryLine.init))
    }
}

extension QuarantineMark {
    init(_ event: EventRecord) { self.init(since: "\(event.at)", cause: event.code) }
}

extension HistoryLine {
    init(_ event: EventRecord) {
        self.init(
            position: event.position.rawValue, at: "\(event.at)", kind: event.kind.rawValue,
            actor: "\(event.actor)", network: event.networkVersion,
            assignment: event.assignment?.description, status: event.status?.rawValue,
            reason: event.reason?.shown, agreement: event.agreement?.rawValue,
            inbox: event.inbox?.rawValue, entry: event.entry?.rawValue,
            attempt: event.attempt > 0 ? event.attempt : nil, outcome: event.outcome?.rawValue,
            code: event.code)
    }
}

extension ExplanationReport {
    init(_ explanation: Inspection.Explanation, in network: Network) {
        let referral = explanation.referral
        let decision = explanation.decision
        self.init(
            demo: network.isDemo, referral: "\(referral.record.row.name)",
            status: referral.record.state.status.rawValue,
            hold: referral.record.state.hold?.rawValue,
            ended: referral.record.state.status.isFinal, region: referral.lane.region.rawValue,
            service: referral.lane.service.rawValue, named: referral.record.row.to?.rawValue,
            declined: explanation.declined.map(\.rawValue),
            holder: referral.record.liveAssignment?.provider.rawValue,
            quarantined: referral.quarantined.map(QuarantineMark.init),
            today: "\(explanation.today)", chosen: decision?.chosen?.agreement.id.rawValue,
            gap: decision.map { $0.gap?.rawValue } ?? "sender-not-on-the-network",
            candidates: decision?.candidates.map {
                CandidateLine(
                    $0, shown: network.shown($0), load: explanation.load,
                    holder: referral.record.liveAssignment?.provider)
            } ?? [])
    }
}

extension CandidateLine {
    init(
        _ candidate: RoutingDecision.Candidate, shown: Lane, load: RoutingLoad, holder: AgencyID?
    ) {
        let agreement = candidate.agreement
        self.init(
            agreement: agreement.id.rawValue, provider: agreement.provider.rawValue,
            region: shown.region.rawValue, service: shown.service.rawValue,
            priority: agreement.priority, live: load.live[agreement.id] ?? 0,
            capacity: agreement.capacity,
            verdict: candidate.verdict == .declinedBefore && agreement.provider == holder
                ? "has-it-now" : candidate.verdict.rawValue,
            eligible: candidate.verdict.isEligible)
    }
}

extension Instant {
    fileprivate func age(at now: Instant) -> Double {
        Double(max(0, now.microseconds - microseconds)) / 1_000_000
    }
}

extension Duration {
    fileprivate var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
