import Referrals
import Store
import Testing

@testable import Brokering

@Suite("Handing deliveries over") struct DeliveryTests {
    @Test("An entry leaves when its batch is committed, and settling it makes it received")
    func delivers() throws {
        var shard = try Transcript()
        try shard.receive(1, from: "clinic", credit: 1)
        #expect(
            try shard.submit(.referral("r1", id: "m1"), .referral("r2", id: "m2")) == [
                "2 admitted r1", "3 assigned r1 a1 requested for clinic", "4 admitted r2",
                "5 assigned r2 a1 requested for clinic", "confirm 2", "confirm 4",
                "hand over 3 to 1",
            ])
        #expect(
            try shard.settle(3, by: 1) == ["6 settled r1 a1 received entry 3 accepted"])
        #expect(
            try shard.run(.grant(ConsumerID(1), limit: 2)) == [
                "7 handed-over r2 a1 entry 5", "hand over 5 to 1",
            ])
    }

    @Test("What is about one referral goes one by one, in the order of the log")
    func inOrder() throws {
        var shard = try Transcript()
        let name = QualifiedName(agency: "prison", name: "r1")
        try shard.submit(.referral("r1", id: "m1"))
        try shard.submit(.update(of: name, id: "u1", from: "prison", kind: .agree))
        #expect(
            try shard.receive(1, from: "clinic") == [
                "6 handed-over r1 a1 entry 3", "hand over 3 to 1",
            ])
        #expect(
            try shard.settle(3, by: 1, .released) == [
                "7 returned r1 a1 entry 3 released", "8 handed-over r1 a1 entry 3",
                "hand over 3 to 1 attempt 2",
            ])
        #expect(
            try shard.settle(3, by: 1, attempt: 2) == [
                "9 settled r1 a1 received entry 3 accepted", "10 handed-over r1 a1 entry 5",
                "hand over 5 to 1",
            ])
    }

    @Test("The most urgent goes first, and within a priority the oldest")
    func priorities() throws {
        var shard = try Transcript()
        let priorities: [Priority] = [.routine, .asap, .stat, .urgent, .stat]
        for (number, priority) in priorities.enumerated() {
            try shard.submit(
                .referral(
                    LocalName(rawValue: "r\(number)"), id: MessageID(rawValue: "m\(number)"),
                    priority: priority))
        }
        let lines = try shard.receive(1, from: "clinic")
        #expect(
            lines.filter { $0.hasPrefix("hand over") } == [
                "hand over 7 to 1", "hand over 11 to 1", "hand over 5 to 1", "hand over 9 to 1",
                "hand over 3 to 1",
            ])
    }

    @Test("Inboxes take turns over the batches, where one has no room for all")
    func inboxesTakeTurns() throws {
        var shard = try Transcript(
            [.sample("a", "clinic"), .sample("b", "hospital", "housing")], handOvers: 1)
        for number in 1...3 {
            let (name, other) = (
                LocalName(rawValue: "c\(number)"), LocalName(rawValue: "h\(number)")
            )
            try shard.submit(.referral(name, id: MessageID(rawValue: name.rawValue)))
            try shard.submit(
                .referral(other, id: MessageID(rawValue: other.rawValue), service: "housing"))
        }
        let lines = try shard.run(
            .attach(ConsumerID(1), inbox: "clinic", OutletID(1)),
            .grant(ConsumerID(1), limit: 3),
            .attach(ConsumerID(2), inbox: "hospital", OutletID(2)),
            .grant(ConsumerID(2), limit: 3))
        let receivers = lines.filter { $0.hasPrefix("hand over ") }.compactMap(\.last)
        #expect(receivers == ["1", "2", "1", "2", "1", "2"], "\(lines)")
    }

    @Test("Links of one inbox take turns, each up to its credit")
    func turns() throws {
        var shard = try Transcript()
        try shard.receive(1, from: "clinic", credit: 1)
        try shard.receive(2, from: "clinic", credit: 3)
        let messages = (0..<5).map {
            PreparedSubmission.referral(
                LocalName(rawValue: "r\($0)"), id: MessageID(rawValue: "m\($0)"))
        }
        var lines: [String] = []
        for message in messages { lines += try shard.submit(message) }
        #expect(
            lines.filter { $0.hasPrefix("hand over") } == [
                "hand over 3 to 1", "hand over 5 to 2", "hand over 7 to 2", "hand over 9 to 2",
            ])
        // The turn is not lost where there was nothing to give.
        try shard.run(.grant(ConsumerID(1), limit: 9), .grant(ConsumerID(2), limit: 9))
        lines = []
        for number in 5..<9 {
            lines += try shard.submit(
                .referral(
                    LocalName(rawValue: "r\(number)"), id: MessageID(rawValue: "m\(number)")))
        }
        #expect(lines.filter { $0.hasPrefix("hand over") }.map(\.last) == ["2", "1", "2", "1"])
    }

    @Test(
        "An inbox that is longer than its window is read again from the log, in order",
        arguments: [1, 3, 256])
    func refills(page: Int) throws {
        var shard = try Transcript(window: 4, page: page)
        for number in 0..<11 {
            try shard.submit(
                .referral(
                    LocalName(rawValue: "r\(number)"), id: MessageID(rawValue: "m\(number)")))
        }
        let lines = try shard.receive(1, from: "clinic")
        #expect(
            lines.filter { $0.hasPrefix("hand over") }
                == (0..<11).map { "hand over \(3 + 2 * $0) to 1" })
        #expect(shard.machine.inboxes["clinic"]?.depth == 11)
    }

    @Test("A link that drains gets what there is, and is told when that is all")
    func drains() throws {
        var shard = try Transcript()
        try shard.receive(1, from: "clinic", credit: 0)
        try shard.submit(.referral("r1", id: "m1"))
        #expect(
            try shard.run(.drain(ConsumerID(1), limit: 5)) == [
                "4 handed-over r1 a1 entry 3", "hand over 3 to 1", "drained 1 at 5",
            ])
        // The rest of the credit is gone.
        #expect(
            try shard.submit(.referral("r2", id: "m2")).contains { $0.hasPrefix("hand over") }
                == false)
        #expect(try shard.run(.drain(ConsumerID(1), limit: 1)) == ["drained 1 at 1"])
    }

    @Test("A drain that had to read further is answered though that commit failed")
    func drainsAfterFailure() throws {
        var shard = try Transcript(window: 1)
        for number in 0..<3 {
            try shard.submit(
                .referral(
                    LocalName(rawValue: "r\(number)"), id: MessageID(rawValue: "m\(number)")))
        }
        try shard.receive(1, from: "clinic", credit: 0)
        let request = shard.machine.needs(for: [.drain(ConsumerID(1), limit: 9)])
        let decision = shard.machine.decide(
            [.drain(ConsumerID(1), limit: 9)], loaded: shard.store.load(request), now: shard.now)
        try shard.store.commit(decision)
        shard.machine.committed()
        shard.fail()
        let lines = try shard.run([])
        #expect(lines.contains("drained 1 at 9"))
    }

    @Test("What could not leave comes again where the database takes nothing of it, credit and all")
    func neverSentVolatile() throws {
        var shard = try Transcript()
        try shard.submit(.referral("r1", id: "m1"))
        try shard.receive(1, from: "clinic", credit: 1)
        shard.machine.applyVolatile(
            .neverSent(ConsumerID(1), entry: Position(3), attempt: 1, isUnreadable: false))
        let lines = try shard.run([])
        #expect(lines.contains { $0.contains("handed-over") && $0.contains("entry 3") }, "\(lines)")
    }

    @Test("What fails again and again goes to quarantine, and its referrer is told")
    func quarantines() throws {
        var shard = try Transcript(maxDeliveries: 2)
        try shard.submit(.referral("r1", id: "m1"))
        try shard.receive(1, from: "clinic")
        // To release is not to fail.
        try shard.settle(3, by: 1, .released)
        try shard.settle(3, by: 1, attempt: 2, .modified)
        #expect(
            try shard.settle(3, by: 1, attempt: 3, .modified) == [
                "9 quarantined r1 a1 failed-too-often entry 3 modified",
                "10 noticed r1 a1 for prison quarantined",
            ])
    }

    @Test("What is larger than its receiver takes is the broker's to set aside, and says so")
    func tooLarge() throws {
        var shard = try Transcript(maxDeliveries: 2)
        try shard.submit(.referral("r1", id: "m1"))
        try shard.receive(1, from: "clinic")
        #expect(
            try shard.settle(3, by: 1, .modified, remark: .tooLarge).first
                == "5 returned r1 a1 too-large entry 3 modified")
        try shard.settle(3, by: 1, attempt: 2, .modified, remark: .tooLarge)
        let set = shard.store.log.last { $0.kind == .quarantined }
        #expect(set?.actor == .broker)
        #expect(set?.code == QuarantineCause.tooLarge.rawValue)
    }

    @Test(
        "What its recipient cannot take goes to quarantine at once",
        arguments: [(DeliveryOutcome.rejected, nil), (.modified, .undeliverableHere)]
            as [(DeliveryOutcome, SettlementRemark?)])
    func rejects(outcome: DeliveryOutcome, remark: SettlementRemark?) throws {
        var shard = try Transcript()
        try shard.submit(.referral("r1", id: "m1"))
        try shard.receive(1, from: "clinic")
        #expect(
            try shard.settle(3, by: 1, outcome, remark: remark) == [
                "5 quarantined r1 a1 recipient-refused entry 3 \(outcome.rawValue)",
                "6 noticed r1 a1 for prison quarantined",
            ])
    }

    @Test("What is not covered any more is set aside instead of disclosed")
    func uncovered() throws {
        var shard = try Transcript()
        try shard.submit(.referral("r1", id: "m1"))
        try shard.apply([.sample("clinic-health", "clinic")], isDemo: false)
        let lines = try shard.receive(1, from: "clinic")
        #expect(
            lines == [
                "5 quarantined r1 a1 basis-gone entry 3 released",
                "6 noticed r1 a1 for prison quarantined",
            ])
    }

    @Test("What an update says of the status passes, whatever becomes of the referral's basis")
    func uncoveredStatus() throws {
        var shard = try Transcript()
        try shard.submit(.referral("r1", id: "m1"))
        try shard.receive(1, from: "clinic")
        try shard.settle(3, by: 1)
        try shard.submit(
            .update(
                of: QualifiedName(agency: "prison", name: "r1"), id: "u1", from: "clinic",
                kind: .decision, status: .accepted, assignment: 1))
        try shard.apply([.sample("clinic-health", "clinic")], isDemo: false)
        #expect(
            try shard.receive(2, from: "prison") == [
                "9 handed-over r1 a1 entry 7", "hand over 7 to 2",
            ])
        // The other way, to one that has the referral.
        #expect(
            try shard.submit(
                .update(
                    of: QualifiedName(agency: "prison", name: "r1"), id: "u2", from: "prison",
                    kind: .handedOver)) == [
                    "10 updated r1 a1 handed-over", "11 queued r1 a1 for clinic handed-over",
                    "confirm 10", "hand over 11 to 1",
                ])
        #expect(shard.released.suffix(2).map(\.?.sections) == [[], []])
    }

    @Test("An update tells nothing of a referral to one that must not have it any more")
    func uncoveredBeforeHandOver() throws {
        var shard = try Transcript()
        try shard.submit(.referral("r1", id: "m1"))
        try shard.submit(
            .update(
                of: QualifiedName(agency: "prison", name: "r1"), id: "u1", from: "prison",
                kind: .handedOver))
        try shard.apply([.sample("clinic-health", "clinic")], isDemo: false)
        let lines = try shard.receive(1, from: "clinic")
        let kept = lines.filter { $0.contains("quarantined r1 a1 basis-gone entry") }
        #expect(kept.count == 2, "\(lines)")
        #expect(!lines.contains { $0.contains("hand over") }, "\(lines)")
    }

    @Test("What lies in quarantine is counted, and a restart does not forget it")
    func countsQuarantine() throws {
        var shard = try Transcript(maxDeliveries: 1)
        for number in 1...2 {
            try shard.submit(
                .referral(
                    LocalName(rawValue: "r\(number)"), id: MessageID(rawValue: "m\(number)")))
        }
        try shard.receive(1, from: "clinic", credit: 1)
        try shard.settle(3, by: 1, .rejected)
        #expect(shard.machine.quarantined == 1)
        shard.restart()
        #expect(shard.machine.quarantined == 1)
        try shard.receive(2, from: "clinic", credit: 1)
        shard.fail(
            .settle(
                ConsumerID(2), entry: Position(5), attempt: 1, .rejected))
        #expect(shard.machine.quarantined == 1)
        try shard.settle(5, by: 2, .rejected)
        #expect(shard.machine.quarantined == 2)
    }

    @Test("What a link that ends holds goes to another, in order")
    func detaches() throws {
        var shard = try Transcript()
        try shard.receive(1, from: "clinic")
        try shard.submit(.referral("r1", id: "m1"), .referral("r2", id: "m2"))
        try shard.receive(2, from: "clinic")
        #expect(
            try shard.run(.detach(ConsumerID(1))) == [
                "6 returned r1 a1 entry 3 lost", "7 returned r2 a1 entry 5 lost",
                "8 handed-over r1 a1 entry 3", "9 handed-over r2 a1 entry 5",
                "hand over 3 to 2 attempt 2", "hand over 5 to 2 attempt 2",
            ])
    }

    @Test("A settlement of what is not held, or of an earlier attempt, changes nothing")
    func stale() throws {
        var shard = try Transcript()
        try shard.submit(.referral("r1", id: "m1"))
        try shard.receive(1, from: "clinic")
        try shard.receive(2, from: "clinic")
        try shard.settle(3, by: 1, .released)
        #expect(try shard.settle(3, by: 1) == [])
        #expect(try shard.settle(3, by: 2, attempt: 2) == [])
        #expect(try shard.settle(99, by: 2) == [])
    }

    @Test("What left in a batch that was not committed has not left")
    func rollsBack() throws {
        var shard = try Transcript()
        try shard.receive(1, from: "clinic")
        let ticket = Ticket(outlet: OutletID(0), number: 9)
        shard.fail(
            .submit(.referral("r1", id: "m1"), ticket),
            .attach(ConsumerID(2), inbox: "clinic", OutletID(2)))
        #expect(
            try shard.submit(.referral("r1", id: "m1")) == [
                "2 admitted r1", "3 assigned r1 a1 requested for clinic", "confirm 2",
                "hand over 3 to 1",
            ])
        #expect(shard.machine.consumers.count == 1)
    }

    @Test("What a link that ends gives back is recorded whole after a reconnect")
    func detachesAfterReconnect() throws {
        var shard = try Transcript()
        try shard.submit(.referral("r1", id: "m1"))
        try shard.receive(1, from: "clinic")
        shard.fail()
        #expect(
            try shard.run(.detach(ConsumerID(1))) == ["5 returned r1 a1 entry 3 lost"])
    }

    @Test("A restart keeps what waits, with its attempts")
    func restarts() throws {
        var shard = try Transcript()
        try shard.submit(.referral("r1", id: "m1"), .referral("r2", id: "m2"))
        try shard.receive(1, from: "clinic", credit: 1)
        shard.restart()
        #expect(
            try shard.receive(2, from: "clinic").suffix(2) == [
                "hand over 3 to 2 attempt 2", "hand over 5 to 2",
            ])
        #expect(shard.machine.inboxes["clinic"]?.depth == 2)
    }

    @Test("An entry whose referral is gone from the store is set aside, and the schema takes that")
    func orphan() throws {
        var shard = try Transcript(window: 1)
        try shard.submit(.referral("r1", id: "m1"))
        try shard.submit(.referral("r2", id: "m2"))
        shard.restart()
        shard.store.forgetReferrals()
        #expect(
            try shard.receive(1, from: "clinic") == [
                "6 quarantined referral-gone entry 3 released",
                "7 quarantined referral-gone entry 5 released",
            ])
    }

    @Test("Histories that memory does not hold are read for many entries at a time")
    func fetches() throws {
        var shard = try Transcript(referrals: 2)
        for number in 0..<20 {
            try shard.submit(
                .referral(
                    LocalName(rawValue: "r\(number)"), id: MessageID(rawValue: "m\(number)")))
        }
        let before = shard.rounds
        let lines = try shard.receive(1, from: "clinic")
        #expect(lines.count { $0.hasPrefix("hand over") } == 20)
        // The batch that asks for them, and the one that has them.
        #expect(shard.rounds - before == 2)
    }

    @Test("Of one referral's many messages only so many are held back, and none is passed over")
    func defers() throws {
        var shard = try Transcript(page: 64)
        let name = QualifiedName(agency: "prison", name: "r1")
        try shard.submit(.referral("r1", id: "m1"))
        for number in 0..<Inbox.maxDeferred + 100 {
            try shard.submit(
                .update(
                    of: name, id: MessageID(rawValue: "u\(number)"), from: "prison",
                    kind: .agree, assignment: 1))
        }
        try shard.submit(.referral("r2", id: "m2"))
        try shard.receive(1, from: "clinic", credit: 10_000)
        let deferred = try #require(shard.machine.inboxes["clinic"]?.deferred)
        #expect(deferred.values.map(\.count) == [Inbox.maxDeferred])
        var onTheWay: [Int64] = [3]
        var order: [Int64] = []
        while let entry = onTheWay.popLast() {
            order.append(entry)
            for line in try shard.settle(entry, by: 1) where line.hasPrefix("hand over") {
                onTheWay.append(try #require(Int64(line.split(separator: " ")[2])))
            }
        }
        let last = try #require(order.max())
        order.removeAll { $0 == last }
        #expect(order.count == Inbox.maxDeferred + 101)
        #expect(order == order.sorted())
        #expect(shard.machine.inboxes["clinic"]?.deferred.isEmpty == true)
    }
}
