import Fixtures
import Testing

@Suite("A connection opens")
struct OpeningTests {
    @Test("with EXTERNAL and an empty initial response, and says what holds on it")
    func open() async throws {
        let pair = try await Interop.pair()
        let connection = try pair.interop.dial(pair.prison)
        let opened = try await connection.opened()
        #expect(opened.text("container") == "throughcare")
        #expect(opened.flag("tls") == true)
        #expect(opened.number("maxFrameSize") == 65_536)
        // Half of what the broker tolerates.
        #expect(opened.number("idleTimeout") == 30_000)
        guard case .object(let properties) = opened.fields["properties"] else {
            Issue.record("no properties")
            return
        }
        #expect(properties["reference"]?.text?.hasPrefix("c-") == true)
        try await connection.close()
    }

    @Test("with an authorization identity that is the certificate's own")
    func ownName() async throws {
        let pair = try await Interop.pair()
        let connection = try pair.interop.dial(pair.prison, ["user": .text(pair.prison)])
        try await connection.opened()
    }

    @Test("without an initial response, and with an empty one", arguments: [true, false])
    func absentResponse(isAbsent: Bool) async throws {
        let pair = try await Interop.pair()
        let connection = try await pair.interop.raw(pair.prison)
        connection.write(
            WireFrame.saslHeader + WireFrame.external(isAbsent ? .null : .binary([]))
                + WireFrame.amqpHeader + WireFrame.open())
        _ = try await connection.next(.frame) { $0.number("performative") == 0x10 }
    }

    @Test("but not in another agency's name")
    func othersName() async throws {
        let pair = try await Interop.pair()
        let connection = try pair.interop.dial(pair.prison, ["user": .text(pair.clinic)])
        let failed = try await connection.next(.failed)
        #expect(failed.condition == "amqp:unauthorized-access")
        _ = try await connection.next(.gone)
        // The certificate itself is good: its own name is let in.
        try await pair.interop.connect(pair.prison).close()
    }

    @Test("but not by another mechanism", arguments: ["ANONYMOUS", "PLAIN"])
    func otherMechanism(mechanism: String) async throws {
        let pair = try await Interop.pair()
        let connection = try await pair.interop.raw(pair.prison)
        connection.write(
            WireFrame.saslHeader
                + WireFrame.sasl(0x41, [.symbol(mechanism), .binary(Array("\0a\0b".utf8))]))
        let outcome = try await connection.next(.frame) { $0.number("performative") == 0x44 }
        #expect(outcome.number("type") == 1)
        _ = try await connection.next(.gone)
    }

    @Test("but not without SASL: the broker answers with the header that it wants")
    func noSASL() async throws {
        let pair = try await Interop.pair()
        let connection = try await pair.interop.raw(pair.prison)
        connection.write(WireFrame.amqpHeader + WireFrame.open())
        let header = try await connection.next(.header)
        #expect(header.text("hex") == "414d515003010000")
        _ = try await connection.next(.gone)
    }

    @Test("once for a container that wants to be the only one of its name")
    func soleConnection() async throws {
        let pair = try await Interop.pair()
        let options: [String: Field] = ["container": "only", "sole": true]
        let first = try pair.interop.dial(pair.prison, options)
        let opened = try await first.opened()
        #expect(opened.fields["offered"] == .list(["sole-connection-for-container"]))
        let second = try pair.interop.dial(pair.prison, options)
        let closed = try await second.next(.closed)
        #expect(closed.condition == "amqp:invalid-field")
        #expect(closed.words.contains("only"))
        // Another agency's containers are others, and who does not wish it shares the name.
        try await pair.interop.connect(pair.clinic, options).close()
        for _ in 1...2 { _ = try await pair.interop.connect(pair.clinic, ["container": "shared"]) }
        // Its place is free when its end is told.
        try await first.close()
        try await pair.interop.connect(pair.prison, options).close()
    }
}
