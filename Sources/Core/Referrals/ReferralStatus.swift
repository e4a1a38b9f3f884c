/// What the parties say of a referral. It is derived from the live assignment, but for what no
/// assignment can say: that nobody serves it, that it is held, or that it has ended.
package enum ReferralStatus: String, Sendable, CaseIterable {
    case requested
    case received
    case accepted
    case rejected
    case onHold = "on-hold"
    case inProgress = "in-progress"
    case completed
    case failed
    case cancelled
    case enteredInError = "entered-in-error"

    /// Whether the referral has ended; only `entered-in-error` can follow.
    package var isFinal: Bool {
        switch self {
        case .rejected, .completed, .failed, .cancelled, .enteredInError: true
        case .requested, .received, .accepted, .onHold, .inProgress: false
        }
    }
}

/// What holds a referral, told beside `on-hold`.
package enum HoldCause: String, Sendable, CaseIterable {
    /// Nobody serves this region with this service, or nobody is left who has not declined.
    case provider
    /// No basis covers a disclosure.
    case basis
    /// The provider put it on hold: a waiting list, an assessment.
    case assignment
    /// The referrer must complete or correct it.
    case referrer
    /// A custody event.
    case custody
}

/// What can happen to a referral as a whole.
package enum ReferralEvent: Hashable, Sendable {
    case admitted
    /// Offered to a provider: a new assignment lives.
    case assigned
    /// The live assignment went to this status; the reason is the one that came with it.
    case assignmentMoved(to: AssignmentStatus, consequence: ReasonCode.Consequence?)
    /// Routing found no one.
    case unserved
    case held(HoldCause)
    /// The requester, or an operator, ends it.
    case cancelled
    case enteredInError
}

/// A referral's status, with what holds it where it is held.
package struct ReferralState: Hashable, Sendable {
    package let status: ReferralStatus
    /// Not nil exactly where `status` is `on-hold`.
    package let hold: HoldCause?

    private init(_ status: ReferralStatus, hold: HoldCause? = nil) {
        self.status = status
        self.hold = hold
    }

    package static let requested = ReferralState(.requested)

    /// A state as it was stored; nil if status and cause contradict each other.
    package init?(status: ReferralStatus, hold: HoldCause?) {
        guard (status == .onHold) == (hold != nil) else { return nil }
        self.init(status, hold: hold)
    }

    package enum Transition: Equatable, Sendable {
        case moves(ReferralState)
        case stays
        /// The referral has ended.
        case refused
    }

    /// The referral's state machine: total over (status, event).
    package func transition(on event: ReferralEvent) -> Transition {
        if case .enteredInError = event {
            return status == .enteredInError ? .stays : .moves(ReferralState(.enteredInError))
        }
        guard !status.isFinal else { return .refused }
        let next = next(on: event)
        return next == self ? .stays : .moves(next)
    }

    /// The state after an event that is not `entered-in-error`, while the referral is open.
    private func next(on event: ReferralEvent) -> ReferralState {
        switch event {
        case .admitted, .assigned: .requested
        case .unserved: ReferralState(.onHold, hold: .provider)
        case .held(let cause): ReferralState(.onHold, hold: cause)
        case .cancelled: ReferralState(.cancelled)
        case .enteredInError: ReferralState(.enteredInError)
        case .assignmentMoved(let assignment, let consequence):
            Self.derived(from: assignment, consequence: consequence)
        }
    }

    private static func derived(
        from assignment: AssignmentStatus, consequence: ReasonCode.Consequence?
    ) -> ReferralState {
        switch assignment {
        case .requested: .requested
        case .received: ReferralState(.received)
        case .accepted: ReferralState(.accepted)
        case .inProgress: ReferralState(.inProgress)
        case .onHold:
            ReferralState(
                .onHold, hold: consequence == .backToReferrer ? .referrer : .assignment)
        case .completed: ReferralState(.completed)
        case .failed: after(consequence ?? .close, closing: .failed)
        case .cancelled: after(consequence ?? .close, closing: .cancelled)
        case .rejected: after(consequence ?? .reroute, closing: .rejected)
        }
    }

    /// An assignment has ended without what was asked for: its reason says what follows.
    private static func after(
        _ consequence: ReasonCode.Consequence, closing status: ReferralStatus
    ) -> ReferralState {
        switch consequence {
        case .close: ReferralState(status)
        case .hold: ReferralState(.onHold, hold: .assignment)
        case .backToReferrer: ReferralState(.onHold, hold: .referrer)
        case .reroute: .requested
        }
    }
}
