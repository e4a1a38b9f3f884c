import AMQP10
import NIOCore

/// A link that is being opened: first its session, then itself.
struct LinkOrder: Sendable {
    enum End: Sendable {
        case sending
        case receiving(ReceivingLinkState)
    }

    let address: String
    let request: AttachRequest
    let end: End
    let attached: EventLoopPromise<LinkID>
}

/// A link on which we send.
struct SendingLinkState {
    typealias Completion = @Sendable (Result<Outcome, ClientError>) -> Void

    let session: SessionID
    /// What waits for credit, or for room.
    var waiting = CircularBuffer<(payload: ByteBuffer, completed: Completion)>()
    /// By delivery, what waits for its outcome.
    var unsettled: [DeliveryNumber: Completion] = [:]
    var nextTag: UInt64 = 0

    /// Everything that will have no outcome any more.
    mutating func takeAll() -> [Completion] {
        let all = Array(unsettled.values) + waiting.map(\.completed)
        unsettled = [:]
        waiting = CircularBuffer()
        return all
    }
}

/// A link on which we receive: what credit to give.
struct ReceivingLinkState: Sendable {
    let window: UInt32
    private var demand: ReceiverDemand
    let onEvent: @Sendable (ReceiverEvent) -> Void
    /// Known once the link's session has begun.
    var session: SessionID?
    private var received = 0
    private var receivedBeforeDrain = 0
    private var unsettled: UInt32 = 0
    private var credit: UInt32 = 0

    init(
        window: UInt32, demand: ReceiverDemand,
        onEvent: @escaping @Sendable (ReceiverEvent) -> Void
    ) {
        self.window = window
        self.demand = demand
        self.onEvent = onEvent
    }

    enum CreditAction: Equatable {
        case none
        case grant(UInt32)
        /// Ask the broker to use this up or give it back.
        case drain(UInt32)
    }

    /// What to do about credit: it is topped up at half of the window, not for each message.
    mutating func topUp() -> CreditAction {
        var wanted = window - min(window, unsettled)
        switch demand {
        case .endless: break
        case .atMost(let count): wanted = min(wanted, UInt32(clamping: count - received))
        case .waiting:
            // The next drain is asked for when this one has ended.
            guard credit == 0, wanted > 0, received == 0 || receivedBeforeDrain != received else {
                return .none
            }
            receivedBeforeDrain = received
            credit = wanted
            return .drain(wanted)
        }
        guard wanted > credit, credit < (window + 1) / 2 else { return .none }
        credit = wanted
        return .grant(wanted)
    }

    mutating func messageReceived(settled: Bool) {
        received += 1
        credit -= min(credit, 1)
        if !settled { unsettled += 1 }
    }

    /// It has used a credit, and nothing has come.
    mutating func deliveryAborted() { credit -= min(credit, 1) }

    mutating func messageSettled() { unsettled -= min(unsettled, 1) }

    /// - Returns: whether nothing came since the drain was asked for: there is nothing more, and
    ///   nothing more is taken.
    mutating func drainCompleted() -> Bool {
        credit = 0
        guard receivedBeforeDrain == received else { return false }
        demand = .atMost(received)
        return true
    }
}
