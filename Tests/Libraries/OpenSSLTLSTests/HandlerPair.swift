import NIOCore
import NIOEmbedded
import OpenSSLTLS

/// Notes everything that comes out of a `TLSHandler`.
final class Recorder: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    enum Note: Equatable {
        case handshake(TLSHandshakeCompleted)
        case plaintext(String)
        case readComplete
        case inputClosed
        case error(TLSError)
        case inactive
    }

    private(set) var notes: [Note] = []
    /// What to do on the end of the handshake, from within its event.
    var onHandshake: ((ChannelHandlerContext) -> Void)?
    var onRead: ((ChannelHandlerContext) -> Void)?

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        notes.append(.plaintext(String(buffer: Self.unwrapInboundIn(data))))
        onRead?(context)
    }

    func channelReadComplete(context: ChannelHandlerContext) { notes.append(.readComplete) }

    func channelInactive(context: ChannelHandlerContext) { notes.append(.inactive) }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case let agreement as TLSHandshakeCompleted:
            notes.append(.handshake(agreement))
            onHandshake?(context)
        case ChannelEvent.inputClosed: notes.append(.inputClosed)
        default: break
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if let error = error as? TLSError { notes.append(.error(error)) }
    }

    func forget() { notes = [] }

    var errors: [TLSError] {
        notes.compactMap { if case .error(let error) = $0 { error } else { nil } }
    }

    var text: String {
        notes.reduce(into: "") { if case .plaintext(let text) = $1 { $0 += text } }
    }
}

/// Counts what the handler asks of the socket.
final class SocketProbe: ChannelOutboundHandler {
    typealias OutboundIn = ByteBuffer
    private(set) var reads = 0
    private(set) var writes = 0

    func read(context: ChannelHandlerContext) {
        reads += 1
        context.read()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        writes += 1
        context.write(data, promise: promise)
    }
}

/// One end: probe, TLS handler, recorder, in an embedded channel.
struct HandlerEnd {
    let channel = EmbeddedChannel()
    let probe = SocketProbe()
    let recorder = Recorder()

    init(_ context: TLSContext, serverName: String? = nil, autoRead: Bool = true) throws {
        if !autoRead {
            try channel.syncOptions?.setOption(ChannelOptions.autoRead, value: false)
        }
        let handler = try TLSHandler(context, serverName: serverName)
        try channel.pipeline.syncOperations.addHandlers([probe, handler, recorder])
    }

    func connect() throws {
        channel.connect(to: try SocketAddress(ipAddress: "127.0.0.1", port: 1), promise: nil)
    }
}

/// A client's and a server's end.
struct HandlerPair {
    let client: HandlerEnd
    let server: HandlerEnd

    init(_ authority: Authority, autoRead: Bool = true) throws {
        let identity = try authority.issue("both")
        client = try HandlerEnd(
            TLSContext(.client, authority.client(identity)), serverName: "localhost",
            autoRead: autoRead)
        server = try HandlerEnd(
            TLSContext(.server, authority.server(identity)), autoRead: autoRead)
    }

    func connect() throws {
        try server.connect()
        try client.connect()
        try run()
    }

    /// Carries bytes until both are silent.
    func run() throws {
        while true {
            var isSilent = true
            for (from, to) in [(client, server), (server, client)] {
                while let bytes = try from.channel.readOutbound(as: ByteBuffer.self) {
                    isSilent = false
                    if to.channel.isActive { try to.channel.writeInbound(bytes) }
                }
            }
            if isSilent { return }
        }
    }

    func forget() {
        client.recorder.forget()
        server.recorder.forget()
    }
}
