import AMQP10
import Brokering
import Logging
import NIOCore
import OpenSSLTLS
import Referrals

/// One agency's connection: turns bytes into events, events into commands for the broker, and the
/// broker's answers into frames. It lives on its channel's event loop.
final class AMQPConnectionHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    let broker: Broker
    let settings: AMQPDoorSettings
    let registry: ConnectionRegistry
    /// The intake that the connections of one event loop share, made when it is first needed.
    private let sharedIntake: NIOLoopBoundBox<Intake?>
    /// What an agency quotes to the operator, and finds in the log beside what happened here.
    let reference: String
    var logger: Logger
    var machine: ConnectionStateMachine

    /// Who is at the other end, once TLS is established and the certificate is known.
    var agency: Network.Agency?
    var seat: ConnectionRegistry.Seat?
    var intakes: [LinkID: IntakeLink] = [:]
    var inboxes: [LinkID: InboxLink] = [:]
    var links: [ConsumerID: LinkID] = [:]
    /// Links and sessions that the broker ended, of which the log has no line yet.
    var endings: [(name: Logger.Message, condition: AMQPCondition)] = []
    /// Messages that wait for the broker's answer, by ticket number.
    var pending: [UInt64: (link: LinkID, delivery: DeliveryNumber, id: Referrals.MessageID)] = [:]
    var nextTicket: UInt64 = 1
    /// Commands that gather while one read is worked through.
    var commands: [ShardCommand] = []
    /// The rests that begin at the end of this turn.
    var rests: [Rest] = []

    /// The door closes: what was taken is still answered, nothing more is taken or given.
    private(set) var isClosing = false
    /// What TLS has verified; asked again when the network changes.
    private var certificate: Certificate?

    private(set) var outlet: OutletID?
    /// When the machine is told the time next, at the latest.
    private var timer: (task: Scheduled<Void>, at: MonotonicInstant)?
    private var hasLeft = false
    /// Credit that the broker is to hear of when less waits for it.
    var isPutOff = false
    private var secondTry: Scheduled<Void>?
    /// A read that waits until the peer has taken what it was told.
    private var readIsHeld = false
    /// Octets that were written in all, and of these what the peer has taken as far as is known.
    private var outputWritten = 0
    private var outputTaken = 0

    init(
        broker: Broker, settings: AMQPDoorSettings, registry: ConnectionRegistry,
        intake: NIOLoopBoundBox<Intake?>, reference: String, logger: Logger
    ) {
        sharedIntake = intake
        self.broker = broker
        self.settings = settings
        self.registry = registry
        self.reference = reference
        self.logger = logger
        var configuration = ConnectionConfiguration(
            containerID: settings.containerID, limits: settings.limits, reference: reference)
        configuration.properties = [
            .symbol("product"): .string("Throughcare"), .symbol("reference"): .string(reference),
        ]
        machine = ConnectionStateMachine(
            role: .server(mechanisms: [.external]), configuration: configuration)
    }

    /// nil before the shard is claimed.
    var intake: Intake? {
        if sharedIntake.value == nil { sharedIntake.value = broker.makeIntake() }
        return sharedIntake.value
    }

    // MARK: The channel

    func handlerAdded(context: ChannelHandlerContext) {
        let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        let eventLoop = context.eventLoop
        let networkChanged: @Sendable () -> Void = {
            eventLoop.execute {
                let (handler, context) = bound.value
                guard !handler.hasLeft else { return }
                handler.checkIdentity()
                handler.turn(context)
            }
        }
        outlet = broker.openOutlet(networkChanged: networkChanged) { answers in
            eventLoop.execute {
                let (handler, context) = bound.value
                handler.receive(answers, context: context)
            }
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) { leave() }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case let completed as TLSHandshakeCompleted:
            identify(completed.peer)
            machine.start(now: .now)
            turn(context)
        case ChannelEvent.inputClosed:
            machine.peerClosed()
            turn(context)
        case is DoorCloses:
            isClosing = true
            for link in intakes.keys { machine.grantCredit(link, to: 0) }
            closeWhenAnswered()
            turn(context)
        default:
            context.fireUserInboundEventTriggered(event)
        }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !hasLeft else { return }
        var bytes = unwrapInboundIn(data)
        machine.bytesReceived(&bytes, now: .now)
        handleEvents()
        // Decisions that were just taken let the machine read on.
        while bytes.readableBytes > 0, !machine.isFinished {
            let before = bytes.readableBytes
            machine.bytesReceived(&bytes, now: .now)
            handleEvents()
            guard bytes.readableBytes < before else { break }
        }
    }

    /// A peer that asks on and on and does not read the answers is not listened to: what it is owed
    /// would have no bound. If it stays so, its silence ends the connection.
    func read(context: ChannelHandlerContext) {
        guard context.channel.isWritable else {
            readIsHeld = true
            return
        }
        context.read()
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        turn(context)
        context.fireChannelReadComplete()
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        turn(context)
        if readIsHeld, context.channel.isWritable {
            readIsHeld = false
            context.read()
        }
        context.fireChannelWritabilityChanged()
    }

    func channelInactive(context: ChannelHandlerContext) {
        machine.peerClosed()
        handleEvents()
        leave()
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // A peer that just goes away is no news; its disconnection is told anyway.
        let level: Logger.Level = (error as? TLSError) == .truncated ? .debug : .info
        logger.log(level: level, "connection-failed", metadata: ["cause": "\(error)"])
        context.close(promise: nil)
    }

    // MARK: Turns

    /// Works through what has come, hands the broker its commands, and writes what there is to say.
    func turn(_ context: ChannelHandlerContext) {
        handleEvents()
        if readIsHeld { noteProgress(context) }
        // The time may end the connection: what that has to say is written too.
        let moment = machine.clockAdvanced(to: .now)
        handleEvents()
        beginRests(context)
        for link in inboxes.keys { updateGrant(link, context) }
        // The broker hears of it before the peer does: who connects again as soon as its link or
        // connection has ended finds its place, and what it left unsettled.
        if machine.isFinished { leave() } else { post() }
        if let output = machine.takeOutput() {
            outputWritten += output.readableBytes
            context.writeAndFlush(wrapOutboundOut(output), promise: nil)
        }
        if machine.isFinished {
            context.close(promise: nil)
        } else {
            if let moment { schedule(moment, context) }
            if isPutOff { tryAgain(context) }
        }
    }

    /// A peer on a slow line is not silent while it takes what it was sent, though it is not read
    /// from meanwhile.
    private func noteProgress(_ context: ChannelHandlerContext) {
        let waiting = try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)
        // TLS adds some octets to each record: that makes the sum smaller, never larger.
        let taken = outputWritten - (waiting ?? 0)
        guard taken > outputTaken else { return }
        outputTaken = taken
        machine.outputTaken(now: .now)
    }

    /// Tells the broker later of what was given back again and again.
    private func beginRests(_ context: ChannelHandlerContext) {
        for rest in rests where inboxes[rest.link]?.consumer == rest.consumer {
            let bound = NIOLoopBound(
                (handler: self, context: context), eventLoop: context.eventLoop)
            let alarm = context.eventLoop.scheduleTask(in: TimeAmount(rest.time)) {
                let (handler, context) = bound.value
                guard
                    let resting = handler.inboxes[rest.link]?.resting
                        .removeValue(forKey: rest.entry)
                else { return }
                handler.commands.append(resting.command)
                handler.turn(context)
            }
            inboxes[rest.link]?.resting[rest.entry]?.alarm = alarm
        }
        rests.removeAll()
    }

    /// Asks the broker in a moment for what was put off.
    private func tryAgain(_ context: ChannelHandlerContext) {
        guard secondTry == nil else { return }
        let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        secondTry = context.eventLoop.scheduleTask(in: .milliseconds(50)) {
            let (handler, context) = bound.value
            handler.secondTry = nil
            guard !handler.hasLeft else { return }
            handler.isPutOff = false
            handler.turn(context)
        }
    }

    private func post() {
        guard !commands.isEmpty else { return }
        broker.post(commands)
        commands.removeAll(keepingCapacity: true)
    }

    private func handleEvents() {
        while let event = machine.nextEvent() { handle(event) }
        // What ended by itself: the end of a connection says it for its links too.
        for (name, condition) in endings {
            logger.info(name, metadata: ["condition": "\(condition)"])
        }
        endings.removeAll()
    }

    /// Has the machine told the time when it next wants to know it.
    private func schedule(_ moment: MonotonicInstant, _ context: ChannelHandlerContext) {
        // What was opened, or is closing, may be due before what was waited for.
        if let timer, timer.at <= moment { return }
        timer?.task.cancel()
        let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        let now = MonotonicInstant.now.nanoseconds
        let delay = moment.nanoseconds > now ? moment.nanoseconds - now : 0
        let task = context.eventLoop.scheduleTask(in: .nanoseconds(Int64(clamping: delay))) {
            let (handler, context) = bound.value
            handler.timer = nil
            guard !handler.hasLeft else { return }
            handler.turn(context)
        }
        timer = (task, moment)
    }

    /// Gives everything back, once.
    private func leave() {
        guard !hasLeft else { return }
        hasLeft = true
        timer?.task.cancel()
        secondTry?.cancel()
        giveBack()
        post()
        if let outlet { broker.closeOutlet(outlet) }
        if let seat { registry.stand(seat) }
        if agency != nil { logger.info("agency-disconnected") }
    }

    /// Ends a closing connection in good order once nothing is owed to its peer.
    func closeWhenAnswered() {
        guard isClosing, pending.isEmpty else { return }
        close(AMQPError(.connectionForced, "the broker is stopping; connect again in a moment"))
    }

    /// Closes; what the peer still says about deliveries is not read any more.
    private func close(_ error: AMQPError) {
        machine.close(error)
        giveBack()
    }

    /// What every receiver has not settled goes back to the broker.
    private func giveBack() {
        for link in Array(inboxes.keys) { forget(link) }
    }

    // MARK: Identity

    /// After the network changed: a connection whose certificate no longer stands for its agency
    /// ends.
    func checkIdentity() {
        guard let agency, let certificate,
            broker.network.network.agency(presenting: certificate)?.id != agency.id
        else { return }
        logger.warning("agency-no-longer-on-network")
        close(
            AMQPError(
                .unauthorizedAccess,
                "this certificate no longer stands for \(agency.id) on the network; "
                    + "ask the network's operator"))
    }

    private func identify(_ certificate: Certificate?) {
        guard let certificate else { return }
        self.certificate = certificate
        agency = broker.network.network.agency(presenting: certificate)
        if let agency {
            logger[metadataKey: "agency"] = "\(agency.id)"
        } else {
            logger.warning(
                "certificate-unknown",
                metadata: [
                    "subject": "\(certificate.subject)",
                    "fingerprint": "\(certificate.fingerprintHex)",
                ])
        }
    }
}

/// The door closes: every connection is told and ended.
struct DoorCloses: Sendable {}

extension MonotonicInstant {
    static var now: MonotonicInstant {
        MonotonicInstant(nanoseconds: NIODeadline.now().uptimeNanoseconds)
    }
}
