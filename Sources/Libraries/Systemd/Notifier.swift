import CSystemd
import Glibc

/// Tells the service manager how the daemon does, after sd_notify(3). Without one (`NOTIFY_SOCKET`
/// is not set) nothing happens, so callers need not ask.
package struct Notifier: Sendable {
    /// What became of a notification.
    package enum Outcome: Sendable, Equatable {
        case sent
        /// No service manager asked to be notified.
        case unsupervised
        /// The number of the system's error. The service manager may act as if nothing was sent.
        case failed(errno: CInt)
    }

    package init() {}

    /// The start, or a reload, is complete (`READY=1`).
    @discardableResult package func ready(status: String? = nil) -> Outcome {
        send(["READY=1"] + Self.line(for: status))
    }

    /// What the daemon does right now, in a line for people (`STATUS=`).
    @discardableResult package func status(_ status: String) -> Outcome {
        send(Self.line(for: status))
    }

    /// The configuration is being reloaded, until `ready` is called (`RELOADING=1`).
    @discardableResult package func reloading(status: String? = nil) -> Outcome {
        send(["RELOADING=1", "MONOTONIC_USEC=\(monotonicMicroseconds())"] + Self.line(for: status))
    }

    /// The shutdown has begun (`STOPPING=1`).
    @discardableResult package func stopping(status: String? = nil) -> Outcome {
        send(["STOPPING=1"] + Self.line(for: status))
    }

    /// The daemon is alive (`WATCHDOG=1`); due within `watchdogInterval`.
    @discardableResult package func watchdog() -> Outcome {
        send(["WATCHDOG=1"])
    }

    /// The start, stop or reload takes this much longer, from now on (`EXTEND_TIMEOUT_USEC=`).
    @discardableResult package func extendTimeout(by duration: Duration) -> Outcome {
        send(["EXTEND_TIMEOUT_USEC=\(microseconds(duration))"])
    }

    /// The time within which `watchdog` must be called, or the service manager kills the daemon;
    /// nil if it does not watch this process (sd_watchdog_enabled(3)). Call at half of it.
    package var watchdogInterval: Duration? {
        var interval: UInt64 = 0
        guard sd_watchdog_enabled(0, &interval) > 0 else { return nil }
        return .microseconds(Int64(clamping: interval))
    }

    private func send(_ lines: [String]) -> Outcome {
        let result = sd_notify(0, lines.joined(separator: "\n"))
        if result > 0 { return .sent }
        return result == 0 ? .unsupervised : .failed(errno: -result)
    }

    /// A line break in a status would begin another field.
    private static func line(for status: String?) -> [String] {
        guard let status else { return [] }
        let line = status.unicodeScalars.map {
            $0.properties.generalCategory == .control ? " " : $0
        }
        return ["STATUS=" + String(String.UnicodeScalarView(line))]
    }

    private func monotonicMicroseconds() -> Int64 {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return Int64(now.tv_sec) * 1_000_000 + Int64(now.tv_nsec) / 1000
    }

    private func microseconds(_ duration: Duration) -> Int64 {
        let (seconds, attoseconds) = duration.components
        let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
        return overflow ? .max : max(0, whole + attoseconds / 1_000_000_000_000)
    }
}
