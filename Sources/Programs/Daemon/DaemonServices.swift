import AMQPDoor
import Brokering
import ConfigurationFile
import Glibc
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
    /// Where the door listens, unless it was given a socket.
    let address: BrokerConfiguration.Endpoint
    let broker: Broker
    let notifier: Notifier
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown { await broker.untilOpen() }
        guard !Task.isCancelled, !Task.isShuttingDownGracefully, broker.isOpen else { return }
        do {
            try await door.open()
        } catch {
            throw DaemonFailure(status: EX_UNAVAILABLE, text: cannotListen(because: error))
        }
        let network = broker.network
        logger.notice(
            "ready",
            metadata: [
                "amqp": "\(door.localAddress.map { "\($0)" } ?? "")",
                "network": "\(network.network.id)", "network-version": "\(network.version)",
                "demo": "\(network.network.isDemo)",
            ])
        notifier.ready(status: broker.serving)
        try? await gracefulShutdown()
        notifier.stopping(status: "Closing connections")
        await door.close(within: .seconds(10))
    }

    private func cannotListen(because error: any Error) -> String {
        let place = "listen.amqp.port: cannot listen on \(address.host):\(address.port): "
        guard let error = error as? IOError, error.errnoCode == EADDRINUSE else {
            return place + "\(error); name an address of this machine, and a port that may be used"
        }
        return place
            + "something else does; `ss -ltnp 'sport = :\(address.port)'` tells what: stop "
            + "it, or name another port"
    }
}

extension Broker {
    /// What the daemon does, in a line for systemd.
    fileprivate var serving: String {
        let network = network.network
        return "Serving the \(network.isDemo ? "DEMO " : "")network \(network.id)"
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
    let door: AMQPDoor
    let broker: Broker
    let notifier: Notifier
    let logger: Logger

    func run() async throws {
        let signals = await UnixSignalsSequence(trapping: .sighup)
        await cancelWhenGracefulShutdown {
            for await _ in signals {
                // While it starts, systemd waits for its first word.
                let isServing = door.isListening
                if isServing { notifier.reloading(status: "Reading certificates") }
                do {
                    try tls.reload()
                    logger.notice("reloaded")
                } catch {
                    logger.error("reload-failed", metadata: ["cause": "\(error)"])
                }
                if isServing { notifier.ready(status: broker.serving) }
            }
        }
    }
}
