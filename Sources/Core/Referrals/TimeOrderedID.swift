/// A UUID of version 7 (RFC 9562, section 5.7): milliseconds since 1970, then random bits. The
/// identifiers that the broker makes are time-ordered so that an index grows at its end only.
package struct TimeOrderedID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The first eight bytes, big-endian.
    package let high: UInt64
    /// The last eight bytes, big-endian.
    package let low: UInt64

    /// The last eight bytes alone: nearly all of their bits are random.
    package func hash(into hasher: inout Hasher) { hasher.combine(low) }

    /// Takes an identifier as it was stored.
    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Makes a new identifier; time and randomness are the caller's.
    ///
    /// - Parameters:
    ///   - now: the business time of the batch.
    ///   - randomness: 128 bits, of which 74 are used.
    package init(now: Instant, randomness: (UInt64, UInt64)) {
        let milliseconds = UInt64(max(0, now.microseconds / 1_000)) & 0xFFFF_FFFF_FFFF
        high = milliseconds << 16 | 0x7000 | (randomness.0 & 0x0FFF)
        low = 0x8000_0000_0000_0000 | (randomness.1 & 0x3FFF_FFFF_FFFF_FFFF)
    }

    /// Reads the canonical text form, in either case.
    package init?(_ text: String) {
        var nibbles = 0
        var high: UInt64 = 0
        var low: UInt64 = 0
        for (index, byte) in text.utf8.enumerated() {
            if index == 8 || index == 13 || index == 18 || index == 23 {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard nibbles < 32, let value = Self.nibble(byte) else { return nil }
            if nibbles < 16 { high = high << 4 | value } else { low = low << 4 | value }
            nibbles += 1
        }
        guard nibbles == 32 else { return nil }
        self.init(high: high, low: low)
    }

    package var description: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(36)
        for index in 0..<32 {
            if index == 8 || index == 12 || index == 16 || index == 20 {
                text.append(UInt8(ascii: "-"))
            }
            let half = index < 16 ? high : low
            let shift = UInt64(60 - 4 * (index & 15))
            text.append(digits[Int(half >> shift & 0xF)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }

    private static func nibble(_ byte: UInt8) -> UInt64? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}

/// A referral as the broker calls it.
package struct ReferralID: Hashable, Sendable, CustomStringConvertible {
    package let rawValue: TimeOrderedID
    package init(_ rawValue: TimeOrderedID) { self.rawValue = rawValue }
    package var description: String { rawValue.description }
}

/// The random alias that stands for a person wherever the person's identifier must not.
package struct PersonAlias: Hashable, Sendable, CustomStringConvertible {
    package let rawValue: TimeOrderedID
    package init(_ rawValue: TimeOrderedID) { self.rawValue = rawValue }
    package var description: String { rawValue.description }
}
