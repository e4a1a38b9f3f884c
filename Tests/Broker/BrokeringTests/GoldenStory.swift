import Fixtures
import LibPQ
import OpenSSLCrypto
import Referrals
import Store

@testable import Brokering

/// What the golden database tells: referrals in every state, from two weeks and under two networks.
struct GoldenStory {
    let masterKey: MasterKey
    /// The day on which it begins, a Monday at noon.
    static let beginning = Instant(microseconds: 1_700_481_600_000_000)
    static let networks = [SampleNetwork(pairs: 5).yaml, SampleNetwork(pairs: 6).yaml]
    /// The last network, in which the clinics serve housing as well.
    static let laterNetwork = SampleNetwork(pairs: 6).yaml.replacing(
        "services: [health]\n", with: "services: [health, housing]\n")

    init() throws {
        masterKey = MasterKey(
            key: try SymmetricKey(bytes: Array(0..<UInt8(SymmetricKey.byteCount))), generation: 1)
    }

    /// Lives through it, in an empty database.
    func live(on conninfo: String) async throws {
        let clock = LiveBroker.Clock(Self.beginning)
        let first = try await LiveBroker(
            on: conninfo, masterKey: masterKey, clock: clock, migrates: true)
        try await first.apply(Self.networks[0])
        try await first.admit(Self.queued, from: "prison-0")
        try await first.admit(SampleMessages.referral("cancelled"), from: "prison-0")
        try await first.admit(SampleMessages.cancel("c1", referral: "cancelled"), from: "prison-0")

        try await first.admit(SampleMessages.referral("accepted"), from: "prison-1")
        try await first.take("clinic-1")
        try await first.admit(
            SampleMessages.decision("d1", referral: "prison-1/accepted", assignment: "a1"),
            from: "clinic-1")
        try await first.admit(SampleMessages.referral("completed"), from: "prison-1")
        try await first.take("clinic-1")
        for (id, status) in [("d2", "accepted"), ("d3", "in-progress"), ("d4", "completed")] {
            try await first.admit(
                SampleMessages.decision(
                    id, referral: "prison-1/completed", assignment: "a1", status: status
                ).replacing("decision", with: id == "d2" ? "decision" : "progress"),
                from: "clinic-1")
        }

        for (pair, name, outcome) in [
            (2, "returned", DeliveryOutcome.modified), (3, "quarantined", .rejected),
        ] {
            try await first.admit(
                SampleMessages.referral(name), from: AgencyID(rawValue: "prison-\(pair)"))
            let (consumer, given) = try await first.receive(
                AgencyID(rawValue: "clinic-\(pair)"))
            for delivery in given { try await first.settle(delivery, of: consumer, outcome) }
        }

        try await first.admit(Self.waiting, from: "prison-4")
        try await first.admit(SampleMessages.referral("in-flight"), from: "prison-4")
        _ = try await first.receive("clinic-4")
        try await first.stop()

        clock.advance(by: .seconds(7 * 86_400))
        let second = try await LiveBroker(on: conninfo, masterKey: masterKey, clock: clock)
        try await second.apply(Self.networks[1])
        try await second.admit(SampleMessages.referral("declined"), from: "prison-5")
        try await second.take("clinic-5")
        try await second.admit(
            SampleMessages.decision(
                "d5", referral: "prison-5/declined", assignment: "a1", status: "rejected",
                reason: "no-capacity"), from: "clinic-5")
        try await second.admit(SampleMessages.referral("later"), from: "prison-5")
        try await second.stop()
    }

    /// Waits in its provider's inbox, with everything that a message can bring.
    static let queued = SampleMessages.referral(
        "queued", priority: "urgent", health: "ART din 2024, în așteptare: αβγ 日本",
        more: #"""
            ,"attachments":[{"section":"health","contentType":"application/pdf",\#
            "title":"Scrisoare","data":"SGVsbG8="}]
            """#)

    /// Nobody serves it. Its basis is a consent.
    static let waiting = SampleMessages.referral("waiting", service: "housing").replacing(
        #"{"law":{"regime":"led","reference":"Law 254/2013"}}"#, with: #"{"consent":"c1"}"#)

    /// How each referral stands at the end.
    static let statuses: [(agency: AgencyID, referral: LocalName, status: ReferralStatus)] = [
        ("prison-0", "queued", .requested), ("prison-0", "cancelled", .cancelled),
        ("prison-1", "accepted", .accepted), ("prison-1", "completed", .completed),
        ("prison-2", "returned", .requested), ("prison-3", "quarantined", .requested),
        ("prison-4", "waiting", .onHold), ("prison-4", "in-flight", .requested),
        ("prison-5", "declined", .onHold), ("prison-5", "later", .requested),
    ]

    /// What lies in the inboxes at the end: type, referral, and how often it is handed over then.
    static let inboxes: [AgencyID: [String]] = [
        "clinic-0": ["referral prison-0/queued 1"],
        "clinic-1": [],
        "clinic-2": ["referral prison-2/returned 2"],
        "clinic-3": [],
        "clinic-4": ["referral prison-4/in-flight 2"],
        "clinic-5": ["referral prison-5/later 1"],
        "prison-0": [],
        "prison-1": [
            "update prison-1/accepted accepted 1", "update prison-1/completed accepted 1",
            "update prison-1/completed in-progress 1", "update prison-1/completed completed 1",
        ],
        "prison-2": [],
        "prison-3": ["notice prison-3/quarantined 1"],
        "prison-4": ["notice prison-4/waiting on-hold 1"],
        "prison-5": ["update prison-5/declined rejected 1", "notice prison-5/declined on-hold 1"],
    ]
}
