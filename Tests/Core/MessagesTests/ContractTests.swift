import Foundation
import Messages
import Referrals
import Testing

/// One table of messages, judged by the decoder and by the published schemas.
@Suite struct ContractTests {
    static let cases = ReferralCases.all + UpdateCases.all

    @Test("The decoder refuses each fault at its place, and nothing else", arguments: cases)
    func decoder(item: ContractCase) {
        do {
            _ = try SubmissionDecoder().decode(Array(item.text.utf8), sender: Golden.sender)
            #expect(item.isValid)
        } catch {
            #expect(error.refusals.map(\.field) == item.refused)
            #expect(error.omitted == 0)
            for refusal in error.refusals {
                #expect(!refusal.problem.isEmpty && !refusal.remedy.isEmpty)
            }
        }
    }

    @Test("The schemas say the same, as an implementation that is not ours reads them")
    func schemas() throws {
        let verdicts = try SchemaJudge.judge(Self.cases.map { ($0.schema, $0.text) })
        #expect(verdicts.count == Self.cases.count)
        for (item, verdict) in zip(Self.cases, verdicts) {
            #expect((verdict == nil) == item.isValidToSchema, "\(item.name): \(verdict ?? "valid")")
        }
    }

    @Test("What is delivered satisfies the schema of the delivered form")
    func delivered() throws {
        var messages: [(String, String)] = []
        for item in Self.cases where item.isValid {
            let submission = try SubmissionDecoder().decode(
                Array(item.text.utf8), sender: Golden.sender)
            let bytes = Delivery.bytes(of: submission)
            messages.append(("\(item.schema)-delivered", String(decoding: bytes, as: UTF8.self)))
        }
        messages += Delivery.notices.map { ("notice", String(decoding: $0, as: UTF8.self)) }
        for (message, verdict) in zip(messages, try SchemaJudge.judge(messages)) {
            #expect(verdict == nil, "\(message)")
        }
    }

    @Test("A schema names exactly the fields that the decoder knows")
    func fieldNames() throws {
        for (name, item) in [("referral", Golden.referral), ("update", Golden.decision)] {
            let schema = try #require(try SchemaJudge.schemas()[name] as? [String: Any])
            let properties = try #require(schema["properties"] as? [String: Any])
            let text = item.replacing(#""v":1"#, with: #""v":1,"?":0"#)
            do {
                _ = try SubmissionDecoder().decode(Array(text.utf8), sender: Golden.sender)
                Issue.record("an unknown field was read")
            } catch {
                let remedy = try #require(error.refusals.first?.remedy)
                let known = remedy.components(separatedBy: "the fields are ")[1]
                #expect(Set(known.components(separatedBy: ", ")) == Set(properties.keys))
            }
        }
    }
}

/// The messages that go out for those that came in.
enum Delivery {
    static let time = Instant(microseconds: 1_795_000_000_000_000)

    static func bytes(of submission: Submission) -> [UInt8] {
        let id = MessageID(rawValue: "0193")
        switch submission {
        case .referral(let envelope, let request):
            return OutgoingMessage.referral(
                id: id, authored: envelope.authored, from: Golden.sender, admitted: time,
                referral: QualifiedName(agency: Golden.sender, name: request.name),
                assignment: AssignmentNumber(2), record: request.record,
                content: request.content, attachments: request.attachments)
        case .update(let envelope, let update):
            return OutgoingMessage.update(
                id: id, authored: envelope.authored, from: Golden.sender, admitted: time,
                referral: update.referral, assignment: update.assignment, record: update.record,
                content: update.content)
        }
    }

    /// A notice of each code, bare and with all that it can carry.
    static let notices: [[UInt8]] = NoticeCode.allCases.flatMap { code in
        NoticeState.allCases.map { state in
            let isBare = state == .cleared
            return OutgoingMessage.notice(
                id: MessageID(rawValue: "n5"), authored: time, code: code, state: state,
                referral: QualifiedName(
                    agency: Golden.sender, name: LocalName(rawValue: "r9")),
                assignment: isBare ? nil : AssignmentNumber(1),
                status: isBare ? nil : ReferralState(status: .onHold, hold: .provider),
                reason: isBare ? nil : .noCapacity)
        }
    }
}
