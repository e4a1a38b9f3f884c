import AMQPDoor
package import Brokering
package import ConfigurationFile
import EmbeddedPostgreSQL
import Glibc
import LibPQ
import Logging
import NIOCore
import NIOPosix
import NetworkFile
import OpenSSLCrypto
import OpenSSLTLS
import Referrals
import ServiceLifecycle
import Systemd
import UnixSignals

/// The daemon's composition root: what there is, in the order in which it starts; it stops in the
/// reverse order.
package struct Daemon {
    private let configuration: BrokerConfiguration
    private let read: @Sendable () throws -> BrokerConfiguration
    private let fault: ShardFault?
    private let threshold: LogThreshold

    /// - Parameters:
    ///   - read: reads the configuration, now and at each reload.
    ///   - fault: for the tests' own daemon.
    package init(
        reading read: @escaping @Sendable () throws -> BrokerConfiguration,
        fault: ShardFault? = nil
    ) throws {
        configuration = try read()
        self.read = read
        self.fault = fault
        threshold = LogThreshold(Logger.Level(configuration.logLevel))
    }

    /// Looks at what can be looked at without starting: the configuration is right already, and the
    /// certificates, the key and who may speak on the admin socket are to be found.
    package func check() throws {
        _ = try makeTLS()
        _ = try OperatorFaces.access(configuration)
    }

    package func run() async throws {
        let logger = makeLogger()
        let notifier = Notifier()
        let sockets = try DoorSockets(try ListenDescriptors().sockets)
        let tls = try makeTLS()
        let masterKey = try readMasterKey()
        logger.notice("starting", metadata: ["version": "\(DaemonVersion.text)"])

        switch configuration.database {
        case .server(let conninfo):
            try await serve(
                over: conninfo, embedded: nil, tls, masterKey, sockets, notifier, logger)
        case .embedded:
            let server = try makeServer(logger)
            try await serve(
                over: try server.connectionString(), embedded: server, tls, masterKey, sockets,
                notifier, logger)
        }
        logger.notice("stopped")
    }

    /// Everything that stands on the database, until the daemon is told to stop.
    private func serve(
        over conninfo: String, embedded: EmbeddedPostgreSQL?, _ tls: TLSContextSource,
        _ masterKey: MasterKey, _ sockets: DoorSockets, _ notifier: Notifier,
        _ logger: Logger
    ) async throws {
        let settings = try shardSettings(conninfo: conninfo, masterKey: masterKey)
        let broker = Broker(
            limits: settings.messages, queue: configuration.limits.queue,
            networkFileLimits: configuration.limits.networkFile)
        let shard = try Shard(settings: settings, broker: broker, logger: logger)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: max(1, System.coreCount / 2))
        let door = AMQPDoor(
            broker: broker, settings: doorSettings(sockets), tls: tls, group: group,
            logger: logger)
        let faces = try OperatorFaces(
            configuration: configuration, sockets: sockets, broker: broker, door: door, tls: tls,
            settings: settings, group: group, logger: logger)
        try await faces.open()
        let report = ServiceReport(broker: broker, notifier: notifier)
        let keeper = try embedded.map {
            try DatabaseKeeper($0, report: report, logger: logger)
        }
        let services: [any Service] =
            (keeper.map { [$0] } ?? []) + faces.services + [
                ShardService(shard: shard, broker: broker, keeper: keeper),
                WatchdogService(
                    broker: broker, notifier: notifier, report: report, logger: logger),
                DoorService(
                    door: door, address: configuration.listen.amqp, broker: broker,
                    report: report, logger: logger),
                ReloadService(
                    configuration: configuration, read: read, tls: tls, threshold: threshold,
                    report: report, logger: logger),
                StandingService(broker: broker, report: report),
            ]
        let lifecycle = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: services.map {
                    .init(service: $0, failureTerminationBehavior: .gracefullyShutdownGroup)
                },
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await lifecycle.run()
        try await group.shutdownGracefully()
    }

    // MARK: Parts

    private func makeLogger() -> Logger {
        Logger(label: "throughcared") { _ in
            Journal(identifier: "throughcared", threshold: threshold)
        }
    }

    private func makeTLS() throws -> TLSContextSource {
        do {
            return try TLSContextSource(.server, TLSConfiguration(configuration.tls))
        } catch {
            throw DaemonFailure(status: EX_CONFIG, text: "tls: \(error)")
        }
    }

    /// The master key: 32 bytes, from a credential or a file.
    private func readMasterKey() throws -> MasterKey {
        do {
            let bytes =
                switch configuration.masterKey {
                case .credential(let name): try Credentials().bytes(name)
                // A credential beside it is not looked at: a named file is the one that is meant.
                case .file(let path):
                    try Credentials(directory: nil).bytes("master-key", orAt: path)
                }
            return MasterKey(key: try SymmetricKey(bytes: bytes), generation: 1)
        } catch {
            throw DaemonFailure(
                status: EX_CONFIG,
                text: "masterKey: \(error); it is 32 bytes, made once with "
                    + "`openssl rand -out FILE 32` and kept like the database itself")
        }
    }

    private func makeServer(_ logger: Logger) throws -> EmbeddedPostgreSQL {
        guard geteuid() != 0 else {
            throw DaemonFailure(
                status: EX_NOPERM,
                text: "the embedded database does not run as root: start throughcared as a user of "
                    + "its own, as the systemd unit does, or name a server in `database:`")
        }
        return EmbeddedPostgreSQL(
            EmbeddedPostgreSQLConfiguration(
                stateDirectory: configuration.stateDirectory, name: "throughcare",
                programDirectory: configuration.postgresqlBinaries)
        ) { event in
            logger.notice("\(event.name)", metadata: event.metadata)
        }
    }

    private func shardSettings(conninfo: String, masterKey: MasterKey) throws -> ShardSettings {
        var settings = ShardSettings(
            conninfo: try Conninfo(conninfo), masterKey: masterKey,
            migrates: configuration.database == .embedded,
            decodeNetwork: {
                // It was within its limit when it was applied, whatever the limit is now.
                var limits = NetworkFileLimits()
                limits.bytes = .max
                return try Network(yaml: $0, file: "the applied network", limits: limits)
            },
            now: { Instant.now })
        settings.fault = fault
        configuration.limits.apply(to: &settings)
        return settings
    }

    private func doorSettings(_ sockets: DoorSockets) -> AMQPDoorSettings {
        let address = configuration.listen.amqp
        var settings = AMQPDoorSettings(
            listener: sockets[.amqp].map { .descriptor($0) }
                ?? .address(host: address.host, port: address.port))
        configuration.limits.apply(to: &settings)
        return settings
    }
}

extension Instant {
    /// Real time, from the system's clock.
    static var now: Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(
            microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
    }
}
