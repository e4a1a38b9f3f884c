import NIOCore
import Testing

@testable import AMQP10

/// One end of a connection in memory, with what came out of it.
final class Peer {
    var machine: ConnectionStateMachine
    /// Every event so far.
    var events: [ConnectionEvent] = []
    /// What an application does with an event, before the next is asked for.
    var react: (inout ConnectionStateMachine, ConnectionEvent) -> Void
    var now = MonotonicInstant(nanoseconds: 1)

    init(
        _ role: Role, _ configuration: ConnectionConfiguration,
        react: @escaping (inout ConnectionStateMachine, ConnectionEvent) -> Void = { _, _ in }
    ) {
        machine = ConnectionStateMachine(role: role, configuration: configuration)
        self.react = react
        machine.start(now: now)
    }

    var isFinished: Bool { machine.isFinished }

    var isOpen: Bool { machine.isOpen }

    func pendingBytes(of link: LinkID) -> Int { machine.pendingBytes(of: link) }

    func takeOutput() -> ByteBuffer? { machine.takeOutput() }

    func credit(of link: LinkID) -> UInt32? { machine.credit(of: link) }

    func unsettledCount(of link: LinkID) -> Int { machine.unsettledCount(of: link) }

    /// Feeds bytes and takes the events that they cause.
    func receive(_ bytes: ByteBuffer) {
        var bytes = bytes
        machine.bytesReceived(&bytes, now: now)
        pump()
    }

    @discardableResult
    func pump() -> [ConnectionEvent] {
        var fresh: [ConnectionEvent] = []
        while let event = machine.nextEvent() {
            fresh.append(event)
            react(&machine, event)
        }
        events += fresh
        return fresh
    }

    /// The events since the last call.
    func takeEvents() -> [ConnectionEvent] {
        pump()
        defer { events = [] }
        return events
    }
}

/// What a server's application does in most tests: everything is granted.
func acceptAll(_ machine: inout ConnectionStateMachine, _ event: ConnectionEvent) {
    switch event {
    case .saslInit: machine.saslOutcome(.ok)
    case .openReceived: machine.acceptOpen()
    case .attachReceived(let link, let request):
        machine.acceptAttach(link, AttachGrant(echoing: request))
        if request.role == .sender { machine.grantCredit(link, to: 100) }
    default: break
    }
}

/// A client and a server, back to back.
final class Loopback {
    let client: Peer
    let server: Peer
    /// Octets handed over at a time; nil for all that there are.
    let chunk: Int?

    init(
        clientLimits: AMQPLimits = AMQPLimits(), serverLimits: AMQPLimits = AMQPLimits(),
        chunk: Int? = nil,
        react: @escaping (inout ConnectionStateMachine, ConnectionEvent) -> Void = acceptAll
    ) {
        self.chunk = chunk
        client = Peer(
            .client(mechanism: .external, initialResponse: nil),
            ConnectionConfiguration(
                containerID: "client", hostname: "broker.example", limits: clientLimits))
        server = Peer(
            .server(mechanisms: [.external]),
            ConnectionConfiguration(
                containerID: "server", limits: serverLimits, reference: "c-1"),
            react: react)
    }

    /// Carries bytes both ways until neither end has any.
    func run() {
        client.pump()
        server.pump()
        var moved = true
        while moved {
            moved = carry(from: client, to: server)
            moved = carry(from: server, to: client) || moved
        }
    }

    private func carry(from sender: Peer, to receiver: Peer) -> Bool {
        guard var bytes = sender.machine.takeOutput() else { return false }
        while let part = bytes.readSlice(length: min(chunk ?? .max, bytes.readableBytes)),
            part.readableBytes > 0
        {
            receiver.receive(part)
        }
        return true
    }

    /// Opens the connection and begins a session; the client's id of it.
    func session() throws -> SessionID {
        run()
        let begun = client.machine.beginSession()
        let id = try #require(begun)
        run()
        return id
    }

    /// The ids of a link at both ends, after all was granted.
    func link(
        _ role: LinkRole, on session: SessionID, name: String = "link",
        _ change: (inout AttachRequest) -> Void = { _ in }
    ) throws -> (client: LinkID, server: LinkID) {
        var request = AttachRequest(
            name: name, role: role, source: Source(address: "inbox"),
            target: Target(address: "intake"))
        change(&request)
        let attached = client.machine.attach(request, on: session)
        let id = try #require(attached)
        run()
        let other = server.events.reversed().compactMap { event -> LinkID? in
            guard case .attachReceived(let id, _) = event else { return nil }
            return id
        }.first
        return (id, try #require(other))
    }
}
