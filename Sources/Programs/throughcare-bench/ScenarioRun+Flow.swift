import AgencyClient
import NIOCore

// Referrals on their way.
extension ScenarioRun {
    /// Confirms per second with many senders and no receiver.
    func confirm(_ bench: Workbench, connections: Int, window: Int) async throws -> [Figure] {
        let load = Load(on: bench)
        let senders = try await senders(connections, on: bench)
        _ = try await warmUp(bench, load, senders)
        let before = bench.meter.usage()
        let (count, latencies) = try await load.submit(
            settings.count, over: senders, window: window, within: settings.time)
        let spent = bench.meter.usage() - before
        var figures = [
            Figure(
                .confirm, "confirms", Double(count) / spent.seconds, "referrals/s",
                aim: .atLeast(3_000))
        ]
        figures += latency(.confirm, "confirm", latencies, tail: .atMost(250))
        figures += cost(.confirm, spent, per: count)
        if let daemon = bench.meter.daemonMemory(), let database = bench.meter.databaseMemory() {
            figures += [
                Figure(.confirm, "RSS of the daemon", Double(daemon.resident) / 1_024, "MiB"),
                Figure(
                    .confirm, "PSS of the daemon", Double(daemon.proportional) / 1_024, "MiB",
                    aim: .atMost(128)),
                Figure(
                    .confirm, "PSS of the database", Double(database.proportional) / 1_024,
                    "MiB"),
            ]
        }
        return figures
    }

    /// One message at a time: what one commit takes.
    func single(_ bench: Workbench) async throws -> [Figure] {
        let load = Load(on: bench)
        let senders = try await senders(1, on: bench)
        _ = try await warmUp(bench, load, senders)
        let before = bench.meter.usage()
        let (count, latencies) = try await load.submit(
            min(settings.count, 3_000), over: senders, window: 1, within: settings.time)
        let spent = bench.meter.usage() - before
        return [
            Figure(.single, "confirms", Double(count) / spent.seconds, "referrals/s")
        ] + latency(.single, "confirm", latencies, median: .atMost(5), tail: .atMost(25))
            + cost(.single, spent, per: count)
    }

    /// From the moment at which a referral was due to be sent until it is delivered.
    func deliver(_ bench: Workbench) async throws -> [Figure] {
        let load = Load(on: bench)
        let senders = try await senders(4, on: bench)
        try await load.receive(on: try await receivers(on: bench), window: 64, measuring: true)
        let warm = try await warmUp(bench, load, senders)
        try await load.awaitDelivered(warm, within: settings.time)
        let rate = 500
        let before = bench.meter.usage()
        let (count, confirms) = try await load.submit(
            perSecond: rate, over: senders, for: .seconds(min(settings.seconds, 15)))
        try await load.awaitDelivered(warm + count, within: settings.time)
        let spent = bench.meter.usage() - before
        return latency(
            .deliver, "delivery at \(rate)/s", try await load.deliveryLatencies(),
            median: .atMost(10), tail: .atMost(50))
            + latency(.deliver, "confirm at \(rate)/s", confirms)
            + cost(.deliver, spent, per: count)
    }

    /// The whole way: sent, confirmed, delivered and settled.
    func cycle(_ bench: Workbench) async throws -> [Figure] {
        let load = Load(on: bench)
        let senders = try await senders(8, on: bench)
        try await load.receive(on: try await receivers(on: bench), window: 64)
        let warm = try await warmUp(bench, load, senders)
        try await load.awaitDelivered(warm, within: settings.time)
        let (count, spent) = try await runCycle(bench, load, senders, delivered: warm)
        return [
            Figure(
                .cycle, "cycles", Double(count) / spent.seconds, "referrals/s",
                aim: .atLeast(2_000))
        ]
            + cost(
                .cycle, spent, per: count, daemonAim: .atMost(150), databaseAim: .atMost(250))
            + [
                Figure(
                    .cycle, "CPU of daemon and database",
                    (spent.daemon + spent.database) / Double(count), "µs/referral",
                    aim: .atMost(400))
            ]
    }

    func runCycle(
        _ bench: Workbench, _ load: Load, _ senders: [Sender], delivered: Int
    ) async throws -> (count: Int, spent: Spent) {
        let before = bench.meter.usage()
        let (count, _) = try await load.submit(
            settings.count, over: senders, window: 64, within: settings.time)
        try await load.awaitDelivered(delivered + count, within: settings.time)
        return (count, bench.meter.usage() - before)
    }

    /// A backlog, taken as fast as it comes.
    func settle(_ bench: Workbench) async throws -> [Figure] {
        let load = Load(on: bench)
        let (count, _) = try await load.submit(
            settings.count, over: try await senders(8, on: bench), window: 64,
            within: settings.time * 4)
        let connections = try await receivers(on: bench)
        let before = bench.meter.usage()
        try await load.receive(on: connections, window: 64)
        try await load.awaitDelivered(count, within: settings.time)
        let spent = bench.meter.usage() - before
        return [
            Figure(
                .settle, "deliveries", Double(count) / spent.seconds, "referrals/s",
                aim: .atLeast(3_000))
        ] + cost(.settle, spent, per: count)
    }
}
