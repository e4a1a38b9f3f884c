import Fixtures
import Testing

@Suite("Silence")
struct IdleTests {
    @Test("of the broker is broken as often as the peer wants")
    func brokerSpeaks() async throws {
        let pair = try await Interop.pair()
        let connection = try await pair.interop.raw(pair.prison)
        connection.write(
            WireFrame.saslHeader + WireFrame.external() + WireFrame.amqpHeader
                + WireFrame.open(idleTimeOut: 1_000))
        for _ in 1...3 {
            // An empty frame has no performative.
            _ = try await connection.next(.frame) {
                $0.number("type") == 0 && $0.number("performative") == nil
            }
        }
        #expect(connection.left(.gone).isEmpty)
    }

    @Test("of a peer that speaks up in time is borne, by Proton's own reckoning")
    func protonSpeaks() async throws {
        let interop = try await Self.impatient.value
        let pair = interop.pair()
        let silent = try await interop.raw(pair.prison)
        silent.write(
            WireFrame.saslHeader + WireFrame.external() + WireFrame.amqpHeader + WireFrame.open())
        _ = try await silent.next(.frame) { $0.number("performative") == 0x10 }
        let proton = try await interop.connect(pair.prison, ["idleTimeout": 2_000])
        // The silent one is closed, with a word; it alone.
        let close = try await silent.next(.frame) { $0.number("performative") == 0x18 }
        #expect(close.text("text")?.contains("amqp:resource-limit-exceeded") == true)
        _ = try await silent.next(.gone)
        let sent = try await proton.session().sender().send(SampleMessages.referral("r1"))
        #expect(sent.outcome == "accepted")
        #expect(proton.left(.gone).isEmpty && proton.left(.closed).isEmpty)
    }

    @Test("of less than a second cannot be asked for")
    func tooShort() async throws {
        let pair = try await Interop.pair()
        let connection = try await pair.interop.raw(pair.prison)
        connection.write(
            WireFrame.saslHeader + WireFrame.external() + WireFrame.amqpHeader
                + WireFrame.open(idleTimeOut: 999))
        let close = try await connection.next(.frame) { $0.number("performative") == 0x18 }
        #expect(close.text("text")?.contains("amqp:not-allowed") == true)
        _ = try await connection.next(.gone)
    }

    /// A daemon that tolerates five seconds of silence, the least that can be configured; and more
    /// until a connection is open, so that a test on a busy machine gets as far as it means to.
    static let impatient = Task {
        var settings = DaemonProcess.Settings()
        settings.limits = [
            "idleTimeout": "5s", "handshakeTimeout": "20s", "preauthenticationTimeout": "20s",
        ]
        return try await Interop(settings)
    }
}
