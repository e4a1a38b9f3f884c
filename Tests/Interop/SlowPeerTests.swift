import Fixtures
import Testing

/// Peers that do not read, or hardly: what they are owed stays bounded, others are served, and when
/// they read again they get everything.
@Suite("A peer that does not read")
struct SlowPeerTests {
    /// More than every buffer between the broker and the peer holds.
    private static let count = 200
    private static let health = String(repeating: "0123456789abcdef", count: 100 * 64)

    enum Slowness { case mute, trickling }

    @Test(
        "is given what it takes and no more, and the rest once it reads",
        arguments: [(Slowness.mute, true), (.trickling, false)])
    func deliveries(slowness: Slowness, isDraining: Bool) async throws {
        let pair = try await Interop.pair()
        try await pair.refer(names(Self.count), health: Self.health)
        let session = try await pair.clinicSession(["receiveBuffer": 16_384])
        let inbox = try await session.receiver(credit: 0)
        switch slowness {
        case .mute: inbox.connection.mute()
        case .trickling: inbox.connection.trickle(1)
        }
        if isDraining {
            inbox.startDrain(1_000)
        } else {
            inbox.credit(1_000)
        }
        // Others are served, and what comes of it has had its time.
        for number in 0..<5 { try await pair.expectConfirmation("more-\(number)") }
        let given = try pair.log(of: pair.clinic).count { $0.hasPrefix("handed-over") }
        #expect(given > 0)
        #expect(given < Self.count - 50, "\(given)")
        inbox.connection.listen()
        let all = names(Self.count) + (0..<5).map { "more-\($0)" }
        #expect(try await inbox.deliveries(all.count).compactMap(\.referral) == all)
        if isDraining {
            let flow = try await inbox.connection.next(.flow) { $0.number("credit") == 0 }
            #expect(flow.number("drained") == Double(1_000 - all.count))
        }
        try await session.connection.close()
    }

    @Test("much at a time is not taken for silent while it takes what it is sent")
    func slowly() async throws {
        let pair = try await IdleTests.impatient.value.pair()
        let names = names(40)
        try await pair.refer(names, health: Self.health)
        let session = try await pair.clinicSession(["receiveBuffer": 16_384])
        let inbox = try await session.receiver(credit: 0)
        inbox.connection.trickle(65_536)
        inbox.credit(names.count)
        // More than twice as long as the broker tolerates silence; it does not read meanwhile.
        try await ContinuousClock().sleep(for: .seconds(12))
        inbox.connection.listen()
        #expect(try await inbox.deliveries(names.count).compactMap(\.referral) == names)
        #expect(inbox.connection.left(.closed).isEmpty)
        try await session.connection.close()
    }

    @Test("is not listened to on and on: its questions make the daemon no larger")
    func questions() async throws {
        let interop = try await Interop()
        let pair = interop.pair()
        let connection = try await pair.rawOpen()
        connection.write(WireFrame.begin())
        _ = try await connection.frame(.begin)
        try await pair.interop.expectAnotherServed()
        let before = try interop.daemon.residentMemory
        connection.mute()
        // Each is answered with some 400 octets.
        let question =
            WireFrame.attachSender("odd", handle: 0, to: "nowhere")
            + WireFrame.amqp(0x16, [.uint(0), .flag(true)])
        for _ in 1...100 {
            connection.write(Array(repeatElement(question, count: 2_000).joined()))
        }
        for number in 2...10 { try await pair.expectConfirmation("r\(number)") }
        let grown = try interop.daemon.residentMemory - before
        #expect(grown < 32 << 20, "\(grown)")
        try await connection.cut()
        try await pair.interop.expectAnotherServed()
    }
}
