import Fixtures
import Foundation
import Testing

@Suite("A daemon without its database", .timeLimit(.minutes(5)))
struct AwaitedDatabaseTests {
    @Test("starts, says what it waits for, and serves once it is there")
    func start() async throws {
        let rig = try await Rig()
        #expect(try await rig.daemon.stop() == 0)
        try rig.cluster.stop()
        _ = try await rig.manager.status(with: "STOPPING=1")

        try rig.daemon.launch()
        _ = try await rig.status("Waiting for the database: ")
        _ = try await rig.manager.notifications.take("more time") {
            $0 == "EXTEND_TIMEOUT_USEC=120000000"
        }
        try await rig.daemon.logged("database-awaited")
        #expect(try rig.health("/livez") == "ok\n200")
        let ready = try rig.health("/readyz")
        #expect(ready.hasSuffix("503"))
        #expect(ready.contains("database: does not answer: cannot connect"), "\(ready)")

        // A reload meanwhile does not end the start.
        try rig.daemon.process.signal(SIGHUP)
        try await rig.daemon.logged("reloaded")
        #expect(!rig.told.contains { $0.contains("READY=1") || $0.contains("RELOADING=1") })

        try rig.cluster.start()
        try await rig.daemon.untilReady()
        #expect(
            try await rig.manager.status(with: "READY=1") == "Serving the DEMO network sample")
        let peers = try ProtonPeer()
        let intake = try await rig.connect(peers).session().sender()
        #expect(try await intake.send(SampleMessages.referral("r")).outcome == "accepted")
        #expect(try await rig.daemon.stop() == 0)
    }

    /// A daemon whose database has gone, and a link on which a message waits for it.
    private func robbed() async throws -> (Rig, ProtonLink) {
        let rig = try await Rig()
        let intake = try await rig.connect(ProtonPeer()).session().sender()
        try rig.cluster.stop()
        intake.post(SampleMessages.referral("r"), tag: "r")
        _ = try await rig.status("Waiting for the database: ")
        return (rig, intake)
    }

    @Test("goes on when it goes, and says so")
    func lost() async throws {
        let (rig, intake) = try await robbed()
        try rig.cluster.start()
        _ = try await rig.status("Serving the DEMO network sample")
        #expect(try await intake.outcome(of: "r").outcome == "accepted")
        #expect(try await rig.daemon.stop() == 0)
    }

    @Test("can be told to stop when it has gone, with messages that wait for it")
    func stopLost() async throws {
        let (rig, intake) = try await robbed()
        #expect(try await rig.daemon.stop() == 0)
        try await rig.daemon.logged("stopped-without-database")
        #expect(intake.connection.left(.outcome).isEmpty)
    }

    @Test("can be told to stop")
    func stop() async throws {
        let rig = try await Rig()
        #expect(try await rig.daemon.stop() == 0)
        try rig.cluster.stop()
        try rig.daemon.launch()
        _ = try await rig.status("Waiting for the database: ")
        #expect(try await rig.daemon.stop() == 0)
    }

    @Test("that another broker has now ends, not to be started again")
    func shardLost() async throws {
        let rig = try await Rig()
        let intake = try await rig.connect(ProtonPeer()).session().sender()
        _ = try psql(
            rig.cluster.conninfo,
            "UPDATE throughcare.shard SET epoch = epoch + 1, broker = gen_random_uuid()")
        intake.post(SampleMessages.referral("r"), tag: "r")
        #expect(try await rig.daemon.process.exit() == EX_CONFIG)
        let words = try await rig.daemon.logged("critical stopped")
        #expect(words.contains("another broker has taken this shard over"), "\(words)")
        #expect(intake.connection.left(.outcome).allSatisfy { $0.outcome != "accepted" })
    }

    @Test("does not wait for what waiting cannot mend")
    func permanent() async throws {
        let rig = try await Rig()
        #expect(try await rig.daemon.stop() == 0)
        _ = try psql(
            "host=\(rig.cluster.directory) dbname=postgres", "DROP DATABASE throughcare")
        try rig.daemon.launch()
        #expect(try await rig.daemon.process.exit() == EX_UNAVAILABLE)
    }
}
