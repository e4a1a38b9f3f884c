import Foundation
import Synchronization
import Testing

@testable import EmbeddedPostgreSQL

private let programs = "/usr/lib/postgresql/15/bin"

/// A state directory in `/tmp`; what runs in it is stopped, and it is removed, with the value.
private final class Place: Sendable {
    let state: String
    let events = Mutex<[EmbeddedPostgreSQL.Event]>([])

    init() {
        state = "/tmp/throughcare-pg-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    }

    deinit {
        if let pid { kill(pid, SIGKILL) }
        try? FileManager.default.removeItem(atPath: state)
    }

    var configuration: EmbeddedPostgreSQLConfiguration {
        var configuration = EmbeddedPostgreSQLConfiguration(
            stateDirectory: state, name: "through-care")
        configuration.sharedBuffers = 16
        return configuration
    }

    func database() -> EmbeddedPostgreSQL {
        EmbeddedPostgreSQL(configuration) { event in self.events.withLock { $0.append(event) } }
    }

    func takeEvents() -> [EmbeddedPostgreSQL.Event] {
        events.withLock { events in
            defer { events = [] }
            return events
        }
    }

    /// Of the postmaster, by its file.
    var pid: Int32? {
        guard
            let text = try? String(
                contentsOfFile: state + "/postgres/postmaster.pid", encoding: .utf8)
        else { return nil }
        return PostmasterFile(text)?.pid
    }
}

/// A program's output, without the line break at its end.
private func output(of program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines)
}

private func query(_ sql: String, _ started: EmbeddedPostgreSQL.Started) throws -> String {
    try output(of: "\(programs)/psql", [started.conninfo, "-XAtqc", sql])
}

private var soon: ContinuousClock.Instant { .now + .seconds(60) }

@Suite("The embedded PostgreSQL as root", .enabled(if: geteuid() == 0))
struct EmbeddedPostgreSQLAsRootTests {
    @Test("is refused")
    func refused() {
        #expect(throws: EmbeddedPostgreSQLError.runAsRoot) {
            try Place().database().start(deadline: soon)
        }
    }
}

@Suite("The embedded PostgreSQL", .enabled(if: geteuid() != 0), .serialized)
struct EmbeddedPostgreSQLTests {
    @Test("makes its cluster, stops, starts again, is adopted, and is started after it died")
    func life() throws {
        let place = Place()
        var database = place.database()

        // The first start.
        var started = try database.start(deadline: soon)
        #expect(!started.wasAdopted)
        #expect(database.isAlive)
        #expect(place.takeEvents().first == .clusterCreated(major: started.major))
        #expect(try query("select current_database()", started) == "through-care")
        try checkSettings(of: started)
        #expect(getsid(started.pid) == started.pid, "it has a session of its own")
        #expect(try query("create table t as select 7 as n", started).isEmpty)

        // The stop.
        try database.stop(deadline: soon)
        #expect(!database.isAlive)
        #expect(kill(started.pid, 0) == -1, "no zombie is left")
        #expect(place.takeEvents().last == .stopped(immediately: false))

        // Another start, and the daemon is killed: its lock is gone, the server is there.
        started = try database.start(deadline: soon)
        guard case .started(started.pid, after: _)? = place.takeEvents().last else {
            Issue.record("no event of the start")
            return
        }
        #expect(try query("select n from t", started) == "7")
        database = place.database()
        let adopted = try database.start(deadline: soon)
        #expect(adopted.wasAdopted)
        #expect(adopted.pid == started.pid)
        #expect(adopted.conninfo == started.conninfo)
        #expect(place.takeEvents() == [.adopted(pid: started.pid)])
        #expect(try query("select n from t", adopted) == "7")

        // The server is killed; what is left of it has to end before the next one starts.
        #expect(database.waitForExit(deadline: .now) == nil)
        kill(adopted.pid, SIGKILL)
        let exit = try #require(database.waitForExit(deadline: soon))
        #expect(exit.pid == adopted.pid && !exit.wasAsked)
        #expect(!database.isAlive)
        let restarted = try database.restart(deadline: soon)
        #expect(restarted.pid != adopted.pid && !restarted.wasAdopted)
        #expect(place.takeEvents().last == .restarted(count: 1))
        #expect(try query("select n from t", restarted) == "7")

        // A child that is killed tells how.
        kill(restarted.pid, SIGKILL)
        #expect(database.waitForExit(deadline: soon)?.status == .killed(signal: SIGKILL))
        let last = try database.restart(deadline: soon)
        #expect(place.takeEvents().last == .restarted(count: 2))

        try stop(database, pid: last.pid)
    }

    private func checkSettings(of started: EmbeddedPostgreSQL.Started) throws {
        let settings = """
            select string_agg(name || '=' || setting, ' ' order by name) from pg_settings where name
            in ('listen_addresses', 'fsync', 'jit', 'wal_compression', 'data_checksums', 'TimeZone',
            'server_encoding', 'lc_collate', 'unix_socket_permissions', 'log_error_verbosity')
            """
        #expect(
            try query(settings, started)
                == "TimeZone=UTC data_checksums=on fsync=on jit=off lc_collate=C.UTF-8 "
                + "listen_addresses= log_error_verbosity=terse server_encoding=UTF8 "
                + "unix_socket_permissions=0700 wal_compression=lz4")
        #expect(
            try query("select count(*) from pg_hba_file_rules where auth_method <> 'peer'", started)
                == "0")
    }

    /// It is stopped while another thread waits.
    private func stop(_ database: EmbeddedPostgreSQL, pid: Int32) throws {
        let waiter = WaitingThread { [database] in database.waitForExit(deadline: soon) }
        try database.stop(deadline: soon)
        #expect(
            waiter.result()
                == EmbeddedPostgreSQL.Exit(
                    pid: pid, status: .exited(code: 0), wasAsked: true))
        #expect(database.waitForExit(deadline: soon)?.pid == pid)
        #expect(throws: EmbeddedPostgreSQLError.notStarted) {
            try database.restart(deadline: soon)
        }
    }

    @Test("takes over after a postmaster.pid of a dead, another, or no process")
    func staleFiles() throws {
        let place = Place()
        let database = place.database()
        _ = try database.start(deadline: soon)
        try database.stop(deadline: soon)
        let data = place.state + "/postgres"
        let run = place.state + "/run"
        let dead = try output(of: "/bin/sh", ["-c", "echo $$"])
        for (pid, reason) in [("\(getpid())", "reused"), (dead, "ended"), ("", "garbled")] {
            _ = place.takeEvents()
            let text = "\(pid)\n\(data)\n1763888400\n5432\n\(run)\n\n  1 2\nready   \n"
            try text.write(
                toFile: data + "/postmaster.pid", atomically: false, encoding: .utf8)
            try text.write(
                toFile: run + "/.s.PGSQL.5432.lock", atomically: false, encoding: .utf8)
            let started = try database.start(deadline: soon)
            #expect(
                place.takeEvents().first
                    == .staleFileRemoved(pid: Int32(pid), reason: reason))
            #expect(try query("select 1", started) == "1")
            try database.stop(deadline: soon)
        }
    }

    @Test("does not mind a socket's lock that was left alone, whoever has its number now")
    func staleLock() throws {
        let place = Place()
        let database = place.database()
        _ = try database.start(deadline: soon)
        try database.stop(deadline: soon)
        let text = "\(getpid())\n\(place.state)/postgres\n1763888400\n5432\n\(place.state)/run\n"
        try text.write(
            toFile: place.state + "/run/.s.PGSQL.5432.lock", atomically: false, encoding: .utf8)
        let started = try database.start(deadline: soon)
        #expect(try query("select 1", started) == "1")
        try database.stop(deadline: soon)
    }

    @Test("keeps values out of its log, whether they are in an error, its detail or a statement")
    func discreetLog() throws {
        let place = Place()
        let database = place.database()
        let started = try database.start(deadline: soon)
        _ = try query("create table t (name text unique, check (name <> 's3cret-2'))", started)
        for sql in [
            "insert into t values ('s3cret')", "insert into t values ('s3cret')",
            "insert into t values ('s3cret-2')", "select 's3cret'::int",
            "do $$ begin raise warning 's3cret'; end $$",
        ] { _ = try query(sql, started) }
        try database.stop(deadline: soon)
        let log = try String(contentsOfFile: place.state + "/postgres.log", encoding: .utf8)
        #expect(log.contains("database system is shut down"))
        #expect(!log.contains("s3cret"), "\(log)")
    }

    @Test("adopts a server that is no child of the daemon, and sees its end")
    func orphan() throws {
        let place = Place()
        let database = place.database()
        _ = try database.start(deadline: soon)
        try database.stop(deadline: soon)
        // Foundation's Process would wait for the server, too.
        _ = try Program.run(
            "\(programs)/pg_ctl",
            ["start", "-w", "-D", place.state + "/postgres", "-l", "/dev/null"], deadline: soon)
        let started = try database.start(deadline: soon)
        #expect(started.wasAdopted && started.pid == place.pid)
        #expect(try query("select 1", started) == "1")
        kill(started.pid, SIGKILL)
        #expect(
            database.waitForExit(deadline: soon)
                == EmbeddedPostgreSQL.Exit(pid: started.pid, status: .unknown, wasAsked: false))
        let restarted = try database.restart(deadline: soon)
        #expect(try query("select 1", restarted) == "1")
        try database.stop(deadline: soon)
    }

    @Test("stops a server that is stopping already or listens elsewhere, and starts its own")
    func replaces() throws {
        let place = Place()
        var first: EmbeddedPostgreSQL? = place.database()
        let started = try #require(try first?.start(deadline: soon))
        var elsewhere = place.configuration
        elsewhere.socketDirectory = place.state + "/other run"
        let events = Mutex<[EmbeddedPostgreSQL.Event]>([])
        first = nil  // lets go of the state directory, as the end of a daemon does
        var second: EmbeddedPostgreSQL? = EmbeddedPostgreSQL(elsewhere) { event in
            events.withLock { $0.append(event) }
        }
        let replaced = try #require(try second?.start(deadline: soon))
        #expect(!replaced.wasAdopted && replaced.pid != started.pid)
        #expect(events.withLock { $0.first } == .replacing(pid: started.pid))
        #expect(try query("select 1", replaced) == "1")
        // A smart shutdown waits for clients for ever; systemd's SIGTERM is one.
        let client = Process()
        client.executableURL = URL(fileURLWithPath: "\(programs)/psql")
        client.arguments = [replaced.conninfo, "-Xqc", "select pg_sleep(600)"]
        client.standardError = FileHandle.nullDevice
        try client.run()
        defer { client.waitUntilExit() }
        while try query(
            "select count(*) from pg_stat_activity where query like '%sleep(600)%'"
                + " and pid <> pg_backend_pid()", replaced) != "1"
        {}
        kill(replaced.pid, SIGTERM)
        while PostmasterFile(
            try String(contentsOfFile: place.state + "/postgres/postmaster.pid", encoding: .utf8))?
            .status != .stopping
        {}
        second = nil
        let third = EmbeddedPostgreSQL(elsewhere)
        let again = try third.start(deadline: soon)
        #expect(again.pid != replaced.pid && !again.wasAdopted)
        try third.stop(deadline: soon)
    }

    @Test("repairs a first start that was interrupted, and a foreign directory it leaves alone")
    func directories() throws {
        let place = Place()
        let files = FileManager.default
        let draft = place.state + "/postgres.new.abc/base"
        try files.createDirectory(atPath: draft, withIntermediateDirectories: true)
        try files.createSymbolicLink(atPath: draft + "/link", withDestinationPath: "/etc")
        chmod(place.state, 0o755)
        let database = place.database()
        let started = try database.start(deadline: soon)
        #expect(try query("select 1", started) == "1")
        try database.stop(deadline: soon)
        #expect(
            try Set(files.contentsOfDirectory(atPath: place.state))
                == ["lock", "postgres", "postgres.log", "run"])
        #expect(files.fileExists(atPath: "/etc/passwd"))
        let mode = try files.attributesOfItem(atPath: place.state)[.posixPermissions] as? Int
        #expect(mode == 0o700)

        let data = place.state + "/postgres"
        try "14\n".write(toFile: data + "/PG_VERSION", atomically: false, encoding: .utf8)
        #expect(throws: EmbeddedPostgreSQLError.self) { try database.start(deadline: soon) }
        try "15\n".write(toFile: data + "/PG_VERSION", atomically: false, encoding: .utf8)
        unlink(data + "/embedded.marker")
        #expect(
            throws: EmbeddedPostgreSQLError.foreignCluster(
                path: data,
                reason: "is a cluster of PostgreSQL that the daemon did not make")
        ) { try database.start(deadline: soon) }
        #expect(files.fileExists(atPath: data + "/base"))
    }

    @Test("is had by one daemon at a time, and the second learns who has it")
    func locked() throws {
        let place = Place()
        let first = place.database()
        _ = try first.start(deadline: soon)
        #expect(
            throws: EmbeddedPostgreSQLError.locked(path: place.state + "/lock", pid: getpid())
        ) { try place.database().start(deadline: soon) }
        try first.stop(deadline: soon)
        let second = place.database()
        _ = try second.start(deadline: soon)
        try second.stop(deadline: soon)
    }

    @Test("that cannot start shows the end of its log, and can be started when that is mended")
    func endsAtStart() throws {
        let place = Place()
        let database = place.database()
        _ = try database.start(deadline: soon)
        try database.stop(deadline: soon)
        let override = place.state + "/postgres/postgresql.auto.conf"
        try "max_connections = 0\n".write(toFile: override, atomically: false, encoding: .utf8)
        do throws(EmbeddedPostgreSQLError) {
            _ = try database.start(deadline: soon)
            Issue.record("started")
        } catch {
            guard case .endedAtStart(.exited(code: 1), let log) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(log.contains("max_connections"), "\(log)")
        }
        try "".write(toFile: override, atomically: false, encoding: .utf8)
        _ = try database.start(deadline: soon)
        try database.stop(deadline: soon)
    }

    @Test("that is not ready by the deadline goes on, and the next start waits on")
    func notReady() throws {
        let place = Place()
        let started = try place.database().start(deadline: soon)
        let file = place.state + "/postgres/postmaster.pid"
        let ready = try String(contentsOfFile: file, encoding: .utf8)
        try ready.replacingOccurrences(of: "ready   ", with: "starting")
            .write(toFile: file, atomically: false, encoding: .utf8)
        let database = place.database()
        #expect(throws: EmbeddedPostgreSQLError.notReady(pid: started.pid, status: "starting")) {
            try database.start(deadline: soon, patience: .milliseconds(100))
        }
        #expect(kill(started.pid, 0) == 0)
        // Nobody else gets it meanwhile.
        #expect(
            throws: EmbeddedPostgreSQLError.locked(path: place.state + "/lock", pid: getpid())
        ) { try place.database().start(deadline: soon) }
        #expect(throws: EmbeddedPostgreSQLError.notReady(pid: started.pid, status: "starting")) {
            try database.start(deadline: soon, patience: .zero)
        }
        try ready.write(toFile: file, atomically: false, encoding: .utf8)
        #expect(try database.start(deadline: soon).pid == started.pid)
        try database.stop(deadline: soon)
    }

    @Test(
        "refuses a directory for which there can be no socket or no connection string",
        arguments: [
            "/tmp/" + String(repeating: "x", count: 89), "/tmp/a,b", "/tmp/it's", "relative/path",
        ])
    func unusablePaths(path: String) throws {
        var configuration = Place().configuration
        configuration.socketDirectory = path
        do throws(EmbeddedPostgreSQLError) {
            _ = try EmbeddedPostgreSQL(configuration).start(deadline: soon)
            Issue.record("started")
        } catch {
            guard case .unusablePath = error else {
                Issue.record("\(error)")
                return
            }
        }
    }

    @Test("takes a socket path of exactly the longest length")
    func longestSocketPath() throws {
        var configuration = Place().configuration
        let longest = "/tmp/" + String(repeating: "x", count: 107 - 5 - "/.s.PGSQL.5432".utf8.count)
        configuration.socketDirectory = longest
        try configuration.check()
        configuration.socketDirectory = longest + "x"
        #expect(throws: EmbeddedPostgreSQLError.self) { try configuration.check() }
    }

    @Test("refuses a socket directory that others can write, and a state directory that is a file")
    func openDirectories() throws {
        var configuration = Place().configuration
        configuration.socketDirectory = "/tmp"
        #expect(throws: EmbeddedPostgreSQLError.self) {
            try EmbeddedPostgreSQL(configuration).start(deadline: soon)
        }
        let file = EmbeddedPostgreSQLConfiguration(stateDirectory: "/etc/passwd", name: "d")
        #expect(throws: EmbeddedPostgreSQLError.self) {
            try EmbeddedPostgreSQL(file).start(deadline: soon)
        }
        try? FileManager.default.removeItem(atPath: configuration.stateDirectory)
    }
}

@Suite("A server that does not stop", .enabled(if: geteuid() != 0))
struct StubbornServerTests {
    @Test("is stopped at once when its time is over, and recovers at the next start")
    func immediately() throws {
        let place = Place()
        let database = place.database()
        let started = try database.start(deadline: soon)
        _ = try query("create table t as select 7 as n", started)
        let client = Process()
        client.executableURL = URL(fileURLWithPath: "\(programs)/psql")
        client.arguments = [started.conninfo, "-Xqc", "select pg_sleep(600)"]
        client.standardError = FileHandle.nullDevice
        try client.run()
        defer { client.waitUntilExit() }
        // A backend that hears nothing keeps a fast shutdown waiting.
        var backend: Int32?
        while backend == nil {
            let sql = """
                select pid from pg_stat_activity
                where query like '%sleep(600)%' and pid <> pg_backend_pid()
                """
            backend = Int32(try query(sql, started))
        }
        if let backend { kill(backend, SIGSTOP) }
        try database.stop(deadline: .now + .seconds(12))
        #expect(place.takeEvents().last == .stopped(immediately: true))
        #expect(try query("select n from t", database.start(deadline: soon)) == "7")
        try database.stop(deadline: soon)
    }
}

/// A thread whose result can be waited for.
private final class WaitingThread<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)
    private let done = DispatchSemaphore(value: 0)

    init(_ body: @escaping @Sendable () -> Value?) {
        Thread.detachNewThread { [self] in
            let result = body()
            value.withLock { $0 = result }
            done.signal()
        }
    }

    func result() -> Value? {
        done.wait()
        return value.withLock { $0 }
    }
}
