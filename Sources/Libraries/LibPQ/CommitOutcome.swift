/// What is known about a transaction after its COMMIT was sent.
package enum CommitOutcome: Sendable, Equatable {
    /// The server has confirmed it, on every standby that it waits for.
    case committed
    /// Nothing of the transaction remains.
    case rolledBack(DatabaseError)
    /// Committed here, but the server warned while it did: a wait for a synchronous standby was
    /// cancelled, say. A failover could undo it.
    case notConfirmed(Notice)
    /// The connection was lost after COMMIT was sent: look for the transaction's traces before
    /// saying anything about it.
    case unknown(DatabaseError)
}

extension CommitOutcome: CustomStringConvertible {
    package var description: String {
        switch self {
        case .committed: "committed"
        case .rolledBack(let cause): "rolled back: \(cause)"
        case .notConfirmed(let warning): "committed with a warning: \(warning)"
        case .unknown(let cause): "unknown: \(cause)"
        }
    }
}

extension CommitOutcome {
    /// Judges the answers to a transaction's statements, the last of which is COMMIT.
    ///
    /// The answers come in the order of execution, and after a failure the server skips the rest.
    /// So whatever failed ahead of COMMIT undid everything, even if the session broke after it.
    /// - Parameters:
    ///   - answers: what came, which is less than was sent if there is a `fault`.
    ///   - expected: how many were sent.
    static func judge(
        _ answers: [PipelineAnswer], expected: Int, fault: DatabaseError?, warning: Notice?
    ) -> CommitOutcome {
        guard answers.count == expected, let commit = answers.last else {
            if let cause = answers.firstFailure { return .rolledBack(.server(cause)) }
            return .unknown(fault ?? .misuse("COMMIT has no answer"))
        }
        switch commit {
        case .result(let result):
            switch result.commandTag {
            case "COMMIT": return warning.map(CommitOutcome.notConfirmed) ?? .committed
            case "ROLLBACK":
                // So PostgreSQL answers COMMIT in a transaction that had failed before.
                return .rolledBack(.misuse("COMMIT was answered with ROLLBACK"))
            default: return .unknown(.misuse("COMMIT was answered with \(result.commandTag)"))
            }
        case .failed(let error):
            // A session that ends while it commits may have written the commit record.
            return error.severity.endsSession
                ? .unknown(.server(error)) : .rolledBack(.server(error))
        case .skipped:
            return answers.firstFailure.map { .rolledBack(.server($0)) }
                ?? .unknown(.misuse("COMMIT was skipped for no reason"))
        }
    }
}
