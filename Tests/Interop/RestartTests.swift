import Fixtures
import Testing

@Suite("A daemon that stops")
struct RestartTests {
    @Test("answers what it has taken before it closes")
    func finishes() async throws {
        let interop = try await Interop()
        let pair = interop.pair()
        let intake = try await pair.prisonSession().sender()
        let lock = try await interop.daemon.blockWriting()
        for name in names(3) { intake.post(SampleMessages.referral(name), tag: name) }
        let waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted"
        while try interop.daemon.query(waiting) == [["0"]] {}
        // What was sent is taken once what was sent after it is answered.
        _ = try await intake.connection.session("behind")
        let stopping = Task { try await interop.daemon.stop() }
        // It takes nothing more, and then what it waits for comes.
        _ = try await intake.connection.next(.credit) { $0.number("credit") == 0 }
        lock.closeInput()
        for _ in names(3) {
            let event = try await intake.connection.next(of: [.outcome, .closed])
            #expect(event.kind == .outcome && event.outcome == "accepted", "\(event)")
        }
        #expect(try await intake.connection.next(.closed).condition == "amqp:connection:forced")
        #expect(try await stopping.value == 0)
    }

    @Test("says so, and loses nothing over the restart")
    func restart() async throws {
        let interop = try await Interop()
        let pair = interop.pair()
        let intake = try await pair.prisonSession().sender()
        let inbox = try await pair.clinicSession().receiver(credit: 10)
        for name in names(30) { intake.post(SampleMessages.referral(name), tag: name) }
        for name in names(30) {
            #expect(try await intake.outcome(of: name).outcome == "accepted")
        }
        let held = try await inbox.deliveries(10)
        for delivery in held.prefix(4) { inbox.settle(delivery, .accepted) }
        try await pair.barrier()

        let stopping = Task { try await interop.daemon.stop() }
        for connection in [intake.connection, inbox.connection] {
            let closed = try await connection.next(.closed)
            #expect(closed.condition == "amqp:connection:forced")
            #expect(closed.words.contains("stopping"))
        }
        #expect(try await stopping.value == 0)

        try await interop.daemon.start()
        let again = try await pair.clinicSession().receiver(credit: 100)
        let rest = try await again.deliveries(26)
        #expect(rest.compactMap(\.referral) == Array(names(30).dropFirst(4)))
        let counts = rest.map { $0.number("deliveryCount") }
        #expect(counts == Array(repeating: 1, count: 6) + Array(repeating: 0, count: 20))
        for delivery in rest { again.settle(delivery, .accepted) }
        // What was accepted before is known: it is not taken a second time.
        let sender = try await pair.prisonSession().sender()
        #expect(try await sender.send(SampleMessages.referral("r7")).outcome == "accepted")
        try await pair.barrier()
        try await again.drain(10)
        #expect(again.connection.left(.delivery).isEmpty)
    }
}
