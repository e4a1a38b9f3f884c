/// What is known about a transaction after its end was sent: COMMIT, or a pipeline's sync.
package enum CommitOutcome: Sendable, Equatable {
    /// The server has confirmed it, on every standby that it waits for.
    case committed
    /// Nothing of the transaction remains.
    case rolledBack(DatabaseError)
    /// Committed here, but the server warned while it did: a wait for a synchronous standby was
    /// cancelled, say. A failover could undo it.
    case notConfirmed(Notice)
    /// The connection was lost after the end was sent: look for the transaction's traces before
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
    /// Judges a pipeline that was a transaction by itself.
    ///
    /// The answers come in the order of execution, and the commit comes after the last of them,
    /// where the sync is answered. So whatever failed ahead of it undid everything, even if the
    /// session broke after it; and once the sync was sent, only an answer tells what became of it.
    /// - Parameter statements: how many were sent.
    init(ofPipeline collected: CollectedAnswers, statements: Int) {
        if let cause = collected.answers.firstFailure {
            self = .rolledBack(.server(cause))
        } else if !collected.isSynced {
            self = .rolledBack(collected.fault ?? .closed)
        } else if let refusal = collected.commitFailure {
            self.init(refused: refusal)
        } else if let fault = collected.fault {
            self = .unknown(fault)
        } else if !collected.isIdle || collected.results != statements {
            self = .unknown(.misuse("the server does not say that it has committed"))
        } else {
            self = collected.warningDuringLast.map(CommitOutcome.notConfirmed) ?? .committed
        }
    }

    /// Judges the answer to COMMIT, sent alone.
    init(ofCommand collected: CollectedAnswers) {
        switch collected.answers.first {
        case .result(let result):
            switch result.commandTag {
            case "COMMIT":
                self = collected.warningDuringLast.map(CommitOutcome.notConfirmed) ?? .committed
            case "ROLLBACK":
                // So PostgreSQL answers COMMIT in a transaction that had failed before.
                self = .rolledBack(.misuse("COMMIT was answered with ROLLBACK"))
            default: self = .unknown(.misuse("COMMIT was answered with \(result.commandTag)"))
            }
        case .failed(let error): self.init(refused: error)
        case .skipped, nil: self = .unknown(collected.fault ?? .misuse("COMMIT has no answer"))
        }
    }

    /// A session that ends while it commits may have written the commit record.
    private init(refused error: ServerError) {
        self = error.severity.endsSession ? .unknown(.server(error)) : .rolledBack(.server(error))
    }
}
