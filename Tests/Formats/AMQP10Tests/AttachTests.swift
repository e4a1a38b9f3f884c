import NIOCore
import Testing

@testable import AMQP10

struct Unfit: Sendable {
    let what: String
    let attach: Attach
    let condition: AMQPCondition
    let field: String

    init(
        _ what: String, _ attach: Attach, _ condition: AMQPCondition, _ field: String,
        _ change: (inout Attach) -> Void
    ) {
        var attach = attach
        change(&attach)
        self.what = what
        self.attach = attach
        self.condition = condition
        self.field = field
    }
}

let unfitAttaches = [
    Unfit("coordinator", .sender(), .notImplemented, "attach.target") {
        $0.target = .coordinator
    },
    Unfit("unsettled", .sender(), .notImplemented, "attach.unsettled") {
        $0.incompleteUnsettled = true
    },
    Unfit("dynamic source", .receiver(), .notImplemented, "source.dynamic") {
        $0.source?.dynamic = true
    },
    Unfit("dynamic target", .sender(), .notImplemented, "target.dynamic") {
        var target = Target()
        target.dynamic = true
        $0.target = .node(target)
    },
    Unfit("null source", .receiver(), .invalidField, "attach.source") { $0.source = nil },
    Unfit("null target", .sender(), .invalidField, "attach.target") { $0.target = nil },
    Unfit("no count", .sender(), .invalidField, "attach.initial-delivery-count") {
        $0.initialDeliveryCount = nil
    },
]

@Suite("attach and detach")
struct AttachTests {
    @Test("The terminus is echoed as granted: address, filter, outcomes, mode, size, capabilities")
    func echo() throws {
        let filter: AMQPMap = [
            .symbol("known"): .described(
                descriptor: .symbol("known:filter"), value: .string("x")),
            .symbol("unknown"): .described(
                descriptor: .symbol("unknown:filter"), value: .string("y")),
        ]
        let script = try Script { machine, event in
            guard case .attachReceived(let link, let request) = event else {
                return acceptAll(&machine, event)
            }
            var grant = AttachGrant(echoing: request)
            grant.source?.filter[symbol: "known"] = request.source?.filter[symbol: "known"]
            grant.source?.outcomes = [.acceptedOutcome, .modifiedOutcome]
            grant.source?.distributionMode = .move
            grant.source?.capabilities = ["queue"]
            grant.maxMessageSize = 1_000
            grant.offeredCapabilities = ["offered"]
            machine.acceptAttach(link, grant)
        }.mapped()
        var attach = Attach.receiver(handle: 3)
        attach.source?.filter = filter
        attach.source?.capabilities = ["queue", "topic"]
        script.send(attach)
        guard case .attach(0, let answer) = try script.sent().first else {
            Issue.record("no attach")
            return
        }
        #expect(answer.name == attach.name)
        #expect(answer.role == .sender)
        #expect(answer.initialDeliveryCount == 0)
        #expect(answer.source?.address == .string("inbox"))
        #expect(answer.source?.filter.count == 1)
        #expect(answer.source?.filter[symbol: "known"] == filter[symbol: "known"])
        #expect(answer.source?.outcomes == [.acceptedOutcome, .modifiedOutcome])
        #expect(answer.source?.distributionMode == .move)
        #expect(answer.source?.capabilities == ["queue"])
        #expect(answer.target?.node?.address == .string("here"))
        #expect(answer.maxMessageSize == 1_000)
        #expect(answer.offeredCapabilities == ["offered"])
    }

    @Test("Our end of a link is granted as what it is: gone with the link", arguments: [0, 30])
    func notKept(timeout: UInt32) throws {
        let script = try Script().mapped()
        var receiver = Attach.receiver(handle: 0)
        receiver.source?.durable = .unsettledState
        receiver.source?.expiryPolicy = "never"
        receiver.source?.timeout = timeout
        var target = Target(address: "here")
        target.durable = .configuration
        target.expiryPolicy = "connection-close"
        target.timeout = timeout
        receiver.target = .node(target)
        script.send(receiver)
        var sender = Attach.sender(handle: 1)
        sender.source = receiver.source
        sender.target = receiver.target
        script.send(sender)
        let answers = try script.sent().compactMap { frame -> Attach? in
            guard case .attach(_, let answer) = frame else { return nil }
            return answer
        }
        try #require(answers.count == 2)
        // What the peer says of its own end stands.
        #expect(answers[0].target == receiver.target)
        #expect(answers[0].source?.durable == TerminusDurability.none)
        #expect(answers[0].source?.expiryPolicy == "link-detach")
        #expect(answers[0].source?.timeout == 0)
        #expect(answers[1].source == sender.source)
        #expect(answers[1].target?.node?.durable == TerminusDurability.none)
        #expect(answers[1].target?.node?.expiryPolicy == "link-detach")
        #expect(answers[1].target?.node?.timeout == 0)
    }

    @Test(
        "A link's name is bounded: n octets are taken, with n + 1 the link is refused, not kept",
        arguments: [LinkRole.sender, .receiver], [0, 1])
    func nameLength(role: LinkRole, excess: Int) throws {
        var limits = AMQPLimits()
        limits.maxLinkName = 6
        let script = try Script(limits: limits).mapped()
        let name = "șș" + String(repeating: "x", count: 1 + excess)
        script.send(
            role == .sender ? Attach.sender(name: name) : Attach.receiver(name: name))
        let frames = try script.sent()
        guard excess == 1 else {
            #expect(frames.conditions == [])
            #expect(script.events().count == 1)
            return
        }
        #expect(frames.kinds == ["attach", "detach"])
        #expect(frames.conditions == [.invalidField])
        #expect(frames.errors.first?.info[symbol: "field"] == .string("attach.name"))
        #expect(script.events() == [])
        #expect(script.server.machine.sessions[0].mapped?.links.map(\.name) == [""])
        script.send(Detach(handle: 0, closed: true, error: nil))
        _ = try script.receiving()
    }

    @Test("Our max-message-size is told to a sender, and is never above our limit")
    func maxMessageSize() throws {
        var limits = AMQPLimits()
        limits.maxMessageSize = 5_000
        let script = try Script(limits: limits).mapped()
        script.send(Attach.sender())
        guard case .attach(_, let answer) = try script.sent().first else {
            Issue.record("no attach")
            return
        }
        #expect(answer.maxMessageSize == 5_000)
    }

    @Test(
        "A refused link is attached with a null terminus, then detached; its session goes on",
        arguments: [LinkRole.sender, .receiver])
    func refuse(role: LinkRole) throws {
        let script = try Script { machine, event in
            guard case .attachReceived(let link, let request) = event, request.name == "x0" else {
                return acceptAll(&machine, event)
            }
            machine.refuseAttach(link, AMQPError(.notFound, "there is no such node"))
        }.mapped()
        script.send(role == .sender ? Attach.sender(name: "x") : Attach.receiver(name: "x"))
        let frames = try script.sent()
        #expect(frames.kinds == ["attach", "detach"])
        guard case .attach(_, let attach) = frames.first, case .detach(_, let detach) = frames.last
        else { return }
        #expect(role == .sender ? attach.target == nil : attach.source == nil)
        #expect(attach.name == "x0")
        #expect(detach.closed)
        #expect(detach.error?.condition == .notFound)
        _ = try script.quiet()
        script.send(Detach(handle: 0, closed: true, error: nil))
        #expect(try script.sent() == [])
        #expect(script.events() == [])
        _ = try script.sending(handle: 0)
    }

    @Test("What is not implemented or not complete is refused in words", arguments: unfitAttaches)
    func unfitAlone(_ unfit: Unfit) throws {
        #expect(unfit.attach.refusal?.condition == unfit.condition)
        let error = try #require(unfit.attach.refusal)
        #expect(error.info[symbol: "field"] == .string(unfit.field))
        #expect(error.description?.hasPrefix(unfit.field) == true)
    }

    @Test(
        "A coordinator, a dynamic node and a null source are refused on the link alone",
        arguments: unfitAttaches.filter { $0.what != "unsettled" })
    func unfitOnWire(_ unfit: Unfit) throws {
        let script = try Script().mapped()
        script.send(unfit.attach)
        let frames = try script.sent()
        #expect(frames.kinds == ["attach", "detach"])
        #expect(frames.conditions == [unfit.condition])
        #expect(script.events() == [])
        script.send(Detach(handle: 0, closed: true, error: nil))
        _ = try script.sending(handle: 0)
    }

    @Test(
        "An attach with unsettled deliveries is not implemented; with an empty map it is taken",
        arguments: [true, false])
    func unsettledMap(isFilled: Bool) throws {
        var bytes = ByteBuffer()
        var fields = FieldWriter(.attach, into: &bytes)
        fields.string("u", &bytes)
        fields.uint(0, &bytes)
        fields.boolean(false, &bytes)
        for _ in 0..<3 { fields.null() }
        fields.begin(in: &bytes)
        AttachTarget.node(Target(address: "intake")).encode(into: &bytes)
        fields.begin(in: &bytes)
        AMQPMap(
            distinct: isFilled ? [.init(key: .binary(ByteBuffer(string: "t")), value: .null)] : []
        ).encode(into: &bytes)
        fields.null()
        fields.uint(0, &bytes)
        fields.finish(in: &bytes)
        var frame = ByteBuffer()
        frame.writeMultipleIntegers(UInt32(bytes.readableBytes + 8), UInt32(0x0200_0000))
        frame.writeBuffer(&bytes)
        let script = try Script().mapped()
        script.server.receive(frame)
        #expect(try script.sent().conditions == (isFilled ? [.notImplemented] : []))
    }

    @Test("A handle in use ends the session; after its detach it can be used again")
    func handleInUse() throws {
        let script = try Script().mapped()
        _ = try script.sending(handle: 0)
        script.send(Detach(handle: 0, closed: true, error: nil))
        _ = try script.quiet()
        _ = try script.sending(handle: 0) { $0.name = "other" }
        script.send(Attach.receiver(handle: 0))
        let frames = try script.sent()
        #expect(frames.kinds == ["end"])
        #expect(frames.conditions == [.handleInUse])
    }

    @Test("Links are bounded by handle-max: its handle is taken, the next closes the connection")
    func handleMax() throws {
        var limits = AMQPLimits()
        limits.maxLinksPerSession = 2
        let script = try Script(limits: limits).mapped()
        _ = try script.sending(handle: 1)
        script.send(Attach.sender(handle: 2))
        let frames = try script.sent()
        #expect(frames.kinds == ["close"])
        #expect(frames.conditions == [.framingError])
    }

    @Test("A name that is attached anew steals the link; the same name the other way does not")
    func stolen() throws {
        let script = try Script().mapped()
        let older = try script.sending(handle: 0) { $0.name = "n" }
        _ = try script.receiving(handle: 1) { $0.name = "n" }
        _ = try script.quiet()
        var again = Attach.sender(handle: 2)
        again.name = "n"
        script.send(again)
        #expect(try script.sent().kinds == ["detach", "attach", "flow"])
        guard case .linkDetached(older, let end) = script.events().first else {
            Issue.record("not detached")
            return
        }
        #expect(end.error?.condition == .stolen)
    }

    @Test("The application may decide late: a flow that came early is not lost")
    func lateGrant() throws {
        let script = try Script { machine, event in
            if case .attachReceived = event { return }
            acceptAll(&machine, event)
        }.mapped()
        script.send(Attach.receiver())
        script.send(Flow.credit(5))
        guard case .attachReceived(let link, let request) = script.events().first else {
            Issue.record("no attach")
            return
        }
        #expect(try script.sent() == [])
        script.server.machine.acceptAttach(link, AttachGrant(echoing: request))
        #expect(script.events() == [.creditReceived(link, credit: 5, drain: false)])
        #expect(try script.sent().kinds == ["attach"])
    }

    @Test("A peer that detaches before the decision is answered, and the late grant does nothing")
    func detachBeforeGrant() throws {
        let script = try Script { machine, event in
            if case .attachReceived = event { return }
            acceptAll(&machine, event)
        }.mapped()
        script.send(Attach.receiver())
        guard case .attachReceived(let link, let request) = script.events().first else { return }
        script.send(Detach(handle: 0, closed: true, error: nil))
        #expect(try script.sent().kinds == ["attach", "detach"])
        #expect(script.events().count == 1)
        let granted = script.server.machine.acceptAttach(link, AttachGrant(echoing: request))
        #expect(!granted)
    }

    @Test("A detach is answered in kind", arguments: [true, false])
    func detachInKind(closed: Bool) throws {
        let script = try Script().mapped()
        let link = try script.sending(handle: 4)
        script.send(Detach(handle: 4, closed: closed, error: nil))
        #expect(
            try script.sent() == [.detach(0, Detach(handle: 0, closed: closed, error: nil))])
        #expect(
            script.events() == [
                .linkDetached(
                    link, LinkEnd(closed: closed, error: nil, byPeer: true, unsettled: []))
            ])
    }

    @Test("Frames for a link after its detach are tolerated")
    func framesAfterDetach() throws {
        let script = try Script().mapped()
        let link = try script.sending()
        script.send(Detach(handle: 0, closed: true, error: nil))
        _ = try script.quiet()
        script.send(.first(0), payload: "late")
        script.send(Flow.credit(1))
        script.send(Detach(handle: 0, closed: true, error: nil))
        #expect(try script.sent() == [])
        #expect(script.events() == [])
        // Orders for it do nothing.
        script.server.machine.grantCredit(link, to: 5)
        script.server.machine.settle(link, DeliveryNumber(rawValue: 0), .accepted)
        #expect(try script.sent() == [])
    }

    @Test("Frames that crossed our detach are dropped; outcomes among them still count")
    func framesAfterOurDetach() throws {
        let script = try Script().mapped()
        let link = try script.receiving(credit: 5)
        let first = try script.deliver(link, "a")
        let second = try script.deliver(link, "b")
        script.server.machine.detach(link)
        _ = try script.quiet()
        script.send(Flow.credit(9))
        script.send(
            Disposition(
                role: .receiver, first: 0, last: nil, settled: true, state: .outcome(.accepted)))
        script.send(Detach(handle: 0, closed: true, error: nil))
        #expect(try script.sent() == [])
        #expect(
            script.events() == [
                .outcomeReceived(link, first, .accepted),
                .linkDetached(
                    link,
                    LinkEnd(closed: true, error: nil, byPeer: false, unsettled: [second])),
            ])
    }

    @Test("On a detach what is unsettled goes back, of this link alone")
    func unsettledGoesBack() throws {
        let script = try Script().mapped()
        let link = try script.receiving(handle: 0, credit: 5)
        let other = try script.receiving(handle: 1, credit: 5)
        let settled = try script.deliver(link, "a")
        let kept = try script.deliver(other, "b")
        let open = try script.deliver(link, "c")
        script.send(
            Disposition(
                role: .receiver, first: settled.rawValue, last: nil, settled: true,
                state: .outcome(.accepted)))
        _ = try script.quiet()
        script.send(Detach(handle: 0, closed: true, error: nil))
        #expect(
            script.events() == [
                .linkDetached(
                    link, LinkEnd(closed: true, error: nil, byPeer: true, unsettled: [open]))
            ])
        script.send(
            Disposition(
                role: .receiver, first: 0, last: 9, settled: true, state: .outcome(.accepted)))
        #expect(script.events() == [.outcomeReceived(other, kept, .accepted)])
    }

    @Test(
        "A client hears that its link is refused, and why", arguments: [LinkRole.sender, .receiver])
    func clientRefused(role: LinkRole) throws {
        let pair = Loopback { machine, event in
            guard case .attachReceived(let link, _) = event else {
                return acceptAll(&machine, event)
            }
            machine.refuseAttach(link, AMQPError(.unauthorizedAccess, "not yours"))
        }
        let session = try pair.session()
        let link = try pair.link(role, on: session)
        let error = AMQPError(.unauthorizedAccess, "not yours").completed(reference: "c-1")
        #expect(pair.client.takeEvents().last == .linkRefused(link.client, error))
        let again = pair.client.machine.attach(
            AttachRequest(
                name: "link", role: role, source: Source(address: "a"),
                target: Target(address: "b")),
            on: session)
        #expect(again != nil)
    }

    @Test("A client that detaches before the answer sees the link end once")
    func crossedDetach() throws {
        let pair = Loopback()
        let session = try pair.session()
        _ = pair.client.takeEvents()
        let attached = pair.client.machine.attach(
            AttachRequest(
                name: "n", role: .sender, source: Source(address: "a"),
                target: Target(address: "b")),
            on: session)
        let link = try #require(attached)
        pair.client.machine.detach(link)
        pair.run()
        #expect(
            pair.client.takeEvents() == [
                .linkDetached(
                    link, LinkEnd(closed: true, error: nil, byPeer: false, unsettled: []))
            ])
    }
}
