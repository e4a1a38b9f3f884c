import AdminAPI
import ConfigurationFile
import Fixtures
import Foundation
import LibPQ
import Linux
import Logging
import Messages
import NIOCore
import NIOPosix
import NetworkFile
import OpenSSLCrypto
import Referrals
import ServiceLifecycle
import Store

@testable import AdminDoor
@testable import Brokering
@testable import HTTPFace
@testable import HealthDoor

/// A broker on a real PostgreSQL with its two HTTP faces on real sockets: all but the AMQP door.
final class Daemon: Sendable {
    let broker: Broker
    let inspector: Inspector
    let admin: AdminDoor
    let health: HealthDoor
    let directory: String
    let socket: String
    private let shard: Shard
    private let services: ServiceGroup

    struct Options {
        var access = AdminAccess(users: [], groups: [])
        var socketGroup: UInt32?
        var requestBytes = 1 << 20
        var certificateNotAfter: Int64? = 4_000_000_000
        var laneThreshold: Int64 = 2
        var bounds = Readiness.Bounds()
        /// Whether the shard runs: otherwise the database stays unread.
        var hasShard = true
    }

    private init(_ conninfo: String, _ options: Options) throws {
        var template = Array((NSTemporaryDirectory() + "/admin-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw SystemFault("mkdtemp", errno: errno) }
        directory = String(
            decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        chmod(directory, 0o755)
        socket = directory + "/admin.sock"
        let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        let now: @Sendable () -> Instant = { Instant(microseconds: WallClock.microseconds) }
        broker = Broker(limits: MessageLimits())
        shard = try Shard(
            settings: ShardSettings(
                conninfo: Conninfo(conninfo),
                masterKey: MasterKey(key: try SymmetricKey.random(), generation: 1),
                migrates: true,
                decodeNetwork: { try Network(yaml: $0, file: "stored") }, now: now),
            broker: broker, logger: logger)
        inspector = try Inspector(Conninfo(conninfo))
        let inspection = Inspection(broker: broker, inspector: inspector, now: now)
        let facts = DaemonFacts(
            version: "1.2.3", started: WallClock.microseconds,
            wallClock: { WallClock.microseconds },
            doors: { [DaemonFacts.Door(name: "amqp", isListening: true, connections: 3)] },
            certificateNotAfter: { options.certificateNotAfter })
        let group = MultiThreadedEventLoopGroup.singleton
        admin = try AdminDoor(
            inspection: inspection, facts: facts, access: options.access,
            listener: .path(socket, group: options.socketGroup),
            requestBytes: options.requestBytes, group: group, logger: logger)
        health = HealthDoor(
            inspection: inspection, facts: facts,
            listener: .address(host: "127.0.0.1", port: 0),
            laneThreshold: options.laneThreshold, bounds: options.bounds, group: group,
            logger: logger)
        services = ServiceGroup(services: [admin, health], logger: logger)
    }

    /// Runs one until `body` ends.
    static func run(
        _ options: Options = Options(), on conninfo: String? = nil,
        _ body: (Daemon) async throws -> Void
    ) async throws {
        let daemon = try Daemon(
            try conninfo ?? ThrowawayPostgres.shared.get().database(), options)
        try await daemon.admin.open()
        try await daemon.health.open()
        try await withThrowingTaskGroup(of: Void.self) { group in
            if options.hasShard { group.addTask { try? await daemon.shard.run() } }
            group.addTask { try await daemon.services.run() }
            let outcome: Result<Void, any Error>
            do {
                if options.hasShard { try await daemon.untilOpen() }
                try await body(daemon)
                outcome = .success(())
            } catch {
                outcome = .failure(error)
            }
            await daemon.services.triggerGracefulShutdown()
            daemon.broker.stop()
            try await group.waitForAll()
            try outcome.get()
        }
        await daemon.inspector.close()
        try? FileManager.default.removeItem(atPath: daemon.directory)
    }

    private func untilOpen() async throws {
        let deadline = ContinuousClock.now + .seconds(30)
        while !broker.isOpen, ContinuousClock.now < deadline { await Task.yield() }
    }

    // MARK: Asking

    /// Asks the admin socket with curl.
    func ask(
        _ path: String, post body: String? = nil, as user: [String] = []
    ) async throws -> HTTPAnswer {
        try await HTTPAnswer.curl(
            (["--unix-socket", socket, "http://localhost" + path]), body: body, as: user)
    }

    func askHealth(_ path: String, _ options: [String] = []) async throws -> HTTPAnswer {
        let port = health.localAddress?.port ?? 0
        return try await HTTPAnswer.curl(options + ["http://127.0.0.1:\(port)" + path])
    }

    /// Runs the built command line.
    func throughcare(_ arguments: String...) async throws -> Ran {
        let program = try Self.program()
        return try await Ran.run([program] + arguments, environment: ["THROUGHCARE_SOCKET": socket])
    }

    // MARK: Doing

    static let demoNetwork = NetworkFixture.text("demo")

    func applyDemo() async throws {
        _ = try await broker.apply(network: Self.demoNetwork, author: .operator(uid: 0))
    }

    /// Sends a referral, as the AMQP door would.
    func refer(
        _ name: String, from sender: String = "demo-prison", service: String = "health.hiv",
        region: String = "RO-GR"
    ) async throws -> BrokerAnswer {
        let message = """
            {"v":1,"type":"referral","id":"m-\(name)","authored":"2026-11-23T09:00:00+02:00",
             "referral":"\(name)","person":{"system":"urn:ro:anp","value":"774512"},
             "requester":"agency","service":"\(service)","region":"\(region)",
             "setting":"community","priority":"urgent",
             "basis":{"law":{"regime":"led","reference":"Law 254/2013"}},
             "content":{"identity":{"family":"Ionescu"}}}
            """
        return try await submit(message, from: sender)
    }

    /// Decides about a referral's first assignment, as the AMQP door would.
    func decide(
        _ status: String, of referral: String, reason: String?, from provider: String
    ) async throws -> BrokerAnswer {
        let reason = reason.map { #","statusReason":{"code":"\#($0)"}"# } ?? ""
        return try await submit(
            """
            {"v":1,"type":"update","id":"\(status)-\(referral)",
             "authored":"2026-11-23T10:00:00+02:00","referral":"\(referral)","assignment":"a1",
             "kind":"decision","status":"\(status)"\(reason)}
            """, from: provider)
    }

    private func submit(_ message: String, from sender: String) async throws -> BrokerAnswer {
        let network = broker.network.network
        guard let intake = broker.makeIntake(),
            let agency = network.agencies[AgencyID(rawValue: sender)]
        else { throw TestFault("the broker is not ready") }
        let prepared = try intake.prepare(Array(message.utf8), from: agency, on: network)
        let (answers, continuation) = AsyncStream<BrokerAnswer>.makeStream()
        let outlet = broker.openOutlet { $0.forEach { continuation.yield($0) } }
        defer { broker.closeOutlet(outlet) }
        broker.post([.submit(prepared, Ticket(outlet: outlet, number: 1))])
        for await answer in answers { return answer }
        throw TestFault("no answer")
    }

    /// Takes deliveries of an agency and settles each, until the count is reached.
    func take(
        _ count: Int, for agency: String, outcome: DeliveryOutcome, remark: SettlementRemark? = nil
    ) async throws {
        let (answers, continuation) = AsyncStream<BrokerAnswer>.makeStream()
        let outlet = broker.openOutlet { $0.forEach { continuation.yield($0) } }
        defer { broker.closeOutlet(outlet) }
        let consumer = broker.newConsumer()
        broker.post([
            .attach(consumer, inbox: AgencyID(rawValue: agency), outlet),
            .grant(consumer, limit: UInt64(count)),
        ])
        var taken = 0
        for await answer in answers {
            guard case .deliver(_, let delivery) = answer else { continue }
            broker.post([
                .settle(
                    consumer, entry: delivery.entry, attempt: delivery.attempt, outcome,
                    remark: remark)
            ])
            taken += 1
            if taken == count { break }
        }
        broker.post([.detach(consumer)])
        _ = await broker.summary()
    }
}

struct TestFault: Error {
    let text: String
    init(_ text: String) { self.text = text }
}

enum NetworkFixture {
    /// A file of `Config/networks`.
    static func text(_ name: String) -> String {
        let file = TestSurroundings.source.appending(path: "Config/networks/\(name).yaml")
        return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    }
}

/// A program that ran to its end.
struct Ran: Sendable {
    let status: Int32
    let output: String
    let error: String

    static func run(
        _ command: [String], input: String? = nil, environment: [String: String] = [:]
    ) async throws -> Ran {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(
                    with: Result { try blocking(command, input: input, environment) })
            }
        }
    }

    private static func blocking(
        _ command: [String], input: String?, _ environment: [String: String]
    ) throws -> Ran {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        process.currentDirectoryURL = URL(fileURLWithPath: "/")
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let (given, output, error) = (Pipe(), Pipe(), Pipe())
        process.standardInput = given
        process.standardOutput = output
        process.standardError = error
        try process.run()
        Thread.detachNewThread {
            if let input { given.fileHandleForWriting.write(Data(input.utf8)) }
            try? given.fileHandleForWriting.close()
        }
        let text = output.fileHandleForReading.readDataToEndOfFile()
        let complaint = error.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Ran(
            status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
            error: String(decoding: complaint, as: UTF8.self))
    }
}

/// What an HTTP server answered, as curl saw it.
struct HTTPAnswer: Sendable {
    let status: Int
    let contentType: String
    let body: String

    static func curl(
        _ arguments: [String], body: String? = nil, as user: [String] = []
    ) async throws -> HTTPAnswer {
        var command = user + ["curl", "--silent", "--show-error", "--max-time", "60"]
        command += ["--write-out", "\n%{http_code} %{content_type}"] + arguments
        if body != nil { command += ["--data-binary", "@-", "-H", "Expect:"] }
        let ran = try await Ran.run(command, input: body)
        guard ran.status == 0 else { throw TestFault("curl \(ran.status): \(ran.error)") }
        let cut = ran.output.lastIndex(of: "\n") ?? ran.output.startIndex
        let parts = ran.output[cut...].dropFirst().split(separator: " ", maxSplits: 1)
        return HTTPAnswer(
            status: Int(parts.first ?? "") ?? 0,
            contentType: parts.count > 1 ? String(parts[1]) : "",
            body: String(ran.output[..<cut]))
    }

    func decode<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        try AdminCoding.decode(type, from: Array(body.utf8))
    }
}

extension Daemon {
    /// The command line, built beside these tests.
    static func program() throws -> String {
        let here = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        for directory in [here, Bundle.main.bundleURL] {
            let path = directory.appendingPathComponent("throughcare").path
            if FileManager.default.isExecutableFile(atPath: path) { return path }
        }
        throw TestFault("throughcare is not built beside \(here.path)")
    }
}
