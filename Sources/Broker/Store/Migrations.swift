package import LibPQ

/// The schema's versions, forward only: each in a transaction of its own, under one lock, so that
/// two brokers that start at once do it once.
package enum Migrations {
    /// The version that this program works with.
    package static var latest: Int32 { Int32(scripts.count) }

    private static var scripts: [[UInt8]] { [PackageResources.migration_0001_sql] }

    /// The key of the advisory lock: any constant will do, if it stays.
    private static let lock: Int64 = 0x7468_726f_7567_6863

    /// Brings a database up to `latest`.
    ///
    /// - Returns: the version that it found; 0 for an empty database.
    /// - Throws: `SchemaError.newer` and touches nothing where a later program has been.
    @discardableResult
    package static func run(
        on connection: Connection, timeout: Duration
    ) throws(SchemaError) -> Int32 {
        do throws(DatabaseError) {
            try connection.run(
                script: "SELECT pg_advisory_lock(\(lock))", by: .after(timeout))
            defer {
                try? connection.run(
                    script: "SELECT pg_advisory_unlock(\(lock))", by: .after(timeout))
            }
            try connection.run(
                script: """
                    CREATE SCHEMA IF NOT EXISTS throughcare;
                    CREATE TABLE IF NOT EXISTS throughcare.schema_version (
                        version integer PRIMARY KEY,
                        at      timestamptz NOT NULL DEFAULT now()
                    );
                    """, by: .after(timeout))
            let found = try current(on: connection, timeout: timeout)
            guard found <= latest else { return found }
            for version in found..<latest { try apply(version + 1, on: connection, timeout) }
            return found
        } catch {
            throw .database(error)
        }
    }

    /// Gives the broker's own role what it needs, and no more; the role must be there.
    package static func grant(
        to role: String, on connection: Connection, timeout: Duration
    ) throws(SchemaError) {
        let script = String(decoding: PackageResources.grant_runtime_sql, as: UTF8.self)
        do throws(DatabaseError) {
            let quoted: String = try connection.query(
                "SELECT quote_ident($1)", Parameters(role), by: .after(timeout)
            ).value(0, 0)
            let parts = script.split(separator: "$ROLE", omittingEmptySubsequences: false)
            try connection.run(script: parts.joined(separator: quoted), by: .after(timeout))
        } catch {
            throw .database(error)
        }
    }

    /// Refuses a schema that is not the one that this program works with.
    package static func check(
        on connection: Connection, timeout: Duration
    ) throws(SchemaError) {
        let found: Int32
        do throws(DatabaseError) {
            let exists = try connection.query(
                "SELECT to_regclass('throughcare.schema_version') IS NOT NULL",
                by: .after(timeout)
            ).value(0, 0, as: Bool.self)
            found = exists ? try current(on: connection, timeout: timeout) : 0
        } catch {
            throw .database(error)
        }
        guard found <= latest else { throw .newer(found: found, latest: latest) }
        guard found == latest else { throw .older(found: found, latest: latest) }
    }

    private static func current(
        on connection: Connection, timeout: Duration
    ) throws(DatabaseError) -> Int32 {
        try connection.query(
            "SELECT coalesce(max(version), 0) FROM throughcare.schema_version",
            by: .after(timeout)
        ).value(0, 0)
    }

    private static func apply(
        _ version: Int32, on connection: Connection, _ timeout: Duration
    ) throws(DatabaseError) {
        let script = String(decoding: scripts[Int(version) - 1], as: UTF8.self)
        try connection.run(
            script: """
                BEGIN;
                SET LOCAL search_path = throughcare;
                \(script)
                INSERT INTO throughcare.schema_version (version) VALUES (\(version));
                COMMIT;
                """, by: .after(timeout))
    }
}

/// Why a database cannot be used as it is.
package enum SchemaError: Error, Sendable {
    /// A later program has migrated it; going back would lose what that one wrote.
    case newer(found: Int32, latest: Int32)
    /// It must be migrated first.
    case older(found: Int32, latest: Int32)
    case database(DatabaseError)
}

extension SchemaError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .newer(let found, let latest):
            "the database has schema version \(found), and this program knows versions up to "
                + "\(latest): use the program that migrated it, or a later one"
        case .older(let found, let latest):
            "the database has schema version \(found), and this program needs \(latest): "
                + "run `throughcared migrate` with the migrator's role"
        case .database(let error): "\(error)"
        }
    }
}

extension ShardStore {
    /// Migrates the database, or only checks that somebody has.
    package func prepareSchema(migrates: Bool) throws(SchemaError) {
        guard migrates else {
            return try Migrations.check(on: connection, timeout: settings.timeout)
        }
        let found = try Migrations.run(on: connection, timeout: settings.timeout)
        guard found <= Migrations.latest else {
            throw .newer(found: found, latest: Migrations.latest)
        }
    }
}
