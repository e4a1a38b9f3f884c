import NIOCore
import Testing

@testable import AMQP10

@Suite("transfer")
struct TransferTests {
    @Test("A message of one frame arrives whole, with its tag, format and settlement")
    func oneFrame() throws {
        let script = try Script().mapped()
        let link = try script.sending()
        var transfer = Transfer.first(4, settled: true)
        transfer.messageFormat = 9
        script.send(transfer, payload: "hello")
        #expect(
            script.events() == [
                .messageReceived(
                    IncomingMessage(
                        link: link, delivery: DeliveryNumber(rawValue: 4), tag: DeliveryTag(4),
                        messageFormat: 9, settled: true, payload: ByteBuffer(string: "hello")))
            ])
        #expect(script.server.unsettledCount(of: link) == 0)
    }

    @Test("Delivery-id and settled may stand on the first frame only, the last may have no payload")
    func manyFrames() throws {
        let script = try Script().mapped()
        _ = try script.sending()
        script.send(.first(0, settled: true, more: true), payload: "one ")
        script.send(.next(more: true), payload: "two ")
        script.send(.next(more: true), payload: "three")
        #expect(script.events() == [])
        script.send(.next(), payload: "")
        let events = script.events()
        #expect(events.payloads == ["one two three"])
        guard case .messageReceived(let message) = events.first else { return }
        #expect(message.settled)
    }

    @Test("Settled on a later frame settles the whole; it cannot be taken back")
    func settledLater() throws {
        let script = try Script().mapped()
        _ = try script.sending()
        script.send(.first(0, more: true), payload: "a")
        var last = Transfer.next()
        last.settled = true
        script.send(last, payload: "b")
        guard case .messageReceived(let message) = script.events().first else { return }
        #expect(message.settled)
    }

    @Test("Deliveries of two links may be mixed frame by frame")
    func interleaved() throws {
        let script = try Script().mapped()
        _ = try script.sending(handle: 0)
        _ = try script.sending(handle: 1)
        script.send(.first(0, handle: 0, more: true), payload: "a1")
        script.send(.first(1, handle: 1, more: true), payload: "b1")
        script.send(.next(handle: 0), payload: "a2")
        script.send(.next(handle: 1), payload: "b2")
        #expect(script.events().payloads == ["a1a2", "b1b2"])
    }

    @Test("Another delivery in the middle of one detaches the link", arguments: [true, false])
    func changedID(isChanged: Bool) throws {
        let script = try Script().mapped()
        _ = try script.sending()
        script.send(.first(0, more: true), payload: "a")
        var next = Transfer.next()
        next.deliveryID = isChanged ? 1 : 0
        script.send(next, payload: "b")
        #expect(try script.sent().conditions == (isChanged ? [.invalidField] : []))
    }

    @Test("An aborted delivery is no message, and is reported: it has used its credit")
    func aborted() throws {
        let script = try Script().mapped()
        let link = try script.sending()
        script.send(.first(0, more: true), payload: "a")
        script.send(.next(aborted: true), payload: "")
        #expect(script.events() == [.deliveryAborted(link)])
        script.send(.first(1), payload: "b")
        #expect(script.events().payloads == ["b"])
        #expect(script.server.credit(of: link) == 98)
        #expect(script.server.unsettledCount(of: link) == 1)
        var whole = Transfer.first(2)
        whole.aborted = true
        script.send(whole, payload: "c")
        #expect(script.events() == [.deliveryAborted(link)])
        #expect(script.server.credit(of: link) == 97)
    }

    @Test(
        "The size is checked while it accumulates: n octets are taken, n + 1 are not",
        arguments: [0, 1])
    func messageSize(excess: Int) throws {
        var limits = AMQPLimits()
        limits.maxMessageSize = 10
        let script = try Script(limits: limits).mapped()
        _ = try script.sending()
        script.send(.first(0, more: true), payload: "01234")
        script.send(.next(more: true), payload: "56789" + String(repeating: "x", count: excess))
        let frames = try script.sent()
        #expect(frames.conditions == (excess == 0 ? [] : [.messageSizeExceeded]))
        #expect(frames.kinds == (excess == 0 ? [] : ["detach"]))
        script.send(.next(), payload: "")
        #expect(script.events().payloads.count == 1 - excess)
    }

    @Test(
        "Frames without payload are bounded for a message: n are taken, n + 1 detach the link",
        arguments: [0, 1])
    func emptyTransfers(excess: Int) throws {
        var limits = AMQPLimits()
        limits.maxEmptyTransfers = 3
        let script = try Script(limits: limits).mapped()
        _ = try script.sending(handle: 0)
        _ = try script.sending(handle: 1)
        script.send(.first(0, more: true), payload: "")
        script.send(.next(more: true), payload: "some")
        for _ in 0..<2 + excess { script.send(.next(more: true), payload: "") }
        let frames = try script.sent()
        #expect(frames.kinds == (excess == 0 ? [] : ["detach"]))
        #expect(frames.conditions == (excess == 0 ? [] : [.resourceLimitExceeded]))
        // The last frame may have no payload either way.
        script.send(.next(), payload: "")
        script.send(.first(1, handle: 1), payload: "other")
        #expect(script.events().payloads == (excess == 0 ? ["some", "other"] : ["other"]))
    }

    @Test("A part is added to those before it, which are not copied")
    func noCopies() throws {
        let script = try Script().mapped()
        _ = try script.sending()
        func storage() -> UInt? {
            let link = script.server.machine.sessions[0].mapped?.links[0].receiving
            return link?.assembly?.payload.withVeryUnsafeBytes {
                UInt(bitPattern: $0.baseAddress)
            }
        }
        // Enough at first that what follows fits into the same storage.
        script.send(.first(0, more: true), payload: String(repeating: "x", count: 600))
        let first = try #require(storage())
        for _ in 0..<20 {
            script.send(.next(more: true), payload: "0123456789")
            #expect(storage() == first)
        }
        script.send(.next(), payload: "")
        guard case .messageReceived(let message) = script.events().first else {
            Issue.record("no message")
            return
        }
        #expect(message.payload.readableBytes == 800)
        let last = message.payload.withVeryUnsafeBytes { UInt(bitPattern: $0.baseAddress) }
        #expect(last == first)
    }

    @Test(
        "Parts of messages are bounded for a session: n octets are kept, n + 1 are not",
        arguments: [0, 1])
    func partialBytes(excess: Int) throws {
        var limits = AMQPLimits()
        limits.maxMessageSize = 10
        limits.maxPartialBytes = 15
        let script = try Script(limits: limits).mapped()
        _ = try script.sending(handle: 0)
        _ = try script.sending(handle: 1)
        script.send(.first(0, handle: 0, more: true), payload: "0123456789")
        script.send(
            .first(1, handle: 1, more: true),
            payload: String(repeating: "x", count: 5 + excess))
        let frames = try script.sent()
        #expect(frames.kinds == (excess == 0 ? [] : ["end"]))
        #expect(frames.conditions == (excess == 0 ? [] : [.resourceLimitExceeded]))
    }

    @Test(
        "Parts of messages are bounded for a connection over its sessions, while they are kept",
        arguments: [0, 1])
    func partialBytesOfSessions(excess: Int) throws {
        var limits = AMQPLimits()
        limits.maxMessageSize = 10
        limits.maxPartialBytes = 15
        let script = try Script(limits: limits).mapped()
        for channel: UInt16 in 1...2 { script.send(Script.begin, channel: channel) }
        for channel: UInt16 in 0...2 { script.send(Attach.sender(), channel: channel) }
        script.send(.first(0, more: true), payload: "0123456789")
        script.send(
            .first(0, more: true), payload: String(repeating: "x", count: 5 + excess), channel: 1)
        #expect(try script.sent().conditions == (excess == 0 ? [] : [.resourceLimitExceeded]))
        // The first is whole, and the second given up or gone with its session.
        script.send(.next(), payload: "")
        script.send(.next(aborted: true), payload: "", channel: 1)
        script.send(.first(1, more: true), payload: "0123456789")
        script.send(.first(0, more: true), payload: "01234", channel: 2)
        #expect(try script.sent().conditions == [])
        // With its link, and with its session, a part goes too.
        script.send(Detach(handle: 0, closed: true, error: nil))
        script.send(.next(more: true), payload: "56789", channel: 2)
        script.send(End(error: nil), channel: 2)
        #expect(script.server.machine.outbox.held == HeldOctets())
        #expect(script.events().payloads == ["0123456789"])
        #expect(try script.sent().conditions == [])
    }

    @Test("A message over the size in one frame detaches the link alone")
    func messageSizeInOneFrame() throws {
        var limits = AMQPLimits()
        limits.maxMessageSize = 10
        let script = try Script(limits: limits).mapped()
        _ = try script.sending(handle: 0)
        _ = try script.sending(handle: 1)
        script.send(.first(0), payload: "01234567890")
        #expect(try script.sent().conditions == [.messageSizeExceeded])
        script.send(.first(1, handle: 1), payload: "fits")
        #expect(script.events().payloads == ["fits"])
    }

    @Test("Credit bounds what comes: n deliveries are taken, the next detaches the link")
    func overCredit() throws {
        let script = try Script { machine, event in
            guard case .attachReceived(let link, let request) = event else {
                return acceptAll(&machine, event)
            }
            machine.acceptAttach(link, AttachGrant(echoing: request))
            machine.grantCredit(link, to: 2)
        }.mapped()
        let link = try script.sending()
        script.send(.first(0), payload: "a")
        script.send(.first(1), payload: "b")
        #expect(script.events().payloads == ["a", "b"])
        script.send(.first(2), payload: "c")
        let frames = try script.sent()
        #expect(frames.kinds == ["detach"])
        #expect(frames.conditions == [.transferLimitExceeded])
        guard case .linkDetached(link, let end) = script.events().first else {
            Issue.record("not detached")
            return
        }
        #expect(Set(end.unsettled.map(\.rawValue)) == [0, 1])
        #expect(!end.byPeer)
    }

    @Test("A transfer without delivery-id or tag, or from a receiver, detaches the link")
    func incomplete() throws {
        for change in [
            { (transfer: inout Transfer) in transfer.deliveryID = nil },
            { (transfer: inout Transfer) in transfer.deliveryTag = nil },
        ] {
            let script = try Script().mapped()
            _ = try script.sending()
            var transfer = Transfer.first(0)
            change(&transfer)
            script.send(transfer, payload: "x")
            #expect(try script.sent().conditions == [.invalidField])
        }
        let script = try Script().mapped()
        _ = try script.receiving()
        script.send(.first(0), payload: "x")
        #expect(try script.sent().conditions == [.notAllowed])
    }

    @Test(
        "Each delivery-id follows the last, on any link; any other ends the session",
        arguments: [0, 5, UInt32.max], [0, 1, -1, 2] as [Int32])
    func sequence(first: UInt32, offset: Int32) throws {
        let script = try Script().mapped()
        _ = try script.sending(handle: 0)
        _ = try script.sending(handle: 1)
        script.send(.first(first), payload: "a")
        script.send(.first(first &+ 1, handle: 1), payload: "b")
        script.send(.first(first &+ 1 &+ UInt32(bitPattern: offset)), payload: "c")
        let isNext = offset == 1
        #expect(script.events().payloads == (isNext ? ["a", "b", "c"] : ["a", "b"]))
        let frames = try script.sent()
        #expect(frames.kinds == (isNext ? [] : ["end"]))
        #expect(frames.conditions == (isNext ? [] : [.invalidField]))
    }

    @Test("An id is used up whatever becomes of its delivery, and frames of it may repeat it")
    func sequenceOverTrouble() throws {
        var limits = AMQPLimits()
        limits.maxMessageSize = 10
        let script = try Script(limits: limits).mapped()
        let detached = try script.sending(handle: 0)
        _ = try script.sending(handle: 1)
        _ = try script.sending(handle: 2)
        func repeated(_ id: UInt32, handle: UInt32, more: Bool = false) -> Transfer {
            var next = Transfer.next(handle: handle, more: more)
            next.deliveryID = id
            return next
        }
        // Aborted.
        script.send(.first(0, handle: 1, more: true), payload: "a")
        script.send(.next(handle: 1, aborted: true), payload: "")
        // Too large, which detaches its link, and frames that crossed the detach.
        script.send(.first(1, handle: 2, more: true), payload: "b")
        script.send(repeated(1, handle: 2, more: true), payload: "0123456789")
        script.send(repeated(1, handle: 2), payload: "c")
        script.send(.first(2, handle: 2), payload: "d")
        // On a link that we detach, between frames of a delivery on another.
        script.send(.first(3, handle: 0, more: true), payload: "e")
        script.send(.first(4, handle: 1, more: true), payload: "f")
        script.server.machine.detach(detached)
        script.send(repeated(3, handle: 0), payload: "g")
        script.send(.first(5, handle: 0), payload: "h")
        script.send(repeated(4, handle: 1), payload: "i")
        // On one that the peer itself has detached.
        script.send(Detach(handle: 0, closed: true, error: nil))
        script.send(.first(6, handle: 0), payload: "j")
        script.send(.first(7, handle: 1), payload: "k")
        #expect(script.events().payloads == ["fi", "k"])
        #expect(try script.sent().kinds.contains("end") == false)
    }

    @Test(
        "The sender's settle mode is checked against each transfer",
        arguments: [
            (SenderSettleMode.mixed, true, true), (.mixed, false, true), (.settled, true, true),
            (.settled, false, false), (.unsettled, false, true), (.unsettled, true, false),
        ])
    func senderSettleMode(mode: SenderSettleMode, settled: Bool, isTaken: Bool) throws {
        let script = try Script().mapped()
        _ = try script.sending { $0.senderSettleMode = mode }
        script.send(.first(0, settled: settled), payload: "x")
        #expect(script.events().payloads.count == (isTaken ? 1 : 0))
        #expect(try script.sent().conditions == (isTaken ? [] : [.invalidField]))
    }

    @Test("Resumed and transactional deliveries are not implemented")
    func notImplemented() throws {
        let script = try Script().mapped()
        _ = try script.sending()
        var transfer = Transfer.first(0)
        transfer.resume = true
        script.send(transfer, payload: "x")
        #expect(try script.sent().conditions == [.notImplemented])
        var link = ReceivingLink(
            settleMode: .mixed, receiverSettleMode: .first, maxMessageSize: 9,
            initialDeliveryCount: 0)
        link.grant(1, drain: false)
        var transactional = Transfer.first(0)
        transactional.isTransactional = true
        #expect(throws: LinkFault.self) {
            try link.transferReceived(transactional, payload: ByteBuffer())
        }
    }

    @Test(
        "A peer that ignores our max-frame-size gets a framing error; one that fills it does not",
        arguments: [0, 1])
    func maxFrameSize(excess: Int) throws {
        var limits = AMQPLimits()
        limits.maxFrameSize = 1_024
        let script = try Script(limits: limits).mapped()
        _ = try script.sending()
        var body = ByteBuffer()
        Transfer.first(0).encode(into: &body)
        let payload = String(repeating: "x", count: 1_024 - 8 - body.readableBytes + excess)
        script.send(.first(0), payload: payload)
        let frames = try script.sent()
        #expect(frames.kinds == (excess == 0 ? [] : ["close"]))
        #expect(frames.conditions == (excess == 0 ? [] : [.framingError]))
    }

    @Test("What we send is cut to the peer's max-frame-size", arguments: [512, 600, 65_536])
    func splitting(size: UInt32) throws {
        let script = try Script().mapped(
            open: Open(containerID: "client", maxFrameSize: size))
        let link = try script.receiving(credit: 1)
        let text = String(repeating: "0123456789", count: 300)
        _ = try script.deliver(link, text)
        var whole = ""
        var firsts = 0
        for case .transfer(_, let transfer, let payload) in try script.sent() {
            var probe = Outbox(reference: nil)
            probe.maxFrameSize = .max
            var copy = payload
            _ = probe.write(transfer, payload: &copy, channel: 0)
            #expect(probe.bytes.readableBytes <= Int(size))
            whole += String(buffer: payload)
            if transfer.deliveryID != nil { firsts += 1 }
            #expect(transfer.more == (whole.utf8.count < text.utf8.count))
        }
        #expect(whole == text)
        #expect(firsts == 1)
    }

    @Test("A message over the receiver's max-message-size is not sent")
    func receiversLimit() throws {
        let script = try Script().mapped()
        let link = try script.receiving(credit: 5) { $0.maxMessageSize = 3 }
        _ = try script.deliver(link, "abc")
        #expect(throws: SendRefusal.messageTooLarge) { try script.deliver(link, "abcd") }
        let unlimited = try script.receiving(handle: 1, credit: 5) { $0.maxMessageSize = 0 }
        _ = try script.deliver(unlimited, "abcd")
    }

    @Test("Tags are of up to 32 octets", arguments: [0, 1, 7, 8, 9, 31, 32, 33])
    func tags(count: Int) throws {
        let octets = (0..<count).map { UInt8($0 + 1) }
        let tag = DeliveryTag(octets)
        #expect((tag == nil) == (count > 32))
        guard let tag else { return }
        #expect(tag.bytes == octets)
        var bytes = ByteBuffer()
        tag.write(into: &bytes)
        #expect(bytes == ByteBuffer(bytes: [0xa0, UInt8(count)] + octets))
    }

    @Test("A tag of 33 octets closes the connection")
    func longTag() throws {
        let script = try Script().mapped()
        _ = try script.sending()
        script.send(
            bytes: [0, 0, 0, 54, 2, 0, 0, 0, 0, 0x53, 0x14, 0xc0, 41, 3, 0x43, 0x43, 0xa0, 33]
                + Array(repeating: 1, count: 33) + [0x40, 0x40, 0x40])
        #expect(try script.sent().conditions == [.invalidField])
    }
}
