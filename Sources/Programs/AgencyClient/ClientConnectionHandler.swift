import AMQP10
import NIOCore
import OpenSSLTLS

/// The client's end of a connection in its channel's pipeline, next to TLS: drives the machine,
/// keeps the links, and writes once for all that one read or one burst of orders brings about.
/// It lives on its channel's event loop.
final class ClientConnectionHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    var machine: ConnectionStateMachine
    private var opened: EventLoopPromise<Void>?
    private var context: ChannelHandlerContext?
    private var timer: Scheduled<Void>?
    /// A turn is under way, or will come: what is ordered meanwhile goes out with it.
    private var isTurnDue = false
    /// Why the connection is no more; nil as long as it is.
    private(set) var end: ClientError?

    /// Links whose session has not begun.
    var ordered: [SessionID: LinkOrder] = [:]
    /// Links that the broker has not answered, with their sessions.
    var attaching: [LinkID: (order: LinkOrder, session: SessionID)] = [:]
    var senders: [LinkID: SendingLinkState] = [:]
    var receivers: [LinkID: ReceivingLinkState] = [:]
    /// Deliveries that were accepted in this turn.
    var accepted: [LinkID: [DeliveryNumber]] = [:]

    init(_ configuration: ConnectionConfiguration, opened: EventLoopPromise<Void>) {
        self.opened = opened
        machine = ConnectionStateMachine(
            role: .client(mechanism: .external, initialResponse: ByteBuffer()),
            configuration: configuration)
    }

    // MARK: The channel

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) {
        finish(.connectionLost)
        self.context = nil
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is TLSHandshakeCompleted:
            machine.start(now: .now)
            turn()
        case ChannelEvent.inputClosed:
            machine.peerClosed()
            turn()
        default:
            context.fireUserInboundEventTriggered(event)
        }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        isTurnDue = true
        machine.bytesReceived(&bytes, now: .now)
        handleEvents()
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        turn()
        context.fireChannelReadComplete()
    }

    func channelInactive(context: ChannelHandlerContext) {
        machine.peerClosed()
        handleEvents()
        finish(.connectionLost)
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        finish((error as? TLSError).map { .tls($0) } ?? .connectionLost)
        context.close(promise: nil)
    }

    // MARK: Turns

    /// Sees to it that what was ordered goes out: with the turn that is due, or with one of its
    /// own, so that orders which come one after the other share a write.
    func turnSoon() {
        guard !isTurnDue, let context else { return }
        isTurnDue = true
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        context.eventLoop.execute { bound.value.turn() }
    }

    private func turn() {
        guard let context else { return }
        isTurnDue = true
        handleEvents()
        settleAccepted()
        for link in receivers.keys { topUp(link) }
        isTurnDue = false
        if let output = machine.takeOutput() {
            context.writeAndFlush(wrapOutboundOut(output), promise: nil)
        }
        if machine.isFinished {
            context.close(promise: nil)
        } else {
            schedule(context)
        }
    }

    private func handleEvents() {
        while let event = machine.nextEvent() { handle(event) }
    }

    private func schedule(_ context: ChannelHandlerContext) {
        guard timer == nil else { return }
        let now = MonotonicInstant.now
        guard let moment = machine.clockAdvanced(to: now) else { return }
        if let output = machine.takeOutput() {
            context.writeAndFlush(wrapOutboundOut(output), promise: nil)
        }
        let delay =
            moment.nanoseconds > now.nanoseconds ? moment.nanoseconds - now.nanoseconds : 0
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        timer = context.eventLoop.scheduleTask(in: .nanoseconds(Int64(clamping: delay))) {
            bound.value.timer = nil
            bound.value.turn()
        }
    }

    /// What was accepted in this turn is said first: behind the close it would say nothing.
    func close() {
        settleAccepted()
        machine.close()
        turnSoon()
    }

    // MARK: Endings

    func didOpen() {
        opened?.succeed()
        opened = nil
    }

    /// Tells everybody who waits, once. The first cause is the one that is kept.
    func finish(_ error: ClientError) {
        guard end == nil else { return }
        end = error
        timer?.cancel()
        opened?.fail(error)
        opened = nil
        for order in ordered.values { order.attached.fail(error) }
        for pending in attaching.values { pending.order.attached.fail(error) }
        let completions = senders.values.flatMap { state in
            var state = state
            return state.takeAll()
        }
        let receiving = receivers.values.map(\.onEvent)
        ordered = [:]
        attaching = [:]
        senders = [:]
        receivers = [:]
        for completed in completions { completed(.failure(error)) }
        for onEvent in receiving { onEvent(.ended(error)) }
    }
}

extension MonotonicInstant {
    static var now: MonotonicInstant {
        MonotonicInstant(nanoseconds: NIODeadline.now().uptimeNanoseconds)
    }
}
