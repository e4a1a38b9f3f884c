import Fixtures
import Messages
import Referrals
import Store

@testable import Brokering

/// A shard machine on a model of the store, driven command by command: what is asked of it goes in,
/// and every event and answer comes out as a line.
struct Transcript: ~Copyable {
    var store: ModelStore
    var machine: ShardMachine
    var now = Instant(microseconds: 1_700_000_000_000_000)
    private let limits: ShardMachine.Limits
    private var numbers: UInt64 = 0
    /// Batches that were committed.
    private(set) var rounds = 0
    /// What came with each hand-over: what it may disclose.
    private(set) var released: [ReleaseAuthorization?] = []

    /// With these agreements in force.
    init(
        _ agreements: [Agreement] = [.sample("clinic-health", "clinic")], isDemo: Bool = true,
        maxDeliveries: Int = 3, window: Int = 1_024, page: Int = 256, referrals: Int = 16_384,
        history: Int32 = 10_000, handOvers: Int = 256
    ) throws {
        var limits = ShardMachine.Limits()
        limits.handOvers = handOvers
        limits.window = window
        limits.referrals = referrals
        limits.history = history
        self.limits = limits
        store = ModelStore(page: page)
        machine = ShardMachine(
            recovered: store.recover(), network: .none, limits: limits,
            random: SeededGenerator(seed: 1))
        try apply(agreements, isDemo: isDemo, maxDeliveries: maxDeliveries)
    }

    @discardableResult
    mutating func apply(
        _ agreements: [Agreement], isDemo: Bool = true, maxDeliveries: Int = 3
    ) throws -> [String] {
        try run(application(.sample(agreements, isDemo: isDemo, maxDeliveries: maxDeliveries)))
    }

    private mutating func application(_ network: Network) -> ShardCommand {
        .applyNetwork(
            network, base: machine.applied.version, document: "", author: .operator(uid: 0),
            ticket())
    }

    private mutating func ticket() -> Ticket {
        numbers += 1
        return Ticket(outlet: OutletID(0), number: numbers)
    }

    // MARK: What is asked

    /// Hands messages in, in one batch.
    @discardableResult
    mutating func submit(_ messages: PreparedSubmission...) throws -> [String] {
        try run(messages.map { .submit($0, ticket()) })
    }

    /// Applies a network, and hands messages in, each in the batch after the other, though the
    /// batch before left more to do.
    mutating func submit(
        _ messages: PreparedSubmission..., rightAfter agreements: [Agreement]
    ) throws -> [String] {
        var lines = try commit([application(.sample(agreements))])
        for message in messages { lines += try commit([.submit(message, ticket())]) }
        return try lines + run([])
    }

    /// A link that receives, with credit for so many.
    @discardableResult
    mutating func receive(
        _ number: UInt64, from inbox: AgencyID, credit: UInt64 = 100
    ) throws -> [String] {
        try run(
            .attach(ConsumerID(number), inbox: inbox, OutletID(number)),
            .grant(ConsumerID(number), limit: credit))
    }

    @discardableResult
    mutating func settle(
        _ entry: Int64, by number: UInt64, attempt: Int16 = 1,
        _ outcome: DeliveryOutcome = .accepted, remark: SettlementRemark? = nil
    ) throws -> [String] {
        try run(
            .settle(
                ConsumerID(number), entry: Position(entry), attempt: attempt, outcome,
                remark: remark))
    }

    @discardableResult
    mutating func run(_ commands: ShardCommand...) throws -> [String] { try run(commands) }

    /// Decides and commits, and goes on until there is nothing left to do.
    @discardableResult
    mutating func run(_ commands: [ShardCommand]) throws -> [String] {
        var lines = try commit(commands)
        while machine.isHungry { lines += try commit([]) }
        return lines
    }

    private mutating func commit(_ commands: [ShardCommand]) throws -> [String] {
        let decision = decide(commands)
        try store.commit(decision)
        machine.committed()
        rounds += 1
        for case .handOver(let handOver) in decision.publications {
            released.append(handOver.authorization)
        }
        return decision.batch.events.map { line(of: $0) }
            + decision.publications.map { line(of: $0) }
    }

    // MARK: What fails

    private mutating func decide(_ commands: [ShardCommand]) -> ShardDecision {
        let request = machine.needs(for: commands)
        return machine.decide(commands, loaded: store.load(request), now: now)
    }

    /// Decides, and cannot commit.
    mutating func fail(_ commands: ShardCommand...) {
        _ = decide(commands)
        machine.rollBack(to: store.recover(), network: store.network)
    }

    /// A new machine on the same log.
    mutating func restart() {
        machine = ShardMachine(
            recovered: store.recover(), network: store.network, limits: limits,
            random: SeededGenerator(seed: 2))
    }

    // MARK: Lines

    private func line(of event: EventRecord) -> String {
        var words = ["\(event.position) \(event.kind.rawValue)"]
        if let referral = event.referral, let record = store.records[referral] {
            words.append(record.row.name.name.rawValue)
        }
        if let assignment = event.assignment { words.append(assignment.description) }
        if let status = event.status { words.append(status.rawValue) }
        if event.kind.isEntry, let inbox = event.inbox { words.append("for \(inbox)") }
        if let code = event.code { words.append(code) }
        if let entry = event.entry { words.append("entry \(entry)") }
        if let outcome = event.outcome { words.append(outcome.rawValue) }
        return words.joined(separator: " ")
    }

    private func line(of publication: ShardDecision.Publication) -> String {
        switch publication {
        case .answer(_, .confirmed(_, let position)): "confirm \(position)"
        case .answer(_, .refused(_, let refusal)):
            "refuse \(refusal.reason.rawValue) \(refusal.field)"
        case .answer(_, .drained(let consumer, let limit)):
            "drained \(consumer.rawValue) at \(limit)"
        case .answer(_, .networkApplied(_, let version)): "network \(version)"
        case .answer(_, .deliver(let consumer, _)): "deliver to \(consumer.rawValue)"
        case .handOver(let handOver):
            "hand over \(handOver.entry.position) to \(handOver.consumer.rawValue)"
                + (handOver.attempt > 1 ? " attempt \(handOver.attempt)" : "")
        }
    }
}
