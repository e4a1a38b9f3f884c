import NIOCore
import Testing

@testable import AMQP10

/// A value and its encoding, as the standard writes it.
struct GoldenPair: Sendable, CustomTestStringConvertible {
    let value: AMQPValue
    let bytes: [UInt8]

    init(_ value: AMQPValue, _ bytes: [UInt8]) {
        self.value = value
        self.bytes = bytes
    }

    var testDescription: String { "\(value)" }
}

private func decode(
    _ bytes: [UInt8], limits: DecodingLimits = DecodingLimits()
) throws(DecodingFault) -> AMQPValue {
    var buffer = ByteBuffer(bytes: bytes)
    var reader = ValueReader(limits: limits, field: "test")
    let value = try reader.read(from: &buffer)
    guard buffer.readableBytes == 0 else {
        throw DecodingFault(.invalid("something is left"), in: "test")
    }
    return value
}

private func encode(_ value: AMQPValue) -> [UInt8] {
    var buffer = ByteBuffer()
    value.encode(into: &buffer)
    return Array(buffer.readableBytesView)
}

let goldenPairs: [GoldenPair] = [
    GoldenPair(.null, [0x40]),
    GoldenPair(.boolean(true), [0x41]),
    GoldenPair(.boolean(false), [0x42]),
    GoldenPair(.ubyte(200), [0x50, 200]),
    GoldenPair(.ushort(0x1234), [0x60, 0x12, 0x34]),
    GoldenPair(.uint(0), [0x43]),
    GoldenPair(.uint(255), [0x52, 255]),
    GoldenPair(.uint(256), [0x70, 0, 0, 1, 0]),
    GoldenPair(.ulong(0), [0x44]),
    GoldenPair(.ulong(255), [0x53, 255]),
    GoldenPair(.ulong(.max), [0x80] + Array(repeating: 255, count: 8)),
    GoldenPair(.byte(-1), [0x51, 0xff]),
    GoldenPair(.short(-2), [0x61, 0xff, 0xfe]),
    GoldenPair(.int(-128), [0x54, 0x80]),
    GoldenPair(.int(128), [0x71, 0, 0, 0, 128]),
    GoldenPair(.long(-1), [0x55, 0xff]),
    GoldenPair(.long(.min), [0x81, 0x80, 0, 0, 0, 0, 0, 0, 0]),
    GoldenPair(.float(1), [0x72, 0x3f, 0x80, 0, 0]),
    GoldenPair(.double(-2), [0x82, 0xc0, 0, 0, 0, 0, 0, 0, 0]),
    GoldenPair(.float(bits: 0x7fa0_0001), [0x72, 0x7f, 0xa0, 0, 1]),
    GoldenPair(.double(.nan), [0x82, 0x7f, 0xf8, 0, 0, 0, 0, 0, 0]),
    GoldenPair(.decimal32(bits: 0x2250_0001), [0x74, 0x22, 0x50, 0, 1]),
    GoldenPair(.decimal64(bits: 1), [0x84, 0, 0, 0, 0, 0, 0, 0, 1]),
    GoldenPair(
        .decimal128(high: 1, low: 2), [0x94] + [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2]),
    GoldenPair(.char("ß"), [0x73, 0, 0, 0, 0xdf]),
    GoldenPair(.timestamp(milliseconds: -1), [0x83] + Array(repeating: 255, count: 8)),
    GoldenPair(
        .uuid(AMQPUUID(high: 1, low: 2)), [0x98, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2]),
    GoldenPair(.binary(ByteBuffer(bytes: [1, 2])), [0xa0, 2, 1, 2]),
    GoldenPair(.string("hé"), [0xa1, 3, 0x68, 0xc3, 0xa9]),
    GoldenPair(.symbol("ab"), [0xa3, 2, 0x61, 0x62]),
    GoldenPair(.list([]), [0x45]),
    GoldenPair(.list([.uint(1), .null]), [0xd0, 0, 0, 0, 7, 0, 0, 0, 2, 0x52, 1, 0x40]),
    GoldenPair(
        .map([.symbol("k"): .boolean(true)]),
        [0xd1, 0, 0, 0, 8, 0, 0, 0, 2, 0xa3, 1, 0x6b, 0x41]),
    GoldenPair(
        .array(AMQPArray(of: .ushort, elements: [.ushort(1), .ushort(2)])),
        [0xf0, 0, 0, 0, 9, 0, 0, 0, 2, 0x60, 0, 1, 0, 2]),
    GoldenPair(
        .array(.symbols(["a"])), [0xf0, 0, 0, 0, 10, 0, 0, 0, 1, 0xb3, 0, 0, 0, 1, 0x61]),
    GoldenPair(
        .array(AMQPArray(of: .uint, descriptor: .ulong(7), elements: [.uint(9)])),
        [0xf0, 0, 0, 0, 12, 0, 0, 0, 1, 0, 0x53, 7, 0x70, 0, 0, 0, 9]),
    GoldenPair(
        .described(descriptor: .ulong(0x24), value: .list([])), [0x00, 0x53, 0x24, 0x45]),
]

private let everything: [AMQPValue] =
    goldenPairs.map(\.value) + [
        .string(String(repeating: "x", count: 300)),
        .binary(ByteBuffer(repeating: 3, count: 256)),
        .symbol(AMQPSymbol(String(repeating: "s", count: 256))),
        .list(goldenPairs.map(\.value)),
        .map([.string("list"): .list([.map([.uint(1): .null])]), .double(.nan): .uint(2)]),
        .array(AMQPArray(of: .list, elements: [.list([.null]), .list([])])),
        .array(AMQPArray(of: .map, elements: [.map([.uint(1): .uint(2)])])),
        .array(
            AMQPArray(
                of: .array, elements: [.array(AMQPArray(of: .byte, elements: [.byte(1)]))])),
        .array(AMQPArray(of: .boolean, elements: [.boolean(true), .boolean(false)])),
        .array(AMQPArray(of: .string, elements: [.string("a"), .string("")])),
        .array(AMQPArray(of: .binary, elements: [.binary(ByteBuffer())])),
        .array(AMQPArray(of: .uuid, elements: [.uuid(AMQPUUID(high: 1, low: 2))])),
        .array(
            AMQPArray(elementType: .ulong, descriptor: nil, storage: .repeated(.ulong(0), count: 9))
        ),
    ]

@Suite("Values of the type system")
struct ValueCodecTests {
    @Test("Each value is written as the standard writes it, and read back", arguments: goldenPairs)
    func golden(pair: GoldenPair) throws {
        #expect(encode(pair.value) == pair.bytes)
        #expect(try decode(pair.bytes) == pair.value)
    }

    @Test("Each value survives a round trip, nested ones and NaN too", arguments: everything)
    func roundTrip(value: AMQPValue) throws {
        #expect(try decode(encode(value)) == value)
    }

    @Test("Wider encodings than ours are read alike")
    func otherEncodings() throws {
        #expect(try decode([0x56, 1]) == .boolean(true))
        #expect(try decode([0x70, 0, 0, 0, 0]) == .uint(0))
        #expect(try decode([0x80, 0, 0, 0, 0, 0, 0, 0, 5]) == .ulong(5))
        #expect(try decode([0xb1, 0, 0, 0, 1, 0x61]) == .string("a"))
        #expect(try decode([0xc0, 1, 0]) == .list([]))
        #expect(try decode([0xc1, 3, 2, 0x43, 0x40]) == .map([.uint(0): .null]))
        #expect(
            try decode([0xe0, 4, 2, 0x50, 1, 2])
                == .array(AMQPArray(of: .ubyte, elements: [.ubyte(1), .ubyte(2)])))
    }

    @Test("Cut short at any byte, no value is read", arguments: everything)
    func truncation(value: AMQPValue) {
        let bytes = encode(value)
        let read = (0..<bytes.count).filter {
            (try? decode(Array(bytes.prefix($0)))) != nil
        }
        #expect(read == [])
    }

    @Test("With any bit flipped, a value or a fault comes out", arguments: everything)
    func bitFlips(value: AMQPValue) {
        let bytes = encode(value)
        for position in 0..<min(bytes.count, 200) * 8 {
            var flipped = bytes
            flipped[position / 8] ^= 1 << UInt8(position % 8)
            if let other = try? decode(flipped), (try? decode(encode(other))) != other {
                Issue.record("bit \(position) makes a value that does not survive")
            }
        }
    }

    @Test("Skipping a value ends where reading it does", arguments: everything)
    func skipping(value: AMQPValue) throws {
        var bytes = ByteBuffer(bytes: encode(value) + [0x99])
        var skipper = ValueSkipper(limits: DecodingLimits())
        try skipper.skip(in: &bytes, field: "test")
        #expect(bytes.readableBytes == 1)
    }

    @Test(
        "What is not of the standard is refused",
        arguments: [
            [0x46], [0x01], [0x57, 1], [0x99] + Array(repeating: 0, count: 16), [0xa2, 0],
            [0x56, 2], [0x73, 0, 0, 0xd8, 0], [0xa1, 1, 0xff], [0xa3, 1, 0x80],
            [0xc1, 2, 1, 0x40], [0xc0, 3, 1, 0x40, 0x40], [0xe0, 3, 1, 0x01, 0x40],
            [0xc1, 5, 4, 0x43, 0x40, 0x43, 0x41], [0xc0, 0, 0],
        ] as [[UInt8]])
    func refused(bytes: [UInt8]) {
        #expect(throws: DecodingFault.self) { try decode(bytes) }
    }
}

@Suite("Hostile values")
struct HostileValueTests {
    @Test(
        "Zero-width elements allocate nothing by count",
        arguments: [0x40, 0x41, 0x42, 0x43, 0x44, 0x45] as [UInt8])
    func zeroWidth(constructor: UInt8) throws {
        let value = try decode([0xf0, 0, 0, 0, 5, 0xff, 0xff, 0xff, 0xff, constructor])
        guard case .array(let array) = value else {
            Issue.record("no array")
            return
        }
        #expect(array.count == 4_294_967_295)
        #expect(array.elements(upTo: 2).count == 2)
        #expect(try decode(encode(value)) == value)
    }

    @Test(
        "A count beyond the bytes is refused before anything is allocated",
        arguments: [
            [0xd0, 0, 0, 0, 4, 0xff, 0xff, 0xff, 0xff], [0xd1, 0, 0, 0, 4, 0, 0, 0, 2],
            [0xf0, 0, 0, 0, 5, 0xff, 0xff, 0xff, 0xff, 0x50],
            [0xd0, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 1, 0x40],
            [0xb0, 0xff, 0xff, 0xff, 0xff],
        ] as [[UInt8]])
    func counts(bytes: [UInt8]) {
        #expect(throws: DecodingFault.self) { try decode(bytes) }
    }

    @Test("Nesting is bounded: n deep is read, n + 1 is not", arguments: [0, 1])
    func depth(excess: Int) {
        let limits = DecodingLimits(depth: 5)
        var list = AMQPValue.null
        var described = AMQPValue.null
        var map = AMQPValue.null
        for _ in 0..<5 + excess {
            list = .list([list])
            described = .described(descriptor: .uint(1), value: described)
            map = .map([.uint(1): map])
        }
        for value in [list, described, map] {
            #expect(((try? decode(encode(value), limits: limits)) != nil) == (excess == 0))
        }
        let descriptors =
            Array(repeating: UInt8(0), count: 5 + excess)
            + Array(repeating: 0x40, count: 6 + excess)
        #expect(((try? decode(descriptors, limits: limits)) != nil) == (excess == 0))
        var bytes = ByteBuffer(bytes: descriptors)
        var skipper = ValueSkipper(limits: limits)
        #expect(((try? skipper.skip(in: &bytes, field: "t")) != nil) == (excess == 0))
    }

    @Test("A map's entries are bounded: n are read, n + 1 are not", arguments: [0, 1])
    func mapEntries(excess: Int) {
        var map = AMQPMap()
        for key in 0..<UInt32(3 + excess) { map[.uint(key)] = .null }
        let limits = DecodingLimits(mapEntries: 3)
        #expect(((try? decode(encode(.map(map)), limits: limits)) != nil) == (excess == 0))
    }

    @Test("The values of one tree are bounded: n are read, n + 1 are not", arguments: [0, 1])
    func values(excess: Int) {
        let limits = DecodingLimits(values: 10)
        let list = AMQPValue.list(Array(repeating: .null, count: 9 + excess))
        #expect(((try? decode(encode(list), limits: limits)) != nil) == (excess == 0))
        let array = AMQPValue.array(
            AMQPArray(of: .byte, elements: Array(repeating: .byte(0), count: 9 + excess)))
        #expect(((try? decode(encode(array), limits: limits)) != nil) == (excess == 0))
    }

    @Test("A symbol's length is bounded: n octets are read, n + 1 are not", arguments: [0, 1])
    func symbolLength(excess: Int) {
        let symbol = AMQPValue.symbol(AMQPSymbol(String(repeating: "s", count: 8 + excess)))
        let limits = DecodingLimits(symbolLength: 8)
        #expect(((try? decode(encode(symbol), limits: limits)) != nil) == (excess == 0))
    }

    @Test("A repeated key is refused, NaN among keys too")
    func duplicateKeys() {
        let nan: [UInt8] = [0x72, 0x7f, 0xc0, 0, 0]
        #expect(throws: DecodingFault.self) {
            try decode([0xc1, 13, 4] + nan + [0x40] + nan + [0x40])
        }
    }

    @Test(
        "A long array is read in linear time: ten times the elements, not a hundred times the work")
    func linear() throws {
        let limits = DecodingLimits(values: 1_000_001)
        func time(_ count: Int) throws -> Duration {
            let bytes = encode(
                .array(
                    AMQPArray(of: .ubyte, elements: Array(repeating: .ubyte(1), count: count))))
            // The quickest of some: what the machine does meanwhile is not our subject.
            return try (0..<5).map { _ in
                try ContinuousClock().measure { _ = try decode(bytes, limits: limits) }
            }.min() ?? .zero
        }
        _ = try time(1_000)
        let short = try time(2_000)
        let long = try time(20_000)
        #expect(long < short * 60)
    }
}
