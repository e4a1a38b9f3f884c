import Foundation
import Synchronization

/// A PostgreSQL cluster of a test's own, reachable through its Unix socket, that writes to disk
/// what it says it wrote. Gone with the last reference.
package final class PostgresCluster: Sendable {
    /// One for all tests that need no server of their own: each makes itself a database in it. What
    /// it wrote does not outlive the server.
    package static let shared = Result { try PostgresCluster(isDurable: false) }

    private let scratch: ScratchDirectory
    private let isDurable: Bool

    /// - Parameter isDurable: whether it waits for the disk, as it must where it is to be killed.
    package init(isDurable: Bool = true) throws {
        scratch = try ScratchDirectory()
        self.isDurable = isDurable
        try run(
            TestSurroundings.postgres("initdb"),
            ["-D", data, "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C"])
        try start()
        _ = try psql("host=\(directory) dbname=postgres", "CREATE DATABASE throughcare")
    }

    /// A standby of another cluster, which follows it.
    package init(standbyOf primary: PostgresCluster) throws {
        scratch = try ScratchDirectory()
        isDurable = primary.isDurable
        try run(
            TestSurroundings.postgres("pg_basebackup"),
            [
                "-d", "host=\(primary.directory) dbname=postgres", "-D", data, "-R", "-X", "stream",
                "-c", "fast", "--no-sync",
            ])
        try start()
    }

    /// Has each COMMIT wait for a standby.
    package func awaitStandbys() throws {
        _ = try psql(
            conninfo, "ALTER SYSTEM SET synchronous_standby_names = '*'; SELECT pg_reload_conf()")
    }

    /// Makes a standby the server that is written to.
    package func promote() throws {
        try run(TestSurroundings.postgres("pg_ctl"), ["-D", data, "-w", "-t", "60", "promote"])
    }

    /// Where its socket is.
    package var directory: String { scratch.url.path }
    private var data: String { scratch.path("data") }

    package var conninfo: String { "host=\(directory) dbname=throughcare" }

    /// Makes an empty database.
    ///
    /// - Returns: its connection string.
    package func makeDatabase() throws -> String {
        let name = "db" + UUID().uuidString.lowercased().filter { $0 != "-" }
        _ = try psql("host=\(directory) dbname=postgres", "CREATE DATABASE \(name)")
        return "host=\(directory) dbname=\(name)"
    }

    /// Makes an empty database that belongs to a role of its own, with a second role beside it.
    package func makeDatabaseOfTwoRoles() throws -> TwoRoles {
        let name = "db" + UUID().uuidString.lowercased().filter { $0 != "-" }
        let (owner, runtime) = (name + "_owner", name + "_runtime")
        for command in [
            "CREATE ROLE \(owner) LOGIN", "CREATE ROLE \(runtime) LOGIN",
            "CREATE DATABASE \(name) OWNER \(owner)",
        ] {
            _ = try psql("host=\(directory) dbname=postgres", command)
        }
        let conninfo = "host=\(directory) dbname=\(name)"
        return TwoRoles(
            migrator: "\(conninfo) user=\(owner)", runtime: "\(conninfo) user=\(runtime)",
            runtimeRole: runtime, superuser: conninfo)
    }

    /// Connection strings of one database.
    package struct TwoRoles: Sendable {
        /// Whose the database is.
        package let migrator: String
        /// Of a role to which nothing has been granted.
        package let runtime: String
        package let runtimeRole: String
        package let superuser: String
    }

    /// A server that goes on must not hold what `Process` left open to see its child end.
    private static let detached = """
        (
            for file in /proc/self/fd/*; do
                [[ ${file##*/} -gt 2 ]] && eval "exec ${file##*/}>&-"
            done
            exec "$@"
        )
        """

    package func start() throws {
        try run(
            "bash",
            [
                "-c", Self.detached, "bash", TestSurroundings.postgres("pg_ctl"),
                "-D", data, "-l", scratch.path("log"), "-w", "-t", "60",
                "-o",
                "-c listen_addresses='' -c unix_socket_directories='\(directory)'"
                    + " -c fsync=\(isDurable ? "on" : "off")", "start",
            ])
    }

    /// Stops it in good order, though its clients are cut off, and starts it again.
    package func restart() throws {
        try stop()
        try start()
    }

    /// Stops it in good order, though its clients are cut off.
    package func stop() throws {
        try run(
            TestSurroundings.postgres("pg_ctl"), ["-D", data, "-w", "-m", "fast", "stop"])
    }

    /// Ends it as a power cut would, with all its processes.
    package func kill() throws {
        let text = try String(contentsOfFile: data + "/postmaster.pid", encoding: .utf8)
        guard let postmaster = text.split(separator: "\n").first.flatMap({ Int32($0) }) else {
            throw FixtureFailure("no postmaster")
        }
        Self.killAll(postmaster)
    }

    /// Kills a postmaster, then its children.
    package static func killAll(_ postmaster: Int32) {
        let children =
            (try? String(
                contentsOfFile: "/proc/\(postmaster)/task/\(postmaster)/children", encoding: .utf8))
            ?? ""
        Foundation.kill(postmaster, SIGKILL)
        for child in children.split(separator: " ").compactMap({ Int32($0) }) {
            Foundation.kill(child, SIGKILL)
        }
    }
}
