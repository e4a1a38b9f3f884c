import Brokering
import Fixtures
import Messages
import Referrals
import Store

/// A shard machine with a model of the store below it and a model of the agencies above it, in one
/// thread and from one seed: what it is asked, what fails, and what must hold all the same.
///
/// The loop around the machine is the shard's own, in miniature: load, decide, commit, publish; a
/// commit that fails is rolled back and tried again, a crash starts a new machine on the log.
struct Simulation: ~Copyable {
    /// What is broken on purpose, to see that it is noticed.
    enum Bug: String, CaseIterable, Sendable {
        case confirmsBeforeCommit
        /// Goes on after a failed commit as if nothing had happened.
        case doesNotRollBack
        /// Starts from the counters alone.
        case forgetsTail
        /// Answers that were committed get lost on the way out.
        case losesAnswers
        /// A settlement is thrown away, once in a while.
        case losesSettlements
        /// Takes the keys that it has read for all, though it has read none.
        case readsNoKeys
    }

    /// What can go wrong with a batch.
    enum Fault: CaseIterable {
        case loadFails, commitFails, refused, outcomeUnknown, crashBefore, crashAfter, restart
    }

    /// An agency's link that receives, as the agency sees it.
    struct Client {
        let inbox: AgencyID
        let outlet: OutletID
        var limit: UInt64 = 0
        var given: UInt64 = 0
        var isDraining = false
        /// It has detached in this batch.
        var isLeaving = false
        /// What it holds and has not settled, with the attempt.
        var held: [Position: Int16] = [:]

        var credit: UInt64 { limit > given ? limit - given : 0 }
    }

    /// A message that waits for its answer.
    struct Asked {
        let message: PreparedSubmission
        /// Whether nothing speaks against it.
        let mustSucceed: Bool
    }

    let seed: UInt64
    let bug: Bug?
    var faultPercent: Int
    let limits: ShardMachine.Limits
    var random: SeededGenerator
    var store: ModelStore
    var machine: ShardMachine
    /// What this life's machine still waits for: nil before the store's keys are read.
    var scanned: KnownKeys?
    var now = Instant(microseconds: 1_700_000_000_000_000)

    var clients: [ConsumerID: Client] = [:]
    var asked: [UInt64: Asked] = [:]
    /// Networks that were ordered, each planned against the one in force then.
    var planned: Set<UInt64> = []
    /// Everything that was ever sent, to be sent again.
    var sent: [PreparedSubmission] = []
    var confirmed: [LoadRequest.MessageKey: Position] = [:]
    /// What clients settled in this batch, and how.
    var settled: [Position: DeliveryOutcome] = [:]
    /// The batch was cut in halves: what clients do in the second is not known in the first.
    var isHalved = false
    /// The head before this batch.
    var before = Position(0)
    /// Referrals that this batch speaks of: what comes of them cannot be told beforehand.
    var touched: Set<QualifiedName> = []
    var numbers: UInt64 = 0
    /// How often the broker was started again.
    var lives = 0
    /// How often each fault was met, to see that the seeds cover them.
    var met: [Fault: Int] = [:]

    init(seed: UInt64, bug: Bug? = nil, faultPercent: Int = 12) {
        self.seed = seed
        self.bug = bug
        self.faultPercent = faultPercent
        var random = SeededGenerator(seed: seed)
        var limits = ShardMachine.Limits()
        limits.window = random.pick([1, 2, 4, 1_024])
        limits.referrals = random.pick([2, 8, 64, 16_384])
        limits.checkpoint = random.pick([1, 10, 40, 8_192])
        limits.handOvers = random.pick([1, 2, 256])
        // Few enough that many are looked up in vain.
        limits.knownKeys = random.pick([8, 64, 4_096])
        self.limits = limits
        store = ModelStore(page: random.pick([1, 3, 256]))
        machine = ShardMachine(
            recovered: store.recover(), network: .none, limits: limits,
            random: SeededGenerator(seed: random.next()))
        self.random = random
    }

    /// Lives through so many batches, then lets everything drain.
    mutating func run(batches: Int) throws {
        try process(applyNetwork())
        for number in 1...batches {
            now = Instant(microseconds: now.microseconds + Int64(random.number(in: 1...100_000)))
            settled = [:]
            touched = []
            before = store.head
            try process(randomCommands())
            clients = clients.filter { !$0.value.isLeaving }
            isHalved = false
            try rest()
            if number % 8 == 0 { try checkCounters() }
        }
        try drainEverything()
    }

    // MARK: The shard's loop

    mutating func process(_ commands: [ShardCommand]) throws {
        let fault = random.chance(faultPercent) ? random.pick(Fault.allCases) : nil
        if let fault { met[fault, default: 0] += 1 }
        if fault == .restart { return try restart(losing: commands) }
        scanKeys()
        let request = machine.needs(for: commands)
        if fault == .loadFails {
            rollBack()
            return try process(commands)
        }
        let decision = machine.decide(commands, loaded: store.load(request), now: now)
        guard !decision.batch.isEmpty else { return try publish(decision, of: commands) }
        if bug == .confirmsBeforeCommit { try publish(decision, of: commands) }
        switch fault {
        case nil, .outcomeUnknown, .loadFails, .restart:
            // Of an unknown outcome the log tells: it was committed, and is published.
            try store.commit(decision)
            if bug != .confirmsBeforeCommit { try publish(decision, of: commands) }
        case .commitFails:
            rollBack()
            try process(commands)
        case .refused:
            rollBack()
            isHalved = true
            guard commands.count > 1 else { return try process(commands) }
            let life = lives
            try process(Array(commands.prefix(commands.count / 2)))
            // What a crash takes with it is not processed any more.
            guard lives == life else { return }
            try process(Array(commands.dropFirst(commands.count / 2)))
        case .crashBefore:
            crash()
        case .crashAfter:
            try store.commit(decision)
            crash()
        }
    }

    /// Sooner or later the store's keys are read, as of that moment, and later the machine has
    /// them.
    private mutating func scanKeys() {
        if let keys = scanned {
            guard !machine.knowsKeys, random.chance(40) else { return }
            machine.learn(keys)
        } else if random.chance(40) {
            var keys = KnownKeys(capacity: limits.knownKeys)
            if bug != .readsNoKeys { store.keys.forEach { keys.insert($0) } }
            scanned = keys
        }
    }

    /// Goes on while the machine has something to do by itself.
    mutating func rest() throws {
        var rounds = 0
        while machine.isHungry {
            rounds += 1
            guard rounds < 10_000 else { throw Violation("the machine never rests") }
            try process([])
        }
        try checkAtRest()
    }

    private mutating func rollBack() {
        guard bug != .doesNotRollBack else { return }
        machine.rollBack(to: store.recover(), network: store.network)
    }

    private mutating func crash() {
        lives += 1
        clients = [:]
        settled = [:]
        asked = [:]
        scanned = nil
        machine = ShardMachine(
            recovered: store.recover(forgettingTail: bug == .forgetsTail),
            network: store.network, limits: limits, random: SeededGenerator(seed: random.next()))
    }

    /// Stops in good order: what was not taken is lost, the counters are written down.
    private mutating func restart(losing commands: [ShardCommand]) throws {
        let decision = machine.writeCounters()
        if !decision.batch.isEmpty { try store.commit(decision) }
        crash()
    }

    // MARK: What agencies see

    private mutating func publish(
        _ decision: ShardDecision, of commands: [ShardCommand]
    ) throws {
        machine.committed()
        for publication in decision.publications {
            switch publication {
            case .answer(_, .confirmed(let number, let position)):
                if bug == .losesAnswers && random.chance(5) { continue }
                try confirmed(number, at: position)
            case .answer(_, .refused(let number, let refusal)):
                try refused(number, refusal)
            case .answer(let outlet, .drained(let consumer, _)):
                guard let client = clients[consumer], client.outlet == outlet,
                    client.isDraining, !client.isLeaving || isHalved
                else { throw Violation("drained, and nobody asked") }
                clients[consumer]?.isDraining = false
                clients[consumer]?.limit = client.given
            case .answer(_, .networkApplied(_, let version)):
                guard store.network.version >= version else {
                    throw Violation("network \(version) is told and not there")
                }
            case .answer(_, .deliver): throw Violation("a delivery without an authorization")
            case .handOver(let handOver): try take(handOver)
            }
        }
        for command in commands {
            guard case .submit(let message, let ticket) = command, asked[ticket.number] != nil
            else { continue }
            throw Violation("\(message.sender)/\(message.envelope.id) was not answered")
        }
        try checkSettlements()
    }

    private mutating func confirmed(_ number: UInt64, at position: Position) throws {
        guard let message = asked.removeValue(forKey: number)?.message else {
            throw Violation("confirmed, and nobody asked")
        }
        let key = LoadRequest.MessageKey(sender: message.sender, id: message.envelope.id)
        guard let record = store.messages[key], record.position == position,
            store.event(at: position) != nil, record.digest == message.digest
        else { throw Violation("\(key.sender)/\(key.id) is confirmed and not in the log") }
        if let earlier = confirmed[key], earlier != position {
            throw Violation("\(key.sender)/\(key.id) is confirmed at two positions")
        }
        confirmed[key] = position
    }

    private mutating func refused(_ number: UInt64, _ refusal: Refusal) throws {
        // Another network came in force between the plan and the order.
        if refusal.reason == .conflict, planned.remove(number) != nil { return }
        guard let question = asked.removeValue(forKey: number) else {
            throw Violation("refused, and nobody asked")
        }
        let message = question.message
        let key = LoadRequest.MessageKey(sender: message.sender, id: message.envelope.id)
        if question.mustSucceed {
            throw Violation("\(key.sender)/\(key.id) is right, and refused: \(refusal)")
        }
        // What came first in the same batch was judged without it.
        guard let record = store.messages[key], record.position <= before else { return }
        guard record.digest != message.digest else {
            throw Violation("\(key.sender)/\(key.id) is accepted, and refused: \(refusal)")
        }
        guard refusal.reason == .conflict, refusal.field == "/id" else {
            throw Violation("\(key.sender)/\(key.id) is another's id, and refused: \(refusal)")
        }
    }

    /// A delivery reaches a client: everything that must hold of it.
    private mutating func take(_ handOver: ShardDecision.HandOver) throws {
        let entry = handOver.entry.position
        let name = "entry \(entry) for \(handOver.recipient)"
        guard let client = clients[handOver.consumer], client.inbox == handOver.recipient,
            client.outlet == handOver.outlet
        else { throw Violation("\(name) goes to nobody") }
        if client.isLeaving {
            guard isHalved else { throw Violation("\(name) goes to a client that has left") }
            return
        }
        // The first half of a batch does not know yet that the second lowers the credit.
        guard client.credit > 0 || isHalved else { throw Violation("\(name) is beyond the credit") }
        guard let event = store.event(at: entry), event.kind.isEntry,
            event.inbox == handOver.recipient
        else { throw Violation("\(name) is not in the log") }
        guard store.isOpen(entry) else { throw Violation("\(name) has ended") }
        guard store.attempts(of: entry) == handOver.attempt else {
            throw Violation("\(name) leaves for another time than the log says")
        }
        if let body = event.body {
            guard handOver.authorization?.recipient == handOver.recipient else {
                throw Violation("\(name) discloses without an authorization")
            }
            guard store.bodies.contains(body) else { throw Violation("\(name) has no body") }
        }
        if event.kind == .assigned, let number = event.assignment,
            let assignment = event.referral.flatMap({ store.records[$0]?.assignment(number) }),
            assignment.status.isFinal
        {
            throw Violation("\(name) is an offer that has ended")
        }
        try checkOrder(of: event)
        clients[handOver.consumer]?.given += 1
        clients[handOver.consumer]?.held[entry] = handOver.attempt
    }

    /// One delivery of a referral at a time in an inbox, in the order of the log.
    private func checkOrder(of event: EventRecord) throws {
        for client in clients.values where client.inbox == event.inbox {
            for held in client.held.keys {
                guard held != event.position else {
                    throw Violation("entry \(held) is on its way twice")
                }
                guard event.referral == nil || store.event(at: held)?.referral != event.referral
                else {
                    throw Violation("entries \(held) and \(event.position) go at once")
                }
            }
        }
        let earlier = store.entries.first {
            $0 < event.position && store.event(at: $0)?.inbox == event.inbox
                && store.event(at: $0)?.referral == event.referral && store.isOpen($0)
        }
        if let earlier, event.referral != nil {
            throw Violation("entry \(event.position) goes before entry \(earlier)")
        }
    }
}
