package import NIOCore

/// The sender's name for a delivery: up to 32 octets (part 2, 2.8.7), kept without an allocation.
package struct DeliveryTag: Hashable, Sendable {
    package static let maximumLength = 32

    package let count: UInt8
    private let words: SIMD4<UInt64>

    /// The number, as eight octets in network order.
    package init(_ number: UInt64) {
        count = 8
        words = SIMD4(number, 0, 0, 0)
    }

    /// The first octets of four numbers in network order, of `count` up to 32.
    package init(_ words: SIMD4<UInt64>, count: UInt8) {
        precondition(count <= Self.maximumLength)
        self.count = count
        var kept = words
        for index in 0..<4 {
            let bits = max(0, min(64, Int(count) * 8 - index * 64))
            kept[index] &= ~(UInt64.max >> UInt64(bits))
        }
        self.words = kept
    }

    /// The octets; nil when there are more than 32.
    package init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count <= Self.maximumLength else { return nil }
        var words = SIMD4<UInt64>()
        for (index, byte) in bytes.enumerated() {
            words[index >> 3] |= UInt64(byte) << UInt64(56 - (index & 7) * 8)
        }
        self.words = words
        count = UInt8(truncatingIfNeeded: bytes.count)
    }

    /// (Not generic: in other modules the generic one is not specialised.)
    package init?(_ bytes: [UInt8]) { self.init(bytes[...]) }

    /// The readable bytes; nil when there are more than 32.
    package init?(_ buffer: ByteBuffer) {
        self.init(buffer.readableBytesView)
    }

    package var bytes: [UInt8] {
        (0..<Int(count)).map { index in
            UInt8(truncatingIfNeeded: words[index >> 3] >> UInt64(56 - (index & 7) * 8))
        }
    }

    /// The number of a tag made from one; nil when the tag is not of eight octets.
    package var number: UInt64? { count == 8 ? words[0] : nil }

    func write(into bytes: inout ByteBuffer) {
        bytes.write(FormatCode.vbin8, count)
        var left = Int(count)
        var word = 0
        while left >= 8 {
            bytes.writeInteger(words[word])
            word += 1
            left -= 8
        }
        var shift: UInt64 = 56
        while left > 0 {
            bytes.writeInteger(UInt8(truncatingIfNeeded: words[word] >> shift))
            shift &-= 8
            left -= 1
        }
    }
}
