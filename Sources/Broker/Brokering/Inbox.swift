import DequeModule
package import Referrals
package import Store

/// One delivery that waits in an inbox, or is on its way.
package struct InboxEntry: Hashable, Sendable {
    package let position: Position
    package let at: Instant
    package let kind: EventKind
    package let priority: Priority
    package let referral: ReferralID?
    package let assignment: AssignmentNumber?
    /// The event whose sections are its body; nil for the broker's own notices.
    package let body: Position?
    package let code: String?
    package let status: AssignmentStatus?
    package let reason: ReasonCode?
    /// How often it has been handed over.
    package var attempts: Int16
    /// How many of these its recipient refused.
    package var failures: Int16

    package init(_ event: EventRecord, attempts: Int16, failures: Int16) {
        position = event.position
        at = event.at
        kind = event.kind
        priority = event.priority ?? .routine
        referral = event.referral
        assignment = event.assignment
        body = event.body
        code = event.code
        status = event.status
        reason = event.reason
        self.attempts = attempts
        self.failures = failures
    }
}

/// The durable queue of one agency, as far as memory holds it: for each priority a window of
/// entries that can be handed over, refilled from the log by keyset; and what is on its way.
struct Inbox {
    /// The window of one priority.
    struct Window {
        /// In the order of positions.
        var ready: Deque<InboxEntry> = []
        /// Entries after this position are rows that memory does not hold; nil when it holds all.
        var readThrough: Position?
        /// Entries that have not ended, in memory or not.
        var depth: Int64 = 0
        /// Whether depth or floor changed since they were last written down.
        var isDirty = false
    }

    struct InFlight {
        let entry: InboxEntry
        let consumer: ConsumerID
    }

    let agency: AgencyID
    /// By priority level.
    var windows = Array(repeating: Window(), count: Priority.allCases.count)
    private(set) var inFlight: [Position: InFlight] = [:]
    /// Entries of a referral that already has one on its way: order survives a release only so.
    private(set) var deferred: [ReferralID: [InboxEntry]] = [:]
    private var busy: Set<ReferralID> = []
    /// Who takes deliveries, in the order in which they take turns.
    var consumers: Deque<ConsumerID> = []

    init(agency: AgencyID) { self.agency = agency }

    var depth: Int64 { windows.reduce(0) { $0 + $1.depth } }

    /// What `next` found.
    enum Next {
        case entry(InboxEntry)
        /// The rows behind this window must be read first.
        case refill(Priority, after: Position)
        case nothing
    }

    /// Takes the next entry that may be handed over, the highest priority first.
    mutating func next() -> Next {
        for level in windows.indices.reversed() {
            while let entry = windows[level].ready.popFirst() {
                if let referral = entry.referral, busy.contains(referral) {
                    deferred[referral, default: []].append(entry)
                    continue
                }
                return .entry(entry)
            }
            if let after = windows[level].readThrough, let priority = Priority(level: Int16(level))
            {
                return .refill(priority, after: after)
            }
        }
        return .nothing
    }

    /// Adds a new entry at the end; while the window is full it is a row only.
    mutating func append(_ entry: InboxEntry, capacity: Int) {
        let level = Int(entry.priority.level)
        guard windows[level].readThrough == nil else { return }
        if windows[level].ready.count < capacity {
            windows[level].ready.append(entry)
        } else {
            windows[level].readThrough = Position(entry.position.rawValue - 1)
        }
    }

    /// Puts an entry that came back at its place in the order of positions.
    mutating func putBack(_ entry: InboxEntry) {
        let level = Int(entry.priority.level)
        let place =
            windows[level].ready.firstIndex { $0.position > entry.position }
            ?? windows[level].ready.endIndex
        windows[level].ready.insert(entry, at: place)
    }

    /// Takes rows that were read behind a window.
    ///
    /// - Parameter readThrough: up to where was read; nil when nothing lies behind.
    mutating func refill(_ entries: [InboxEntry], priority: Priority, readThrough: Position?) {
        let level = Int(priority.level)
        // An entry can be here already: one that was on its way when the shard was rolled back.
        var held = Set(windows[level].ready.map(\.position))
        for entries in deferred.values { held.formUnion(entries.map(\.position)) }
        for entry in entries
        where inFlight[entry.position] == nil && !held.contains(entry.position) {
            windows[level].ready.append(entry)
        }
        windows[level].readThrough = readThrough
    }

    mutating func handOver(_ entry: InboxEntry, to consumer: ConsumerID) {
        inFlight[entry.position] = InFlight(entry: entry, consumer: consumer)
        if let referral = entry.referral { busy.insert(referral) }
    }

    /// Who was given something is the last whose turn it is next.
    mutating func endTurn(of consumer: ConsumerID) {
        guard let place = consumers.firstIndex(of: consumer) else { return }
        consumers.append(consumers.remove(at: place))
    }

    /// Takes an entry from what is on its way; those that waited for it are ready again.
    mutating func land(_ position: Position) -> InFlight? {
        guard let landed = inFlight.removeValue(forKey: position) else { return nil }
        if let referral = landed.entry.referral {
            busy.remove(referral)
            for entry in deferred.removeValue(forKey: referral) ?? [] {
                putBack(entry)
            }
        }
        return landed
    }

    /// Removes an entry that was withdrawn from wherever it waits.
    mutating func withdraw(_ position: Position, priority: Priority) {
        windows[Int(priority.level)].ready.removeAll { $0.position == position }
        for (referral, entries) in deferred {
            let left = entries.filter { $0.position != position }
            if left.count < entries.count { deferred[referral] = left }
        }
    }

    mutating func changeDepth(level: Int, by change: Int64) {
        windows[level].depth += change
        windows[level].isDirty = true
    }

    /// Takes a floor as it was written down: what is open lies in rows from there on.
    mutating func setFloor(level: Int, _ floor: Position) {
        windows[level].readThrough = Position(floor.rawValue - 1)
    }

    /// After a restart: memory holds nothing, and where something is open it is in rows.
    mutating func forgetWindows() {
        for level in windows.indices {
            windows[level].ready.removeAll()
            let floor = windows[level].readThrough ?? Position(0)
            windows[level].readThrough = windows[level].depth > 0 ? floor : nil
        }
    }

    /// No entry of this priority before this position is open.
    func floor(level: Int, head: Position) -> Position {
        let window = windows[level]
        var floor = window.readThrough?.next ?? head.next
        if let first = window.ready.first { floor = min(floor, first.position) }
        for flight in inFlight.values where flight.entry.priority.level == level {
            floor = min(floor, flight.entry.position)
        }
        for entries in deferred.values {
            for entry in entries where entry.priority.level == level {
                floor = min(floor, entry.position)
            }
        }
        return floor
    }
}
