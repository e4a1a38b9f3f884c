package import NIOCore

extension AMQPValue {
    /// Appends the value with its constructor.
    package func encode(into bytes: inout ByteBuffer) {
        switch self {
        case .null: bytes.writeNull()
        case .boolean(let value): bytes.writeAMQP(boolean: value)
        case .ubyte(let value): bytes.writeAMQP(ubyte: value)
        case .ushort(let value): bytes.writeAMQP(ushort: value)
        case .uint(let value): bytes.writeAMQP(uint: value)
        case .ulong(let value): bytes.writeAMQP(ulong: value)
        case .byte(let value): bytes.writeMultipleIntegers(FormatCode.byte, value)
        case .short(let value): bytes.writeMultipleIntegers(FormatCode.short, value)
        case .int(let value):
            if let small = Int8(exactly: value) {
                bytes.writeMultipleIntegers(FormatCode.smallint, small)
            } else {
                bytes.writeMultipleIntegers(FormatCode.int, value)
            }
        case .long(let value):
            if let small = Int8(exactly: value) {
                bytes.writeMultipleIntegers(FormatCode.smalllong, small)
            } else {
                bytes.writeMultipleIntegers(FormatCode.long, value)
            }
        case .timestamp(let value): bytes.writeAMQP(timestamp: value)
        case .uuid(let value): bytes.writeAMQP(uuid: value)
        case .binary(let value): bytes.writeAMQP(binary: value)
        case .string(let value): bytes.writeAMQP(string: value)
        case .symbol(let value): bytes.writeAMQP(symbol: value)
        case .list(let elements):
            guard !elements.isEmpty else {
                bytes.writeInteger(FormatCode.list0)
                return
            }
            let start = bytes.openCompound(FormatCode.list32)
            for element in elements { element.encode(into: &bytes) }
            bytes.closeCompound(at: start, count: elements.count)
        case .map(let map): map.encode(into: &bytes)
        case .array(let array): array.encode(into: &bytes)
        case .described(let descriptor, let value):
            bytes.writeInteger(FormatCode.described)
            descriptor.encode(into: &bytes)
            value.encode(into: &bytes)
        case .float, .double, .decimal32, .decimal64, .decimal128, .char:
            encodeRaw(into: &bytes)
        }
    }

    private func encodeRaw(into bytes: inout ByteBuffer) {
        switch self {
        case .float(let bits): bytes.writeMultipleIntegers(FormatCode.float, bits)
        case .double(let bits): bytes.writeMultipleIntegers(FormatCode.double, bits)
        case .decimal32(let bits): bytes.writeMultipleIntegers(FormatCode.decimal32, bits)
        case .decimal64(let bits): bytes.writeMultipleIntegers(FormatCode.decimal64, bits)
        case .decimal128(let high, let low):
            bytes.writeMultipleIntegers(FormatCode.decimal128, high, low)
        case .char(let scalar): bytes.writeMultipleIntegers(FormatCode.char, scalar.value)
        default: break
        }
    }
}

extension AMQPMap {
    /// Appends the map with its constructor.
    package func encode(into bytes: inout ByteBuffer) {
        let start = bytes.openCompound(FormatCode.map32)
        for entry in entries {
            entry.key.encode(into: &bytes)
            entry.value.encode(into: &bytes)
        }
        bytes.closeCompound(at: start, count: entries.count * 2)
    }
}

extension AMQPArray {
    /// Appends the array with its constructor; elements that are not of its type are left out.
    package func encode(into bytes: inout ByteBuffer) {
        let start = bytes.openCompound(FormatCode.array32)
        if let descriptor {
            bytes.writeInteger(FormatCode.described)
            descriptor.encode(into: &bytes)
        }
        var written = 0
        switch storage {
        case .repeated(let value, let count):
            value.encode(into: &bytes)
            written = Int(count)
        case .elements(let elements):
            bytes.writeInteger(elementType.constructor)
            for element in elements where element.encodeElement(of: elementType, into: &bytes) {
                written += 1
            }
        }
        bytes.closeCompound(at: start, count: written)
    }
}

extension AMQPElementType {
    /// The widest constructor of the type, which fits every element.
    var constructor: UInt8 {
        switch self {
        case .null: FormatCode.null
        case .boolean: FormatCode.boolean
        case .ubyte: FormatCode.ubyte
        case .ushort: FormatCode.ushort
        case .uint: FormatCode.uint
        case .ulong: FormatCode.ulong
        case .byte: FormatCode.byte
        case .short: FormatCode.short
        case .int: FormatCode.int
        case .long: FormatCode.long
        case .float: FormatCode.float
        case .double: FormatCode.double
        case .decimal32: FormatCode.decimal32
        case .decimal64: FormatCode.decimal64
        case .decimal128: FormatCode.decimal128
        case .char: FormatCode.char
        case .timestamp: FormatCode.timestamp
        case .uuid: FormatCode.uuid
        case .binary: FormatCode.vbin32
        case .string: FormatCode.str32
        case .symbol: FormatCode.sym32
        case .list: FormatCode.list32
        case .map: FormatCode.map32
        case .array: FormatCode.array32
        }
    }
}
