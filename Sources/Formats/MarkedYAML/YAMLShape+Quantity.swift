extension YAMLShape<Duration> {
    /// A length of time with its unit: `500ms`, `30s`, `5m`, `1h30m`, `7d`. A day is 24 hours.
    package static var duration: YAMLShape {
        .plain(allowed: durations, parseDuration)
    }

    /// A length of time within bounds.
    package static func duration(in range: ClosedRange<Duration>) -> YAMLShape {
        let allowed = "\(durations), from \(words(range.lowerBound)) to \(words(range.upperBound))"
        return .plain(allowed: allowed) { text in
            parseDuration(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }
}

extension YAMLShape<Int> {
    /// A number of bytes with its unit: `512B`, `64KiB`, `16MiB`, `2GiB`.
    package static var size: YAMLShape {
        .plain(allowed: sizes, parseSize)
    }

    /// A number of bytes within bounds.
    package static func size(in range: ClosedRange<Int>) -> YAMLShape {
        let allowed = "\(sizes), from \(words(range.lowerBound)) to \(words(range.upperBound))"
        return .plain(allowed: allowed) { text in
            parseSize(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }
}

private let durations = "a length of time with a unit (ms, s, m, h, d) such as 30s or 1h30m"
private let sizes = "a size with a unit (B, KiB, MiB, GiB) such as 64KiB"

/// Of the larger units first, as they may follow one another.
private let durationUnits: [(name: String, milliseconds: Int)] = [
    ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000), ("ms", 1),
]
private let sizeUnits: [(name: String, bytes: Int)] = [
    ("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10), ("B", 1),
]

private func parseDuration(_ text: String) -> Duration? {
    var rest = text[...]
    var total = 0
    var lastUnit = -1
    repeat {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest.dropFirst(digits.count)
        let name = rest.prefix { $0.isASCII && $0.isLetter }
        rest = rest.dropFirst(name.count)
        guard let number = Int(digits),
            let unit = durationUnits.firstIndex(where: { $0.name == name }), unit > lastUnit
        else { return nil }
        let (part, tooMuch) = number.multipliedReportingOverflow(
            by: durationUnits[unit].milliseconds)
        let (sum, tooLong) = total.addingReportingOverflow(part)
        guard !tooMuch, !tooLong else { return nil }
        total = sum
        lastUnit = unit
    } while !rest.isEmpty
    return .milliseconds(total)
}

private func parseSize(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let name = text.dropFirst(digits.count)
    guard let number = Int(digits), let unit = sizeUnits.first(where: { $0.name == name }) else {
        return nil
    }
    let (bytes, overflow) = number.multipliedReportingOverflow(by: unit.bytes)
    return overflow ? nil : bytes
}

/// A duration in the largest unit that divides it.
private func words(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let milliseconds = Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
    guard milliseconds != 0 else { return "0s" }
    let unit = durationUnits.first { milliseconds.isMultiple(of: $0.milliseconds) }
    return unit.map { "\(milliseconds / $0.milliseconds)\($0.name)" } ?? "\(milliseconds)ms"
}

/// A size in the largest unit that divides it.
private func words(_ bytes: Int) -> String {
    guard bytes != 0 else { return "0B" }
    let unit = sizeUnits.first { bytes.isMultiple(of: $0.bytes) }
    return unit.map { "\(bytes / $0.bytes)\($0.name)" } ?? "\(bytes)B"
}
