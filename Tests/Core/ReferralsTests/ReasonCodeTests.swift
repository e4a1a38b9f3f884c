import Referrals
import Testing

@Suite struct ReasonCodeTests {
    /// The contract's table of reasons, row by row.
    static let table: [(String, ReasonCode.Consequence, Set<ReasonCode.Party>)] = [
        (
            "no-capacity not-eligible out-of-area risk-not-manageable needs-higher-care "
                + "prior-exclusion", .reroute, [.provider]
        ),
        ("person-declined-provider", .reroute, [.provider, .requester]),
        ("insufficient-time already-released", .reroute, [.provider]),
        ("waitlist additional-assessment-required", .hold, [.provider]),
        ("too-early incomplete-information", .backToReferrer, [.provider]),
        ("person-unreachable", .hold, [.provider]),
        (
            "person-declined person-not-engaged needs-met-elsewhere deceased no-recourse duplicate",
            .close, [.provider, .requester]
        ),
        ("returned-to-custody sentence-changed", .hold, [.broker]),
        (
            "no-response deadline-passed recipient-unavailable facility-closed", .reroute,
            [.broker, .operator]
        ),
        ("consent-absent consent-expired", .hold, [.broker]),
        ("consent-withdrawn", .close, [.broker]),
        ("other", .close, [.provider, .requester]),
    ]

    @Test("Each reason is as the contract's table has it, and there is no other")
    func matchesTable() throws {
        var seen: Set<ReasonCode> = []
        for (codes, consequence, parties) in Self.table {
            for text in codes.split(separator: " ") {
                let code = try #require(ReasonCode(rawValue: String(text)))
                #expect(seen.insert(code).inserted)
                #expect(code.consequence == consequence, "\(code)")
                #expect(code.parties == parties, "\(code)")
                #expect(code.requiresText == (code == .other))
            }
        }
        #expect(seen == Set(ReasonCode.allCases))
    }

    @Test("A reason goes with the statuses after which what it says can follow")
    func agreement() {
        let given: [AssignmentStatus: [ReasonCode.Consequence]] = [
            .onHold: [.hold, .backToReferrer], .inProgress: [.hold, .backToReferrer, .close],
            .completed: [.close], .rejected: [.reroute, .backToReferrer, .close],
            .failed: [.reroute, .backToReferrer, .close],
            .cancelled: [.reroute, .backToReferrer, .close],
        ]
        for (status, consequences) in given {
            for code in ReasonCode.allCases {
                let agrees = code == .other || consequences.contains(code.consequence)
                #expect(code.agrees(with: status) == agrees, "\(code) \(status)")
            }
        }
    }

    @Test("Priorities ascend, and are read back from what is stored")
    func priorities() {
        #expect(Priority.allCases == Priority.allCases.sorted())
        for priority in Priority.allCases { #expect(Priority(level: priority.level) == priority) }
        #expect(Priority(level: 4) == nil)
        #expect(Priority(level: -1) == nil)
    }

    @Test("A person has no description that could slip into a log")
    func personIsSilent() {
        let person = PersonIdentifier(system: "urn:x", value: "774512")
        #expect("\(person)" == "(a person)")
        #expect(!String(reflecting: person).contains("774512"))
    }
}
