import NIOCore

extension ByteBuffer {
    /// Writes two octets as one integer: each write into a buffer costs as much as the next, and
    /// several integers at once cost more than two.
    mutating func write(_ code: UInt8, _ octet: UInt8) {
        writeInteger(UInt16(code) << 8 | UInt16(octet))
    }

    mutating func writeNull() { writeInteger(FormatCode.null) }

    mutating func writeAMQP(boolean value: Bool) {
        writeInteger(value ? FormatCode.booleanTrue : FormatCode.booleanFalse)
    }

    mutating func writeAMQP(ubyte value: UInt8) {
        write(FormatCode.ubyte, value)
    }

    mutating func writeAMQP(ushort value: UInt16) {
        writeMultipleIntegers(FormatCode.ushort, value)
    }

    mutating func writeAMQP(uint value: UInt32) {
        if value == 0 {
            writeInteger(FormatCode.uint0)
        } else if let small = UInt8(exactly: value) {
            write(FormatCode.smalluint, small)
        } else {
            writeMultipleIntegers(FormatCode.uint, value)
        }
    }

    mutating func writeAMQP(ulong value: UInt64) {
        if value == 0 {
            writeInteger(FormatCode.ulong0)
        } else if let small = UInt8(exactly: value) {
            write(FormatCode.smallulong, small)
        } else {
            writeMultipleIntegers(FormatCode.ulong, value)
        }
    }

    mutating func writeAMQP(timestamp milliseconds: Int64) {
        writeMultipleIntegers(FormatCode.timestamp, milliseconds)
    }

    mutating func writeAMQP(string value: String) {
        writeText(value, narrow: FormatCode.str8, wide: FormatCode.str32)
    }

    mutating func writeAMQP(symbol value: AMQPSymbol) {
        writeText(value.rawValue, narrow: FormatCode.sym8, wide: FormatCode.sym32)
    }

    mutating func writeAMQP(binary value: ByteBuffer) {
        if let length = UInt8(exactly: value.readableBytes) {
            write(FormatCode.vbin8, length)
        } else {
            writeMultipleIntegers(
                FormatCode.vbin32, UInt32(truncatingIfNeeded: value.readableBytes))
        }
        writeImmutableBuffer(value)
    }

    mutating func writeAMQP(uuid value: AMQPUUID) {
        writeMultipleIntegers(FormatCode.uuid, value.high, value.low)
    }

    private mutating func writeText(_ text: String, narrow: UInt8, wide: UInt8) {
        let length = text.utf8.count
        if let length = UInt8(exactly: length) {
            write(narrow, length)
        } else {
            writeMultipleIntegers(wide, UInt32(truncatingIfNeeded: length))
        }
        writeString(text)
    }

    /// Writes a described type's descriptor.
    mutating func writeDescriptor(_ descriptor: Descriptor) {
        write(FormatCode.described, FormatCode.smallulong)
        writeInteger(descriptor.rawValue)
    }

    /// Writes the head of a list, map or array of four-octet width; `closeCompound` completes it.
    mutating func openCompound(_ code: UInt8) -> Int {
        let start = writerIndex
        writeInteger(code)
        writeInteger(UInt64(0))
        return start
    }

    mutating func closeCompound(at start: Int, count: Int) {
        let size = writerIndex - start - 5
        let sizes = UInt64(UInt32(truncatingIfNeeded: size)) << 32
        setInteger(sizes | UInt64(UInt32(truncatingIfNeeded: count)), at: start + 1)
    }
}
