import Referrals

extension Instant {
    /// The `IMF-fixdate` of RFC 9110: `Mon, 23 Nov 2026 22:35:00 GMT`.
    var httpDate: String {
        let (year, month, date) = day.civil
        let time = description.utf8.dropFirst(11).prefix(8)
        // 1970-01-01 was a Thursday.
        let weekday = (Int(day.days) % 7 + 11) % 7
        return Self.weekdays[weekday] + ", " + (date < 10 ? "0\(date)" : "\(date)") + " "
            + Self.months[month - 1] + " \(year) " + String(decoding: time, as: UTF8.self) + " GMT"
    }

    private static var weekdays: [String] { ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] }
    private static var months: [String] {
        [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
    }
}
