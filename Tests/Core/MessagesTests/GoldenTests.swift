import Messages
import Referrals
import Testing

@Suite struct GoldenTests {
    let decoder = SubmissionDecoder()

    @Test("A referral is decoded field by field, and its record is rewritten in canonical order")
    func decodesReferral() throws {
        let submission = try decoder.decode(Array(Golden.referral.utf8), sender: Golden.sender)
        guard case .referral(let envelope, let request) = submission else {
            Issue.record("not a referral: \(submission)")
            return
        }
        #expect(envelope.id == MessageID(rawValue: "m1"))
        #expect(envelope.authored.description == "2026-11-23T07:00:00.000Z")
        #expect(request.name == LocalName(rawValue: "r9"))
        #expect(request.person == PersonIdentifier(system: "urn:ro:anp", value: "774512"))
        #expect(request.service == ServiceType(rawValue: "health.hiv"))
        #expect(request.region == Region(rawValue: "RO-GR"))
        #expect(request.priority == .urgent)
        #expect(request.basis == .consent(LocalName(rawValue: "c118")))
        #expect(request.to == nil)
        #expect(request.replaces == nil)
        #expect(
            request.participants == [
                Participant(role: "commissioner", agency: AgencyID(rawValue: "ro-dp-giurgiu"))
            ])
        #expect(
            request.content.map { "\($0.label): \(String(decoding: $0.json, as: UTF8.self))" } == [
                #"identity: {"name":"Ion \u0050opescu"}"#, #"health: { "regimen" : ["TLD"] }"#,
            ])
        #expect(
            request.attachments.map { String(decoding: $0.json, as: UTF8.self) } == [
                #"{"section":"health","contentType":"application/pdf","title":"Letter","#
                    + #""data":"SGVsbG8="}"#
            ])
        #expect(
            String(decoding: request.record, as: UTF8.self)
                == #""person":{"system":"urn:ro:anp","value":"774512"},"requester":"agency","#
                + #""language":"ro","service":"health.hiv","region":"RO-GR","#
                + #""setting":"community","priority":"urgent","#
                + #""release":{"date":"2026-12-24","certainty":"confirmed","#
                + #""facility":"ro-anp-giurgiu"},"occurrence":{"start":"2026-12-24"},"#
                + #""supplyEnd":"2026-12-31","basis":{"consent":"ro-anp-giurgiu/c118"},"#
                + #""plan":"ro-anp-giurgiu/p9","#
                + #""participants":[{"role":"commissioner","agency":"ro-dp-giurgiu"}],"#
                + #""deadlines":{"decide":"P3D"},"safeContact":{"prohibited":false}"#)
    }

    @Test(
        "An update is decoded, and its record rewritten in canonical order",
        arguments: [
            (
                Golden.decision, "a2", ReferralUpdate.Kind.decision, AssignmentStatus.accepted,
                #""kind":"decision","status":"accepted","#
                    + #""offer":{"service":"health.hiv","start":"2026-12-28"}"#
            ),
            (
                Golden.progress, "a2", .progress, .inProgress,
                #""kind":"progress","status":"in-progress","businessStatus":"scheduled","#
                    + #""occurrence":"2026-12-28T09:00:00+02:00""#
            ),
            (
                Golden.cancel, nil, .cancel, nil,
                #""kind":"cancel","statusReason":{"code":"needs-met-elsewhere"}"#
            ),
        ] as [(String, String?, ReferralUpdate.Kind, AssignmentStatus?, String)])
    func decodesUpdate(
        text: String, assignment: String?, kind: ReferralUpdate.Kind, status: AssignmentStatus?,
        record: String
    ) throws {
        let submission = try decoder.decode(Array(text.utf8), sender: Golden.sender)
        guard case .update(_, let update) = submission else {
            Issue.record("not an update: \(submission)")
            return
        }
        #expect(update.referral == QualifiedName("ro-anp-giurgiu/r9", sender: Golden.provider))
        #expect(update.assignment?.description == assignment)
        #expect(update.kind == kind)
        #expect(update.status == status)
        #expect(String(decoding: update.record, as: UTF8.self) == record)
    }
}
