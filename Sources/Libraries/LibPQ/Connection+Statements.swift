import CLibPQ

extension Connection {
    /// Parses a statement under a name, once per connection, and asks the server for the types of
    /// its parameters and columns (`PQsendPrepare`, `PQsendDescribePrepared`), in one round trip.
    ///
    /// - Parameter types: of the first parameters, where the server cannot infer them; `unknown`
    ///   leaves one to the server.
    package func prepare(
        name: String, sql: String, types: [PostgresType] = [], by deadline: Deadline
    ) throws(DatabaseError) -> Statement {
        try startPipeline()
        let handle = try opened()
        let oids = types.map { $0 == .unknown ? 0 : $0.rawValue }
        guard PQsendPrepare(handle, name, sql, Int32(oids.count), oids) == 1,
            PQsendDescribePrepared(handle, name) == 1
        else { throw lost(handle) }
        var collected = collectPipeline([name, name], by: deadline)
        if let fault = collected.fault { throw fault }
        let description = try collected.answers.removeLast().get(after: collected.answers)
        return Statement(
            name: name,
            parameterTypes: (0..<PQnparams(description.handle)).map { index in
                PostgresType(rawValue: PQparamtype(description.handle, index))
            },
            columns: description.columns)
    }

    /// Executes a prepared statement (`PQsendQueryPrepared`).
    package func execute(
        _ statement: Statement, _ parameters: Parameters = Parameters(), by deadline: Deadline
    ) throws(DatabaseError) -> QueryResult {
        try send(statement, parameters)
        return try onlyResult(statement.name, by: deadline)
    }

    /// Executes one statement without a name (`PQsendQueryParams`): for what is done once.
    package func query(
        _ sql: String, _ parameters: Parameters = Parameters(), by deadline: Deadline
    ) throws(DatabaseError) -> QueryResult {
        let handle = try idle()
        try parameters.checkSizes(statement: "query")
        let types = parameters.types.map(\.rawValue)
        let sent = parameters.withPointers { values, lengths, formats in
            PQsendQueryParams(
                handle, sql, Int32(types.count), types, values, lengths, formats, 1)
        }
        guard sent == 1 else { throw lost(handle) }
        return try onlyResult("query", by: deadline)
    }

    /// Executes a script of any number of statements (`PQsendQuery`): a migration. Rows are
    /// dropped. Unless it says BEGIN itself, the script is one transaction.
    package func run(script sql: String, by deadline: Deadline) throws(DatabaseError) {
        let handle = try idle()
        guard PQsendQuery(handle, sql) == 1 else { throw lost(handle) }
        _ = try results("script", by: deadline)
    }

    /// Executes a prepared statement and hands over each row as it arrives, as a result of one row
    /// (`PQsetSingleRowMode`), for a large read in little memory.
    ///
    /// If `body` throws, the remaining rows are read and dropped before the error goes on.
    package func forEachRow(
        _ statement: Statement, _ parameters: Parameters = Parameters(), by deadline: Deadline,
        _ body: (QueryResult) throws(DatabaseError) -> Void
    ) throws(DatabaseError) {
        try send(statement, parameters)
        guard PQsetSingleRowMode(try opened()) == 1 else {
            close()
            throw .misuse("single-row mode was refused")
        }
        var failure: DatabaseError?
        while let result = try nextResult(by: deadline, statement.name) {
            guard failure == nil else { continue }
            failure = fault(in: result, statement.name)
            guard failure == nil, result.status == PGRES_SINGLE_TUPLE else { continue }
            do throws(DatabaseError) { try body(result) } catch { failure = error }
        }
        if let failure { throw ended(by: failure) }
    }
}

extension Connection {
    private func send(
        _ statement: Statement, _ parameters: Parameters
    ) throws(DatabaseError) {
        let handle = try idle()
        try parameters.check(against: statement.parameterTypes, statement: statement.name)
        guard sendPrepared(handle, statement.name, parameters) else { throw lost(handle) }
    }

    /// libpq copies the parameters' bytes before it returns.
    func sendPrepared(
        _ handle: OpaquePointer, _ name: String, _ parameters: Parameters
    ) -> Bool {
        parameters.withPointers { values, lengths, formats in
            PQsendQueryPrepared(
                handle, name, Int32(parameters.count), values, lengths, formats, 1) == 1
        }
    }

    private func onlyResult(
        _ operation: String, by deadline: Deadline
    ) throws(DatabaseError) -> QueryResult {
        guard let result = try results(operation, by: deadline).last else {
            throw .misuse("\(operation): no result")
        }
        return result
    }

    /// Reads all results of what was sent, and throws the first fault among them.
    private func results(
        _ operation: String, by deadline: Deadline
    ) throws(DatabaseError) -> [QueryResult] {
        var results: [QueryResult] = []
        var failure: DatabaseError?
        while handle != nil, let result = try nextResult(by: deadline, operation) {
            if let fault = fault(in: result, operation) {
                if failure == nil { failure = fault }
            } else {
                results.append(result)
            }
        }
        if let failure { throw ended(by: failure) }
        return results
    }

    /// Passes the failure on, and closes the connection if the session is over.
    func ended(by failure: DatabaseError) -> DatabaseError {
        if !isOpen { close() }
        return failure
    }
}
