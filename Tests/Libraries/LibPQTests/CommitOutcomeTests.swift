import Testing

@testable import LibPQ

@Suite("What is known of a transaction after its COMMIT")
struct CommitOutcomeTests {
    /// Makes a table that only this test uses, and a statement that inserts into it.
    private func prepared(
        _ connection: Connection, table: String, _ columns: String = "id int8"
    ) throws -> Statement {
        try connection.run(script: "CREATE TABLE \(table) (\(columns))", by: .soon)
        return try insertion(connection, table: table)
    }

    private func insertion(_ connection: Connection, table: String) throws -> Statement {
        try connection.prepare(
            name: "insert", sql: "INSERT INTO \(table) (id) SELECT unnest($1::int8[])", by: .soon)
    }

    private func ids(_ ids: Int64...) -> Parameters {
        var parameters = Parameters()
        parameters.append(array: ids)
        return parameters
    }

    private func count(_ table: String) throws -> Int64 {
        try connected().query("SELECT count(*) FROM \(table)", by: .soon).value(0, 0)
    }

    @Test("Committed, with an answer for each statement")
    func committed() throws {
        let connection = try connected()
        let insert = try prepared(connection, table: "committed")
        for batch in 0..<3 as Range<Int64> {
            var transaction = try connection.transactionPipeline()
            try transaction.enqueue(insert, ids(batch))
            try transaction.enqueue(insert, ids(batch, batch))
            let answer = transaction.commit()
            #expect(answer.outcome == .committed)
            #expect(try answer.answers.map { try $0.get().affectedRows } == [1, 2])
            #expect(!connection.isInTransaction)
        }
        #expect(try count("committed") == 9)
    }

    @Test("Rolled back by a statement's failure; the next transaction goes through")
    func statementFails() throws {
        let connection = try connected()
        let insert = try prepared(connection, table: "statement_fails", "id int8 PRIMARY KEY")
        var transaction = try connection.transactionPipeline()
        try transaction.enqueue(insert, ids(1))
        try transaction.enqueue(insert, ids(1))
        try transaction.enqueue(insert, ids(2))
        let answer = transaction.commit()
        guard case .rolledBack(.server(let error)) = answer.outcome else {
            Issue.record("\(answer.outcome)")
            return
        }
        #expect(error.state == .uniqueViolation)
        #expect(error.statement == "insert")
        #expect(error.constraint == "statement_fails_pkey")
        #expect(answer.answers.count == 3)
        #expect(connection.isOpen && !connection.isInTransaction)

        var retry = try connection.transactionPipeline()
        try retry.enqueue(insert, ids(2))
        #expect(retry.commit().outcome == .committed)
        #expect(try count("statement_fails") == 1)
    }

    @Test("Rolled back by a deferred constraint, at COMMIT itself")
    func deferredConstraint() throws {
        let connection = try connected()
        let insert = try prepared(
            connection, table: "deferred", "id int8 UNIQUE DEFERRABLE INITIALLY DEFERRED")
        var transaction = try connection.transactionPipeline()
        try transaction.enqueue(insert, ids(1, 1))
        let answer = transaction.commit()
        guard case .rolledBack(.server(let error)) = answer.outcome else {
            Issue.record("\(answer.outcome)")
            return
        }
        #expect(error.state == .uniqueViolation)
        #expect(error.statement == "commit")
        #expect(try answer.answers[0].get().affectedRows == 2)

        // A pipeline that is a transaction by itself meets the same fate at its end.
        var pipeline = try connection.pipeline()
        try pipeline.enqueue(insert, ids(2, 2))
        var failure: DatabaseError?
        do { _ = try pipeline.finish(by: .soon) } catch { failure = error }
        #expect(failure?.state == .uniqueViolation)
        #expect(connection.isOpen)
        #expect(try count("deferred") == 0)
    }

    @Test("Not confirmed when COMMIT comes with a warning")
    func warning() throws {
        let connection = try connected()
        let insert = try prepared(connection, table: "warned")
        try connection.run(
            script: """
                CREATE FUNCTION warn() RETURNS trigger LANGUAGE plpgsql
                    AS $$ BEGIN RAISE WARNING 'so be it'; RETURN NULL; END $$;
                CREATE CONSTRAINT TRIGGER warn AFTER INSERT ON warned DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW EXECUTE FUNCTION warn();
                """, by: .soon)
        var transaction = try connection.transactionPipeline()
        try transaction.enqueue(insert, ids(1))
        guard case .notConfirmed(let notice) = transaction.commit().outcome else {
            Issue.record("not seen")
            return
        }
        #expect(notice.message == "so be it")
        #expect(notice.source == "exec_stmt_raise")
    }

    @Test("A warning of an earlier statement does not taint the commit")
    func earlierWarning() throws {
        let connection = try connected()
        let warn = try connection.prepare(
            name: "warn", sql: "DO $$ BEGIN RAISE WARNING 'so be it'; END $$", by: .soon)
        let rest = try connection.prepare(name: "rest", sql: "SELECT 1", by: .soon)
        var transaction = try connection.transactionPipeline()
        try transaction.enqueue(warn)
        try transaction.enqueue(rest)
        #expect(transaction.commit().outcome == .committed)
        #expect(connection.takeNotices().map(\.severity) == [.warning])
    }

    @Test("Not confirmed when the wait for a synchronous standby is cancelled")
    func standbyWaitCancelled() async throws {
        let (session, observer) = (try Session(conninfo), try Session(conninfo))
        let pid = try await session.run { connection in
            try connection.run(script: "CREATE TABLE standby (id int8)", by: .soon)
            try connection.run(script: "SET synchronous_commit = on", by: .soon)
            return connection.backendPID
        }
        async let outcome = session.run { connection in
            let insert = try connection.prepare(
                name: "insert", sql: "INSERT INTO standby VALUES (1)", by: .soon)
            var transaction = try connection.transactionPipeline()
            try transaction.enqueue(insert)
            return transaction.commit().outcome
        }
        try await waitForStandbyWait(of: pid, observer)
        try await observer.query("SELECT pg_cancel_backend($1)", Parameters(pid))
        guard case .notConfirmed(let notice) = try await outcome else {
            Issue.record("\(try await outcome)")
            return
        }
        #expect(notice.message.contains("canceling wait for synchronous replication"))
        #expect(try count("standby") == 1)
    }

    @Test(
        "Unknown when the session is terminated while the commit waits for a standby",
        arguments: [false, true])
    func terminatedInCommit(isPipeline: Bool) async throws {
        let (session, observer) = (try Session(conninfo), try Session(conninfo))
        let table = "ended_\(isPipeline)"
        let pid = try await session.run { connection in
            try connection.run(script: "CREATE TABLE \(table) (id int8)", by: .soon)
            try connection.run(script: "SET synchronous_commit = on", by: .soon)
            return connection.backendPID
        }
        async let outcome = session.run { connection in
            guard isPipeline else {
                try connection.begin(by: .soon)
                _ = try connection.query("INSERT INTO \(table) VALUES (1)", by: .soon)
                return connection.commit()
            }
            let insert = try connection.prepare(
                name: "insert", sql: "INSERT INTO \(table) VALUES (1)", by: .soon)
            var transaction = try connection.transactionPipeline()
            try transaction.enqueue(insert)
            return transaction.commit().outcome
        }
        try await waitForStandbyWait(of: pid, observer)
        try await observer.query("SELECT pg_terminate_backend($1)", Parameters(pid))
        guard case .unknown = try await outcome else {
            Issue.record("\(try await outcome)")
            return
        }
        #expect(try count(table) == 1)
    }

    @Test(
        "Unknown when the line is cut at the commit, whether or not it had arrived",
        arguments: [
            (CuttingProxy.Cut.request, 0 as Int64), (.sync, 0), (.answer, 1),
        ])
    func cut(_ cut: CuttingProxy.Cut, rows: Int64) throws {
        let proxy = try CuttingProxy(to: ThrowawayPostgres.shared.get().directory)
        defer { proxy.stop() }
        let table = "cut_\(cut)"
        let connection = try Connection(Conninfo(proxy.conninfo), by: .soon)
        let insert = try prepared(connection, table: table)
        proxy.cut(cut, at: "\0insert\0")
        var transaction = try connection.transactionPipeline()
        try transaction.enqueue(insert, ids(1))
        let answer = transaction.commit()
        guard case .unknown(.connectionLost) = answer.outcome else {
            Issue.record("\(answer.outcome)")
            return
        }
        #expect(!connection.isOpen)
        #expect(failure { try connection.run(script: "SELECT 1", by: .soon) } == .closed)
        #expect(try count(table) == rows)
    }

    @Test("Rolled back when the session had been terminated before")
    func terminatedBefore() throws {
        let (connection, killer) = (try connected(), try connected())
        let insert = try prepared(connection, table: "terminated")
        _ = try killer.query(
            "SELECT pg_terminate_backend($1, 10000)", Parameters(connection.backendPID), by: .soon)
        var transaction = try connection.transactionPipeline()
        try transaction.enqueue(insert, ids(1))
        let outcome = transaction.commit().outcome
        guard case .rolledBack(let cause) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(cause.state == .adminShutdown)
        #expect(cause.kind == .connection)
        #expect(!connection.isOpen)
        #expect(try count("terminated") == 0)
    }

    @Test("A pipeline is one transaction: what came ahead of a failure is undone")
    func wholeOrNothing() throws {
        let connection = try connected()
        let insert = try prepared(connection, table: "whole")
        let fail = try connection.prepare(name: "fail", sql: "SELECT 1 / $1::int8", by: .soon)
        var transaction = try connection.transactionPipeline()
        try transaction.enqueue(insert, ids(1))
        try transaction.enqueue(fail, Parameters(0 as Int64))
        try transaction.enqueue(insert, ids(2))
        guard case .rolledBack(.server(let error)) = transaction.commit().outcome else {
            Issue.record("not rolled back")
            return
        }
        #expect(error.statement == "fail")
        #expect(try count("whole") == 0)
    }

    @Test("Unknown where a statement has opened a transaction that the sync does not end")
    func opened() throws {
        let connection = try connected()
        let insert = try prepared(connection, table: "opened")
        let begin = try connection.prepare(name: "begin", sql: "BEGIN", by: .soon)
        var transaction = try connection.transactionPipeline()
        try transaction.enqueue(begin)
        try transaction.enqueue(insert, ids(1))
        guard case .unknown = transaction.commit().outcome else {
            Issue.record("it claims to know")
            return
        }
        #expect(!connection.isInTransaction)
        #expect(try count("opened") == 0)
    }

    @Test("A commit that takes longer than a statement may is not cancelled")
    func unbounded() throws {
        var options = ConnectionOptions()
        options.statementTimeout = .milliseconds(300)
        let connection = try connected(options: options)
        let insert = try prepared(connection, table: "slow")
        try connection.run(
            script: """
                CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql
                    AS $$ BEGIN PERFORM pg_sleep(0.6); RETURN NULL; END $$;
                CREATE CONSTRAINT TRIGGER dawdle AFTER INSERT ON slow
                    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION dawdle();
                """, by: .soon)
        var transaction = try connection.transactionPipeline()
        try transaction.enqueue(insert, ids(1))
        #expect(transaction.commit().outcome == .committed)

        try connection.begin(by: .soon)
        _ = try connection.execute(insert, ids(2), by: .soon)
        #expect(connection.commit() == .committed)
        #expect(try count("slow") == 2)
    }

    @Test("COMMIT outside of a transaction is not taken for a confirmation")
    func commitOfNothing() throws {
        guard case .notConfirmed(let warning) = try connected().commit() else {
            Issue.record("confirmed")
            return
        }
        #expect(warning.state == .noActiveTransaction)
    }

    @Test("A COMMIT that is answered ROLLBACK counts as rolled back")
    func rollbackTag() throws {
        let connection = try connected()
        try connection.begin(by: .soon)
        #expect(failure { _ = try connection.query("SELECT 1/0", by: .soon) } != nil)
        let result = try connection.query("COMMIT", by: .soon)
        #expect(result.commandTag == "ROLLBACK")
        var collected = CollectedAnswers()
        collected.answers = [.result(result)]
        let outcome = CommitOutcome(ofCommand: collected)
        guard case .rolledBack = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    @Test("A transaction that had failed is rolled back and leaves the connection usable")
    func failedBefore() throws {
        let connection = try connected()
        try connection.begin(by: .soon)
        #expect(failure { _ = try connection.query("SELECT 1/0", by: .soon) } != nil)
        guard case .rolledBack(let cause) = connection.commit() else {
            Issue.record("not rolled back")
            return
        }
        #expect(cause.description.contains("ROLLBACK"))
        #expect(connection.isOpen && !connection.isInTransaction)
    }

    private var conninfo: String {
        get throws { try ThrowawayPostgres.shared.get().conninfo }
    }

    private func waitForStandbyWait(of pid: Int32, _ observer: Session) async throws {
        let question = """
            SELECT count(*) FROM pg_stat_activity WHERE pid = $1::int4 AND wait_event = 'SyncRep'
            """
        do {
            try await observer.wait(until: question, Parameters(pid), is: 1)
        } catch {
            // Or the COMMIT would wait for ever, as it should.
            try await observer.query("SELECT pg_terminate_backend($1)", Parameters(pid))
            throw error
        }
    }
}
