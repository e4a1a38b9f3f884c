package import NIOCore

/// One end of an AMQP 1.0 connection: bytes in, events out; orders in, bytes out.
///
/// It has no socket, clock or thread. Whoever owns it calls `bytesReceived` with what was read and
/// then `nextEvent` until it gives nil; after that, and after each order of its own, it writes what
/// `takeOutput` gives. Frames are decoded one at a time as events are asked for, so what a peer
/// sends never piles up as events. Nothing that a peer sends traps: what breaks a rule is answered
/// with a detach, end or close, as far as the damage goes.
package struct ConnectionStateMachine: ~Copyable {
    let configuration: ConnectionConfiguration
    let role: Role
    /// Octets of a frame that we take once the connection is open.
    private let maxFrameSize: UInt32
    var state: ConnectionState = .idle
    var outbox: Outbox
    /// By our channel.
    var sessions: [SessionStateMachine] = []
    /// By the peer's channel.
    var peerChannels: [PeerChannel] = []
    private var inbound = ByteBuffer()
    private var inputEnded = false
    var watch: IdleWatch
    private var lastGeneration: UInt32 = 0

    enum PeerChannel: Equatable {
        case neverUsed
        case session(UInt16)
        /// Frames that crossed our end may still come: they are dropped.
        case ended
    }

    package init(role: Role, configuration: ConnectionConfiguration) {
        self.role = role
        self.configuration = configuration
        maxFrameSize = max(512, configuration.limits.maxFrameSize)
        outbox = Outbox(reference: configuration.reference)
        watch = IdleWatch(limits: configuration.limits)
    }

    /// Sends our protocol header; both ends do so without waiting for the other.
    package mutating func start(now: MonotonicInstant) {
        guard state == .idle else { return }
        watch.started(at: now)
        outbox.write(.sasl)
        state = .saslHeaderSent
    }

    /// The peer has taken some of what was written to it, which is life as what it sends is: for
    /// who does not read from a peer that is slow to read.
    package mutating func outputTaken(now: MonotonicInstant) { watch.received(at: now) }

    /// Takes all of `bytes`; call `nextEvent` until it gives nil afterwards.
    package mutating func bytesReceived(_ bytes: inout ByteBuffer, now: MonotonicInstant) {
        watch.received(at: now)
        guard !state.isClosed, bytes.readableBytes > 0 else {
            bytes.clear()
            return
        }
        if inbound.readableBytes == 0 {
            inbound = bytes
            bytes = ByteBuffer()
        } else if inbound.readerIndex > 0 {
            // What was read before is let go of, rather than carried along.
            var fresh = ByteBuffer()
            fresh.reserveCapacity(inbound.readableBytes + bytes.readableBytes)
            fresh.writeBuffer(&inbound)
            fresh.writeBuffer(&bytes)
            inbound = fresh
        } else {
            inbound.writeBuffer(&bytes)
        }
        if state.expectation == .nothing,
            inbound.readableBytes > configuration.limits.maxHeldBytes
        {
            violationFound(
                .connection(
                    AMQPError(
                        .resourceLimitExceeded,
                        "too much was sent before the connection was accepted")))
        }
    }

    /// The transport has ended; what was read before is still decoded.
    package mutating func peerClosed() {
        inputEnded = true
    }

    /// The next thing that the application must know; nil when more bytes are needed.
    package mutating func nextEvent() -> ConnectionEvent? {
        while true {
            reportResumptions()
            if let event = outbox.events.popFirst() { return event }
            if readNext() { continue }
            guard inputEnded, !state.isClosed else { return nil }
            if case .closeSent(let error) = state {
                finish(.closedByUs(error))
            } else {
                finish(.transportLost)
            }
        }
    }

    /// Tells the sessions that refused a message because too much waited on the connection, on
    /// whichever of them, that there is room again.
    private mutating func reportResumptions() {
        guard outbox.owesResumption,
            outbox.held.pending <= configuration.limits.maxPendingBytes / 2
        else { return }
        outbox.owesResumption = false
        for slot in sessions.indices {
            sessions[slot].withMapped(&outbox) { session, outbox in
                session.reportResumption(&outbox)
            }
        }
    }

    /// The bytes to be written; nil when there are none.
    package mutating func takeOutput() -> ByteBuffer? {
        guard outbox.bytes.readableBytes > 0 else { return nil }
        watch.sent()
        return exchange(&outbox.bytes, with: ByteBuffer())
    }

    /// Whether the socket is to be closed once the output is flushed.
    package var isFinished: Bool { state.isClosed }

    /// Whether frames of sessions and links may go out: the connection is open.
    package var isOpen: Bool { state.isOpen }

    /// Octets that `takeOutput` would give.
    package var outputBytes: Int { outbox.bytes.readableBytes }

    mutating func nextGeneration() -> UInt32 {
        lastGeneration &+= 1
        return lastGeneration
    }

    /// Reads a header or a frame; false when there is none, or none is wanted.
    private mutating func readNext() -> Bool {
        switch state.expectation {
        case .nothing:
            return false
        case .protocolHeader:
            guard let encoded = inbound.readInteger(as: UInt64.self) else { return false }
            headerReceived(ProtocolHeader(encoded: encoded))
            return true
        case .saslFrame, .frame:
            return readFrame()
        }
    }

    private mutating func readFrame() -> Bool {
        guard let header = FrameHeader(peeking: inbound) else { return false }
        let limit = state.readsLargeFrames ? maxFrameSize : configuration.limits.preOpenFrameSize
        if let flaw = header.flaw(maxFrameSize: limit) {
            violationFound(.connection(AMQPError(.framingError, flaw)))
            return true
        }
        guard var body = inbound.readSlice(length: header.size) else { return false }
        body.moveReaderIndex(forwardBy: header.bodyOffset)
        do {
            try frameReceived(header, &body)
        } catch {
            violationFound(error)
        }
        return true
    }
}
