import Foundation
import Referrals
import Testing

@Suite struct InstantTests {
    @Test("A day is the same to us and to the calendar of ICU, over a thousand years")
    func calendar() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        for days in stride(from: Int32(-100_000), through: 265_000, by: 13) {
            let date = CalendarDate(days: days)
            let parts = calendar.dateComponents(
                [.year, .month, .day], from: Date(timeIntervalSince1970: Double(days) * 86_400))
            #expect(date.civil.year == parts.year)
            #expect(date.civil.month == parts.month)
            #expect(date.civil.day == parts.day)
        }
    }

    @Test("Each day from the year 1 to 9999 is made from its parts, and follows the day before")
    func days() throws {
        let first = try #require(CalendarDate(year: 1, month: 1, day: 1))
        let last = try #require(CalendarDate(year: 9_999, month: 12, day: 31))
        #expect(first.days == -719_162)
        #expect(last.days == 2_932_896)
        var faults = 0
        for days in first.days...last.days {
            let (year, month, day) = CalendarDate(days: days).civil
            if CalendarDate(year: year, month: month, day: day)?.days != days { faults += 1 }
        }
        #expect(faults == 0)
    }

    @Test(
        "A day that the calendar does not have is not made",
        arguments: [
            (2026, 2, 29), (2100, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1), (2026, 1, 0),
            (2026, 1, 32), (0, 1, 1), (10_000, 1, 1), (-1, 1, 1), (2026, Int.max, 1),
            (2026, 1, Int.min),
        ])
    func impossible(year: Int, month: Int, day: Int) {
        #expect(CalendarDate(year: year, month: month, day: day) == nil)
    }

    @Test(
        "A leap day is made where the Gregorian rule has one", arguments: [2000, 2024, 2028, 2400])
    func leapDay(year: Int) {
        #expect(CalendarDate(year: year, month: 2, day: 29)?.description == "\(year)-02-29")
    }

    @Test(
        "An instant is written in UTC to the millisecond, cut and not rounded",
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"), (999, "1970-01-01T00:00:00.000Z"),
            (1_000, "1970-01-01T00:00:00.001Z"), (-1, "1969-12-31T23:59:59.999Z"),
            (-86_400_000_000, "1969-12-31T00:00:00.000Z"),
            (1_483_228_799_999_999, "2016-12-31T23:59:59.999Z"),
            (1_835_395_200_000_000, "2028-02-29T00:00:00.000Z"),
        ] as [(Int64, String)])
    func description(microseconds: Int64, text: String) {
        #expect(Instant(microseconds: microseconds).description == text)
    }

    @Test("No instant traps when it is written, or asked for its week")
    func extremes() {
        for microseconds in [Int64.min, .min + 1, -1, 0, .max - 1, .max] {
            let instant = Instant(microseconds: microseconds)
            #expect(instant.description.hasSuffix("Z"))
            _ = instant.week
        }
        for days in [Int32.min, .max] { #expect(!CalendarDate(days: days).description.isEmpty) }
    }

    @Test("Weeks are seven days long on both sides of 1970")
    func weeks() {
        let week: Int64 = 7 * 86_400 * 1_000_000
        for number in Int64(-5)...5 {
            #expect(Instant(microseconds: number * week).week == Int32(number))
            #expect(Instant(microseconds: (number + 1) * week - 1).week == Int32(number))
        }
    }
}
