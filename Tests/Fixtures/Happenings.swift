import Dispatch
import Synchronization

/// What happened, in its order, and who waits for what of it. What was waited for is taken out.
package final class Happenings<Happening: Sendable>: Sendable {
    private struct Waiter {
        let what: String
        let matches: @Sendable (Happening) -> Bool
        let continuation: CheckedContinuation<Happening, any Error>
    }

    private struct State {
        var happened: [Happening] = []
        var waiters: [(number: Int, waiter: Waiter)] = []
        var lastNumber = 0
        var hasEnded = false
    }

    private let state = Mutex(State())

    package init() {}

    /// What happened, and was not waited for yet.
    package var left: [Happening] { state.withLock { $0.happened } }

    /// Drops what happened and was not waited for.
    package func forget() { state.withLock { $0.happened.removeAll() } }

    package func append(_ happening: Happening) {
        let waiter = state.withLock { state -> Waiter? in
            let found = state.waiters.firstIndex { $0.waiter.matches(happening) }
            guard let found else {
                state.happened.append(happening)
                return nil
            }
            return state.waiters.remove(at: found).waiter
        }
        waiter?.continuation.resume(returning: happening)
    }

    /// Nothing happens any more: who waits is told so.
    package func end() {
        let (waiters, happened) = state.withLock { state in
            state.hasEnded = true
            defer { state.waiters = [] }
            return (state.waiters.map(\.waiter), state.happened)
        }
        for waiter in waiters {
            waiter.continuation.resume(
                throwing: NeverHappened(what: waiter.what, why: "it ended", left: "\(happened)"))
        }
    }

    /// Takes the first that matches, as soon as it is there.
    ///
    /// - Parameters:
    ///   - what: the name of what is waited for.
    ///   - patience: far longer than it takes, so that a fault ends a test.
    package func take(
        _ what: String, within patience: Int = 60,
        where matches: @escaping @Sendable (Happening) -> Bool
    ) async throws -> Happening {
        try await withCheckedThrowingContinuation { continuation in
            let waiter = Waiter(what: what, matches: matches, continuation: continuation)
            let number = enter(waiter)
            guard let number else { return }
            DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(patience)) {
                self.giveUp(number, after: patience)
            }
        }
    }

    /// - Returns: the waiter's number; nil where it has its answer already.
    private func enter(_ waiter: Waiter) -> Int? {
        let (number, answer) = state.withLock { state -> (Int?, Result<Happening, any Error>?) in
            if let found = state.happened.firstIndex(where: waiter.matches) {
                return (nil, .success(state.happened.remove(at: found)))
            }
            if state.hasEnded {
                return (
                    nil,
                    .failure(
                        NeverHappened(what: waiter.what, why: "it ended", left: "\(state.happened)")
                    )
                )
            }
            state.lastNumber += 1
            state.waiters.append((state.lastNumber, waiter))
            return (state.lastNumber, nil)
        }
        if let answer { waiter.continuation.resume(with: answer) }
        return number
    }

    private func giveUp(_ number: Int, after patience: Int) {
        let (waiter, happened) = state.withLock { state -> (Waiter?, [Happening]) in
            let found = state.waiters.firstIndex { $0.number == number }
            return (found.map { state.waiters.remove(at: $0).waiter }, state.happened)
        }
        guard let waiter else { return }
        waiter.continuation.resume(
            throwing: NeverHappened(
                what: waiter.what, why: "\(patience) s went by", left: "\(happened)"))
    }
}

/// What a test waited for did not come.
package struct NeverHappened: Error, CustomStringConvertible {
    let what: String
    let why: String
    /// What came instead.
    let left: String

    package var description: String { "\(what) did not happen: \(why); there was only \(left)" }
}
