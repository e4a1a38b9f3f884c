import NIOCore

extension ByteBuffer {
    mutating func readFixed<Value: FixedWidthInteger>(
        _ type: Value.Type, in field: String
    ) throws(DecodingFault) -> Value {
        guard let value = readInteger(as: type) else { throw DecodingFault(.truncated, in: field) }
        return value
    }

    mutating func readCode(in field: String) throws(DecodingFault) -> UInt8 {
        try readFixed(UInt8.self, in: field)
    }

    mutating func readBytes(
        _ length: Int, in field: String
    ) throws(DecodingFault) -> ByteBuffer {
        guard let slice = readSlice(length: length) else {
            throw DecodingFault(.truncated, in: field)
        }
        return slice
    }

    mutating func readText(_ length: Int, in field: String) throws(DecodingFault) -> String {
        guard length <= readableBytes else { throw DecodingFault(.truncated, in: field) }
        guard let text = try? readUTF8ValidatedString(length: length) else {
            throw DecodingFault(.invalid("is not UTF-8"), in: field)
        }
        return text
    }

    mutating func readASCII(
        _ length: Int, in field: String, limits: DecodingLimits
    ) throws(DecodingFault) -> AMQPSymbol {
        guard length <= limits.symbolLength else {
            throw DecodingFault(
                .limitExceeded("a symbol may have \(limits.symbolLength) octets"), in: field)
        }
        let slice = try readBytes(length, in: field)
        guard slice.readableBytesView.allSatisfy({ $0 < 0x80 }) else {
            throw DecodingFault(.invalid("a symbol is ASCII"), in: field)
        }
        return AMQPSymbol(String(buffer: slice))
    }

    /// A length of one octet for constructors 0xA?, of four for 0xB?.
    mutating func readLength(code: UInt8, in field: String) throws(DecodingFault) -> Int {
        code & 0xf0 == 0xa0
            ? Int(try readFixed(UInt8.self, in: field))
            : Int(try readFixed(UInt32.self, in: field))
    }

    mutating func readSymbol(
        code: UInt8, in field: String, limits: DecodingLimits
    ) throws(DecodingFault) -> AMQPSymbol {
        guard code == FormatCode.sym8 || code == FormatCode.sym32 else {
            throw DecodingFault(.unexpectedType(code: code), in: field)
        }
        let length = try readLength(code: code, in: field)
        return try readASCII(length, in: field, limits: limits)
    }

    /// The head of a list, map or array: its body without the count, and the count.
    ///
    /// - Throws: `truncated` when the size does not hold the count, or reaches beyond the bytes.
    mutating func readCompound(
        wide: Bool, in field: String
    ) throws(DecodingFault) -> (body: ByteBuffer, count: Int) {
        if wide {
            let size = Int(try readFixed(UInt32.self, in: field))
            let count = Int(try readFixed(UInt32.self, in: field))
            guard size >= 4 else { throw DecodingFault(.truncated, in: field) }
            return (try readBytes(size - 4, in: field), count)
        }
        let size = Int(try readFixed(UInt8.self, in: field))
        let count = Int(try readFixed(UInt8.self, in: field))
        guard size >= 1 else { throw DecodingFault(.truncated, in: field) }
        return (try readBytes(size - 1, in: field), count)
    }
}
