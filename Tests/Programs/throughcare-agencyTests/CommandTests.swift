import ArgumentParser
import BoundedJSON
import Referrals
import Testing

@testable import throughcare_agency

@Suite("The command's words")
struct CommandTests {
    @Test(
        "The kind of an update follows from its status",
        arguments: [
            (AssignmentStatus.accepted, false, ReferralUpdate.Kind.decision),
            (.rejected, false, .decision), (.onHold, false, .decision),
            (.onHold, true, .progress), (.inProgress, false, .progress),
            (.completed, false, .progress), (.failed, false, .progress),
            (.cancelled, false, .progress),
        ])
    func kinds(status: AssignmentStatus, isProgress: Bool, kind: ReferralUpdate.Kind) {
        let message = UpdateMessage(
            referral: "a/r1", assignment: "a1", status: status, reason: nil, text: nil,
            isProgress: isProgress)
        #expect(message.kind == kind)
    }

    @Test("An update has the referral, the assignment, the status and the reason")
    func update() throws {
        let message = UpdateMessage(
            referral: "a/r1", assignment: "a1", status: .rejected, reason: .noCapacity,
            text: "full \"now\"", isProgress: false
        ).text(now: Instant(microseconds: 1_764_000_000_000_000))
        let object = try #require(try JSONDocument(message.json).root.object)
        #expect(object["id"]?.string == message.label)
        #expect(object["authored"]?.string == "2025-11-24T16:00:00.000Z")
        #expect(object["kind"]?.string == "decision")
        #expect(object["status"]?.string == "rejected")
        #expect(object["statusReason"]?.object?["code"]?.string == "no-capacity")
        #expect(object["statusReason"]?.object?["text"]?.string == "full \"now\"")
    }

    @Test("The directory and the agency stand for the three files")
    func files() throws {
        let short = try ConnectionOptions.parse(["--pki", "p", "--agency", "demo-clinic"])
        #expect(
            try short.files()
                == .init(certificate: "p/demo-clinic.pem", key: "p/demo-clinic.key", ca: "p/ca.pem")
        )
        let mixed = try ConnectionOptions.parse([
            "--pki", "p", "--agency", "demo-clinic", "--ca", "other.pem",
        ])
        #expect(try mixed.files().ca == "other.pem")
        #expect(throws: UsageError.self) { try ConnectionOptions.parse(["--pki", "p"]).files() }
    }

    @Test(
        "What contradicts itself is wrong usage",
        arguments: [
            ["receive", "--follow", "--count", "1"], ["receive", "--count", "0"],
            ["receive", "--settle", "release"], ["send", "f", "--times", "2"],
            ["send", "f", "--times", "0", "--new"], ["respond", "a/r1", "a1", "received"],
            ["respond", "a/r1", "a1", "gone"], ["respond", "a/r1", "a1", "failed", "--text", "x"],
            ["send", "f", "--port", "0"],
        ])
    func usage(arguments: [String]) {
        #expect(throws: (any Error).self) { try AgencyCommand.parseAsRoot(arguments) }
    }

    @Test("A delivered message is one line, whatever stood between its parts")
    func line() {
        let json = "{\"a\":\r\n [1,\n2]}"
        #expect(ReceiveCommand.line(json.utf8) == Array("{\"a\":   [1, 2]}".utf8))
    }
}
