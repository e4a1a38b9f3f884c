/// What the broker must never do.
enum Violation: Hashable, Sendable, CustomStringConvertible {
    /// It was confirmed, and nothing is known of it.
    case lost(MessageKey)
    /// It was confirmed, and is in no inbox, no lane, no quarantine, and was not delivered.
    case mislaid(MessageKey)
    /// It was delivered, and nobody sent it.
    case invented(MessageKey)
    /// One message lies in an inbox twice.
    case doubled(MessageKey, inbox: String)
    /// An entry came again, and its delivery count had not risen.
    case countedWrongly(entry: Int, counts: [Int])
    /// An entry came, and the log does not say that it had left.
    case unrecorded(entry: Int, count: Int)
    /// Of one referral, in one inbox, a later entry came first.
    case outOfOrder(referral: String, inbox: String, entries: [Int])
    /// The log has a gap, or a position twice.
    case gap(after: Int)
    /// An entry ended more than once.
    case endedTwice(entry: Int)
    /// An entry was settled, and nobody has seen it.
    case settledUnseen(entry: Int)
    /// An entry is still in its inbox after all was drained.
    case left(entry: Int, inbox: String)

    var description: String {
        switch self {
        case .lost(let message): "\(message) was confirmed and is lost"
        case .mislaid(let message): "\(message) was confirmed and is nowhere"
        case .invented(let message): "\(message) was delivered and never sent"
        case .doubled(let message, let inbox): "\(message) is in the inbox of \(inbox) twice"
        case .countedWrongly(let entry, let counts): "entry \(entry) came with counts \(counts)"
        case .unrecorded(let entry, let count):
            "entry \(entry) came with count \(count), and the log does not say so"
        case .outOfOrder(let referral, let inbox, let entries):
            "of \(referral), \(inbox) saw the entries \(entries)"
        case .gap(let position): "the log has a gap after \(position)"
        case .endedTwice(let entry): "entry \(entry) ended twice"
        case .settledUnseen(let entry): "entry \(entry) was settled and never came"
        case .left(let entry, let inbox): "entry \(entry) is left in the inbox of \(inbox)"
        }
    }
}

/// Holds what peers saw against what the log says. Pure: the same evidence, the same verdict.
struct Checker {
    let seen: Sightings
    let account: Account

    /// - Parameter isDrained: whether every inbox was emptied before the account was taken.
    func violations(isDrained: Bool) -> [Violation] {
        confirmedAreKept + delivered + counts + order + log + (isDrained ? leftOvers : [])
    }

    // MARK: Confirmed messages

    private var confirmedAreKept: [Violation] {
        let delivered = Set(seen.deliveries.compactMap(\.message))
        let positions = Dictionary(
            account.events.map { ($0.position, $0) }, uniquingKeysWith: { first, _ in first })
        let referrals = Dictionary(
            grouping: account.events.filter { $0.referral != nil }, by: { $0.referral ?? "" })
        return seen.confirmed.sorted { $0.description < $1.description }.compactMap { message in
            guard let position = account.stored[message], let event = positions[position] else {
                return .lost(message)
            }
            if delivered.contains(message) { return nil }
            let history = referrals[event.referral ?? ""] ?? []
            return history.contains { Self.isPlace($0, after: position) } ? nil : .mislaid(message)
        }
    }

    /// Whether an event says where a message is: in an inbox, in a lane, or taken back in time.
    private static func isPlace(_ event: Account.Event, after position: Int) -> Bool {
        event.position >= position
            && ["assigned", "queued", "unserved", "quarantined", "withdrawn", "cancelled"]
                .contains(event.kind)
    }

    // MARK: Deliveries

    private var delivered: [Violation] {
        var entries: [String: [MessageKey: Set<Int>]] = [:]
        var found: [Violation] = []
        for delivery in seen.deliveries {
            guard let message = delivery.message else { continue }
            if !seen.sent.contains(message) { found.append(.invented(message)) }
            entries[delivery.inbox, default: [:]][message, default: []].insert(delivery.entry)
        }
        for (inbox, messages) in entries {
            for (message, entries) in messages where entries.count > 1 {
                found.append(.doubled(message, inbox: inbox))
            }
        }
        return found
    }

    /// A delivery that comes again says so, and each one was in the log before it left.
    private var counts: [Violation] {
        var recorded: [Int: Set<Int>] = [:]
        for event in account.events where event.attempt > 0 {
            recorded[event.entry ?? event.position, default: []].insert(event.attempt)
        }
        var found: [Violation] = []
        for (entry, deliveries) in Dictionary(grouping: seen.deliveries, by: \.entry) {
            let counts = deliveries.map(\.count)
            if zip(counts, counts.dropFirst()).contains(where: { $0 >= $1 }) {
                found.append(.countedWrongly(entry: entry, counts: counts))
            }
            for count in counts where recorded[entry]?.contains(count + 1) != true {
                found.append(.unrecorded(entry: entry, count: count))
            }
        }
        return found
    }

    /// What concerns one referral comes to one inbox in the order of its commits.
    private var order: [Violation] {
        var found: [Violation] = []
        let inboxes = Dictionary(grouping: seen.deliveries, by: { [$0.inbox, $0.referral] })
        for (key, deliveries) in inboxes {
            let entries = deliveries.map(\.entry)
            if zip(entries, entries.dropFirst()).contains(where: { $0 > $1 }) {
                found.append(.outOfOrder(referral: key[1], inbox: key[0], entries: entries))
            }
        }
        return found
    }

    // MARK: The log

    private var log: [Violation] {
        var found: [Violation] = []
        var ended: Set<Int> = []
        let came = Set(seen.deliveries.map(\.entry))
        var last = 0
        for event in account.events {
            if event.position != last + 1 { found.append(.gap(after: last)) }
            last = event.position
            guard Self.ends.contains(event.kind), let entry = event.entry else { continue }
            if !ended.insert(entry).inserted { found.append(.endedTwice(entry: entry)) }
            if event.kind == "settled", !came.contains(entry) {
                found.append(.settledUnseen(entry: entry))
            }
        }
        return found
    }

    private var leftOvers: [Violation] {
        let ended = Set(
            account.events.filter { Self.ends.contains($0.kind) }.compactMap(\.entry))
        return account.events.compactMap { event in
            guard Self.entries.contains(event.kind), let inbox = event.inbox,
                !ended.contains(event.position)
            else { return nil }
            return .left(entry: event.position, inbox: inbox)
        }
    }

    private static let entries: Set = ["assigned", "queued", "noticed"]
    private static let ends: Set = ["settled", "quarantined", "withdrawn"]
}
