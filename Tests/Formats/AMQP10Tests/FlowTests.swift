import NIOCore
import Testing

@testable import AMQP10

@Suite("flow")
struct FlowTests {
    @Test(
        "Credit is set, not added, and counts from the receiver's delivery-count",
        arguments: [
            // sent, receiver's count, its credit, what is left
            (0, UInt32(0), UInt32(10), UInt32(10)),
            (3, 0, 10, 7),
            (3, 3, 10, 10),
            (3, 1, 2, 0),
            (3, 0, 1, 0),
            (0, 0, .max, .max),
        ])
    func credit(sent: Int, count: UInt32, credit: UInt32, left: UInt32) throws {
        let script = try Script().mapped()
        let link = try script.receiving(credit: 3)
        for _ in 0..<sent { _ = try script.deliver(link, "x") }
        script.send(Flow.credit(credit, deliveryCount: count))
        #expect(script.events().last == .creditReceived(link, credit: left, drain: false))
        #expect(script.server.credit(of: link) == left)
    }

    @Test("An absent delivery-count is the initial one")
    func absentCount() throws {
        let script = try Script().mapped()
        let link = try script.receiving(credit: 2)
        _ = try script.deliver(link, "x")
        script.send(Flow.credit(5, deliveryCount: nil))
        #expect(script.server.credit(of: link) == 4)
    }

    @Test("Without credit nothing is sent, and credit is used up message by message")
    func noCredit() throws {
        let script = try Script().mapped()
        let link = try script.receiving()
        #expect(throws: SendRefusal.noCredit) { try script.deliver(link, "x") }
        script.send(Flow.credit(1))
        _ = try script.deliver(link, "x")
        #expect(throws: SendRefusal.noCredit) { try script.deliver(link, "x") }
    }

    @Test("Credit is not tied to settlement")
    func creditWithoutSettlement() throws {
        let script = try Script().mapped()
        let link = try script.receiving(credit: 1)
        _ = try script.deliver(link, "a")
        script.send(Flow.credit(1, deliveryCount: 1))
        _ = try script.deliver(link, "b")
        #expect(script.server.unsettledCount(of: link) == 2)
    }

    @Test("Drain: the rest of the credit is given back, the count moves on, the flow says zero")
    func drain() throws {
        let script = try Script().mapped()
        let link = try script.receiving()
        script.send(Flow.credit(10, drain: true))
        #expect(script.events().last == .creditReceived(link, credit: 10, drain: true))
        _ = try script.deliver(link, "only")
        script.server.machine.drained(link)
        let frames = try script.sent()
        #expect(frames.kinds == ["transfer", "flow"])
        #expect(frames.flows.first?.deliveryCount == 10)
        #expect(frames.flows.first?.linkCredit == 0)
        #expect(frames.flows.first?.drain == true)
        #expect(throws: SendRefusal.noCredit) { try script.deliver(link, "late") }
        script.send(Flow.credit(2, deliveryCount: 10))
        _ = try script.deliver(link, "again")
    }

    @Test("Without a drain asked for, giving credit back does nothing")
    func drainUnasked() throws {
        let script = try Script().mapped()
        let link = try script.receiving(credit: 3)
        let isDrained = script.server.machine.drained(link)
        #expect(!isDrained)
        #expect(try script.sent() == [])
        #expect(script.server.credit(of: link) == 3)
    }

    @Test("The flow that ends a drain does not overtake a transfer that waits for the window")
    func drainBehindTransfers() throws {
        var begin = Script.begin
        begin.incomingWindow = 0
        let script = try Script().mapped(begin)
        let link = try script.receiving()
        script.send(Flow.credit(5, drain: true, window: 0))
        _ = try script.deliver(link, "waits")
        script.server.machine.drained(link)
        #expect(try script.sent() == [])
        script.send(Flow.credit(nil, handle: nil, window: 5))
        let frames = try script.sent()
        #expect(frames.kinds == ["transfer", "flow"])
        #expect(frames.flows.last?.deliveryCount == 5)
        #expect(frames.flows.last?.linkCredit == 0)
    }

    @Test(
        "Credit that is granted after a drain was answered is not given back with it",
        arguments: [false, true])
    func drainRenewed(drain: Bool) throws {
        var begin = Script.begin
        begin.incomingWindow = 0
        let script = try Script().mapped(begin)
        let link = try script.receiving()
        script.send(Flow.credit(5, drain: true, window: 0))
        _ = try script.deliver(link, "waits")
        script.server.machine.drained(link)
        script.send(Flow.credit(10, drain: drain, window: 0))
        #expect(script.events().last == .creditReceived(link, credit: 9, drain: drain))
        script.send(Flow.credit(nil, handle: nil, window: 5))
        #expect(try script.sent().kinds == ["transfer"])
        #expect(script.server.credit(of: link) == 9)
        _ = try script.deliver(link, "more")
        // Asked anew, it answers anew.
        let isDrained = script.server.machine.drained(link)
        #expect(isDrained == drain)
        #expect(try script.sent().flows.map(\.linkCredit) == (drain ? [0] : []))
    }

    @Test("A client drains its link, and hears when that is done")
    func clientDrains() throws {
        let pair = Loopback { machine, event in
            if case .creditReceived(let link, _, drain: true) = event { machine.drained(link) }
            acceptAll(&machine, event)
        }
        let session = try pair.session()
        let link = try pair.link(.receiver, on: session)
        pair.client.machine.drainCredit(link.client, of: 5)
        pair.run()
        #expect(pair.client.takeEvents().last == .drainCompleted(link.client))
        #expect(pair.client.credit(of: link.client) == 0)
        pair.client.machine.grantCredit(link.client, to: 1)
        pair.run()
        #expect(pair.server.credit(of: link.server) == 1)
    }

    @Test("echo is answered, for the session and for a link")
    func echo() throws {
        let script = try Script().mapped()
        let link = try script.receiving(handle: 7, credit: 4)
        _ = try script.deliver(link, "x")
        _ = try script.quiet()
        script.send(Flow.credit(nil, handle: nil, echo: true))
        var flows = try script.sent().flows
        #expect(flows.map(\.handle) == [nil])
        script.send(Flow.credit(4, handle: 7, echo: true))
        flows = try script.sent().flows
        #expect(flows.map(\.handle) == [0])
        #expect(flows.map(\.linkCredit) == [3])
        #expect(flows.map(\.deliveryCount) == [1])
        #expect(flows.map(\.echo) == [false])
        script.send(Flow.credit(4, handle: 7))
        #expect(try script.sent() == [])
    }

    @Test("an echo does not count what waits for the session's window as sent")
    func echoWithQueue() throws {
        var begin = Script.begin
        begin.incomingWindow = 0
        let script = try Script().mapped(begin)
        let link = try script.receiving(handle: 7)
        script.send(Flow.credit(4, handle: 7, window: 0))
        _ = try script.deliver(link, "x")
        _ = try script.deliver(link, "y")
        _ = try script.quiet()
        script.send(Flow.credit(4, handle: 7, echo: true, window: 0))
        let flows = try script.sent().flows
        #expect(flows.map(\.deliveryCount) == [0])
        #expect(flows.map(\.linkCredit) == [4])
        #expect(flows.map(\.available) == [2])
        script.send(Flow.credit(4, handle: 7, window: 2))
        #expect(try script.sent().kinds == ["transfer", "transfer"])
        #expect(script.server.credit(of: link) == 2)
    }

    @Test("An unknown handle ends the session; a known one does not")
    func unknownHandle() throws {
        let script = try Script().mapped()
        _ = try script.receiving(handle: 0)
        script.send(Flow.credit(1, handle: 0))
        #expect(try script.sent() == [])
        script.send(Flow.credit(1, handle: 1))
        let frames = try script.sent()
        #expect(frames.kinds == ["end"])
        #expect(frames.conditions == [.unattachedHandle])
    }

    @Test("What was on its way when we lowered the credit is taken, more is not")
    func loweredCredit() throws {
        let script = try Script().mapped()
        let link = try script.sending()
        script.server.machine.grantCredit(link, to: 2)
        script.server.machine.grantCredit(link, to: 0)
        _ = try script.quiet()
        // acceptAll granted 100 first: all of these may be on their way.
        for id in 0..<UInt32(100) { script.send(.first(id), payload: "x") }
        #expect(script.events().payloads.count == 100)
        script.send(.first(100), payload: "x")
        #expect(try script.sent().conditions == [.transferLimitExceeded])
    }
}
