import AMQP10
import AgencyClient
import NIOCore
import NIOPosix
import OpenSSLTLS

// What one agency feels of another that misbehaves, and of strangers.
extension ScenarioRun {
    /// Confirms at a fixed rate: alone, and while strangers send garbage or nothing at all, and
    /// another agency connects again and again and sends what is refused.
    func hostile(_ bench: Workbench) async throws -> [Figure] {
        let load = Load(on: bench)
        let senders = try await senders(4, on: bench)
        _ = try await warmUp(bench, load, senders)
        let (rate, time) = (500, TimeAmount.seconds(min(settings.seconds, 15)))
        let (_, alone) = try await load.submit(perSecond: rate, over: senders, for: time)
        guard let before = bench.meter.daemonMemory() else {
            throw BenchError("the daemon's memory cannot be read")
        }
        // On a thread of their own: what they cost themselves is not the other agency's.
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let hostility = Hostility(
            group: group, port: bench.port, tls: try bench.context(Workbench.hostile))
        let crowd = Task { await hostility.goOn() }
        let (_, among) = try await load.submit(perSecond: rate, over: senders, for: time)
        guard let after = bench.meter.daemonMemory() else {
            throw BenchError("the daemon's memory cannot be read")
        }
        crowd.cancel()
        let refused = await crowd.value
        try await group.shutdownGracefully()
        guard refused > 0 else { throw BenchError("nothing hostile reached the broker") }
        let ratio = Double(among.percentile(0.99)) / Double(max(alone.percentile(0.99), 1))
        return latency(.hostile, "confirm, alone", alone)
            + latency(.hostile, "confirm, among hostile peers", among)
            + [
                Figure(.hostile, "ratio of p99", ratio, "", aim: .atMost(2)),
                Figure(.hostile, "refused meanwhile", Double(refused), "messages"),
                Figure(.hostile, "PSS of the daemon, alone", before.mebibytes, "MiB"),
                Figure(.hostile, "PSS of the daemon, among them", after.mebibytes, "MiB"),
            ]
    }
}

extension Memory {
    fileprivate var mebibytes: Double { Double(proportional) / 1_024 }
}

/// Peers that do what no peer should, bounded in number and in time.
private struct Hostility: Sendable {
    let group: MultiThreadedEventLoopGroup
    let port: Int
    /// Of an agency on the network.
    let tls: TLSContext

    /// Goes on until it is cancelled.
    ///
    /// - Returns: how many messages were refused.
    func goOn() async -> Int {
        await withTaskGroup(of: Int.self) { group in
            group.addTask { await strangers() }
            group.addTask { await refusedSender() }
            return await group.reduce(0, +)
        }
    }

    /// Twenty times a second a socket that says nothing and one that sends garbage; a hundred of
    /// each are there at once.
    private func strangers() async -> Int {
        let garbage = ByteBuffer(bytes: (0..<16_384).map { UInt8(truncatingIfNeeded: $0 &* 167) })
        var open: [any Channel] = []
        while !Task.isCancelled {
            for isSilent in [true, false] {
                let channel = try? await ClientBootstrap(group: group)
                    .connect(host: "127.0.0.1", port: port).get()
                guard let channel else { continue }
                if !isSilent { channel.writeAndFlush(garbage, promise: nil) }
                open.append(channel)
            }
            while open.count > 200 { open.removeFirst().close(promise: nil) }
            try? await ContinuousClock().sleep(for: .milliseconds(50))
        }
        for channel in open { channel.close(promise: nil) }
        return 0
    }

    /// Ten connections a second, each of which sends twenty messages that are none.
    private func refusedSender() async -> Int {
        var refused = 0
        while !Task.isCancelled {
            try? await ContinuousClock().sleep(for: .milliseconds(100))
            let connection = try? await AgencyConnection.open(
                BrokerEndpoint(host: "127.0.0.1", port: port, serverName: "localhost"), tls: tls,
                containerID: "bench-hostile", on: group)
            guard let connection, let sender = try? await connection.openSender() else { continue }
            for number in 0..<20 {
                let outcome = try? await sender.send(
                    Sender.payload(json: Array("{\"v\":1,\"type\":\"\(number)\"".utf8)))
                if case .some(.rejected(_)) = outcome { refused += 1 }
            }
            await connection.close()
        }
        return refused
    }
}
