import Foundation
import Glibc
import Synchronization
import Testing

@testable import LibPQ

@Suite("A wait for the server")
struct WaitingTests {
    /// A lock that somebody holds until the test's session has said that it waits for it.
    private final class HeldLock: Sendable {
        let key: Int64
        private let holder: Int32
        /// Whether the wait has begun that the test is about.
        private let isArmed = Mutex(false)
        private let told = Mutex(0)

        /// - Parameter connection: keeps the lock.
        init(_ key: Int64, by connection: Connection) throws {
            self.key = key
            holder = connection.backendPID
            _ = try connection.query("SELECT pg_advisory_lock($1)", Parameters(key), by: .soon)
        }

        var options: ConnectionOptions {
            var options = ConnectionOptions()
            options.onWait = { [self] in
                guard isArmed.withLock({ $0 }) else { return }
                told.withLock { $0 += 1 }
                guard let connection = try? connected() else { return }
                _ = try? connection.query(
                    "SELECT pg_terminate_backend($1)", Parameters(holder), by: .soon)
            }
            return options
        }

        func arm() { isArmed.withLock { $0 = true } }

        var wasTold: Bool { told.withLock { $0 > 0 } }
    }

    @Test("is told of while a statement waits for a lock")
    func statement() throws {
        let holder = try connected()
        let lock = try HeldLock(7001, by: holder)
        let connection = try connected(options: lock.options)
        lock.arm()
        _ = try connection.query("SELECT pg_advisory_lock($1)", Parameters(lock.key), by: .soon)
        #expect(lock.wasTold)
    }

    @Test("is told of while a COMMIT waits, which nothing bounds")
    func commit() throws {
        let holder = try connected()
        let lock = try HeldLock(7002, by: holder)
        let connection = try connected(options: lock.options)
        try connection.run(
            script: """
                CREATE TEMPORARY TABLE t (n int);
                CREATE FUNCTION pg_temp.hold() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN PERFORM pg_advisory_xact_lock(\(lock.key)); RETURN NULL; END $$;
                CREATE CONSTRAINT TRIGGER hold AFTER INSERT ON t
                    DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW EXECUTE FUNCTION pg_temp.hold();
                """, by: .soon)
        try connection.begin(by: .soon)
        _ = try connection.query("INSERT INTO t VALUES (1)", by: .soon)
        lock.arm()
        #expect(connection.commit() == .committed)
        #expect(lock.wasTold)
    }

    @Test("is told of while a connection comes about, and is over at its own bound")
    func connect() throws {
        let silent = try SilentServer()
        let told = Mutex(0)
        var options = ConnectionOptions()
        options.connectTimeout = .milliseconds(600)
        options.onWait = { told.withLock { $0 += 1 } }
        let failed = failure {
            _ = try Connection(Conninfo(silent.conninfo), options: options, by: .soon)
        }
        #expect(failed == .timedOut(operation: "connect"))
        #expect(told.withLock { $0 } > 0)
    }

    @Test("for a host that is silent gives the next one its turn")
    func nextHost() throws {
        let silent = try SilentServer()
        let postgres = try ThrowawayPostgres.shared.get()
        var options = ConnectionOptions()
        options.connectTimeout = .milliseconds(500)
        let hosts = "\(silent.directory),\(postgres.directory)"
        let connection = try Connection(
            Conninfo("host=\(hosts) user=postgres dbname=postgres"), options: options, by: .soon)
        #expect(connection.isOpen)
    }

    @Test(
        "has the bound that the connection string gives it",
        arguments: [
            ("connect_timeout=1", Duration.seconds(2)), ("connect_timeout=7", .seconds(7)),
            ("connect_timeout=0", .seconds(10)), ("dbname=d", .seconds(10)),
        ])
    func bound(conninfo: String, bound: Duration) throws {
        #expect(try ConnectionOptions().connectTimeout(for: Conninfo(conninfo)) == bound)
    }
}

/// Takes connections, and never says a word.
private final class SilentServer {
    let directory: String
    private let listener: Int32

    init() throws {
        directory =
            FileManager.default.temporaryDirectory.path + "/silent-"
            + UUID().uuidString.prefix(8)
        try FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: false)
        listener = try CuttingProxy.listen(at: directory + "/.s.PGSQL.5432")
    }

    var conninfo: String { "host=\(directory) user=u" }

    deinit {
        close(listener)
        try? FileManager.default.removeItem(atPath: directory)
    }
}
