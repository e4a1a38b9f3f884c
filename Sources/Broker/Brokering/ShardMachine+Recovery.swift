import DequeModule
import Referrals
package import Store

extension ShardMachine {
    /// Folds an event into the counters; live as it is appended, and again from the log's tail.
    mutating func count(_ event: EventRecord, lane: Lane?) {
        if let agency = event.inbox, let priority = event.priority,
            event.kind.isEntry || (event.kind.endsEntry && event.entry != nil)
        {
            let level = Int(priority.level)
            inbox(of: agency).changeDepth(level: level, by: event.kind.isEntry ? 1 : -1)
        }
        if event.kind == .quarantined { quarantined += 1 }
        if let lane, event.lane != 0 {
            laneDepths[lane, default: 0] += Int64(event.lane)
            dirtyLanes.insert(lane)
        }
        if let agreement = event.agreement, event.load != 0 {
            if event.load > 0, let provider = event.inbox {
                load.assigned(agreement, to: provider, at: event.position)
                dirtyAgencies.insert(provider)
            } else {
                let wasFull = !hasRoom(agreement)
                load.ended(agreement)
                if wasFull { lookForRoom(under: agreement) }
            }
            dirtyAgreements.insert(agreement)
        }
    }

    /// An agreement can begin with a new day: somebody who waits may have it.
    mutating func lookAgainDaily() {
        guard lookedOn != now.day else { return }
        defer { lookedOn = now.day }
        if lookedOn != nil, isOpen(.anything) { lookAtWaiting(for: .anything) }
    }

    /// Writes the counters that changed, when enough happened since the last time.
    ///
    /// - Parameter isFinal: whether the broker stops in good order: then all is written.
    mutating func checkpoint(isFinal: Bool) {
        guard isFinal || head.rawValue - checkpointed.rawValue >= limits.checkpoint else { return }
        var rows: [CounterRecord] = []
        for (agency, inbox) in inboxes {
            for level in Priority.allCases.indices where inbox.windows[level].isDirty {
                let floor = inbox.floor(level: level, head: head)
                let key = "\(agency) \(level)"
                rows.append(
                    CounterRecord(kind: .inboxDepth, key: key, value: inbox.windows[level].depth))
                rows.append(CounterRecord(kind: .inboxFloor, key: key, value: floor.rawValue))
                inbox.windows[level].isDirty = false
            }
        }
        for lane in dirtyLanes {
            rows.append(
                CounterRecord(
                    kind: .laneDepth, key: lane.description, value: laneDepths[lane] ?? 0))
        }
        for agreement in dirtyAgreements {
            rows.append(
                CounterRecord(
                    kind: .agreementLoad, key: agreement.rawValue,
                    value: Int64(load.live[agreement] ?? 0)))
        }
        for agency in dirtyAgencies {
            rows.append(
                CounterRecord(
                    kind: .agencyUse, key: agency.rawValue,
                    value: load.lastAssigned[agency]?.rawValue ?? 0))
        }
        rows.append(CounterRecord(kind: .quarantined, key: "", value: quarantined))
        rows.append(CounterRecord(kind: .checkpoint, key: "", value: head.rawValue))
        dirtyLanes.removeAll()
        dirtyAgreements.removeAll()
        dirtyAgencies.removeAll()
        checkpointed = head
        decision.batch.counters = rows
    }

    /// A verdict that writes the counters as they stand and nothing else: the last one before the
    /// broker stops in good order.
    package mutating func writeCounters() -> ShardDecision {
        decision = ShardDecision()
        checkpoint(isFinal: true)
        defer { decision = ShardDecision() }
        return decision
    }

    /// Takes the counters as they were written down, and the log's tail behind them.
    mutating func recover(_ recovered: RecoveredShard) {
        for row in recovered.counters { take(row) }
        load = RoutingLoad(recovered.counters)
        for tail in recovered.tail { count(tail.event, lane: tail.lane) }
        for inbox in inboxes.values { inbox.forgetWindows() }
        // A broker that stopped while it looked at what waits left the rest to its successor.
        if isOpen(.anything) { lookAtWaiting(for: .anything) }
    }

    private mutating func take(_ row: CounterRecord) {
        switch row.kind {
        case .inboxDepth, .inboxFloor:
            let parts = row.key.split(separator: " ")
            guard parts.count == 2, let level = Int(parts[1]),
                Priority.allCases.indices.contains(level)
            else { return }
            let agency = AgencyID(rawValue: String(parts[0]))
            let inbox = inbox(of: agency)
            if row.kind == .inboxDepth {
                inbox.changeDepth(level: level, by: row.value)
            } else {
                inbox.setFloor(level: level, Position(row.value))
            }
        case .laneDepth:
            let parts = row.key.split(separator: " ")
            guard parts.count == 2 else { return }
            let lane = Lane(
                region: Region(rawValue: String(parts[0])),
                service: ServiceType(rawValue: String(parts[1])))
            laneDepths[lane] = row.value
        case .agreementLoad, .agencyUse: return
        case .quarantined:
            quarantined = row.value
        case .checkpoint:
            checkpointed = Position(row.value)
        }
    }

    /// After a commit that failed: what is volatile goes back to before the batch, and what is
    /// durable is taken anew from the log.
    package mutating func rollBack(to recovered: RecoveredShard, network: AppliedNetwork) {
        restore()
        var next = ShardMachine(
            recovered: recovered, network: network, limits: limits, random: random,
            known: known)
        next.consumers = consumers
        for (agency, inbox) in inboxes {
            let fresh = next.inbox(of: agency)
            fresh.consumers = inbox.consumers
            for flight in inbox.inFlight.values {
                // Of what only another server had, and nobody was told, nothing has left.
                guard flight.entry.position <= recovered.head else {
                    next.consumers[flight.consumer]?.given -= 1
                    continue
                }
                fresh.handOver(flight.entry, to: flight.consumer)
            }
            next.pumping.insert(agency)
        }
        next.servedLast = servedLast
        self = next
    }

    private mutating func restore() {
        for step in undo.reversed() {
            switch step {
            case .handedOver(let agency, let position, let consumer):
                _ = inboxes[agency]?.land(position)
                consumers[consumer]?.given -= 1
            case .landed(let agency, let flight):
                inboxes[agency]?.handOver(flight.entry, to: flight.consumer)
            case .attached(let consumer):
                guard let gone = consumers.removeValue(forKey: consumer) else { continue }
                inboxes[gone.inbox]?.consumers.removeAll { $0 == consumer }
            case .granted(let consumer, let before):
                consumers[consumer] = before
            case .detached(let consumer, let state):
                consumers[consumer] = state
                inboxes[state.inbox]?.consumers.append(consumer)
            }
        }
        undo.removeAll()
    }
}

extension RoutingLoad {
    /// What providers carried when the counters were written down.
    fileprivate init(_ counters: [CounterRecord]) {
        var live: [AgreementID: Int] = [:]
        var lastAssigned: [AgencyID: Position] = [:]
        for row in counters where row.value > 0 {
            if row.kind == .agreementLoad {
                live[AgreementID(rawValue: row.key)] = Int(row.value)
            } else if row.kind == .agencyUse {
                lastAssigned[AgencyID(rawValue: row.key)] = Position(row.value)
            }
        }
        self.init(live: live, lastAssigned: lastAssigned)
    }
}
