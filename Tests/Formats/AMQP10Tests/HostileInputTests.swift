import NIOCore
import Testing

@testable import AMQP10

/// A repeatable source of bytes (SplitMix64).
struct Noise: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var word = state
        word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
        word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
        return word ^ (word >> 31)
    }
}

@Suite("Any bytes, whole or one at a time, give the same events")
struct HostileInputTests {
    /// A conversation of a client that uses most of the protocol.
    private static let conversation: [UInt8] = {
        var outbox = Outbox(reference: nil)
        outbox.maxFrameSize = 65_536
        outbox.write(.sasl)
        outbox.writeSASL(
            SASLInit(mechanism: .external, initialResponse: ByteBuffer(), hostname: "h"))
        outbox.write(.amqp)
        outbox.write(Samples.open)
        outbox.write(Script.begin)
        outbox.write(Attach.sender(handle: 0))
        outbox.write(Attach.receiver(handle: 1))
        var unfit = Attach.receiver(handle: 2)
        unfit.source?.dynamic = true
        outbox.write(unfit)
        outbox.write(Flow.credit(20, handle: 1, echo: true))
        for id in 0..<4 as Range<UInt32> {
            var payload = ByteBuffer()
            var encoder = MessageEncoder()
            encoder.properties.messageID = .ulong(UInt64(id))
            encoder.encode(data: ByteBuffer(repeating: 9, count: 30), into: &payload)
            _ = outbox.write(.first(id), payload: &payload, channel: 0)
        }
        // Of this message only the first frame comes.
        var part = ByteBuffer(repeating: 1, count: 500)
        outbox.maxFrameSize = 512
        _ = outbox.write(.first(4), payload: &part, channel: 0)
        outbox.maxFrameSize = 65_536
        outbox.writeEmptyFrame()
        outbox.write(
            Disposition(
                role: .receiver, first: 0, last: 3, settled: false, state: .outcome(.accepted)))
        outbox.write(
            Disposition(role: .sender, first: 0, last: 1, settled: true, state: nil))
        outbox.write(Flow.credit(5, handle: 1, drain: true))
        outbox.write(Detach(handle: 0, closed: true, error: nil))
        outbox.write(End(error: nil))
        outbox.write(Close(error: AMQPError("x:done", "done")))
        return Array(outbox.bytes.readableBytesView)
    }()

    /// What a server makes of bytes: its events and its output.
    private func outcome(
        of bytes: [UInt8], chunk: Int
    ) -> (events: [ConnectionEvent], output: [UInt8]) {
        var limits = AMQPLimits()
        limits.maxHeldBytes = .max
        let server = Peer(
            .server(mechanisms: [.external]),
            ConnectionConfiguration(containerID: "server", limits: limits),
            react: { machine, event in
                acceptAll(&machine, event)
                switch event {
                case .messageReceived(let message):
                    _ = try? Message(payload: message.payload).properties()
                    machine.settle(message.link, message.delivery, .accepted)
                case .creditReceived(let link, let credit, let drain):
                    for number in 0..<min(credit, 3) {
                        _ = try? machine.send(
                            link,
                            OutgoingMessage(
                                tag: DeliveryTag(UInt64(number)),
                                payload: ByteBuffer(repeating: 1, count: 50)))
                    }
                    if drain { machine.drained(link) }
                default: break
                }
            })
        var output: [UInt8] = []
        var start = 0
        while start < bytes.count {
            let end = min(start + chunk, bytes.count)
            server.receive(ByteBuffer(bytes: bytes[start..<end]))
            start = end
            if let bytes = server.takeOutput() { output += Array(bytes.readableBytesView) }
        }
        server.machine.peerClosed()
        server.pump()
        if let bytes = server.takeOutput() { output += Array(bytes.readableBytesView) }
        #expect(server.isFinished)
        return (server.events, output)
    }

    private func check(_ bytes: [UInt8]) {
        let whole = outcome(of: bytes, chunk: bytes.count)
        let single = outcome(of: bytes, chunk: 1)
        let some = outcome(of: bytes, chunk: 13)
        #expect(whole.events == single.events)
        #expect(whole.output == single.output)
        #expect(whole.events == some.events)
        #expect(whole.output == some.output)
    }

    @Test("A conversation")
    func conversation() {
        check(Self.conversation)
        let events = outcome(of: Self.conversation, chunk: 1).events
        #expect(events.last == .connectionClosed(.closedByPeer(AMQPError("x:done", "done"))))
        #expect(events.payloads.count == 4)
    }

    @Test("A conversation with any one bit flipped", arguments: 0..<8)
    func flipped(bit: Int) {
        for position in stride(from: bit, to: Self.conversation.count, by: 5) {
            var bytes = Self.conversation
            bytes[position] ^= 1 << UInt8(bit)
            let whole = outcome(of: bytes, chunk: bytes.count)
            let parts = outcome(of: bytes, chunk: 7)
            #expect(whole.events == parts.events)
            #expect(whole.output == parts.output)
        }
    }

    @Test("A conversation that ends after any byte")
    func truncated() {
        for length in stride(from: 1, to: Self.conversation.count, by: 11) {
            check(Array(Self.conversation.prefix(length)))
        }
    }

    @Test("Frames of a conversation repeated, left out and in another order", arguments: 0..<60)
    func shuffled(seed: UInt64) throws {
        var noise = Noise(state: seed)
        var rest = ByteBuffer(bytes: Self.conversation.dropFirst(8))
        var frames: [[UInt8]] = []
        while rest.readableBytes > 0 {
            if let word = rest.getInteger(at: rest.readerIndex, as: UInt64.self),
                ProtocolHeader(encoded: word) != nil
            {
                frames.append(rest.readBytes(length: 8) ?? [])
                continue
            }
            let header = try #require(FrameHeader(peeking: rest))
            frames.append(rest.readBytes(length: header.size) ?? [])
        }
        // The handshake stays, so that the rest is reached.
        var bytes = Array(Self.conversation.prefix(8)) + frames.prefix(4).joined()
        for _ in 0..<40 {
            let pick = frames[4...].randomElement(using: &noise) ?? []
            bytes += pick
        }
        check(bytes)
    }

    @Test("Noise after a handshake, framed and not", arguments: 0..<60)
    func noise(seed: UInt64) {
        var noise = Noise(state: seed)
        var bytes = Array(Self.conversation.prefix(Self.handshakeLength()))
        let length = Int.random(in: 1...300, using: &noise)
        let body = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &noise) }
        if seed.isMultiple(of: 2) {
            let size = UInt16(body.count + 8)
            bytes += [0, 0, UInt8(size >> 8), UInt8(size & 0xff), 2, 0, 0, 0]
        }
        bytes += body
        check(bytes)
    }

    @Test("Noise fields in a sound performative", arguments: 0..<100)
    func noiseFields(seed: UInt64) {
        var noise = Noise(state: seed)
        var bytes = ByteBuffer(bytes: Self.conversation)
        guard let handshake = bytes.readBytes(length: Self.handshakeLength()) else { return }
        var all = handshake
        for _ in 0..<4 {
            let count = Int.random(in: 0...12, using: &noise)
            let codes: [UInt8] = [
                0x40, 0x41, 0x42, 0x43, 0x44, 0x45, 0x52, 0x53, 0x70, 0x80, 0xa0, 0xa1, 0xa3, 0xc0,
                0xc1, 0xd0, 0xd1, 0xe0, 0xf0, 0x00,
            ]
            var fields: [UInt8] = []
            for _ in 0..<count {
                fields.append(codes.randomElement(using: &noise) ?? 0)
                for _ in 0..<Int.random(in: 0...4, using: &noise) {
                    fields.append(UInt8.random(in: 0...6, using: &noise))
                }
            }
            let descriptor = UInt8.random(in: 0x10...0x18, using: &noise)
            let body: [UInt8] =
                [0, 0x53, descriptor, 0xc0, UInt8(fields.count + 1), UInt8(count)] + fields
            all += [0, 0, 0, UInt8(body.count + 8), 2, 0, 0, 0] + body
        }
        check(all)
    }

    /// The octets up to and including the attaches.
    private static func handshakeLength() -> Int {
        var outbox = Outbox(reference: nil)
        outbox.maxFrameSize = 65_536
        outbox.write(.sasl)
        outbox.writeSASL(
            SASLInit(mechanism: .external, initialResponse: ByteBuffer(), hostname: "h"))
        outbox.write(.amqp)
        outbox.write(Samples.open)
        outbox.write(Script.begin)
        outbox.write(Attach.sender(handle: 0))
        outbox.write(Attach.receiver(handle: 1))
        return outbox.bytes.readableBytes
    }
}
