import NIOConcurrencyHelpers

/// Where answers go: one outlet for each connection of a door, while it is open.
final class Outlets: Sendable {
    private struct State {
        var receivers: [OutletID: @Sendable ([BrokerAnswer]) -> Void] = [:]
        var next: UInt64 = 1
    }

    private let state = NIOLockedValueBox(State())

    var count: Int { state.withLockedValue { $0.receivers.count } }

    func open(_ receive: @escaping @Sendable ([BrokerAnswer]) -> Void) -> OutletID {
        state.withLockedValue {
            let id = OutletID($0.next)
            $0.next += 1
            $0.receivers[id] = receive
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

    /// Tells every outlet.
    func broadcast(_ answer: BrokerAnswer) {
        for receive in state.withLockedValue({ Array($0.receivers.values) }) { receive([answer]) }
    }

    /// Tells each outlet its answers, in their order and in one call.
    func send(_ answers: [(OutletID, BrokerAnswer)]) {
        var grouped: [OutletID: [BrokerAnswer]] = [:]
        for (outlet, answer) in answers { grouped[outlet, default: []].append(answer) }
        let receivers = state.withLockedValue { $0.receivers }
        for (outlet, answers) in grouped { receivers[outlet]?(answers) }
    }
}
