import AMQPDoor
import Brokering
import ConfigurationFile
import Glibc
import Logging
import NIOCore
import Referrals
import ServiceLifecycle
import Systemd

/// The shard, as a service: it ends when all that was taken is done.
struct ShardService: Service {
    let shard: Shard
    let broker: Broker
    /// Of the embedded database, which must be known to be ours before anybody speaks to it.
    let keeper: DatabaseKeeper?

    func run() async throws {
        try await withTaskCancellationOrGracefulShutdownHandler {
            if let keeper {
                // Nothing is stuck while the database starts, however long it recovers.
                let beats = Task {
                    while !Task.isCancelled {
                        broker.beat()
                        try? await ContinuousClock().sleep(for: .seconds(1))
                    }
                }
                await keeper.untilStarted()
                beats.cancel()
            }
            guard !broker.isStopping else { return }
            try await shard.run()
        } onCancelOrGracefulShutdown: {
            broker.stop()
            keeper?.giveUpWaiting()
        }
    }
}

/// The AMQP door, as a service: it opens once the shard is ours, and tells systemd so.
struct DoorService: Service {
    let door: AMQPDoor
    /// Where the door listens, unless it was given a socket.
    let address: BrokerConfiguration.Endpoint
    let broker: Broker
    let report: ServiceReport
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
                "amqp": "\(door.localAddress ?? "")",
                "network": "\(network.network.id)", "network-version": "\(network.version)",
                "demo": "\(network.network.isDemo)",
            ])
        report.tell(.doorOpened)
        try? await gracefulShutdown()
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

/// Feeds systemd's watchdog, and prolongs a start, as long as the loop that does the work shows
/// that it lives.
struct WatchdogService: Service {
    let broker: Broker
    let notifier: Notifier
    let report: ServiceReport
    let logger: Logger

    /// How often a start is prolonged where no watchdog sets the pace.
    private static let pace = Duration.seconds(10)

    func run() async throws {
        let isWatched = notifier.watchdogInterval != nil
        let pace = notifier.watchdogInterval.map { $0 / 4 } ?? Self.pace
        await cancelWhenGracefulShutdown {
            var asked = ContinuousClock.now
            while true {
                broker.poke()
                try? await ContinuousClock().sleep(for: pace)
                guard !Task.isCancelled else { return }
                if broker.lastBeat >= asked {
                    report.tell(.startGoesOn)
                    if isWatched { notifier.watchdog() }
                } else {
                    let silent = (ContinuousClock.now - broker.lastBeat).components.seconds
                    logger.error("shard-silent", metadata: ["seconds": "\(silent)"])
                }
                asked = .now
            }
        }
    }
}

/// Tells systemd what becomes of the database, and that the daemon stops: the last service, so that
/// it is the first to hear of that.
struct StandingService: Service {
    let broker: Broker
    let report: ServiceReport

    func run() async throws {
        await cancelWhenGracefulShutdown {
            for await standing in broker.standings {
                switch standing {
                case .open: report.tell(.databaseOpened)
                case .awaited(let cause): report.tell(.databaseAwaited(cause))
                }
            }
        }
        report.tell(.stopBegan)
    }
}
