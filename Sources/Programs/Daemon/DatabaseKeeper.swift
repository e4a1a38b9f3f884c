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
            logger.info("database-event", metadata: ["event": "\(event)"])
        }
    }

    /// - Returns: the connection string.
    func start() throws -> String {
        let started = try server.start(deadline: .now + .seconds(120))
        logger.info(
            "database-running",
            metadata: ["pid": "\(started.pid)", "adopted": "\(started.wasAdopted)"])
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
        try server.stop(deadline: .now + .seconds(60))
    }
}
