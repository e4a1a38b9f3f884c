/// Watches the silence on a connection, in both directions (part 2, 2.4.5).
struct IdleWatch {
    private let limits: AMQPLimits
    private var phase = Phase.handshake
    private var now = MonotonicInstant(nanoseconds: 0)
    private var startedAt = MonotonicInstant(nanoseconds: 0)
    private var receivedAt = MonotonicInstant(nanoseconds: 0)
    private var sentAt = MonotonicInstant(nanoseconds: 0)

    private enum Phase {
        case handshake
        /// Open: the peer wants to hear from us in this many milliseconds, if at all.
        case open(peerIdleTimeOut: UInt32?)
        case closing(since: MonotonicInstant)
    }

    enum Verdict: Equatable {
        /// Nothing before that moment; nil when nothing is watched.
        case wait(until: MonotonicInstant?)
        /// Send an empty frame, then ask again.
        case sendEmptyFrame
        /// The peer has been silent too long.
        case peerIsSilent
        /// The peer has not opened the connection in time.
        case handshakeIsLate
        /// The peer has not answered our `close` in time.
        case closeIsLate
    }

    init(limits: AMQPLimits) {
        self.limits = limits
    }

    mutating func started(at now: MonotonicInstant) {
        self.now = max(self.now, now)
        startedAt = self.now
        receivedAt = self.now
        sentAt = self.now
    }

    /// Any byte is life.
    mutating func received(at now: MonotonicInstant) {
        self.now = max(self.now, now)
        receivedAt = self.now
    }

    mutating func sent() { sentAt = now }

    mutating func opened(peerIdleTimeOut: UInt32?) {
        let timeOut = peerIdleTimeOut == 0 ? nil : peerIdleTimeOut
        phase = .open(peerIdleTimeOut: timeOut)
    }

    mutating func closing() { phase = .closing(since: now) }

    mutating func verdict(at now: MonotonicInstant) -> Verdict {
        self.now = max(self.now, now)
        switch phase {
        case .handshake:
            let end = startedAt.advanced(byMilliseconds: UInt64(limits.handshakeTimeOut))
            return self.now >= end ? .handshakeIsLate : .wait(until: end)
        case .closing(let since):
            let end = since.advanced(byMilliseconds: UInt64(limits.closeTimeOut))
            return self.now >= end ? .closeIsLate : .wait(until: end)
        case .open(let peerIdleTimeOut):
            return openVerdict(peerIdleTimeOut: peerIdleTimeOut)
        }
    }

    private func openVerdict(peerIdleTimeOut: UInt32?) -> Verdict {
        var next: MonotonicInstant?
        if let idleTimeOut = limits.idleTimeOut {
            let end = receivedAt.advanced(
                byMilliseconds: 2 * UInt64(idleTimeOut) + UInt64(limits.idleGrace))
            guard now < end else { return .peerIsSilent }
            next = end
        }
        if let peerIdleTimeOut {
            let due = sentAt.advanced(byMilliseconds: UInt64(peerIdleTimeOut) / 2)
            guard now < due else { return .sendEmptyFrame }
            next = next.map { min($0, due) } ?? due
        }
        return .wait(until: next)
    }
}
