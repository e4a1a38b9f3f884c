import Fixtures
import Testing

/// What agencies see of a database that does not write.
@Suite("While the database does not write")
struct DatabaseTroubleTests {
    @Test("as many messages wait as may, the next is refused for now, and none is lost")
    func queue() async throws {
        var settings = DaemonProcess.Settings()
        settings.limits = ["intakeQueueMessages": "3", "batchMessages": "3"]
        let pair = try await Interop(settings).pair()
        let intake = try await pair.prisonSession().sender()
        let lock = try await pair.interop.daemon.blockWriting()
        // The first is not queued: it is being written.
        intake.post(SampleMessages.referral("r0"), tag: "r0")
        let waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted"
        while try pair.interop.daemon.query(waiting) == [["0"]] {}
        for name in ["r1", "r2", "r3"] {
            intake.post(SampleMessages.referral(name), tag: name)
        }
        // Whatever was sent before this is in the queue once it is answered.
        _ = try await intake.connection.session("behind")
        let refused = try await intake.send(SampleMessages.referral("r4"))
        expectUnavailable(refused, says: "more messages wait")
        #expect(intake.connection.left(.outcome).isEmpty)

        lock.closeInput()
        for name in names(4) {
            #expect(try await intake.outcome(of: name).outcome == "accepted")
        }
        #expect(try await intake.send(SampleMessages.referral("r4")).outcome == "accepted")
        try await pair.expectDelivery(names(5))
    }

    @Test("a message is refused for now when its statement was cancelled, and taken later")
    func timeout() async throws {
        var settings = DaemonProcess.Settings()
        settings.limits["statementTimeout"] = "1s"
        let pair = try await Interop(settings).pair()
        let intake = try await pair.prisonSession().sender()
        let lock = try await pair.interop.daemon.blockWriting()
        let refused = try await intake.send(SampleMessages.referral("r1"))
        expectUnavailable(refused, says: "could not store it")
        lock.closeInput()
        _ = try await lock.exit()
        #expect(try await intake.send(SampleMessages.referral("r1")).outcome == "accepted")
        try await pair.expectDelivery("r1")
    }

    @Test("a body that cannot be read for now is tried again, not without a rest, and delivered")
    func reading() async throws {
        var settings = DaemonProcess.Settings()
        settings.limits["bodyCacheBytes"] = "0B"
        let pair = try await Interop(settings).pair()
        let daemon = pair.interop.daemon
        try await pair.refer(["r1"])
        let rename = "ALTER TABLE throughcare.content RENAME COLUMN"
        _ = try daemon.query("\(rename) labels TO mislaid")
        let inbox = try await pair.clinicSession().receiver(credit: 1)
        _ = try await daemon.logged("bodies-not-read")
        _ = try await daemon.logged("bodies-not-read")
        // Each try is an event: without a rest there would be hundreds of them by now.
        try await ContinuousClock().sleep(for: .seconds(2))
        let tries = try daemon.query(
            "SELECT count(*) BETWEEN 2 AND 10 FROM throughcare.event WHERE kind = 'handed-over'")
        #expect(tries == [["t"]])
        _ = try daemon.query("\(rename) mislaid TO labels")
        let delivery = try await inbox.delivery()
        #expect(delivery.referral == "r1")
        inbox.settle(delivery, .accepted)
        try await pair.barrier()
        #expect(try pair.log(of: pair.clinic).last == "settled accepted")
    }

    @Test("a body whose bytes are damaged keeps back no other one")
    func damaged() async throws {
        var settings = DaemonProcess.Settings()
        settings.limits["bodyCacheBytes"] = "0B"
        let pair = try await Interop(settings).pair()
        let daemon = pair.interop.daemon
        try await pair.refer(["r1", "r2"])
        // So large that it is stored beside its row: the only one.
        try await pair.refer(["r3"], health: String(repeating: "ART ", count: 900))
        try await pair.refer(["r4"])
        _ = try daemon.query("CREATE EXTENSION pg_surgery")
        let killed = try daemon.query(
            """
            WITH damaged AS (
                SELECT reltoastrelid::regclass AS toast
                FROM pg_partition_tree('throughcare.content') JOIN pg_class ON relid = oid
                WHERE isleaf AND pg_relation_size(reltoastrelid) > 0
            )
            SELECT count(heap_force_kill(toast, ARRAY['(0,1)'::tid])) FROM damaged
            """)
        #expect(killed == [["1"]])
        let inbox = try await pair.clinicSession().receiver(credit: 4)
        for name in ["r1", "r2", "r4"] {
            let delivery = try await inbox.delivery()
            #expect(delivery.referral == name)
            inbox.settle(delivery, .accepted)
        }
        let trouble = try await daemon.logged("bodies-not-read")
        #expect(trouble.contains("entries=\"1\"") || trouble.contains("entries=1"), "\(trouble)")
        try await pair.barrier()
        #expect(try pair.log(of: pair.clinic).filter { $0 == "settled accepted" }.count == 3)
    }

    private func expectUnavailable(_ sent: PeerEvent, says words: String) {
        #expect(sent.outcome == "rejected")
        #expect(sent.condition == "amqp:internal-error")
        #expect(sent.info("retryable") == true)
        #expect(sent.info("reference")?.text?.hasPrefix("c-") == true)
        #expect(sent.words.contains(words), "\(sent.words)")
    }
}
