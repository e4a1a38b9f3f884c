import Fixtures
import Foundation
import Store

/// A database as a broker of some schema version left it, kept as SQL beside this file. It is made
/// by `Tests/run --golden`, which writes the one of today's schema anew: to be done when that
/// schema changes before it is released, and never after.
struct GoldenDatabase {
    let version: Int32

    /// One for each version of the schema.
    static let all = (1...Migrations.latest).map(GoldenDatabase.init)

    /// Its name among the tests' resources.
    var name: String { "schema-\(version).sql" }

    /// Makes it out of a database.
    func keep(_ conninfo: String, in directory: String) throws {
        try FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true)
        try Self.dump(conninfo).write(
            toFile: "\(directory)/\(name)", atomically: true, encoding: .utf8)
    }

    /// Puts it into a fresh database.
    ///
    /// - Returns: the connection string.
    func restore() throws -> String {
        guard let file = Bundle.module.path(forResource: "Golden/\(name)", ofType: nil) else {
            throw FixtureFailure("\(name) is not with the tests: Tests/run --golden")
        }
        let conninfo = try PostgresCluster.shared.get().makeDatabase()
        _ = try psql(conninfo, try String(contentsOfFile: file, encoding: .utf8))
        return conninfo
    }

    /// The schema `throughcare` of a database as SQL, without what pg_dump says of itself.
    static func dump(_ conninfo: String, _ options: String...) throws -> String {
        let text = try run(
            TestSurroundings.postgres("pg_dump"),
            ["-d", conninfo, "-n", "throughcare", "--no-owner", "--no-privileges"] + options)
        return text.split(separator: "\n", omittingEmptySubsequences: true)
            .filter { !$0.hasPrefix("--") && !$0.hasPrefix("\\restrict") }
            .filter { !$0.hasPrefix("\\unrestrict") }
            .joined(separator: "\n") + "\n"
    }
}
