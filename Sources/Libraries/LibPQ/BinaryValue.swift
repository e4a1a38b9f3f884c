/// A value that PostgreSQL knows in binary form, as parameter and as result.
@usableFromInline package protocol BinaryValue: Sendable {
    /// The type as which it is sent.
    static var postgresType: PostgresType { get }
    /// The type of an array of it.
    static var postgresArrayType: PostgresType { get }
    /// Whether a column of this type can be read as this value.
    static func reads(_ type: PostgresType) -> Bool
    /// Appends the value without a length before it.
    func encode(into buffer: inout WireBuffer)
    /// Reads the value from all of `bytes`.
    init(binary bytes: RawSpan) throws(BinaryFault)
}

extension BinaryValue {
    @inlinable package static func reads(_ type: PostgresType) -> Bool { type == postgresType }
}

/// Why bytes of a result are not the value that was asked for.
@usableFromInline package enum BinaryFault: Error, Sendable, Equatable, CustomStringConvertible {
    case noSuchField
    /// The result is in text form: it came from a script, not from a statement.
    case textFormat
    case null
    case wrongType(wanted: PostgresType)
    case wrongLength(Int)
    case notUTF8
    /// The value exists in PostgreSQL but not here.
    case outOfRange
    /// More than one dimension, or lengths that do not add up.
    case malformedArray

    @usableFromInline package var description: String {
        switch self {
        case .noSuchField: "there is no such field"
        case .textFormat: "the result is in text form"
        case .null: "unexpected NULL"
        case .wrongType(let wanted): "cannot be read as \(wanted)"
        case .wrongLength(let length): "\(length) bytes are no such value"
        case .notUTF8: "the text is not UTF-8"
        case .outOfRange: "the value is out of range"
        case .malformedArray: "not a one-dimensional array"
        }
    }
}

extension RawSpan {
    /// The integer in network order at `offset`; the caller has checked the bounds.
    @inlinable func bigEndian<Integer: FixedWidthInteger & BitwiseCopyable>(
        _ type: Integer.Type, at offset: Int = 0
    ) -> Integer {
        // Any bits are an integer, and the load itself checks the bounds.
        Integer(bigEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: type))
    }
}
