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

    /// Commits what `begin` opened; waits as long as the session lives.
    package func commit() -> CommitOutcome {
        do throws(DatabaseError) {
            try startPipeline()
        } catch {
            close()
            return .rolledBack(error)
        }
        return commitPipeline([]).outcome
    }

    /// Adds COMMIT to the open pipeline, sends it, and judges the answers; `names` are of the
    /// statements that are enqueued already.
    func commitPipeline(
        _ names: [String]
    ) -> (outcome: CommitOutcome, answers: [PipelineAnswer]) {
        let (unbound, commit) = (transactionStatements.unbound, transactionStatements.commit)
        do throws(DatabaseError) {
            try enqueue(unbound, Parameters())
        } catch {
            close()
            return (.rolledBack(error), [])
        }
        do throws(DatabaseError) {
            try enqueue(commit, Parameters())
        } catch {
            // The server may have got it nevertheless: it executes without waiting for the sync.
            close()
            return (.unknown(error), [])
        }
        let collected = collectPipeline(names + [unbound.name, commit.name], by: nil)
        let outcome = CommitOutcome.judge(
            collected.answers, expected: names.count + 2, fault: collected.fault,
            warning: collected.warningDuringLast)
        endFailedTransaction()
        return (outcome, Array(collected.answers.prefix(names.count)))
    }

    /// Undoes what `begin` opened.
    package func rollback(by deadline: Deadline) throws(DatabaseError) {
        _ = try query("ROLLBACK", by: deadline)
    }

    func prepareTransactionStatements(by deadline: Deadline) throws(DatabaseError) {
        try startPipeline()
        let handle = try opened()
        let statements = transactionStatements.texts
        for (statement, sql) in statements {
            guard PQsendPrepare(handle, statement.name, sql, 0, nil) == 1 else {
                throw lost(handle)
            }
        }
        let collected = collectPipeline(statements.map(\.0.name), by: deadline)
        if let fault = collected.fault { throw fault }
        if let failure = collected.answers.firstFailure { throw .server(failure) }
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
