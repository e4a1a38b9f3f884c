import Fixtures
import LibPQ
import Referrals
import Store
import Testing

/// A database whose schema belongs to the migrator's role, with the broker's own role beside it.
private struct RoleRig {
    let roles: PostgresCluster.TwoRoles
    /// A Monday at noon.
    let now = Instant(microseconds: 1_700_481_600_123_456)
    private let timeout = Duration.seconds(60)

    init() throws {
        roles = try PostgresCluster.shared.get().makeDatabaseOfTwoRoles()
        let migrator = try connect(roles.migrator)
        try Migrations.run(on: migrator, timeout: timeout)
        try Migrations.grant(to: roles.runtimeRole, on: migrator, timeout: timeout)
    }

    func connect(_ conninfo: String) throws -> Connection {
        try Connection(try Conninfo(conninfo), by: .after(timeout))
    }

    /// A store that has claimed the shard.
    func owner(_ conninfo: String, number: UInt64 = 1) throws -> ShardStore {
        let store = try ShardStore(try Conninfo(conninfo), settings: ShardStore.Settings())
        try store.prepareSchema(migrates: false)
        _ = try store.claim(
            broker: TimeOrderedID(now: now, randomness: (number, number)), now: now)
        return store
    }

    /// With what state the server refuses a command to the broker's role; nil where it obeys.
    func refusal(of command: String) throws -> SQLState? {
        let connection = try connect(roles.runtime)
        do throws(DatabaseError) {
            try connection.run(
                script: "SET search_path = throughcare; \(command)", by: .after(timeout))
            return nil
        } catch {
            return error.state
        }
    }
}

@Suite("The broker's own role, where another owns the schema") struct RoleTests {
    private static let appendedTo = [
        "event", "content", "message", "referral", "network", "person", "secret",
    ]
    private static let tables = appendedTo + ["shard", "counter", "schema_version"]

    private static let commands: [String] =
        appendedTo.map { "UPDATE \($0) SET shard = shard" }
        + tables.flatMap {
            [
                "DELETE FROM \($0)", "TRUNCATE \($0)", "DROP TABLE \($0)",
                "ALTER TABLE \($0) ADD COLUMN more integer", "CREATE INDEX ON \($0) ((1))",
                "ALTER TABLE \($0) OWNER TO current_user",
                "ALTER TABLE \($0) DISABLE TRIGGER ALL",
            ]
        }
        + ["event", "content", "message", "referral"].flatMap { parent in
            let partition = "\(parent)_2811"
            return [
                "ALTER TABLE \(parent) DETACH PARTITION \(partition)",
                "DROP TABLE \(partition)", "TRUNCATE \(partition)", "DELETE FROM \(partition)",
                "UPDATE \(partition) SET shard = shard",
            ]
        } + [
            "INSERT INTO schema_version (version) VALUES (99)",
            "UPDATE schema_version SET version = version",
            "DROP SCHEMA throughcare CASCADE", "ALTER SCHEMA throughcare RENAME TO other",
            "CREATE TABLE throughcare.mine ()", "CREATE TABLE public.mine ()",
            "CREATE SCHEMA mine",
            "DROP FUNCTION make_weeks",
            "DROP FUNCTION event_is_whole CASCADE", "ALTER TYPE event_kind ADD VALUE 'other'",
            "ALTER DOMAIN log_position DROP CONSTRAINT log_position_check",
            "ALTER DOMAIN owned_epoch DROP CONSTRAINT another_broker_owns_the_shard",
            "ALTER FUNCTION event_is_whole COST 1",
            """
            CREATE OR REPLACE FUNCTION throughcare.make_weeks(integer, integer) RETURNS void
            LANGUAGE sql AS ''
            """,
            "COPY event TO PROGRAM 'true'",
        ]

    @Test("is refused everything that would change or destroy what is kept")
    func refusals() throws {
        let rig = try RoleRig()
        var batch = ShardBatch()
        batch.events = [.entry(1, at: rig.now)]
        let store = try rig.owner(rig.roles.runtime)
        #expect(rig.now.week == 2_811)
        #expect(store.commit(batch, now: rig.now) == .committed)
        for command in Self.commands {
            #expect(try rig.refusal(of: command) == .insufficientPrivilege, "\(command)")
        }
        #expect(try store.head() == Position(1))
    }

    @Test("appends, keeps its counters, and has the partitions of later weeks made for it")
    func appends() throws {
        let rig = try RoleRig()
        let store = try rig.owner(rig.roles.runtime)
        for week in 0..<3 as Range<Int64> {
            let now = Instant(microseconds: rig.now.microseconds + week * 7 * 86_400_000_000)
            var batch = ShardBatch()
            batch.events = [.entry(week + 1, at: now)]
            batch.counters = [CounterRecord(kind: .checkpoint, key: "", value: week + 1)]
            #expect(store.commit(batch, now: now) == .committed)
        }
        let owners = try psql(
            rig.roles.superuser,
            """
            SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'throughcare'
            """)
        #expect(owners == [[rig.roles.runtimeRole.replacing("_runtime", with: "_owner")]])
    }

    @Test("takes the shard over from a broker of its own role, whose session it ends")
    func takesOver() throws {
        let rig = try RoleRig()
        let former = try rig.owner(rig.roles.runtime)
        let successor = try rig.owner(rig.roles.runtime, number: 2)
        #expect(throws: DatabaseError.self) { try former.head() }
        #expect(try successor.head() == Position(0))
    }

    @Test(
        "takes the shard over from a broker of another role, whose session it may not end",
        arguments: [false, true])
    func takesOverFromAnother(wasSuperuser: Bool) throws {
        let rig = try RoleRig()
        let former = try rig.owner(wasSuperuser ? rig.roles.superuser : rig.roles.migrator)
        _ = try rig.owner(rig.roles.runtime, number: 2)
        var batch = ShardBatch()
        batch.events = [.entry(1, at: rig.now)]
        guard case .rolledBack(let error) = former.commit(batch, now: rig.now) else {
            Issue.record("the former owner committed")
            return
        }
        #expect(error.isShardLost)
    }
}
