import Fixtures
import Testing

/// Connections on which a test writes the bytes itself.
extension Interop.Pair {
    /// An open connection of the prison's.
    func rawOpen() async throws -> ProtonConnection {
        let connection = try await interop.raw(prison)
        connection.write(
            WireFrame.saslHeader + WireFrame.external() + WireFrame.amqpHeader + WireFrame.open())
        _ = try await connection.frame(.open)
        return connection
    }

    /// A connection of the prison's with a link to `intake` on handle 0.
    func rawSender() async throws -> ProtonConnection {
        let connection = try await rawOpen()
        connection.write(WireFrame.begin() + WireFrame.attachSender("raw", handle: 0))
        _ = try await connection.frame(.attach)
        return connection
    }

    /// Takes what is in the clinic's inbox, and expects exactly these referrals, in their order.
    func expectDelivery(_ names: [String]) async throws {
        let inbox = try await clinicSession().receiver(credit: names.count)
        for name in names {
            let delivery = try await inbox.delivery()
            #expect(delivery.referral == name)
            inbox.settle(delivery, .accepted)
        }
        try await barrier()
        try await inbox.drain(5)
        #expect(inbox.connection.left(.delivery).isEmpty)
        try await inbox.connection.close()
    }

    func expectDelivery(_ names: String...) async throws { try await expectDelivery(names) }

    /// Expects that the prison's next message is taken.
    func expectConfirmation(_ name: String) async throws {
        let intake = try await prisonSession().sender()
        let sent = try await intake.send(SampleMessages.referral(name))
        #expect(sent.outcome == "accepted", "\(sent)")
        try await intake.connection.close()
    }
}

extension Interop {
    /// Expects that an agency that has nothing to do with all this is served as ever.
    func expectAnotherServed() async throws {
        let pair = pair()
        try await pair.expectConfirmation("r1")
        try await pair.expectDelivery("r1")
    }

    /// Begins a raw connection as an agency's, and waits for nothing.
    func dialRaw(_ agency: String, _ options: [String: Field] = [:]) throws -> ProtonConnection {
        peers.dialRaw(
            try authority.agency(agency), trusting: authority.certificate, port: daemon.port,
            options)
    }
}

/// What a frame is.
enum PerformativeKind: Double {
    case open = 0x10
    case begin = 0x11
    case attach = 0x12
    case flow = 0x13
    case transfer = 0x14
    case disposition = 0x15
    case detach = 0x16
    case end = 0x17
    case close = 0x18
}

extension ProtonConnection {
    /// Waits for a frame of AMQP's.
    func frame(_ kind: PerformativeKind) async throws -> PeerEvent {
        try await next(.frame) {
            $0.number("type") == 0 && $0.number("performative") == kind.rawValue
        }
    }

    /// Frames that have come and were not waited for.
    func frames(_ kind: PerformativeKind) -> [PeerEvent] {
        left(.frame).filter { $0.number("performative") == kind.rawValue }
    }
}
