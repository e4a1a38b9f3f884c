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

@Suite("open")
struct OpenTests {
    @Test("The server says what it is and what it takes")
    func serversOpen() throws {
        let script = try Script().authenticated()
        script.send(Open(containerID: "client"))
        guard case .open(let open) = try script.sent().first else {
            Issue.record("no open")
            return
        }
        #expect(open.containerID == "server")
        #expect(open.maxFrameSize == 65_536)
        #expect(open.channelMax == 7)
        #expect(open.idleTimeOut == 30_000)
    }

    @Test("A max-frame-size of 512 is taken, 511 is not", arguments: [(512, true), (511, false)])
    func maxFrameSize(size: UInt32, isTaken: Bool) throws {
        let script = try Script().authenticated()
        script.send(Open(containerID: "client", maxFrameSize: size))
        #expect(script.server.isFinished == !isTaken)
        #expect(try script.sent().conditions == (isTaken ? [] : [.invalidField]))
    }

    @Test(
        "An idle-time-out under a second is refused as not allowed",
        arguments: [(nil, true), (0, true), (999, false), (1_000, true)])
    func idleTimeOut(milliseconds: UInt32?, isTaken: Bool) throws {
        let script = try Script().authenticated()
        script.send(Open(containerID: "client", idleTimeOut: milliseconds))
        #expect(try script.sent().conditions == (isTaken ? [] : [.notAllowed]))
    }

    @Test("The application can refuse the open, and clients see that it failed")
    func refuseOpen() throws {
        let error = AMQPError(.unauthorizedAccess, "the container-id is not yours")
        let script = try Script { machine, event in
            if case .saslInit = event { machine.saslOutcome(.ok) }
            if case .openReceived = event { machine.refuseOpen(error) }
        }.authenticated()
        script.send(Open(containerID: "client"))
        let frames = try script.sent()
        guard case .open(let open) = frames.first else {
            Issue.record("no open")
            return
        }
        #expect(open.properties[symbol: .connectionEstablishmentFailed] == .boolean(true))
        #expect(frames.conditions == [.unauthorizedAccess])
    }

    @Test("sole-connection-for-container reaches the application, which can offer it")
    func soleConnection() throws {
        let script = try Script { machine, event in
            if case .saslInit = event { machine.saslOutcome(.ok) }
            if case .openReceived(let open) = event {
                machine.acceptOpen(
                    offering: open.desiredCapabilities.filter { $0 == .soleConnectionForContainer })
            }
        }.authenticated()
        var open = Open(containerID: "client")
        open.desiredCapabilities = ["other", .soleConnectionForContainer]
        script.send(open)
        guard case .open(let answer) = try script.sent().first else {
            Issue.record("no open")
            return
        }
        #expect(answer.offeredCapabilities == [.soleConnectionForContainer])
    }

    @Test("A second open closes the connection")
    func openTwice() throws {
        let script = try Script().opened()
        script.send(Open(containerID: "client"))
        #expect(try script.sent().conditions == [.illegalState])
    }

    @Test("A frame before open closes the connection, with an open before the close")
    func beginBeforeOpen() throws {
        let script = try Script().authenticated()
        script.send(Script.begin)
        let frames = try script.sent()
        #expect(frames.kinds == ["open", "close"])
        #expect(frames.conditions == [.illegalState])
    }

    @Test("A close without an open is answered with both")
    func closeBeforeOpen() throws {
        let script = try Script().authenticated()
        script.send(Close(error: nil))
        #expect(try script.sent().kinds == ["open", "close"])
        #expect(script.events() == [.connectionClosed(.closedByPeer(nil))])
    }
}

@Suite("Silence")
struct IdleTests {
    private func at(_ milliseconds: UInt64) -> MonotonicInstant {
        MonotonicInstant(nanoseconds: 1).advanced(byMilliseconds: milliseconds)
    }

    @Test("A silent peer is closed after twice what we announced and the grace, not before")
    func expiry() throws {
        let script = try Script().opened()
        var next = script.server.machine.clockAdvanced(to: at(0))
        #expect(next == at(65_000))
        next = script.server.machine.clockAdvanced(to: at(64_999))
        #expect(next == at(65_000))
        next = script.server.machine.clockAdvanced(to: at(65_000))
        #expect(next == nil)
        let frames = try script.sent()
        #expect(frames.conditions == [.resourceLimitExceeded])
        #expect(script.server.isFinished)
    }

    @Test("Any byte received is life")
    func anyByte() throws {
        let script = try Script().opened()
        script.server.now = at(64_999)
        script.send(bytes: [0])
        let next = script.server.machine.clockAdvanced(to: at(65_000))
        #expect(next == at(64_999 + 65_000))
    }

    @Test("An empty frame goes out at half of the peer's idle-time-out")
    func emptyFrames() throws {
        let script = try Script().opened(Open(containerID: "client", idleTimeOut: 10_000))
        var next = script.server.machine.clockAdvanced(to: at(4_999))
        #expect(next == at(5_000))
        #expect(try script.sent() == [])
        next = script.server.machine.clockAdvanced(to: at(5_000))
        #expect(next == at(10_000))
        #expect(try script.sent() == [.empty])
    }

    @Test("An empty frame of the peer is taken without a word")
    func emptyFrameReceived() throws {
        let script = try Script().opened()
        script.sendEmptyFrame()
        #expect(try script.sent() == [])
        #expect(script.events() == [])
    }

    @Test("A peer that does not open in time is closed")
    func handshake() throws {
        let script = Script()
        var next = script.server.machine.clockAdvanced(to: at(0))
        #expect(next == at(15_000))
        next = script.server.machine.clockAdvanced(to: at(15_000))
        #expect(next == nil)
        #expect(script.server.isFinished)
    }

    @Test("A close that is not answered ends after its time-out")
    func closeTimeOut() throws {
        let script = try Script().opened()
        script.server.machine.close()
        #expect(!script.server.isFinished)
        _ = script.server.machine.clockAdvanced(to: at(5_000))
        #expect(script.events() == [.connectionClosed(.closedByUs(nil))])
    }
}
