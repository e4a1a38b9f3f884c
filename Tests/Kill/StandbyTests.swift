import Fixtures
import Testing

/// What the broker says where a COMMIT waits for a standby, and where a standby takes over.
@Suite("With a standby", .timeLimit(.minutes(5)))
struct StandbyTests {
    private let primary: PostgresCluster
    private let standby: PostgresCluster
    private let daemon: DaemonProcess
    private let peers: ProtonPeer
    private let intake: ProtonLink
    private let authority: TestAuthority

    init() async throws {
        primary = try PostgresCluster(isDurable: false)
        authority = try TestAuthority()
        var settings = DaemonProcess.Settings()
        settings.network = SampleNetwork(pairs: 1)
        standby = try PostgresCluster(standbyOf: primary)
        settings.database =
            "host=\(primary.directory),\(standby.directory) dbname=throughcare "
            + "target_session_attrs=read-write"
        settings.setUpThrough = primary
        daemon = try await DaemonProcess(settings, authority: authority)
        peers = try ProtonPeer()
        let connection = peers.dial(
            try authority.agency(SampleNetwork.prison(0)), trusting: authority.certificate,
            port: daemon.port)
        try await connection.opened()
        intake = try await connection.session().sender()
    }

    /// Waits, in the server, until a COMMIT waits for the standby.
    private func untilCommitWaits() throws {
        _ = try psql(
            primary.conninfo,
            """
            SET statement_timeout = '60s';
            DO $$
            BEGIN
                LOOP
                    PERFORM pg_stat_clear_snapshot();
                    EXIT WHEN EXISTS (SELECT FROM pg_stat_activity WHERE wait_event = 'SyncRep');
                    PERFORM pg_sleep(0.01);
                END LOOP;
            END
            $$;
            """)
    }

    /// Does what an operator may do to a COMMIT that waits: the server commits, and warns.
    private func cancelCommit() throws {
        try untilCommitWaits()
        _ = try psql(
            primary.conninfo,
            "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'")
    }

    /// Has r1 confirmed, and r2 committed where no standby has it: its sender is refused.
    private func commitUnconfirmed() async throws {
        try primary.awaitStandbys()
        #expect(try await intake.send(SampleMessages.referral("r1")).outcome == "accepted")
        try standby.stop()
        intake.post(SampleMessages.referral("r2"), tag: "first")
        try cancelCommit()
        try await expectRefusedForNow("first")
    }

    private func expectRefusedForNow(_ tag: String) async throws {
        let outcome = try await intake.outcome(of: tag)
        #expect(outcome.outcome == "rejected")
        #expect(outcome.info("retryable") == true)
        #expect(outcome.words.contains("could not store it safely"), "\(outcome.words)")
    }

    @Test("a message is confirmed once the standby has it, and its repetition no earlier")
    func repetition() async throws {
        // It is in the log here, and nowhere else: the sender must not take it for safe.
        try await commitUnconfirmed()
        try await daemon.logged("commit-not-confirmed")
        let ids = "SELECT id FROM throughcare.message ORDER BY id"
        #expect(try psql(primary.conninfo, ids) == [["r1"], ["r2"]])

        // Nothing is written for a repetition; all the same it waits for the standby.
        intake.post(SampleMessages.referral("r2"), tag: "second")
        try cancelCommit()
        try await expectRefusedForNow("second")
        intake.post(SampleMessages.referral("r2"), tag: "third")
        try untilCommitWaits()
        #expect(intake.connection.left(.outcome).isEmpty)
        try standby.start()
        #expect(try await intake.outcome(of: "third").outcome == "accepted")

        // What was confirmed is where a failover looks.
        try primary.kill()
        try standby.promote()
        #expect(try psql(standby.conninfo, ids) == [["r1"], ["r2"]])
    }

    @Test("a delivery leaves once the standby has its hand-over, which is tried again after a rest")
    func handOver() async throws {
        try primary.awaitStandbys()
        #expect(try await intake.send(SampleMessages.referral("r1")).outcome == "accepted")
        try standby.stop()
        let clinic = peers.dial(
            try authority.agency(SampleNetwork.clinic(0)), trusting: authority.certificate,
            port: daemon.port)
        try await clinic.opened()
        let inbox = try await clinic.session().receiver(credit: 1)
        try cancelCommit()
        try await daemon.logged("commit-not-confirmed")
        try untilCommitWaits()
        #expect(clinic.left(.delivery).isEmpty)
        try standby.start()
        _ = try await inbox.delivery()
        #expect(clinic.left(.delivery).isEmpty)
        let rests = try psql(
            primary.conninfo,
            """
            SELECT count(*), max(at) - min(at) >= interval '1 second'
            FROM throughcare.event WHERE kind = 'handed-over'
            """)
        #expect(rests == [["2", "t"]])
    }

    @Test("a failover to one that has what was confirmed is gone on with")
    func failover() async throws {
        try primary.awaitStandbys()
        #expect(try await intake.send(SampleMessages.referral("r1")).outcome == "accepted")
        try primary.kill()
        try standby.promote()
        #expect(try await intake.send(SampleMessages.referral("r2")).outcome == "accepted")
        #expect(try await intake.send(SampleMessages.referral("r1")).outcome == "accepted")
        let ids = "SELECT id FROM throughcare.message ORDER BY id"
        #expect(try psql(standby.conninfo, ids) == [["r1"], ["r2"]])
        #expect(try await daemon.stop() == 0)
    }

    @Test("a failover that loses what nobody was told is gone on with, and it can be sent again")
    func lostUnconfirmed() async throws {
        try await commitUnconfirmed()
        try primary.kill()
        try standby.start()
        try standby.promote()
        #expect(try await intake.send(SampleMessages.referral("r2")).outcome == "accepted")
        let ids = "SELECT id FROM throughcare.message ORDER BY id"
        #expect(try psql(standby.conninfo, ids) == [["r1"], ["r2"]])
        #expect(try await daemon.stop() == 0)
    }

    @Test("a failover to one that has lost what was confirmed ends the broker, in words")
    func lostTail() async throws {
        #expect(try await intake.send(SampleMessages.referral("r1")).outcome == "accepted")
        try standby.stop()
        // Nobody waits for the standby here: this is confirmed, and it never has it.
        #expect(try await intake.send(SampleMessages.referral("r2")).outcome == "accepted")
        try primary.kill()
        try standby.start()
        try standby.promote()
        intake.post(SampleMessages.referral("r3"), tag: "r3")
        // Not to be started again by its service manager: that one would know of no loss.
        #expect(try await daemon.process.exit() == 65)
        let words = try await daemon.logged("critical stopped")
        #expect(words.contains("this server has lost what was confirmed"), "\(words)")
        #expect(intake.connection.left(.outcome).allSatisfy { $0.outcome != "accepted" })
    }
}
