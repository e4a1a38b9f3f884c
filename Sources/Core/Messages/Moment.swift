import Referrals

/// A date or a date with time as its sender wrote it. The text is kept beside its meaning: an
/// appointment at nine o'clock is delivered with the offset that it was made in.
struct Moment: Hashable {
    /// Of the grammar of RFC 3339, with upper-case `T` and `Z`.
    let text: String
    let date: CalendarDate
    /// nil for a date without a time.
    let instant: Instant?

    enum Fault: Error {
        case notADate
        case notADateTime
        /// The Gregorian calendar has no such day, or the day no such time.
        case impossible
    }

    /// Reads `full-date` of RFC 3339.
    static func date(_ text: String) throws(Fault) -> CalendarDate {
        guard text.utf8.count == 10 else { throw .notADate }
        return try date(text.utf8.span)
    }

    /// Reads `full-date` or `date-time` of RFC 3339.
    init(_ text: String) throws(Fault) {
        if text.utf8.count == 10 {
            self.init(text: text, date: try Self.date(text), instant: nil)
        } else {
            try self.init(dateTime: text)
        }
    }

    /// Reads `date-time` of RFC 3339: a fraction of one to nine digits is cut to microseconds, and
    /// a second of 60 is the next second, where a leap second can be: at the end of a month in UTC.
    init(dateTime text: String) throws(Fault) {
        let bytes = text.utf8.span
        guard bytes.count >= 20, bytes[10] | 0x20 == UInt8(ascii: "t"),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let hour = Self.number(bytes, 11, 2), let minute = Self.number(bytes, 14, 2),
            let second = Self.number(bytes, 17, 2)
        else { throw .notADateTime }
        var at = 19
        let microsecond = try Self.fraction(bytes, &at)
        let offset = try Self.offset(bytes, at)
        let date = try Self.date(bytes)
        guard hour < 24, minute < 60, second <= 60 else { throw .impossible }
        let seconds =
            Int64(date.days) * 86_400 + Int64(hour * 3_600 + minute * 60 + second - offset)
        guard Self.secondsOfFourDigitYears.contains(seconds) else { throw .impossible }
        if second == 60 {
            let (day, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
            guard rest == 0, CalendarDate(days: Int32(clamping: day)).civil.day == 1 else {
                throw .impossible
            }
        }
        self.init(
            text: text.utf8.contains { $0 >= UInt8(ascii: "a") } ? text.uppercased() : text,
            date: date, instant: Instant(microseconds: seconds * 1_000_000 + Int64(microsecond)))
    }

    /// From the year 1 to the year 9999 in UTC, for the time is delivered in UTC.
    private static let secondsOfFourDigitYears: ClosedRange<Int64> =
        -62_135_596_800...253_402_300_799

    private init(text: String, date: CalendarDate, instant: Instant?) {
        self.text = text
        self.date = date
        self.instant = instant
    }

    /// Whether this is surely after the other: by time where both have one, otherwise by day.
    func isAfter(_ other: Moment) -> Bool {
        if let instant, let earlier = other.instant { return instant > earlier }
        return date > other.date
    }

    private static func date(_ bytes: Span<UInt8>) throws(Fault) -> CalendarDate {
        guard bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = number(bytes, 0, 4), let month = number(bytes, 5, 2),
            let day = number(bytes, 8, 2)
        else { throw .notADate }
        guard let date = CalendarDate(year: year, month: month, day: day) else {
            throw .impossible
        }
        return date
    }

    private static func fraction(_ bytes: Span<UInt8>, _ at: inout Int) throws(Fault) -> Int {
        guard bytes[at] == UInt8(ascii: ".") else { return 0 }
        at += 1
        let start = at
        var microsecond = 0
        while at < bytes.count, 0x30...0x39 ~= bytes[at] {
            if at < start + 6 { microsecond = microsecond * 10 + Int(bytes[at] - 0x30) }
            at += 1
        }
        guard 1...9 ~= at - start else { throw .notADateTime }
        for _ in min(at, start + 6)..<start + 6 { microsecond *= 10 }
        return microsecond
    }

    /// - Returns: seconds east of UTC.
    private static func offset(_ bytes: Span<UInt8>, _ at: Int) throws(Fault) -> Int {
        if bytes.count == at + 1, bytes[at] | 0x20 == UInt8(ascii: "z") { return 0 }
        guard bytes.count == at + 6, bytes[at + 3] == UInt8(ascii: ":"),
            let hours = number(bytes, at + 1, 2), let minutes = number(bytes, at + 4, 2)
        else { throw .notADateTime }
        guard hours < 24, minutes < 60 else { throw .impossible }
        switch bytes[at] {
        case UInt8(ascii: "+"): return hours * 3_600 + minutes * 60
        case UInt8(ascii: "-"): return -(hours * 3_600 + minutes * 60)
        default: throw .notADateTime
        }
    }

    private static func number(_ bytes: Span<UInt8>, _ start: Int, _ length: Int) -> Int? {
        var number = 0
        for place in start..<start + length {
            guard 0x30...0x39 ~= bytes[place] else { return nil }
            number = number * 10 + Int(bytes[place] - 0x30)
        }
        return number
    }
}
