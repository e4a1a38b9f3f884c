import NIOCore
import Testing

@testable import AMQP10

@Suite("Messages")
struct MessageTests {
    private var encoder: MessageEncoder {
        var encoder = MessageEncoder()
        var header = MessageHeader()
        header.durable = true
        header.priority = 9
        header.timeToLive = 1_000
        header.firstAcquirer = true
        header.deliveryCount = 2
        encoder.header = header
        encoder.messageAnnotations = [.symbol("x-opt"): .uint(1)]
        encoder.properties.messageID = .string("r9")
        encoder.properties.userID = ByteBuffer(string: "u")
        encoder.properties.to = .string("intake")
        encoder.properties.subject = "referral"
        encoder.properties.replyTo = .string("back")
        encoder.properties.correlationID = .uuid(AMQPUUID(high: 1, low: 2))
        encoder.properties.contentType = "application/json"
        encoder.properties.contentEncoding = "identity"
        encoder.properties.absoluteExpiryTime = 2
        encoder.properties.creationTime = 1
        encoder.properties.groupID = "g"
        encoder.properties.groupSequence = 3
        encoder.properties.replyToGroupID = "h"
        encoder.applicationProperties = [.string("region"): .string("ro-gr")]
        return encoder
    }

    private func message(_ bytes: ByteBuffer) throws -> Message {
        try Message(payload: bytes)
    }

    @Test("What is encoded is read, section by section")
    func roundTrip() throws {
        var bytes = ByteBuffer()
        encoder.encode(data: ByteBuffer(string: "{}"), into: &bytes)
        let message = try message(bytes)
        #expect(try message.header() == encoder.header)
        #expect(try message.messageAnnotations() == encoder.messageAnnotations)
        #expect(try message.properties() == encoder.properties)
        #expect(try message.applicationProperties() == encoder.applicationProperties)
        #expect(message.body == .data(ByteBuffer(string: "{}")))
        #expect(try message.deliveryAnnotations() == [:])
        #expect(try message.footer() == [:])
    }

    @Test("Without a header the defaults hold: not durable, priority 4, delivery count 0")
    func defaults() throws {
        var bytes = ByteBuffer()
        MessageEncoder().encode(data: ByteBuffer(), into: &bytes)
        #expect(bytes == ByteBuffer(bytes: [0, 0x53, 0x75, 0xa0, 0]))
        let header = try message(bytes).header()
        #expect(header == MessageHeader())
        #expect(!header.durable)
        #expect(header.priority == 4)
    }

    @Test(
        "Durable is read as it is given", arguments: [[0x41], [0x42], [0x56, 1], []] as [[UInt8]])
    func durable(flag: [UInt8]) throws {
        let list: [UInt8] = flag.isEmpty ? [0x45] : [0xc0, UInt8(flag.count + 1), 1] + flag
        let bytes = ByteBuffer(bytes: [0, 0x53, 0x70] + list + [0, 0x53, 0x75, 0xa0, 0])
        #expect(try message(bytes).header().durable == (flag == [0x41] || flag == [0x56, 1]))
    }

    @Test("The bare message is kept, octet by octet, also under another header")
    func bareMessage() throws {
        var bare = ByteBuffer()
        var inner = encoder
        inner.header = nil
        inner.messageAnnotations = [:]
        inner.encode(data: ByteBuffer(string: "body"), into: &bare)
        let footer: [UInt8] = [0, 0x53, 0x78, 0xc1, 3, 2, 0x43, 0x40]
        var bytes = ByteBuffer(bytes: [0, 0x53, 0x70, 0x45, 0, 0x53, 0x71, 0xc1, 1, 0])
        bytes.writeImmutableBuffer(bare)
        bytes.writeBytes(footer)
        let received = try message(bytes)
        #expect(received.bareMessage == bare)
        #expect(try received.footer() == [.uint(0): .null])
        var again = ByteBuffer()
        var outer = MessageEncoder()
        outer.header = MessageHeader()
        outer.header?.deliveryCount = 7
        outer.encode(bareMessage: received.bareMessage, into: &again)
        #expect(try message(again).bareMessage == bare)
        #expect(try message(again).header().deliveryCount == 7)
    }

    @Test("A string and a binary amqp-value give their octets; other values do not")
    func values() throws {
        for (value, octets) in [
            (AMQPValue.string("{}"), "{}"), (.binary(ByteBuffer(string: "{}")), "{}"),
            (.string(String(repeating: "x", count: 300)), String(repeating: "x", count: 300)),
        ] {
            var bytes = ByteBuffer()
            MessageEncoder().encode(value: value, into: &bytes)
            #expect(try message(bytes).octetsOfValue() == ByteBuffer(string: octets))
            #expect(try message(bytes).decodeValue() == value)
        }
        for value in [AMQPValue.null, .uint(1), .map([.string("k"): .null]), .list([.null])] {
            var bytes = ByteBuffer()
            MessageEncoder().encode(value: value, into: &bytes)
            #expect(try message(bytes).octetsOfValue() == nil)
            #expect(try message(bytes).decodeValue() == value)
        }
    }

    @Test("Several data sections and sequences are kept apart; a body may be missing")
    func bodies() throws {
        let one: [UInt8] = [0, 0x53, 0x75, 0xa0, 1, 0x61]
        let two: [UInt8] = [0, 0x53, 0x75, 0xb0, 0, 0, 0, 1, 0x62]
        #expect(
            try message(ByteBuffer(bytes: one + two + one)).body
                == .dataSections(["a", "b", "a"].map { ByteBuffer(string: $0) }))
        let sequence: [UInt8] = [0, 0x53, 0x76, 0xc0, 2, 1, 0x40]
        #expect(
            try message(ByteBuffer(bytes: sequence + sequence)).body
                == .sequences(
                    Array(repeating: ByteBuffer(bytes: sequence.dropFirst(3)), count: 2)))
        #expect(try message(ByteBuffer()).body == .none)
    }

    @Test(
        "Body sections are bounded: n are taken, n + 1 are refused",
        arguments: [[0, 0x53, 0x75, 0xa0, 0], [0, 0x53, 0x76, 0x45]] as [[UInt8]], [0, 1])
    func sectionLimit(section: [UInt8], excess: Int) throws {
        let limits = DecodingLimits(values: 5)
        let bytes = ByteBuffer(bytes: Array(repeating: section, count: 5 + excess).joined())
        guard excess == 0 else {
            let fault = #expect(throws: DecodingFault.self) {
                try Message(payload: bytes, limits: limits)
            }
            #expect(fault?.reason == .limitExceeded("more than 5 \(fault?.field ?? "") sections"))
            return
        }
        switch try Message(payload: bytes, limits: limits).body {
        case .dataSections(let sections), .sequences(let sections): #expect(sections.count == 5)
        case let other: Issue.record("\(other)")
        }
    }

    @Test(
        "A maximal message of nothing but sections is given up at the limit, not read to its end",
        arguments: [[0, 0x53, 0x75, 0xa0, 0], [0, 0x53, 0x76, 0x45]] as [[UInt8]])
    func sectionFlood(section: [UInt8]) {
        let count = Int(AMQPLimits().maxMessageSize) / section.count
        let bytes = ByteBuffer(bytes: Array(repeating: section, count: count).joined())
        let fault = #expect(throws: DecodingFault.self) { try Message(payload: bytes) }
        #expect(fault?.condition == .resourceLimitExceeded)
    }

    @Test(
        "All four kinds of message-id are read; others are refused",
        arguments: [
            .string("a"), .ulong(1), .uuid(AMQPUUID(high: 3, low: 4)),
            .binary(ByteBuffer(string: "b")),
        ] as [MessageID])
    func messageIDs(id: MessageID) throws {
        var encoder = MessageEncoder()
        encoder.properties.messageID = id
        var bytes = ByteBuffer()
        encoder.encode(data: ByteBuffer(), into: &bytes)
        #expect(try message(bytes).properties().messageID == id)
        let other = ByteBuffer(bytes: [0, 0x53, 0x73, 0xc0, 2, 1, 0x41])
        #expect(throws: DecodingFault.self) { try message(other).properties() }
    }

    @Test(
        "Sections out of order, repeated, unknown, or of another type are refused",
        arguments: [
            [0, 0x53, 0x75, 0xa0, 0, 0, 0x53, 0x73, 0x45],
            [0, 0x53, 0x70, 0x45, 0, 0x53, 0x70, 0x45],
            [0, 0x53, 0x77, 0x40, 0, 0x53, 0x77, 0x40], [0, 0x53, 0x79, 0x40],
            [0, 0x53, 0x24, 0x45],
            [0x40], [0, 0x53, 0x75, 0xa1, 0], [0, 0x53, 0x75, 0xa0, 0, 0, 0x53, 0x77, 0x40],
        ] as [[UInt8]])
    func refused(bytes: [UInt8]) {
        #expect(throws: DecodingFault.self) { try message(ByteBuffer(bytes: bytes)) }
    }

    @Test("Cut short or with a flipped bit, a message is read or refused, and nothing traps")
    func damaged() throws {
        var whole = ByteBuffer()
        encoder.encode(data: ByteBuffer(string: "{\"v\":1}"), into: &whole)
        let bytes = Array(whole.readableBytesView)
        func readAll(_ bytes: [UInt8]) {
            guard let message = try? message(ByteBuffer(bytes: bytes)) else { return }
            _ = try? message.header()
            _ = try? message.properties()
            _ = try? message.applicationProperties()
            _ = try? message.messageAnnotations()
            _ = try? message.decodeValue()
            _ = try? message.octetsOfValue()
        }
        for length in 0..<bytes.count { readAll(Array(bytes.prefix(length))) }
        for position in 0..<bytes.count * 8 {
            var flipped = bytes
            flipped[position / 8] ^= 1 << UInt8(position % 8)
            readAll(flipped)
        }
    }
}
