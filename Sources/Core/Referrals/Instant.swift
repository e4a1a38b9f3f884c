/// A moment of business time, to the microsecond. One `now` is taken per batch and passed in; I/O
/// uses monotonic time, certificates real time.
package struct Instant: Hashable, Sendable, Comparable {
    /// Since 1970-01-01T00:00:00Z, without leap seconds.
    package let microseconds: Int64

    package init(microseconds: Int64) { self.microseconds = microseconds }

    package static func < (left: Self, right: Self) -> Bool {
        left.microseconds < right.microseconds
    }

    /// The number of whole weeks since 1970: what partitions are cut by.
    package var week: Int32 {
        let (weeks, rest) = microseconds.quotientAndRemainder(dividingBy: 7 * 86_400 * 1_000_000)
        return Int32(clamping: rest < 0 ? weeks - 1 : weeks)
    }

    /// The day that it is in UTC.
    package var day: CalendarDate {
        let (days, rest) = microseconds.quotientAndRemainder(dividingBy: 86_400_000_000)
        return CalendarDate(days: Int32(clamping: rest < 0 ? days - 1 : days))
    }
}

/// A day of the calendar, without a time zone.
package struct CalendarDate: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Days since 1970-01-01.
    package let days: Int32

    package init(days: Int32) { self.days = days }

    /// - Returns: nil for a day that the Gregorian calendar does not have.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= Self.length(ofMonth: month, year: year)
        else { return nil }
        // Days from civil, after Howard Hinnant: years begin in March.
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        days = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    package var civil: (year: Int, month: Int, day: Int) {
        let shifted = Int(days) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    package var description: String {
        var text: [UInt8] = []
        text.reserveCapacity(10)
        append(to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    fileprivate func append(to text: inout [UInt8]) {
        let (year, month, day) = civil
        text.append(digits: year, width: 4)
        text.append(UInt8(ascii: "-"))
        text.append(digits: month, width: 2)
        text.append(UInt8(ascii: "-"))
        text.append(digits: day, width: 2)
    }

    package static func < (left: Self, right: Self) -> Bool { left.days < right.days }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension Instant: CustomStringConvertible {
    /// RFC 3339 in UTC, to the millisecond.
    package var description: String {
        var (day, rest) = microseconds.quotientAndRemainder(dividingBy: 86_400_000_000)
        if rest < 0 {
            day -= 1
            rest += 86_400_000_000
        }
        let milliseconds = Int(rest / 1_000)
        var text: [UInt8] = []
        text.reserveCapacity(24)
        CalendarDate(days: Int32(clamping: day)).append(to: &text)
        text.append(UInt8(ascii: "T"))
        text.append(digits: milliseconds / 3_600_000, width: 2)
        text.append(UInt8(ascii: ":"))
        text.append(digits: milliseconds / 60_000 % 60, width: 2)
        text.append(UInt8(ascii: ":"))
        text.append(digits: milliseconds / 1_000 % 60, width: 2)
        text.append(UInt8(ascii: "."))
        text.append(digits: milliseconds % 1_000, width: 3)
        text.append(UInt8(ascii: "Z"))
        return String(decoding: text, as: UTF8.self)
    }
}

extension [UInt8] {
    /// Appends a number with zeros in front of it; in full where it is wider, or negative.
    fileprivate mutating func append(digits number: Int, width: Int) {
        var bound = 1
        for _ in 0..<width { bound *= 10 }
        guard 0..<bound ~= number else {
            append(contentsOf: String(number).utf8)
            return
        }
        while bound > 1 {
            bound /= 10
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / bound % 10))
        }
    }
}
