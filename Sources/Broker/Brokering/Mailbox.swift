import DequeModule
import NIOConcurrencyHelpers

/// Where commands gather while the shard commits: any thread posts, the shard's thread takes. To
/// wait it blocks that thread, which is its own: a task that is suspended in a continuation resumes
/// on a thread of the cooperative pool first, and that one wakes the shard's.
final class Mailbox: Sendable {
    private struct State {
        var commands: Deque<ShardCommand> = []
        /// Of the messages among the commands.
        var bytes = 0
        var isClosed = false
        var isPoked = false
        /// The shard waits, and nobody has woken it yet.
        var isAwaited = false
    }

    private let state = NIOLockedValueBox(State())
    /// True from the moment on in which somebody wakes the shard, until it has woken.
    private let waker = ConditionLock(value: false)

    /// How many commands wait, and the bytes of the messages among them.
    var load: (commands: Int, bytes: Int) {
        state.withLockedValue { ($0.commands.count, $0.bytes) }
    }

    func post(_ commands: [ShardCommand]) {
        wake {
            guard !$0.isClosed else { return }
            $0.commands.append(contentsOf: commands)
            for command in commands { $0.bytes += command.size }
        }
    }

    /// Wakes the shard with nothing to do, so that it shows that it lives.
    func poke() { wake { $0.isPoked = true } }

    /// Lets the shard take what is there, and then end.
    func close() { wake { $0.isClosed = true } }

    /// All that gathered, at most `limit` commands and, beyond the first message, `bytes`; waits
    /// while there is nothing. nil after the end.
    func next(limit: Int, bytes: Int) -> [ShardCommand]? {
        while true {
            switch take(limit: limit, bytes: bytes, waits: true) {
            case .commands(let commands): return commands
            case .ended: return nil
            case .nothing:
                waker.lock(whenValue: true)
                waker.unlock(withValue: false)
            }
        }
    }

    /// What is there, without waiting; nothing most of the time.
    func now(limit: Int, bytes: Int) -> [ShardCommand] {
        if case .commands(let commands) = take(limit: limit, bytes: bytes, waits: false) {
            return commands
        }
        return []
    }

    private enum Taken {
        case commands([ShardCommand])
        case nothing
        case ended
    }

    /// - Parameter waits: whether the taker waits for the waker where there is nothing.
    private func take(limit: Int, bytes: Int, waits: Bool) -> Taken {
        state.withLockedValue { state in
            let wasPoked = state.isPoked
            state.isPoked = false
            if state.commands.isEmpty {
                if state.isClosed { return .ended }
                if wasPoked { return .commands([]) }
                state.isAwaited = waits
                return .nothing
            }
            var taken: [ShardCommand] = []
            taken.reserveCapacity(min(limit, state.commands.count))
            var size = 0
            while taken.count < limit, let next = state.commands.first {
                guard taken.isEmpty || size + next.size <= bytes else { break }
                size += next.size
                taken.append(state.commands.removeFirst())
            }
            state.bytes -= size
            return .commands(taken)
        }
    }

    private func wake(_ change: (inout State) -> Void) {
        let isAwaited = state.withLockedValue { state in
            change(&state)
            return exchange(&state.isAwaited, with: false)
        }
        guard isAwaited else { return }
        waker.lock()
        waker.unlock(withValue: true)
    }
}

extension ShardCommand {
    /// The bytes that it brings, as far as a peer decides about them.
    fileprivate var size: Int {
        switch self {
        case .submit(let prepared, _): prepared.size
        case .attach, .grant, .drain, .settle, .detach, .neverSent, .applyNetwork: 0
        }
    }
}
