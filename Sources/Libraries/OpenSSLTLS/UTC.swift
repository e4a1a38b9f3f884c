import Glibc

/// Unix seconds as people read them.
enum UTC {
    /// `2026-11-23T12:00:00Z`
    static func text(_ seconds: Int64) -> String {
        var time = time_t(seconds)
        var parts = tm()
        guard gmtime_r(&time, &parts) != nil else { return "\(seconds) s" }
        func two(_ value: Int32) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let date = "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
        return date + "T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
    }

    /// The system's clock, which OpenSSL verifies the peer's certificate by too.
    static var now: Int64 { Int64(time(nil)) }
}
