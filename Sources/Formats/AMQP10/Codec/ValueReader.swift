package import NIOCore

/// Reads values of any type from bytes, in time and memory bounded by the bytes and the limits.
package struct ValueReader {
    private let limits: DecodingLimits
    private let field: String
    /// Values that may still be made.
    private var budget: Int
    private var depth = 0

    /// - Parameter field: the name under which faults are reported.
    package init(limits: DecodingLimits, field: String) {
        self.limits = limits
        self.field = field
        budget = limits.values
    }

    /// Reads one value with its constructor.
    package mutating func read(from bytes: inout ByteBuffer) throws(DecodingFault) -> AMQPValue {
        try read(code: try bytes.readCode(in: field), from: &bytes)
    }

    mutating func read(
        code: UInt8, from bytes: inout ByteBuffer
    ) throws(DecodingFault) -> AMQPValue {
        guard budget > 0 else {
            throw fault(.limitExceeded("holds more than \(limits.values) values"))
        }
        budget -= 1
        switch code >> 4 {
        case 0x0 where code == FormatCode.described:
            try descend()
            let descriptor = try read(from: &bytes)
            let value = try read(from: &bytes)
            depth -= 1
            return .described(descriptor: descriptor, value: value)
        case 0x4...0x9:
            return try readFixedWidth(code: code, from: &bytes)
        case 0xa, 0xb:
            return try readVariable(code: code, from: &bytes)
        case 0xc, 0xd, 0xe, 0xf:
            return try readCollection(code: code, from: &bytes)
        default:
            throw fault(.unknownFormatCode(code))
        }
    }

    /// Reads a map whose constructor octet has been read.
    mutating func readMap(
        code: UInt8, from bytes: inout ByteBuffer
    ) throws(DecodingFault) -> AMQPMap {
        guard code == FormatCode.map8 || code == FormatCode.map32 else {
            throw fault(.unexpectedType(code: code))
        }
        var (body, count) = try bytes.readCompound(wide: code == FormatCode.map32, in: field)
        guard count.isMultiple(of: 2) else {
            throw fault(.invalid("a map has a value for each key"))
        }
        guard count / 2 <= limits.mapEntries else {
            throw fault(.limitExceeded("a map may have \(limits.mapEntries) entries"))
        }
        guard count <= body.readableBytes else { throw fault(.truncated) }
        try descend()
        var entries: [AMQPMap.Entry] = []
        entries.reserveCapacity(count / 2)
        var keys: Set<AMQPValue> = []
        for _ in 0..<count / 2 {
            let key = try read(from: &body)
            guard keys.insert(key).inserted else {
                throw fault(.invalid("a map repeats a key"))
            }
            entries.append(AMQPMap.Entry(key: key, value: try read(from: &body)))
        }
        guard body.readableBytes == 0 else {
            throw fault(.invalid("a map is longer than its entries"))
        }
        depth -= 1
        return AMQPMap(distinct: entries)
    }

    private mutating func descend() throws(DecodingFault) {
        depth += 1
        guard depth <= limits.depth else {
            throw fault(.limitExceeded("nests deeper than \(limits.depth)"))
        }
    }

    private func fault(_ reason: DecodingFault.Reason) -> DecodingFault {
        DecodingFault(reason, in: field)
    }

    private mutating func readFixedWidth(
        code: UInt8, from bytes: inout ByteBuffer
    ) throws(DecodingFault) -> AMQPValue {
        switch code {
        case FormatCode.null: return .null
        case FormatCode.booleanTrue: return .boolean(true)
        case FormatCode.booleanFalse: return .boolean(false)
        case FormatCode.uint0: return .uint(0)
        case FormatCode.ulong0: return .ulong(0)
        case FormatCode.list0: return .list([])
        case FormatCode.ubyte: return .ubyte(try bytes.readFixed(UInt8.self, in: field))
        case FormatCode.byte: return .byte(try bytes.readFixed(Int8.self, in: field))
        case FormatCode.smalluint:
            return .uint(UInt32(try bytes.readFixed(UInt8.self, in: field)))
        case FormatCode.smallulong:
            return .ulong(UInt64(try bytes.readFixed(UInt8.self, in: field)))
        case FormatCode.smallint: return .int(Int32(try bytes.readFixed(Int8.self, in: field)))
        case FormatCode.smalllong: return .long(Int64(try bytes.readFixed(Int8.self, in: field)))
        case FormatCode.boolean:
            return .boolean(try Self.boolean(bytes.readFixed(UInt8.self, in: field), in: field))
        case FormatCode.ushort: return .ushort(try bytes.readFixed(UInt16.self, in: field))
        case FormatCode.short: return .short(try bytes.readFixed(Int16.self, in: field))
        case FormatCode.uint: return .uint(try bytes.readFixed(UInt32.self, in: field))
        case FormatCode.int: return .int(try bytes.readFixed(Int32.self, in: field))
        case FormatCode.float: return .float(bits: try bytes.readFixed(UInt32.self, in: field))
        case FormatCode.char:
            guard let scalar = Unicode.Scalar(try bytes.readFixed(UInt32.self, in: field)) else {
                throw fault(.invalid("a char is a Unicode scalar value"))
            }
            return .char(scalar)
        case FormatCode.decimal32:
            return .decimal32(bits: try bytes.readFixed(UInt32.self, in: field))
        default: return try readLongWidth(code: code, from: &bytes)
        }
    }

    private func readLongWidth(
        code: UInt8, from bytes: inout ByteBuffer
    ) throws(DecodingFault) -> AMQPValue {
        switch code {
        case FormatCode.ulong: return .ulong(try bytes.readFixed(UInt64.self, in: field))
        case FormatCode.long: return .long(try bytes.readFixed(Int64.self, in: field))
        case FormatCode.double: return .double(bits: try bytes.readFixed(UInt64.self, in: field))
        case FormatCode.timestamp:
            return .timestamp(milliseconds: try bytes.readFixed(Int64.self, in: field))
        case FormatCode.decimal64:
            return .decimal64(bits: try bytes.readFixed(UInt64.self, in: field))
        case FormatCode.decimal128:
            return .decimal128(
                high: try bytes.readFixed(UInt64.self, in: field),
                low: try bytes.readFixed(UInt64.self, in: field))
        case FormatCode.uuid:
            return .uuid(
                AMQPUUID(
                    high: try bytes.readFixed(UInt64.self, in: field),
                    low: try bytes.readFixed(UInt64.self, in: field)))
        default: throw fault(.unknownFormatCode(code))
        }
    }

    static func boolean(_ octet: UInt8, in field: String) throws(DecodingFault) -> Bool {
        switch octet {
        case 0: false
        case 1: true
        default: throw DecodingFault(.invalid("a boolean is 0 or 1"), in: field)
        }
    }

    private func readVariable(
        code: UInt8, from bytes: inout ByteBuffer
    ) throws(DecodingFault) -> AMQPValue {
        let length = try bytes.readLength(code: code, in: field)
        switch code {
        case FormatCode.vbin8, FormatCode.vbin32:
            return .binary(try bytes.readBytes(length, in: field))
        case FormatCode.str8, FormatCode.str32:
            return .string(try bytes.readText(length, in: field))
        case FormatCode.sym8, FormatCode.sym32:
            return .symbol(try bytes.readASCII(length, in: field, limits: limits))
        default: throw fault(.unknownFormatCode(code))
        }
    }

    private mutating func readCollection(
        code: UInt8, from bytes: inout ByteBuffer
    ) throws(DecodingFault) -> AMQPValue {
        switch code {
        case FormatCode.list8, FormatCode.list32:
            var (body, count) = try bytes.readCompound(wide: code == FormatCode.list32, in: field)
            guard count <= body.readableBytes else { throw fault(.truncated) }
            guard count <= budget else {
                throw fault(.limitExceeded("holds more than \(limits.values) values"))
            }
            try descend()
            var elements: [AMQPValue] = []
            elements.reserveCapacity(count)
            for _ in 0..<count { elements.append(try read(from: &body)) }
            guard body.readableBytes == 0 else {
                throw fault(.invalid("a list is longer than its elements"))
            }
            depth -= 1
            return .list(elements)
        case FormatCode.map8, FormatCode.map32:
            return .map(try readMap(code: code, from: &bytes))
        case FormatCode.array8, FormatCode.array32:
            return .array(try readArray(code: code, from: &bytes))
        default:
            throw fault(.unknownFormatCode(code))
        }
    }

    private mutating func readArray(
        code: UInt8, from bytes: inout ByteBuffer
    ) throws(DecodingFault) -> AMQPArray {
        var (body, count) = try bytes.readCompound(wide: code == FormatCode.array32, in: field)
        try descend()
        var constructor = try body.readCode(in: field)
        var descriptor: AMQPValue?
        if constructor == FormatCode.described {
            descriptor = try read(from: &body)
            constructor = try body.readCode(in: field)
        }
        guard let elementType = AMQPElementType(constructor: constructor) else {
            throw fault(
                constructor == FormatCode.described
                    ? .invalid("the elements of an array have one descriptor")
                    : .unknownFormatCode(constructor))
        }
        let storage: AMQPArray.Storage
        if constructor >> 4 == 0x4 {
            let value = try readFixedWidth(code: constructor, from: &body)
            storage =
                count == 0
                ? .elements([]) : .repeated(value, count: UInt32(truncatingIfNeeded: count))
        } else {
            guard count <= body.readableBytes else { throw fault(.truncated) }
            guard count <= budget else {
                throw fault(.limitExceeded("holds more than \(limits.values) values"))
            }
            var elements: [AMQPValue] = []
            elements.reserveCapacity(count)
            for _ in 0..<count { elements.append(try read(code: constructor, from: &body)) }
            storage = .elements(elements)
        }
        guard body.readableBytes == 0 else {
            throw fault(.invalid("an array is longer than its elements"))
        }
        depth -= 1
        return AMQPArray(elementType: elementType, descriptor: descriptor, storage: storage)
    }
}

extension AMQPElementType {
    /// The type of a constructor; nil when the standard has none of it.
    init?(constructor: UInt8) {
        switch constructor {
        case FormatCode.null: self = .null
        case FormatCode.booleanTrue, FormatCode.booleanFalse, FormatCode.boolean: self = .boolean
        case FormatCode.uint0, FormatCode.smalluint, FormatCode.uint: self = .uint
        case FormatCode.ulong0, FormatCode.smallulong, FormatCode.ulong: self = .ulong
        case FormatCode.list0, FormatCode.list8, FormatCode.list32: self = .list
        case FormatCode.ubyte: self = .ubyte
        case FormatCode.byte: self = .byte
        case FormatCode.smallint, FormatCode.int: self = .int
        case FormatCode.smalllong, FormatCode.long: self = .long
        case FormatCode.ushort: self = .ushort
        case FormatCode.short: self = .short
        case FormatCode.float: self = .float
        case FormatCode.double: self = .double
        case FormatCode.char: self = .char
        case FormatCode.decimal32: self = .decimal32
        case FormatCode.decimal64: self = .decimal64
        case FormatCode.decimal128: self = .decimal128
        case FormatCode.timestamp: self = .timestamp
        case FormatCode.uuid: self = .uuid
        case FormatCode.vbin8, FormatCode.vbin32: self = .binary
        case FormatCode.str8, FormatCode.str32: self = .string
        case FormatCode.sym8, FormatCode.sym32: self = .symbol
        case FormatCode.map8, FormatCode.map32: self = .map
        case FormatCode.array8, FormatCode.array32: self = .array
        default: return nil
        }
    }
}
