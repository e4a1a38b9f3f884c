import NIOCore
import Testing

@testable import AMQP10

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
        for id in 0...8 as ClosedRange<UInt32> {
            let handle: UInt32 = [3, 6, 7].contains(id) ? 1 : 0
            script.send(.first(id, handle: handle), payload: "x")
        }
        _ = try script.quiet()
        let numbers = (0...9).map { DeliveryNumber(rawValue: $0) }
        script.server.machine.settle(link, numbers, .accepted)
        let ranges = try script.sent().dispositions
        #expect(ranges.map(\.first) == [0, 4, 8])
        #expect(ranges.map(\.last) == [2, 5, nil])
        #expect(script.server.unsettledCount(of: other) == 3)
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

    @Test("An outcome never reaches another delivery than the one that it was given to")
    func noSecondDelivery() throws {
        // The sender settles, or pre-settles, one delivery and gives its id to another.
        for settled in [false, true] {
            let script = try Script().mapped()
            let link = try script.sending()
            script.send(.first(5, settled: settled), payload: "A")
            script.send(
                Disposition(role: .sender, first: 5, last: nil, settled: true, state: nil))
            _ = try script.quiet()
            script.send(.first(5), payload: "B")
            #expect(script.events().payloads == [])
            script.server.machine.settle(link, DeliveryNumber(rawValue: 5), .accepted)
            let frames = try script.sent()
            #expect(frames.kinds == ["end"])
            #expect(frames.conditions == [.invalidField])
        }
    }

    @Test("The end of a link makes room on its session, and the others hear of it")
    func unsettledRoom() throws {
        var limits = AMQPLimits()
        limits.maxUnsettled = 2
        let script = try Script(limits: limits).mapped()
        let first = try script.receiving(handle: 1, credit: 9)
        let other = try script.receiving(handle: 2, credit: 9)
        _ = try script.deliver(first, "x")
        _ = try script.deliver(first, "x")
        #expect(throws: SendRefusal.queueFull) { try script.deliver(other, "x") }
        script.send(Detach(handle: 1, closed: true, error: nil))
        #expect(script.events().last == .sendingResumed(SessionID(generation: 1, slot: 0)))
        _ = try script.deliver(other, "x")
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
        #expect(try script.sent().conditions == [.windowViolation])
    }
}
