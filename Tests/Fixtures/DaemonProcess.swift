import Foundation
import Synchronization

/// The daemon as an operator runs it: a process of its own, with a configuration, a state directory
/// and an embedded database, or one that it is told of.
package final class DaemonProcess: Sendable {
    /// What it is run with.
    package struct Settings: Sendable {
        package var program = "throughcared"
        package var arguments: [String] = []
        package var network = SampleNetwork()
        /// Of the AMQP door; 0 for any, another one after each start.
        package var port = 0
        /// The keys under `limits:`, beside those of `patience`.
        package var limits: [String: String] = [:]
        /// A connection string; nil for the embedded one.
        package var database: String?
        /// A database that the network is put into beforehand, where `database` is not it.
        package var setUpThrough: PostgresCluster?
        /// Beside what this process has.
        package var environment: [String: String] = [:]
        /// Of the health endpoint; 0 for any.
        package var healthPort = 0

        package init() {}
    }

    package let authority: TestAuthority
    private let settings: Settings
    private let scratch: ScratchDirectory
    private let running = Mutex<(program: RunningProgram, port: Int)?>(nil)

    /// Starts it with its network in force.
    package init(
        _ settings: Settings = Settings(), authority: TestAuthority
    ) async throws {
        guard geteuid() != 0 else {
            throw FixtureFailure("PostgreSQL does not run as root: use Tests/run")
        }
        self.authority = authority
        self.settings = settings
        scratch = try ScratchDirectory()
        try FileManager.default.createDirectory(
            atPath: scratch.path("r"), withIntermediateDirectories: false)
        try scratch.write(try configuration, to: "throughcare.yaml")
        if let cluster = settings.setUpThrough {
            try run(
                TestSurroundings.program("throughcared").path,
                ["migrate", "--config", try migration(cluster)])
            try apply(through: cluster.conninfo)
            try await start()
        } else {
            try await start()
            try scratch.write(settings.network.yaml, to: "network.yaml")
            try operate(["network", "apply", scratch.path("network.yaml")])
        }
    }

    deinit { running.withLock { $0?.program.signal(SIGKILL) } }

    /// On a busy machine a test that writes its own bytes may come to it late.
    private static let patience = ["handshakeTimeout": "2m", "preauthenticationTimeout": "2m"]

    private var configuration: String {
        get throws { try configuration(database: settings.database) }
    }

    private func configuration(database: String?) throws -> String {
        let broker = try authority.broker()
        let limits = settings.limits.merging(Self.patience) { own, _ in own }
            .map { "  \($0): \($1)" }.sorted().joined(separator: "\n")
        return """
            stateDirectory: \(scratch.path("s"))
            runtimeDirectory: \(scratch.path("r"))
            listen:
              amqp: { host: 127.0.0.1, port: \(settings.port) }
              health: { host: 127.0.0.1, port: \(settings.healthPort) }
              admin: { users: [0, \(geteuid())] }
            tls:
              certificate: \(broker.certificate)
              key: \(broker.key)
              ca: \(authority.certificate)
            masterKey: { file: \(authority.masterKey) }
            \(database.map { "database: \($0)" } ?? "")
            limits:
            \(limits)
            """
    }

    private func migration(_ cluster: PostgresCluster) throws -> String {
        try scratch.write(try configuration(database: cluster.conninfo), to: "migrate.yaml")
        return scratch.path("migrate.yaml")
    }

    private func apply(through conninfo: String) throws {
        let text = settings.network.yaml
        _ = try psql(
            conninfo,
            "INSERT INTO throughcare.network "
                + "VALUES (0, 1, now(), 'operator:0', $yaml$\(text)$yaml$)")
    }

    // MARK: Its life

    /// Starts it, and waits until it is ready.
    package func start() async throws {
        try launch()
        try await untilReady()
    }

    /// Starts it, and does not wait.
    ///
    /// - Parameter launcher: a program that runs it, and its arguments.
    package func launch(through launcher: [String] = []) throws {
        let command =
            launcher + [
                TestSurroundings.program(settings.program).path, "--config",
                scratch.path("throughcare.yaml"),
            ] + settings.arguments
        let program = try RunningProgram(
            URL(filePath: command[0]), Array(command.dropFirst()),
            environment: settings.environment, reads: .complaints,
            onLine: { line in
                // What an operator would be woken for, the reader of a failed test wants to see.
                if line.contains(" error ") || line.contains(" critical ") { print(line) }
                return true
            })
        try scratch.write("\(program.pid)\n", to: "daemon.pid")
        // Until the new one is known, the old port: who dials meanwhile tries again there.
        running.withLock { $0 = (program, $0?.port ?? 0) }
    }

    /// Waits until it is ready.
    package func untilReady() async throws {
        let program = try process
        let ready: String
        do {
            ready = try await program.lines.take("ready", within: 120) { $0.contains(" ready ") }
        } catch {
            program.signal(SIGKILL)
            throw FixtureFailure("the daemon ended with \(try await program.exit()): \(error)")
        }
        guard let port = Self.port(in: ready) else { throw FixtureFailure("no port: \(ready)") }
        running.withLock { $0 = (program, port) }
    }

    /// The number at the end of `amqp=127.0.0.1:43221`.
    private static func port(in line: String) -> Int? {
        let field = line.split(separator: " ").first { $0.hasPrefix("amqp=") }
        return field?.split(separator: ":").last.flatMap { Int($0.filter(\.isNumber)) }
    }

    /// Stops it in order; gives its exit status.
    package func stop() async throws -> Int32 {
        let program = try process
        program.signal(SIGTERM)
        return try await program.exit()
    }

    /// Ends it as a power cut would, but for what it has written; its embedded database goes on.
    package func kill() async throws {
        let program = try process
        program.signal(SIGKILL)
        _ = try await program.exit()
    }

    /// Ends the embedded database with all its processes; nothing happens between the end of one
    /// and the start of the next.
    package func killDatabase() throws {
        let file = scratch.url.appending(path: "s/postgres/postmaster.pid")
        guard let text = try? String(contentsOf: file, encoding: .utf8), !text.isEmpty else {
            return
        }
        guard let postmaster = text.split(separator: "\n").first.flatMap({ Int32($0) }) else {
            throw FixtureFailure("no postmaster")
        }
        PostgresCluster.killAll(postmaster)
    }

    /// Writes its configuration anew, with more in it, to be read at the next start or reload.
    package func configure(_ more: String) throws {
        try scratch.write(try configuration + "\n" + more, to: "throughcare.yaml")
    }

    /// Waits for a line of its log with this event.
    @discardableResult
    package func logged(_ event: String) async throws -> String {
        try await process.lines.take(event) { $0.contains(" \(event)") }
    }

    /// Where its admin socket is.
    package var adminSocket: String { scratch.path("r/admin.sock") }

    /// Runs `throughcare` against it, and gives what it printed.
    @discardableResult
    package func operate(_ arguments: [String]) throws -> String {
        try Fixtures.run(
            TestSurroundings.program("throughcare").path,
            arguments + ["--socket", adminSocket])
    }

    /// The process that runs.
    package var process: RunningProgram {
        get throws {
            guard let program = running.withLock({ $0?.program }) else {
                throw FixtureFailure("the daemon does not run")
            }
            return program
        }
    }

    /// Where its AMQP door is; another one after each start.
    package var port: Int { running.withLock { $0?.port ?? 0 } }

    /// Its resident memory, in bytes.
    package var residentMemory: Int {
        get throws {
            let status = try String(
                contentsOfFile: "/proc/\(try process.pid)/status", encoding: .utf8)
            let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
            return (line.flatMap { Int($0.filter(\.isNumber)) } ?? 0) * 1_024
        }
    }

    // MARK: Its database

    private var conninfo: String {
        settings.database ?? "host=\(scratch.path("s"))/run dbname=throughcare"
    }

    /// Keeps events from being written, as a backup or an operator's lock might; reading goes on.
    ///
    /// - Returns: what keeps them, until its input is closed.
    package func blockWriting() async throws -> RunningProgram {
        let program = try RunningProgram(
            URL(filePath: "/usr/bin/env"), ["psql", "-X", "-q", "-A", "-t", "-d", conninfo],
            reads: .output)
        try program.write("BEGIN; LOCK TABLE throughcare.event IN SHARE MODE; SELECT 'locked';")
        _ = try await program.lines.take("the lock") { $0 == "locked" }
        return program
    }

    /// The rows that a query gives, through psql.
    package func query(_ sql: String) throws -> [[String]] {
        try psql(settings.setUpThrough?.conninfo ?? conninfo, sql)
    }
}

/// Runs SQL through psql, and gives the rows' fields; NULL is empty.
package func psql(_ conninfo: String, _ sql: String) throws -> [[String]] {
    let text = try run(
        "psql",
        [
            "-X", "-q", "-A", "-t", "-F", "\u{1f}", "-v", "ON_ERROR_STOP=1", "-d", conninfo, "-f",
            "-",
        ],
        input: sql)
    return text.split(separator: "\n", omittingEmptySubsequences: true).map {
        $0.split(separator: "\u{1f}", omittingEmptySubsequences: false).map(String.init)
    }
}
