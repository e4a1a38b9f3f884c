package import Messages
import NIOConcurrencyHelpers
package import NetworkFile
import OpenSSLCrypto
import Referrals
import Store

/// What doors know of the broker: where to hand commands in, and where answers come from.
package final class Broker: Sendable {
    private struct State {
        var network = AppliedNetwork.none
        var lookupKey: SymmetricKey?
        var epoch: Int64 = 0
        var isOpen = false
        /// Why the database is waited for, while it is.
        var fault: String?
        var isStopping = false
        var lastBeat = ContinuousClock.now
        var lastWrite: ContinuousClock.Instant?
        var isWriteAsked = false
    }

    let mailbox = Mailbox()
    let outlets = Outlets()
    let summaries = SummaryBoard()
    /// Told of each write of the shard's: whether it reached the database.
    private let writes = Readers<Bool>()
    package let metrics = BrokerMetrics()
    private let limits: MessageLimits
    private let queue: (commands: Int, bytes: Int)
    let networkFileLimits: NetworkFileLimits
    private let openings: AsyncStream<Void>
    private let opening: AsyncStream<Void>.Continuation
    /// What becomes of the database and of the network in force; for one reader, who needs to know
    /// the last of it only.
    package let standings: AsyncStream<DatabaseStanding>
    private let standing: AsyncStream<DatabaseStanding>.Continuation
    private let state = NIOLockedValueBox(State())

    /// - Parameters:
    ///   - limits: of one message.
    ///   - queue: what may wait to be decided, in commands and in bytes of messages.
    ///   - networkFileLimits: of a network file that an operator plans or applies.
    package init(
        limits: MessageLimits, queue: (commands: Int, bytes: Int) = (10_000, 64 << 20),
        networkFileLimits: NetworkFileLimits = NetworkFileLimits()
    ) {
        self.limits = limits
        self.queue = queue
        self.networkFileLimits = networkFileLimits
        (openings, opening) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        (standings, standing) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    // MARK: For doors

    /// The network in force.
    package var network: AppliedNetwork { state.withLockedValue { $0.network } }

    /// Which claim of the shard this is: part of every delivery's tag.
    package var epoch: Int64 { state.withLockedValue { $0.epoch } }

    /// Whether the database answers, and the shard is ours.
    package var isOpen: Bool { state.withLockedValue { $0.isOpen } }

    /// Why the database is waited for; nil before the first attempt.
    package var databaseFault: String? { state.withLockedValue { $0.fault } }

    /// Waits until the shard is ours for the first time; for one waiter.
    package func untilOpen() async {
        for await _ in openings { return }
    }

    package var isStopping: Bool { state.withLockedValue { $0.isStopping } }

    /// When the shard last showed that it lives.
    package var lastBeat: ContinuousClock.Instant { state.withLockedValue { $0.lastBeat } }

    /// When a write last reached the database; nil before the first.
    package var lastWrite: ContinuousClock.Instant? { state.withLockedValue { $0.lastWrite } }

    /// Whether writes reach the database: one has within `age`, or one that the shard is asked for
    /// now does in time. Who asks at the same time is answered by the same one.
    func writes(within age: Duration, patience: Duration = .seconds(2)) async -> Bool {
        guard isOpen, !isStopping else { return false }
        if let lastWrite, ContinuousClock.now - lastWrite < age { return true }
        return await writes.next(within: patience) {
            state.withLockedValue { $0.isWriteAsked = true }
            poke()
        } ?? false
    }

    /// How many commands wait to be decided.
    package var queueDepth: Int { mailbox.load.commands }

    /// Whether so much waits that nothing more is taken for a moment.
    package var isCrowded: Bool {
        let (commands, bytes) = mailbox.load
        return commands >= queue.commands || bytes >= queue.bytes
    }

    /// Whether so much waits, though no message was taken meanwhile, that what can wait is not
    /// asked for either: a peer can attach, and change its credit, on and on.
    package var isOverrun: Bool { mailbox.load.commands / 4 >= queue.commands }

    /// Opens a way for answers, which are given on the shard's thread and must not block it.
    ///
    /// - Parameter networkChanged: told, likewise, when another network has come into force.
    package func openOutlet(
        networkChanged: (@Sendable () -> Void)? = nil,
        _ receive: @escaping @Sendable ([BrokerAnswer]) -> Void
    ) -> OutletID {
        outlets.open(networkChanged: networkChanged, receive)
    }

    package func closeOutlet(_ outlet: OutletID) { outlets.close(outlet) }

    package func newConsumer() -> ConsumerID { outlets.newConsumer() }

    package func post(_ commands: [ShardCommand]) { mailbox.post(commands) }

    /// Whether the keys are loaded, without which nothing can be taken.
    package var hasKeys: Bool { state.withLockedValue { $0.lookupKey != nil } }

    /// An intake for one thread; nil before the shard is claimed.
    package func makeIntake() -> Intake? {
        guard let key = state.withLockedValue({ $0.lookupKey }) else { return nil }
        return try? Intake(limits: limits, lookupKey: key)
    }

    /// Has the shard show that it lives.
    package func poke() { mailbox.poke() }

    /// Takes nothing more, and ends the shard when all that was taken is done.
    package func stop() {
        state.withLockedValue { $0.isStopping = true }
        mailbox.close()
    }

    // MARK: For the shard

    func claimed(epoch: Int64, network: AppliedNetwork, lookupKey: SymmetricKey) {
        state.withLockedValue {
            $0.epoch = epoch
            $0.network = network
            $0.lookupKey = lookupKey
        }
    }

    /// The shard is ours, which was written down.
    func opened() {
        state.withLockedValue { $0.isOpen = true }
        wrote(isStored: true)
        opening.yield()
        standing.yield(.open)
    }

    /// Tells what became of a write.
    func wrote(isStored: Bool) {
        if isStored { state.withLockedValue { $0.lastWrite = .now } }
        writes.send(isStored)
    }

    /// Whether somebody wants to know whether a write reaches the database; asked once.
    func takeWriteRequest() -> Bool {
        state.withLockedValue { state in
            defer { state.isWriteAsked = false }
            return state.isWriteAsked
        }
    }

    func lost(because fault: String) {
        state.withLockedValue { $0.isOpen = false }
        _ = waits(because: fault)
    }

    /// - Returns: whether the reason is another one than before.
    func waits(because fault: String) -> Bool {
        standing.yield(.awaited(because: fault))
        return state.withLockedValue { exchange(&$0.fault, with: fault) != fault }
    }

    func applied(_ network: AppliedNetwork) {
        state.withLockedValue { $0.network = network }
        standing.yield(.open)
    }

    /// Shows that the shard lives, or that it waits for what takes its time.
    package func beat() { state.withLockedValue { $0.lastBeat = .now } }
}

/// How it stands with the database, for who tells others.
package enum DatabaseStanding: Sendable, Hashable {
    /// It answers, the shard is ours, and a network is in force.
    case open
    /// It does not, for this reason; the shard goes on trying.
    case awaited(because: String)
}
