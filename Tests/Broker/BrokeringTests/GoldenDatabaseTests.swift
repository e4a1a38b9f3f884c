import Fixtures
import Foundation
import LibPQ
import OpenSSLCrypto
import Referrals
import Store
import Testing

@testable import Brokering

@Suite("The golden database of each schema version") struct GoldenDatabaseTests {
    private let timeout = Duration.seconds(60)

    @Test(
        "is made by a broker of today, when that is asked for",
        .enabled(if: TestSurroundings.goldenDirectory != nil))
    func make() async throws {
        let directory = try #require(TestSurroundings.goldenDirectory)
        let conninfo = try PostgresCluster.shared.get().makeDatabase()
        try await GoldenStory().live(on: conninfo)
        try GoldenDatabase(version: Migrations.latest).keep(conninfo, in: directory)
    }

    @Test("becomes what the migrations make of an empty one", arguments: GoldenDatabase.all)
    func schema(golden: GoldenDatabase) throws {
        let restored = try golden.restore()
        let fresh = try PostgresCluster.shared.get().makeDatabase()
        for conninfo in [restored, fresh] {
            let connection = try Connection(Conninfo(conninfo), by: .after(timeout))
            let found = try Migrations.run(on: connection, timeout: timeout)
            #expect(found == (conninfo == restored ? golden.version : 0))
            // The weeks of the golden database.
            let first = GoldenStory.beginning.week
            try connection.run(
                script: "SELECT throughcare.make_weeks(\(first), \(first + 2))",
                by: .after(timeout))
        }
        #expect(
            try GoldenDatabase.dump(restored, "--schema-only")
                == GoldenDatabase.dump(fresh, "--schema-only"),
            """
            a released migration was edited, or a golden database is not of its version; while the \
            schema is not released: Tests/run --golden
            """)
    }

    @Test("is not opened with another master key", arguments: GoldenDatabase.all)
    func otherKey(golden: GoldenDatabase) async throws {
        let conninfo = try golden.restore()
        let error = await #expect(throws: KeyError.self) {
            try await LiveBroker(
                on: conninfo,
                masterKey: MasterKey(key: try SymmetricKey.random(), generation: 1),
                clock: later, migrates: true)
        }
        guard case .wrongMasterKey? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("is found as it was, and goes on", arguments: GoldenDatabase.all)
    func revives(golden: GoldenDatabase) async throws {
        let conninfo = try golden.restore()
        let live = try await LiveBroker(
            on: conninfo, masterKey: try GoldenStory().masterKey, clock: later, migrates: true)
        #expect(live.broker.epoch == 3)
        try await checkRecords(of: live)
        try await checkInboxes(of: live)

        // What was accepted is known.
        let position = try psql(
            conninfo, "SELECT position FROM throughcare.message WHERE id = 'queued'")
        let again = try await live.admit(GoldenStory.queued, from: "prison-0")
        #expect([["\(again)"]] == position)
        #expect(
            try await live.refusal(
                of: SampleMessages.referral("queued"), from: "prison-0")?.reason == .conflict)

        // What waits finds a provider when there is one.
        try await live.apply(GoldenStory.laterNetwork)
        let found = try await live.take("clinic-4")
        #expect(found.map(\.line) == ["referral prison-4/waiting 1"])
        #expect(found.first?.field("content") == Self.content("ART since 2024"))
        try await live.admit(SampleMessages.referral("new"), from: "prison-0")
        #expect(try await live.take("clinic-0").map(\.line) == ["referral prison-0/new 1"])
        try await live.stop()
    }

    private var later: LiveBroker.Clock {
        let clock = LiveBroker.Clock(GoldenStory.beginning)
        clock.advance(by: .seconds(8 * 86_400))
        return clock
    }

    private func checkRecords(of live: LiveBroker) async throws {
        for (agency, name, status) in GoldenStory.statuses {
            let referral = try await live.inspection.referral(
                QualifiedName(agency: agency, name: name))
            #expect(referral?.record.state.status == status, "\(agency)/\(name)")
        }
        let lanes = try #require(try await live.inspection.lanes())
        #expect(
            lanes.map { "\($0.lane) \($0.depth)" }.sorted()
                == ["RO-GR health.hiv 1", "RO-GR housing 1"])
        let quarantined = try await live.inspection.quarantined(before: nil, limit: 10)
        #expect(
            quarantined.map(\.referral) == [
                QualifiedName(agency: "prison-3", name: "quarantined")
            ])
        #expect(quarantined.map(\.outcome) == [.rejected])
        #expect(await live.broker.summary()?.quarantined == 1)
        let inspector = live.inspection.inspector
        #expect(try await inspector.networkHistory(limit: 10).map(\.version) == [2, 1])
        for (index, network) in GoldenStory.networks.enumerated() {
            #expect(
                try await inspector.networkDocument(version: Int32(index + 1)) == network)
        }
    }

    private func checkInboxes(of live: LiveBroker) async throws {
        for (agency, lines) in GoldenStory.inboxes {
            let deliveries = try await live.take(agency)
            #expect(deliveries.map(\.line) == lines, "\(agency)")
            for delivery in deliveries where delivery.field("code") == "nobody-serves" {
                #expect(delivery.field("status") == "on-hold")
                #expect(delivery.field("hold") == "provider")
            }
            for delivery in deliveries where delivery.type == "referral" {
                let isQueued = delivery.line.contains("queued")
                #expect(
                    delivery.field("content")
                        == Self.content(
                            isQueued ? "ART din 2024, în așteptare: αβγ 日本" : "ART since 2024"))
                #expect(
                    delivery.field("attachments")
                        == (isQueued
                            ? [
                                [
                                    "section": "health", "contentType": "application/pdf",
                                    "title": "Scrisoare", "data": "SGVsbG8=",
                                ]
                            ] : []))
            }
        }
    }

    private static func content(_ health: String) -> Field {
        ["identity": ["name": "Ion"], "health": ["note": .text(health)]]
    }
}

extension Delivery {
    /// `update prison-1/accepted accepted 1`: type, referral, status, attempt.
    fileprivate var line: String {
        [type, field("referral")?.text, field("status")?.text, "\(attempt)"]
            .compactMap(\.self).joined(separator: " ")
    }

    /// A field of the JSON.
    fileprivate func field(_ name: String) -> Field? {
        (try? JSONDecoder().decode([String: Field].self, from: Data(json())))?[name]
    }
}
