import Referrals

/// Bodies in the clear that have not been handed over yet, bounded in bytes, in two generations
/// like `GenerationCache`.
struct BodyCache {
    private var young: [Position: PlainBody] = [:]
    private var old: [Position: PlainBody] = [:]
    private var youngBytes = 0
    private let half: Int

    /// - Parameter bytes: how much it holds at most.
    init(bytes: Int) { half = max(1, bytes / 2) }

    /// Gives a body away: what is handed over seldom comes back, and is read again if it does.
    mutating func take(at position: Position) -> PlainBody? {
        guard let body = young.removeValue(forKey: position) else {
            return old.removeValue(forKey: position)
        }
        youngBytes -= body.size
        return body
    }

    mutating func insert(_ body: PlainBody, at position: Position) {
        if youngBytes + body.size > half {
            old = young
            young = [:]
            youngBytes = 0
        }
        guard body.size <= half else { return }
        young[position] = body
        youngBytes += body.size
    }
}
