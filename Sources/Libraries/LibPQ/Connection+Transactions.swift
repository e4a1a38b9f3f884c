import CLibPQ

/// How a transaction sees and changes the database.
package enum TransactionMode: String, Sendable {
    case readWrite = "BEGIN"
    /// All reads see one moment.
    case snapshot = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY"
    case serializable = "BEGIN ISOLATION LEVEL SERIALIZABLE"
}

extension Connection {
    /// Opens a transaction that goes to the server in one round trip.
    package func transactionPipeline() throws(DatabaseError) -> TransactionPipeline {
        try TransactionPipeline(on: self)
    }

    /// Runs `body` between BEGIN and COMMIT, statement by statement.
    ///
    /// Throws what `body` throws, after a ROLLBACK, and `notCommitted` unless the commit was
    /// confirmed. The deadline is for BEGIN; COMMIT waits without bound.
    package func transaction<Value>(
        _ mode: TransactionMode = .readWrite, by deadline: Deadline,
        _ body: (Connection) throws(DatabaseError) -> Value
    ) throws(DatabaseError) -> Value {
        try begin(mode, by: deadline)
        let value: Value
        do throws(DatabaseError) {
            value = try body(self)
        } catch {
            endFailedTransaction()
            throw error
        }
        let outcome = commit()
        guard outcome == .committed else { throw .notCommitted(outcome) }
        return value
    }

    package func begin(
        _ mode: TransactionMode = .readWrite, by deadline: Deadline
    ) throws(DatabaseError) {
        _ = try idle()
        guard !isInTransaction else { throw .misuse("already in a transaction") }
        _ = try query(mode.rawValue, by: deadline)
    }

    /// Commits what `begin` opened; waits as long as the session lives. (PostgreSQL takes its time
    /// limit off COMMIT: one that it cancelled while it waits for a standby would be committed and
    /// yet not safe.)
    package func commit() -> CommitOutcome {
        let handle: OpaquePointer
        do throws(DatabaseError) {
            try startPipeline()
            handle = try opened()
        } catch {
            close()
            return .rolledBack(error)
        }
        guard PQsendQueryParams(handle, "COMMIT", 0, nil, nil, nil, nil, 1) == 1 else {
            // The server may have got it nevertheless: it executes without waiting for the sync.
            return .unknown(lost(handle))
        }
        let outcome = CommitOutcome(ofCommand: collectPipeline(["COMMIT"], by: nil))
        endFailedTransaction()
        return outcome
    }

    /// Undoes what `begin` opened.
    package func rollback(by deadline: Deadline) throws(DatabaseError) {
        _ = try query("ROLLBACK", by: deadline)
    }

    /// Rolls back if a transaction is still open, and closes the connection if that fails.
    func endFailedTransaction() {
        guard isOpen, isInTransaction else { return }
        if isPipelining { return close() }
        do throws(DatabaseError) {
            try rollback(by: .after(options.cleanupTimeout))
        } catch {
            close()
        }
    }
}
