package import Brokering
package import Logging
import NIOConcurrencyHelpers
package import NIOCore
import NIOPosix
package import OpenSSLTLS
import Referrals

/// The AMQP 1.0 door: listens, lets agencies in by their certificates, and carries messages both
/// ways. It knows its protocol and nothing of referrals' rules.
package final class AMQPDoor: Sendable {
    private let broker: Broker
    private let settings: AMQPDoorSettings
    private let tls: TLSContextSource
    private let group: any EventLoopGroup
    private let logger: Logger
    package let registry: ConnectionRegistry
    private let listener = NIOLockedValueBox<(any Channel)?>(nil)
    /// One for each event loop.
    private let intakes: [ObjectIdentifier: NIOLoopBoundBox<Intake?>]

    package init(
        broker: Broker, settings: AMQPDoorSettings, tls: TLSContextSource,
        group: any EventLoopGroup, logger: Logger
    ) {
        self.broker = broker
        self.settings = settings
        self.tls = tls
        self.group = group
        self.logger = logger
        registry = ConnectionRegistry(
            limit: settings.maxConnections, agencyLimit: settings.maxConnectionsPerAgency)
        intakes = Dictionary(
            group.makeIterator().map {
                (ObjectIdentifier($0), NIOLoopBoundBox<Intake?>.makeEmptyBox(eventLoop: $0))
            }, uniquingKeysWith: { first, _ in first })
    }

    package var isListening: Bool {
        listener.withLockedValue { $0?.isActive ?? false }
    }

    /// Where it listens; nil before `open`.
    /// Host and port, such as `[::]:5671`.
    package var localAddress: String? { listener.withLockedValue { $0?.localAddress?.words } }

    /// Opens the door.
    package func open() async throws {
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 512)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelOption(.maxMessagesPerRead, value: 4)
            .childChannelOption(
                .recvAllocator,
                value: AdaptiveRecvByteBufferAllocator(
                    minimum: 512, initial: 1_024, maximum: 65_536)
            )
            .childChannelInitializer { [self] channel in
                channel.eventLoop.makeCompletedFuture {
                    do {
                        try admit(channel)
                    } catch {
                        logger.warning("connection-not-admitted", metadata: ["cause": "\(error)"])
                        throw error
                    }
                }
            }
        let channel: any Channel
        switch settings.listener {
        case .address(let host, let port):
            channel = try await bootstrap.bind(host: host, port: port).get()
        case .descriptor(let descriptor):
            channel = try await bootstrap.withBoundSocket(descriptor).get()
        }
        listener.withLockedValue { $0 = channel }
    }

    /// Tells every connection that the door closes, and waits until they are gone, or until the
    /// deadline.
    package func close(within patience: TimeAmount) async {
        try? await listener.withLockedValue { $0 }?.close().get()
        let channels = registry.channels
        for channel in channels { channel.pipeline.fireUserInboundEventTriggered(DoorCloses()) }
        let deadline = group.next().scheduleTask(in: patience) {
            for channel in channels { channel.close(promise: nil) }
        }
        for channel in channels { try? await channel.closeFuture.get() }
        deadline.cancel()
    }

    private func admit(_ channel: any Channel) throws {
        guard registry.enter(channel) else {
            logger.warning("connections-exhausted", metadata: ["limit": "\(registry.count)"])
            throw DoorError.full
        }
        let registry = registry
        channel.closeFuture.whenComplete { _ in registry.leave(channel) }
        guard let intake = intakes[ObjectIdentifier(channel.eventLoop)] else {
            throw DoorError.foreignEventLoop
        }
        let reference = Self.reference()
        var logger = logger
        logger[metadataKey: "reference"] = "\(reference)"
        if let address = channel.remoteAddress { logger[metadataKey: "peer"] = "\(address.words)" }
        try channel.pipeline.syncOperations.addHandlers([
            try TLSHandler(tls.current, handshakeTimeout: settings.handshakeTimeOut),
            AMQPConnectionHandler(
                broker: broker, settings: settings, registry: registry, intake: intake,
                reference: reference, logger: logger),
        ])
    }

    /// A short name for one connection.
    private static func reference() -> String {
        "c-" + String(UInt64.random(in: 0..<(1 << 40)), radix: 36)
    }
}

extension SocketAddress {
    /// As it is written in a URL: `127.0.0.1:5671`, `[::1]:5671`.
    fileprivate var words: String {
        guard let ipAddress, let port else { return pathname ?? "\(self)" }
        return ipAddress.contains(":") ? "[\(ipAddress)]:\(port)" : "\(ipAddress):\(port)"
    }
}

enum DoorError: Error {
    /// As many connections are open as may be.
    case full
    /// Our bug: the connection runs on an event loop that is not the door's.
    case foreignEventLoop
}
