import AMQP10
import Logging
import Messages
import NIOCore
import NIOEmbedded
import Referrals
import Testing

@testable import AMQPDoor
@testable import Brokering

/// A connection in memory, up to a receiver of an agency's inbox, with its client at the other end.
final class InboxConnection {
    /// What the broker knew when the connection wrote.
    struct Moment {
        /// Commands that had been handed to it.
        let commands: Int
        /// The agency's connections.
        let seats: Int
    }

    private final class Writes: ChannelOutboundHandler {
        typealias OutboundIn = ByteBuffer
        var onWrite: () -> Void = {}

        func write(
            context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?
        ) {
            onWrite()
            context.write(data, promise: promise)
        }
    }

    let channel = EmbeddedChannel()
    let broker: Broker
    let registry = ConnectionRegistry(limit: 9, agencyLimit: 9)
    var client = ConnectionStateMachine(
        role: .client(mechanism: .external, initialResponse: nil),
        configuration: ConnectionConfiguration(containerID: "client", hostname: "localhost"))
    private(set) var moments: [Moment] = []
    private let now = MonotonicInstant.now
    let session: SessionID
    let link: LinkID

    /// - Parameter queue: how many commands may wait for the broker.
    init(queue: Int = 10_000) throws {
        broker = Broker(limits: MessageLimits(), queue: (queue, .max))
        let writes = Writes()
        let handler = AMQPConnectionHandler(
            broker: broker, settings: AMQPDoorSettings(listener: .descriptor(0)),
            registry: registry,
            intake: NIOLoopBoundBox.makeEmptyBox(eventLoop: channel.eventLoop), reference: "c-1",
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
        try channel.pipeline.syncOperations.addHandlers([writes, handler])
        // As TLS would have it.
        let id = AgencyID(rawValue: "clinic")
        handler.agency = Network.Agency(
            id: id, name: "Clinic", kind: .health, certificates: [], supervisor: nil)
        handler.machine.start(now: now)
        client.start(now: now)
        try Self.carry(&client, channel, now)
        let begun = client.beginSession()
        session = try #require(begun)
        try Self.carry(&client, channel, now)
        let request = AttachRequest(
            name: "in", role: .receiver, source: Source(address: "inbox"),
            target: Target(address: "here"))
        let attached = client.attach(request, on: session)
        link = try #require(attached)
        try Self.carry(&client, channel, now)
        takeCommands()
        writes.onWrite = { [weak self] in
            guard let self else { return }
            moments.append(
                Moment(commands: broker.queueDepth, seats: registry.agencies[id] ?? 0))
        }
    }

    /// What the broker was told since the last time.
    @discardableResult
    func takeCommands() -> [ShardCommand] { broker.mailbox.now(limit: .max, bytes: .max) }

    /// Carries bytes both ways; gives what the client heard.
    @discardableResult
    func carry() throws -> [ConnectionEvent] { try Self.carry(&client, channel, now) }

    /// Carries bytes both ways until neither end has any.
    @discardableResult
    private static func carry(
        _ client: inout ConnectionStateMachine, _ channel: EmbeddedChannel, _ now: MonotonicInstant
    ) throws -> [ConnectionEvent] {
        var events: [ConnectionEvent] = []
        var moved = true
        while moved {
            moved = false
            while let event = client.nextEvent() { events.append(event) }
            if let bytes = client.takeOutput() {
                try channel.writeInbound(bytes)
                moved = true
            }
            while var bytes = try channel.readOutbound(as: ByteBuffer.self) {
                client.bytesReceived(&bytes, now: now)
                moved = true
            }
        }
        while let event = client.nextEvent() { events.append(event) }
        return events
    }
}
