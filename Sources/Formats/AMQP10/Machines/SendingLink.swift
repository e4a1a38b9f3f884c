/// The sender's half of an attached link (part 2, 2.6.7).
struct SendingLink: Equatable {
    let settleMode: SenderSettleMode
    /// Octets that the receiver takes; nil and zero for no limit.
    let maxMessageSize: UInt64?
    /// Deliveries sent so far; a serial number that begins at zero.
    private(set) var deliveryCount: UInt32 = 0
    private(set) var credit: UInt32 = 0
    /// The receiver wants its credit used up or given back.
    private(set) var isDraining = false
    /// Deliveries of this link that wait for the session's window.
    var queued = 0
    /// `drained` was called while some waited: the flow may not overtake them.
    var owesDrainFlow = false

    init(settleMode: SenderSettleMode, maxMessageSize: UInt64?) {
        self.settleMode = settleMode
        self.maxMessageSize = maxMessageSize
    }

    mutating func flowReceived(_ flow: Flow) -> LinkStateMachine.FlowAction {
        guard let granted = flow.linkCredit else { return .none }
        credit = SerialNumber.left(
            of: granted, from: flow.deliveryCount ?? 0, to: deliveryCount)
        isDraining = flow.drain
        // The application is asked anew: what it answered before no longer holds.
        owesDrainFlow = false
        return .reportCredit(credit, drain: flow.drain)
    }

    func takes(_ octets: Int) -> Bool {
        guard let maxMessageSize, maxMessageSize > 0 else { return true }
        return UInt64(octets) <= maxMessageSize
    }

    /// A delivery goes out.
    mutating func sent() {
        credit -= min(credit, 1)
        deliveryCount &+= 1
    }

    /// Gives the rest of the credit back.
    mutating func drained() {
        deliveryCount &+= credit
        credit = 0
    }

    /// Whether a delivery asked to be settled is, under the link's mode.
    func settles(_ asked: Bool) -> Bool {
        switch settleMode {
        case .settled: true
        case .unsettled: false
        case .mixed: asked
        }
    }
}
