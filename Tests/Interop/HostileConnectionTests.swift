import Fixtures
import Testing

/// What comes to the door before anybody is let in, and what is no AMQP. After each the broker
/// serves another agency as ever.
@Suite("A connection that is not as it should be")
struct HostileConnectionTests {
    struct Stranger: Sendable, CustomTestStringConvertible {
        let name: String
        var options: [String: Field] = [:]
        /// What TLS tells it, as OpenSSL has it.
        let alert: String
        let identity: @Sendable (Interop.Pair) throws -> TestIdentity?
        var testDescription: String { name }
    }

    private static let foreign = Result { try TestAuthority() }

    static let strangers = [
        Stranger(name: "without a certificate", alert: "CERTIFICATE_REQUIRED") { _ in nil },
        Stranger(name: "with a certificate that has expired", alert: "CERTIFICATE_EXPIRED") {
            try $0.interop.authority.expired($0.prison)
        },
        Stranger(name: "with another authority's certificate", alert: "UNKNOWN_CA") {
            try foreign.get().agency($0.prison)
        },
        Stranger(
            name: "with TLS 1.1", options: ["version": "1.1"], alert: "PROTOCOL_VERSION"
        ) { try $0.interop.authority.agency($0.prison) },
    ]

    @Test("is refused by TLS, with the alert that says why", arguments: strangers)
    func refusedByTLS(stranger: Stranger) async throws {
        let pair = try await Interop.pair()
        let connection = pair.interop.peers.dialRaw(
            try stranger.identity(pair), trusting: pair.interop.authority.certificate,
            port: pair.interop.daemon.port, stranger.options)
        let gone = try await connection.next(.gone)
        #expect(gone.text("cause")?.contains(stranger.alert) == true, "\(gone)")
        #expect(connection.left(.header).isEmpty)
        try await pair.interop.expectAnotherServed()
    }

    @Test("with TLS 1.2 is let in")
    func oldest() async throws {
        let pair = try await Interop.pair()
        let connection = try pair.interop.dialRaw(pair.prison, ["version": "1.2"])
        #expect(try await connection.next(.established).text("version") == "TLSv1.2")
        connection.write(
            WireFrame.saslHeader + WireFrame.external() + WireFrame.amqpHeader + WireFrame.open())
        _ = try await connection.frame(.open)
    }

    @Test("with a certificate that stands for no agency of the network is refused by SASL")
    func unknown() async throws {
        let pair = try await Interop.pair()
        let stranger = try pair.interop.dial("stranger")
        let failed = try await stranger.next(.failed)
        #expect(failed.condition == "amqp:unauthorized-access")
        _ = try await stranger.next(.gone)
        try await pair.interop.expectAnotherServed()
    }

    @Test(
        "that speaks another protocol is closed",
        arguments: [
            "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", "AMQP\u{0}\u{1}\u{0}\u{0}", "\u{0}",
        ],
        [true, false])
    func garbage(text: String, isPlain: Bool) async throws {
        let pair = try await Interop.pair()
        let connection: ProtonConnection
        if isPlain {
            connection = try pair.interop.dialRaw(pair.prison, ["plain": true])
        } else {
            connection = try await pair.interop.raw(pair.prison)
        }
        // As long as a record of TLS, so that nothing is waited for.
        connection.write(Array((text + String(repeating: "x", count: 20_000)).utf8))
        _ = try await connection.next(.gone)
        if !isPlain {
            // The broker says what it speaks.
            #expect(connection.left(.header).first?.text("hex") == "414d515003010000")
        }
        try await pair.interop.expectAnotherServed()
    }

    @Test(
        "that says nothing, or stops in the middle, is closed in time",
        arguments: ["before TLS", "in the handshake", "before SASL", "before open"])
    func silent(when: String) async throws {
        let interop = try await IdleTests.impatient.value
        let pair = interop.pair()
        let connection: ProtonConnection
        switch when {
        case "before TLS", "in the handshake":
            connection = try interop.dialRaw(pair.prison, ["plain": true])
            // The head of a record that announces more than there is.
            if when == "in the handshake" { connection.write([0x16, 3, 1, 2, 0, 1, 0]) }
        default:
            connection = try await interop.raw(pair.prison)
            if when == "before open" {
                connection.write(
                    WireFrame.saslHeader + WireFrame.external() + WireFrame.amqpHeader)
                _ = try await connection.next(.frame) { $0.number("performative") == 0x44 }
            }
        }
        _ = try await connection.next(.gone)
        if when == "before open" {
            let close = try await connection.frame(.close)
            #expect(close.text("text")?.contains("amqp:resource-limit-exceeded") == true)
        }
        try await pair.interop.expectAnotherServed()
    }

    @Test("of which a half ends is closed, and what came before it is taken")
    func halfClosed() async throws {
        let pair = try await Interop.pair()
        let connection = try await pair.rawSender()
        let payload = WireValue.described(
            0x75, .binary(Array(SampleMessages.referral("r1").utf8))
        ).bytes
        // A whole message, and a part of another.
        connection.write(
            WireFrame.transfer(handle: 0, delivery: 0, payload: payload)
                + WireFrame.transfer(handle: 0, delivery: 1, payload: payload).dropLast(20))
        connection.halfClose()
        _ = try await connection.next(.gone)
        try await pair.expectDelivery("r1")
        try await pair.interop.expectAnotherServed()
    }

    struct Unsound: Sendable, CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        let condition: String
        var testDescription: String { name }
    }

    static let unsound = [
        Unsound(
            name: "larger than was told", bytes: [0x7f, 0xff, 0xff, 0xff, 2, 0, 0, 0],
            condition: "amqp:connection:framing-error"),
        Unsound(
            name: "smaller than its header", bytes: [0, 0, 0, 7, 2, 0, 0, 0],
            condition: "amqp:connection:framing-error"),
        Unsound(
            name: "that ends within its performative",
            bytes: WireFrame.frame(0, 0, [0x00, 0x53, 0x14, 0xd0, 0, 0, 1, 0, 0, 0, 0, 9, 0x43]),
            condition: "amqp:decode-error"),
        Unsound(
            name: "with an array of four thousand million nothings",
            bytes: WireFrame.frame(
                0, 0, [0x00, 0x53, 0x10, 0xf0, 0, 0, 0, 5, 0xff, 0xff, 0xff, 0xff, 0x40]),
            condition: "amqp:invalid-field"),
        Unsound(
            name: "of a performative that there is not",
            bytes: WireFrame.amqp(0x70, []), condition: "amqp:not-implemented"),
    ]

    @Test("with a frame that is unsound is closed with the reason", arguments: unsound)
    func refusedFrame(frame: Unsound) async throws {
        let pair = try await Interop.pair()
        let connection = try await pair.rawOpen()
        connection.write(WireFrame.begin())
        connection.write(frame.bytes)
        let close = try await connection.frame(.close)
        #expect(close.text("text")?.contains(frame.condition) == true, "\(close)")
        #expect(close.text("text")?.contains("retryable") == true)
        #expect(close.text("text")?.contains("reference") == true)
        _ = try await connection.next(.gone)
        try await pair.interop.expectAnotherServed()
    }

    @Test("whose bytes come one by one is served as ever")
    func byteByByte() async throws {
        let pair = try await Interop.pair()
        let connection = try await pair.interop.raw(pair.prison)
        let payload = WireValue.described(
            0x75, .binary(Array(SampleMessages.referral("r1").utf8))
        ).bytes
        let all =
            WireFrame.saslHeader + WireFrame.external() + WireFrame.amqpHeader + WireFrame.open()
            + WireFrame.begin() + WireFrame.attachSender("raw", handle: 0)
            + WireFrame.transfer(handle: 0, delivery: 0, payload: payload)
        for byte in all { connection.write([byte]) }
        _ = try await connection.frame(.disposition)
        try await pair.expectDelivery("r1")
    }

    @Test("that takes the smallest frames is refused a link of which the echo is larger")
    func smallFrames() async throws {
        let pair = try await Interop.pair()
        let session = try await pair.prisonSession(["maxFrameSize": 512])
        let refused = session.attachSender("odd", to: "intake", ["source": .text(text(600))])
        let detached = try await refused.next(.detached)
        #expect(detached.condition == "amqp:frame-size-too-small")
        #expect(detached.words.contains("512"))
        #expect(detached.info("reference")?.text?.hasPrefix("c-") == true)
        let sent = try await session.sender("good").send(SampleMessages.referral("r1"))
        #expect(sent.outcome == "accepted")
    }

    private func text(_ length: Int) -> String { String(repeating: "s", count: length) }
}
