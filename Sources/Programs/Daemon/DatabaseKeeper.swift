import EmbeddedPostgreSQL
import LibPQ
import Logging
import ServiceLifecycle

/// Runs the embedded PostgreSQL: starts it before the broker, restarts it when it dies, stops it
/// after the broker. Its calls block, so it has a thread of its own.
actor DatabaseKeeper: Service {
    private let executor: ConnectionExecutor
    private let server: EmbeddedPostgreSQL
    private let logger: Logger
    private var isStopping = false

    nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    init(_ configuration: EmbeddedPostgreSQLConfiguration, logger: Logger) throws {
        executor = try ConnectionExecutor(name: "database")
        self.logger = logger
        server = EmbeddedPostgreSQL(configuration) { event in
            logger.notice("\(event.name)", metadata: event.metadata)
        }
    }

    /// - Returns: the connection string.
    func start() throws -> String {
        let started = try server.start(deadline: .now + .seconds(120))
        return started.conninfo
    }

    func run() async throws {
        try await withTaskCancellationOrGracefulShutdownHandler {
            while !Task.isShuttingDownGracefully, !Task.isCancelled {
                guard let exit = server.waitForExit(deadline: .now + .milliseconds(200)) else {
                    await Task.yield()
                    continue
                }
                logger.error("database-died", metadata: ["status": "\(exit.status)"])
                _ = try server.restart(deadline: .now + .seconds(120))
            }
        } onCancelOrGracefulShutdown: {
        }
        try stop()
    }

    /// Stops the server, if it runs.
    func stop() throws { try server.stop(deadline: .now + .seconds(60)) }
}

extension EmbeddedPostgreSQL.Event {
    /// The event's name in the log.
    fileprivate var name: String {
        switch self {
        case .clusterCreated: "database-created"
        case .staleFileRemoved: "database-pid-file-removed"
        case .replacing: "database-replaced"
        case .adopted: "database-adopted"
        case .started: "database-started"
        case .restarted: "database-restarted"
        case .stopped: "database-stopped"
        }
    }

    fileprivate var metadata: Logger.Metadata {
        switch self {
        case .clusterCreated(let major): ["postgresql": "\(major)"]
        case .staleFileRemoved(let pid, let reason):
            ["pid": "\(pid.map(String.init) ?? "unknown")", "reason": "\(reason)"]
        case .replacing(let pid), .adopted(let pid): ["pid": "\(pid)"]
        case .started(let pid, let time): ["pid": "\(pid)", "after": "\(time)"]
        case .restarted(let count): ["count": "\(count)"]
        case .stopped(let immediately): ["immediately": "\(immediately)"]
        }
    }
}
