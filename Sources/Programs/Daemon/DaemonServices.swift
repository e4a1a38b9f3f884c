import AMQPDoor
import Brokering
import Logging
import NIOCore
import OpenSSLTLS
import Referrals
import ServiceLifecycle
import Systemd
import UnixSignals

/// The shard, as a service: it ends when all that was taken is done.
struct ShardService: Service {
    let shard: Shard
    let broker: Broker

    func run() async throws {
        try await withTaskCancellationOrGracefulShutdownHandler {
            try await shard.run()
        } onCancelOrGracefulShutdown: {
            broker.stop()
        }
    }
}

/// The AMQP door, as a service: it opens once the shard is ours, and tells systemd so.
struct DoorService: Service {
    let door: AMQPDoor
    let broker: Broker
    let notifier: Notifier
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown { await broker.untilOpen() }
        guard !Task.isCancelled, !Task.isShuttingDownGracefully, broker.isOpen else { return }
        try await door.open()
        let network = broker.network
        logger.notice(
            "ready",
            metadata: [
                "amqp": "\(door.localAddress.map { "\($0)" } ?? "")",
                "network": "\(network.network.id)", "network-version": "\(network.version)",
                "demo": "\(network.network.isDemo)",
            ])
        notifier.ready(
            status: network.network.isDemo
                ? "Serving the DEMO network \(network.network.id)"
                : "Serving the network \(network.network.id)")
        try? await gracefulShutdown()
        notifier.stopping(status: "Closing connections")
        await door.close(within: .seconds(10))
    }
}

/// Feeds systemd's watchdog, as long as the loop that does the work shows that it lives.
struct WatchdogService: Service {
    let broker: Broker
    let notifier: Notifier

    func run() async throws {
        guard let interval = notifier.watchdogInterval else {
            try? await gracefulShutdown()
            return
        }
        await cancelWhenGracefulShutdown {
            var asked = ContinuousClock.now
            while !Task.isCancelled {
                broker.poke()
                try? await ContinuousClock().sleep(for: interval / 4)
                if broker.lastBeat >= asked { notifier.watchdog() }
                asked = .now
            }
        }
    }
}

/// Reads certificates, keys and authorities again on SIGHUP; connections go on.
struct ReloadService: Service {
    let tls: TLSContextSource
    let notifier: Notifier
    let logger: Logger

    func run() async throws {
        let signals = await UnixSignalsSequence(trapping: .sighup)
        await cancelWhenGracefulShutdown {
            for await _ in signals {
                notifier.reloading(status: "Reading certificates")
                do {
                    try tls.reload()
                    logger.notice("reloaded")
                } catch {
                    logger.error("reload-failed", metadata: ["cause": "\(error)"])
                }
                notifier.ready()
            }
        }
    }
}
