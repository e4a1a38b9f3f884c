/// Names a session for as long as its connection lives; never used again for another session.
package struct SessionID: Hashable, Sendable {
    let generation: UInt32
    /// Our channel, and the session's place.
    let slot: UInt16
}

/// Names a link for as long as its connection lives; never used again for another link.
package struct LinkID: Hashable, Sendable {
    let generation: UInt32
    let session: UInt16
    /// Our handle, and the link's place in its session.
    let slot: UInt16
}

/// Names a delivery within its session and direction: what comes in by its delivery-id (part 2,
/// 2.8.4), what goes out by the order in which it was taken for sending. It wraps around.
package struct DeliveryNumber: Hashable, Sendable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) {
        self.rawValue = rawValue
    }
}

/// A moment of a clock that only moves forward, given by the caller: nanoseconds from its start.
package struct MonotonicInstant: Hashable, Comparable, Sendable {
    package let nanoseconds: UInt64

    package init(nanoseconds: UInt64) {
        self.nanoseconds = nanoseconds
    }

    package static func < (left: MonotonicInstant, right: MonotonicInstant) -> Bool {
        left.nanoseconds < right.nanoseconds
    }

    package func advanced(byMilliseconds milliseconds: UInt64) -> MonotonicInstant {
        let (added, tooLong) = milliseconds.multipliedReportingOverflow(by: 1_000_000)
        let (sum, tooLate) = nanoseconds.addingReportingOverflow(added)
        return MonotonicInstant(nanoseconds: tooLong || tooLate ? .max : sum)
    }
}
