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

    private func expectUnavailable(_ sent: PeerEvent, says words: String) {
        #expect(sent.outcome == "rejected")
        #expect(sent.condition == "amqp:internal-error")
        #expect(sent.info("retryable") == true)
        #expect(sent.info("reference")?.text?.hasPrefix("c-") == true)
        #expect(sent.words.contains(words), "\(sent.words)")
    }
}
