import AgencyClient
import NIOCore

// Referrals on their way.
extension ScenarioRun {
    /// Confirms per second with many senders and no receiver, beside what the database alone does.
    func confirm(_ bench: Workbench) async throws -> [Figure] {
        let load = Load(on: bench)
        let senders = try await senders(8, on: bench)
        _ = try await warmUp(bench, load, senders)
        let before = bench.meter.usage()
        let (count, latencies) = try await load.submit(
            settings.count, over: senders, window: 64, within: settings.time)
        let spent = bench.meter.usage() - before
        let rate = Double(count) / spent.seconds
        var figures = [Figure(.confirm, "confirms", rate, "referrals/s", aim: .atLeast(11_000))]
        figures += latency(.confirm, "confirm", latencies)
        figures += cost(.confirm, spent, per: count)
        if let daemon = bench.meter.daemonMemory(), let database = bench.meter.databaseMemory() {
            figures += [
                Figure(.confirm, "RSS of the daemon", Double(daemon.resident) / 1_024, "MiB"),
                Figure(
                    .confirm, "PSS of the daemon", Double(daemon.proportional) / 1_024, "MiB"),
                Figure(
                    .confirm, "PSS of the database", Double(database.proportional) / 1_024,
                    "MiB"),
            ]
        }
        return try figures
            + replay(.confirm, bench, batch: 64, against: rate, aim: .atLeast(0.5))
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
        let rate = Double(count) / spent.seconds
        return try [Figure(.single, "confirms", rate, "referrals/s", aim: .atLeast(1_500))]
            + latency(.single, "confirm", latencies) + cost(.single, spent, per: count)
            + replay(.single, bench, batch: 1, against: rate, aim: .atLeast(0.6))
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
            median: .atMost(1))
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
        return [Figure(.cycle, "cycles", Double(count) / spent.seconds, "referrals/s")]
            + cost(.cycle, spent, per: count)
            + [
                Figure(
                    .cycle, "CPU of daemon and database",
                    (spent.daemon + spent.database) / Double(count), "µs/referral",
                    aim: .atMost(150))
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
                .settle, "settlements", Double(count) / spent.seconds, "referrals/s",
                aim: .atLeast(20_000))
        ] + cost(.settle, spent, per: count)
    }
}
