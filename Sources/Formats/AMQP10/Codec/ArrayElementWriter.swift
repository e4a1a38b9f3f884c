import NIOCore

extension AMQPValue {
    /// Appends the value without its constructor, in the widest form of `type`.
    ///
    /// - Returns: false, and nothing written, when the value is of another type.
    func encodeElement(of type: AMQPElementType, into bytes: inout ByteBuffer) -> Bool {
        switch (type, self) {
        case (.null, .null): break
        case (.boolean, .boolean(let value)): bytes.writeInteger(value ? UInt8(1) : 0)
        case (.ubyte, .ubyte(let value)): bytes.writeInteger(value)
        case (.ushort, .ushort(let value)): bytes.writeInteger(value)
        case (.uint, .uint(let value)): bytes.writeInteger(value)
        case (.ulong, .ulong(let value)): bytes.writeInteger(value)
        case (.byte, .byte(let value)): bytes.writeInteger(value)
        case (.short, .short(let value)): bytes.writeInteger(value)
        case (.int, .int(let value)): bytes.writeInteger(value)
        case (.long, .long(let value)): bytes.writeInteger(value)
        case (.float, .float(let bits)): bytes.writeInteger(bits)
        case (.double, .double(let bits)): bytes.writeInteger(bits)
        case (.decimal32, .decimal32(let bits)): bytes.writeInteger(bits)
        case (.decimal64, .decimal64(let bits)): bytes.writeInteger(bits)
        case (.decimal128, .decimal128(let high, let low)):
            bytes.writeMultipleIntegers(high, low)
        case (.char, .char(let scalar)): bytes.writeInteger(scalar.value)
        case (.timestamp, .timestamp(let value)): bytes.writeInteger(value)
        case (.uuid, .uuid(let value)): bytes.writeMultipleIntegers(value.high, value.low)
        default: return encodeWideElement(of: type, into: &bytes)
        }
        return true
    }

    private func encodeWideElement(
        of type: AMQPElementType, into bytes: inout ByteBuffer
    ) -> Bool {
        switch (type, self) {
        case (.binary, .binary(let value)):
            bytes.writeInteger(UInt32(truncatingIfNeeded: value.readableBytes))
            bytes.writeImmutableBuffer(value)
        case (.string, .string(let value)):
            bytes.writeInteger(UInt32(truncatingIfNeeded: value.utf8.count))
            bytes.writeString(value)
        case (.symbol, .symbol(let value)):
            bytes.writeInteger(UInt32(truncatingIfNeeded: value.rawValue.utf8.count))
            bytes.writeString(value.rawValue)
        case (.list, .list(let elements)):
            encodeBody(count: elements.count, into: &bytes) { body in
                for element in elements { element.encode(into: &body) }
            }
        case (.map, .map(let map)):
            encodeBody(count: map.count * 2, into: &bytes) { body in
                for entry in map.entries {
                    entry.key.encode(into: &body)
                    entry.value.encode(into: &body)
                }
            }
        case (.array, .array(let array)):
            var whole = ByteBuffer()
            array.encode(into: &whole)
            whole.moveReaderIndex(forwardBy: 1)
            bytes.writeBuffer(&whole)
        default: return false
        }
        return true
    }

    private func encodeBody(
        count: Int, into bytes: inout ByteBuffer, _ write: (inout ByteBuffer) -> Void
    ) {
        let start = bytes.writerIndex
        bytes.writeMultipleIntegers(UInt32(0), UInt32(truncatingIfNeeded: count))
        write(&bytes)
        let size = bytes.writerIndex - start - 4
        bytes.setInteger(UInt32(truncatingIfNeeded: size), at: start)
    }
}
