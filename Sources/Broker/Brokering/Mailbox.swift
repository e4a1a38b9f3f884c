import DequeModule
import NIOConcurrencyHelpers

/// Where commands gather while the shard commits: any thread posts, the shard's thread takes.
final class Mailbox: Sendable {
    private struct State {
        var commands: Deque<ShardCommand> = []
        /// Of the messages among the commands.
        var bytes = 0
        var isClosed = false
        var isPoked = false
        var waiter: CheckedContinuation<Void, Never>?
    }

    private let state = NIOLockedValueBox(State())

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
    func next(
        limit: Int, bytes: Int, isolation: isolated (any Actor)? = #isolation
    ) async -> [ShardCommand]? {
        while true {
            switch take(limit: limit, bytes: bytes) {
            case .commands(let commands): return commands
            case .ended: return nil
            case .nothing: break
            }
            await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
                let isReady = state.withLockedValue {
                    if $0.isPoked || $0.isClosed || !$0.commands.isEmpty { return true }
                    $0.waiter = continuation
                    return false
                }
                if isReady { continuation.resume() }
            }
        }
    }

    /// What is there, without waiting; nothing most of the time.
    func now(limit: Int, bytes: Int) -> [ShardCommand] {
        if case .commands(let commands) = take(limit: limit, bytes: bytes) { return commands }
        return []
    }

    private enum Taken {
        case commands([ShardCommand])
        case nothing
        case ended
    }

    private func take(limit: Int, bytes: Int) -> Taken {
        state.withLockedValue { state in
            let wasPoked = state.isPoked
            state.isPoked = false
            if state.commands.isEmpty {
                return state.isClosed ? .ended : wasPoked ? .commands([]) : .nothing
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
        let waiter = state.withLockedValue { state in
            change(&state)
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume()
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
