import Foundation
import Glibc
import LibPQ
import Testing

@Suite("A connection comes about, or says why not")
struct ConnectionTests {
    @Test("It knows its server and its backend")
    func connects() throws {
        let connection = try connected()
        #expect(connection.isOpen)
        #expect(connection.serverVersion >= 150_000)
        let result = try connection.query(
            """
            SELECT pg_backend_pid(), current_setting('statement_timeout'),
                current_setting('client_encoding'), current_setting('application_name')
            """, by: .soon)
        #expect(try result.value(0, 0) == connection.backendPID)
        #expect(try result.value(0, 1) == "30s")
        #expect(try result.value(0, 2) == "UTF8")
        #expect(try result.value(0, 3) == "throughcare")
    }

    @Test("Settings with spaces arrive whole, and warnings cannot be turned off")
    func settings() throws {
        var options = ConnectionOptions()
        options.settings = ["search_path": #"pg_catalog, "a \ b""#]
        let postgres = try ThrowawayPostgres.shared.get()
        let conninfo = try Conninfo(
            postgres.conninfo + " options='-c client_min_messages=error -c lock_timeout=7s'")
        let connection = try Connection(conninfo, options: options, by: .soon)
        let result = try connection.query(
            """
            SELECT current_setting('search_path'), current_setting('client_min_messages'),
                current_setting('lock_timeout')
            """, by: .soon)
        #expect(try result.value(0, 0) == #"pg_catalog, "a \ b""#)
        #expect(try result.value(0, 1) == "notice")
        #expect(try result.value(0, 2) == "7s")
    }

    @Test(
        "A server that refuses gives its code",
        arguments: [
            ("dbname=nowhere", SQLState.invalidCatalogName),
            ("user=nobody-such", .invalidAuthorization),
            ("options='-c statement_timeout=never'", SQLState(rawValue: "22023")),
        ])
    func refused(_ setting: String, _ state: SQLState?) throws {
        let postgres = try ThrowawayPostgres.shared.get()
        let failed = failure {
            _ = try Connection(Conninfo("\(postgres.conninfo) \(setting)"), by: .soon)
        }
        #expect(failed?.state == state)
        #expect(failed?.kind == .permanent)
        #expect(failed?.description.contains("LOCATION") == false)
    }

    @Test("No server at all is worth another try")
    func nobodyThere() throws {
        let failed = failure { _ = try Connection(Conninfo("host=/nowhere"), by: .soon) }
        #expect(failed?.kind == .connection)
        #expect(failed?.description.contains("/nowhere") == true)
    }

    @Test("A server that never answers is given up at the deadline")
    func silentServer() throws {
        let directory = FileManager.default.temporaryDirectory.path + "/libpq-silent-\(getpid())"
        try FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: false)
        let listener = try CuttingProxy.listen(at: directory + "/.s.PGSQL.5432")
        defer {
            close(listener)
            try? FileManager.default.removeItem(atPath: directory)
        }
        let started = ContinuousClock.now
        let failed = failure {
            _ = try Connection(
                Conninfo("host=\(directory) user=u"), by: .after(.milliseconds(100)))
        }
        #expect(failed == .timedOut(operation: "connect"))
        #expect(ContinuousClock.now - started < .seconds(10))
    }

    @Test("An execution that is not done by its deadline closes the connection")
    func slowStatement() throws {
        let connection = try connected()
        let slow = try connection.prepare(name: "slow", sql: "SELECT pg_sleep(60)", by: .soon)
        let started = ContinuousClock.now
        let failed = failure {
            _ = try connection.execute(slow, by: .after(.milliseconds(100)))
        }
        #expect(failed == .timedOut(operation: "slow"))
        #expect(failed?.kind == .connection)
        #expect(ContinuousClock.now - started < .seconds(10))
        #expect(!connection.isOpen)
        #expect(failure { _ = try connection.execute(slow, by: .soon) } == .closed)
    }

    @Test("A pipeline that is not done by its deadline closes the connection")
    func slowPipeline() throws {
        let connection = try connected()
        let slow = try connection.prepare(name: "slow", sql: "SELECT pg_sleep(60)", by: .soon)
        var pipeline = try connection.pipeline()
        try pipeline.enqueue(slow)
        try pipeline.enqueue(slow)
        var failed: DatabaseError?
        do { _ = try pipeline.finish(by: .after(.milliseconds(100))) } catch { failed = error }
        #expect(failed == .timedOut(operation: "slow"))
        #expect(!connection.isOpen)
    }

    @Test("The server's own limit ends a statement and not the connection")
    func statementTimeout() throws {
        var options = ConnectionOptions()
        options.statementTimeout = .milliseconds(50)
        let connection = try connected(options: options)
        let failed = failure { _ = try connection.query("SELECT pg_sleep(60)", by: .soon) }
        #expect(failed?.state == .queryCanceled)
        #expect(failed?.kind == .transient)
        #expect(connection.isOpen)
    }

    @Test("A session that an administrator ends says so")
    func terminated() throws {
        let (connection, killer) = (try connected(), try connected())
        _ = try killer.query(
            "SELECT pg_terminate_backend($1, 10000)", Parameters(connection.backendPID), by: .soon)
        let failed = failure { _ = try connection.query("SELECT 1", by: .soon) }
        #expect(failed?.state == .adminShutdown)
        #expect(failed?.kind == .connection)
        #expect(!connection.isOpen)
    }

    @Test("A server that is killed in the middle of a statement ends the call")
    func serverKilled() async throws {
        let postgres = try ThrowawayPostgres()
        let session = try Session(postgres.conninfo)
        let observer = try Session(postgres.conninfo)
        let pid = try await session.run { $0.backendPID }
        async let failed = session.run { connection in
            failure { _ = try connection.query("SELECT pg_sleep(60)", by: .soon) }
        }
        try await observer.wait(
            until: """
                SELECT count(*) FROM pg_stat_activity WHERE pid = $1 AND wait_event = 'PgSleep'
                """, Parameters(pid), is: 1)
        postgres.stop()
        #expect(try await failed?.kind == .connection)
        #expect(failure { _ = try postgres.connect() }?.kind == .connection)
    }

    @Test("COPY, which cannot be ended in bounded time, is refused")
    func copy() throws {
        let connection = try connected()
        let failed = failure {
            try connection.run(script: "COPY (SELECT 1) TO STDOUT", by: .soon)
        }
        #expect(failed?.kind == .permanent)
        #expect(!connection.isOpen)
    }
}
