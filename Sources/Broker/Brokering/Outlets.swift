import NIOConcurrencyHelpers

/// Where answers go: one outlet for each connection of a door, while it is open.
final class Outlets: Sendable {
    private struct Receiver {
        let receive: @Sendable ([BrokerAnswer]) -> Void
        let networkChanged: (@Sendable () -> Void)?
    }

    private struct State {
        var receivers: [OutletID: Receiver] = [:]
        var next: UInt64 = 1
    }

    private let state = NIOLockedValueBox(State())

    var count: Int { state.withLockedValue { $0.receivers.count } }

    /// - Parameter networkChanged: told when another network has come into force.
    func open(
        networkChanged: (@Sendable () -> Void)?,
        _ receive: @escaping @Sendable ([BrokerAnswer]) -> Void
    ) -> OutletID {
        state.withLockedValue {
            let id = OutletID($0.next)
            $0.next += 1
            $0.receivers[id] = Receiver(receive: receive, networkChanged: networkChanged)
            return id
        }
    }

    /// A number that no outlet or consumer has.
    func newConsumer() -> ConsumerID {
        state.withLockedValue {
            $0.next += 1
            return ConsumerID($0.next - 1)
        }
    }

    func close(_ outlet: OutletID) {
        state.withLockedValue { $0.receivers[outlet] = nil }
    }

    /// Tells everyone who wants to know that another network is in force.
    func tellOfNetwork() {
        for receiver in state.withLockedValue({ Array($0.receivers.values) }) {
            receiver.networkChanged?()
        }
    }

    /// Tells each outlet its answers, in their order and in one call.
    func send(_ answers: [(OutletID, BrokerAnswer)]) {
        var grouped: [OutletID: [BrokerAnswer]] = [:]
        for (outlet, answer) in answers { grouped[outlet, default: []].append(answer) }
        let receivers = state.withLockedValue { $0.receivers }
        for (outlet, answers) in grouped { receivers[outlet]?.receive(answers) }
    }
}
