import NIOCore

// Frames of an open connection, by their performative.
extension ConnectionStateMachine {
    mutating func frameReceived(
        _ header: FrameHeader, _ body: inout ByteBuffer
    ) throws(PeerViolation) {
        if state.expectation == .saslFrame {
            return try saslFrameReceived(header, &body)
        }
        guard header.type == FrameHeader.amqp else {
            throw .connection(
                AMQPError(.framingError, "a frame of type \(header.type); AMQP's is 0"))
        }
        // An empty frame is a sign of life, and nothing else.
        guard body.readableBytes > 0 else { return }
        switch try descriptor(of: &body) {
        case .transfer:
            let transfer = try decode(Transfer.self, from: &body)
            let payload = body
            try onSession(header.channel) { session, outbox throws(PeerViolation) in
                try session.transferReceived(transfer, payload: payload, &outbox)
            }
        case .disposition:
            let disposition = try decode(Disposition.self, from: &body)
            try onSession(header.channel) { session, outbox throws(PeerViolation) in
                switch disposition.role {
                case .receiver: try session.outcomesReceived(disposition, &outbox)
                case .sender: try session.settlementsReceived(disposition, &outbox)
                }
            }
        case .flow:
            let flow = try decode(Flow.self, from: &body)
            try onSession(header.channel) { session, outbox throws(PeerViolation) in
                try session.flowReceived(flow, &outbox)
            }
        case .attach:
            let attach = try decode(Attach.self, from: &body)
            let generation = nextGeneration()
            try onSession(header.channel) { session, outbox throws(PeerViolation) in
                try session.attachReceived(attach, generation: generation, &outbox)
            }
        case .detach:
            let detach = try decode(Detach.self, from: &body)
            try onSession(header.channel) { session, outbox throws(PeerViolation) in
                try session.detachReceived(detach, &outbox)
            }
        case .open:
            try openReceived(try decode(Open.self, from: &body))
        case .begin:
            try beginReceived(try decode(Begin.self, from: &body), channel: header.channel)
        case .end:
            try endReceived(try decode(End.self, from: &body), channel: header.channel)
        case .close:
            closeReceived(try decode(Close.self, from: &body))
        default:
            throw .connection(
                AMQPError(.notImplemented, "a frame whose performative AMQP 1.0 does not define"))
        }
    }

    private func descriptor(of body: inout ByteBuffer) throws(PeerViolation) -> Descriptor? {
        do throws(DecodingFault) {
            guard try body.readCode(in: "frame") == FormatCode.described else {
                throw DecodingFault(.invalid("its body is not a performative"), in: "frame")
            }
            return try Descriptor.read(
                from: &body, in: "frame", limits: configuration.limits.decoding)
        } catch {
            throw PeerViolation(error)
        }
    }

    private func decode<Frame: Performative>(
        _ type: Frame.Type, from body: inout ByteBuffer
    ) throws(PeerViolation) -> Frame {
        do throws(DecodingFault) {
            return try Frame(from: &body, limits: configuration.limits.decoding)
        } catch {
            throw PeerViolation(error)
        }
    }

    /// Changes the session of the peer's channel; a link's or the session's fault ends there.
    ///
    /// Frames on a channel that we have ended are dropped: they crossed on the wire.
    private mutating func onSession(
        _ channel: UInt16,
        _ change: (inout MappedSession, inout Outbox) throws(PeerViolation) -> Void
    ) throws(PeerViolation) {
        guard let slot = try slot(ofPeer: channel) else { return }
        do throws(PeerViolation) {
            try sessions[slot].withMapped(&outbox, change)
        } catch {
            if case .connection = error { throw error }
            violationFound(error, channel: UInt16(truncatingIfNeeded: slot))
        }
    }

    /// The session of the peer's channel; nil when what comes on it is to be dropped.
    private func slot(ofPeer channel: UInt16) throws(PeerViolation) -> Int? {
        switch state {
        case .opened: break
        case .closeSent: return nil
        default:
            throw .connection(AMQPError(.illegalState, "the first frame must be an open"))
        }
        let use: PeerChannel =
            channel < peerChannels.count ? peerChannels[Int(channel)] : .neverUsed
        switch use {
        case .session(let slot): return Int(slot)
        case .ended: return nil
        case .neverUsed:
            throw .connection(
                AMQPError(.illegalState, "channel \(channel) has no session; begin one"))
        }
    }

    private mutating func note(peer channel: UInt16, as use: PeerChannel) {
        while peerChannels.count <= Int(channel) { peerChannels.append(.neverUsed) }
        peerChannels[Int(channel)] = use
    }

    private mutating func beginReceived(
        _ begin: Begin, channel: UInt16
    ) throws(PeerViolation) {
        guard case .opened(let peer) = state else {
            if case .closeSent = state { return }
            throw .connection(AMQPError(.illegalState, "the first frame must be an open"))
        }
        let channelMax = configuration.open.channelMax
        guard channel <= channelMax else {
            throw .connection(
                AMQPError(.framingError, "channel \(channel); channel-max is \(channelMax)"))
        }
        if channel < peerChannels.count, case .session = peerChannels[Int(channel)] {
            throw .connection(
                AMQPError(.illegalState, "channel \(channel) has a session; end it first"))
        }
        if let ours = begin.remoteChannel {
            try answerReceived(begin, channel: channel, ours: ours)
            return
        }
        guard let slot = freeSlot(peer) else {
            throw .connection(
                AMQPError(
                    .resourceLimitExceeded,
                    "no channel is left for another session; end one first"))
        }
        let id = SessionID(
            generation: nextGeneration(), slot: UInt16(truncatingIfNeeded: slot))
        let limits = configuration.limits
        let mapped = MappedSession(id: id, peer: begin, limits: limits)
        place(SessionStateMachine(mapped: mapped), at: slot)
        note(peer: channel, as: .session(id.slot))
        writeBegin(id, answering: channel)
        outbox.events.append(.sessionBegun(id))
    }

    private mutating func answerReceived(
        _ begin: Begin, channel: UInt16, ours: UInt16
    ) throws(PeerViolation) {
        guard ours < sessions.count else { throw Self.unasked(ours) }
        switch sessions[Int(ours)].beginReceived(begin, limits: configuration.limits) {
        case .reportBegun: outbox.events.append(.sessionBegun(sessions[Int(ours)].id))
        case .ignore: break
        case .refuse: throw Self.unasked(ours)
        }
        note(peer: channel, as: .session(ours))
    }

    private static func unasked(_ channel: UInt16) -> PeerViolation {
        .connection(
            AMQPError(
                .invalidField, "begin.remote-channel: no begin of ours waits on \(channel)"))
    }

    private mutating func endReceived(_ end: End, channel: UInt16) throws(PeerViolation) {
        guard let slot = try slot(ofPeer: channel) else { return }
        switch sessions[slot].endReceived() {
        case .answer(var mapped):
            outbox.write(End(error: nil), channel: UInt16(truncatingIfNeeded: slot))
            mapped.reportLinksLost(error: end.error, byPeer: true, &outbox)
            outbox.events.append(.sessionEnded(mapped.id, end.error))
        case .free:
            break
        case .refuse:
            throw Self.unasked(UInt16(truncatingIfNeeded: slot))
        }
        note(peer: channel, as: .ended)
    }

    func freeSlot(_ peer: Open) -> Int? {
        let slot = sessions.firstIndex { $0.isFree } ?? sessions.count
        return slot <= configuration.open.channelMax && slot <= peer.channelMax ? slot : nil
    }

    mutating func place(_ session: SessionStateMachine, at slot: Int) {
        if slot < sessions.count {
            sessions[slot] = session
        } else {
            sessions.append(session)
        }
    }

    mutating func writeBegin(_ id: SessionID, answering channel: UInt16?) {
        let limits = SessionLimits(configuration.limits)
        outbox.write(
            Begin(
                remoteChannel: channel, nextOutgoingID: 0,
                incomingWindow: limits.incomingWindow,
                outgoingWindow: SessionLimits.outgoingWindow,
                handleMax: UInt32(limits.maxLinks) - 1),
            channel: id.slot)
    }
}
