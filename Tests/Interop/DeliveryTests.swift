import Fixtures
import Foundation
import Testing

@Suite("An inbox delivers")
struct DeliveryTests {
    @Test("exactly as many as there is credit for", arguments: [1, 3, 7])
    func credit(count: Int) async throws {
        let pair = try await Interop.pair()
        try await pair.refer(names(10))
        let inbox = try await pair.clinicSession().receiver(credit: count)
        let first = try await inbox.deliveries(count)
        // Settling gives no credit.
        for delivery in first { inbox.settle(delivery, .accepted) }
        try await pair.barrier()
        #expect(inbox.connection.left(.delivery).isEmpty)
        inbox.credit(10)
        _ = try await inbox.deliveries(10 - count)
    }

    @Test("what there is when it is drained, and gives the rest of the credit back")
    func drain() async throws {
        let pair = try await Interop.pair()
        try await pair.refer(names(3))
        let inbox = try await pair.clinicSession().receiver(credit: 0)
        let drained = try await inbox.drain(10)
        #expect(inbox.connection.left(.delivery).count == 3)
        #expect(drained.number("drained") == 7)
        // Nothing comes without credit.
        try await pair.refer(["late"])
        try await pair.barrier()
        #expect(inbox.connection.left(.delivery).count == 3)
        inbox.credit(1)
        _ = try await inbox.connection.next(.delivery) { $0.referral == "late" }
    }

    @Test("nothing when an empty one is drained, at once and again")
    func drainEmpty() async throws {
        let pair = try await Interop.pair()
        let inbox = try await pair.clinicSession().receiver(credit: 5)
        for _ in 1...3 { try await inbox.drain(4) }
        #expect(inbox.connection.left(.delivery).isEmpty)
        inbox.credit(1)
        try await pair.refer(["r1"])
        #expect(try await inbox.delivery().referral == "r1")
    }

    @Test("in the order of admission, and a referral's own in its order")
    func order() async throws {
        let pair = try await Interop.pair()
        try await pair.refer(names(50))
        let inbox = try await pair.clinicSession().receiver(credit: 100)
        var delivered: [String] = []
        for delivery in try await inbox.deliveries(50) {
            delivered.append(delivery.referral ?? "")
            inbox.settle(delivery, .accepted)
        }
        #expect(delivered == names(50))
    }

    @Test("a referral's next message only after the one before it is settled")
    func oneAtATime() async throws {
        let pair = try await Interop.pair()
        try await pair.refer(["r1"])
        let clinic = try await pair.clinicSession()
        let inbox = try await clinic.receiver(credit: 10)
        let referral = try await inbox.delivery()
        let intake = try await pair.prisonSession().sender()
        #expect(
            try await intake.send(SampleMessages.cancel("c1", referral: "r1")).outcome
                == "accepted")
        try await pair.barrier()
        #expect(inbox.connection.left(.delivery).isEmpty)
        inbox.settle(referral, .accepted)
        let cancel = try await inbox.delivery()
        #expect(cancel.text("subject") == "update")
        inbox.settle(cancel, .accepted)
    }

    @Test("to two receivers of one agency, each message to one of them")
    func sharedInbox() async throws {
        let pair = try await Interop.pair()
        let first = try await pair.clinicSession().receiver(credit: 5)
        let second = try await pair.clinicSession().receiver(credit: 5)
        try await pair.refer(names(10))
        let both = try await first.deliveries(5) + second.deliveries(5)
        #expect(Set(both.compactMap(\.referral)) == Set(names(10)))
    }

    @Test("to receivers on several sessions and links of one connection")
    func severalSessions() async throws {
        let pair = try await Interop.pair()
        let connection = try await pair.interop.connect(pair.clinic)
        var receivers: [ProtonLink] = []
        for name in ["s1", "s2", "s3"] {
            let session = try await connection.session(name)
            receivers.append(try await session.receiver("\(name)-a", credit: 2))
            receivers.append(try await session.receiver("\(name)-b", credit: 2))
        }
        try await pair.refer(names(12))
        var delivered: [PeerEvent] = []
        for receiver in receivers { delivered += try await receiver.deliveries(2) }
        #expect(Set(delivered.compactMap(\.referral)) == Set(names(12)))
    }

    @Test("again what a receiver that is gone left unsettled, and counts it")
    func redelivery() async throws {
        let pair = try await Interop.pair()
        try await pair.refer(names(3))
        let inbox = try await pair.clinicSession().receiver(credit: 3)
        let first = try await inbox.deliveries(3)
        inbox.settle(first[0], .accepted)
        try await pair.barrier()
        try await inbox.connection.cut()
        let again = try await pair.clinicSession().receiver(credit: 3)
        let second = try await again.deliveries(2)
        #expect(second.compactMap(\.referral) == ["r1", "r2"])
        #expect(second.allSatisfy { $0.number("deliveryCount") == 1 })
    }

    @Test(
        "again what was unsettled when a link, a session or a connection ended",
        arguments: [
            "detach", "end", "close",
        ])
    func orderlyEnds(how: String) async throws {
        let pair = try await Interop.pair()
        try await pair.refer(names(2))
        let session = try await pair.clinicSession()
        let inbox = try await session.receiver(credit: 2)
        _ = try await inbox.deliveries(2)
        switch how {
        case "detach":
            let detached = try await inbox.detach()
            #expect(detached.flag("closed") == true)
        case "end": try await session.end()
        default: try await session.connection.close()
        }
        // It is back before the end is told: who comes again at once finds it.
        let again = try await pair.clinicSession().receiver(credit: 0)
        try await again.drain(5)
        #expect(again.connection.left(.delivery).compactMap(\.referral) == ["r0", "r1"])
    }

    @Test("again what was unsettled when the broker itself closed, as soon as it has said so")
    func closedByUs() async throws {
        let pair = try await IdleTests.impatient.value.pair()
        try await pair.refer(names(2))
        let silent = try await pair.interop.raw(pair.clinic)
        silent.write(
            WireFrame.saslHeader + WireFrame.external() + WireFrame.amqpHeader + WireFrame.open()
                + WireFrame.begin() + WireFrame.attachReceiver("in", handle: 0)
                + WireFrame.credit(2, handle: 0))
        for _ in 1...2 { _ = try await silent.frame(.transfer) }
        let close = try await silent.frame(.close)
        #expect(close.text("text")?.contains("amqp:resource-limit-exceeded") == true)
        let again = try await pair.clinicSession().receiver(credit: 0)
        try await again.drain(5)
        #expect(again.connection.left(.delivery).compactMap(\.referral) == ["r0", "r1"])
    }
}

@Suite("A delivery ends")
struct OutcomeTests {
    @Test("for good when it is accepted")
    func accepted() async throws {
        let pair = try await Interop.pair()
        try await pair.refer(["r1"])
        let inbox = try await pair.clinicSession().receiver(credit: 1)
        inbox.settle(try await inbox.delivery(), .accepted)
        try await pair.barrier()
        #expect(try pair.log(of: pair.clinic).last == "settled accepted")
        try await inbox.drain(5)
        #expect(inbox.connection.left(.delivery).isEmpty)
    }

    @Test(
        "and comes again when it is given back, with its count",
        arguments: [
            (ProtonLink.Settlement.released, "returned released"),
            (.modified(), "returned released"),
            (.modified(failed: true), "returned modified"),
            (.none, "returned released"),
        ])
    func givenBack(settlement: ProtonLink.Settlement, logged: String) async throws {
        let pair = try await Interop.pair()
        try await pair.refer(["r1"])
        let inbox = try await pair.clinicSession().receiver(credit: 10)
        let first = try await inbox.delivery()
        #expect(first.number("deliveryCount") == 0)
        inbox.settle(first, settlement)
        let second = try await inbox.delivery()
        #expect(second.referral == "r1")
        #expect(second.number("deliveryCount") == 1)
        #expect(second.text("id") == first.text("id"))
        #expect(second.text("body") == first.text("body"))
        inbox.settle(second, .accepted)
        try await pair.barrier()
        let log = try pair.log(of: pair.clinic)
        #expect(log.contains(logged), "\(log)")
        #expect(log.last == "settled accepted")
    }

    @Test("not settled where throughcare-agency cannot print it")
    func unprintable() async throws {
        let pair = try await Interop.pair()
        try await pair.refer(["r1"])
        let identity = try pair.interop.authority.agency(pair.clinic)
        let receive = [
            TestSurroundings.program("throughcare-agency").path, "receive", "--port",
            "\(pair.interop.daemon.port)", "--certificate", identity.certificate, "--key",
            identity.key, "--ca", pair.interop.authority.certificate,
        ]
        // A device that is always full.
        let program = try RunningProgram(
            URL(filePath: "/bin/sh"), ["-c", #"exec "$@" > /dev/full"#, "sh"] + receive,
            reads: .complaints)
        #expect(try await program.exit() == 4)
        try await pair.expectDelivery("r1")
    }

    @Test("released any number of times, from the ninth on with rests, and is not set aside for it")
    func releasedOften() async throws {
        let pair = try await Interop.pair()
        try await pair.refer(["r1"])
        let inbox = try await pair.clinicSession().receiver(credit: 20)
        for count in 0...10 {
            let delivery = try await inbox.delivery()
            #expect(delivery.number("deliveryCount") == Double(count))
            inbox.settle(delivery, .released)
        }
        inbox.settle(try await inbox.delivery(), .accepted)
        // At once eight times, then after a rest.
        let rests = try rests(of: pair)
        #expect(rests.count == 11)
        #expect(zip(rests.dropFirst(8), [1, 2, 4]).allSatisfy { $0 >= $1 }, "\(rests)")
        // Had they rested, the eighth would have for 32 s and more.
        #expect(rests.prefix(8).allSatisfy { $0 < 16 }, "\(rests)")
    }

    @Test("and rests no longer than the link that released it")
    func releasedAndGone() async throws {
        let pair = try await Interop.pair()
        try await pair.refer(["r1"])
        let inbox = try await pair.clinicSession().receiver(credit: 100)
        for _ in 0...10 { inbox.settle(try await inbox.delivery(), .released) }
        // It rests for four seconds, unless this ends it.
        try await inbox.connection.close()
        try await pair.barrier()
        let log = try pair.log(of: pair.clinic)
        #expect(log.last == "returned released" && log.count { $0 == "handed-over" } == 11)
        try await pair.expectDelivery("r1")
    }

    @Test("in quarantine after as many failures as the network allows, and the referrer is told")
    func failures() async throws {
        let pair = try await Interop.pair()
        try await pair.refer(["r1"])
        let inbox = try await pair.clinicSession().receiver(credit: 10)
        for count in 0..<3 {
            let delivery = try await inbox.delivery()
            #expect(delivery.number("deliveryCount") == Double(count))
            inbox.settle(delivery, .modified(failed: true))
        }
        try await expectQuarantine(pair, inbox, outcome: "modified")
        let rests = try rests(of: pair)
        #expect(rests.count == 2 && rests[1] >= 1, "\(rests)")
    }

    @Test("in quarantine where its receiver takes nothing of its size, and not without rests")
    func tooLarge() async throws {
        let pair = try await Interop.pair()
        try await pair.refer(["r1"])
        let inbox = try await pair.clinicSession()
            .receiver(credit: 10, ["maxMessageSize": .number(100)])
        try await expectQuarantine(pair, inbox, outcome: "modified")
        let rests = try rests(of: pair)
        #expect(rests.count == 2 && rests[1] >= 1, "\(rests)")
    }

    /// The whole seconds from one hand-over to a clinic to the next.
    private func rests(of pair: Interop.Pair) throws -> [Int] {
        try pair.interop.daemon.query(
            """
            SELECT floor(extract(epoch FROM lead(at) OVER (ORDER BY position) - at))
            FROM throughcare.event WHERE inbox = '\(pair.clinic)' AND kind = 'handed-over'
            ORDER BY position
            """
        ).compactMap { Int($0[0]) }
    }

    @Test(
        "in quarantine at once when the recipient cannot take it",
        arguments: [
            (ProtonLink.Settlement.rejected, "rejected"),
            (.modified(undeliverable: true), "modified"),
        ])
    func undeliverable(settlement: ProtonLink.Settlement, outcome: String) async throws {
        let pair = try await Interop.pair()
        try await pair.refer(["r1"])
        let inbox = try await pair.clinicSession().receiver(credit: 10)
        inbox.settle(try await inbox.delivery(), settlement)
        try await expectQuarantine(pair, inbox, outcome: outcome)
    }

    private func expectQuarantine(
        _ pair: Interop.Pair, _ inbox: ProtonLink, outcome: String
    ) async throws {
        let referrer = try await pair.prisonSession().receiver(credit: 1)
        let notice = try await referrer.delivery()
        #expect(notice.text("subject") == "notice")
        #expect(notice.body("code") == "quarantined")
        referrer.settle(notice, .accepted)
        let line = try await pair.interop.daemon.logged("referral=\(pair.prison)/r1")
        #expect(line.contains("delivery-quarantined") && line.contains(pair.clinic), "\(line)")
        try await inbox.drain(5)
        #expect(inbox.connection.left(.delivery).isEmpty)
        #expect(try pair.log(of: pair.clinic).last == "quarantined \(outcome)")
    }
}
