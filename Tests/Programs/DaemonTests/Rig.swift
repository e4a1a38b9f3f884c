import Fixtures
import Foundation

/// A daemon whose service manager and whose database are the test's.
final class Rig: Sendable {
    static let network = SampleNetwork(pairs: 1)

    let manager: NotifySocket
    let cluster: PostgresCluster
    let proxy: DatabaseProxy
    let authority: TestAuthority
    let healthPort: Int
    let daemon: DaemonProcess

    /// It runs, and its network is in force.
    ///
    /// - Parameters:
    ///   - fault: of the tests' own daemon.
    ///   - environment: beside what its service manager gives it.
    init(
        watchdog: Duration? = nil, fault: String? = nil, environment: [String: String] = [:]
    ) async throws {
        manager = try NotifySocket()
        cluster = try PostgresCluster(isDurable: false)
        proxy = try DatabaseProxy(to: cluster)
        authority = try TestAuthority()
        healthPort = try FreePort.find()
        var settings = DaemonProcess.Settings()
        settings.network = Self.network
        settings.database = proxy.conninfo
        settings.setUpThrough = cluster
        settings.healthPort = healthPort
        settings.environment = manager.environment.merging(environment) { _, own in own }
        if let watchdog {
            settings.environment["WATCHDOG_USEC"] = "\(watchdog.components.seconds * 1_000_000)"
        }
        if let fault {
            settings.program = "throughcared-faulty"
            settings.arguments = ["--fault", fault]
        }
        daemon = try await DaemonProcess(settings, authority: authority)
        _ = try await manager.status(with: "READY=1")
    }

    deinit { proxy.stop() }

    /// An agency's connection.
    func connect(_ peers: ProtonPeer, port: Int? = nil) async throws -> ProtonConnection {
        let connection = peers.dial(
            try authority.agency(SampleNetwork.prison(0)), trusting: authority.certificate,
            port: port ?? daemon.port)
        try await connection.opened()
        return connection
    }

    /// What curl gets of the health endpoint: the body, then the status.
    func health(_ path: String, port: Int? = nil) throws -> String {
        try run(
            "curl",
            [
                "-s", "--write-out", "%{http_code}",
                "http://127.0.0.1:\(port ?? healthPort)\(path)",
            ])
    }

    /// What systemd was told and nobody has asked for.
    var told: [String] { manager.notifications.left }

    /// Waits for a line of the status that begins so.
    func status(_ words: String) async throws -> String {
        try await manager.notifications.take(words) { $0.contains("STATUS=\(words)") }
    }
}
