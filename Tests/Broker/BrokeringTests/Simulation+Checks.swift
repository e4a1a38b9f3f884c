import Fixtures
import Referrals
import Store

@testable import Brokering

// What must hold between two batches.
extension Simulation {
    /// What was settled in this batch has come to what its outcome says.
    mutating func checkSettlements() throws {
        for (entry, outcome) in settled {
            let fates = store.fates[entry] ?? []
            let isRight =
                switch outcome {
                case .accepted: fates.last?.kind == .settled
                case .rejected: fates.last?.kind == .quarantined
                case .released, .modified, .lost:
                    fates.contains { $0.outcome == outcome || $0.kind.endsEntry }
                }
            // A batch that was cut in halves is published half by half.
            if isRight { settled[entry] = nil }
        }
    }

    /// The machine has done all that it could.
    func checkAtRest() throws {
        if let entry = settled.keys.first {
            throw Violation("entry \(entry) was settled, and the log does not say so")
        }
        try checkDeliveries()
        for (id, client) in clients where client.isDraining {
            throw Violation("consumer \(id.rawValue) drains and is not told that it is done")
        }
        for record in store.records.values
        where record.state == .requested && record.liveAssignment == nil && !record.isWaiting {
            throw Violation("referral \(record.row.name) is nowhere")
        }
    }

    /// What is on its way is what clients hold, and nothing waits for which there is credit.
    private func checkDeliveries() throws {
        var held: [AgencyID: [Position: ConsumerID]] = [:]
        var busy: [AgencyID: Set<ReferralID>] = [:]
        var hasCredit: Set<AgencyID> = []
        for (id, client) in clients {
            if client.credit > 0 { hasCredit.insert(client.inbox) }
            for entry in client.held.keys {
                held[client.inbox, default: [:]][entry] = id
                if let referral = store.event(at: entry)?.referral {
                    busy[client.inbox, default: []].insert(referral)
                }
            }
        }
        for (agency, inbox) in machine.inboxes {
            guard inbox.inFlight.mapValues(\.consumer) == held[agency] ?? [:] else {
                throw Violation("what is on its way from \(agency) is not what its clients hold")
            }
        }
        guard !hasCredit.isEmpty else { return }
        for entry in store.entries where store.isOpen(entry) {
            guard let event = store.event(at: entry), let inbox = event.inbox,
                hasCredit.contains(inbox), held[inbox]?[entry] == nil
            else { continue }
            if let referral = event.referral, busy[inbox]?.contains(referral) == true { continue }
            throw Violation("entry \(entry) waits in \(inbox) while there is credit")
        }
    }

    /// Counters are what a count of the log gives, and whoever waits waits for a reason.
    func checkCounters() throws {
        var depths: [AgencyID: [Int64]] = [:]
        for entry in store.entries where store.isOpen(entry) {
            guard let event = store.event(at: entry), let inbox = event.inbox,
                let priority = event.priority
            else { continue }
            depths[inbox, default: [0, 0, 0, 0]][Int(priority.level)] += 1
        }
        for (agency, inbox) in machine.inboxes {
            let depth = inbox.windows.map(\.depth)
            guard depth == depths[agency] ?? [0, 0, 0, 0] else {
                throw Violation("\(agency) has \(depth), counted \(depths[agency] ?? [])")
            }
        }
        var lanes: [Lane: Int64] = [:]
        var live: [AgreementID: Int] = [:]
        for record in store.records.values {
            if record.isWaiting { lanes[record.lane, default: 0] += 1 }
            if let agreement = record.liveAssignment?.agreement { live[agreement, default: 0] += 1 }
        }
        guard machine.laneDepths.filter({ $0.value != 0 }) == lanes else {
            throw Violation("lanes \(machine.laneDepths), counted \(lanes)")
        }
        guard machine.load.live == live else {
            throw Violation("load \(machine.load.live), counted \(live)")
        }
        let quarantined = store.log.count { $0.kind == .quarantined }
        guard machine.quarantined == quarantined else {
            throw Violation("quarantine of \(machine.quarantined), counted \(quarantined)")
        }
        try checkWaiting()
    }

    private func checkWaiting() throws {
        let network = store.network.network
        for record in store.records.values where record.isWaiting {
            let sender = record.row.name.agency
            let request = RoutingRequest(
                sender: sender, senderKind: Network.sampleKinds[sender] ?? .prison,
                service: record.row.service, region: record.row.region, to: record.row.to,
                declined: record.formerProviders, today: now.day)
            if let agreement = network.route(request, load: machine.load) {
                throw Violation("\(record.row.name) waits, and \(agreement.id) would serve it")
            }
        }
    }

    /// With a client at each inbox that takes everything, nothing stays anywhere.
    mutating func drainEverything() throws {
        faultPercent = 0
        let agencies = Network.sampleKinds.keys.sorted()
        var commands: [ShardCommand] = clients.keys.sorted { $0.rawValue < $1.rawValue }
            .map { .detach($0) }
        clients = [:]
        for agency in agencies { commands.append(attach(to: agency)) }
        for id in clients.keys {
            clients[id]?.limit = 1_000_000
            commands.append(.grant(id, limit: 1_000_000))
        }
        settled = [:]
        repeat {
            try process(commands)
            try rest()
            commands = []
            for (id, client) in clients {
                for (entry, attempt) in client.held {
                    clients[id]?.held[entry] = nil
                    settled[entry] = .accepted
                    commands.append(
                        .settle(id, entry: entry, attempt: attempt, .accepted)
                    )
                }
            }
        } while !commands.isEmpty
        try checkCounters()
        if let entry = store.entries.first(where: store.isOpen) {
            throw Violation("entry \(entry) never drains")
        }
    }
}
