import DequeModule
import Messages
import Referrals
import Store

extension ShardMachine {
    // MARK: Consumers

    /// The inbox of an agency, made when it is first spoken of.
    mutating func inbox(of agency: AgencyID) -> Inbox {
        if let inbox = inboxes[agency] { return inbox }
        let inbox = Inbox(agency: agency)
        inboxes[agency] = inbox
        return inbox
    }

    mutating func attach(_ consumer: ConsumerID, inbox agency: AgencyID, outlet: OutletID) {
        guard consumers[consumer] == nil else { return }
        consumers[consumer] = Consumer(inbox: agency, outlet: outlet)
        inbox(of: agency).consumers.append(consumer)
        undo.append(.attached(consumer))
    }

    mutating func grant(_ consumer: ConsumerID, limit: UInt64, isDraining: Bool) {
        guard let before = consumers[consumer] else { return }
        undo.append(.granted(consumer, before))
        consumers[consumer]?.limit = limit
        consumers[consumer]?.isDraining = isDraining
        pumping.insert(before.inbox)
    }

    mutating func detach(_ consumer: ConsumerID) {
        guard let gone = consumers.removeValue(forKey: consumer) else { return }
        undo.append(.detached(consumer, gone))
        inboxes[gone.inbox]?.consumers.removeAll { $0 == consumer }
        let held = inboxes[gone.inbox]?.inFlight.values.filter { $0.consumer == consumer } ?? []
        for flight in held.sorted(by: { $0.entry.position < $1.entry.position }) {
            giveBack(flight.entry, inbox: gone.inbox, outcome: .lost)
        }
        pumping.insert(gone.inbox)
    }

    // MARK: Entries

    /// Puts the entry of an event of this batch into its inbox.
    mutating func enqueue(at index: Int) {
        let event = decision.batch.events[index]
        guard let agency = event.inbox, let entry = InboxEntry(event) else { return }
        inbox(of: agency).append(entry.queued, capacity: limits.window)
        pumping.insert(agency)
    }

    /// Hands over what the inboxes have to who has credit, in turn. A batch has room for some of
    /// them only: the next one begins behind the one that was served last.
    mutating func pump() {
        let agencies = pumping.sorted()
        pumping.removeAll(keepingCapacity: true)
        let first = servedLast.flatMap { last in agencies.firstIndex { $0 > last } } ?? 0
        for agency in agencies[first...] + agencies[..<first] { pump(agency) }
    }

    private mutating func pump(_ agency: AgencyID) {
        while true {
            guard handOversLeft > 0 else {
                pumping.insert(agency)
                return
            }
            guard let next = inboxes[agency]?.next(among: consumers) else { return }
            switch next {
            case .nothing:
                return finishDraining(agency)
            case .refill(let priority, let after):
                return refill(agency, priority: priority, after: after)
            case .entry(let queued, let consumer):
                guard let record = records.value(for: queued.referral) else {
                    guard unfound.contains(queued.referral) else {
                        return fetch(queued, inbox: agency)
                    }
                    quarantine(orphan: queued, inbox: agency)
                    inboxes[agency]?.release(queued.referral)
                    continue
                }
                // One that is not open any more was withdrawn while it waited.
                if let entry = record.openEntry(at: queued.position) {
                    handOver(entry, of: record, inbox: agency, to: consumer)
                }
                inboxes[agency]?.release(queued.referral)
            }
        }
    }

    /// Asks for more of an inbox, or puts it off to the next batch.
    private mutating func refill(_ agency: AgencyID, priority: Priority, after: Position) {
        let refill = LoadRequest.Refill(inbox: agency, priority: priority, after: after)
        guard !wanted.refills.contains(refill) else { return }
        guard wanted.refills.count < limits.refills else {
            pumping.insert(agency)
            return
        }
        wanted.refills.append(refill)
        servedLast = agency
    }

    /// Puts an entry back until its referral's history has been read, with those of the next ones.
    private mutating func fetch(_ queued: QueuedEntry, inbox agency: AgencyID) {
        inboxes[agency]?.putBack(queued)
        pumping.insert(agency)
        guard wanted.referrals.count < limits.refills * limits.handOvers else { return }
        let upcoming = inboxes[agency]?.upcoming(limits.handOvers) ?? []
        wanted.referrals.append(contentsOf: Set(upcoming).filter { !records.contains($0) })
        servedLast = agency
    }

    private mutating func finishDraining(_ agency: AgencyID) {
        for consumer in inboxes[agency]?.consumers ?? [] {
            guard let state = consumers[consumer], state.isDraining else { continue }
            undo.append(.granted(consumer, state))
            consumers[consumer]?.isDraining = false
            consumers[consumer]?.limit = state.given
            decision.publications.append(
                .answer(state.outlet, .drained(consumer, limit: state.limit)))
        }
    }

    /// Records that an entry leaves, and has it leave after the commit.
    private mutating func handOver(
        _ entry: InboxEntry, of record: ReferralRecord, inbox agency: AgencyID,
        to consumer: ConsumerID
    ) {
        guard let outlet = consumers[consumer]?.outlet else { return }
        if record.isOver(entry, for: agency) {
            append(.withdrawn, actor: .broker) { $0.concerns(entry, in: agency) }
            return
        }
        let authorization = authorization(of: entry, in: record, for: agency)
        if entry.body != nil && authorization == nil {
            // The basis no longer covers this recipient: it waits where an operator sees it.
            quarantine(entry, inbox: agency, outcome: .released, because: .basis)
            return
        }
        var leaving = entry
        leaving.attempts += 1
        recordHandOver(leaving, inbox: agency)
        inboxes[agency]?.handOver(leaving, to: consumer)
        inboxes[agency]?.endTurn(of: consumer)
        consumers[consumer]?.given += 1
        handOversLeft -= 1
        servedLast = agency
        undo.append(.handedOver(agency, entry.position, consumer))
        decision.publications.append(
            .handOver(
                ShardDecision.HandOver(
                    outlet: outlet, consumer: consumer, recipient: agency, entry: leaving,
                    attempt: leaving.attempts, referral: record.row,
                    authorization: authorization)))
    }

    /// An entry of this very batch says in its own event that it leaves; another needs an event.
    private mutating func recordHandOver(_ entry: InboxEntry, inbox agency: AgencyID) {
        if let first = decision.batch.events.first?.position, entry.position >= first,
            entry.attempts == 1
        {
            decision.batch.events[Int(entry.position.rawValue - first.rawValue)].attempt = 1
            records.change(entry.referral) { $0.handedOver(entry.position, attempt: 1) }
            return
        }
        append(.handedOver, actor: .broker) { $0.concerns(entry, in: agency) }
    }

    /// The gate, asked in the batch that commits the hand-over. What an update says of the status
    /// passes between those who know of the referral, whatever its basis has become.
    private mutating func authorization(
        of entry: InboxEntry, in record: ReferralRecord, for recipient: AgencyID
    ) -> ReleaseAuthorization? {
        guard entry.body != nil else { return nil }
        let assignment = entry.assignment.flatMap { record.assignment($0) }
        let discloser = recipient == record.row.name.agency ? assignment?.provider : nil
        var basis = coverage(of: record.row.basis, flowingBackFrom: discloser)
        if basis == nil, entry.kind == .queued, assignment?.wasHandedOver == true {
            basis = applied.network.authorizeStatus(record.row.basis)
        }
        return try? basis?.release(to: recipient, in: applied.network)
    }

    /// What a referral's basis covers, section by section; nil where it covers no disclosure at
    /// all.
    ///
    /// - Parameter provider: whose disclosure it is, for what flows back to the referrer. Statuses
    ///   flow back in any case; content, if the basis is good for that agency's kind too.
    mutating func coverage(
        of facts: BasisFacts, flowingBackFrom provider: AgencyID?
    ) -> BasisAuthorization? {
        guard let provider else { return coverage(of: facts) }
        if let kind = applied.network.agencies[provider]?.kind,
            let basis = coverage(of: facts.with(discloser: kind))
        {
            return basis
        }
        return applied.network.authorizeStatus(facts)
    }

    private mutating func coverage(of facts: BasisFacts) -> BasisAuthorization? {
        if let known = coverages[facts] { return known }
        let covered = SectionLabel.allCases.filter {
            (try? applied.network.authorize(facts.with(sections: [$0]))) != nil
        }
        let basis = try? applied.network.authorize(facts.with(sections: SectionSet(covered)))
        if coverages.count >= Self.maxCoverages { coverages.removeAll() }
        coverages[facts] = basis
        return basis
    }

    // MARK: Settlement

    mutating func settle(
        _ position: Position, attempt: Int16, outcome: DeliveryOutcome, remark: SettlementRemark?,
        by consumer: ConsumerID
    ) {
        guard let state = consumers[consumer],
            let flight = inboxes[state.inbox]?.inFlight[position],
            flight.consumer == consumer, flight.entry.attempts == attempt
        else { return }
        let inbox = state.inbox
        switch outcome {
        case .accepted:
            take(flight.entry, inbox: inbox)
        case .rejected:
            land(position, inbox: inbox)
            quarantine(flight.entry, inbox: inbox, outcome: outcome, because: .refused)
        case .modified where remark == .undeliverableHere:
            land(position, inbox: inbox)
            quarantine(flight.entry, inbox: inbox, outcome: outcome, because: .refused)
        case .modified:
            let isTooLarge = remark == .tooLarge
            giveBack(
                flight.entry, inbox: inbox, outcome: outcome,
                failure: isTooLarge ? .tooLarge : .failed)
        case .released, .lost:
            giveBack(
                flight.entry, inbox: inbox, outcome: outcome, byBroker: remark == .notSent)
        }
        pumping.insert(inbox)
    }

    /// The recipient's system has it: with a referral's own entry, the assignment is `received`.
    private mutating func take(_ entry: InboxEntry, inbox agency: AgencyID) {
        land(entry.position, inbox: agency)
        var status: AssignmentStatus?
        if entry.kind == .assigned,
            let assignment = entry.assignment.flatMap({
                records.value(for: entry.referral)?.assignment($0)
            }),
            case .moves(let next) = assignment.status.transition(on: .deliverySettled)
        {
            status = next
        }
        append(.settled, actor: .agency(agency)) {
            $0.concerns(entry, in: agency)
            $0.status = status
            $0.outcome = .accepted
        }
    }

    /// Hand-overs after which an entry that is only ever given back is set aside: it would be
    /// turned round for ever.
    static let maxAttempts: Int16 = 1_000

    mutating func neverSent(
        _ position: Position, attempt: Int16, isUnreadable: Bool, by consumer: ConsumerID
    ) {
        guard let state = consumers[consumer],
            let flight = inboxes[state.inbox]?.inFlight[position],
            flight.consumer == consumer, flight.entry.attempts == attempt
        else { return }
        undo.append(.granted(consumer, state))
        consumers[consumer]?.given -= 1
        if isUnreadable {
            land(position, inbox: state.inbox)
            quarantine(flight.entry, inbox: state.inbox, outcome: .lost, because: .unreadable)
        } else {
            giveBack(flight.entry, inbox: state.inbox, outcome: .lost, byBroker: true)
        }
        pumping.insert(state.inbox)
    }

    /// What a command changes of the volatile state, where the database would not take its events:
    /// nothing stays stuck, and what was on its way comes again.
    package mutating func applyVolatile(_ command: ShardCommand) {
        switch command {
        case .attach(let consumer, let inbox, let outlet):
            attach(consumer, inbox: inbox, outlet: outlet)
        case .grant(let consumer, let limit):
            grant(consumer, limit: limit, isDraining: false)
        case .drain(let consumer, let limit):
            grant(consumer, limit: limit, isDraining: true)
        case .settle(let consumer, let entry, _, _, _):
            putBackVolatile(entry, of: consumer)
        case .neverSent(let consumer, let entry, _, _):
            guard putBackVolatile(entry, of: consumer) else { return }
            consumers[consumer]?.given -= 1
        case .detach(let consumer):
            guard let gone = consumers.removeValue(forKey: consumer) else { return }
            inboxes[gone.inbox]?.consumers.removeAll { $0 == consumer }
            for flight in inboxes[gone.inbox]?.inFlight.values.map(\.self) ?? []
            where flight.consumer == consumer {
                _ = inboxes[gone.inbox]?.land(flight.entry.position)
                inboxes[gone.inbox]?.putBack(flight.entry.queued)
            }
        case .submit, .applyNetwork: return
        }
        undo.removeAll(keepingCapacity: true)
    }

    /// - Returns: whether it was in flight.
    @discardableResult
    private mutating func putBackVolatile(_ entry: Position, of consumer: ConsumerID) -> Bool {
        guard let inbox = consumers[consumer]?.inbox, let landed = inboxes[inbox]?.land(entry)
        else { return false }
        inboxes[inbox]?.putBack(landed.entry.queued)
        pumping.insert(inbox)
        return true
    }

    /// - Parameters:
    ///   - failure: as what it counts towards `maxDeliveries`, if it does.
    ///   - byBroker: it never left.
    private mutating func giveBack(
        _ entry: InboxEntry, inbox agency: AgencyID, outcome: DeliveryOutcome,
        failure: QuarantineCause? = nil, byBroker: Bool = false
    ) {
        land(entry.position, inbox: agency)
        var returned = entry
        returned.failures += failure == nil ? 0 : 1
        if let failure, returned.failures >= applied.network.policy.maxDeliveries {
            return quarantine(returned, inbox: agency, outcome: outcome, because: failure)
        }
        guard returned.attempts < Self.maxAttempts else {
            return quarantine(returned, inbox: agency, outcome: outcome, because: .givenBack)
        }
        let isBrokers = failure?.isBrokers ?? byBroker
        append(.returned, actor: isBrokers ? .broker : .agency(agency)) {
            $0.concerns(entry, in: agency)
            $0.outcome = outcome
            if isBrokers { $0.code = failure?.rawValue }
        }
        inboxes[agency]?.putBack(entry.queued)
    }

    private mutating func quarantine(
        _ entry: InboxEntry, inbox agency: AgencyID, outcome: DeliveryOutcome,
        because cause: QuarantineCause
    ) {
        append(.quarantined, actor: cause.isBrokers ? .broker : .agency(agency)) {
            $0.concerns(entry, in: agency)
            $0.outcome = outcome
            $0.code = cause.rawValue
        }
        guard entry.kind == .assigned,
            let referrer = records.value(for: entry.referral)?.row.name.agency
        else { return }
        notify(referrer, of: entry.referral, code: .quarantined, assignment: entry.assignment)
    }

    /// An entry of a referral that the store does not have: for an operator.
    private mutating func quarantine(orphan entry: QueuedEntry, inbox agency: AgencyID) {
        append(.quarantined, actor: .broker) {
            $0.inbox = agency
            $0.priority = entry.priority
            $0.entry = entry.position
            $0.outcome = .released
            $0.code = QuarantineCause.orphaned.rawValue
        }
    }

    private mutating func land(_ position: Position, inbox agency: AgencyID) {
        guard let landed = inboxes[agency]?.land(position) else { return }
        undo.append(.landed(agency, landed))
    }
}

extension EventRecord {
    /// Names the entry that the event is about, as often as it was handed over.
    fileprivate mutating func concerns(_ entry: InboxEntry, in inbox: AgencyID) {
        referral = entry.referral
        assignment = entry.assignment
        self.inbox = inbox
        priority = entry.priority
        self.entry = entry.position
        attempt = entry.attempts
    }
}
