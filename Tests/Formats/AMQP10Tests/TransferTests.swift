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

    @Test("An aborted delivery is not reported, and has used its credit")
    func aborted() throws {
        let script = try Script().mapped()
        let link = try script.sending()
        script.send(.first(0, more: true), payload: "a")
        script.send(.next(aborted: true), payload: "")
        script.send(.first(1), payload: "b")
        #expect(script.events().payloads == ["b"])
        #expect(script.server.credit(of: link) == 98)
        #expect(script.server.unsettledCount(of: link) == 1)
        var whole = Transfer.first(2)
        whole.aborted = true
        script.send(whole, payload: "c")
        #expect(script.events() == [])
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

    @Test("A delivery-id that waits for its outcome cannot be used again")
    func duplicateID() throws {
        let script = try Script().mapped()
        let link = try script.sending()
        script.send(.first(0), payload: "a")
        script.server.machine.settle(link, DeliveryNumber(rawValue: 0), .accepted)
        _ = try script.quiet()
        script.send(.first(0), payload: "b")
        #expect(script.events().payloads == ["b"])
        script.send(.first(0), payload: "c")
        #expect(try script.sent().conditions == [.invalidField])
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

@Suite("disposition")
struct DispositionTests {
    static let outcomes: [Outcome] = [
        .accepted, .released, .rejected(nil),
        .rejected(
            AMQPError(
                .invalidField, "region: is unknown",
                info: [.symbol("field"): .string("region")])),
        .modified(.init()), .modified(.init(deliveryFailed: true, undeliverableHere: true)),
        .modified(.init(messageAnnotations: [.symbol("x-why"): .string("full")])),
    ]

    @Test("All four outcomes are taken from a receiver", arguments: outcomes)
    func taken(outcome: Outcome) throws {
        let script = try Script().mapped()
        let link = try script.receiving(credit: 1)
        let number = try script.deliver(link, "x")
        script.send(
            Disposition(
                role: .receiver, first: 0, last: nil, settled: true, state: .outcome(outcome)))
        #expect(script.events() == [.outcomeReceived(link, number, outcome)])
        #expect(script.server.unsettledCount(of: link) == 0)
    }

    @Test("All four outcomes are given to a sender", arguments: outcomes)
    func given(outcome: Outcome) throws {
        let script = try Script().mapped()
        let link = try script.sending()
        script.send(.first(0), payload: "x")
        _ = try script.quiet()
        script.server.machine.settle(link, DeliveryNumber(rawValue: 0), outcome)
        #expect(
            try script.sent() == [
                .disposition(
                    0,
                    Disposition(
                        role: .receiver, first: 0, last: nil, settled: true,
                        state: .outcome(outcome)))
            ])
    }

    @Test("No last means first")
    func noLast() throws {
        let script = try Script().mapped()
        let link = try script.receiving(credit: 3)
        let numbers = try (0..<3).map { _ in try script.deliver(link, "x") }
        script.send(
            Disposition(
                role: .receiver, first: 1, last: nil, settled: true, state: .outcome(.accepted)))
        #expect(script.events() == [.outcomeReceived(link, numbers[1], .accepted)])
    }

    @Test("A range spans gaps, other links, settled and unknown ids: those are skipped")
    func range() throws {
        let script = try Script().mapped()
        let link = try script.receiving(handle: 0, credit: 9)
        let other = try script.receiving(handle: 1, credit: 9)
        let first = try script.deliver(link, "0")
        _ = try script.deliver(link, "1", settled: true)
        let third = try script.deliver(other, "2")
        let fourth = try script.deliver(link, "3")
        let fifth = try script.deliver(link, "4")
        script.send(
            Disposition(
                role: .receiver, first: 3, last: nil, settled: true, state: .outcome(.released)))
        script.send(
            Disposition(
                role: .receiver, first: 0, last: 2_000_000_000, settled: true,
                state: .outcome(.accepted)))
        #expect(
            script.events() == [
                .outcomeReceived(link, fourth, .released),
                .outcomeReceived(link, first, .accepted),
                .outcomeReceived(other, third, .accepted),
                .outcomeReceived(link, fifth, .accepted),
            ])
        script.send(
            Disposition(
                role: .receiver, first: 0, last: 4, settled: true, state: .outcome(.accepted)))
        #expect(script.events() == [])
        #expect(script.server.isOpen)
    }

    @Test("A range whose last is before its first ends the session")
    func backwards() throws {
        let script = try Script().mapped()
        script.send(
            Disposition(
                role: .receiver, first: 5, last: 4, settled: true, state: .outcome(.accepted)))
        #expect(try script.sent().conditions == [.invalidField])
    }

    @Test("Ours go out as ranges, broken where another link's or a settled id stands between")
    func ourRanges() throws {
        let script = try Script().mapped()
        let link = try script.sending(handle: 0)
        let other = try script.sending(handle: 1)
        for id in [0, 1, 2, 4, 5, 8] as [UInt32] { script.send(.first(id), payload: "x") }
        script.send(.first(3, handle: 1), payload: "y")
        _ = try script.quiet()
        let numbers = (0...9).map { DeliveryNumber(rawValue: $0) }
        script.server.machine.settle(link, numbers, .accepted)
        let ranges = try script.sent().dispositions
        #expect(ranges.map(\.first) == [0, 4, 8])
        #expect(ranges.map(\.last) == [2, 5, nil])
        #expect(script.server.unsettledCount(of: other) == 1)
        script.server.machine.settle(link, numbers, .accepted)
        #expect(try script.sent() == [])
    }

    @Test("A client that settles one by one is served")
    func oneByOne() throws {
        let script = try Script().mapped()
        let link = try script.receiving(credit: 50)
        for number in 0..<50 {
            #expect(try script.deliver(link, "x").rawValue == number)
        }
        for id in (0..<50).reversed() {
            script.send(
                Disposition(
                    role: .receiver, first: UInt32(id), last: UInt32(id), settled: true,
                    state: .outcome(.accepted)))
        }
        #expect(script.events().count == 50)
        #expect(script.server.unsettledCount(of: link) == 0)
    }

    @Test("Settled without a state is reported without an outcome")
    func noState() throws {
        let script = try Script().mapped()
        let link = try script.receiving(credit: 1)
        let number = try script.deliver(link, "x")
        script.send(
            Disposition(role: .receiver, first: 0, last: nil, settled: false, state: nil))
        #expect(script.events() == [])
        script.send(
            Disposition(role: .receiver, first: 0, last: nil, settled: true, state: nil))
        #expect(script.events() == [.outcomeReceived(link, number, nil)])
    }

    @Test("A receiver in mode second: its outcome is reported once, and settled by us")
    func receiverSecond() throws {
        let script = try Script().mapped()
        let link = try script.receiving(credit: 3) { $0.receiverSettleMode = .second }
        let numbers = try (0..<3).map { _ in try script.deliver(link, "x") }
        _ = try script.quiet()
        let decided = Disposition(
            role: .receiver, first: 0, last: 2, settled: false, state: .outcome(.accepted))
        script.send(decided)
        #expect(
            script.events() == numbers.map { .outcomeReceived(link, $0, .accepted) })
        #expect(
            try script.sent() == [
                .disposition(
                    0,
                    Disposition(role: .sender, first: 0, last: 2, settled: true, state: nil))
            ])
        script.send(decided)
        #expect(script.events() == [])
        #expect(try script.sent() == [])
    }

    @Test("A sender that asks for mode second settles after our outcome")
    func senderSecond() throws {
        let script = try Script().mapped()
        let link = try script.sending { $0.receiverSettleMode = .second }
        script.send(.first(0), payload: "x")
        _ = try script.quiet()
        script.server.machine.settle(link, DeliveryNumber(rawValue: 0), .accepted)
        #expect(try script.sent().dispositions.map(\.settled) == [false])
        #expect(script.server.unsettledCount(of: link) == 1)
        script.server.machine.settle(link, DeliveryNumber(rawValue: 0), .released)
        #expect(try script.sent() == [])
        script.send(
            Disposition(role: .sender, first: 0, last: nil, settled: true, state: nil))
        #expect(script.server.unsettledCount(of: link) == 0)
    }

    @Test("A transfer cannot ask for mode second on a link of mode first")
    func transferSecond() throws {
        let script = try Script().mapped()
        _ = try script.sending()
        var transfer = Transfer.first(0)
        transfer.receiverSettleMode = .second
        script.send(transfer, payload: "x")
        #expect(try script.sent().conditions == [.invalidField])
    }

    @Test("A sender that settles before our outcome has no use for it any more")
    func settledBySender() throws {
        let script = try Script().mapped()
        let link = try script.sending()
        for id in 0..<3 as Range<UInt32> { script.send(.first(id), payload: "x") }
        _ = try script.quiet()
        script.send(
            Disposition(role: .sender, first: 0, last: 1_000, settled: true, state: nil))
        script.server.machine.settle(link, DeliveryNumber(rawValue: 0), .accepted)
        #expect(try script.sent() == [])
        #expect(script.server.unsettledCount(of: link) == 0)
    }

    @Test("Deliveries without an outcome are bounded, in both directions")
    func unsettledLimit() throws {
        var limits = AMQPLimits()
        limits.maxUnsettled = 2
        let script = try Script(limits: limits).mapped()
        let link = try script.receiving(handle: 1, credit: 9)
        _ = try script.deliver(link, "x")
        _ = try script.deliver(link, "x")
        #expect(throws: SendRefusal.queueFull) { try script.deliver(link, "x") }
        script.send(
            Disposition(
                role: .receiver, first: 0, last: nil, settled: true, state: .outcome(.accepted)))
        #expect(script.events().last == .sendingResumed(SessionID(generation: 1, slot: 0)))
        _ = try script.sending(handle: 0)
        script.send(.first(0), payload: "x")
        script.send(.first(1), payload: "x")
        #expect(try script.sent().conditions == [])
        script.send(.first(2), payload: "x")
        #expect(try script.sent().conditions == [.resourceLimitExceeded])
    }
}
