/// The identifier (OID) of a type on the server.
@usableFromInline package struct PostgresType: RawRepresentable, Sendable, Hashable {
    @usableFromInline package let rawValue: UInt32

    @inlinable package init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    @inlinable package static var bool: PostgresType { .init(rawValue: 16) }
    @inlinable package static var bytea: PostgresType { .init(rawValue: 17) }
    @inlinable package static var name: PostgresType { .init(rawValue: 19) }
    @inlinable package static var int8: PostgresType { .init(rawValue: 20) }
    @inlinable package static var int2: PostgresType { .init(rawValue: 21) }
    @inlinable package static var int4: PostgresType { .init(rawValue: 23) }
    @inlinable package static var text: PostgresType { .init(rawValue: 25) }
    @inlinable package static var json: PostgresType { .init(rawValue: 114) }
    @inlinable package static var float8: PostgresType { .init(rawValue: 701) }
    @inlinable package static var unknown: PostgresType { .init(rawValue: 705) }
    @inlinable package static var bpchar: PostgresType { .init(rawValue: 1042) }
    @inlinable package static var varchar: PostgresType { .init(rawValue: 1043) }
    @inlinable package static var timestamptz: PostgresType { .init(rawValue: 1184) }
    @inlinable package static var uuid: PostgresType { .init(rawValue: 2950) }
    @inlinable package static var jsonb: PostgresType { .init(rawValue: 3802) }

    @inlinable package static var boolArray: PostgresType { .init(rawValue: 1000) }
    @inlinable package static var byteaArray: PostgresType { .init(rawValue: 1001) }
    @inlinable package static var int2Array: PostgresType { .init(rawValue: 1005) }
    @inlinable package static var int4Array: PostgresType { .init(rawValue: 1007) }
    @inlinable package static var textArray: PostgresType { .init(rawValue: 1009) }
    @inlinable package static var varcharArray: PostgresType { .init(rawValue: 1015) }
    @inlinable package static var int8Array: PostgresType { .init(rawValue: 1016) }
    @inlinable package static var float8Array: PostgresType { .init(rawValue: 1022) }
    @inlinable package static var timestamptzArray: PostgresType { .init(rawValue: 1185) }
    @inlinable package static var uuidArray: PostgresType { .init(rawValue: 2951) }
    @inlinable package static var jsonbArray: PostgresType { .init(rawValue: 3807) }
}

extension PostgresType {
    /// The first OID that the server gives to a type that somebody defined: an enum, a domain.
    private static let firstDefined: UInt32 = 16_384

    /// Whether a value's binary form is its UTF-8 text. Of a type that somebody defined this is
    /// taken on trust: enums and domains over text, which is what the schema may use.
    @usableFromInline var isText: Bool {
        switch self {
        case .text, .varchar, .bpchar, .name, .json, .unknown: true
        default: rawValue >= Self.firstDefined
        }
    }

    /// Whether a parameter that a statement expects as `self` can be sent as `given`.
    func takes(_ given: PostgresType) -> Bool {
        // Not so with arrays: `array_recv` insists on the element's very type.
        self == given || (given == .text && isText)
    }
}

extension PostgresType: CustomStringConvertible {
    @usableFromInline package var description: String {
        switch self {
        case .bool: "bool"
        case .bytea: "bytea"
        case .name: "name"
        case .int8: "int8"
        case .int2: "int2"
        case .int4: "int4"
        case .text: "text"
        case .json: "json"
        case .float8: "float8"
        case .unknown: "unknown"
        case .bpchar: "bpchar"
        case .varchar: "varchar"
        case .timestamptz: "timestamptz"
        case .uuid: "uuid"
        case .jsonb: "jsonb"
        case .boolArray: "bool[]"
        case .byteaArray: "bytea[]"
        case .int2Array: "int2[]"
        case .int4Array: "int4[]"
        case .textArray: "text[]"
        case .varcharArray: "varchar[]"
        case .int8Array: "int8[]"
        case .float8Array: "float8[]"
        case .timestamptzArray: "timestamptz[]"
        case .uuidArray: "uuid[]"
        case .jsonbArray: "jsonb[]"
        default: "type \(rawValue)"
        }
    }
}
