import AMQP10
import Foundation
import NIOCore
import NIOPosix
import OpenSSLTLS
import Testing

/// A server's end of AMQP over real TLS on a loopback socket: it takes `intake`, serves `inbox`,
/// and refuses the rest.
final class TestBroker: Sendable {
    let authority: TestAuthority
    let port: Int
    private let listener: any Channel

    /// - Parameters:
    ///   - inbox: what each receiver is sent, as far as its credit goes.
    ///   - settlements: the outcomes of what it was sent, until the connection has ended.
    ///   - intakeCredit: messages that a sender may have unanswered.
    ///   - verdict: the outcome of each message that comes in; nil for none yet.
    init(
        inbox: [String] = [], intakeCredit: UInt32 = 100,
        settlements: AsyncStream<Outcome?>.Continuation? = nil,
        verdict: @escaping @Sendable (String) -> Outcome? = { _ in .accepted }
    ) async throws {
        let authority = try TestAuthority()
        self.authority = authority
        let tls = try TLSContext(
            .server,
            TLSConfiguration(
                identity: authority.identity("broker"), trust: [authority.certificate]))
        listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandlers([
                        try TLSHandler(tls),
                        TestBrokerHandler(
                            inbox: inbox, intakeCredit: intakeCredit, settlements: settlements,
                            verdict: verdict),
                    ])
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        port = try #require(listener.localAddress?.port)
    }

    func stop() async throws { try await listener.close().get() }
}

/// What the broker does on one connection.
private final class TestBrokerHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var machine = ConnectionStateMachine(
        role: .server(mechanisms: [.external]),
        configuration: ConnectionConfiguration(containerID: "broker", reference: "c-1"))
    private var inbox: [String]
    private let intakeCredit: UInt32
    private let settlements: AsyncStream<Outcome?>.Continuation?
    private let verdict: @Sendable (String) -> Outcome?

    init(
        inbox: [String], intakeCredit: UInt32, settlements: AsyncStream<Outcome?>.Continuation?,
        verdict: @escaping @Sendable (String) -> Outcome?
    ) {
        self.inbox = inbox
        self.intakeCredit = intakeCredit
        self.settlements = settlements
        self.verdict = verdict
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard event is TLSHandshakeCompleted else { return }
        machine.start(now: MonotonicInstant(nanoseconds: 1))
        write(context)
    }

    func channelInactive(context: ChannelHandlerContext) { settlements?.finish() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        machine.bytesReceived(&bytes, now: MonotonicInstant(nanoseconds: 1))
        while let event = machine.nextEvent() { handle(event) }
        write(context)
    }

    private func write(_ context: ChannelHandlerContext) {
        if let output = machine.takeOutput() {
            context.writeAndFlush(wrapOutboundOut(output), promise: nil)
        }
        if machine.isFinished { context.close(promise: nil) }
    }

    private func handle(_ event: ConnectionEvent) {
        switch event {
        case .saslInit: machine.saslOutcome(.ok)
        case .openReceived: machine.acceptOpen()
        case .attachReceived(let link, let request): answer(request, on: link)
        case .messageReceived(let message): take(message)
        case .creditReceived(let link, _, let drain): serve(link, drain: drain)
        case .outcomeReceived(_, _, let outcome): settlements?.yield(outcome)
        default: break
        }
    }

    private func answer(_ request: AttachRequest, on link: LinkID) {
        let address = request.role == .sender ? request.target?.address : request.source?.address
        guard address?.text == (request.role == .sender ? "intake" : "inbox") else {
            machine.refuseAttach(link, AMQPError(.notFound, "there is no such node"))
            return
        }
        machine.acceptAttach(link, AttachGrant(echoing: request))
        if request.role == .sender { machine.grantCredit(link, to: intakeCredit) }
    }

    private func take(_ message: IncomingMessage) {
        let body = try? Message(payload: message.payload).body
        guard case .data(let octets) = body else { return }
        let text = String(buffer: octets)
        if text == "end" {
            machine.close(AMQPError(.connectionForced, "the broker is stopping"))
        } else if text == "detach" {
            machine.detach(message.link, error: AMQPError(.detachForced, "by an operator"))
        } else if let outcome = verdict(text) {
            machine.settle(message.link, message.delivery, outcome)
            machine.grantCredit(message.link, to: intakeCredit)
        }
    }

    private func serve(_ link: LinkID, drain: Bool) {
        var encoder = MessageEncoder()
        encoder.properties.subject = "referral"
        while let next = inbox.first {
            var payload = ByteBuffer()
            encoder.encode(data: ByteBuffer(string: next), into: &payload)
            let tag = DeliveryTag(UInt64(inbox.count))
            let message = AMQP10.OutgoingMessage(tag: tag, payload: payload)
            guard (try? machine.send(link, message)) != nil else { break }
            inbox.removeFirst()
        }
        if drain { machine.drained(link) }
    }
}

/// A certificate authority in a directory of its own, made by the `openssl` command.
final class TestAuthority: Sendable {
    private let directory: URL

    init() throws {
        directory = FileManager.default.temporaryDirectory
            .appendingPathComponent("agency-client-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        try run(
            "req", "-x509", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
            "-nodes", "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=Authority",
            "-days", "3", "-addext", "keyUsage=critical,keyCertSign")
        try issue("broker", names: "DNS:localhost")
        try issue("agency", names: "URI:urn:throughcare:agency:agency")
    }

    deinit { try? FileManager.default.removeItem(at: directory) }

    var certificate: PEM { .file(path("ca.pem")) }

    func identity(_ name: String) -> TLSIdentity {
        TLSIdentity(
            certificateChain: .file(path("\(name).pem")), privateKey: .file(path("\(name).key")))
    }

    func client(_ name: String) throws -> TLSContext {
        try TLSContext(
            .client, TLSConfiguration(identity: identity(name), trust: [certificate]))
    }

    private func path(_ name: String) -> String { directory.appendingPathComponent(name).path }

    private func issue(_ name: String, names: String) throws {
        try run(
            "req", "-x509", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
            "-nodes", "-CA", "ca.pem", "-CAkey", "ca.key", "-keyout", "\(name).key",
            "-out", "\(name).pem", "-subj", "/CN=\(name)", "-days", "2",
            "-addext", "basicConstraints=critical,CA:FALSE",
            "-addext", "subjectAltName=\(names)")
    }

    private func run(_ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["openssl"] + arguments
        process.currentDirectoryURL = directory
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "openssl \(arguments)")
    }
}
