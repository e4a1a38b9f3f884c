import Logging
import Referrals
import Store

// What comes after the commit: answers and deliveries leave, and operators are told.
extension Shard {
    /// Tells what is committed now, in the order in which it was decided.
    ///
    /// - Parameter isConfirmed: whether a failover would keep it; otherwise senders are asked to
    ///   send again, and nothing leaves.
    func publish(_ decision: ShardDecision, isConfirmed: Bool = true) {
        machine?.committed()
        if isConfirmed, let head = machine?.head { confirmed = head }
        if let network = decision.network { broker.applied(network) }
        broker.metrics.count(decision)
        broker.summaries.publish(machine?.summary(epoch: broker.epoch))
        session?.room.keep(decision.bodies)
        let bodies = isConfirmed ? readBodies(of: decision) : nil
        var answers: [(OutletID, BrokerAnswer)] = []
        answers.reserveCapacity(decision.publications.count)
        var unsent: [ShardDecision.HandOver] = []
        for publication in decision.publications {
            switch publication {
            case .answer(let outlet, .confirmed(let number, _)) where !isConfirmed:
                answers.append((outlet, .refused(number, Self.notStored)))
            case .answer(let outlet, let answer): answers.append((outlet, answer))
            case .handOver(let handOver):
                guard let bodies, !bodies.isUnread(handOver.entry) else {
                    unsent.append(handOver)
                    continue
                }
                guard let delivery = delivery(handOver, bodies.found) else { continue }
                answers.append((handOver.outlet, .deliver(handOver.consumer, delivery)))
            }
        }
        takeBackLater(unsent)
        broker.outlets.send(answers)
        report(decision.batch.events)
        if decision.network != nil { broker.outlets.tellOfNetwork() }
    }

    /// Tells the log what an operator may have to act upon: one line for many of a kind.
    private func report(_ events: [EventRecord]) {
        let stuck = events.filter { $0.kind == .quarantined || $0.kind == .unserved }
        guard !stuck.isEmpty else { return }
        let groups = Dictionary(grouping: stuck) {
            [$0.kind.rawValue, $0.inbox?.rawValue, $0.code]
        }
        for group in groups.values.sorted(by: { $0[0].position < $1[0].position }) {
            let first = group[0]
            var metadata: Logger.Metadata = ["referral": "\(name(of: first))"]
            if group.count > 1 { metadata["others"] = "\(group.count - 1)" }
            guard first.kind == .quarantined else {
                logger.notice("nobody-serves", metadata: metadata)
                continue
            }
            metadata["agency"] = "\(first.inbox?.rawValue ?? "unknown")"
            metadata["cause"] = "\(first.code ?? "unknown")"
            logger.warning("delivery-quarantined", metadata: metadata)
        }
    }

    private func name(of event: EventRecord) -> String {
        let record = event.referral.flatMap { machine?.records.value(for: $0) }
        return record?.row.name.description ?? "unknown"
    }

    /// The bodies of what is handed over; nil where there is no session to read them with.
    private func readBodies(of decision: ShardDecision) -> DeliveryRoom.Bodies? {
        let handOvers = decision.publications.compactMap { publication in
            if case .handOver(let handOver) = publication { handOver } else { nil }
        }
        guard !handOvers.isEmpty else { return DeliveryRoom.Bodies() }
        guard let bodies = session?.room.bodies(of: handOvers) else { return nil }
        if let cause = bodies.refusals.last, !bodies.unread.isEmpty {
            let entries = handOvers.map(\.entry).filter(bodies.isUnread)
            logger.warning(
                "bodies-not-read",
                metadata: [
                    "entries": "\(entries.count)", "first": "\(entries[0].position)",
                    "cause": "\(cause)",
                ])
        }
        return bodies
    }

    /// What leaves; nil where its body does not open, and it is set aside.
    private func delivery(
        _ handOver: ShardDecision.HandOver, _ bodies: [Position: PlainBody]
    ) -> Delivery? {
        let body = handOver.entry.body.flatMap { bodies[$0] }
        if let delivery = Delivery(handOver, body: body) { return delivery }
        logger.error("body-unreadable", metadata: ["entry": "\(handOver.entry.position)"])
        broker.mailbox.post([.neverSent(handOver, isUnreadable: true)])
        return nil
    }

    /// Takes back, after a rest, what could not leave.
    private func takeBackLater(_ unsent: [ShardDecision.HandOver]) {
        guard let attempt = unsent.map(\.attempt).min() else { return }
        let mailbox = broker.mailbox
        Task.detached {
            try? await ContinuousClock().sleep(for: Delivery.rest(after: Int(attempt)))
            mailbox.post(unsent.map { .neverSent($0, isUnreadable: false) })
        }
    }
}

extension ShardCommand {
    fileprivate static func neverSent(
        _ handOver: ShardDecision.HandOver, isUnreadable: Bool
    ) -> ShardCommand {
        .neverSent(
            handOver.consumer, entry: handOver.entry.position, attempt: handOver.attempt,
            isUnreadable: isUnreadable)
    }
}
