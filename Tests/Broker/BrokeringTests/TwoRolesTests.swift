import Fixtures
import LibPQ
import OpenSSLCrypto
import Referrals
import Store
import Testing

@testable import Brokering

@Suite("A broker with a role of its own, on a schema that another role owns")
struct TwoRolesTests {
    private let timeout = Duration.seconds(60)

    @Test("takes a referral its whole way, over the weeks, a restart and a successor")
    func wholeWay() async throws {
        let roles = try PostgresCluster.shared.get().makeDatabaseOfTwoRoles()
        let migrator = try Connection(try Conninfo(roles.migrator), by: .after(timeout))
        try Migrations.run(on: migrator, timeout: timeout)
        try Migrations.grant(to: roles.runtimeRole, on: migrator, timeout: timeout)
        let key = MasterKey(key: try SymmetricKey.random(), generation: 1)
        let clock = LiveBroker.Clock(Instant(microseconds: 1_700_481_600_000_000))

        let first = try await LiveBroker(on: roles.runtime, masterKey: key, clock: clock)
        try await first.apply(SampleNetwork(pairs: 2).yaml)
        let confirmed = try await first.admit(SampleMessages.referral("r1"), from: "prison-0")
        let given = try await first.take("clinic-0")
        #expect(given.map(\.type) == ["referral"])
        #expect(given.first?.text.contains("ART since 2024") == true)

        // Two weeks on, in partitions that were made on the way.
        for _ in 0..<2 {
            clock.advance(by: .seconds(7 * 86_400))
            try await first.admit(
                SampleMessages.referral("w\(clock.now.week)"), from: "prison-1")
        }
        try await first.admit(
            SampleMessages.decision("d1", referral: "prison-0/r1", assignment: "a1"),
            from: "clinic-0")
        try await first.stop()

        let second = try await LiveBroker(on: roles.runtime, masterKey: key, clock: clock)
        #expect(try await second.take("prison-0").map(\.type) == ["update"])
        #expect(try await second.take("clinic-1").count == 2)
        let again = try await second.send(SampleMessages.referral("r1"), from: "prison-0")
        guard case .confirmed(_, confirmed) = again else {
            Issue.record("\(again)")
            return
        }

        // Another broker claims the shard, and the one before it ends.
        let third = try await LiveBroker(on: roles.runtime, masterKey: key, clock: clock)
        try await third.admit(SampleMessages.referral("r2"), from: "prison-0")
        #expect(try await third.take("clinic-0").count == 1)
        try second.post(SampleMessages.referral("r3"), from: "prison-0")
        guard case .shardLost? = await second.end() as? ShardError else {
            Issue.record("the former owner goes on")
            return
        }
        #expect(
            try await third.inspection.referral(
                QualifiedName(agency: "prison-0", name: "r1"))?.record.state.status == .accepted)
        try await third.stop()
    }
}
