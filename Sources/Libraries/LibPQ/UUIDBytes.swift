/// The sixteen bytes of a `uuid`, ordered as PostgreSQL orders them.
package struct UUIDBytes: BinaryValue, Hashable, Comparable {
    /// The first eight bytes, in network order; of a UUIDv7 its time, version and more.
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    package static func < (left: UUIDBytes, right: UUIDBytes) -> Bool {
        left.high == right.high ? left.low < right.low : left.high < right.high
    }

    package static var postgresType: PostgresType { .uuid }
    package static var postgresArrayType: PostgresType { .uuidArray }

    package func encode(into buffer: inout WireBuffer) {
        buffer.append(high)
        buffer.append(low)
    }

    package init(binary bytes: RawSpan) throws(BinaryFault) {
        guard bytes.byteCount == 16 else { throw .wrongLength(bytes.byteCount) }
        self.init(
            high: bytes.bigEndian(UInt64.self), low: bytes.bigEndian(UInt64.self, at: 8))
    }
}

extension UUIDBytes: LosslessStringConvertible {
    /// Takes 32 hexadecimal digits with the four usual hyphens (RFC 9562, section 4).
    package init?(_ description: String) {
        var halves: (UInt64, UInt64) = (0, 0)
        var digits = 0
        for (index, character) in description.utf8.enumerated() {
            if index == 8 || index == 13 || index == 18 || index == 23 {
                guard character == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard digits < 32, let value = Self.hexadecimal(character) else { return nil }
            if digits < 16 {
                halves.0 = halves.0 << 4 | value
            } else {
                halves.1 = halves.1 << 4 | value
            }
            digits += 1
        }
        guard digits == 32 else { return nil }
        self.init(high: halves.0, low: halves.1)
    }

    /// Lower-case, with hyphens, as PostgreSQL writes it.
    package var description: String {
        String(unsafeUninitializedCapacity: 36) { text in
            var place = 0
            for digit in 0..<32 {
                if digit == 8 || digit == 12 || digit == 16 || digit == 20 {
                    text[place] = UInt8(ascii: "-")
                    place += 1
                }
                let half = digit < 16 ? high : low
                let nibble = UInt8(truncatingIfNeeded: half >> UInt64((15 - digit % 16) * 4)) & 15
                text[place] =
                    nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
                place += 1
            }
            return place
        }
    }

    private static func hexadecimal(_ character: UInt8) -> UInt64? {
        switch character {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(character - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(character - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(character - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}
