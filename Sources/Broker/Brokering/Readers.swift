import NIOConcurrencyHelpers

/// Who waits for the next of something, each for a bounded time.
final class Readers<Value: Sendable>: Sendable {
    private struct State {
        var nextReader: UInt64 = 0
        var waiting: [UInt64: AsyncStream<Value>.Continuation] = [:]
    }

    private let state = NIOLockedValueBox(State())

    var isEmpty: Bool { state.withLockedValue { $0.waiting.isEmpty } }

    /// Gives it to everybody who waits.
    func send(_ value: Value) {
        let waiting = state.withLockedValue { state in
            defer { state.waiting.removeAll() }
            return state.waiting.values
        }
        for reader in waiting {
            reader.yield(value)
            reader.finish()
        }
    }

    /// Waits for the next one; nil if none came in time.
    ///
    /// - Parameter ask: has it made, once this reader is sure to get it.
    func next(within patience: Duration, ask: () -> Void) async -> Value? {
        let next = enter()
        ask()
        return await next.first(within: patience)
    }

    private func enter() -> AsyncStream<Value> {
        AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
            let reader = state.withLockedValue { state in
                state.nextReader += 1
                state.waiting[state.nextReader] = continuation
                return state.nextReader
            }
            continuation.onTermination = { [weak self] _ in
                self?.state.withLockedValue { _ = $0.waiting.removeValue(forKey: reader) }
            }
        }
    }
}
