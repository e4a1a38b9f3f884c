/// FHIR's `Task.status`, as far as an assignment uses it.
package enum AssignmentStatus: String, Sendable, CaseIterable {
    case requested
    case received
    case accepted
    case rejected
    case onHold = "on-hold"
    case inProgress = "in-progress"
    case completed
    case failed
    case cancelled

    /// Whether nothing follows any more.
    package var isFinal: Bool {
        switch self {
        case .rejected, .completed, .failed, .cancelled: true
        case .requested, .received, .accepted, .onHold, .inProgress: false
        }
    }
}

/// What can happen to an assignment.
package enum AssignmentEvent: String, Sendable, CaseIterable {
    /// The provider's system settled the delivery.
    case deliverySettled = "delivery-settled"
    case providerAccepted = "provider-accepted"
    case providerRejected = "provider-rejected"
    case providerHeld = "provider-held"
    case workStarted = "work-started"
    case workCompleted = "work-completed"
    case workFailed = "work-failed"
    /// The provider ends it, or agrees to the requester's wish to end it.
    case providerCancelled = "provider-cancelled"
    /// The broker takes it back: the referral is cancelled before work began, or is rerouted.
    case withdrawn

    /// What a provider's update reports, or nil where no provider can report that status.
    package init?(reported status: AssignmentStatus) {
        switch status {
        case .accepted: self = .providerAccepted
        case .rejected: self = .providerRejected
        case .onHold: self = .providerHeld
        case .inProgress: self = .workStarted
        case .completed: self = .workCompleted
        case .failed: self = .workFailed
        case .cancelled: self = .providerCancelled
        case .requested, .received: return nil
        }
    }
}

extension AssignmentStatus {
    package enum Transition: Equatable, Sendable {
        /// The status changes.
        case moves(AssignmentStatus)
        /// Nothing new: the fact was known, or came late and does no harm. A progress report in
        /// the same status (another appointment) stays.
        case stays
        /// The assignment cannot go there from here; its status is told to whoever tried.
        case refused
    }

    /// The assignment's state machine: total over (status, event), and forward only.
    ///
    /// A provider whose system never settled the delivery may still decide: the person there
    /// knows of the referral, and to insist on the order would lose the decision.
    package func transition(on event: AssignmentEvent) -> Transition {
        switch (self, event) {
        case (.requested, .deliverySettled): .moves(.received)
        case (.received, .deliverySettled), (.accepted, .deliverySettled),
            (.onHold, .deliverySettled), (.inProgress, .deliverySettled),
            (.rejected, .deliverySettled), (.completed, .deliverySettled),
            (.failed, .deliverySettled), (.cancelled, .deliverySettled):
            .stays

        case (.requested, .providerAccepted), (.received, .providerAccepted),
            (.onHold, .providerAccepted):
            .moves(.accepted)
        case (.accepted, .providerAccepted): .stays
        case (.inProgress, .providerAccepted): .refused

        case (.requested, .providerRejected), (.received, .providerRejected),
            (.onHold, .providerRejected):
            .moves(.rejected)
        case (.accepted, .providerRejected), (.inProgress, .providerRejected): .refused

        case (.requested, .providerHeld), (.received, .providerHeld), (.accepted, .providerHeld),
            (.inProgress, .providerHeld):
            .moves(.onHold)
        case (.onHold, .providerHeld): .stays

        case (.accepted, .workStarted), (.onHold, .workStarted): .moves(.inProgress)
        case (.inProgress, .workStarted): .stays
        case (.requested, .workStarted), (.received, .workStarted): .refused

        case (.accepted, .workCompleted), (.inProgress, .workCompleted): .moves(.completed)
        case (.requested, .workCompleted), (.received, .workCompleted),
            (.onHold, .workCompleted):
            .refused

        case (.accepted, .workFailed), (.inProgress, .workFailed), (.onHold, .workFailed):
            .moves(.failed)
        case (.requested, .workFailed), (.received, .workFailed): .refused

        case (.accepted, .providerCancelled), (.inProgress, .providerCancelled),
            (.onHold, .providerCancelled):
            .moves(.cancelled)
        case (.requested, .providerCancelled), (.received, .providerCancelled): .refused

        case (.requested, .withdrawn), (.received, .withdrawn), (.accepted, .withdrawn),
            (.onHold, .withdrawn), (.inProgress, .withdrawn):
            .moves(.cancelled)

        case (.rejected, _), (.completed, _), (.failed, _), (.cancelled, _): .refused
        }
    }

    /// Whether the requester may end an assignment in this status without the provider's answer.
    package var isCancellableByRequester: Bool {
        switch self {
        case .requested, .received: true
        case .accepted, .onHold, .inProgress, .rejected, .completed, .failed, .cancelled: false
        }
    }
}
