import Fixtures
import Testing

/// The limits of the door: each lets through what reaches it, and no more.
@Suite("A limit on agencies")
struct LimitTests {
    /// A daemon whose limits a test can reach.
    private static let limited = Task {
        var settings = DaemonProcess.Settings()
        settings.limits = [
            "connectionsPerAgency": "16", "maxFrameSize": "1KiB", "maxMessageSize": "4KiB",
            "sessionsPerConnection": "3", "linksPerSession": "3", "intakeCredit": "4",
            "unsettledPerConsumer": "3", "jsonDepth": "8", "networkFileBytes": "256KiB",
        ]
        return try await Interop(settings)
    }

    private func pair() async throws -> Interop.Pair { try await Self.limited.value.pair() }

    @Test("closes one connection too many before TLS, and takes the next one after that")
    func connections() async throws {
        var settings = DaemonProcess.Settings()
        settings.limits = ["connections": "2", "connectionsPerAgency": "2"]
        let interop = try await Interop(settings)
        let pair = interop.pair()
        let first = try await interop.connect(pair.prison)
        let second = try await interop.connect(pair.clinic)
        let third = try interop.dialRaw(pair.prison)
        #expect(try await third.next(of: [.gone, .established, .mistake]).kind == .gone)
        let sent = try await first.session().sender().send(SampleMessages.referral("r1"))
        #expect(sent.outcome == "accepted")
        try await second.close()
        // Its place is free when the broker has seen its socket end.
        while true {
            let fourth = try interop.dial(pair.clinic)
            if try await fourth.next(of: [.opened, .gone]).kind == .opened { break }
        }
    }

    @Test("refuses an agency one connection too many in words, and no other agency")
    func connectionsPerAgency() async throws {
        let pair = try await pair()
        var held: [ProtonConnection] = []
        for _ in 1...16 { held.append(try await pair.interop.connect(pair.prison)) }
        let closed = try await pair.interop.dial(pair.prison).next(.closed)
        #expect(closed.condition == "amqp:resource-limit-exceeded")
        #expect(closed.words.contains("prison") && closed.words.contains("16 connections"))
        #expect(closed.info("retryable") == true)
        #expect(closed.info("reference")?.text?.hasPrefix("c-") == true)
        try await pair.interop.connect(pair.clinic).close()
        // As soon as one has ended, there is room for another.
        for _ in 1...8 {
            try await held.removeFirst().close()
            held.append(try await pair.interop.connect(pair.prison))
        }
    }

    @Test("takes a frame of the size that it told, and closes for a larger one", arguments: [0, 1])
    func frameSize(excess: Int) async throws {
        let pair = try await pair()
        let connection = try await pair.rawSender()
        let head = WireFrame.transfer(handle: 0, delivery: 0, payload: []).count
        let message = Self.message("r1", octets: 1_024 - head + excess)
        connection.write(WireFrame.transfer(handle: 0, delivery: 0, payload: message))
        if excess == 0 {
            _ = try await connection.frame(.disposition)
            try await pair.expectDelivery("r1")
        } else {
            let close = try await connection.frame(.close)
            #expect(close.text("text")?.contains("amqp:connection:framing-error") == true)
            #expect(close.text("text")?.contains("1024") == true)
            _ = try await connection.next(.gone)
        }
    }

    @Test("takes a message of the size that it told, and detaches for a larger one")
    func messageSize() async throws {
        let pair = try await pair()
        let connection = try await pair.rawSender()
        connection.write(Self.frames(of: Self.message("r1", octets: 4_096), delivery: 0))
        _ = try await connection.frame(.disposition)
        connection.write(Self.frames(of: Self.message("r2", octets: 4_097), delivery: 1))
        let detach = try await connection.frame(.detach)
        #expect(detach.text("text")?.contains("amqp:link:message-size-exceeded") == true)
        // The session goes on.
        connection.write(
            WireFrame.attachSender("again", handle: 1)
                + WireFrame.transfer(
                    handle: 1, delivery: 2, payload: Self.message("r3", octets: 700)))
        _ = try await connection.frame(.disposition)
        try await pair.expectDelivery("r1", "r3")
    }

    @Test("takes as many sessions as it told, and closes for one more")
    func sessions() async throws {
        let pair = try await pair()
        let connection = try await pair.rawOpen()
        for channel: UInt16 in 0...2 {
            connection.write(WireFrame.begin(channel: channel))
            _ = try await connection.frame(.begin)
        }
        connection.write(WireFrame.begin(channel: 3))
        let close = try await connection.frame(.close)
        #expect(close.text("text")?.contains("amqp:connection:framing-error") == true)
        #expect(close.text("text")?.contains("channel-max") == true)
        try await pair.interop.expectAnotherServed()
    }

    @Test("takes as many links as it told, and closes for one more")
    func links() async throws {
        let pair = try await pair()
        let connection = try await pair.rawOpen()
        connection.write(WireFrame.begin())
        for handle: UInt32 in 0...2 {
            connection.write(WireFrame.attachSender("l\(handle)", handle: handle))
            _ = try await connection.frame(.attach)
        }
        connection.write(WireFrame.attachSender("l3", handle: 3))
        let close = try await connection.frame(.close)
        #expect(close.text("text")?.contains("amqp:connection:framing-error") == true)
        #expect(close.text("text")?.contains("handle-max") == true)
        try await pair.interop.expectAnotherServed()
    }

    @Test("takes as many messages at once as there is credit for, and detaches for one more")
    func intakeCredit() async throws {
        let pair = try await pair()
        for (count, isWithin) in [(4, true), (5, false)] {
            let connection = try await pair.rawSender()
            // One write is one TLS record, and read in one: no answer comes between.
            let names = names(count, "n\(count)-")
            connection.write(
                names.enumerated().flatMap {
                    WireFrame.transfer(
                        handle: 0, delivery: UInt32($0.offset),
                        payload: Self.message($0.element, octets: 700))
                })
            if isWithin {
                try await pair.expectDelivery(names)
                #expect(connection.frames(.detach).isEmpty)
            } else {
                let detach = try await connection.frame(.detach)
                #expect(
                    detach.text("text")?.contains("amqp:link:transfer-limit-exceeded") == true)
                // What there was credit for is taken, whoever still listens.
                try await pair.expectDelivery(Array(names.prefix(4)))
            }
            try await connection.cut()
        }
    }

    @Test(
        "delivers as many as may be unsettled, whatever the credit, and the next for each settled")
    func unsettled() async throws {
        let pair = try await pair()
        try await pair.refer(names(5))
        let inbox = try await pair.clinicSession().receiver(credit: 100)
        let held = try await inbox.deliveries(3)
        try await pair.barrier()
        #expect(inbox.connection.left(.delivery).isEmpty)
        for delivery in held.prefix(2) {
            inbox.settle(delivery, .accepted)
            _ = try await inbox.delivery()
            try await pair.barrier()
            #expect(inbox.connection.left(.delivery).isEmpty)
        }
    }

    @Test("drains up to what may be unsettled, and gives the rest of the credit back")
    func unsettledWhileDraining() async throws {
        let pair = try await pair()
        try await pair.refer(names(5))
        let inbox = try await pair.clinicSession().receiver(credit: 0)
        try await inbox.drain(10)
        #expect(inbox.connection.left(.delivery).count == 3)
    }

    @Test("reads JSON as deep as it says, and refuses what is deeper")
    func depth() async throws {
        let pair = try await pair()
        let intake = try await pair.prisonSession().sender()
        // The message, its content and the section are the first three.
        for (depth, outcome) in [(8, "accepted"), (9, "rejected")] {
            let nested =
                String(repeating: "[", count: depth - 3) + String(repeating: "]", count: depth - 3)
            let sent = try await intake.send(
                SampleMessages.referral("r\(depth)").replacing("\"ART since 2024\"", with: nested))
            #expect(sent.outcome == outcome, "\(sent)")
            if outcome == "rejected" {
                #expect(sent.condition == "amqp:resource-limit-exceeded")
                #expect(sent.words.contains("8"))
                #expect(sent.info("retryable") == false)
            }
        }
    }

    @Test("takes a network file of the size that it says, and refuses a larger one")
    func networkFile() async throws {
        let daemon = try await Self.limited.value.daemon
        let file = try ScratchDirectory()
        let yaml = SampleNetwork().yaml
        for excess in [0, 1] {
            let size = 256 * 1_024 + excess
            let comment = String(repeating: "#", count: size - yaml.utf8.count - 1)
            try file.write(yaml + "\n" + comment, to: "network.yaml")
            let plan = Result {
                try daemon.operate(["network", "plan", file.path("network.yaml")])
            }
            switch plan {
            case .success: #expect(excess == 0)
            case .failure(let error):
                #expect(excess == 1, "\(error)")
                #expect("\(error)".contains("262144 bytes"), "\(error)")
            }
        }
    }

    // MARK: Messages of a size

    /// A referral of which the encoded message has so many octets: behind JSON there may be space.
    private static func message(_ name: String, octets: Int) -> [UInt8] {
        let json = Array(SampleMessages.referral(name).utf8)
        let space = Array(repeating: UInt8(ascii: " "), count: max(0, octets - 8 - json.count))
        return WireValue.described(0x75, .binary(json + space)).bytes
    }

    /// The transfers of a message, none longer than a kibibyte.
    private static func frames(of message: [UInt8], delivery: UInt32) -> [UInt8] {
        stride(from: 0, to: message.count, by: 900).flatMap { start in
            WireFrame.transfer(
                handle: 0, delivery: delivery, more: start + 900 < message.count,
                payload: Array(message[start...].prefix(900)))
        }
    }
}
