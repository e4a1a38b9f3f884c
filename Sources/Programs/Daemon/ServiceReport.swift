import Brokering
import Referrals
import Synchronization
import Systemd

/// Tells the service manager how the daemon does, in the order in which it happens.
final class ServiceReport: Sendable {
    private let broker: Broker
    private let notifier: Notifier
    private let standing = Mutex(ServiceStanding())

    init(broker: Broker, notifier: Notifier) {
        self.broker = broker
        self.notifier = notifier
    }

    func tell(_ fact: ServiceStanding.Fact) {
        let network = broker.network.network
        let serving =
            network.isDemo
            ? "Serving the DEMO network \(network.id)" : "Serving the network \(network.id)"
        // Sent under the lock, because what is said last must arrive last.
        standing.withLock { standing in
            for notification in standing.told(fact, serving: serving) { send(notification) }
        }
    }

    private func send(_ notification: ServiceStanding.Notification) {
        switch notification {
        case .ready(let status): notifier.ready(status: status)
        case .status(let status): notifier.status(status)
        case .reloading(let status): notifier.reloading(status: status)
        case .stopping(let status): notifier.stopping(status: status)
        case .extendTimeout(let duration): notifier.extendTimeout(by: duration)
        }
    }
}
