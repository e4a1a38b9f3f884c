import NIOCore

/// One end of a link: from attach to detach (part 2, 2.6).
struct LinkStateMachine {
    let id: LinkID
    /// Empty once the link is refused: nobody asks by it any more.
    private(set) var name: String
    /// Our role.
    let role: LinkRole
    private(set) var state: State
    /// The peer's handle; nil until its attach has come.
    var peerHandle: UInt32?
    /// Deliveries of this link without an outcome.
    var unsettled = 0

    enum State {
        /// We attached; the peer's attach is due.
        case attachSent
        /// The peer's attach had no terminus; its detach will say why.
        case refusalReceived
        /// The peer attached; the application decides. A flow may come before the answer.
        case requested(AttachRequest, initialDeliveryCount: UInt32, early: Flow?)
        case sending(SendingLink)
        case receiving(ReceivingLink)
        /// The application detached; the peer's detach is due, and will be reported.
        case detachSent
        /// As above, but the application knows already that the link is gone.
        case discarding
        /// Gone: the place is free.
        case detached
    }

    /// Our attach is out.
    init(attaching request: AttachRequest, id: LinkID) {
        self.id = id
        name = request.name
        role = request.role
        state = .attachSent
    }

    /// The peer's attach has come.
    init(requested request: AttachRequest, initialDeliveryCount: UInt32, id: LinkID) {
        self.id = id
        name = request.name
        role = request.role.opposite
        state = .requested(
            request, initialDeliveryCount: initialDeliveryCount, early: nil)
    }

    var isFree: Bool {
        guard case .detached = state else { return false }
        return true
    }

    /// Whether an attach of this name, from a sender or a receiver as `peerRole` says, answers
    /// ours.
    func awaitsAttach(name: String, peerRole: LinkRole) -> Bool {
        guard peerHandle == nil, role == peerRole.opposite, self.name == name else { return false }
        switch state {
        case .attachSent, .detachSent, .discarding: return true
        case .refusalReceived, .requested, .sending, .receiving, .detached: return false
        }
    }

    /// Whether the name is taken, for a link of the same direction.
    var holdsName: Bool {
        switch state {
        case .attachSent, .requested, .sending, .receiving: true
        case .refusalReceived, .detachSent, .discarding, .detached: false
        }
    }
}

// MARK: Attaching

extension LinkStateMachine {
    enum AttachAction: Equatable {
        case reportAccepted
        /// The detach with the reason follows.
        case awaitReason
        /// We detached before the answer came; its detach follows.
        case ignore
    }

    /// The peer answered our attach. `limit`: octets of a message that we said we take.
    mutating func attachReceived(_ attach: Attach, limit: UInt64) -> AttachAction {
        switch state {
        case .attachSent:
            let granted = role == .sender ? attach.target != nil : attach.source != nil
            guard granted else {
                state = .refusalReceived
                return .awaitReason
            }
            state =
                role == .sender
                ? .sending(
                    SendingLink(
                        settleMode: attach.senderSettleMode,
                        maxMessageSize: attach.maxMessageSize))
                : .receiving(
                    ReceivingLink(
                        settleMode: attach.senderSettleMode,
                        receiverSettleMode: attach.receiverSettleMode, maxMessageSize: limit,
                        initialDeliveryCount: attach.initialDeliveryCount ?? 0))
            return .reportAccepted
        case .requested, .sending, .receiving, .refusalReceived, .detachSent, .discarding,
            .detached:
            return .ignore
        }
    }

    /// The application grants what the peer asked for.
    ///
    /// - Returns: the flow that came early, to be taken now; `.none` when nothing was asked.
    mutating func attachGranted(
        _ grant: AttachGrant, limit: UInt64
    ) -> (granted: Bool, early: Flow?) {
        guard case .requested(let request, let initialDeliveryCount, let early) = state else {
            return (false, nil)
        }
        state =
            role == .sender
            ? .sending(
                SendingLink(
                    settleMode: grant.senderSettleMode, maxMessageSize: request.maxMessageSize))
            : .receiving(
                ReceivingLink(
                    settleMode: grant.senderSettleMode,
                    receiverSettleMode: grant.receiverSettleMode, maxMessageSize: limit,
                    initialDeliveryCount: initialDeliveryCount))
        return (true, early)
    }

    /// The application, or the standard, refuses what the peer asked for.
    mutating func attachRefused() -> AttachRequest? {
        guard case .requested(let request, _, _) = state else { return nil }
        state = .discarding
        name = ""
        return request
    }
}

// MARK: Detaching

extension LinkStateMachine {
    enum DetachAction: Equatable {
        /// Answer in kind and report.
        case answer
        /// Attach with no terminus first: the standard has no detach without an attach.
        case attachAndAnswer(AttachRequest)
        /// The answer to ours: report.
        case report
        /// Our attach is refused: answer and report.
        case answerRefusal
        /// The application knows.
        case free
    }

    mutating func detachReceived() -> DetachAction {
        switch exchange(&state, with: .detached) {
        case .attachSent, .sending, .receiving: .answer
        case .refusalReceived: .answerRefusal
        case .requested(let request, _, _): .attachAndAnswer(request)
        case .detachSent: .report
        case .discarding, .detached: .free
        }
    }

    /// The application detaches; false when there is nothing to detach.
    mutating func detachRequested() -> Bool {
        switch state {
        case .sending, .receiving, .attachSent:
            state = .detachSent
            return true
        case .requested, .refusalReceived, .detachSent, .discarding, .detached:
            return false
        }
    }

    /// We detach because the peer broke a rule. False when the link is going anyway.
    mutating func violationFound() -> Bool {
        switch exchange(&state, with: .discarding) {
        case .sending, .receiving, .attachSent, .requested, .refusalReceived:
            return true
        case .detachSent:
            state = .detachSent
            return false
        case .discarding:
            return false
        case .detached:
            state = .detached
            return false
        }
    }

    /// The session or the connection is gone; whether the application must be told.
    mutating func lost() -> Bool {
        switch exchange(&state, with: .detached) {
        case .attachSent, .refusalReceived, .requested, .sending, .receiving, .detachSent: true
        case .discarding, .detached: false
        }
    }
}

// MARK: Flow and transfer

extension LinkStateMachine {
    enum FlowAction: Equatable {
        case none
        case reportCredit(UInt32, drain: Bool)
        case reportDrained
    }

    mutating func flowReceived(_ flow: Flow) -> FlowAction {
        switch exchange(&state, with: .detached) {
        case .sending(var link):
            let action = link.flowReceived(flow)
            state = .sending(link)
            return action
        case .receiving(var link):
            let action = link.flowReceived(flow)
            state = .receiving(link)
            return action
        case .requested(let request, let count, let early):
            // Receivers grant credit without waiting for our attach; a flow without a credit
            // must not hide one with it.
            state = .requested(
                request, initialDeliveryCount: count,
                early: flow.linkCredit == nil ? early ?? flow : flow)
            return .none
        case let other:
            // Attaching or detaching crossed on the wire: legitimate, and of no effect.
            state = other
            return .none
        }
    }

    mutating func transferReceived(
        _ transfer: Transfer, payload: ByteBuffer
    ) throws(LinkFault) -> ReceivingLink.TransferAction {
        // Not in the switch: it would own the parts of a message too, and they would be copied.
        if isReceiving, case .receiving(var link) = exchange(&state, with: .discarding) {
            defer { state = .receiving(link) }
            return try link.transferReceived(transfer, payload: payload)
        }
        switch state {
        case .sending:
            throw LinkFault(.notAllowed, "a transfer came from the receiver of the link")
        case .requested:
            throw LinkFault(
                .transferLimitExceeded, "a transfer came before the link had any credit")
        case .attachSent:
            throw LinkFault(.illegalState, "a transfer came before the attach")
        case .receiving, .refusalReceived, .detachSent, .discarding, .detached:
            // On its way when we detached: dropped.
            return .ignore
        }
    }

    private var isReceiving: Bool {
        guard case .receiving = state else { return false }
        return true
    }

    /// Whether a transfer with this id can be a further frame of a delivery: of the one that is
    /// under way, or of any on a link whose transfers are dropped.
    func mayBeContinued(by deliveryID: UInt32) -> Bool {
        switch state {
        case .receiving(let link): link.assembly?.deliveryID == deliveryID
        case .sending, .requested, .attachSent: false
        case .refusalReceived, .detachSent, .discarding, .detached: true
        }
    }

    var sending: SendingLink? {
        guard case .sending(let link) = state else { return nil }
        return link
    }

    var receiving: ReceivingLink? {
        guard case .receiving(let link) = state else { return nil }
        return link
    }

    /// Octets of a message of which some, but not all, has come.
    var partialBytes: Int {
        guard case .receiving(let link) = state else { return 0 }
        return link.partialBytes
    }

    /// Transfer frames of that message that had no payload.
    var emptyParts: Int {
        guard case .receiving(let link) = state else { return 0 }
        return link.assembly?.emptyParts ?? 0
    }

    mutating func replace(sending link: SendingLink) {
        if case .sending = state { state = .sending(link) }
    }

    mutating func replace(receiving link: ReceivingLink) {
        if case .receiving = state { state = .receiving(link) }
    }
}

/// A rule that a peer broke on one link.
struct LinkFault: Error, Equatable {
    let error: AMQPError

    init(_ condition: AMQPCondition, _ description: String, field: String? = nil) {
        var info: AMQPMap = [:]
        if let field { info[symbol: "field"] = .string(field) }
        error = AMQPError(condition, description, info: info)
    }
}
