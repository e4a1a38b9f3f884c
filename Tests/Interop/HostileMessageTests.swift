import Fixtures
import Testing

/// Messages that an agency's program may get wrong. Each is refused in words, and the link goes on.
@Suite("A message that cannot be taken")
struct HostileMessageTests {
    struct Slip: Sendable, CustomTestStringConvertible {
        let name: String
        var old = ""
        var new = ""
        let condition: String
        let field: String
        /// Problem and remedy, in part.
        let says: [String]
        var testDescription: String { name }

        var message: String { SampleMessages.referral("r1").replacing(old, with: new) }
    }

    static let slips = [
        Slip(
            name: "with a field twice", old: #""v":1,"#, new: #""v":1,"v":1,"#,
            condition: "amqp:decode-error", field: "/v", says: ["twice"]),
        Slip(
            name: "with an unknown field", old: #""setting""#, new: #""prioritie":1,"setting""#,
            condition: "amqp:invalid-field", field: "/prioritie", says: ["“priority”"]),
        Slip(
            name: "with an unknown section of content", old: #""identity""#, new: #""identiy""#,
            condition: "amqp:invalid-field", field: "/content/identiy", says: ["identity"]),
        Slip(
            name: "too deep", old: #""ART since 2024""#,
            new: String(repeating: "[", count: 40) + String(repeating: "]", count: 40),
            condition: "amqp:resource-limit-exceeded", field: "/content/health", says: ["32"]),
        Slip(
            name: "that ends too early", old: #"2024"}}}"#, new: #"2024"}"#,
            condition: "amqp:decode-error", field: "/content", says: ["at byte"]),
        Slip(
            name: "for an unknown region", old: "RO-GR", new: "RO-GX",
            condition: "amqp:not-found", field: "/region", says: ["RO-GX", "RO-GR"]),
        Slip(
            name: "for an unknown service type", old: "health.hiv", new: "health.hib",
            condition: "amqp:not-found", field: "/service", says: ["health.hib", "health.hiv"]),
        Slip(
            name: "of a type that is not served", old: #""type":"referral""#,
            new: #""type":"consent""#, condition: "amqp:not-implemented", field: "/type",
            says: ["consent", "referral"]),
        Slip(
            name: "of a type that there is not", old: #""type":"referral""#,
            new: #""type":"referal""#, condition: "amqp:not-implemented", field: "/type",
            says: ["referral"]),
    ]

    @Test("is refused with condition, words, field and reference", arguments: slips)
    func slip(_ slip: Slip) async throws {
        let pair = try await Interop.pair()
        let intake = try await pair.prisonSession().sender()
        try await expectRefusal(
            try await intake.send(slip.message), slip.condition, slip.field, slip.says)
        // What was refused is not remembered: corrected, it is taken under the same id.
        #expect(try await intake.send(SampleMessages.referral("r1")).outcome == "accepted")
        try await pair.expectDelivery("r1")
        try await pair.interop.expectAnotherServed()
    }

    @Test("is refused where it is not UTF-8")
    func encoding() async throws {
        let pair = try await Interop.pair()
        let intake = try await pair.prisonSession().sender()
        let hex = SampleMessages.referral("r1", health: "~").utf8
            .map {
                $0 == UInt8(ascii: "~") ? "ff" : String(UInt16($0) + 0x100, radix: 16).dropFirst()
            }
            .joined()
        try await expectRefusal(
            try await intake.send("", ["hex": .text(hex)]), "amqp:decode-error",
            "/content/health", ["UTF-8", "at byte"])
        try await pair.interop.expectAnotherServed()
    }

    @Test("is refused where it is longer than the link takes, and the session goes on")
    func tooLong() async throws {
        let pair = try await Interop.pair()
        let session = try await pair.prisonSession()
        let intake = try await session.sender()
        intake.post(
            SampleMessages.referral("r1", health: String(repeating: "x", count: 256 * 1_024)),
            tag: "1")
        let detached = try await intake.next(.detached)
        #expect(detached.condition == "amqp:link:message-size-exceeded")
        #expect(detached.words.contains("262144"))
        #expect(detached.info("reference")?.text?.hasPrefix("c-") == true)
        let sent = try await session.sender("again").send(SampleMessages.referral("r1"))
        #expect(sent.outcome == "accepted")
    }

    @Test("is refused where this kind of agency may not send it")
    func kind() async throws {
        let pair = try await Interop.pair()
        let intake = try await pair.clinicSession().sender()
        try await expectRefusal(
            try await intake.send(SampleMessages.referral("r1")), "amqp:unauthorized-access",
            "/type", ["health", "referral", "prison"])
        try await pair.interop.expectAnotherServed()
    }

    @Test("is refused where the referral is somebody else's, and says nothing of it")
    func somebodyElses() async throws {
        let pair = try await Interop.pair()
        let other = try await Interop.pair()
        try await pair.refer(["r1"])
        for agency in [other.prison, other.clinic] {
            let intake = try await pair.interop.connect(agency).session().sender()
            let answer = try await intake.send(
                SampleMessages.decision("u1", referral: "\(pair.prison)/r1", assignment: "a1"))
            // Word for word as for one that there is not.
            let absent = try await intake.send(
                SampleMessages.decision("u2", referral: "\(pair.prison)/r2", assignment: "a1"))
            try await expectRefusal(answer, "amqp:not-found", "/referral", ["no referral"])
            #expect(answer.words == absent.words)
        }
        try await pair.expectDelivery("r1")
    }

    private func expectRefusal(
        _ sent: PeerEvent, _ condition: String, _ field: String, _ says: [String]
    ) async throws {
        #expect(sent.outcome == "rejected")
        #expect(sent.condition == condition)
        #expect(sent.info("field") == .text(field), "\(sent)")
        #expect(sent.info("retryable") == false)
        let reference = try #require(sent.info("reference")?.text)
        #expect(sent.words.contains(reference))
        for words in says { #expect(sent.words.contains(words), "\(sent.words)") }
    }
}
