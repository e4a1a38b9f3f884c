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
    package var week: Int32 { Int32(clamping: microseconds / (7 * 86_400 * 1_000_000)) }

    /// The day that it is in UTC.
    package var day: CalendarDate {
        let perDay: Int64 = 86_400_000_000
        let days = microseconds >= 0 ? microseconds / perDay : (microseconds - perDay + 1) / perDay
        return CalendarDate(days: Int32(clamping: days))
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
        let (year, month, day) = civil
        return "\(digits(year, width: 4))-\(digits(month, width: 2))-\(digits(day, width: 2))"
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
        let perDay: Int64 = 86_400_000_000
        let date = day
        let rest = microseconds - Int64(date.days) * perDay
        let seconds = Int(rest / 1_000_000)
        let time = [seconds / 3_600, seconds / 60 % 60, seconds % 60]
            .map { digits($0, width: 2) }.joined(separator: ":")
        return "\(date)T\(time).\(digits(Int(rest / 1_000 % 1_000), width: 3))Z"
    }
}

private func digits(_ number: Int, width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}
