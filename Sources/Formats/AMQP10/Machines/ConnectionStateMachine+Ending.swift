import NIOCore

// The end of a connection, in order or not, and the clock.
extension ConnectionStateMachine {
    /// Ends the connection in order; what was ordered before still goes out. `connectionClosed`
    /// comes when the peer has answered, or has not in time.
    package mutating func close(_ error: AMQPError? = nil) {
        let error = error.map { outbox.complete($0) }
        switch state {
        case .opened:
            outbox.write(Close(error: error))
            state = .closeSent(error)
            watch.closing()
        case .idle, .saslHeaderSent, .mechanismsSent, .challengeSent, .credentialsInDoubt,
            .mechanismsDue, .outcomeDue, .challenged, .headerDue, .openDue, .openInDoubt:
            writeEarlyClose(error)
            finish(.closedByUs(error))
        case .closeSent, .closed:
            break
        }
    }

    /// Tells the machine what time it is; take its output and events afterwards.
    ///
    /// - Returns: when to call again at the latest; nil when nothing is watched.
    package mutating func clockAdvanced(to now: MonotonicInstant) -> MonotonicInstant? {
        while !state.isClosed, state != .idle {
            switch watch.verdict(at: now) {
            case .wait(let moment):
                return moment
            case .sendEmptyFrame:
                outbox.writeEmptyFrame()
                watch.sent()
            case .peerIsSilent:
                let limit = configuration.limits.idleTimeOut ?? 0
                violationFound(
                    .connection(
                        AMQPError(
                            .resourceLimitExceeded,
                            "nothing was received for more than twice the idle-time-out of "
                                + "\(limit) ms; send an empty frame at least every \(limit) ms")))
            case .handshakeIsLate:
                violationFound(
                    .connection(
                        AMQPError(
                            .resourceLimitExceeded,
                            "the connection was not open after "
                                + "\(configuration.limits.handshakeTimeOut) ms")))
            case .closeIsLate:
                if case .closeSent(let error) = state { finish(.closedByUs(error)) }
            }
        }
        return nil
    }

    /// Answers what the peer did wrong, as far as the damage goes.
    mutating func violationFound(_ violation: PeerViolation, channel: UInt16 = 0) {
        switch violation {
        case .connection(let error):
            let error = outbox.complete(error)
            if case .opened = state {
                outbox.write(Close(error: error))
            } else {
                writeEarlyClose(error)
            }
            finish(.closedByUs(error))
        case .session(let error):
            endSession(slot: Int(channel), outbox.complete(error))
        case .link(let slot, let error):
            let error = outbox.complete(error)
            sessions[Int(channel)].withMapped(&outbox) { session, outbox in
                session.violationFound(on: Int(slot), error, &outbox)
            }
        }
    }

    /// A `close` needs an `open` before it, and both need the header exchange.
    private mutating func writeEarlyClose(_ error: AMQPError?) {
        switch (state, isServer) {
        case (.openDue, true), (.openInDoubt, true):
            var open = configuration.open
            open.properties[symbol: .connectionEstablishmentFailed] = .boolean(true)
            outbox.write(open)
            outbox.write(Close(error: error))
        case (.openDue, false):
            outbox.write(Close(error: error))
        default:
            break
        }
    }

    mutating func endSession(slot: Int, _ error: AMQPError) {
        switch sessions[slot].endRequested() {
        case .mapped(var mapped):
            outbox.write(End(error: error), channel: UInt16(truncatingIfNeeded: slot))
            mapped.reportLinksLost(error: error, byPeer: false, &outbox)
            outbox.events.append(.sessionEnded(mapped.id, error))
        case .unanswered, nil:
            break
        }
    }

    mutating func closeReceived(_ close: Close) {
        switch state {
        case .closeSent(let error):
            finish(.closedByUs(error))
        case .opened:
            outbox.write(Close(error: nil))
            finish(.closedByPeer(close.error))
        default:
            writeEarlyClose(nil)
            finish(.closedByPeer(close.error))
        }
    }

    /// Nothing is read or sent any more; the application is told of everything that is gone.
    mutating func finish(_ end: ConnectionEnd) {
        let byPeer: Bool
        switch end {
        case .closedByPeer, .transportLost: byPeer = true
        case .closedByUs, .authenticationFailed, .authenticationRefused, .protocolMismatch:
            byPeer = false
        }
        for slot in sessions.indices {
            let id = sessions[slot].id
            switch sessions[slot].endRequested() {
            case .mapped(var mapped):
                mapped.reportLinksLost(error: end.error, byPeer: byPeer, &outbox)
                outbox.events.append(.sessionEnded(id, end.error))
            case .unanswered:
                outbox.events.append(.sessionEnded(id, end.error))
            case nil:
                break
            }
        }
        sessions = []
        peerChannels = []
        state = .closed(end)
        outbox.events.append(.connectionClosed(end))
    }
}
