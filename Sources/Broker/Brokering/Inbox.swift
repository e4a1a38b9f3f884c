import DequeModule
package import Referrals
package import Store

/// One delivery that waits in an inbox, or is on its way, as its referral's history has it.
package struct InboxEntry: Hashable, Sendable {
    package let position: Position
    package let at: Instant
    package let kind: EventKind
    package let priority: Priority
    package let referral: ReferralID
    package let assignment: AssignmentNumber?
    /// The event whose sections are its body; nil for the broker's own notices.
    package let body: Position?
    package let code: String?
    package let status: AssignmentStatus?
    package let reason: ReasonCode?
    /// How often it has been handed over.
    package var attempts: Int16
    /// How many of these its recipient refused.
    package var failures: Int16 = 0

    /// Nil unless the event puts an entry into an inbox.
    package init?(_ event: borrowing EventRecord) {
        guard event.kind.isEntry, let referral = event.referral else { return nil }
        position = event.position
        at = event.at
        kind = event.kind
        priority = event.priority ?? .routine
        self.referral = referral
        assignment = event.assignment
        body = event.body
        code = event.code
        status = event.status
        reason = event.reason
        attempts = event.attempt
    }

    var queued: QueuedEntry {
        QueuedEntry(position: position, referral: referral, priority: priority)
    }
}

/// The durable queue of one agency, as far as memory holds it: for each priority a window of
/// entries that can be handed over, refilled from the log by keyset; and what is on its way. (A
/// class, of one machine: a value would be copied out of its dictionary to be looked at.)
final class Inbox {
    /// The window of one priority.
    struct Window {
        /// In the order of positions.
        var ready: Deque<QueuedEntry> = []
        /// Entries after this position are rows that memory does not hold; nil when it holds all.
        var readThrough: Position?
        /// Entries that have not ended, in memory or not.
        var depth: Int64 = 0
        /// Whether depth or floor changed since they were last written down.
        var isDirty = false

        /// Where in `ready` an entry belongs.
        func place(of position: Position) -> Int {
            var range = ready.startIndex..<ready.endIndex
            while !range.isEmpty {
                let middle = range.lowerBound + range.count / 2
                range =
                    ready[middle].position < position
                    ? middle + 1..<range.upperBound : range.lowerBound..<middle
            }
            return range.lowerBound
        }
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
    /// In the order of positions; the first is ready again when that one has landed.
    private(set) var deferred: [ReferralID: Deque<QueuedEntry>] = [:]
    private var deferredCount = 0
    /// Entries that are deferred at most, so that one referral's many cannot fill memory.
    static let maxDeferred = 1_024
    private var busy: Set<ReferralID> = []
    /// Who takes deliveries, in the order in which they take turns.
    var consumers: Deque<ConsumerID> = []

    init(agency: AgencyID) { self.agency = agency }

    var depth: Int64 { windows.reduce(0) { $0 + $1.depth } }

    /// What `next` found.
    enum Next {
        /// An entry, and to whom it goes.
        case entry(QueuedEntry, ConsumerID)
        /// The rows behind this window must be read first.
        case refill(Priority, after: Position)
        /// No entry may be handed over, or nobody has credit for one.
        case nothing
    }

    /// Takes the next entry that may be handed over, the highest priority first, for the consumer
    /// whose turn it is.
    func next(among known: [ConsumerID: ShardMachine.Consumer]) -> Next {
        guard let consumer = consumers.first(where: { (known[$0]?.credit ?? 0) > 0 }) else {
            return .nothing
        }
        for level in windows.indices.reversed() {
            while let entry = windows[level].ready.popFirst() {
                if busy.contains(entry.referral) {
                    guard deferredCount < Self.maxDeferred else {
                        windows[level].ready.prepend(entry)
                        return .nothing
                    }
                    hold(entry)
                    continue
                }
                return .entry(entry, consumer)
            }
            if let after = windows[level].readThrough, let priority = Priority(level: Int16(level))
            {
                return .refill(priority, after: after)
            }
        }
        return .nothing
    }

    /// Lets an entry wait for one of its referral that is on its way.
    private func hold(_ entry: QueuedEntry) {
        deferred[entry.referral, default: []].insert(entry)
        deferredCount += 1
    }

    /// Adds a new entry at the end; while the window is full it is a row only.
    func append(_ entry: QueuedEntry, capacity: Int) {
        let level = Int(entry.priority.level)
        guard windows[level].readThrough == nil else { return }
        if windows[level].ready.count < capacity {
            windows[level].ready.append(entry)
        } else {
            windows[level].readThrough = Position(entry.position.rawValue - 1)
        }
    }

    /// Puts an entry that came back at its place in the order of positions.
    func putBack(_ entry: QueuedEntry) {
        let level = Int(entry.priority.level)
        windows[level].ready.insert(entry, at: windows[level].place(of: entry.position))
    }

    /// Takes rows that were read behind a window.
    ///
    /// - Parameter readThrough: up to where was read; nil when nothing lies behind.
    func refill(_ entries: [QueuedEntry], priority: Priority, readThrough: Position?) {
        let level = Int(priority.level)
        guard let first = entries.first else {
            windows[level].readThrough = readThrough
            return
        }
        // An entry can be here already: one that was on its way when the shard was rolled back.
        let behind = windows[level].ready.suffix(from: windows[level].place(of: first.position))
        var held = Set(behind.map(\.position))
        for entries in deferred.values { held.formUnion(entries.map(\.position)) }
        for entry in entries
        where inFlight[entry.position] == nil && !held.contains(entry.position) {
            if behind.isEmpty {
                windows[level].ready.append(entry)
            } else {
                putBack(entry)
            }
        }
        windows[level].readThrough = readThrough
    }

    func handOver(_ entry: InboxEntry, to consumer: ConsumerID) {
        inFlight[entry.position] = InFlight(entry: entry, consumer: consumer)
        busy.insert(entry.referral)
    }

    /// Who was given something is the last whose turn it is next.
    func endTurn(of consumer: ConsumerID) {
        guard let place = consumers.firstIndex(of: consumer) else { return }
        consumers.append(consumers.remove(at: place))
    }

    /// Takes an entry from what is on its way; those that waited for it are ready again.
    func land(_ position: Position) -> InFlight? {
        guard let landed = inFlight.removeValue(forKey: position) else { return nil }
        busy.remove(landed.entry.referral)
        release(landed.entry.referral)
        return landed
    }

    /// Makes the next entry of a referral ready that waited for another one, unless one is on its
    /// way.
    func release(_ referral: ReferralID) {
        guard !busy.contains(referral), let next = deferred[referral]?.popFirst() else { return }
        deferredCount -= 1
        if deferred[referral]?.isEmpty == true { deferred[referral] = nil }
        putBack(next)
    }

    /// The referrals of those that `next` gives next, so far as memory holds them.
    func upcoming(_ limit: Int) -> [ReferralID] {
        windows.reversed().flatMap { $0.ready.prefix(limit) }.prefix(limit).map(\.referral)
    }

    func changeDepth(level: Int, by change: Int64) {
        windows[level].depth += change
        windows[level].isDirty = true
    }

    /// Takes a floor as it was written down: what is open lies in rows from there on.
    func setFloor(level: Int, _ floor: Position) {
        windows[level].readThrough = Position(floor.rawValue - 1)
    }

    /// After a restart: memory holds nothing, and where something is open it is in rows.
    func forgetWindows() {
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

extension Deque<QueuedEntry> {
    /// Inserts in the order of positions: almost always at the end, for only one that was ready
    /// again, and was overtaken, is earlier than others.
    fileprivate mutating func insert(_ entry: QueuedEntry) {
        insert(entry, at: lastIndex { $0.position < entry.position }.map { $0 + 1 } ?? 0)
    }
}
