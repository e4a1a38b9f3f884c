/// A whole transaction in one round trip, and in as few messages as there are.
///
/// There is no BEGIN and no COMMIT: PostgreSQL takes a pipeline without them as one transaction,
/// undoes it if a statement fails, and commits it at the sync. What goes ahead of the sync is
/// bounded by the server (`ConnectionOptions.statementTimeout`), which takes that bound off before
/// it commits; the answers are awaited without bound, since nobody may give up on a commit.
/// Dropping it unfinished closes the connection, and nothing is committed.
package struct TransactionPipeline: ~Copyable {
    private let connection: Connection
    private var names: [String] = []

    init(on connection: Connection) throws(DatabaseError) {
        guard !connection.isInTransaction else { throw .misuse("already in a transaction") }
        try connection.startPipeline()
        self.connection = connection
    }

    deinit {
        connection.abandonPipeline()
    }

    /// Adds an execution; libpq copies the parameters, which can be reused at once. A statement
    /// that opens or ends a transaction itself has no place here.
    package mutating func enqueue(
        _ statement: Statement, _ parameters: Parameters = Parameters()
    ) throws(DatabaseError) {
        try connection.enqueue(statement, parameters)
        names.append(statement.name)
    }

    /// Sends all, waits, and says what became of it. If the transaction failed, the connection is
    /// ready for the next one, or closed.
    package consuming func commit() -> TransactionAnswer {
        let collected = connection.collectPipeline(names, by: nil)
        connection.endFailedTransaction()
        return TransactionAnswer(
            outcome: CommitOutcome(ofPipeline: collected, statements: names.count),
            answers: collected.answers)
    }
}

/// What became of a transaction, and of each of its statements.
package struct TransactionAnswer {
    package let outcome: CommitOutcome
    /// One for each enqueued execution, in order; fewer if the connection was lost.
    package let answers: [PipelineAnswer]
}
