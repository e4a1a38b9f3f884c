package import AMQP10
import Glibc
package import NIOCore
package import NIOPosix
package import OpenSSLTLS

/// An agency's connection to a broker: AMQP 1.0 over mutual TLS, with SASL EXTERNAL.
///
/// Links are opened on it, each on a session of its own, so that one that is slow to settle does
/// not hold up the others. Closures that are given to it run on its event loop; what they call on
/// the connection or its links takes effect at once, without a hop.
package final class AgencyConnection: Sendable {
    package let eventLoop: any EventLoop
    private let channel: any Channel
    private let handler: NIOLoopBound<ClientConnectionHandler>

    private init(channel: any Channel, handler: NIOLoopBound<ClientConnectionHandler>) {
        eventLoop = channel.eventLoop
        self.channel = channel
        self.handler = handler
    }

    /// Connects, and waits until the broker has opened the connection.
    ///
    /// - Parameters:
    ///   - containerID: what the broker's log calls this client.
    ///   - group: whose next event loop carries the connection.
    ///   - resolver: of the host's name; the system's by default.
    package static func open(
        _ endpoint: BrokerEndpoint, tls: TLSContext, containerID: String,
        limits: AMQPLimits = AMQPLimits(),
        on group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton,
        resolver: (any Resolver & Sendable)? = nil
    ) async throws(ClientError) -> AgencyConnection {
        let eventLoop = group.next()
        // One for each address that is tried: `localhost` has two, and only one may answer.
        let openings = NIOLoopBoundBox.makeBoxSendingValue(
            [ObjectIdentifier: EventLoopFuture<Void>](), eventLoop: eventLoop)
        let configuration = ConnectionConfiguration(
            containerID: containerID, hostname: endpoint.serverName, limits: limits)
        let bootstrap = ClientBootstrap(group: eventLoop)
            .resolver(resolver)
            .connectTimeout(.seconds(10))
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .channelInitializer { channel in
                let opened = eventLoop.makePromise(of: Void.self)
                openings.value[ObjectIdentifier(channel)] = opened.futureResult
                return channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandlers([
                        try TLSHandler(tls, serverName: endpoint.serverName),
                        ClientConnectionHandler(configuration, opened: opened),
                    ])
                }
            }
        let channel: any Channel
        do {
            channel = try await bootstrap.connect(host: endpoint.host, port: endpoint.port).get()
        } catch {
            throw .unreachable("\(endpoint)", reason: Self.words(of: error))
        }
        do {
            try await eventLoop.flatSubmit {
                openings.value[ObjectIdentifier(channel)]
                    ?? eventLoop.makeFailedFuture(ClientError.connectionLost)
            }.get()
            let handler = try await channel.pipeline.eventLoop.submit {
                NIOLoopBound(
                    try channel.pipeline.syncOperations.handler(
                        type: ClientConnectionHandler.self), eventLoop: channel.eventLoop)
            }.get()
            return AgencyConnection(channel: channel, handler: handler)
        } catch {
            // Nothing of it goes on behind the caller's back, who may be about to end the program.
            try? await channel.close()
            throw error as? ClientError ?? .connectionLost
        }
    }

    /// The last thing that was tried: NIO tells of each address.
    private static func words(of error: any Error) -> String {
        guard let error = error as? NIOConnectionError else { return "\(error)" }
        let last = error.connectionErrors.last?.error ?? error.dnsAAAAError ?? error.dnsAError
        switch last {
        case nil: return "the name has no address"
        case is SocketAddressError.UnknownHost: return "there is no host of this name"
        case let fault as IOError where fault.errnoCode == ECONNREFUSED:
            return "nobody listens there"
        case let fault as IOError where fault.errnoCode == ETIMEDOUT: return "it does not answer"
        case let fault as IOError
        where fault.errnoCode == EHOSTUNREACH || fault.errnoCode == ENETUNREACH:
            return "there is no way to it"
        case let fault?: return "\(fault)"
        }
    }

    /// Opens a link to send on.
    package func openSender(to target: String = "intake") async throws(ClientError) -> Sender {
        let request = AttachRequest(
            name: "send-\(target)", role: .sender, source: Source(address: target),
            target: Target(address: target))
        let link = try await open(address: target, request, .sending)
        return Sender(link: link, connection: self)
    }

    /// Opens a link to receive from.
    ///
    /// - Parameters:
    ///   - window: how many deliveries may be on their way or unsettled.
    ///   - demand: how many to take in all.
    ///   - onEvent: runs on the event loop.
    package func openReceiver(
        from source: String = "inbox", window: UInt32 = 64, demand: ReceiverDemand = .endless,
        onEvent: @escaping @Sendable (ReceiverEvent) -> Void
    ) async throws(ClientError) -> Receiver {
        let request = AttachRequest(
            name: "receive-\(source)", role: .receiver, source: Source(address: source),
            target: Target(address: source))
        let receiving = ReceivingLinkState(
            window: max(1, window), demand: demand, onEvent: onEvent)
        let link = try await open(address: source, request, .receiving(receiving))
        return Receiver(link: link, connection: self)
    }

    private func open(
        address: String, _ request: AttachRequest, _ end: LinkOrder.End
    ) async throws(ClientError) -> LinkID {
        let attached = eventLoop.makePromise(of: LinkID.self)
        let order = LinkOrder(address: address, request: request, end: end, attached: attached)
        perform { $0.open(order) }
        do {
            return try await attached.futureResult.get()
        } catch let error as ClientError {
            throw error
        } catch {
            throw .connectionLost
        }
    }

    /// Ends the connection in order: what was posted and settled goes out before, what is unsettled
    /// goes back.
    package func close() async {
        perform { $0.close() }
        try? await channel.closeFuture.get()
    }

    /// Waits until the connection has ended, and says why; nil where we closed it in order.
    package func untilEnded() async -> ClientError? {
        try? await channel.closeFuture.get()
        let end = try? await eventLoop.submit { self.handler.value.end }.get()
        return end == .closed ? nil : end ?? .connectionLost
    }

    /// Runs on the event loop: at once where the caller is there already.
    func perform(_ body: @escaping @Sendable (ClientConnectionHandler) -> Void) {
        if eventLoop.inEventLoop {
            body(handler.value)
        } else {
            let handler = handler
            eventLoop.execute { body(handler.value) }
        }
    }
}
