package import Referrals

/// What happened, as the event log names it. The log is the truth; a status is the last event's.
package enum EventKind: String, Sendable, CaseIterable {
    /// A referral was taken over; its body is this event's.
    case admitted
    /// Offered to a provider: an entry in its inbox.
    case assigned
    /// Nobody serves it: it waits in its lane.
    case unserved
    /// A party changed a status; the body is this event's.
    case updated
    /// The requester, or an operator, ended the referral.
    case cancelled
    /// A party's message for another party: an entry in its inbox.
    case queued
    /// The broker's own message: an entry in an inbox.
    case noticed
    /// An entry is about to leave through a socket, for the `attempt`-th time. (The first time can
    /// be told by the entry's own event, with `attempt` 1.)
    case handedOver = "handed-over"
    /// It came back: released, failed, or the connection was lost.
    case returned
    /// The recipient's system took it.
    case settled
    /// It is set aside for an operator.
    case quarantined
    /// It was taken out of the inbox before the recipient's system took it.
    case withdrawn
    /// A new version of the network holds from here on.
    case networkApplied = "network-applied"

    /// Whether the event puts an entry into an inbox.
    package var isEntry: Bool {
        switch self {
        case .assigned, .queued, .noticed: true
        case .admitted, .unserved, .updated, .cancelled, .handedOver, .returned, .settled,
            .quarantined, .withdrawn, .networkApplied:
            false
        }
    }

    /// Whether the event takes an entry out of its inbox for good.
    package var endsEntry: Bool {
        switch self {
        case .settled, .quarantined, .withdrawn: true
        case .admitted, .assigned, .unserved, .updated, .cancelled, .queued, .noticed,
            .handedOver, .returned, .networkApplied:
            false
        }
    }
}

/// Who did it.
package enum Actor: Hashable, Sendable, CustomStringConvertible {
    case agency(AgencyID)
    case broker
    /// By the user id that the kernel told of the admin socket's peer.
    case `operator`(uid: UInt32)

    package var description: String {
        switch self {
        case .agency(let id): id.rawValue
        case .broker: "broker"
        case .operator(let uid): "operator:\(uid)"
        }
    }

    /// Reads what `description` wrote. No agency can be called `broker`, or have a colon.
    package init(_ text: String) {
        if text == "broker" {
            self = .broker
        } else if text.hasPrefix("operator:"), let uid = UInt32(text.dropFirst(9)) {
            self = .operator(uid: uid)
        } else {
            self = .agency(AgencyID(rawValue: text))
        }
    }
}

/// One row of the event log.
///
/// `lane` and `load` say what the event does to the two counters that routing and operators read:
/// the lane's depth and the agreement's live assignments, each by +1, −1 or not at all (0). They
/// make the counters a fold over the log, live and after a restart alike.
package struct EventRecord: Hashable, Sendable {
    package var position: Position
    package var at: Instant
    package var kind: EventKind
    package var actor: Actor
    package var networkVersion: Int32
    /// nil for what concerns no referral.
    package var referral: ReferralID?
    /// The referral's events are numbered from 1; 0 where there is none.
    package var version: Int32 = 0
    package var assignment: AssignmentNumber?
    /// The assignment's status after the event.
    package var status: AssignmentStatus?
    package var reason: ReasonCode?
    package var agreement: AgreementID?
    /// The inbox that the entry lies in.
    package var inbox: AgencyID?
    package var priority: Priority?
    /// The event whose sections are the entry's body.
    package var body: Position?
    /// The entry that this event is about.
    package var entry: Position?
    /// How often the entry has been handed over, this event included; 0 for never.
    package var attempt: Int16 = 0
    package var outcome: DeliveryOutcome?
    /// What a notice, or an update, is: its code in the contract. Of an entry that was set aside,
    /// or that the broker took back, why: a `QuarantineCause`.
    package var code: String?
    package var lane: Int16 = 0
    package var load: Int16 = 0

    package init(
        position: Position, at: Instant, kind: EventKind, actor: Actor, networkVersion: Int32
    ) {
        self.position = position
        self.at = at
        self.kind = kind
        self.actor = actor
        self.networkVersion = networkVersion
    }
}
