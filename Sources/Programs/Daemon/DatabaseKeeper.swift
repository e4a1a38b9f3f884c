import EmbeddedPostgreSQL
import LibPQ
import Logging
import ServiceLifecycle

/// Runs the embedded PostgreSQL: starts it before the broker, restarts it when it dies, stops it
/// after the broker. Its calls block, so it has a thread of its own.
actor DatabaseKeeper: Service {
    private let executor: ConnectionExecutor
    private let server: EmbeddedPostgreSQL
    private let report: ServiceReport
    private let logger: Logger
    private let start: AsyncStream<Void>
    private let started: AsyncStream<Void>.Continuation

    nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    init(_ server: EmbeddedPostgreSQL, report: ServiceReport, logger: Logger) throws {
        executor = try ConnectionExecutor(name: "database")
        self.server = server
        self.report = report
        self.logger = logger
        (start, started) = AsyncStream.makeStream()
    }

    /// Waits until the server is there and ours; for one waiter.
    nonisolated func untilStarted() async {
        for await _ in start {}
    }

    /// Lets go who waits: there will be no start.
    nonisolated func giveUpWaiting() { started.finish() }

    func run() async throws {
        do {
            guard try comeUp(server.start) else { return try stop() }
            started.finish()
            while !isEnding {
                guard let exit = server.waitForExit(deadline: .now + .milliseconds(200)) else {
                    await Task.yield()
                    continue
                }
                logger.error("database-died", metadata: ["status": "\(exit.status)"])
                guard try comeUp(server.restart) else { break }
            }
        } catch {
            try? stop()
            throw error
        }
        try stop()
    }

    private nonisolated var isEnding: Bool {
        Task.isShuttingDownGracefully || Task.isCancelled
    }

    /// How often in a row it may be killed while it starts.
    private static let killsAtStart = 5

    /// Starts the server, and waits until it is ready, however long it recovers: to give up would
    /// have it begin anew.
    ///
    /// - Returns: false if the daemon is to stop meanwhile.
    private func comeUp(
        _ start: (
            _ deadline: ContinuousClock.Instant, _ patience: Duration?
        ) throws(EmbeddedPostgreSQLError) -> EmbeddedPostgreSQL.Started
    ) throws -> Bool {
        var isFirst = true
        var kills = 0
        while true {
            do throws(EmbeddedPostgreSQLError) {
                _ = try start(.now + .seconds(120), .seconds(5))
                return true
            } catch {
                // Somebody killed it, which says nothing of the next start.
                if case .endedAtStart(.killed(let signal), _) = error, kills < Self.killsAtStart,
                    !isEnding
                {
                    kills += 1
                    logger.error(
                        "database-died", metadata: ["status": "killed(\(signal)), at its start"])
                    continue
                }
                guard case .notReady(let pid, let status) = error else { throw error }
                let cause = "PostgreSQL (process \(pid)) is \(status), and may be recovering"
                report.tell(.databaseAwaited(cause))
                // Once in words: how long it takes is nobody's fault.
                if isFirst { logger.warning("database-not-ready", metadata: ["cause": "\(cause)"]) }
                isFirst = false
                guard !isEnding else { return false }
            }
        }
    }

    /// Stops the server, if it runs.
    private func stop() throws { try server.stop(deadline: .now + .seconds(60)) }
}

extension EmbeddedPostgreSQL.Event {
    /// The event's name in the log.
    var name: String {
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

    var metadata: Logger.Metadata {
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
