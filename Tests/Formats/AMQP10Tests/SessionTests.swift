import NIOCore
import Testing

@testable import AMQP10

@Suite("begin and end")
struct SessionTests {
    @Test("A begin is answered with its channel, our windows and our handle-max")
    func begin() throws {
        let script = try Script().opened()
        script.send(Script.begin, channel: 5)
        let answer = Begin(
            remoteChannel: 5, nextOutgoingID: 0, incomingWindow: 2_048,
            outgoingWindow: SessionLimits.outgoingWindow, handleMax: 31)
        #expect(try script.sent() == [.begin(0, answer)])
    }

    @Test("Sessions are bounded by channel-max: the highest channel is taken, the next is not")
    func channelMax() throws {
        var limits = AMQPLimits()
        limits.maxSessions = 2
        let script = try Script(limits: limits).opened()
        script.send(Script.begin, channel: 1)
        #expect(try script.sent().kinds == ["begin"])
        script.send(Script.begin, channel: 2)
        #expect(try script.sent().conditions == [.framingError])
    }

    @Test("A channel can be used again after its end, not before")
    func channelReuse() throws {
        let script = try Script().mapped()
        script.send(End(error: nil))
        script.send(Script.begin)
        #expect(try script.sent().kinds == ["end", "begin"])
        script.send(Script.begin)
        #expect(try script.sent().conditions == [.illegalState])
    }

    @Test("A begin that answers none of ours closes the connection")
    func unaskedAnswer() throws {
        let script = try Script().opened()
        var begin = Script.begin
        begin.remoteChannel = 3
        script.send(begin)
        #expect(try script.sent().conditions == [.invalidField])
    }

    @Test("Frames on a channel that was never begun close the connection")
    func unknownChannel() throws {
        let script = try Script().mapped()
        script.send(Flow.credit(1, handle: nil), channel: 1)
        #expect(try script.sent().conditions == [.illegalState])
    }

    @Test("Frames on a channel after its end are tolerated")
    func framesAfterEnd() throws {
        let script = try Script().mapped()
        script.send(End(error: nil))
        _ = try script.quiet()
        script.send(Flow.credit(1, handle: nil))
        script.send(.first(0), payload: "late")
        script.send(Attach.sender())
        #expect(try script.sent() == [])
        #expect(script.events() == [])
        script.send(Script.begin)
        #expect(try script.sent().kinds == ["begin"])
    }

    @Test("Frames that crossed our end are dropped until the peer's")
    func framesAfterOurEnd() throws {
        let script = try Script().mapped()
        script.send(Flow.credit(1, handle: 9))
        #expect(try script.sent().conditions == [.unattachedHandle])
        script.send(.first(0), payload: "late")
        script.send(Flow.credit(1, handle: 9))
        #expect(try script.sent() == [])
        script.send(End(error: nil))
        script.send(Script.begin)
        #expect(try script.sent().kinds == ["begin"])
    }

    @Test("The peer's end is answered, and its links are reported as gone before it")
    func end() throws {
        let script = try Script().mapped()
        let link = try script.sending()
        let session = SessionID(generation: 1, slot: 0)
        script.send(End(error: nil))
        #expect(try script.sent() == [.end(0, End(error: nil))])
        #expect(
            script.events() == [
                .linkDetached(
                    link, LinkEnd(closed: true, error: nil, byPeer: true, unsettled: [])),
                .sessionEnded(session, nil),
            ])
    }

    @Test("Ids beyond 4,294,967,295 follow as small numbers: windows wrap around")
    func serialNumbers() throws {
        var begin = Script.begin
        begin.nextOutgoingID = .max
        let script = try Script().mapped(begin)
        let link = try script.sending()
        script.send(.first(.max), payload: "a")
        script.send(.first(0), payload: "b")
        #expect(script.events().payloads == ["a", "b"])
        script.send(Flow.credit(nil, handle: nil, echo: true))
        #expect(try script.sent().flows.last?.nextIncomingID == 1)
        script.server.machine.settle(
            link, [DeliveryNumber(rawValue: .max), DeliveryNumber(rawValue: 0)], .accepted)
        let range = try script.sent().dispositions
        #expect(range.map(\.first) == [.max])
        #expect(range.map(\.last) == [0])
    }

    @Test(
        "Distances wrap around",
        arguments: [
            (UInt32.max, UInt32(1), 2), (1, .max, -2), (5, 5, 0), (0, 0x7fff_ffff, 0x7fff_ffff),
        ])
    func distance(from: UInt32, to: UInt32, distance: Int) {
        #expect(SerialNumber.distance(from: from, to: to) == distance)
    }

    @Test("More transfers than our window end the session; as many are taken")
    func incomingWindow() throws {
        var limits = AMQPLimits()
        limits.incomingWindow = 4
        var session = MappedSession(
            id: SessionID(generation: 1, slot: 0), peer: Script.begin, limits: limits)
        var outbox = Outbox(reference: nil)
        try session.attachReceived(.sender(), generation: 2, &outbox)
        session.incomingWindow = 0
        #expect(throws: PeerViolation.self) {
            try session.transferReceived(.first(0), payload: ByteBuffer(), &outbox)
        }
    }

    @Test("Our window is opened again when half of it is used")
    func windowRefresh() throws {
        var limits = AMQPLimits()
        limits.incomingWindow = 4
        let script = try Script(limits: limits).mapped()
        _ = try script.sending()
        script.send(.first(0), payload: "a")
        #expect(try script.sent() == [])
        script.send(.first(1), payload: "b")
        let flows = try script.sent().flows
        #expect(flows.map(\.incomingWindow) == [4])
        #expect(flows.map(\.nextIncomingID) == [2])
    }

    @Test("Deliveries without an outcome close our window; outcomes open it again")
    func windowAndOutcomes() throws {
        var limits = AMQPLimits()
        limits.maxUnsettled = 4
        let script = try Script(limits: limits).mapped()
        let link = try script.sending()
        for id in 0..<4 as Range<UInt32> { script.send(.first(id), payload: "x") }
        #expect(script.events().payloads.count == 4)
        #expect(try script.sent() == [])
        script.server.machine.settle(link, DeliveryNumber(rawValue: 0), .accepted)
        #expect(try script.sent().flows == [])
        script.server.machine.settle(link, DeliveryNumber(rawValue: 1), .accepted)
        #expect(try script.sent().flows.map(\.incomingWindow) == [2])
        script.server.machine.settle(
            link, [2, 3].map { DeliveryNumber(rawValue: $0) }, .accepted)
        script.server.machine.grantCredit(link, to: 100)
        #expect(try script.sent().flows.last?.incomingWindow == 4)
    }

    @Test("Nothing is sent beyond the peer's window, and the rest follows when it opens")
    func peerWindow() throws {
        var begin = Script.begin
        begin.incomingWindow = 1
        let script = try Script().mapped(begin)
        let link = try script.receiving(credit: 10)
        script.send(Flow.credit(10, window: 1))
        for text in ["a", "b", "c"] { _ = try script.deliver(link, text) }
        #expect(try script.sent().kinds == ["transfer"])
        #expect(script.server.pendingBytes(of: link) == 2)
        script.send(Flow.credit(nil, handle: nil, window: 1, nextIncomingID: 1))
        #expect(try script.sent().kinds == ["transfer"])
        script.send(Flow.credit(nil, handle: nil, window: 1, nextIncomingID: 1))
        #expect(try script.sent().kinds == [])
        script.send(Flow.credit(nil, handle: nil, window: 9, nextIncomingID: 2))
        #expect(try script.sent().kinds == ["transfer"])
        #expect(script.server.pendingBytes(of: link) == 0)
    }

    @Test("One message goes out in parts as the window opens, with nothing in between")
    func windowWithinMessage() throws {
        var begin = Script.begin
        begin.incomingWindow = 0
        let script = try Script().mapped(
            begin, open: Open(containerID: "client", maxFrameSize: 512))
        let link = try script.receiving()
        script.send(Flow.credit(10, window: 2))
        let text = String(repeating: "x", count: 1_000)
        _ = try script.deliver(link, text)
        _ = try script.deliver(link, "after")
        var parts: [ByteBuffer] = []
        for next: UInt32 in [2, 3, 4] {
            for case .transfer(_, let transfer, let payload) in try script.sent() {
                #expect((transfer.deliveryID == nil) == (parts.count == 1 || parts.count == 2))
                parts.append(payload)
            }
            script.send(Flow.credit(nil, handle: nil, window: 1, nextIncomingID: next))
        }
        #expect(parts.map { $0.readableBytes }.reduce(0, +) == 1_005)
        #expect(String(buffer: parts.last ?? ByteBuffer()) == "after")
    }

    @Test("What never went out leaves no gap in the delivery-ids, and is told with its link's end")
    func withdrawn() throws {
        var begin = Script.begin
        begin.incomingWindow = 0
        let script = try Script().mapped(begin)
        let gone = try script.receiving(handle: 0)
        let link = try script.receiving(handle: 1)
        for handle: UInt32 in [0, 1] { script.send(Flow.credit(5, handle: handle, window: 0)) }
        let first = try script.deliver(gone, "never sent")
        let second = try script.deliver(link, "waits")
        script.server.machine.detach(gone)
        _ = try script.quiet()
        script.send(Flow.credit(nil, handle: nil, window: 5))
        let ids = try script.sent().compactMap { frame -> UInt32? in
            guard case .transfer(_, let transfer, _) = frame else { return nil }
            return transfer.deliveryID
        }
        #expect(ids == [0])
        script.send(Detach(handle: 0, closed: true, error: nil))
        script.send(
            Disposition(
                role: .receiver, first: 0, last: nil, settled: true, state: .outcome(.accepted)))
        #expect(
            script.events() == [
                .linkDetached(
                    gone, LinkEnd(closed: true, error: nil, byPeer: false, unsettled: [first])),
                .outcomeReceived(link, second, .accepted),
            ])
        #expect(script.server.pendingBytes(of: link) == 0)
    }

    @Test("What waits for the peer is bounded, and the application hears when to go on")
    func pendingBytes() throws {
        var limits = AMQPLimits()
        limits.maxPendingBytes = 10
        var begin = Script.begin
        begin.incomingWindow = 0
        let script = try Script(limits: limits).mapped(begin)
        let link = try script.receiving()
        script.send(Flow.credit(10, window: 0))
        _ = script.events()
        _ = try script.deliver(link, "0123456789")
        #expect(throws: SendRefusal.queueFull) { try script.deliver(link, "more") }
        script.send(Flow.credit(nil, handle: nil, window: 5))
        #expect(script.events() == [.sendingResumed(SessionID(generation: 1, slot: 0))])
        _ = try script.deliver(link, "more")
    }

    @Test(
        "What waits is bounded for a connection over its sessions; each hears when to go on",
        arguments: ["flow", "detach", "end"])
    func pendingBytesOfSessions(relief: String) throws {
        var limits = AMQPLimits()
        limits.maxPendingBytes = 10
        var begin = Script.begin
        begin.incomingWindow = 0
        let script = try Script(limits: limits).mapped(begin)
        script.send(begin, channel: 1)
        let blocked = try script.receiving()
        script.send(Attach.receiver(), channel: 1)
        let attached = script.events().compactMap { event -> LinkID? in
            guard case .attachReceived(let link, _) = event else { return nil }
            return link
        }
        let other = try #require(attached.last)
        for channel: UInt16 in 0...1 { script.send(Flow.credit(10, window: 0), channel: channel) }
        _ = try script.deliver(blocked, "012345678")
        _ = try script.deliver(other, "9")
        #expect(throws: SendRefusal.queueFull) { try script.deliver(other, "more") }
        _ = try script.quiet()
        switch relief {
        case "flow": script.send(Flow.credit(nil, handle: nil, window: 5))
        case "detach": script.server.machine.detach(blocked)
        default: script.send(End(error: nil))
        }
        let resumed = script.events().compactMap { event -> SessionID? in
            guard case .sendingResumed(let session) = event else { return nil }
            return session
        }
        #expect(resumed.map(\.slot) == [1])
        _ = try script.deliver(other, "more")
        #expect(script.server.machine.outbox.held == HeldOctets(pending: 5))
    }

    @Test("The client's sessions are bounded by both ends' channel-max")
    func clientSessions() throws {
        var limits = AMQPLimits()
        limits.maxSessions = 2
        let pair = Loopback(serverLimits: limits)
        pair.run()
        let ids = (0..<3).map { _ in pair.client.machine.beginSession() }
        #expect(ids.map { $0 == nil } == [false, false, true])
        pair.run()
        let session = try #require(ids[0])
        #expect(pair.client.takeEvents().contains(.sessionBegun(session)))
        #expect(pair.client.isOpen)
    }

    @Test("A session that we end is gone at once, with its links")
    func endOurs() throws {
        let pair = Loopback()
        let session = try pair.session()
        let link = try pair.link(.sender, on: session)
        _ = pair.client.takeEvents()
        pair.client.machine.endSession(session)
        #expect(
            pair.client.takeEvents() == [
                .linkDetached(
                    link.client, LinkEnd(closed: true, error: nil, byPeer: false, unsettled: [])),
                .sessionEnded(session, nil),
            ])
        pair.run()
        #expect(
            pair.server.takeEvents().last == .sessionEnded(SessionID(generation: 1, slot: 0), nil))
        let again = pair.client.machine.beginSession()
        #expect(again != nil)
    }

    @Test("An unsettled delivery of one session leaves another session's window alone")
    func starvation() throws {
        var limits = AMQPLimits()
        limits.incomingWindow = 2
        let pair = Loopback(clientLimits: limits)
        let first = try pair.session()
        let second = try pair.session()
        let one = try pair.link(.receiver, on: first, name: "one")
        let other = try pair.link(.receiver, on: second, name: "other")
        pair.client.machine.grantCredit(one.client, to: 10)
        pair.client.machine.grantCredit(other.client, to: 10)
        pair.run()
        _ = pair.client.takeEvents()
        for number in 0..<6 {
            for link in [one.server, other.server] {
                _ = try pair.server.machine.send(
                    link,
                    OutgoingMessage(
                        tag: DeliveryTag(UInt64(number)), payload: ByteBuffer(string: "x")))
            }
            pair.run()
        }
        // Nothing was settled on either: the window moves with what was read, not with outcomes.
        #expect(pair.client.takeEvents().payloads.count == 12)
    }
}
