import DequeModule
import NIOConcurrencyHelpers

/// Where commands gather while the shard commits: any thread posts, the shard's thread takes. To
/// wait it blocks that thread, which is its own: a task that is suspended in a continuation resumes
/// on a thread of the cooperative pool first, and that one wakes the shard's.
///
/// Settlements alone wait a moment for company: nobody is told anything because of them, and the
/// next message would have to wait for their commit.
final class Mailbox: Sendable {
    fileprivate struct State {
        var commands: Deque<ShardCommand> = []
        /// Of the messages among the commands.
        var bytes = 0
        /// How many of the commands are settlements.
        var settlements = 0
        /// Until when the settlements wait, while there is nothing else.
        var patience: ContinuousClock.Instant?
        var isClosed = false
        var isPoked = false
        var awaited = Awaited.nothing

        /// Whether what is there may wait for company.
        var isPatient: Bool {
            settlements == commands.count && settlements < Mailbox.company && !isClosed && !isPoked
        }
    }

    /// For what the shard, which waits, is to be woken; once.
    fileprivate enum Awaited { case nothing, company, anything }

    /// How long settlements wait for company.
    static let patience = Duration.milliseconds(5)
    /// So many settlements are company enough.
    static let company = 64

    private let state = NIOLockedValueBox(State())
    /// True from the moment on in which somebody wakes the shard, until it has woken.
    private let waker = ConditionLock(value: false)

    /// How many commands wait, and the bytes of the messages among them.
    var load: (commands: Int, bytes: Int) {
        state.withLockedValue { ($0.commands.count, $0.bytes) }
    }

    /// Whether the shard would go on at once.
    var isReady: Bool {
        state.withLockedValue { !$0.isPatient }
    }

    func post(_ commands: [ShardCommand]) {
        wake {
            guard !$0.isClosed else { return }
            $0.commands.append(contentsOf: commands)
            for command in commands {
                $0.bytes += command.size
                $0.settlements += command.isSettlement ? 1 : 0
            }
        }
    }

    /// Wakes the shard with nothing to do, so that it shows that it lives.
    func poke() { wake { $0.isPoked = true } }

    /// Lets the shard take what is there, and then end.
    func close() { wake { $0.isClosed = true } }

    /// All that gathered, at most `limit` commands and, beyond the first message, `bytes`; waits
    /// while there is nothing, and a moment where there are settlements only. nil after the end.
    func next(limit: Int, bytes: Int) -> [ShardCommand]? {
        while true {
            switch state.withLockedValue({ $0.next(limit: limit, bytes: bytes, now: .now) }) {
            case .commands(let commands): return commands
            case .ended: return nil
            case .nothing(nil):
                waker.lock(whenValue: true)
                waker.unlock(withValue: false)
            case .nothing(let wait?):
                if waker.lock(whenValue: true, timeoutSeconds: wait / .seconds(1)) {
                    waker.unlock(withValue: false)
                }
            }
        }
    }

    /// What is there, without waiting; nothing most of the time.
    func now(limit: Int, bytes: Int) -> [ShardCommand] {
        state.withLockedValue { $0.take(limit: limit, bytes: bytes) }
    }

    private func wake(_ change: (inout State) -> Void) {
        let wakes = state.withLockedValue { state in
            change(&state)
            guard state.awaited == .anything || state.awaited == .company && !state.isPatient
            else { return false }
            state.awaited = .nothing
            return true
        }
        guard wakes else { return }
        waker.lock()
        waker.unlock(withValue: true)
    }
}

extension Mailbox.State {
    fileprivate enum Next {
        case commands([ShardCommand])
        /// There is nothing to take: for how long at most, where something waits for company.
        case nothing(Duration?)
        case ended
    }

    /// What the shard goes on with, or for what it waits then.
    fileprivate mutating func next(
        limit: Int, bytes: Int, now: ContinuousClock.Instant
    ) -> Next {
        awaited = .nothing
        if commands.isEmpty {
            if isClosed { return .ended }
            if exchange(&isPoked, with: false) { return .commands([]) }
            awaited = .anything
            return .nothing(nil)
        }
        if isPatient {
            let end = patience ?? now + Mailbox.patience
            if now < end {
                patience = end
                awaited = .company
                return .nothing(end - now)
            }
        }
        isPoked = false
        return .commands(take(limit: limit, bytes: bytes))
    }

    fileprivate mutating func take(limit: Int, bytes most: Int) -> [ShardCommand] {
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
        patience = nil
        return taken
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
