/// The moment on the monotonic clock after which a call gives up.
///
/// Made once for a whole operation, so that its parts share the time that is left.
package struct Deadline: Sendable, Hashable, Comparable {
    package let instant: ContinuousClock.Instant

    package init(_ instant: ContinuousClock.Instant) {
        self.instant = instant
    }

    package static func after(_ duration: Duration) -> Deadline {
        Deadline(ContinuousClock.now.advanced(by: duration))
    }

    var isOver: Bool { ContinuousClock.now >= instant }

    /// What poll(2) takes: milliseconds rounded up, 0 once the deadline has passed.
    var pollMilliseconds: Int32 {
        let (seconds, attoseconds) = ContinuousClock.now.duration(to: instant).components
        guard seconds >= 0, attoseconds >= 0 else { return 0 }
        guard seconds < 86_400 else { return 86_400_000 }
        let remainder = (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        return Int32(seconds) * 1_000 + Int32(remainder)
    }

    package static func < (one: Deadline, other: Deadline) -> Bool {
        one.instant < other.instant
    }
}
