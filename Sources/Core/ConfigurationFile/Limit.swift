/// One limit as an operator sees it: the entry of a table from which the file is read, the
/// documentation checked, and the effective values shown.
package struct Limit: Sendable {
    package enum Measure: Sendable {
        case count(any WritableKeyPath<BrokerLimits, Int> & Sendable, in: ClosedRange<Int>)
        /// In bytes; in the file with its unit, as in `64KiB`.
        case size(any WritableKeyPath<BrokerLimits, Int> & Sendable, in: ClosedRange<Int>)
        /// In the file with its unit, as in `30s`.
        case time(any WritableKeyPath<BrokerLimits, Duration> & Sendable, in: ClosedRange<Duration>)
    }

    /// The key under `limits`.
    package let name: String
    package let measure: Measure
    /// What one sees beyond it.
    package let beyond: String
    /// What proves it, at the limit and one beyond: test target, suite and function.
    package let test: String

    /// The value as the file would have it: `256`, `64KiB`, `30s`.
    package func text(in limits: BrokerLimits) -> String {
        switch measure {
        case .count(let path, _): String(limits[keyPath: path])
        case .size(let path, _): Self.text(bytes: limits[keyPath: path])
        case .time(let path, _): Self.text(limits[keyPath: path])
        }
    }

    /// What may stand there: `size, 512B to 16MiB`.
    package var allowed: String {
        switch measure {
        case .count(_, let range): "count, \(range.lowerBound) to \(range.upperBound)"
        case .size(_, let range):
            "size, \(Self.text(bytes: range.lowerBound)) to \(Self.text(bytes: range.upperBound))"
        case .time(_, let range):
            "time, \(Self.text(range.lowerBound)) to \(Self.text(range.upperBound))"
        }
    }

    private static func text(bytes: Int) -> String {
        let units = [("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)]
        let unit = units.first { bytes > 0 && bytes.isMultiple(of: $0.1) } ?? ("B", 1)
        return "\(bytes / unit.1)\(unit.0)"
    }

    private static func text(_ time: Duration) -> String {
        let (seconds, attoseconds) = time.components
        let milliseconds = Int(seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000)
        let units = [("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1_000)]
        let unit =
            units.first { milliseconds > 0 && milliseconds.isMultiple(of: $0.1) } ?? ("ms", 1)
        return "\(milliseconds / unit.1)\(unit.0)"
    }
}
