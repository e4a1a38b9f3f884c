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
            Figure(.backlog, "ratio of the rates", full.rate / empty.rate, "", aim: .atLeast(0.9)),
            Figure(
                .backlog, "ratio of the CPU", full.cost / empty.cost, "", aim: .atMost(1.1)),
            Figure(
                .backlog, "settlements from the backlog", settled / spent.seconds, "referrals/s"),
            Figure(
                .backlog, "CPU of daemon and database for these",
                (spent.daemon + spent.database) / settled, "µs/referral"),
        ]
    }

    private func rate(
        _ bench: Workbench, _ load: Load, _ senders: [Sender]
    ) async throws -> (rate: Double, cost: Double) {
        let before = bench.meter.usage()
        let (count, _) = try await load.submit(
            settings.count, over: senders, window: 64, within: settings.time)
        let spent = bench.meter.usage() - before
        return (Double(count) / spent.seconds, (spent.daemon + spent.database) / Double(count))
    }

    /// The cycle while somebody else's transaction keeps the database from forgetting rows.
    func xmin(_ bench: Workbench) async throws -> [Figure] {
        let load = Load(on: bench)
        let senders = try await senders(8, on: bench)
        try await load.receive(on: try await receivers(on: bench), window: 64)
        let warm = try await warmUp(bench, load, senders)
        try await load.awaitDelivered(warm, within: settings.time)
        let free = try await runCycle(bench, load, senders, delivered: warm)
        let other = try bench.connectToDatabase()
        try other.run(
            script: """
                BEGIN ISOLATION LEVEL REPEATABLE READ;
                SELECT count(*) FROM throughcare.schema_version;
                SELECT pg_current_xact_id();
                """, by: .after(.seconds(10)))
        let until = ContinuousClock.now + settings.hold
        var delivered = warm + free.count
        var held = try await runCycle(bench, load, senders, delivered: delivered)
        while ContinuousClock.now < until {
            delivered += held.count
            held = try await runCycle(bench, load, senders, delivered: delivered)
        }
        try other.run(script: "ROLLBACK", by: .after(.seconds(10)))
        other.close()
        let rates = [free, held].map { Double($0.count) / $0.spent.seconds }
        let costs = [free, held].map {
            ($0.spent.daemon + $0.spent.database) / Double($0.count)
        }
        return [
            Figure(.xmin, "cycles, free", rates[0], "referrals/s"),
            Figure(.xmin, "cycles, held for \(settings.hold)", rates[1], "referrals/s"),
            Figure(.xmin, "ratio of the rates", rates[1] / rates[0], "", aim: .atLeast(0.9)),
            Figure(.xmin, "ratio of the CPU", costs[1] / costs[0], "", aim: .atMost(1.1)),
        ]
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
