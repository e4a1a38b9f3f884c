import NIOCore

/// Reads the fields of a composite type (part 1, 1.4) in their order, straight from the bytes.
///
/// A field that is absent, or null, is nil. What stands after the fields that are asked for is
/// ignored, so that a later revision of the standard may add fields.
struct FieldReader {
    let limits: DecodingLimits
    private var bytes: ByteBuffer
    private var remaining: Int

    /// Reads the list that holds the fields, with its constructor.
    init(
        list name: String, from source: inout ByteBuffer, limits: DecodingLimits
    ) throws(DecodingFault) {
        self.limits = limits
        let code = try source.readCode(in: name)
        switch code {
        case FormatCode.list0:
            bytes = ByteBuffer()
            remaining = 0
        case FormatCode.list8, FormatCode.list32:
            (bytes, remaining) = try source.readCompound(wide: code == FormatCode.list32, in: name)
            guard remaining <= bytes.readableBytes else {
                throw DecodingFault(.truncated, in: name)
            }
        default:
            throw DecodingFault(.unexpectedType(code: code), in: name)
        }
    }

    /// The constructor of the next field; nil when it is absent or null.
    private mutating func nextCode(_ field: String) throws(DecodingFault) -> UInt8? {
        guard remaining > 0 else { return nil }
        remaining -= 1
        let code = try bytes.readCode(in: field)
        return code == FormatCode.null ? nil : code
    }

    mutating func uint(_ field: String) throws(DecodingFault) -> UInt32? {
        switch try nextCode(field) {
        case nil: return nil
        case FormatCode.uint0: return 0
        case FormatCode.smalluint: return UInt32(try bytes.readFixed(UInt8.self, in: field))
        case FormatCode.uint: return try bytes.readFixed(UInt32.self, in: field)
        case let code?: throw DecodingFault(.unexpectedType(code: code), in: field)
        }
    }

    mutating func ulong(_ field: String) throws(DecodingFault) -> UInt64? {
        switch try nextCode(field) {
        case nil: return nil
        case FormatCode.ulong0: return 0
        case FormatCode.smallulong: return UInt64(try bytes.readFixed(UInt8.self, in: field))
        case FormatCode.ulong: return try bytes.readFixed(UInt64.self, in: field)
        case let code?: throw DecodingFault(.unexpectedType(code: code), in: field)
        }
    }

    mutating func ushort(_ field: String) throws(DecodingFault) -> UInt16? {
        switch try nextCode(field) {
        case nil: return nil
        case FormatCode.ushort: return try bytes.readFixed(UInt16.self, in: field)
        case let code?: throw DecodingFault(.unexpectedType(code: code), in: field)
        }
    }

    mutating func ubyte(_ field: String) throws(DecodingFault) -> UInt8? {
        switch try nextCode(field) {
        case nil: return nil
        case FormatCode.ubyte: return try bytes.readFixed(UInt8.self, in: field)
        case let code?: throw DecodingFault(.unexpectedType(code: code), in: field)
        }
    }

    mutating func boolean(_ field: String) throws(DecodingFault) -> Bool? {
        switch try nextCode(field) {
        case nil: return nil
        case FormatCode.booleanTrue: return true
        case FormatCode.booleanFalse: return false
        case FormatCode.boolean:
            return try ValueReader.boolean(bytes.readFixed(UInt8.self, in: field), in: field)
        case let code?: throw DecodingFault(.unexpectedType(code: code), in: field)
        }
    }

    mutating func timestamp(_ field: String) throws(DecodingFault) -> Int64? {
        switch try nextCode(field) {
        case nil: return nil
        case FormatCode.timestamp: return try bytes.readFixed(Int64.self, in: field)
        case let code?: throw DecodingFault(.unexpectedType(code: code), in: field)
        }
    }

    mutating func binary(_ field: String) throws(DecodingFault) -> ByteBuffer? {
        switch try nextCode(field) {
        case nil: return nil
        case let code? where code == FormatCode.vbin8 || code == FormatCode.vbin32:
            let length = try bytes.readLength(code: code, in: field)
            return try bytes.readBytes(length, in: field)
        case let code?: throw DecodingFault(.unexpectedType(code: code), in: field)
        }
    }

    mutating func string(_ field: String) throws(DecodingFault) -> String? {
        switch try nextCode(field) {
        case nil: return nil
        case let code? where code == FormatCode.str8 || code == FormatCode.str32:
            let length = try bytes.readLength(code: code, in: field)
            return try bytes.readText(length, in: field)
        case let code?: throw DecodingFault(.unexpectedType(code: code), in: field)
        }
    }

    mutating func symbol(_ field: String) throws(DecodingFault) -> AMQPSymbol? {
        guard let code = try nextCode(field) else { return nil }
        return try bytes.readSymbol(code: code, in: field, limits: limits)
    }

    /// A field with `multiple="true"`: one symbol, or an array of them. A list of them is taken
    /// too: that is what Qpid Proton's Python client sends for its `SymbolList`.
    mutating func symbols(_ field: String) throws(DecodingFault) -> [AMQPSymbol] {
        guard let code = try nextCode(field) else { return [] }
        if code == FormatCode.sym8 || code == FormatCode.sym32 {
            return [try bytes.readSymbol(code: code, in: field, limits: limits)]
        }
        var reader = ValueReader(limits: limits, field: field)
        let elements: [AMQPValue]
        switch try reader.read(code: code, from: &bytes) {
        case .list(let list): elements = list
        case .array(let array):
            guard case .elements(let items) = array.storage else {
                throw DecodingFault(.unexpectedType(code: code), in: field)
            }
            elements = items
        default: throw DecodingFault(.unexpectedType(code: code), in: field)
        }
        var symbols: [AMQPSymbol] = []
        symbols.reserveCapacity(elements.count)
        for case .symbol(let symbol) in elements { symbols.append(symbol) }
        guard symbols.count == elements.count else {
            throw DecodingFault(.unexpectedType(code: code), in: field)
        }
        return symbols
    }

    mutating func map(_ field: String) throws(DecodingFault) -> AMQPMap? {
        guard let code = try nextCode(field) else { return nil }
        var reader = ValueReader(limits: limits, field: field)
        return try reader.readMap(code: code, from: &bytes)
    }

    mutating func value(_ field: String) throws(DecodingFault) -> AMQPValue? {
        guard let code = try nextCode(field) else { return nil }
        var reader = ValueReader(limits: limits, field: field)
        return try reader.read(code: code, from: &bytes)
    }

    /// Whether a map is given and not empty, without reading it.
    mutating func isFilledMap(_ field: String) throws(DecodingFault) -> Bool {
        guard let code = try nextCode(field) else { return false }
        guard code == FormatCode.map8 || code == FormatCode.map32 else {
            throw DecodingFault(.unexpectedType(code: code), in: field)
        }
        return try bytes.readCompound(wide: code == FormatCode.map32, in: field).count > 0
    }

    /// A described field: its descriptor, read; its value is next.
    ///
    /// The caller reads the value with `described(_:)` or `skipDescribed(_:)`.
    mutating func descriptor(_ field: String) throws(DecodingFault) -> Descriptor?? {
        switch try nextCode(field) {
        case nil: return .none
        case FormatCode.described:
            return .some(try Descriptor.read(from: &bytes, in: field, limits: limits))
        case let code?: throw DecodingFault(.unexpectedType(code: code), in: field)
        }
    }

    mutating func described(_ field: String) throws(DecodingFault) -> FieldReader {
        try FieldReader(list: field, from: &bytes, limits: limits)
    }

    mutating func skipDescribed(_ field: String) throws(DecodingFault) {
        var skipper = ValueSkipper(limits: limits)
        try skipper.skip(in: &bytes, field: field)
    }

    /// The value of a field that must be given.
    static func required<Value>(
        _ value: Value?, _ field: String
    ) throws(DecodingFault) -> Value {
        guard let value else { throw DecodingFault(.missing, in: field) }
        return value
    }
}
