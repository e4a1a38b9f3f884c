package import Referrals

/// A referral as it was admitted, with everything that happened to it since.
package struct InspectedReferral: Sendable {
    package let row: ReferralRow
    /// In the order of the log.
    package let events: [EventRecord]
}

/// An entry that was set aside for an operator.
package struct QuarantinedEntry: Hashable, Sendable {
    package let entry: Position
    /// The event that set it aside: where a list goes on.
    package let position: Position
    /// The agency in whose inbox it lay.
    package let inbox: AgencyID
    /// What kind of entry it was.
    package let kind: EventKind
    /// The code of a notice; nil for what is none.
    package let code: String?
    /// When it came into the inbox.
    package let enqueued: Instant
    /// When it was set aside.
    package let since: Instant
    package let cause: QuarantineCause?
    package let outcome: DeliveryOutcome?
    /// How often it was handed over.
    package let attempts: Int16
    /// nil for what concerns no referral.
    package let referral: QualifiedName?
    package let lane: Lane?
    /// The assignment that it belongs to, and how that stands now.
    package let assignment: AssignmentNumber?
    package let status: AssignmentStatus?
}

/// A referral that does not go on by itself.
package struct StuckReferral: Hashable, Sendable {
    package enum Cause: Hashable, Sendable {
        /// Nobody serves its lane, or has room.
        case unserved
        /// Its provider keeps it, and says why.
        case held(by: AgencyID?, ReasonCode?)
        /// Its provider wants its referrer to complete it.
        case givenBack(by: AgencyID?, ReasonCode?)
        /// A delivery about it to this agency was set aside.
        case quarantined(AgencyID?, QuarantineCause?)
    }

    /// The event with which that began: where a list goes on.
    package let position: Position
    package let referral: QualifiedName
    package let lane: Lane
    package let priority: Priority
    package let since: Instant
    package let cause: Cause
}

/// One version of the network that was applied.
package struct NetworkVersion: Hashable, Sendable {
    package let version: Int32
    package let at: Instant
    package let author: Actor
    /// Of its document.
    package let bytes: Int32
}

/// Where to look for the oldest open entry of an inbox and a priority.
package struct InboxFloor: Hashable, Sendable {
    package let inbox: AgencyID
    package let priority: Priority
    /// No entry before it is open.
    package let floor: Position

    package init(inbox: AgencyID, priority: Priority, floor: Position) {
        self.inbox = inbox
        self.priority = priority
        self.floor = floor
    }
}
