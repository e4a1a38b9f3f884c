import NIOCore
import NIOPosix
import OpenSSLTLS

/// A server on a real socket that gives back what it gets, and reports what it sees.
final class EchoServer: Sendable {
    enum Sight: Equatable, Sendable {
        case handshake(TLSHandshakeCompleted)
        case inputClosed
        case error(TLSError)
        case inactive
    }

    let port: Int
    private let channel: any Channel
    private let group: MultiThreadedEventLoopGroup
    private let sights: AsyncStream<Sight>

    init(_ source: TLSContextSource) async throws {
        group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let (sights, report) = AsyncStream<Sight>.makeStream()
        self.sights = sights
        channel = try await ServerBootstrap(group: group)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandlers([
                        TLSHandler(source.current), Echo(report),
                    ])
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        port = channel.localAddress?.port ?? 0
    }

    /// What was seen from the next connection on until its end.
    func nextConnection() async -> [Sight] {
        var seen: [Sight] = []
        for await sight in sights {
            seen.append(sight)
            if sight == .inactive { break }
        }
        return seen
    }

    func stop() async throws {
        try await channel.close()
        try await group.shutdownGracefully()
    }

    private final class Echo: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        private let report: AsyncStream<Sight>.Continuation

        init(_ report: AsyncStream<Sight>.Continuation) { self.report = report }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            context.write(data, promise: nil)
        }

        func channelReadComplete(context: ChannelHandlerContext) { context.flush() }

        func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
            switch event {
            case let agreement as TLSHandshakeCompleted: report.yield(.handshake(agreement))
            case ChannelEvent.inputClosed:
                report.yield(.inputClosed)
                context.close(promise: nil)
            default: break
            }
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            if let error = error as? TLSError { report.yield(.error(error)) }
        }

        func channelInactive(context: ChannelHandlerContext) { report.yield(.inactive) }
    }
}

extension [EchoServer.Sight] {
    var handshake: TLSHandshakeCompleted? {
        for case .handshake(let agreement) in self { return agreement }
        return nil
    }

    var error: TLSError? {
        for case .error(let error) in self { return error }
        return nil
    }
}
