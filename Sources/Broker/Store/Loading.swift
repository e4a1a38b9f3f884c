package import OpenSSLCrypto
package import Referrals

/// What the shard machine must know before it can decide a batch, and does not hold in memory.
package struct LoadRequest: Sendable {
    package struct MessageKey: Hashable, Sendable {
        package let sender: AgencyID
        package let id: MessageID

        package init(sender: AgencyID, id: MessageID) {
            self.sender = sender
            self.id = id
        }
    }

    /// The next open entries of an inbox behind a window.
    package struct Refill: Hashable, Sendable {
        package let inbox: AgencyID
        package let priority: Priority
        package let after: Position

        package init(inbox: AgencyID, priority: Priority, after: Position) {
            self.inbox = inbox
            self.priority = priority
            self.after = after
        }
    }

    package var messages: [MessageKey] = []
    package var names: [QualifiedName] = []
    package var referrals: [ReferralID] = []
    /// Keyed digests of persons' identifiers.
    package var persons: [SHA256Digest] = []
    package var refills: [Refill] = []
    /// Referrals that wait in a lane, after this position.
    package var waitingAfter: Position?

    package init() {}

    package var isEmpty: Bool {
        messages.isEmpty && names.isEmpty && referrals.isEmpty && persons.isEmpty
            && refills.isEmpty && waitingAfter == nil
    }
}

/// What was found of a `LoadRequest`; what is not here is not there.
package struct Loaded: Sendable {
    package struct Refill: Sendable {
        package let request: LoadRequest.Refill
        /// In the order of their positions.
        package let entries: [QueuedEntry]
        /// Up to where was read; nil when nothing lies behind.
        package let readThrough: Position?

        package init(
            request: LoadRequest.Refill, entries: [QueuedEntry], readThrough: Position?
        ) {
            self.request = request
            self.entries = entries
            self.readThrough = readThrough
        }
    }

    /// Referrals that wait, in the order in which they began to.
    package struct Waiting: Sendable {
        package let referrals: [ReferralID]
        /// Where to go on; nil when these were the last.
        package let next: Position?

        package init(referrals: [ReferralID], next: Position?) {
            self.referrals = referrals
            self.next = next
        }
    }

    package var messages: [MessageRecord] = []
    package var referrals: [ReferralRow] = []
    /// All events of `referrals`, in the order of their positions.
    package var events: [EventRecord] = []
    package var persons: [PersonRecord] = []
    package var refills: [Refill] = []
    package var waiting: Waiting?

    package init() {}
}

/// An open entry's place in its inbox. What it is, and what became of it so far, is told by the
/// history of its referral.
package struct QueuedEntry: Hashable, Sendable {
    package let position: Position
    package let referral: ReferralID
    package let priority: Priority

    package init(position: Position, referral: ReferralID, priority: Priority) {
        self.position = position
        self.referral = referral
        self.priority = priority
    }
}

/// Where a shard's log and counters stood when its owner took over.
package struct RecoveredShard: Sendable {
    /// An event of the log's tail, with the lane of its referral where it moves a lane's depth.
    package struct TailEvent: Sendable {
        package let event: EventRecord
        package let lane: Lane?

        package init(event: EventRecord, lane: Lane?) {
            self.event = event
            self.lane = lane
        }
    }

    package var head: Position
    package var counters: [CounterRecord]
    /// The events behind the last checkpoint.
    package var tail: [TailEvent]
    /// The network in force; nil before the first was applied.
    package var network: NetworkRecord?

    package init(
        head: Position, counters: [CounterRecord], tail: [TailEvent], network: NetworkRecord?
    ) {
        self.head = head
        self.counters = counters
        self.tail = tail
        self.network = network
    }
}
