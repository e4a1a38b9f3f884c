/// A whole transaction in one round trip: BEGIN, what is enqueued, COMMIT.
///
/// It waits for its answers without bound, since nobody may give up on a COMMIT; what goes ahead of
/// COMMIT is bounded by the server (`ConnectionOptions.statementTimeout`). Dropping it unfinished
/// closes the connection, and nothing is committed.
package struct TransactionPipeline: ~Copyable {
    private let connection: Connection
    private var names: [String]

    init(on connection: Connection) throws(DatabaseError) {
        let begin = connection.transactionStatements.begin
        guard !connection.isInTransaction else { throw .misuse("already in a transaction") }
        try connection.startPipeline()
        do throws(DatabaseError) {
            try connection.enqueue(begin, Parameters())
        } catch {
            connection.close()
            throw error
        }
        self.connection = connection
        names = [begin.name]
    }

    deinit {
        connection.abandonPipeline()
    }

    /// Adds an execution; libpq copies the parameters, which can be reused at once.
    package mutating func enqueue(
        _ statement: Statement, _ parameters: Parameters = Parameters()
    ) throws(DatabaseError) {
        try connection.enqueue(statement, parameters)
        names.append(statement.name)
    }

    /// Sends all with a COMMIT, waits, and says what became of it. If the transaction failed, the
    /// connection is ready for the next one, or closed.
    package consuming func commit() -> TransactionAnswer {
        let (outcome, answers) = connection.commitPipeline(names)
        return TransactionAnswer(outcome: outcome, answers: Array(answers.dropFirst()))
    }
}

/// What became of a transaction, and of each of its statements.
package struct TransactionAnswer {
    package let outcome: CommitOutcome
    /// One for each enqueued execution, in order; fewer if the connection was lost.
    package let answers: [PipelineAnswer]
}

/// The statements that every connection has prepared, so that a transaction costs no parsing.
struct TransactionStatements {
    let begin = Statement(name: "transaction.begin", parameterTypes: [], columns: [])
    /// Takes the time limit off COMMIT: a COMMIT that the server cancels while it waits for a
    /// standby is committed and yet not safe.
    let unbound = Statement(name: "transaction.unbound", parameterTypes: [], columns: [])
    let commit = Statement(name: "transaction.commit", parameterTypes: [], columns: [])

    var texts: [(Statement, sql: String)] {
        [
            (begin, "BEGIN"),
            (unbound, "SET LOCAL statement_timeout = 0"),
            (commit, "COMMIT"),
        ]
    }
}
