import NIOCore
import Testing

@testable import AMQP10

/// A frame as a test reads it from what a machine has sent.
enum Frame: Equatable {
    case header(ProtocolHeader)
    case empty
    case mechanisms(SASLMechanisms)
    case saslInit(SASLInit)
    case challenge(SASLChallenge)
    case response(SASLResponse)
    case outcome(SASLCode)
    case open(Open)
    case begin(UInt16, Begin)
    case attach(UInt16, Attach)
    case flow(UInt16, Flow)
    case transfer(UInt16, Transfer, ByteBuffer)
    case disposition(UInt16, Disposition)
    case detach(UInt16, Detach)
    case end(UInt16, End)
    case close(Close)

    /// Decodes all that a machine has sent.
    static func all(in bytes: ByteBuffer) throws -> [Frame] {
        var bytes = bytes
        var frames: [Frame] = []
        while bytes.readableBytes > 0 {
            let word = try #require(bytes.getInteger(at: bytes.readerIndex, as: UInt64.self))
            if let header = ProtocolHeader(encoded: word) {
                bytes.moveReaderIndex(forwardBy: 8)
                frames.append(.header(header))
                continue
            }
            let header = try #require(FrameHeader(peeking: bytes))
            let whole = bytes.readSlice(length: header.size)
            var body = try #require(whole)
            body.moveReaderIndex(forwardBy: header.bodyOffset)
            frames.append(try one(header, &body))
        }
        return frames
    }

    private static func one(_ header: FrameHeader, _ body: inout ByteBuffer) throws -> Frame {
        let limits = DecodingLimits()
        let channel = header.channel
        guard body.readableBytes > 0 else { return .empty }
        body.moveReaderIndex(forwardBy: 1)
        switch try Descriptor.read(from: &body, in: "test", limits: limits) {
        case .saslMechanisms: return .mechanisms(try .init(from: &body, limits: limits))
        case .saslInit: return .saslInit(try .init(from: &body, limits: limits))
        case .saslChallenge: return .challenge(try .init(from: &body, limits: limits))
        case .saslResponse: return .response(try .init(from: &body, limits: limits))
        case .saslOutcome: return .outcome(try SASLOutcome(from: &body, limits: limits).code)
        case .open: return .open(try .init(from: &body, limits: limits))
        case .begin: return .begin(channel, try .init(from: &body, limits: limits))
        case .attach: return .attach(channel, try .init(from: &body, limits: limits))
        case .flow: return .flow(channel, try .init(from: &body, limits: limits))
        case .transfer:
            let transfer = try Transfer(from: &body, limits: limits)
            return .transfer(channel, transfer, body)
        case .disposition: return .disposition(channel, try .init(from: &body, limits: limits))
        case .detach: return .detach(channel, try .init(from: &body, limits: limits))
        case .end: return .end(channel, try .init(from: &body, limits: limits))
        case .close: return .close(try .init(from: &body, limits: limits))
        default: throw DecodingFault(.unexpectedDescriptor, in: "test")
        }
    }
}

/// A server whose client is the test, frame by frame.
final class Script {
    let server: Peer
    private var outbox = Outbox(reference: nil)

    init(
        limits: AMQPLimits = AMQPLimits(),
        react: @escaping (inout ConnectionStateMachine, ConnectionEvent) -> Void = acceptAll
    ) {
        server = Peer(
            .server(mechanisms: [.external]),
            ConnectionConfiguration(containerID: "server", limits: limits, reference: "c-1"),
            react: react)
        outbox.maxFrameSize = 65_536
    }

    /// What the server has sent since the last time.
    func sent() throws -> [Frame] {
        server.pump()
        guard let bytes = server.machine.takeOutput() else { return [] }
        return try Frame.all(in: bytes)
    }

    func events() -> [ConnectionEvent] { server.takeEvents() }

    private func flush() {
        let bytes = outbox.bytes
        outbox.bytes = ByteBuffer()
        server.receive(bytes)
    }

    func send(_ header: ProtocolHeader) {
        outbox.write(header)
        flush()
    }

    func send(_ frame: some Performative, channel: UInt16 = 0) {
        outbox.write(frame, channel: channel)
        flush()
    }

    func sendSASL(_ frame: some Performative) {
        outbox.writeSASL(frame)
        flush()
    }

    func sendEmptyFrame() {
        outbox.writeEmptyFrame()
        flush()
    }

    func send(bytes: [UInt8]) { server.receive(ByteBuffer(bytes: bytes)) }

    /// One transfer frame, exactly as given.
    func send(_ transfer: Transfer, payload: String, channel: UInt16 = 0) {
        var body = ByteBuffer()
        transfer.encode(into: &body)
        body.writeString(payload)
        var frame = ByteBuffer()
        frame.writeMultipleIntegers(
            UInt32(body.readableBytes + 8), UInt8(2), UInt8(0), channel)
        frame.writeBuffer(&body)
        server.receive(frame)
    }

    // MARK: Up to where a test begins; what was sent and reported on the way is dropped.

    func authenticated() throws -> Script {
        send(.sasl)
        sendSASL(SASLInit(mechanism: .external, initialResponse: nil, hostname: nil))
        send(.amqp)
        return try quiet()
    }

    func opened(_ open: Open = Open(containerID: "client")) throws -> Script {
        _ = try authenticated()
        send(open)
        return try quiet()
    }

    static let begin = Begin(
        remoteChannel: nil, nextOutgoingID: 0, incomingWindow: 100, outgoingWindow: 100,
        handleMax: 31)

    func mapped(_ begin: Begin = begin, open: Open = Open(containerID: "client")) throws -> Script {
        _ = try opened(open)
        send(begin)
        return try quiet()
    }

    /// A link on which the test sends, and its id at the server.
    func sending(
        handle: UInt32 = 0, _ change: (inout Attach) -> Void = { _ in }
    ) throws -> LinkID {
        var attach = Attach.sender(handle: handle)
        change(&attach)
        return try attached(attach)
    }

    /// A link on which the test receives, and its id at the server.
    func receiving(
        handle: UInt32 = 0, credit: UInt32 = 0, _ change: (inout Attach) -> Void = { _ in }
    ) throws -> LinkID {
        var attach = Attach.receiver(handle: handle)
        change(&attach)
        let link = try attached(attach)
        if credit > 0 {
            send(Flow.credit(credit, handle: handle))
            _ = try quiet()
        }
        return link
    }

    private func attached(_ attach: Attach) throws -> LinkID {
        send(attach)
        let link = events().compactMap { event -> LinkID? in
            guard case .attachReceived(let link, _) = event else { return nil }
            return link
        }.last
        _ = try sent()
        return try #require(link)
    }

    @discardableResult
    func quiet() throws -> Script {
        _ = try sent()
        _ = events()
        return self
    }

    func deliver(_ link: LinkID, _ text: String, settled: Bool = false) throws -> DeliveryNumber {
        try server.machine.send(
            link,
            OutgoingMessage(
                tag: DeliveryTag(7), payload: ByteBuffer(string: text), settled: settled))
    }
}

extension Attach {
    static func sender(handle: UInt32 = 0, name: String = "s") -> Attach {
        var attach = Attach(name: "\(name)\(handle)", handle: handle, role: .sender)
        attach.source = Source(address: "here")
        attach.target = .node(Target(address: "intake"))
        attach.initialDeliveryCount = 0
        return attach
    }

    static func receiver(handle: UInt32 = 0, name: String = "r") -> Attach {
        var attach = Attach(name: "\(name)\(handle)", handle: handle, role: .receiver)
        attach.source = Source(address: "inbox")
        attach.target = .node(Target(address: "here"))
        return attach
    }
}

extension Flow {
    /// From a receiver that has a window of 100 and has seen nothing.
    static func credit(
        _ credit: UInt32?, handle: UInt32? = 0, deliveryCount: UInt32? = 0, drain: Bool = false,
        echo: Bool = false, window: UInt32 = 100, nextIncomingID: UInt32? = 0
    ) -> Flow {
        var flow = Flow(
            nextIncomingID: nextIncomingID, incomingWindow: window, nextOutgoingID: 0,
            outgoingWindow: 100)
        flow.handle = handle
        flow.deliveryCount = deliveryCount
        flow.linkCredit = credit
        flow.drain = drain
        flow.echo = echo
        return flow
    }
}

extension Transfer {
    static func first(
        _ id: UInt32, handle: UInt32 = 0, settled: Bool? = nil, more: Bool = false
    ) -> Transfer {
        var transfer = Transfer(handle: handle)
        transfer.deliveryID = id
        transfer.deliveryTag = DeliveryTag(UInt64(id))
        transfer.messageFormat = 0
        transfer.settled = settled
        transfer.more = more
        return transfer
    }

    static func next(handle: UInt32 = 0, more: Bool = false, aborted: Bool = false) -> Transfer {
        var transfer = Transfer(handle: handle)
        transfer.more = more
        transfer.aborted = aborted
        return transfer
    }
}

extension [Frame] {
    /// The conditions of what ended, in order.
    var conditions: [AMQPCondition] { errors.map(\.condition) }

    var errors: [AMQPError] {
        compactMap { frame in
            switch frame {
            case .detach(_, let detach): detach.error
            case .end(_, let end): end.error
            case .close(let close): close.error
            default: nil
            }
        }
    }

    /// What kinds of frame, in order.
    var kinds: [String] {
        map { frame in
            String(String(describing: frame).prefix { $0 != "(" })
        }
    }

    var flows: [Flow] {
        compactMap { frame in
            guard case .flow(_, let flow) = frame else { return nil }
            return flow
        }
    }

    var dispositions: [Disposition] {
        compactMap { frame in
            guard case .disposition(_, let disposition) = frame else { return nil }
            return disposition
        }
    }
}

extension [ConnectionEvent] {
    var payloads: [String] {
        compactMap { event in
            guard case .messageReceived(let message) = event else { return nil }
            return String(buffer: message.payload)
        }
    }
}
