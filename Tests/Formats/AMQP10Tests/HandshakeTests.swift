import NIOCore
import Testing

@testable import AMQP10

@Suite("Header and SASL")
struct HandshakeTests {
    private let saslInit = SASLInit(mechanism: .external, initialResponse: nil, hostname: nil)

    @Test("The server sends its SASL header without waiting for the client's")
    func promptHeader() throws {
        #expect(try Script().sent() == [.header(.sasl)])
    }

    @Test("The server leads a waiting client from header to open")
    func steps() throws {
        let script = Script()
        _ = try script.sent()
        script.send(.sasl)
        #expect(try script.sent() == [.mechanisms(SASLMechanisms(mechanisms: [.external]))])
        script.sendSASL(saslInit)
        #expect(try script.sent() == [.outcome(.ok)])
        script.send(.amqp)
        #expect(try script.sent() == [.header(.amqp)])
        script.send(Open(containerID: "client"))
        #expect(try script.sent().kinds == ["open"])
        #expect(script.server.isOpen)
    }

    @Test("The server serves a client that sends everything at once")
    func pipelined() throws {
        var outbox = Outbox(reference: nil)
        outbox.write(.sasl)
        outbox.writeSASL(saslInit)
        outbox.write(.amqp)
        outbox.write(Open(containerID: "client"))
        outbox.write(Script.begin)
        outbox.write(Attach.sender())
        let script = Script()
        script.server.receive(outbox.bytes)
        #expect(
            try script.sent().kinds == [
                "header", "mechanisms", "outcome", "header", "open", "begin", "attach", "flow",
            ])
    }

    @Test("A client without SASL is answered with the SASL header, and the socket closed")
    func noSASL() throws {
        let script = Script()
        script.send(.amqp)
        #expect(try script.sent() == [.header(.sasl)])
        #expect(script.events() == [.connectionClosed(.protocolMismatch)])
        #expect(script.server.isFinished)
    }

    @Test(
        "Other protocols and versions are answered with a header, and the socket closed",
        arguments: ["GET / HTTP/1.1\r\n", "AMQP\u{0}\u{0}\u{9}\u{1}", "AMQP\u{2}\u{1}\u{0}\u{0}"])
    func otherProtocols(opening: String) throws {
        let script = Script()
        script.send(bytes: Array(opening.utf8))
        #expect(try script.sent() == [.header(.sasl)])
        #expect(script.server.isFinished)
    }

    @Test("After SASL another protocol is answered with the AMQP header")
    func otherProtocolAfterSASL() throws {
        let script = Script()
        script.send(.sasl)
        script.sendSASL(saslInit)
        _ = try script.sent()
        script.send(.sasl)
        #expect(try script.sent() == [.header(.amqp)])
        #expect(script.server.isFinished)
    }

    @Test(
        "An absent, an empty and a named initial response reach the application as they are",
        arguments: [nil, ByteBuffer(), ByteBuffer(string: "agency")])
    func initialResponses(response: ByteBuffer?) throws {
        let script = Script()
        script.send(.sasl)
        script.sendSASL(
            SASLInit(mechanism: .external, initialResponse: response, hostname: "h"))
        #expect(
            script.events() == [
                .saslInit(mechanism: .external, initialResponse: response, hostname: "h")
            ])
    }

    @Test("A mechanism that is not offered fails SASL")
    func unofferedMechanism() throws {
        let script = Script()
        script.send(.sasl)
        _ = try script.sent()
        script.sendSASL(SASLInit(mechanism: .plain, initialResponse: nil, hostname: nil))
        #expect(try script.sent() == [.outcome(.auth)])
        #expect(script.events() == [.connectionClosed(.authenticationRefused(.auth))])
    }

    @Test(
        "Credentials that the application refuses end the connection",
        arguments: [.auth, .sysTemp] as [SASLCode])
    func refused(code: SASLCode) throws {
        let script = Script { machine, event in
            if case .saslInit = event { machine.saslOutcome(code) }
        }
        script.send(.sasl)
        script.sendSASL(saslInit)
        #expect(try script.sent().last == .outcome(code))
        #expect(script.server.isFinished)
        script.send(.amqp)
        #expect(try script.sent() == [])
    }

    @Test("Nothing is read while the application decides, and what waits is bounded")
    func undecided() throws {
        var limits = AMQPLimits()
        limits.maxHeldBytes = 100
        let script = Script(limits: limits) { _, _ in }
        script.send(.sasl)
        script.sendSASL(saslInit)
        script.send(bytes: Array(repeating: 0, count: 100))
        #expect(!script.server.isFinished)
        script.send(bytes: [0])
        #expect(script.server.isFinished)
    }

    @Test("A challenge is answered, and both ends come to the outcome")
    func challenge() throws {
        let server = Peer(
            .server(mechanisms: ["SCRAM-SHA-256"]), ConnectionConfiguration(containerID: "s")
        ) { machine, event in
            switch event {
            case .saslInit: machine.saslChallenge(ByteBuffer(string: "what?"))
            case .saslResponse(let answer):
                machine.saslOutcome(answer == ByteBuffer(string: "that") ? .ok : .auth)
            case .openReceived: machine.acceptOpen()
            default: break
            }
        }
        let client = Peer(
            .client(mechanism: "SCRAM-SHA-256", initialResponse: ByteBuffer()),
            ConnectionConfiguration(containerID: "c")
        ) { machine, event in
            if case .saslChallenge = event { machine.saslRespond(ByteBuffer(string: "that")) }
        }
        for _ in 0..<8 {
            if let bytes = client.machine.takeOutput() { server.receive(bytes) }
            if let bytes = server.machine.takeOutput() { client.receive(bytes) }
        }
        let isOpen = (client.isOpen, server.isOpen)
        #expect(isOpen == (true, true))
    }

    @Test("A client whose mechanism is not offered says so")
    func clientWithoutMechanism() throws {
        let client = Peer(
            .client(mechanism: .external, initialResponse: nil),
            ConnectionConfiguration(containerID: "c"))
        var outbox = Outbox(reference: nil)
        outbox.write(.sasl)
        outbox.writeSASL(SASLMechanisms(mechanisms: [.plain]))
        client.receive(outbox.bytes)
        #expect(client.events == [.connectionClosed(.authenticationFailed(nil))])
    }

    @Test("A frame before open is bounded: n octets pass, n + 1 do not", arguments: [0, 1])
    func preOpenFrameSize(excess: Int) throws {
        var limits = AMQPLimits()
        limits.preOpenFrameSize = 600
        let script = try Script(limits: limits).authenticated()
        var open = Open(containerID: "client")
        var probe = Outbox(reference: nil)
        probe.write(open)
        let missing = 600 - probe.bytes.readableBytes + excess
        // Two hundred octets and more take three more for their length.
        open.containerID += String(repeating: "x", count: missing - 3)
        script.send(open)
        #expect(script.server.isFinished == (excess > 0))
        if excess > 0 { #expect(try script.sent().conditions == [.framingError]) }
    }
}
