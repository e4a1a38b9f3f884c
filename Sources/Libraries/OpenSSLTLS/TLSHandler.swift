package import NIOCore

/// A `TLSSession` in a NIO pipeline, for a server's or a client's end, next to the socket.
///
/// Fires `TLSHandshakeCompleted` as an inbound user event before any plaintext, and
/// `ChannelEvent.inputClosed` when the peer ends its side; writing goes on then until `close`.
/// Errors are `TLSError`s through `errorCaught`, once, after which the handler closes the channel.
/// Writes before the end of the handshake wait for it.
///
/// An end is lingering: what is to be said (`close_notify`, or an alert) is written, then the
/// output is shut and the input dropped until the peer ends too, or `closeTimeout`. A plain close
/// with bytes unread makes the kernel reset the connection, and the peer loses what it was told.
package final class TLSHandler: ChannelDuplexHandler {
    package typealias InboundIn = ByteBuffer
    package typealias InboundOut = ByteBuffer
    package typealias OutboundIn = ByteBuffer
    package typealias OutboundOut = ByteBuffer

    private enum State {
        case idle
        case handshaking(Handshake)
        case open
        case closing(Closing)
        case closed
    }

    private struct Handshake {
        let timeout: Scheduled<Void>
        /// What to do when it is done: `close(mode: .output)` was called meanwhile.
        var closesOutput: Bool = false
        var outputClosed: EventLoopPromise<Void>?
    }

    private struct Closing {
        let timeout: Scheduled<Void>
        var promise: EventLoopPromise<Void>?
    }

    private let session: TLSSession
    private let handshakeTimeout: TimeAmount
    private let closeTimeout: TimeAmount
    private var state = State.idle
    private var pending = PendingWrites()
    /// A `read` from further in that no plaintext has answered yet.
    private var readIsOwed = false
    /// Plaintext was fired since the last `channelReadComplete`.
    private var hasDelivered = false

    /// - Parameters:
    ///   - serverName: for a client: whom the server's certificate must name.
    ///   - handshakeTimeout: from the connection's start to the handshake's end.
    ///   - closeTimeout: how long an end lingers for the peer's.
    package init(
        _ context: TLSContext, serverName: String? = nil,
        handshakeTimeout: TimeAmount = .seconds(10), closeTimeout: TimeAmount = .seconds(2)
    ) throws(TLSError) {
        session = try TLSSession(context, serverName: serverName)
        self.handshakeTimeout = handshakeTimeout
        self.closeTimeout = closeTimeout
    }
}

// MARK: the channel's life

extension TLSHandler {
    package func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { startHandshake(context) }
    }

    package func handlerRemoved(context: ChannelHandlerContext) {
        cancelTimeouts()
        state = .closed
        pending.fail(ChannelError.ioOnClosedChannel)
    }

    package func channelActive(context: ChannelHandlerContext) {
        context.fireChannelActive()
        startHandshake(context)
    }

    package func channelInactive(context: ChannelHandlerContext) {
        cancelTimeouts()
        var failure: TLSError?
        switch exchange(&state, with: .closed) {
        case .idle, .closed: break
        case .handshaking(let handshake):
            failure = session.transportClosed()
            handshake.outputClosed?.fail(failure ?? TLSError.closedDuringHandshake)
        case .open: failure = session.transportClosed()
        case .closing(let closing): closing.promise?.succeed()
        }
        pending.fail(failure ?? ChannelError.ioOnClosedChannel)
        if let failure { context.fireErrorCaught(failure) }
        context.fireChannelInactive()
    }

    private func startHandshake(_ context: ChannelHandlerContext) {
        guard case .idle = state else { return }
        let timeout = context.eventLoop.assumeIsolated().scheduleTask(in: handshakeTimeout) {
            self.handshakeTimedOut(context)
        }
        state = .handshaking(Handshake(timeout: timeout))
        processEvents(context)
        context.read()
    }

    private func handshakeTimedOut(_ context: ChannelHandlerContext) {
        guard case .handshaking(let handshake) = state else { return }
        state = .closed
        let error = TLSError.handshakeTimedOut(
            milliseconds: handshakeTimeout.nanoseconds / 1_000_000)
        abandon(handshake.outputClosed, error, context)
        context.close(promise: nil)
    }

    private func cancelTimeouts() {
        switch state {
        case .handshaking(let handshake): handshake.timeout.cancel()
        case .closing(let closing): closing.timeout.cancel()
        case .idle, .open, .closed: break
        }
    }

    private func abandon(
        _ outputClosed: EventLoopPromise<Void>?, _ error: TLSError,
        _ context: ChannelHandlerContext
    ) {
        outputClosed?.fail(error)
        pending.fail(error)
        context.fireErrorCaught(error)
    }
}

// MARK: from the network

extension TLSHandler {
    package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch state {
        case .handshaking, .open:
            var ciphertext = Self.unwrapInboundIn(data)
            session.bytesReceived(&ciphertext)
            processEvents(context)
        case .idle, .closing, .closed:
            break  // crossed on the wire with our end: dropped
        }
    }

    package func channelReadComplete(context: ChannelHandlerContext) {
        switch state {
        case .handshaking, .closing: context.read()
        case .open: readOn(context)
        case .idle, .closed: return
        }
        completeRead(context)
    }

    package func channelWritabilityChanged(context: ChannelHandlerContext) {
        if case .open = state { readOn(context) }
        context.fireChannelWritabilityChanged()
    }

    /// Reads on where what came had no plaintext in it. Not while the peer does not take what it
    /// is sent: TLS answers some records by itself (a KeyUpdate that asks for one), and nobody
    /// further in sees them.
    private func readOn(_ context: ChannelHandlerContext) {
        if readIsOwed, context.channel.isWritable { context.read() }
    }

    /// Before an end is told too: who answers in batches answers at the end of one.
    private func completeRead(_ context: ChannelHandlerContext) {
        guard hasDelivered else { return }
        hasDelivered = false
        context.fireChannelReadComplete()
    }

    package func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard case .some(.inputClosed) = event as? ChannelEvent else {
            context.fireUserInboundEventTriggered(event)
            return
        }
        switch state {
        case .handshaking, .open:
            // Without an error, `inputClosed` was fired when the close_notify came.
            guard let error = session.transportClosed() else { return }
            fail(error, context)
        case .closing: finishClosing(context)
        case .idle, .closed: break
        }
    }

    /// Does what the session asks for until it needs more bytes.
    private func processEvents(_ context: ChannelHandlerContext) {
        while canProcess, let event = session.nextEvent() {
            switch event {
            case .handshakeCompleted(let agreement): handshakeCompleted(agreement, context)
            case .plaintext(let plaintext):
                readIsOwed = false
                hasDelivered = true
                context.fireChannelRead(Self.wrapInboundOut(plaintext))
            case .peerClosedWrite:
                completeRead(context)
                context.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
                // We had ended our side before: there is nothing to keep the channel for.
                if !session.isWritable { close(context: context, mode: .all, promise: nil) }
            case .failed(let error):
                completeRead(context)
                fail(error, context)
            }
        }
        if canProcess { sendOutput(context, nil) }
    }

    /// False once a handler further in has closed the channel from within an event.
    private var canProcess: Bool {
        switch state {
        case .handshaking, .open: true
        case .idle, .closing, .closed: false
        }
    }

    private func handshakeCompleted(
        _ agreement: TLSHandshakeCompleted, _ context: ChannelHandlerContext
    ) {
        guard case .handshaking(let handshake) = state else { return }
        handshake.timeout.cancel()
        state = .open
        context.fireUserInboundEventTriggered(agreement)
        encryptPending(context)
        if handshake.closesOutput { closeOutput(context, handshake.outputClosed) }
    }

    /// The session is over: tells the pipeline, lets the alert out, and closes.
    private func fail(_ error: TLSError, _ context: ChannelHandlerContext) {
        cancelTimeouts()
        var outputClosed: EventLoopPromise<Void>?
        if case .handshaking(let handshake) = state { outputClosed = handshake.outputClosed }
        // First the state: what is told may close the channel from within.
        startClosing(context, nil)
        abandon(outputClosed, error, context)
        linger(context)
    }
}

// MARK: to the network

extension TLSHandler {
    package func read(context: ChannelHandlerContext) {
        readIsOwed = true
        context.read()
    }

    package func write(
        context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?
    ) {
        switch state {
        case .idle, .handshaking, .open:
            pending.append(Self.unwrapOutboundIn(data), promise)
        case .closing, .closed:
            promise?.fail(ChannelError.ioOnClosedChannel)
        }
    }

    package func flush(context: ChannelHandlerContext) {
        switch state {
        case .open: encryptPending(context)
        case .idle, .handshaking, .closing, .closed: break  // flushed when the handshake is done
        }
    }

    package func close(
        context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?
    ) {
        switch (mode, state) {
        case (.input, _):
            promise?.fail(ChannelError.operationUnsupported)
        case (_, .idle), (_, .closed):
            cancelTimeouts()
            state = .closed
            pending.fail(ChannelError.ioOnClosedChannel)
            context.close(mode: mode, promise: promise)
        case (_, .closing(var closing)):
            if let first = closing.promise, let promise {
                first.futureResult.cascade(to: promise)
            } else if let promise {
                closing.promise = promise
                state = .closing(closing)
            }
        case (.output, .handshaking(var handshake)):
            handshake.closesOutput = true
            handshake.outputClosed = promise
            state = .handshaking(handshake)
        case (.output, .open):
            closeOutput(context, promise)
        case (.all, .handshaking(let handshake)):
            handshake.timeout.cancel()
            state = .closed
            handshake.outputClosed?.fail(ChannelError.ioOnClosedChannel)
            pending.fail(ChannelError.ioOnClosedChannel)
            context.close(promise: promise)
        case (.all, .open):
            pending.fail(ChannelError.ioOnClosedChannel)
            session.closeWrite()
            startClosing(context, promise)
            linger(context)
        }
    }

    /// One `SSL_write` for all that waits.
    private func encryptPending(_ context: ChannelHandlerContext) {
        let (plaintext, promise) = pending.take()
        do throws(TLSError) {
            if plaintext.readableBytes > 0 { try session.write(plaintext) }
            sendOutput(context, promise)
        } catch {
            promise?.fail(error)
            // After close(mode: .output) it is the writer's mistake, not the session's end.
            if case .notWritable = error { return }
            fail(error, context)
        }
    }

    private func sendOutput(
        _ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?
    ) {
        guard let output = session.takeOutput() else {
            promise?.succeed()
            return
        }
        context.writeAndFlush(Self.wrapOutboundOut(output), promise: promise)
    }

    private func closeOutput(
        _ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?
    ) {
        encryptPending(context)
        guard case .open = state else {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        session.closeWrite()
        if session.isPeerClosed {
            // Both sides have ended: there is nothing to keep the channel for.
            startClosing(context, promise)
            linger(context)
        } else {
            afterSending(context) { context.close(mode: .output, promise: promise) }
        }
    }

    private func startClosing(
        _ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?
    ) {
        let timeout = context.eventLoop.assumeIsolated().scheduleTask(in: closeTimeout) {
            self.finishClosing(context)
        }
        state = .closing(Closing(timeout: timeout, promise: promise))
    }

    /// Lets the last output out, shuts our side, and waits for the peer's.
    private func linger(_ context: ChannelHandlerContext) {
        afterSending(context) {
            guard case .closing = self.state else { return }
            context.close(mode: .output, promise: nil)
            context.read()
        }
    }

    private func finishClosing(_ context: ChannelHandlerContext) {
        guard case .closing(let closing) = state else { return }
        closing.timeout.cancel()
        state = .closed
        context.close(promise: closing.promise)
    }

    private func afterSending(
        _ context: ChannelHandlerContext, _ action: @escaping () -> Void
    ) {
        guard let output = session.takeOutput() else { return action() }
        let sent = context.eventLoop.makePromise(of: Void.self)
        sent.futureResult.assumeIsolated().whenComplete { _ in action() }
        context.writeAndFlush(Self.wrapOutboundOut(output), promise: sent)
    }
}

@available(*, unavailable)
extension TLSHandler: Sendable {}
