/// Several executions sent at once, with one answer at the end: one round trip.
///
/// For reads, or for writes between `begin` and `commit`: without a transaction around it the
/// pipeline is one, which commits at its end, and a failure undoes all of it. It must be finished;
/// dropping it closes the connection, since nobody knows what was sent.
package struct Pipeline: ~Copyable {
    private let connection: Connection
    private var names: [String] = []

    init(on connection: Connection) throws(DatabaseError) {
        try connection.startPipeline()
        self.connection = connection
    }

    deinit {
        connection.abandonPipeline()
    }

    package var count: Int { names.count }

    /// Adds an execution; libpq copies the parameters, which can be reused at once.
    package mutating func enqueue(
        _ statement: Statement, _ parameters: Parameters = Parameters()
    ) throws(DatabaseError) {
        try connection.enqueue(statement, parameters)
        names.append(statement.name)
    }

    /// Sends all, waits, and returns one answer for each execution, in order. Throws only when
    /// the answers did not come, and the connection is closed then, or when the
    /// pipeline was a transaction by itself that could not commit.
    package consuming func finish(by deadline: Deadline) throws(DatabaseError) -> [PipelineAnswer] {
        let collected = connection.collectPipeline(names, by: deadline)
        if let fault = collected.fault { throw fault }
        if let failure = collected.commitFailure { throw .server(failure) }
        return collected.answers
    }
}

/// What became of one execution of a pipeline.
package enum PipelineAnswer {
    case result(QueryResult)
    case failed(ServerError)
    /// Not executed, because one before it failed.
    case skipped
}

extension PipelineAnswer {
    /// The result, or the error. A skipped execution throws what made it skip, which is among
    /// `earlier`.
    package func get(after earlier: [PipelineAnswer] = []) throws(DatabaseError) -> QueryResult {
        switch self {
        case .result(let result): return result
        case .failed(let error): throw .server(error)
        case .skipped:
            if let cause = earlier.firstFailure { throw .server(cause) }
            throw .misuse("skipped, because an earlier statement of the pipeline failed")
        }
    }
}

extension [PipelineAnswer] {
    package var firstFailure: ServerError? {
        for case .failed(let error) in self { return error }
        return nil
    }
}
