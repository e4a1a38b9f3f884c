package import NIOCore

/// Any value of the AMQP type system (part 1), for maps and bodies whose type is not known ahead.
///
/// Equality is that of the encoded bits: floating point values are kept as bit patterns, so a NaN
/// equals itself and survives a round trip. Performatives do not go through this type.
package indirect enum AMQPValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    case ubyte(UInt8)
    case ushort(UInt16)
    case uint(UInt32)
    case ulong(UInt64)
    case byte(Int8)
    case short(Int16)
    case int(Int32)
    case long(Int64)
    /// IEEE 754 binary32, as its bits.
    case float(bits: UInt32)
    /// IEEE 754 binary64, as its bits.
    case double(bits: UInt64)
    /// IEEE 754 decimal32, as its bits: carried, not computed with.
    case decimal32(bits: UInt32)
    case decimal64(bits: UInt64)
    case decimal128(high: UInt64, low: UInt64)
    case char(Unicode.Scalar)
    /// Milliseconds since 1970-01-01T00:00:00Z.
    case timestamp(milliseconds: Int64)
    case uuid(AMQPUUID)
    case binary(ByteBuffer)
    case string(String)
    case symbol(AMQPSymbol)
    case list([AMQPValue])
    case map(AMQPMap)
    case array(AMQPArray)
    case described(descriptor: AMQPValue, value: AMQPValue)
}

extension AMQPValue {
    package static func float(_ value: Float) -> AMQPValue { .float(bits: value.bitPattern) }
    package static func double(_ value: Double) -> AMQPValue { .double(bits: value.bitPattern) }

    /// The text of a string or a symbol; nil for every other type.
    package var text: String? {
        switch self {
        case .string(let text): text
        case .symbol(let symbol): symbol.rawValue
        default: nil
        }
    }

    /// The value of any integer type that fits; nil for every other type.
    package var integer: Int64? {
        switch self {
        case .ubyte(let value): Int64(value)
        case .ushort(let value): Int64(value)
        case .uint(let value): Int64(value)
        case .ulong(let value): Int64(exactly: value)
        case .byte(let value): Int64(value)
        case .short(let value): Int64(value)
        case .int(let value): Int64(value)
        case .long(let value): value
        default: nil
        }
    }
}

/// The 16 octets of a UUID in network order (RFC 4122).
package struct AMQPUUID: Hashable, Sendable {
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }
}
