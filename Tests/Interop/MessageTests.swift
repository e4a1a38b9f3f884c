import Fixtures
import Testing

@Suite("A message to the intake")
struct MessageTests {
    @Test("is taken as data and as a string", arguments: ["data", "string", "binary"])
    func bodies(form: String) async throws {
        let pair = try await Interop.pair()
        let intake = try await pair.prisonSession().sender()
        let sent = try await intake.send(
            SampleMessages.referral("r-\(form)"), ["form": .text(form)])
        #expect(sent.outcome == "accepted")
        #expect(sent.flag("settled") == true)
        let inbox = try await pair.clinicSession().receiver(credit: 1)
        let delivery = try await inbox.delivery()
        #expect(delivery.referral == "r-\(form)")
        inbox.settle(delivery, .accepted)
    }

    @Test("is refused in words as anything else", arguments: ["map", "sequence"])
    func otherBodies(form: String) async throws {
        let pair = try await Interop.pair()
        let intake = try await pair.prisonSession().sender()
        let sent = try await intake.send(SampleMessages.referral("r"), ["form": .text(form)])
        #expect(sent.outcome == "rejected")
        #expect(sent.condition == "amqp:decode-error")
        #expect(sent.words.contains("data"))
    }

    struct Claim: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let options: [String: Field]
        let condition: String
        let words: String

        init(
            _ name: String, _ options: [String: Field], condition: String = "amqp:invalid-field",
            says words: String
        ) {
            testDescription = name
            self.options = options
            self.condition = condition
            self.words = words
        }
    }

    /// What a message of `SampleMessages.referral` must not say of itself.
    static let claims = [
        Claim("another type", ["subject": "update"], says: "/type"),
        Claim("another id", ["id": "another"], says: "/id"),
        Claim("another region", ["properties": ["region": "RO-IS"]], says: "/region"),
        Claim("another service", ["properties": ["service": "housing"]], says: "/service"),
        Claim("another priority", ["properties": ["priority": "stat"]], says: "/priority"),
        Claim("a region that is no text", ["properties": ["region": 1]], says: "/region"),
        Claim(
            "another content type", ["content_type": "text/plain"],
            condition: "amqp:decode-error", says: "application/json"),
        Claim(
            "an encoding", ["content_encoding": "gzip"], condition: "amqp:decode-error",
            says: "content-encoding"),
    ]

    @Test("is refused where its properties say something else than its JSON", arguments: claims)
    func contradictory(claim: Claim) async throws {
        let pair = try await Interop.pair()
        let intake = try await pair.prisonSession().sender()
        let refused = try await intake.send(SampleMessages.referral("r1"), claim.options)
        #expect(refused.outcome == "rejected")
        #expect(refused.condition == claim.condition)
        #expect(refused.words.contains(claim.words), "\(refused.words)")
        #expect(try await intake.send(SampleMessages.referral("r1")).outcome == "accepted")
    }

    @Test("that is refused is in the log by its id and its field, but by no name of the sender's")
    func logged() async throws {
        let interop = try await Interop.shared
        let intake = try await interop.pair().prisonSession().sender()
        let wrong = SampleMessages.referral("logged-1", region: "RO-XX")
        #expect(try await intake.send(wrong).outcome == "rejected")
        let line = try await interop.daemon.logged("message=logged-1")
        #expect(line.contains("message-refused") && line.contains("field=/region"), "\(line)")
        let unknown = SampleMessages.referral("logged-2", more: #","Ion Popescu":1"#)
        #expect(try await intake.send(unknown).outcome == "rejected")
        let other = try await interop.daemon.logged("message=logged-2")
        #expect(other.contains("reason=invalid") && !other.contains("Popescu"), "\(other)")
        let number = SampleMessages.referral("logged-3", more: #","1900101221144":1"#)
        #expect(try await intake.send(number).outcome == "rejected")
        #expect(!(try await interop.daemon.logged("message=logged-3")).contains("1900101221144"))
    }

    @Test("reaches its provider, and the answer comes back")
    func thereAndBack() async throws {
        let pair = try await Interop.pair()
        let prison = try await pair.prisonSession()
        let intake = try await prison.sender()
        let sent = try await intake.send(
            SampleMessages.referral("r1"),
            [
                "id": "r1", "subject": "referral", "content_type": "application/json",
                "properties": ["region": "RO-GR", "service": "health.hiv", "priority": "routine"],
            ])
        #expect(sent.outcome == "accepted")

        let clinic = try await pair.clinicSession()
        let inbox = try await clinic.receiver(credit: 10)
        let delivery = try await inbox.delivery()
        #expect(delivery.text("subject") == "referral")
        #expect(delivery.text("contentType") == "application/json")
        #expect(delivery.flag("durable") == true)
        #expect(delivery.number("deliveryCount") == 0)
        #expect(delivery.flag("settled") == false)
        #expect(
            delivery.fields["properties"]
                == ["region": "RO-GR", "service": "health.hiv", "priority": "routine"])
        #expect(delivery.body("from") == .text(pair.prison))
        #expect(delivery.body("referral") == .text("\(pair.prison)/r1"))
        #expect(delivery.body("admitted")?.text != nil)
        #expect(
            delivery.body("content") == [
                "identity": ["name": "Ion"], "health": ["note": "ART since 2024"],
            ])
        inbox.settle(delivery, .accepted)

        let assignment = try #require(delivery.body("assignment")?.text)
        let answer = try await clinic.sender("answers").send(
            SampleMessages.decision(
                "u1", referral: "\(pair.prison)/r1", assignment: assignment))
        #expect(answer.outcome == "accepted", "\(answer)")
        let back = try await prison.receiver(credit: 1)
        let update = try await back.delivery()
        #expect(update.text("subject") == "update")
        #expect(update.body("status") == "accepted")
        #expect(update.body("from") == .text(pair.clinic))
        back.settle(update, .accepted)
    }

    @Test("that is sent twice is accepted twice, and delivered once")
    func duplicate() async throws {
        let pair = try await Interop.pair()
        let intake = try await pair.prisonSession().sender()
        for _ in 1...2 {
            let sent = try await intake.send(SampleMessages.referral("r1"))
            #expect(sent.outcome == "accepted")
        }
        let inbox = try await pair.clinicSession().receiver(credit: 10)
        let delivery = try await inbox.delivery()
        inbox.settle(delivery, .accepted)
        try await pair.barrier()
        try await inbox.drain(10)
        #expect(inbox.connection.left(.delivery).isEmpty)
    }

    @Test("that is sent twice at once, on two connections, is delivered once")
    func concurrentDuplicate() async throws {
        let pair = try await Interop.pair()
        let first = try await pair.prisonSession().sender()
        let second = try await pair.prisonSession().sender()
        let all = names(20)
        for name in all {
            for intake in [first, second] {
                intake.post(SampleMessages.referral(name), tag: name)
            }
        }
        for name in all {
            for intake in [first, second] {
                let outcome = try await intake.outcome(of: name)
                #expect(outcome.outcome == "accepted", "\(outcome)")
            }
        }
        let inbox = try await pair.clinicSession().receiver(credit: 100)
        var delivered: [String] = []
        for delivery in try await inbox.deliveries(all.count) {
            delivered.append(delivery.referral ?? "")
            inbox.settle(delivery, .accepted)
        }
        #expect(Set(delivered) == Set(all))
        try await pair.barrier()
        try await inbox.drain(10)
        #expect(inbox.connection.left(.delivery).isEmpty)
    }

    @Test("with the id of one before it, and other content, is rejected")
    func sameIDOtherContent() async throws {
        let pair = try await Interop.pair()
        let intake = try await pair.prisonSession().sender()
        try await intake.send(SampleMessages.referral("r1", health: "one"))
        let sent = try await intake.send(SampleMessages.referral("r1", health: "two"))
        #expect(sent.outcome == "rejected")
        #expect(sent.condition == "amqp:precondition-failed")
        #expect(sent.info("field") == "/id")
        #expect(sent.info("retryable") == false)
    }

    @Test("that the sender has settled is taken all the same")
    func presettled() async throws {
        let pair = try await Interop.pair()
        let intake = try await pair.prisonSession().sender()
        intake.post(SampleMessages.referral("r1"), tag: "1", ["settled": true])
        let inbox = try await pair.clinicSession().receiver(credit: 1)
        let delivery = try await inbox.delivery()
        #expect(delivery.referral == "r1")
    }

    @Test("of 200 KiB comes and goes in frames of any size", arguments: [512, 1_024, 65_536])
    func frames(size: Int) async throws {
        let pair = try await Interop.pair()
        let text = String(repeating: "0123456789abcdef", count: 200 * 64)
        let prison = try await pair.prisonSession(["maxFrameSize": .number(Double(size))])
        let sent = try await prison.sender().send(SampleMessages.referral("r1", health: text))
        #expect(sent.outcome == "accepted", "\(sent)")
        let clinic = try await pair.clinicSession(["maxFrameSize": .number(Double(size))])
        let inbox = try await clinic.receiver(credit: 1)
        let delivery = try await inbox.delivery()
        #expect(
            delivery.body("content")
                == ["identity": ["name": "Ion"], "health": ["note": .text(text)]])
        inbox.settle(delivery, .accepted)
    }

    @Test("is refused with a condition, words, the field and whether to try again")
    func refusal() async throws {
        let pair = try await Interop.pair()
        let intake = try await pair.prisonSession().sender()
        let sent = try await intake.send(SampleMessages.referral("r1", region: "RO-XX"))
        #expect(sent.outcome == "rejected")
        #expect(sent.condition == "amqp:not-found")
        #expect(sent.words.contains("RO-XX"))
        #expect(sent.info("field") == "/region")
        #expect(sent.info("retryable") == false)
        let reference = try #require(sent.info("reference")?.text)
        #expect(sent.words.contains(reference))
        // The link goes on.
        #expect(try await intake.send(SampleMessages.referral("r1")).outcome == "accepted")
    }
}
