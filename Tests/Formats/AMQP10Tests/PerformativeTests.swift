import NIOCore
import Testing

@testable import AMQP10

private func bytes(_ frame: some Performative) -> [UInt8] {
    var buffer = ByteBuffer()
    frame.encode(into: &buffer)
    return Array(buffer.readableBytesView)
}

private func read<Frame: Performative>(
    _ type: Frame.Type, _ bytes: [UInt8]
) throws(DecodingFault) -> Frame {
    var buffer = ByteBuffer(bytes: bytes)
    guard try buffer.readCode(in: "test") == 0,
        try Descriptor.read(from: &buffer, in: "test", limits: DecodingLimits())
            == Frame.descriptor
    else { throw DecodingFault(.unexpectedDescriptor, in: "test") }
    return try Frame(from: &buffer, limits: DecodingLimits())
}

private let error = AMQPError(.notFound, "no", info: [.symbol("k"): .uint(1)])

/// One sample of each performative, with every field set.
enum Samples {
    static var open: Open {
        var open = Open(
            containerID: "c", hostname: "h", maxFrameSize: 4_096, channelMax: 9, idleTimeOut: 60_000
        )
        open.outgoingLocales = ["en-US"]
        open.incomingLocales = ["en-US", "ro-RO"]
        open.offeredCapabilities = ["a"]
        open.desiredCapabilities = ["b", "c"]
        open.properties = [.symbol("product"): .string("p")]
        return open
    }

    static var begin: Begin {
        var begin = Begin(
            remoteChannel: 1, nextOutgoingID: 2, incomingWindow: 3, outgoingWindow: 4,
            handleMax: 5)
        begin.offeredCapabilities = ["a"]
        begin.desiredCapabilities = ["b"]
        begin.properties = [.symbol("k"): .null]
        return begin
    }

    static var attach: Attach {
        var attach = Attach(name: "n", handle: 1, role: .sender)
        attach.senderSettleMode = .unsettled
        attach.receiverSettleMode = .second
        var source = Source(address: "s")
        source.durable = .unsettledState
        source.expiryPolicy = "never"
        source.timeout = 60
        source.dynamic = true
        source.dynamicNodeProperties = [.symbol("lifetime-policy"): .null]
        source.distributionMode = .copy
        source.filter = [
            .symbol("f"): .described(descriptor: .symbol("d"), value: .string("v"))
        ]
        source.defaultOutcome = .modified(.init(deliveryFailed: true))
        source.outcomes = [.acceptedOutcome, .rejectedOutcome]
        source.capabilities = ["queue"]
        attach.source = source
        var target = Target(address: "t")
        target.durable = .configuration
        target.expiryPolicy = "session-end"
        target.timeout = 1
        target.capabilities = ["x", "y"]
        attach.target = .node(target)
        attach.initialDeliveryCount = .max
        attach.maxMessageSize = 1 << 40
        attach.offeredCapabilities = ["o"]
        attach.desiredCapabilities = ["d"]
        attach.properties = [.symbol("k"): .string("v")]
        return attach
    }

    static var flow: Flow {
        var flow = Flow.credit(7, handle: 1, deliveryCount: 3, drain: true, echo: true)
        flow.available = 6
        return flow
    }

    static var transfer: Transfer {
        var transfer = Transfer.first(70_000, handle: 300, settled: false, more: true)
        transfer.receiverSettleMode = .first
        transfer.resume = true
        transfer.aborted = true
        transfer.batchable = true
        return transfer
    }

    static var disposition: Disposition {
        var disposition = Disposition(
            role: .receiver, first: 1, last: 9, settled: true,
            state: .outcome(.rejected(error)))
        disposition.batchable = true
        return disposition
    }
}

@Suite("Performatives")
struct PerformativeTests {
    /// Round trip, truncation at each byte, one bit flipped.
    private func exercise<Frame: Performative>(_ frame: Frame) throws {
        let encoded = bytes(frame)
        #expect(try read(Frame.self, encoded) == frame)
        for length in 0..<encoded.count {
            #expect(throws: DecodingFault.self) {
                try read(Frame.self, Array(encoded.prefix(length)))
            }
        }
        for position in 0..<encoded.count * 8 {
            var flipped = encoded
            flipped[position / 8] ^= 1 << UInt8(position % 8)
            _ = try? read(Frame.self, flipped)
        }
    }

    @Test("Each survives a round trip, and neither a cut nor a flipped bit traps")
    func roundTrips() throws {
        try exercise(Samples.open)
        try exercise(Samples.begin)
        try exercise(Samples.attach)
        try exercise(Samples.flow)
        try exercise(Samples.transfer)
        try exercise(Samples.disposition)
        try exercise(Detach(handle: 1, closed: true, error: error))
        try exercise(End(error: error))
        try exercise(Close(error: error))
        try exercise(SASLMechanisms(mechanisms: [.external, .plain]))
        try exercise(
            SASLInit(
                mechanism: .external, initialResponse: ByteBuffer(string: "me"), hostname: "h"))
        try exercise(SASLChallenge(challenge: ByteBuffer(string: "c")))
        try exercise(SASLResponse(response: ByteBuffer()))
        for code in [.ok, .auth, .sys, .sysPerm, .sysTemp] as [SASLCode] {
            try exercise(SASLOutcome(code: code))
        }
    }

    @Test("The least of each survives a round trip")
    func least() throws {
        try exercise(Open(containerID: ""))
        try exercise(Attach(name: "", handle: 0, role: .receiver))
        try exercise(Transfer(handle: 0))
        try exercise(
            Flow(nextIncomingID: nil, incomingWindow: 0, nextOutgoingID: 0, outgoingWindow: 0))
        try exercise(
            Disposition(role: .sender, first: 0, last: nil, settled: false, state: nil))
        #expect(try read(End.self, [0, 0x53, 0x17, 0x45]) == End(error: nil))
    }

    @Test("They are written in few octets, without the nulls at the end")
    func golden() {
        #expect(
            bytes(
                Disposition(
                    role: .receiver, first: 1, last: 2, settled: true, state: .outcome(.accepted)))
                == [0, 0x53, 0x15, 0xc0, 11, 5, 0x41, 0x52, 1, 0x52, 2, 0x41, 0, 0x53, 0x24, 0x45])
        #expect(
            bytes(Transfer.first(3, settled: true))
                == [
                    0, 0x53, 0x14, 0xc0, 16, 5, 0x43, 0x52, 3, 0xa0, 8, 0, 0, 0, 0, 0, 0, 0, 3,
                    0x43,
                ]
                + [0x41])
        #expect(
            bytes(SASLOutcome(code: .ok)) == [0, 0x53, 0x44, 0xd0, 0, 0, 0, 6, 0, 0, 0, 1, 0x50, 0])
        #expect(
            bytes(Detach(handle: 0, closed: true, error: nil))
                == [0, 0x53, 0x16, 0xd0, 0, 0, 0, 6, 0, 0, 0, 2, 0x43, 0x41])
    }

    @Test("Symbolic and wide descriptors, unknown later fields and a single symbol are read")
    func leniency() throws {
        let symbol = Array("amqp:end:list".utf8)
        #expect(
            try read(End.self, [0, 0xa3, UInt8(symbol.count)] + symbol + [0x45])
                == End(error: nil))
        #expect(
            try read(End.self, [0, 0x80, 0, 0, 0, 0, 0, 0, 0, 0x17, 0x45]) == End(error: nil))
        #expect(
            try read(End.self, [0, 0x53, 0x17, 0xc0, 4, 3, 0x40, 0x41, 0x41]) == End(error: nil))
        #expect(
            try read(SASLMechanisms.self, [0, 0x53, 0x40, 0xc0, 4, 1, 0xa3, 1, 0x58])
                == SASLMechanisms(mechanisms: ["X"]))
    }

    @Test("A missing or wrong field is named")
    func named() {
        #expect(throws: DecodingFault(.missing, in: "open.container-id")) {
            try read(Open.self, [0, 0x53, 0x10, 0x45])
        }
        #expect(throws: DecodingFault(.unexpectedType(code: 0x41), in: "flow.incoming-window")) {
            try read(Flow.self, [0, 0x53, 0x13, 0xc0, 3, 2, 0x40, 0x41])
        }
        #expect(throws: DecodingFault(.missing, in: "transfer.handle")) {
            try read(Transfer.self, [0, 0x53, 0x14, 0xc0, 2, 1, 0x40])
        }
    }

    @Test("The longest transfer is as long as is left for it")
    func longestTransfer() throws {
        var transfer = Transfer(handle: .max)
        transfer.deliveryID = .max
        transfer.deliveryTag = DeliveryTag(Array(repeating: 1, count: 32))
        transfer.messageFormat = .max
        transfer.settled = true
        transfer.more = true
        transfer.receiverSettleMode = .second
        transfer.resume = true
        transfer.aborted = true
        transfer.batchable = true
        #expect(bytes(transfer).count <= Transfer.maximumLength)
        try exercise(transfer)
    }

    @Test("A delivery tag is the same, made from octets or from numbers", arguments: 0...32)
    func deliveryTag(count: Int) {
        let octets = (1...32).map { UInt8($0) }
        var words = SIMD4<UInt64>()
        for (index, octet) in octets.enumerated() {
            words[index / 8] = words[index / 8] << 8 | UInt64(octet)
        }
        let tag = DeliveryTag(words, count: UInt8(count))
        #expect(tag.bytes == Array(octets.prefix(count)))
        #expect(tag == DeliveryTag(Array(octets.prefix(count))))
    }

    @Test("A transaction's state is recognised, whatever is in it")
    func transactional() throws {
        let state: [UInt8] = [0, 0x53, 0x34, 0xc0, 4, 1, 0xa0, 1, 9]
        let head: [UInt8] = [0x43, 0x43, 0xa0, 0, 0x43, 0x41, 0x42, 0x40]
        let transfer = try read(
            Transfer.self,
            [0, 0x53, 0x14, 0xc0, UInt8(1 + head.count + state.count), 8] + head + state)
        #expect(transfer.isTransactional)
        let disposition = try read(
            Disposition.self,
            [0, 0x53, 0x15, 0xc0, UInt8(5 + state.count), 5, 0x41, 0x43, 0x40, 0x41] + state)
        #expect(disposition.state == .transactional)
    }

    @Test("Several symbols are an array, and a list as Proton's Python client sends it")
    func listOfSymbols() throws {
        let symbols: [UInt8] = [0xa3, 1, 0x62, 0xa3, 1, 0x63]
        let list: [UInt8] = [0xc0, 7, 2] + symbols
        let fields: [UInt8] =
            [0xa1, 1, 0x63, 0x40, 0x40, 0x40, 0x40, 0x40, 0x40, 0x40] + list
        let open = try read(
            Open.self, [0, 0x53, 0x10, 0xc0, UInt8(fields.count + 1), 9] + fields)
        #expect(open.desiredCapabilities == ["b", "c"])
        let mixed: [UInt8] = [0xc0, 5, 2, 0xa3, 1, 0x62, 0x40]
        #expect(throws: DecodingFault.self) {
            try read(
                Open.self,
                [0, 0x53, 0x10, 0xc0, 18, 9, 0xa1, 1, 0x63] + [UInt8](repeating: 0x40, count: 7)
                    + mixed)
        }
    }
}
