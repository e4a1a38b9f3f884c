import Glibc

/// A moment as a log shows it: UTC, to the millisecond.
struct LogTime: CustomStringConvertible {
    /// Seconds since 1970.
    var seconds: Int
    var milliseconds: Int

    static var now: LogTime {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return LogTime(seconds: time.tv_sec, milliseconds: time.tv_nsec / 1_000_000)
    }

    /// After RFC 3339, as in `2026-11-23T09:00:00.123Z`.
    var description: String {
        var seconds = seconds
        var parts = tm()
        gmtime_r(&seconds, &parts)
        let date = [Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday)]
        let time = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { Self.padded(Int($0), to: 2) }
        return date.map { Self.padded($0, to: 2) }.joined(separator: "-") + "T"
            + time.joined(separator: ":") + "." + Self.padded(milliseconds, to: 3) + "Z"
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
