import DequeModule
import Linux
import NIOConcurrencyHelpers

/// Where commands gather while the shard commits: any thread posts, the shard's thread takes. To
/// wait it blocks that thread, which is its own: a task that is suspended in a continuation resumes
/// on a thread of the cooperative pool first, and that one wakes the shard's.
///
/// Settlements alone wait a moment for company: at most what comes next of the same referral waits
/// for them, and the next message would have to wait for their commit.
final class Mailbox: Sendable {
    private let content = NIOLockedValueBox(MailboxContent())
    private let waker = Waker()

    /// How many commands wait, and the bytes of the messages among them.
    var load: (commands: Int, bytes: Int) {
        content.withLockedValue { ($0.commands.count, $0.bytes) }
    }

    func post(_ commands: [ShardCommand]) {
        wake { $0.post(commands, now: .now) }
    }

    /// Wakes the shard with nothing to do, so that it shows that it lives.
    func poke() { wake { $0.isPoked = true } }

    /// Lets the shard take what is there, and then end.
    func close() { wake { $0.isClosed = true } }

    /// All that gathered, at most `limit` commands and, beyond the first message, `bytes`; waits
    /// while there is nothing, and a moment where there are settlements only. nil after the end.
    func next(limit: Int, bytes: Int) -> [ShardCommand]? {
        while true {
            switch content.withLockedValue({ $0.next(limit: limit, bytes: bytes, now: .now) }) {
            case .commands(let commands): return commands
            case .ended: return nil
            case .nothing(let time): waker.wait(for: time)
            }
        }
    }

    /// What is there, without waiting; nothing most of the time.
    func now(limit: Int, bytes: Int) -> [ShardCommand] {
        content.withLockedValue { $0.take(limit: limit, bytes: bytes) }
    }

    private func wake(_ change: (inout MailboxContent) -> Void) {
        let wakes = content.withLockedValue { content in
            change(&content)
            return content.wakes()
        }
        if wakes { waker.wake() }
    }
}

/// What is in a mailbox, and for what the shard waits.
struct MailboxContent {
    private(set) var commands: Deque<ShardCommand> = []
    /// Of the messages among the commands.
    private(set) var bytes = 0
    /// How many of the commands are settlements.
    private var settlements = 0
    /// When they have waited long enough for company.
    private var due: ContinuousClock.Instant?
    var isClosed = false
    var isPoked = false
    private var awaited = Awaited.nothing

    /// For what the shard, which waits, is to be woken; once.
    private enum Awaited { case nothing, company, anything }

    /// How long settlements wait for company.
    static let patience = Duration.milliseconds(5)
    /// So many settlements are company enough.
    static let company = 64

    /// What the shard goes on with.
    enum Next {
        case commands([ShardCommand])
        /// There is nothing to take: for how long at most, where something waits for company.
        case nothing(Duration?)
        case ended
    }

    mutating func post(
        _ posted: [ShardCommand], now: @autoclosure () -> ContinuousClock.Instant
    ) {
        guard !isClosed else { return }
        commands.append(contentsOf: posted)
        for command in posted {
            bytes += command.size
            guard command.isSettlement else { continue }
            settlements += 1
            if due == nil { due = now() + Self.patience }
        }
    }

    /// Whether the shard waits for what is there now; it is woken then, once.
    mutating func wakes() -> Bool {
        switch awaited {
        case .nothing: return false
        case .company where isPatient: return false
        case .company, .anything:
            awaited = .nothing
            return true
        }
    }

    /// What to go on with, or for what the shard waits then.
    mutating func next(limit: Int, bytes: Int, now: ContinuousClock.Instant) -> Next {
        awaited = .nothing
        if commands.isEmpty {
            if isClosed { return .ended }
            if exchange(&isPoked, with: false) { return .commands([]) }
            awaited = .anything
            return .nothing(nil)
        }
        if isPatient, let due, now < due {
            awaited = .company
            return .nothing(due - now)
        }
        isPoked = false
        return .commands(take(limit: limit, bytes: bytes))
    }

    /// What is there, without waiting for company.
    mutating func take(limit: Int, bytes most: Int) -> [ShardCommand] {
        var taken: [ShardCommand] = []
        taken.reserveCapacity(min(limit, commands.count))
        var size = 0
        while taken.count < limit, let next = commands.first {
            guard taken.isEmpty || size + next.size <= most else { break }
            size += next.size
            settlements -= next.isSettlement ? 1 : 0
            taken.append(commands.removeFirst())
        }
        bytes -= size
        if settlements == 0 { due = nil }
        return taken
    }

    /// Whether what is there may wait for company.
    private var isPatient: Bool {
        settlements == commands.count && settlements < Self.company && !isClosed && !isPoked
    }
}

extension ShardCommand {
    fileprivate var isSettlement: Bool { if case .settle = self { true } else { false } }

    /// The bytes that it brings, as far as a peer decides about them.
    fileprivate var size: Int {
        switch self {
        case .submit(let prepared, _): prepared.size
        case .attach, .grant, .drain, .settle, .detach, .neverSent, .applyNetwork: 0
        }
    }
}
