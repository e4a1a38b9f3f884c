import LibPQ
package import Logging
import NIOConcurrencyHelpers
import OpenSSLCrypto
import Referrals
import Store

/// The shard's thread: takes what gathered in the mailbox, has the machine decide it, commits, and
/// tells. It is the daemon's only writer, and never has two transactions under way.
package actor Shard {
    private let executor: ConnectionExecutor
    private let settings: ShardSettings
    let broker: Broker
    let logger: Logger
    private let identity: TimeOrderedID

    var session: ShardSession?
    var machine: ShardMachine?
    /// The last position that was told to anyone: it must still be there after every reconnect.
    var confirmed = Position(0)
    /// The keys that the store held, once they are read; taken with the next batch.
    private let scanned = NIOLockedValueBox<KnownKeys?>(nil)
    /// Whether a failover could lose the log's end: nobody has said since that a standby has it.
    private var isDoubtful = false

    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    package init(settings: ShardSettings, broker: Broker, logger: Logger) throws {
        executor = try ConnectionExecutor(name: "shard")
        // To wait for the database is to live, and not to be stuck.
        var settings = settings
        settings.store.onWait = { [weak broker] in broker?.beat() }
        self.settings = settings
        self.broker = broker
        self.logger = logger
        var random = SystemRandomNumberGenerator()
        identity = TimeOrderedID(
            now: settings.now(), randomness: (random.next(), random.next()))
    }

    /// Claims the shard, however long the database makes it wait, serves until the broker stops,
    /// and leaves the counters written down.
    package func run() async throws {
        do {
            try await serve()
        } catch is Stopped {
            logger.notice("stopped-without-database")
        }
        finish()
    }

    /// The broker was to stop while it waited for its database. Nobody was told anything of what
    /// then was under way, and who sent it sends it again.
    private struct Stopped: Error {}

    private func serve() async throws {
        guard try await reopen(unknown: nil) else { throw Stopped() }
        // Beside the shard, and nobody waits for it: it may be waiting for a server that is away.
        let epoch = broker.epoch
        let scan = Task.detached { [self] in await scanKeys(claimedAs: epoch) }
        defer { scan.cancel() }
        while let commands = broker.mailbox.next(
            limit: settings.batch, bytes: settings.batchBytes)
        {
            broker.beat()
            while settings.fault == .spin, !commands.isEmpty, !broker.isStopping {}
            try await process(commands)
            // What the machine could not finish for lack of rows, with what has come meanwhile.
            while machine?.isHungry == true, !broker.isStopping {
                broker.beat()
                try await process(
                    broker.mailbox.now(limit: settings.batch, bytes: settings.batchBytes))
                if broker.takeWriteRequest() { try await write() }
            }
            if broker.takeWriteRequest() { try await write() }
        }
    }

    /// Reads what the store holds already; until that is done, every key is looked up.
    private nonisolated func scanKeys(claimedAs epoch: Int64) async {
        let capacity = settings.machine.knownKeys
        var delay = Duration.seconds(1)
        while !Task.isCancelled {
            do {
                let keys = try await KeyScan(settings.conninfo, settings: settings.store).run(
                    broker: identity, epoch: epoch, into: KnownKeys(capacity: capacity)
                ) { keys, key in
                    keys.insert(key)
                    return keys.count <= 2 * capacity
                }
                scanned.withLockedValue { $0 = keys }
                logger.info("keys-read", metadata: ["count": "\(keys.count)"])
                return
            } catch KeyScan.Incomplete.stopped {
                guard !Task.isCancelled else { return }
                logger.notice("keys-not-read", metadata: ["more-than": "\(2 * capacity)"])
                return
            } catch let error as DatabaseError where error.kind == .permanent {
                logger.warning("keys-not-read", metadata: ["cause": "\(error)"])
                return
            } catch {
                logger.debug("keys-awaited", metadata: ["cause": "\(error)"])
                try? await ContinuousClock().sleep(for: delay)
                delay = min(delay * 2, .seconds(60))
            }
        }
    }

    // MARK: Session

    /// Connects and recovers; an earlier machine keeps what is volatile.
    private func open(with unknown: Position?) throws {
        let session = try ShardSession(
            settings, broker: identity, isFirst: machine == nil)
        guard session.recovered.head >= confirmed else {
            throw ShardError.tailLost(confirmed: confirmed, found: session.recovered.head)
        }
        self.session = session
        let isCommitted = unknown.map { session.recovered.head >= $0 } ?? false
        if machine == nil {
            machine = ShardMachine(
                recovered: session.recovered, network: session.network, limits: settings.machine,
                random: PooledRandom())
        } else if !isCommitted {
            machine?.rollBack(to: session.recovered, network: session.network)
        }
        broker.claimed(
            epoch: session.epoch, network: session.network, lookupKey: session.lookupKey)
        logger.info(
            "shard-claimed",
            metadata: [
                "epoch": "\(session.epoch)", "head": "\(session.recovered.head)",
                "tail": "\(session.recovered.tail.count)",
                "network": "\(session.network.network.id)",
                "network-version": "\(session.network.version)",
            ])
    }

    /// Connects again.
    private func reopen(after fault: DatabaseError, unknown: Position?) async throws {
        logger.warning("database-lost", metadata: ["cause": "\(fault)"])
        broker.lost(because: "\(fault)")
        session = nil
        guard try await reopen(unknown: unknown) else { throw Stopped() }
    }

    /// Connects, however long it takes, unless the fault is one that waiting cannot mend.
    ///
    /// - Returns: whether it came about; otherwise the broker stops.
    private func reopen(unknown: Position?) async throws -> Bool {
        var delay = Duration.milliseconds(50)
        while true {
            do {
                try open(with: unknown)
                broker.opened()
                return true
            } catch let error as DatabaseError where error.kind != .permanent {
                wait(because: error)
            } catch SchemaError.database(let error) where error.kind != .permanent {
                wait(because: error)
            }
            guard !broker.isStopping else { return false }
            try await ContinuousClock().sleep(for: delay)
            broker.beat()
            delay = min(delay * 2, .seconds(2))
        }
    }

    private func wait(because fault: DatabaseError) {
        // An operator wants to read of it once, and again only where the reason is another one.
        let level: Logger.Level = broker.waits(because: "\(fault)") ? .warning : .debug
        logger.log(level: level, "database-awaited", metadata: ["cause": "\(fault)"])
    }

    // MARK: Batches

    /// Decides and commits a batch, as often as it takes. A batch that the database refuses is
    /// tried without what inboxes want to read besides, and then cut in halves, so that one bad
    /// command is refused alone.
    private func process(
        _ commands: [ShardCommand], patience: Int = 5, alone: Bool = false
    ) async throws {
        broker.beat()
        switch try attempt(commands, alone: alone) {
        case .done: return
        case .lost(let fault, let unknown):
            try await reopen(after: fault, unknown: unknown?.position)
            if let unknown, let head = session?.recovered.head, head >= unknown.position {
                isDoubtful = true
                publish(unknown.decision, isConfirmed: prove(now: settings.now()))
            } else {
                try await process(commands)
            }
        case .refused(let fault):
            try await rollBack()
            // What inboxes want comes again with the next batch, from the next inbox on.
            guard !commands.isEmpty else { return try await pause(after: fault) }
            guard alone else { return try await process(commands, patience: patience, alone: true) }
            let isTransient = (fault as? DatabaseError)?.kind == .transient
            if isTransient, patience > 0 {
                try await pause(after: fault)
                return try await process(commands, patience: patience - 1, alone: true)
            }
            // A fault that passes is no command's: each half would wait for it again.
            guard commands.count > 1, !isTransient else {
                return refuse(commands, because: fault)
            }
            let half = commands.count / 2
            try await process(Array(commands.prefix(half)), patience: 0, alone: true)
            try await process(Array(commands.dropFirst(half)), patience: 0, alone: true)
        }
    }

    /// A full disk, a lock: it may be better in a moment, and a loop without rest helps nobody.
    private func pause(after fault: any Error) async throws {
        logger.warning("batch-postponed", metadata: ["cause": "\(fault)"])
        guard !broker.isStopping else { throw Stopped() }
        try await ContinuousClock().sleep(for: .milliseconds(500))
        broker.beat()
    }

    /// Commits a batch of nothing, for who wants to know whether a write reaches the database: it
    /// locks the shard's row, which is one.
    private func write() async throws {
        guard let session else { return }
        let attempt = try commit(ShardDecision(), of: 0, in: session, now: settings.now())
        switch attempt {
        case .done: return
        case .refused(let fault): logger.warning("write-refused", metadata: ["cause": "\(fault)"])
        case .lost(let fault, _): try await reopen(after: fault, unknown: nil)
        }
    }

    private enum Attempt {
        case done
        /// The session is gone; with what may have been committed, if a COMMIT was under way.
        case lost(DatabaseError, unknown: (position: Position, decision: ShardDecision)?)
        /// The database refused what was written, or a key does not open.
        case refused(any Error)
    }

    private func attempt(_ commands: [ShardCommand], alone: Bool) throws -> Attempt {
        guard let session else { return .lost(.closed, unknown: nil) }
        session.vault.age()
        if let keys = scanned.withLockedValue({ exchange(&$0, with: nil) }) { machine?.learn(keys) }
        let now = settings.now()
        var decision: ShardDecision
        do {
            let decided = try decide(commands, alone: alone, in: session, now: now)
            decision = decided
            try seal(&decision, in: session)
        } catch let error as DatabaseError {
            return error.kind == .connection || !session.store.isOpen
                ? .lost(error, unknown: nil) : .refused(error)
        } catch let error as CryptoError {
            return .refused(error)
        }
        guard !decision.batch.isEmpty else {
            if let lost = try confirmOwnership(before: decision, in: session) { return lost }
            publish(decision, isConfirmed: prove(now: now))
            return .done
        }
        return try commit(decision, of: commands.count, in: session, now: now)
    }

    /// A refusal is final, and may rest on what this broker alone remembers: where nothing is
    /// written that would tell, the database is asked whether the shard is still ours.
    private func confirmOwnership(
        before decision: ShardDecision, in session: ShardSession
    ) throws -> Attempt? {
        guard decision.refuses else { return nil }
        do {
            guard try session.store.isOwner(identity) else { throw ShardError.shardLost }
            return nil
        } catch let error as DatabaseError {
            return error.kind == .connection || !session.store.isOpen
                ? .lost(error, unknown: nil) : .refused(error)
        }
    }

    private func commit(
        _ decision: ShardDecision, of commands: Int, in session: ShardSession, now: Instant
    ) throws -> Attempt {
        if settings.fault == .confirmBeforeCommit { publish(decision) }
        let began = ContinuousClock.now
        let outcome = session.store.commit(decision.batch, now: now)
        broker.metrics.committed(
            commands: commands, in: ContinuousClock.now - began, outcome: outcome)
        broker.wrote(isStored: outcome == .committed)
        switch outcome {
        case .committed:
            isDoubtful = false
            if settings.fault != .confirmBeforeCommit { publish(decision) }
            return .done
        case .rolledBack(let error):
            if error.isShardLost { throw ShardError.shardLost }
            return error.kind == .connection || !session.store.isOpen
                ? .lost(error, unknown: nil) : .refused(error)
        case .unknown(let error):
            let position = decision.batch.lastPosition ?? confirmed
            return .lost(error, unknown: (position, decision))
        case .notConfirmed(let warning):
            // Committed here, but not where a failover would look: nobody is told that it is safe.
            logger.error("commit-not-confirmed", metadata: ["cause": "\(warning.message)"])
            publish(decision, isConfirmed: false)
            isDoubtful = true
            return .done
        }
    }

    /// Whether what stands in the log is also where a failover would look. Where that is in doubt,
    /// a commit of nothing tells: a repetition is not confirmed before.
    private func prove(now: Instant) -> Bool {
        guard isDoubtful else { return true }
        guard let session else { return false }
        isDoubtful = session.store.commit(ShardBatch(), now: now) != .committed
        return !isDoubtful
    }

    private func decide(
        _ commands: [ShardCommand], alone: Bool, in session: ShardSession, now: Instant
    ) throws -> ShardDecision {
        guard let request = machine?.needs(for: commands, alone: alone) else {
            throw ShardError.shardLost
        }
        var loaded = try session.store.load(request, now: now)
        let strangers = machine?.strangers(in: loaded) ?? []
        try session.store.loadHistories(
            of: strangers.union(request.referrals), into: &loaded)
        for person in loaded.persons {
            try session.vault.learn(
                person.alias, wrappedKey: person.wrappedKey, generation: person.generation)
        }
        guard let decision = machine?.decide(commands, loaded: loaded, now: now) else {
            throw ShardError.shardLost
        }
        return decision
    }

    /// Wraps the keys of what the batch brings.
    private func seal(_ decision: inout ShardDecision, in session: ShardSession) throws {
        for person in decision.newPersons {
            decision.batch.persons.append(try session.vault.admit(person))
        }
        let strangers = Set(decision.bodies.map(\.person)).filter { !session.vault.knows($0) }
        if !strangers.isEmpty {
            for key in try session.store.personKeys(of: strangers) {
                try session.vault.learn(
                    key.alias, wrappedKey: key.wrappedKey, generation: key.generation)
            }
        }
        for body in decision.bodies {
            decision.batch.contents.append(try session.vault.wrap(body))
        }
    }

    private func rollBack() async throws {
        guard let session else { return }
        do {
            let recovered = try session.store.recover()
            let network = try recovered.network.map {
                AppliedNetwork(
                    network: try settings.decodeNetwork($0.document), version: $0.version)
            }
            machine?.rollBack(to: recovered, network: network ?? .none)
        } catch let error as DatabaseError {
            try await reopen(after: error, unknown: nil)
        }
    }

    static let notStored = Refusal(
        .unavailable, field: "", problem: "the broker could not store it safely",
        remedy: "send it again; if it stays so, tell the broker's operator")

    private func refuse(_ commands: [ShardCommand], because fault: any Error) {
        logger.error("command-refused", metadata: ["cause": "\(fault)"])
        for command in commands {
            guard let ticket = command.ticket else {
                machine?.applyVolatile(command)
                continue
            }
            broker.outlets.send([(ticket.outlet, .refused(ticket.number, Self.notStored))])
        }
    }

    private func finish() {
        guard let session else { return }
        if let decision = machine?.writeCounters(), !decision.batch.isEmpty {
            let outcome = session.store.commit(decision.batch, now: settings.now())
            logger.debug("counters-written", metadata: ["outcome": "\(outcome)"])
        }
        session.store.close()
    }
}

extension ShardCommand {
    /// Who waits for an answer, if somebody does.
    fileprivate var ticket: Ticket? {
        switch self {
        case .submit(_, let ticket), .applyNetwork(_, _, _, _, let ticket): ticket
        case .attach, .grant, .drain, .settle, .detach, .neverSent: nil
        }
    }
}
