import LibPQ

/// An actor that carries a connection on a thread of its own, as the broker's do.
actor Session {
    private let executor: ConnectionExecutor
    private let conninfo: Conninfo
    private var connection: Connection?

    nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    init(_ conninfo: String, threadName: String = "session") throws {
        self.conninfo = try Conninfo(conninfo)
        executor = try ConnectionExecutor(name: threadName)
    }

    /// Connects if need be, and runs `body` on the session's thread.
    func run<Value: Sendable>(_ body: @Sendable (Connection) throws -> Value) throws -> Value {
        let connection = try connection ?? Connection(conninfo, by: .soon)
        self.connection = connection
        return try body(connection)
    }
}

extension Session {
    /// Asks until the answer is `expected`. Each question is a round trip to the server, which is
    /// what paces the loop.
    func wait(
        until sql: String, _ parameters: Parameters, is expected: Int64,
        by deadline: Deadline = .soon
    ) throws {
        try run { connection in
            while try connection.query(sql, parameters, by: deadline).value(0, 0) != expected {
                guard deadline.instant > .now else { throw DatabaseError.timedOut(operation: sql) }
            }
        }
    }

    func query(_ sql: String, _ parameters: Parameters) throws {
        try run { _ = try $0.query(sql, parameters, by: .soon) }
    }
}
