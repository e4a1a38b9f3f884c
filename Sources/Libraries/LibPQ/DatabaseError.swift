/// Everything that can go wrong between the caller and the server.
package enum DatabaseError: Error, Sendable, Equatable {
    /// The connection string says something that libpq does not understand.
    case conninfo(String)
    /// No session came about; `state` is known where a server answered.
    case connectFailed(message: String, state: SQLState?)
    /// The deadline passed; the connection was closed, and what became of the work is not known.
    case timedOut(operation: String)
    /// The session ended without a word from the server.
    case connectionLost(String)
    /// The connection had been closed before the call.
    case closed
    /// The server refused a command.
    case server(ServerError)
    /// A transaction helper ended without a confirmed commit.
    indirect case notCommitted(CommitOutcome)
    /// Our bug: a parameter does not fit the statement.
    case parameter(ParameterFault)
    /// Our bug: a result is not what the caller takes it for.
    case decoding(DecodingFault)
    /// Our bug: a call that the connection's state does not allow.
    case misuse(String)
    /// The machine gave no thread; the value is errno.
    case noThread(code: Int32)
}

extension DatabaseError {
    /// What a caller can do about it.
    package var kind: FaultKind {
        switch self {
        case .timedOut, .connectionLost, .closed: .connection
        case .connectFailed(_, let state):
            switch state?.kind {
            case .permanent: .permanent
            case .connection, .transient, .inDoubt, nil: .connection
            }
        case .server(let error):
            error.severity.endsSession && error.state.kind != .permanent
                ? .connection : error.state.kind
        case .notCommitted(.rolledBack(let cause)): cause.kind
        case .notCommitted: .inDoubt
        case .noThread: .transient
        case .conninfo, .parameter, .decoding, .misuse: .permanent
        }
    }

    /// The server's code, where a server answered.
    package var state: SQLState? {
        switch self {
        case .server(let error): error.state
        case .connectFailed(_, let state): state
        case .notCommitted(.rolledBack(let cause)): cause.state
        case .conninfo, .timedOut, .connectionLost, .closed, .notCommitted, .parameter,
            .decoding, .misuse, .noThread:
            nil
        }
    }
}

extension DatabaseError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .conninfo(let what): "connection string: \(what)"
        case .connectFailed(let message, let state):
            "cannot connect: \(message)" + (state.map { " (\($0.rawValue))" } ?? "")
        case .timedOut(let operation): "\(operation): no answer before the deadline"
        case .connectionLost(let message): "connection lost: \(message)"
        case .closed: "the connection is closed"
        case .server(let error): error.description
        case .notCommitted(let outcome): "the transaction is not committed: \(outcome)"
        case .parameter(let fault): fault.description
        case .decoding(let fault): fault.description
        case .misuse(let what): what
        case .noThread(let code): "no thread for the connection (errno \(code))"
        }
    }
}

/// A parameter that does not fit the statement.
package enum ParameterFault: Error, Sendable, Equatable, CustomStringConvertible {
    case count(statement: String, expected: Int, given: Int)
    /// `index` counts from 1, as in `$1`.
    case type(statement: String, index: Int, expected: PostgresType, given: PostgresType)
    /// More bytes than PostgreSQL takes in one value.
    case tooLarge(statement: String, index: Int, bytes: Int)

    package var description: String {
        switch self {
        case .count(let statement, let expected, let given):
            "statement \(statement) takes \(expected) parameters, not \(given)"
        case .type(let statement, let index, let expected, let given):
            "statement \(statement): $\(index) is \(expected), not \(given)"
        case .tooLarge(let statement, let index, let bytes):
            "statement \(statement): $\(index) has \(bytes) bytes"
        }
    }
}

/// A field of a result that cannot be read as the caller asked.
package struct DecodingFault: Error, Sendable, Equatable, CustomStringConvertible {
    package let row: Int
    package let column: Int
    /// Nil where there is no such column.
    package let type: PostgresType?
    package let fault: BinaryFault

    package var description: String {
        "row \(row), column \(column) (\(type?.description ?? "none")): \(fault)"
    }
}
