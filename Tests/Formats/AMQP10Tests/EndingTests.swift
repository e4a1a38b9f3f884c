import NIOCore
import Testing

@testable import AMQP10

@Suite("close, and errors for people")
struct EndingTests {
    @Test("A close is answered, and everything is reported as gone")
    func answered() throws {
        let script = try Script().mapped()
        let link = try script.receiving(credit: 1)
        let number = try script.deliver(link, "x")
        _ = try script.quiet()
        let error = AMQPError("x:mine", "good bye")
        script.send(Close(error: error))
        #expect(try script.sent() == [.close(Close(error: nil))])
        #expect(
            script.events() == [
                .linkDetached(
                    link, LinkEnd(closed: true, error: error, byPeer: true, unsettled: [number])),
                .sessionEnded(SessionID(generation: 1, slot: 0), error),
                .connectionClosed(.closedByPeer(error)),
            ])
        #expect(script.server.isFinished)
    }

    @Test("Orderly shutdown: no more credit, outcomes in flight are taken, then a forced close")
    func orderly() throws {
        let script = try Script().mapped()
        let link = try script.sending()
        script.send(.first(0), payload: "in flight")
        _ = try script.quiet()
        script.server.machine.grantCredit(link, to: 0)
        script.send(.first(1), payload: "crossed")
        #expect(script.events().payloads == ["crossed"])
        script.server.machine.settle(
            link, [0, 1].map { DeliveryNumber(rawValue: $0) }, .accepted)
        script.server.machine.close(
            AMQPError(.connectionForced, "the broker is going down; connect again"))
        let frames = try script.sent()
        #expect(frames.kinds == ["flow", "disposition", "close"])
        #expect(frames.conditions == [.connectionForced])
        // What the peer sends before it has read our close is dropped.
        script.send(.first(2), payload: "late")
        script.send(Attach.sender(handle: 5))
        #expect(try script.sent() == [])
        #expect(script.events() == [])
        #expect(!script.server.isFinished)
        script.send(Close(error: nil))
        #expect(script.server.isFinished)
        #expect(
            script.events().kindsOfEvent == ["linkDetached", "sessionEnded", "connectionClosed"])
    }

    @Test("The end of the transport is reported after what was read before it")
    func transportLost() throws {
        let script = try Script().mapped()
        _ = try script.sending()
        var bytes = ByteBuffer()
        var outbox = Outbox(reference: nil)
        outbox.maxFrameSize = 65_536
        var payload = ByteBuffer(string: "last words")
        _ = outbox.write(.first(0), payload: &payload, channel: 0)
        bytes = outbox.bytes
        script.server.machine.bytesReceived(&bytes, now: script.server.now)
        script.server.machine.peerClosed()
        let events = script.events()
        #expect(
            events.kindsOfEvent == [
                "messageReceived", "linkDetached", "sessionEnded", "connectionClosed",
            ])
        #expect(events.last == .connectionClosed(.transportLost))
    }

    @Test("Nothing is said or done after the end")
    func afterTheEnd() throws {
        let script = try Script().mapped()
        let link = try script.receiving(credit: 1)
        script.send(Close(error: nil))
        _ = try script.quiet()
        script.send(Open(containerID: "again"))
        script.server.machine.close()
        script.server.machine.detach(link)
        let session = script.server.machine.beginSession()
        #expect(session == nil)
        #expect(throws: SendRefusal.notAttached) { try script.deliver(link, "x") }
        #expect(try script.sent() == [])
        #expect(script.events() == [])
    }

    @Test("Each refusal has a condition, a description, and says retryable, field and reference")
    func forPeople() throws {
        let script = try Script().mapped()
        var attach = Attach.receiver()
        attach.source = nil
        script.send(attach)
        let error = try #require(try script.sent().errors.first)
        #expect(error.condition == .invalidField)
        #expect(error.description?.contains("attach.source") == true)
        #expect(error.info[symbol: "retryable"] == .boolean(false))
        #expect(error.info[symbol: "field"] == .string("attach.source"))
        #expect(error.info[symbol: "reference"] == .string("c-1"))
    }

    @Test("What the application refuses is completed, not overwritten")
    func completed() throws {
        let error = AMQPError(
            .notFound, "no", info: [.symbol("reference"): .string("mine")]
        ).completed(reference: "c-1")
        #expect(error.info[symbol: "reference"] == .string("mine"))
        #expect(error.info[symbol: "retryable"] == .boolean(false))
        #expect(
            AMQPError(.connectionForced, nil).completed(reference: nil)
                .info[symbol: "retryable"] == .boolean(true))
    }

    @Test(
        "An error never exceeds the frame that the peer takes, and keeps its reference",
        arguments: ["why ", "ș", "🧑🏽‍🤝‍🧑🏽", "e" + String(repeating: "\u{301}", count: 900)])
    func shortened(word: String) throws {
        let script = try Script().mapped(open: Open(containerID: "c", maxFrameSize: 512))
        let link = try script.sending()
        script.server.machine.detach(
            link, error: AMQPError(.notFound, String(repeating: word, count: 1_000)))
        let bytes = try #require(script.server.takeOutput())
        #expect(bytes.readableBytes <= 512)
        let error = try #require(try Frame.all(in: bytes).errors.first)
        #expect(error.condition == .notFound)
        #expect(error.description?.isEmpty == false)
        #expect(error.info[symbol: "reference"] == .string("c-1"))
        #expect(error.info[symbol: "retryable"] == .boolean(false))
    }

    @Test("A performative of no known kind, or no performative, closes the connection")
    func unknownPerformative() throws {
        for body in [[0, 0x53, 0x19, 0x45], [0x45], [0, 0x53, 0x70, 0x45]] as [[UInt8]] {
            let script = try Script().mapped()
            script.send(bytes: [0, 0, 0, UInt8(8 + body.count), 2, 0, 0, 0] + body)
            #expect(try script.sent().kinds == ["close"])
        }
    }

    @Test(
        "Unsound frame headers are framing errors",
        arguments: [
            [0, 0, 0, 7, 2, 0, 0, 0], [0, 0, 0, 8, 1, 0, 0, 0], [0, 0, 0, 8, 3, 0, 0, 0],
            [0xff, 0xff, 0xff, 0xff, 2, 0, 0, 0], [0, 0, 0, 8, 2, 1, 0, 0],
            [0, 0, 0, 8, 2, 9, 0, 0],
        ] as [[UInt8]])
    func unsound(header: [UInt8]) throws {
        let script = try Script().mapped()
        script.send(bytes: header)
        #expect(try script.sent().conditions == [.framingError])
    }

    @Test("An extended header is stepped over")
    func extendedHeader() throws {
        let script = try Script().mapped()
        script.send(bytes: [0, 0, 0, 16, 4, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8])
        #expect(try script.sent() == [])
        #expect(script.server.isOpen)
    }
}

extension [ConnectionEvent] {
    var kindsOfEvent: [String] {
        map { event in String(String(describing: event).prefix { $0 != "(" }) }
    }
}
