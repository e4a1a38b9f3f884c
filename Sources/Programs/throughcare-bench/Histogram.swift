/// Counts of durations, in buckets that each span at most a sixty-fourth of their value.
struct Histogram: Sendable {
    private static let steps = 64
    private var counts = [UInt32](repeating: 0, count: steps * 59)
    private(set) var count = 0
    /// Nanoseconds, exact.
    private(set) var maximum: UInt64 = 0

    mutating func record(nanoseconds: UInt64) {
        counts[Self.bucket(of: nanoseconds)] += 1
        count += 1
        maximum = max(maximum, nanoseconds)
    }

    /// The value, in nanoseconds, that this share of all does not exceed: the upper end of its
    /// bucket. Zero where nothing was recorded.
    func percentile(_ share: Double) -> UInt64 {
        let rank = max(1, Int((Double(count) * share).rounded(.up)))
        var seen = 0
        for (bucket, number) in counts.enumerated() where number > 0 {
            seen += Int(number)
            if seen >= rank { return min(maximum, Self.upperEnd(of: bucket)) }
        }
        return maximum
    }

    /// Values below 64 have buckets of their own; then each power of two is cut into 64.
    static func bucket(of value: UInt64) -> Int {
        guard value >= UInt64(steps) else { return Int(value) }
        let shift = 57 - value.leadingZeroBitCount
        return (shift + 1) * steps + Int(value >> UInt64(shift)) - steps
    }

    static func upperEnd(of bucket: Int) -> UInt64 {
        guard bucket >= steps else { return UInt64(bucket) }
        let shift = UInt64(bucket / steps - 1)
        let lead = UInt64(bucket % steps + steps)
        return (lead << shift) | ((1 << shift) - 1)
    }
}
