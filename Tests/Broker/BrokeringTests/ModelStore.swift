import Brokering
import OpenSSLCrypto
import Referrals
import Store

/// The store as the schema and its statements have it, in memory: it refuses what a constraint
/// would refuse, and answers what the SQL would answer.
struct ModelStore {
    private struct Queue: Hashable {
        let inbox: AgencyID
        let priority: Priority
    }

    private struct CounterKey: Hashable {
        let kind: CounterRecord.Kind
        let key: String
    }

    /// Rows that one look-up reads at most.
    let page: Int
    private(set) var log: [EventRecord] = []
    private(set) var messages: [LoadRequest.MessageKey: MessageRecord] = [:]
    private(set) var referrals: [ReferralID: ReferralRow] = [:]
    private(set) var bodies: Set<Position> = []
    private(set) var networks: [(record: NetworkRecord, network: Network)] = []
    /// Every referral's history, folded.
    private(set) var records: [ReferralID: ReferralRecord] = [:]
    /// What happened to each entry since it was made.
    private(set) var fates: [Position: [EventRecord]] = [:]
    private(set) var entries: [Position] = []
    private var names: [QualifiedName: ReferralID] = [:]
    private var persons: [SHA256Digest: PersonRecord] = [:]
    private var counters: [CounterKey: Int64] = [:]
    private var histories: [ReferralID: [Position]] = [:]
    private var queues: [Queue: [Position]] = [:]

    init(page: Int) { self.page = page }

    var head: Position { Position(Int64(log.count)) }

    var network: AppliedNetwork {
        networks.last.map { AppliedNetwork(network: $0.network, version: $0.record.version) }
            ?? .none
    }

    func event(at position: Position) -> EventRecord? {
        let index = Int(position.rawValue) - 1
        return log.indices.contains(index) ? log[index] : nil
    }

    /// Whether an entry waits, or is on its way.
    func isOpen(_ entry: Position) -> Bool {
        !(fates[entry]?.contains { $0.kind.endsEntry } ?? false)
    }

    /// How often an entry has been handed over.
    func attempts(of entry: Position) -> Int16 {
        max(event(at: entry)?.attempt ?? 0, fates[entry]?.map(\.attempt).max() ?? 0)
    }

    func referral(named name: QualifiedName) -> ReferralRecord? {
        names[name].flatMap { records[$0] }
    }

    // MARK: Writing

    /// Commits a verdict whole, or refuses it and stays as it was.
    mutating func commit(_ decision: ShardDecision) throws(Violation) {
        try check(decision.batch, bodies: Set(decision.bodies.map(\.position)))
        for person in decision.newPersons {
            guard persons[person.lookup] == nil else {
                throw Violation("a person is there twice")
            }
            persons[person.lookup] = PersonRecord(
                lookup: person.lookup, alias: person.alias, wrappedKey: [], generation: 1)
        }
        for message in decision.batch.messages {
            messages[.init(sender: message.sender, id: message.id)] = message
        }
        for row in decision.batch.referrals {
            referrals[row.id] = row
            names[row.name] = row.id
            records[row.id] = ReferralRecord(row: row)
        }
        bodies.formUnion(decision.bodies.map(\.position))
        for event in decision.batch.events { try append(event) }
        for counter in decision.batch.counters {
            counters[CounterKey(kind: counter.kind, key: counter.key)] = counter.value
        }
        if let record = decision.batch.network, let applied = decision.network {
            networks.append((record, applied.network))
        }
    }

    private func check(_ batch: ShardBatch, bodies fresh: Set<Position>) throws(Violation) {
        var next = head
        for event in batch.events {
            next = next.next
            guard event.position == next else {
                throw Violation("position \(event.position) follows the head \(head)")
            }
            try Self.check(event)
            if let body = event.body, !bodies.contains(body), !fresh.contains(body) {
                throw Violation("\(event.kind) at \(event.position) has a body that is nowhere")
            }
        }
        for message in batch.messages
        where messages[.init(sender: message.sender, id: message.id)] != nil {
            throw Violation("message \(message.sender)/\(message.id) is there twice")
        }
        for row in batch.referrals where names[row.name] != nil {
            throw Violation("referral \(row.name) is there twice")
        }
    }

    /// The CHECK constraints of `event`.
    private static func check(_ event: EventRecord) throws(Violation) {
        func require(_ condition: Bool, _ what: String) throws(Violation) {
            guard condition else {
                throw Violation("\(event.kind) at \(event.position): \(what)")
            }
        }
        try require((event.referral == nil) == (event.version == 0), "version without referral")
        try require((-1...1).contains(event.lane) && (-1...1).contains(event.load), "counts")
        switch event.kind {
        case .assigned:
            try require(
                event.assignment != nil && event.body != nil && event.status == .requested,
                "what an assignment has")
            try require(event.inbox != nil && event.priority != nil, "an entry's inbox")
        case .queued, .noticed:
            try require(event.inbox != nil && event.priority != nil, "an entry's inbox")
        case .handedOver, .returned, .settled, .quarantined:
            try require(event.entry != nil && event.inbox != nil, "the entry that it is about")
        case .admitted, .unserved, .updated, .cancelled, .withdrawn, .networkApplied: break
        }
    }

    private mutating func append(_ event: EventRecord) throws(Violation) {
        log.append(event)
        if let id = event.referral {
            guard let version = records[id]?.version, event.version == version + 1 else {
                throw Violation("\(event.kind) at \(event.position): not the next version")
            }
            records[id]?.apply(event)
            histories[id, default: []].append(event.position)
        }
        if event.kind.isEntry, let inbox = event.inbox, let priority = event.priority {
            queues[Queue(inbox: inbox, priority: priority), default: []].append(event.position)
            entries.append(event.position)
        }
        if let entry = event.entry {
            guard isOpen(entry) else {
                throw Violation("\(event.kind) at \(event.position): entry \(entry) has ended")
            }
            fates[entry, default: []].append(event)
        }
    }

    /// As if the partitions that hold them were gone.
    mutating func forgetReferrals() {
        referrals = [:]
        names = [:]
    }

    // MARK: Reading

    /// What `KeyScan` reads.
    var keys: [StoredKey] {
        messages.keys.map(StoredKey.message) + names.keys.map(StoredKey.name)
            + persons.keys.map(StoredKey.person)
    }

    func load(_ request: LoadRequest) -> Loaded {
        var loaded = Loaded()
        loaded.messages = request.messages.compactMap { messages[$0] }
        loaded.persons = request.persons.compactMap { persons[$0] }
        loaded.refills = request.refills.map(refill)
        if let after = request.waitingAfter { loaded.waiting = waiting(after: after) }
        var found = Set(request.names.compactMap { names[$0] })
        found.formUnion(request.referrals)
        found.formUnion(loaded.waiting?.referrals ?? [])
        for refill in loaded.refills {
            found.formUnion(refill.entries.map(\.referral))
        }
        loaded.referrals = found.compactMap { referrals[$0] }
        loaded.events = found.flatMap { histories[$0] ?? [] }.sorted()
            .compactMap { event(at: $0) }
        return loaded
    }

    /// `select-entries.sql`
    private func refill(_ request: LoadRequest.Refill) -> Loaded.Refill {
        let queue = queues[Queue(inbox: request.inbox, priority: request.priority)] ?? []
        let read = queue.filter { $0 > request.after }.prefix(page)
        let entries = read.filter(isOpen).compactMap { position in
            event(at: position)?.referral.map {
                QueuedEntry(position: position, referral: $0, priority: request.priority)
            }
        }
        return Loaded.Refill(
            request: request, entries: entries, readThrough: read.count < page ? nil : read.last)
    }

    /// `select-waiting.sql`
    private func waiting(after: Position) -> Loaded.Waiting {
        var found: [(Position, ReferralID)] = []
        for (id, record) in records where record.isWaiting {
            let entered = histories[id]?.last { event(at: $0)?.lane == 1 }
            if let entered, entered > after { found.append((entered, id)) }
        }
        let read = found.sorted { $0.0 < $1.0 }.prefix(page)
        return Loaded.Waiting(
            referrals: read.map(\.1), next: read.count < page ? nil : read.last?.0)
    }

    func recover(forgettingTail: Bool = false) -> RecoveredShard {
        let checkpoint = counters[CounterKey(kind: .checkpoint, key: "")] ?? 0
        let tail = log.dropFirst(Int(checkpoint)).map { event in
            RecoveredShard.TailEvent(
                event: event,
                lane: event.lane == 0 ? nil : event.referral.flatMap { records[$0]?.lane })
        }
        return RecoveredShard(
            head: head,
            counters: counters.map {
                CounterRecord(kind: $0.key.kind, key: $0.key.key, value: $0.value)
            }, tail: forgettingTail ? [] : tail, network: networks.last?.record)
    }
}

/// A promise that was broken.
struct Violation: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
