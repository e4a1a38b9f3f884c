import Foundation
import LibPQ
import Testing

@Suite("An actor with a connection has a thread of its own")
struct ConnectionExecutorTests {
    /// The name that the kernel has for the calling thread.
    private static func threadName() -> String {
        let name = try? String(contentsOfFile: "/proc/thread-self/comm", encoding: .utf8)
        return name?.trimmingCharacters(in: .newlines) ?? ""
    }

    private static func threadNames() -> [String] {
        let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")) ?? []
        return tasks.compactMap { task in
            try? String(contentsOfFile: "/proc/self/task/\(task)/comm", encoding: .utf8)
                .trimmingCharacters(in: .newlines)
        }
    }

    private var conninfo: String {
        get throws { try ThrowawayPostgres.shared.get().conninfo }
    }

    @Test("Its jobs run there, one after the other, and nowhere else")
    func ownThread() async throws {
        let session = try Session(try conninfo, threadName: "pq-of-this-test-only")
        for _ in 0..<3 {
            let name = try await session.run { _ in Self.threadName() }
            #expect(name == "pq-of-this-test")
        }
        #expect(Self.threadName() != "pq-of-this-test")
    }

    @Test("Many blocked connections leave the cooperative pool free")
    func poolStaysFree() async throws {
        let key: Int64 = 7_364
        let conninfo = try conninfo
        let holder = try Session(conninfo)
        let lock = Parameters(key)
        try await holder.query("SELECT pg_advisory_lock($1)", lock)
        // More than the pool has threads: if they waited there, nobody could unlock.
        let sessions = try (0..<12).map { _ in try Session(conninfo) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for session in sessions {
                group.addTask {
                    try await session.run { connection in
                        _ = try connection.query("SELECT pg_advisory_lock($1)", lock, by: .soon)
                        connection.close()
                    }
                }
            }
            try await holder.wait(
                until: "SELECT count(*) FROM pg_locks WHERE objid = $1 AND NOT granted", lock,
                is: Int64(sessions.count))
            try await holder.query("SELECT pg_advisory_unlock($1)", lock)
            try await group.waitForAll()
        }
    }

    @Test("Its thread ends with it")
    func threadEnds() async throws {
        let conninfo = try conninfo
        try await Session(conninfo, threadName: "pq-short-lived").run { _ in
            #expect(Self.threadNames().contains("pq-short-lived"))
        }
        let deadline = Deadline.soon
        while Self.threadNames().contains("pq-short-lived") {
            try #require(deadline.instant > .now)
            await Task.yield()
        }
    }

    @Test("Thousands of jobs from many tasks are all done")
    func manyJobs() async throws {
        actor Counter {
            private let executor: ConnectionExecutor
            private(set) var count = 0
            nonisolated var unownedExecutor: UnownedSerialExecutor {
                executor.asUnownedSerialExecutor()
            }
            init() throws { executor = try ConnectionExecutor(name: "counter") }
            func increment() { count += 1 }
        }
        let counter = try Counter()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<20 {
                group.addTask { for _ in 0..<200 { await counter.increment() } }
            }
        }
        #expect(await counter.count == 4_000)
        await counter.assumeOnItsThread()
    }
}

extension Actor {
    fileprivate func assumeOnItsThread() {
        assertIsolated()
    }
}
