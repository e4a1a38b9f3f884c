import Testing

@testable import LibPQ

@Suite("A transaction, statement by statement")
struct TransactionTests {
    @Test("It commits what its body did and returns what the body returned")
    func commits() throws {
        let connection = try connected()
        try connection.run(script: "CREATE TABLE helper_commits (id int8)", by: .soon)
        let rows = try connection.transaction(by: .soon) { connection throws(DatabaseError) in
            try connection.query("INSERT INTO helper_commits VALUES (1), (2)", by: .soon)
                .affectedRows
        }
        #expect(rows == 2)
        #expect(!connection.isInTransaction)
    }

    @Test("It undoes all when its body throws")
    func rollsBack() throws {
        let connection = try connected()
        try connection.run(script: "CREATE TABLE helper_undoes (id int8)", by: .soon)
        let failed = failure {
            try connection.transaction(by: .soon) { connection throws(DatabaseError) in
                _ = try connection.query("INSERT INTO helper_undoes VALUES (1)", by: .soon)
                _ = try connection.query("SELECT * FROM nothing_such", by: .soon)
            }
        }
        #expect(failed?.state == .undefinedTable)
        let left = try connection.query("SELECT count(*) FROM helper_undoes", by: .soon)
        #expect(try left.value(0, 0) == Int64(0))
    }

    @Test("It throws when the commit is not confirmed")
    func notCommitted() throws {
        let connection = try connected()
        try connection.run(
            script: "CREATE TABLE helper_refused (id int8 UNIQUE DEFERRABLE INITIALLY DEFERRED)",
            by: .soon)
        let failed = failure {
            try connection.transaction(by: .soon) { connection throws(DatabaseError) in
                _ = try connection.query("INSERT INTO helper_refused VALUES (1), (1)", by: .soon)
            }
        }
        guard case .notCommitted(.rolledBack(let cause)) = failed else {
            Issue.record("\(String(describing: failed))")
            return
        }
        #expect(cause.state == .uniqueViolation)
        #expect(failed?.state == .uniqueViolation)
        #expect(failed?.kind == .permanent)
    }

    @Test("That transaction identifiers run out puts no commit in doubt; any other warning does")
    func warningsOfCommits() {
        func isWatched(_ severity: Severity, from source: String?) -> Bool {
            let log = NoticeLog(limit: 9)
            log.record(
                Notice(severity: severity, state: nil, message: "m", detail: nil, source: source))
            return log.watchedWarning != nil
        }
        #expect(isWatched(.warning, from: "SyncRepWaitForLSN"))
        #expect(isWatched(.warning, from: nil))
        #expect(!isWatched(.warning, from: "GetNewTransactionId"))
        #expect(!isWatched(.warning, from: "GetNewMultiXactId"))
        #expect(!isWatched(.notice, from: "SyncRepWaitForLSN"))
    }

    @Test("What was committed with a warning, or perhaps, is in doubt")
    func inDoubt() {
        let notice = Notice(severity: .warning, state: nil, message: "so be it", detail: nil)
        #expect(DatabaseError.notCommitted(.notConfirmed(notice)).kind == .inDoubt)
        #expect(DatabaseError.notCommitted(.unknown(.connectionLost(""))).kind == .inDoubt)
    }

    @Test("A snapshot writes nothing")
    func snapshot() throws {
        let connection = try connected()
        try connection.run(script: "CREATE TABLE helper_snapshot (id int8)", by: .soon)
        let failed = failure {
            try connection.transaction(.snapshot, by: .soon) { connection throws(DatabaseError) in
                _ = try connection.query("INSERT INTO helper_snapshot VALUES (1)", by: .soon)
            }
        }
        #expect(failed?.state == .readOnlyTransaction)
    }

    @Test("Two transactions that wait for each other: one learns that it may retry")
    func deadlock() async throws {
        let conninfo = try ThrowawayPostgres.shared.get().conninfo
        try connected().run(
            script: "CREATE TABLE lock_order (id int8); INSERT INTO lock_order VALUES (1), (2)",
            by: .soon)
        let sessions = [try Session(conninfo), try Session(conninfo)]
        for (index, session) in sessions.enumerated() {
            try await session.run { connection in
                try connection.begin(by: .soon)
                try connection.run(script: Self.lock(index + 1), by: .soon)
            }
        }
        let failures = await withTaskGroup(of: DatabaseError?.self) { group in
            for (index, session) in sessions.enumerated() {
                group.addTask {
                    do {
                        try await session.run { connection in
                            defer { connection.close() }
                            try connection.run(script: Self.lock(2 - index), by: .soon)
                        }
                        return nil
                    } catch {
                        return error as? DatabaseError
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(failures.compactMap { $0?.state } == [.deadlockDetected])
        #expect(failures.compactMap { $0?.kind } == [.transient])
    }

    private static func lock(_ id: Int) -> String {
        "UPDATE lock_order SET id = id WHERE id = \(id)"
    }

    @Test("Calls that the state does not allow are refused, and harm nothing")
    func misuse() throws {
        let connection = try connected()
        try connection.begin(by: .soon)
        #expect(failure { try connection.begin(by: .soon) }?.kind == .permanent)
        #expect(failure { _ = try connection.transactionPipeline() }?.kind == .permanent)
        try connection.rollback(by: .soon)

        let pipeline = try connection.pipeline()
        #expect(failure { try connection.run(script: "SELECT 1", by: .soon) }?.kind == .permanent)
        #expect(failure { _ = try connection.pipeline() }?.kind == .permanent)
        #expect(try pipeline.finish(by: .soon).isEmpty)
        try connection.run(script: "SELECT 1", by: .soon)
    }

    @Test("A pipeline that is dropped closes the connection")
    func dropped() throws {
        let connection = try connected()
        try connection.run(script: "CREATE TABLE dropped (id int8)", by: .soon)
        let insert = try connection.prepare(
            name: "insert", sql: "INSERT INTO dropped SELECT unnest($1::int8[])", by: .soon)
        // More than libpq keeps back: the server executes it, and never sees the end.
        do {
            var transaction = try connection.transactionPipeline()
            for _ in 0..<64 {
                var parameters = Parameters()
                parameters.append(array: 0..<1_000 as Range<Int64>)
                try transaction.enqueue(insert, parameters)
            }
        }
        #expect(!connection.isOpen)
        #expect(
            try connected().query("SELECT count(*) FROM dropped", by: .soon).value(0, 0) == Int64(0)
        )
        #expect(failure { try connection.run(script: "SELECT 1", by: .soon) } == .closed)
    }
}
