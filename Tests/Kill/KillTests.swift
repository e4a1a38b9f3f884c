import Fixtures
import Foundation
import Synchronization
import Testing

@Suite("Killed at any moment, the broker loses nothing", .serialized)
struct KillTests {
    private static let pairs = 3

    private static func settings() throws -> DaemonProcess.Settings {
        var settings = DaemonProcess.Settings()
        settings.network = SampleNetwork(pairs: pairs)
        // The same after each start, so that the agencies find it again.
        settings.port = try FreePort.find()
        return settings
    }

    @Test("of what it confirmed, with SIGKILL for the daemon or for PostgreSQL")
    func kills() async throws {
        let rounds = TestSurroundings.isSoak ? 300 : 10
        let seed: UInt64 = TestSurroundings.isSoak ? .random(in: 0 ... .max) : 1
        print("kill test: seed \(seed), \(rounds) rounds")
        let daemon = try await DaemonProcess(try Self.settings(), authority: TestAuthority())
        let run = try KillRun(daemon, pairs: Self.pairs)
        let violations = try await run.violations(seed: seed) { load in
            var random = SeededGenerator(seed: seed)
            for _ in 1...rounds {
                try await load.confirmed(random.number(in: 5...60))
                if random.chance(50) {
                    try await daemon.kill()
                    // Sometimes its database dies with it.
                    if random.chance(30) { try daemon.killDatabase() }
                    try await daemon.start()
                } else {
                    try daemon.killDatabase()
                }
            }
            try await load.confirmed(20)
        }
        #expect(violations == [])
        #expect(run.load.sightings.confirmed.count > rounds * 5)
        #expect(try await daemon.stop() == 0)
    }

    @Test("when a COMMIT or its answer is lost on the line")
    func lostCommits() async throws {
        let cluster = try PostgresCluster()
        let proxy = try DatabaseProxy(to: cluster)
        defer { proxy.stop() }
        var settings = try Self.settings()
        settings.database = proxy.conninfo
        settings.setUpThrough = cluster
        let daemon = try await DaemonProcess(settings, authority: TestAuthority())
        let random = Mutex(SeededGenerator(seed: 2))
        let run = try KillRun(daemon, pairs: Self.pairs)
        let wanted = TestSurroundings.isSoak ? 500 : 20
        let violations = try await run.violations(seed: 3) { load in
            proxy.judge {
                random.withLock { random in
                    random.chance(15)
                        ? random.chance(50) ? .loseAnswer : .loseRequest : .pass
                }
            }
            while proxy.cutCount < wanted { try await load.confirmed(5) }
            proxy.judge { .pass }
            try await load.confirmed(20)
        }
        #expect(violations == [])
        #expect(try await daemon.stop() == 0)
    }

    @Test("and the checker would see it", arguments: [true, false])
    func plantedFault(isPlanted: Bool) async throws {
        let cluster = try PostgresCluster()
        let proxy = try DatabaseProxy(to: cluster)
        defer { proxy.stop() }
        var settings = try Self.settings()
        settings.database = proxy.conninfo
        settings.setUpThrough = cluster
        if isPlanted {
            settings.program = "throughcared-faulty"
            settings.arguments = ["--fault", "confirm-before-commit"]
        }
        let daemon = try await DaemonProcess(settings, authority: TestAuthority())
        let load = try Load(on: daemon)
        // Its session, so that what is committed next is the message.
        let connection = try await load.open(SampleNetwork.prison(0))
        let intake = try await connection.session().sender()
        try await intake.send(SampleMessages.referral("before"))
        load.note(confirmed: "before", by: SampleNetwork.prison(0))
        // The faulty daemon confirms it while its COMMIT is still on the way.
        while try daemon.query("SELECT id FROM throughcare.message WHERE id = 'before'").isEmpty {}

        proxy.judge { .hold }
        intake.post(SampleMessages.referral("held"), tag: "held")
        _ = try await proxy.held.take("a COMMIT that is kept back") { _ in true }
        if isPlanted {
            let outcome = try await intake.outcome(of: "held")
            #expect(outcome.text("outcome") == "accepted")
            load.note(confirmed: "held", by: SampleNetwork.prison(0))
        }
        try await daemon.kill()
        proxy.judge { .pass }
        proxy.release()
        try await daemon.start()

        let run = KillRun(daemon, load, pairs: Self.pairs)
        let lost = MessageKey(sender: SampleNetwork.prison(0), id: "held")
        #expect(try await run.verdict() == (isPlanted ? [.lost(lost)] : []))
        #expect(connection.left(.outcome).isEmpty)
    }
}
