import Messages
import Referrals
import Testing

/// What a sender is told.
@Suite struct RefusalTests {
    let decoder = SubmissionDecoder()

    private func refusals(of text: String) -> [Refusal] {
        do {
            _ = try decoder.decode(Array(text.utf8), sender: Golden.sender)
            return []
        } catch {
            return error.refusals
        }
    }

    @Test(
        "A type that is not served is refused by name, with those that are",
        arguments: MessageType.allCases.filter { !$0.isServed })
    func notServed(type: MessageType) {
        let text = #"{"v":1,"type":"\#(type.rawValue)","id":"m","authored":"2026-11-23T09:00:00Z"}"#
        let refusal = Refusal(
            .notServed, field: "/type",
            problem: "messages of type \(type.rawValue) are not served by this version",
            remedy: "this broker serves referral, update")
        #expect(refusals(of: text) == [refusal])
    }

    @Test(
        "An unknown type is refused with the nearest",
        arguments: [
            ("referal", "did you mean “referral”? this broker serves referral, update"),
            ("Update", "did you mean “update”? this broker serves referral, update"),
            ("capacityquery", "did you mean “capacity-query”? this broker serves referral, update"),
            ("zzz", "this broker serves referral, update"),
        ])
    func unknownType(type: String, remedy: String) {
        let text = #"{"v":1,"type":"\#(type)","id":"m","authored":"2026-11-23T09:00:00Z"}"#
        #expect(
            refusals(of: text) == [
                Refusal(
                    .notServed, field: "/type", problem: "there is no such type of message",
                    remedy: remedy)
            ])
    }

    @Test("A type that is missing, or no string, is refused with those that are served")
    func noType() {
        let text = #"{"v":1,"id":"m","authored":"2026-11-23T09:00:00Z"}"#
        let remedy = "write one of referral, update"
        let missing = Refusal(
            .invalid, field: "/type", problem: "this field is missing", remedy: remedy)
        #expect(refusals(of: text) == [missing])
        let number = Refusal(
            .invalid, field: "/type", problem: "a string is wanted, and here is a number",
            remedy: remedy)
        #expect(refusals(of: text.replacing(#"{"v""#, with: #"{"type":1,"v""#)) == [number])
    }

    @Test("A cancel is told whose it is, and what that party can write")
    func cancel() {
        let start = #"{"v":1,"type":"update","id":"m","authored":"2026-11-23T09:00:00Z","#
        let cancel = start + #""referral":"r1","kind":"cancel""#
        #expect(
            refusals(of: cancel + "}").map(\.remedy) == [
                #"write an object with a code, such as {"code":"needs-met-elsewhere"}"#
            ])
        let other = refusals(of: cancel + #","statusReason":{"code":"no-capacity"}}"#)
        #expect(other.map(\.field) == ["/statusReason/code"])
        #expect(other.allSatisfy { $0.problem.contains("a cancel without a status") })
        #expect(other.allSatisfy { $0.remedy.contains("a provider writes a status") })
    }

    @Test("What is meant is guessed where it is near")
    func guesses() {
        let text = Golden.referral
            .replacing("\"urgent\"", with: "\"urgnet\"")
            .replacing("\"service\"", with: "\"servise\"")
            .replacing("\"identity\"", with: "\"identiy\"")
        let remedies = Dictionary(
            uniqueKeysWithValues: refusals(of: text).map { ($0.field, $0.remedy) })
        #expect(
            remedies["/priority"] == "did you mean “urgent”? write routine, urgent, asap, stat")
        #expect(
            remedies["/servise"]?.hasPrefix("did you mean “service”? the fields are v,") == true)
        #expect(remedies["/content/identiy"]?.hasPrefix("did you mean “identity”? ") == true)
        #expect(remedies["/service"]?.hasPrefix("write lower-case names") == true)
        #expect(remedies.count == 4)
    }

    @Test("At most so many refusals are told, and the others counted")
    func bounds() {
        let unknown = (0..<50).map { ",\"x\($0)\":1" }.joined()
        let text = Golden.decision.replacing(#""v":1"#, with: #""v":1\#(unknown)"#)
        do {
            _ = try decoder.decode(Array(text.utf8), sender: Golden.sender)
            Issue.record("it was taken")
        } catch {
            #expect(error.refusals.count == 20)
            #expect(error.omitted == 30)
            #expect(error.id == MessageID(rawValue: "m4"))
            #expect(error.type == .update)
        }
    }

    @Test("No refusal repeats a value", arguments: ContractTests.cases)
    func keepsSecrets(item: ContractCase) throws {
        let secret = "s3cr3t"
        let text = item.text.replacing("774512", with: secret).replacing("Ion", with: secret)
            .replacing("TLD", with: secret).replacing("needs-met-elsewhere", with: secret)
        for refusal in refusals(of: text) {
            #expect(!refusal.description.contains(secret))
        }
    }

    @Test(
        "A fault of the JSON within content is told no deeper than its section",
        arguments: [
            (
                #"{"content":{"health":{"s3cr3t":{"x":}}}}"#, "/content/health",
                Refusal.Reason.malformed
            ),
            (#"{"attachments":[{"data":01}]}"#, "/attachments/0", .malformed),
            (#"{"person":{"value":01}}"#, "/person/value", .malformed),
            (String(repeating: #"{"content":"#, count: 40), "/content/content", .limit),
            ("", "", .malformed), ("[]", "", .invalid), ("7", "", .invalid),
        ])
    func cutsPaths(text: String, field: String, reason: Refusal.Reason) {
        let refusals = refusals(of: text)
        #expect(refusals.map(\.field) == [field])
        #expect(refusals.map(\.reason) == [reason])
    }

    @Test("Too much is refused as such")
    func limits() {
        let attachment = #"{"section":"health","contentType":"a/b","data":""}"#
        let many = Array(repeating: attachment, count: 33).joined(separator: ",")
        let text = ReferralCases.minimal
            .replacing(#""basis""#, with: #""attachments":[\#(many)],"basis""#)
        #expect(refusals(of: text).map(\.reason) == [.limit])
        #expect(refusals(of: text).map(\.field) == ["/attachments"])
        let long = String(repeating: " ", count: 1 << 20) + Golden.referral
        #expect(refusals(of: long).map(\.reason) == [.limit])
    }
}
