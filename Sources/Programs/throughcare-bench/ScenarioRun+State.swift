import AgencyClient
import LibPQ
import NIOCore

// What a broker's state, or its database's, does to it.
extension ScenarioRun {
    /// Confirms and settlements while nothing waits, and while much does.
    func backlog(_ bench: Workbench) async throws -> [Figure] {
        let load = Load(on: bench)
        let senders = try await senders(8, on: bench)
        _ = try await warmUp(bench, load, senders)
        let empty = try await rate(bench, load, senders)
        _ = try await load.submit(
            settings.backlog, over: senders, window: 64, within: .minutes(30))
        let full = try await rate(bench, load, senders)
        // What waits is older than any memory: each comes from the database.
        try await load.receive(on: try await receivers(on: bench), window: 64)
        try await load.awaitDelivered(settings.count, within: settings.time * 4)
        let before = bench.meter.usage()
        let delivered = settings.count * 2
        try await load.awaitDelivered(delivered, within: settings.time * 4)
        let spent = bench.meter.usage() - before
        let settled = Double(delivered - settings.count)
        return [
            Figure(.backlog, "confirms, empty", empty.rate, "referrals/s"),
            Figure(.backlog, "confirms, \(settings.backlog) wait", full.rate, "referrals/s"),
        ] + ratios(.backlog, of: full, to: empty) + [
            Figure(
                .backlog, "settlements from the backlog", settled / spent.seconds, "referrals/s"),
            Figure(
                .backlog, "CPU of daemon and database for these",
                (spent.daemon + spent.database) / settled, "µs/referral"),
        ]
    }

    /// What a number of referrals took.
    private struct Pace {
        let rate: Double
        let daemon: Double
        let database: Double
        let generator: Double

        var cost: Double { daemon + database }

        init(_ count: Int, _ spent: Spent) {
            rate = Double(count) / spent.seconds
            daemon = spent.daemon / Double(count)
            database = spent.database / Double(count)
            generator = spent.generator / Double(count)
        }
    }

    private func rate(
        _ bench: Workbench, _ load: Load, _ senders: [Sender]
    ) async throws -> Pace {
        let before = bench.meter.usage()
        let (count, _) = try await load.submit(
            settings.count, over: senders, window: 64, within: settings.time)
        return Pace(count, bench.meter.usage() - before)
    }

    /// A shared machine grows slower under a load that lasts. The generator does the same for each
    /// referral all the time, so that its own CPU tells by how much; the aims are for what is left.
    private func ratios(_ scenario: Scenario, of later: Pace, to earlier: Pace) -> [Figure] {
        let drift = later.generator / earlier.generator
        return [
            Figure(scenario, "ratio of the generator's CPU: the machine", drift, ""),
            Figure(scenario, "ratio of the rates, as measured", later.rate / earlier.rate, ""),
            Figure(
                scenario, "ratio of the rates, less the machine's",
                later.rate / earlier.rate * drift, "", aim: .atLeast(0.9)),
            Figure(scenario, "ratio of the daemon's CPU", later.daemon / earlier.daemon, ""),
            Figure(scenario, "ratio of the database's CPU", later.database / earlier.database, ""),
            Figure(
                scenario, "ratio of the CPU, less the machine's",
                later.cost / earlier.cost / drift, "", aim: .atMost(1.1)),
        ]
    }

    /// The cycle while somebody else's transaction keeps the database from forgetting rows.
    func xmin(_ bench: Workbench) async throws -> [Figure] {
        let load = Load(on: bench)
        let senders = try await senders(8, on: bench)
        try await load.receive(on: try await receivers(on: bench), window: 64)
        let warm = try await warmUp(bench, load, senders)
        try await load.awaitDelivered(warm, within: settings.time)
        // As long without as with it: caches fill and tables grow in the meantime.
        var delivered = warm
        let free = try await runCycles(bench, load, senders, delivered: &delivered)
        let other = try bench.connectToDatabase()
        try other.run(
            script: """
                BEGIN ISOLATION LEVEL REPEATABLE READ;
                SELECT count(*) FROM throughcare.schema_version;
                SELECT pg_current_xact_id();
                """, by: .after(.seconds(10)))
        let held = try await runCycles(bench, load, senders, delivered: &delivered)
        try other.run(script: "ROLLBACK", by: .after(.seconds(10)))
        other.close()
        let (before, after) = (Pace(free.count, free.spent), Pace(held.count, held.spent))
        return [
            Figure(.xmin, "cycles, free", before.rate, "referrals/s"),
            Figure(.xmin, "cycles, held for \(settings.hold)", after.rate, "referrals/s"),
        ] + ratios(.xmin, of: after, to: before)
    }

    /// Runs the cycle again and again for as long as the transaction is held, and tells of the
    /// last.
    private func runCycles(
        _ bench: Workbench, _ load: Load, _ senders: [Sender], delivered: inout Int
    ) async throws -> (count: Int, spent: Spent) {
        let until = ContinuousClock.now + settings.hold
        while true {
            let cycle = try await runCycle(bench, load, senders, delivered: delivered)
            delivered += cycle.count
            if ContinuousClock.now >= until { return cycle }
        }
    }

    /// What a connection costs that has sent one message and says nothing more.
    func idle(_ bench: Workbench) async throws -> [Figure] {
        let load = Load(on: bench)
        _ = try await warmUp(bench, load, try await senders(8, on: bench))
        try await bench.pause(.seconds(1))
        guard let before = bench.meter.daemonMemory() else {
            throw BenchError("the daemon's memory cannot be read")
        }
        let cpu = bench.meter.usage()
        let senders = try await senders(settings.connections, on: bench)
        let connecting = bench.meter.usage() - cpu
        _ = try await load.submit(
            senders.count, over: senders, window: 1, within: settings.time)
        try await bench.pause(.seconds(2))
        guard let after = bench.meter.daemonMemory() else {
            throw BenchError("the daemon's memory cannot be read")
        }
        let number = Double(settings.connections)
        return [
            Figure(
                .idle, "PSS for a connection",
                Double(after.proportional - before.proportional) / number, "KiB",
                aim: .atMost(40)),
            Figure(.idle, "CPU of the daemon to connect", connecting.daemon / number, "µs"),
        ]
    }

    /// From exec to the first connection taken.
    func start(_ bench: Workbench) async throws -> [Figure] {
        func milliseconds(_ time: Duration) -> Double {
            Double(time.components.seconds) * 1e3 + Double(time.components.attoseconds) / 1e15
        }
        let cold = try await bench.startDaemon()
        bench.killDaemon()
        let running = try await bench.startDaemon()
        let load = Load(on: bench)
        _ = try await load.submit(
            settings.backlog, over: try await senders(8, on: bench), window: 64,
            within: .minutes(30))
        bench.killDaemon()
        let full = try await bench.startDaemon()
        return [
            Figure(.start, "with the database to start", milliseconds(cold), "ms"),
            Figure(
                .start, "database running", milliseconds(running), "ms", aim: .atMost(300)),
            Figure(
                .start, "killed, \(settings.backlog) wait", milliseconds(full), "ms",
                aim: .atMost(2_000)),
        ]
    }
}
