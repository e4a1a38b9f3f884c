import Foundation
import Synchronization

/// A PostgreSQL cluster of a test's own, reachable through its Unix socket, that writes to disk what
/// it says it wrote. Gone with the last reference.
package final class PostgresCluster: Sendable {
    private let scratch: ScratchDirectory

    package init() throws {
        scratch = try ScratchDirectory()
        try run(
            TestSurroundings.postgres("initdb"),
            ["-D", data, "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C"])
        try start()
        _ = try psql("host=\(directory) dbname=postgres", "CREATE DATABASE throughcare")
    }

    /// Where its socket is.
    package var directory: String { scratch.url.path }
    private var data: String { scratch.path("data") }

    package var conninfo: String { "host=\(directory) dbname=throughcare" }

    package func start() throws {
        try run(
            TestSurroundings.postgres("pg_ctl"),
            [
                "-D", data, "-l", scratch.path("log"), "-w", "-t", "60",
                "-o", "-c listen_addresses='' -c unix_socket_directories='\(directory)'", "start",
            ])
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
