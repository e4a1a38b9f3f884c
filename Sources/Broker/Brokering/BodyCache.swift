import Referrals

/// Bodies in the clear, bounded in bytes, in two generations like `GenerationCache`.
struct BodyCache {
    private var young: [Position: PlainBody] = [:]
    private var old: [Position: PlainBody] = [:]
    private var youngBytes = 0
    private let half: Int

    /// - Parameter bytes: how much it holds at most.
    init(bytes: Int) { half = max(1, bytes / 2) }

    func body(at position: Position) -> PlainBody? { young[position] ?? old[position] }

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

    mutating func removeAll() {
        young = [:]
        old = [:]
        youngBytes = 0
    }
}
