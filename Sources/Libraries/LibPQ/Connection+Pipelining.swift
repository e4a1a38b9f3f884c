import CLibPQ

/// What was read of a pipeline's answers.
struct CollectedAnswers {
    var answers: [PipelineAnswer] = []
    /// The sync may have reached the server, and with it the end of a transaction.
    var isSynced = false
    /// The sync was answered, and no transaction is open after it.
    var isIdle = false
    /// Set if the answers ended early; the connection is closed then.
    var fault: DatabaseError?
    /// Set if the server could not commit what the pipeline did outside of a transaction.
    var commitFailure: ServerError?
    /// The first warning seen since the answer before the last one: of the last statement, or of
    /// the commit after it, between which libpq does not tell.
    var warningDuringLast: Notice?

    /// How many statements were executed.
    var results: Int {
        answers.count { if case .result = $0 { true } else { false } }
    }
}

extension Connection {
    /// Opens a pipeline of prepared statements.
    package func pipeline() throws(DatabaseError) -> Pipeline {
        try Pipeline(on: self)
    }

    func startPipeline() throws(DatabaseError) {
        let handle = try idle()
        guard PQenterPipelineMode(handle) == 1 else {
            throw .misuse("the connection is not ready for a pipeline")
        }
        isPipelining = true
    }

    /// Ends what was not finished: the server undoes it when the session ends.
    func abandonPipeline() {
        if isPipelining { close() }
    }

    func enqueue(_ statement: Statement, _ parameters: Parameters) throws(DatabaseError) {
        let handle = try opened()
        try parameters.check(against: statement.parameterTypes, statement: statement.name)
        guard sendPrepared(handle, statement.name, parameters) else { throw lost(handle) }
    }

    /// Sends the sync, reads one answer for each name, then leaves pipeline mode.
    ///
    /// An answer that was read stands, whatever becomes of the connection after it.
    func collectPipeline(_ names: [String], by deadline: Deadline?) -> CollectedAnswers {
        var collected = CollectedAnswers()
        collected.answers.reserveCapacity(names.count)
        notices.watchForWarning()
        do throws(DatabaseError) {
            let handle = try opened()
            collected.isSynced = true
            guard PQpipelineSync(handle) == 1 else { throw lost(handle) }
            for (index, name) in names.enumerated() {
                if index == names.count - 1 { notices.watchForWarning() }
                collected.answers.append(try answer(name, by: deadline))
                // libpq separates the answers by a nil each.
                guard try nextResult(by: deadline, name) == nil else {
                    throw .misuse("\(name) has more than one result")
                }
            }
            collected.commitFailure = try awaitSync(by: deadline)
            try leavePipeline()
            collected.isIdle = !isInTransaction
        } catch {
            let failure = collected.answers.firstFailure
            collected.fault =
                failure.flatMap { $0.severity.endsSession ? .server($0) : nil } ?? error
            close()
        }
        collected.warningDuringLast = notices.watchedWarning
        return collected
    }

    private func answer(
        _ name: String, by deadline: Deadline?
    ) throws(DatabaseError) -> PipelineAnswer {
        guard let result = try nextResult(by: deadline, name) else {
            throw .connectionLost("no answer to \(name)")
        }
        if result.status == PGRES_PIPELINE_ABORTED { return .skipped }
        guard result.status != PGRES_PIPELINE_SYNC else {
            throw .misuse("the sync was answered in the place of \(name)")
        }
        return switch fault(in: result, name) {
        case nil: .result(result)
        case .server(let error): .failed(error)
        case .some(let fault): throw fault
        }
    }

    /// Reads up to the answer to the sync, where the server commits unless it is in a transaction,
    /// and returns what kept it from that.
    private func awaitSync(by deadline: Deadline?) throws(DatabaseError) -> ServerError? {
        var failure: ServerError?
        // An error, a nil, the sync: there is no more.
        for _ in 0..<3 {
            guard let result = try nextResult(by: deadline, "commit") else { continue }
            if result.status == PGRES_PIPELINE_SYNC { return failure }
            switch fault(in: result, "commit") {
            case .server(let error): failure = error
            case .some(let fault): throw fault
            case nil: throw .misuse("the pipeline has answers left")
            }
        }
        throw .connectionLost("no answer to the pipeline's sync")
    }

    private func leavePipeline() throws(DatabaseError) {
        guard PQexitPipelineMode(try opened()) == 1 else {
            throw .misuse("the pipeline has answers left")
        }
        isPipelining = false
    }
}
