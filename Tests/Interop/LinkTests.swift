import Fixtures
import Testing

@Suite("A link")
struct LinkTests {
    struct Refused: Sendable, CustomTestStringConvertible {
        let name: String
        let isSender: Bool
        let address: String?
        var options: [String: Field] = [:]
        let condition: String
        let says: String
        var testDescription: String { name }
    }

    static let refused = [
        Refused(
            name: "to an unknown target", isSender: true, address: "outtake",
            condition: "amqp:not-found", says: "intake"),
        Refused(
            name: "to a null target", isSender: true, address: nil, condition: "amqp:not-found",
            says: "intake"),
        Refused(
            name: "to a coordinator", isSender: true, address: nil,
            options: ["coordinator": true], condition: "amqp:not-implemented",
            says: "transactions"),
        Refused(
            name: "from an unknown source", isSender: false, address: "outbox",
            condition: "amqp:not-found", says: "inbox"),
        Refused(
            name: "from a null source", isSender: false, address: nil,
            condition: "amqp:invalid-field", says: "null"),
        Refused(
            name: "from another agency's inbox", isSender: false, address: "inbox/clinic-0",
            condition: "amqp:unauthorized-access", says: "inbox"),
        Refused(
            name: "from a dynamic source", isSender: false, address: nil,
            options: ["dynamic": true], condition: "amqp:not-implemented", says: "dynamic"),
    ]

    @Test("that cannot be is refused in words, and its session goes on", arguments: refused)
    func refusal(link: Refused) async throws {
        let pair = try await Interop.pair()
        let session = try await pair.prisonSession()
        let attached =
            link.isSender
            ? session.attachSender("odd", to: link.address, link.options)
            : session.attachReceiver("odd", from: link.address, link.options)
        let answer = try await attached.next(.attached)
        // A null terminus announces the refusal.
        #expect(answer.fields[link.isSender ? "target" : "source"] == Field.none)
        let detached = try await attached.next(.detached)
        #expect(detached.flag("closed") == true)
        #expect(detached.condition == link.condition)
        #expect(detached.words.contains(link.says), "\(detached.words)")
        #expect(detached.info("reference")?.text?.hasPrefix("c-") == true)

        let sent = try await session.sender("good").send(SampleMessages.referral("r1"))
        #expect(sent.outcome == "accepted")
    }

    @Test("echoes what is granted")
    func echo() async throws {
        let pair = try await Interop.pair()
        let session = try await pair.clinicSession()
        let sender = session.attachSender("out")
        let sending = try await sender.next(.attached)
        #expect(sending.text("target") == "intake")
        #expect(sending.number("maxMessageSize") == 262_144)
        let receiver = session.attachReceiver("in")
        let receiving = try await receiver.next(.attached)
        #expect(receiving.text("source") == "inbox")
        #expect(receiving.number("senderSettles") == 0)
        #expect(receiving.number("receiverSettles") == 0)
    }

    @Test("does not lose a delivery to a receiver that asks for settled ones")
    func settledWished() async throws {
        let pair = try await Interop.pair()
        try await pair.refer(["r1"])
        let session = try await pair.clinicSession()
        let receiver = session.attachReceiver("in", ["settle": "settled", "credit": 1])
        #expect(try await receiver.next(.attached).number("senderSettles") == 0)
        #expect(try await receiver.delivery().flag("settled") == false)
        // It has gone without a word: what it held comes again.
        try await session.connection.cut()
        let again = try await pair.clinicSession().receiver(credit: 1)
        let delivery = try await again.delivery()
        #expect(delivery.referral == "r1")
        again.settle(delivery, .accepted)
    }

    @Test("is settled in two steps with a receiver that settles second")
    func second() async throws {
        let pair = try await Interop.pair()
        try await pair.refer(["r1", "r2"])
        let session = try await pair.clinicSession()
        let receiver = session.attachReceiver("in", ["second": true, "credit": 1])
        #expect(try await receiver.next(.attached).number("receiverSettles") == 1)
        receiver.settle(try await receiver.delivery(), .accepted)
        receiver.credit(1)
        #expect(try await receiver.delivery().referral == "r2")
        #expect(try pair.log(of: pair.clinic).contains("settled accepted"))
    }

    @Test("with a handle that is in use ends its session, and the connection goes on")
    func handleInUse() async throws {
        let pair = try await Interop.pair()
        let connection = try await pair.interop.raw(pair.prison)
        connection.write(
            WireFrame.saslHeader + WireFrame.external() + WireFrame.amqpHeader + WireFrame.open()
                + WireFrame.begin()
                + WireFrame.attachSender("one", handle: 0)
                + WireFrame.attachSender("two", handle: 0))
        let end = try await connection.next(.frame) { $0.number("performative") == 0x17 }
        #expect(end.text("text")?.contains("amqp:session:handle-in-use") == true)
        connection.write(WireFrame.begin(channel: 1))
        _ = try await connection.next(.frame) {
            $0.number("performative") == 0x11 && $0.number("channel") != end.number("channel")
        }
    }

    @Test("on which every delivery is given up does not run out of credit")
    func aborted() async throws {
        let pair = try await Interop.pair()
        let connection = try await pair.interop.raw(pair.prison)
        connection.write(
            WireFrame.saslHeader + WireFrame.external() + WireFrame.amqpHeader + WireFrame.open()
                + WireFrame.begin() + WireFrame.attachSender("in", handle: 0))
        // Its first credit.
        _ = try await connection.next(.frame) { $0.number("performative") == 0x13 }
        let credit: UInt32 = 256
        var bytes: [UInt8] = []
        for id in 0..<credit {
            bytes += WireFrame.amqp(
                0x14,
                [
                    .uint(0), .uint(id), .binary([1]), .uint(0), .flag(false), .flag(false), .null,
                    .null, .null, .flag(true),
                ])
        }
        // Not a message, but one that is answered.
        bytes += WireFrame.transfer(handle: 0, delivery: credit, payload: [0x40])
        connection.write(bytes)
        let answer = try await connection.next(.frame) {
            [0x15, 0x16].contains($0.number("performative"))
        }
        #expect(answer.number("performative") == 0x15)
    }

    @Test("of the same name can be attached again, once it is detached", arguments: [true, false])
    func attachedAgain(closed: Bool) async throws {
        let pair = try await Interop.pair()
        let session = try await pair.prisonSession()
        for round in 1...3 {
            let sender = try await session.sender("same")
            let sent = try await sender.send(SampleMessages.referral("r\(round)"))
            #expect(sent.outcome == "accepted")
            #expect(try await sender.detach(closed: closed).flag("closed") == closed)
        }
    }

    @Test("that is detached while the broker has not answered loses nothing")
    func detachedEarly() async throws {
        let pair = try await Interop.pair()
        let session = try await pair.prisonSession()
        let intake = try await session.sender()
        for name in names(20) { intake.post(SampleMessages.referral(name), tag: name) }
        try await intake.detach()
        // What was sent before is taken, whoever still listens.
        let inbox = try await pair.clinicSession().receiver(credit: 20)
        #expect(try await inbox.deliveries(20).compactMap(\.referral) == names(20))
    }
}
