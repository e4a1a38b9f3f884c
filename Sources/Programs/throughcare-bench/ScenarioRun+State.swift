import AgencyClient
import LibPQ
import NIOCore

// What a broker's state, or its database's, does to it.
extension ScenarioRun {
    /// Confirms while nothing waits, and while much does.
    func backlog(_ bench: Workbench) async throws -> [Figure] {
        let load = Load(on: bench)
        let senders = try await senders(8, on: bench)
        _ = try await warmUp(bench, load, senders)
        let empty = try await rate(bench, load, senders)
        _ = try await load.submit(
            settings.backlog, over: senders, window: 64, within: settings.time * 20)
        let full = try await rate(bench, load, senders)
        return [
            Figure(.backlog, "confirms, empty", empty.rate, "referrals/s"),
            Figure(.backlog, "confirms, \(settings.backlog) wait", full.rate, "referrals/s"),
            Figure(.backlog, "ratio of the rates", full.rate / empty.rate, "", aim: .atLeast(0.8)),
            Figure(
                .backlog, "ratio of the CPU", full.cost / empty.cost, "", aim: .atMost(1.15)),
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
        var delivered = warm + free.count
        var held = try await runCycle(bench, load, senders, delivered: delivered)
        for _ in 0..<2 {
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
            Figure(.xmin, "cycles, held", rates[1], "referrals/s"),
            Figure(.xmin, "ratio of the rates", rates[1] / rates[0], "", aim: .atLeast(0.8)),
            Figure(.xmin, "ratio of the CPU", costs[1] / costs[0], "", aim: .atMost(1.15)),
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
                aim: .atMost(48)),
            Figure(
                .idle, "CPU of the daemon to connect", connecting.daemon / number, "µs",
                aim: .atMost(2_500)),
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
            within: settings.time * 20)
        bench.killDaemon()
        let full = try await bench.startDaemon()
        return [
            Figure(.start, "with the database to start", milliseconds(cold), "ms"),
            Figure(
                .start, "database running", milliseconds(running), "ms", aim: .atMost(500)),
            Figure(
                .start, "killed, \(settings.backlog) wait", milliseconds(full), "ms",
                aim: .atMost(2_000)),
        ]
    }
}
