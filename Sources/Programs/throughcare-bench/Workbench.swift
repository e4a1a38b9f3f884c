import AgencyClient
import EmbeddedPostgreSQL
import Foundation
import LibPQ
import NIOCore
import NIOPosix
import OpenSSLTLS
import Store

/// A daemon of its own, with everything that it needs, in a temporary directory: authority,
/// certificates, network, embedded database with full durability.
final class Workbench {
    static let sender = "bench-prison"
    static let hostile = "bench-hostile"
    static let providers = ReferralMaker.regions.indices.map { "bench-provider-\($0)" }

    let directory: String
    let port: Int
    /// All load is made on one event loop.
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    private let program: String
    private let keeps: Bool
    private var daemon: Process?
    private var contexts: [String: TLSContext] = [:]

    var eventLoop: any EventLoop { group.any() }

    /// - Parameters:
    ///   - program: the daemon's path.
    ///   - keeps: leave the directory there afterwards.
    init(program: String, port: Int, keeps: Bool) throws {
        self.program = program
        self.port = port
        self.keeps = keeps
        directory = NSTemporaryDirectory() + "throughcare-bench-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(
            atPath: directory + "/state", withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        try makeCertificates()
        try write(BenchNetwork.configuration(directory: directory, port: port), "throughcare.yaml")
        try prepareDatabase()
    }

    // MARK: Files

    private func write(_ text: String, _ name: String) throws {
        try text.write(toFile: "\(directory)/\(name)", atomically: false, encoding: .utf8)
    }

    private func makeCertificates() throws {
        let curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
        try openssl(
            ["req", "-x509", "-new"] + curve + [
                "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=Bench", "-days", "30",
                "-addext", "keyUsage=critical,keyCertSign,cRLSign",
            ])
        let names =
            [("broker", "DNS:localhost")]
            + ([Self.sender, Self.hostile] + Self.providers).map {
                ($0, "URI:urn:throughcare:agency:\($0)")
            }
        for (name, alternative) in names {
            try openssl(
                ["req", "-x509", "-new"] + curve + [
                    "-CA", "ca.pem", "-CAkey", "ca.key", "-keyout", "\(name).key",
                    "-out", "\(name).pem", "-subj", "/CN=\(name)", "-days", "20",
                    "-addext", "basicConstraints=critical,CA:FALSE",
                    "-addext", "subjectAltName=\(alternative)",
                ])
        }
        try openssl(["rand", "-out", "master.key", "32"])
    }

    private func openssl(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["openssl"] + arguments
        process.currentDirectoryURL = URL(fileURLWithPath: directory)
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw BenchError("openssl \(arguments.joined(separator: " ")) failed")
        }
    }

    // MARK: The database

    func makeDatabase() -> EmbeddedPostgreSQL {
        EmbeddedPostgreSQL(
            EmbeddedPostgreSQLConfiguration(
                stateDirectory: directory + "/state", name: "throughcare")
        ) { _ in }
    }

    /// Makes the cluster, the schema and the network before the daemon comes.
    private func prepareDatabase() throws {
        let database = makeDatabase()
        let started = try database.start(deadline: .now + .seconds(120))
        let connection = try Connection(
            try Conninfo(started.conninfo), by: .after(.seconds(30)))
        try Migrations.run(on: connection, timeout: .seconds(60))
        _ = try connection.query(
            """
            INSERT INTO throughcare.network (shard, version, at, author, document)
            VALUES (0, 1, now(), 'operator:0', $1)
            """, Parameters(BenchNetwork.text), by: .after(.seconds(30)))
        connection.close()
        try database.stop(deadline: .now + .seconds(60))
    }

    /// A session of our own in the database; the server must run.
    func connectToDatabase() throws -> Connection {
        try Connection(
            try Conninfo("host='\(directory)/state/run' dbname=throughcare"),
            by: .after(.seconds(10)))
    }

    // MARK: The daemon

    /// Starts the daemon and waits until it takes connections.
    ///
    /// - Returns: the time from exec to the first connection taken.
    @discardableResult
    func startDaemon() async throws -> Duration {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = ["--config", directory + "/throughcare.yaml"]
        let log = "\(directory)/daemon.log"
        if !FileManager.default.fileExists(atPath: log) {
            _ = FileManager.default.createFile(atPath: log, contents: nil)
        }
        let output = FileHandle(forWritingAtPath: log)
        _ = try output?.seekToEnd()
        process.standardOutput = output
        process.standardError = output
        let begin = ContinuousClock.now
        try process.run()
        daemon = process
        while begin.duration(to: .now) < .seconds(120) {
            if let channel = try? await ClientBootstrap(group: group)
                .connect(host: "127.0.0.1", port: port).get()
            {
                let time = begin.duration(to: .now)
                try? await channel.close().get()
                return time
            }
            guard process.isRunning else { break }
            try await pause(.milliseconds(2))
        }
        let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
        throw BenchError("the daemon does not start; its log ends with\n\(text.suffix(2_000))")
    }

    func stopDaemon() {
        guard let daemon else { return }
        daemon.terminate()
        daemon.waitUntilExit()
        self.daemon = nil
    }

    /// Kills the daemon; its database lives on.
    func killDaemon() {
        guard let daemon else { return }
        kill(daemon.processIdentifier, SIGKILL)
        daemon.waitUntilExit()
        self.daemon = nil
    }

    var daemonID: Int32? { daemon?.processIdentifier }

    var meter: ProcessMeter {
        let file = "\(directory)/state/postgres/postmaster.pid"
        let text = try? String(contentsOfFile: file, encoding: .utf8)
        let postmaster = text?.split(separator: "\n").first.flatMap { Int32($0) }
        return ProcessMeter(daemon: daemonID, postmaster: postmaster)
    }

    /// Stops everything and removes it.
    func close() async {
        stopDaemon()
        do {
            let database = makeDatabase()
            // A daemon that was killed leaves its server.
            _ = try? database.start(deadline: .now + .seconds(60))
            try? database.stop(deadline: .now + .seconds(60))
        }
        if !keeps { try? FileManager.default.removeItem(atPath: directory) }
        try? await group.shutdownGracefully()
    }

    // MARK: Connections

    func connect(as agency: String) async throws -> AgencyConnection {
        try await AgencyConnection.open(
            BrokerEndpoint(host: "127.0.0.1", port: port, serverName: "localhost"),
            tls: try context(agency), containerID: "bench-\(UInt32.random(in: 0 ... .max))",
            on: group)
    }

    func context(_ agency: String) throws -> TLSContext {
        if let context = contexts[agency] { return context }
        let context = try TLSContext(
            .client,
            TLSConfiguration(
                identity: TLSIdentity(
                    certificateChain: .file("\(directory)/\(agency).pem"),
                    privateKey: .file("\(directory)/\(agency).key")),
                trust: [.file("\(directory)/ca.pem")]))
        contexts[agency] = context
        return context
    }

    func pause(_ time: TimeAmount) async throws {
        try await eventLoop.scheduleTask(in: time) {}.futureResult.get()
    }
}

/// What kept the bench from measuring, in words.
struct BenchError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
