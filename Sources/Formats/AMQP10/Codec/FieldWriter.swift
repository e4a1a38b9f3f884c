import NIOCore

/// Writes the fields of a composite type in their order, straight into the output.
///
/// Nulls are owed until a value follows, so those at the end are never written.
struct FieldWriter {
    /// Whether the list has one-octet sizes: only where the fields cannot exceed 254 octets.
    private let compact: Bool
    private let start: Int
    private var count = 0
    private var owedNulls = 0

    /// Begins the list, with its descriptor before it.
    init(_ descriptor: Descriptor, into bytes: inout ByteBuffer, compact: Bool = false) {
        bytes.writeDescriptor(descriptor)
        start = bytes.writerIndex
        self.compact = compact
        if compact {
            bytes.writeInteger(FormatCode.list8)
            bytes.write(0, 0)
        } else {
            _ = bytes.openCompound(FormatCode.list32)
        }
    }

    /// Completes the list.
    func finish(in bytes: inout ByteBuffer) {
        if compact {
            let size = bytes.writerIndex - start - 2
            let sizes = UInt16(UInt8(truncatingIfNeeded: size)) << 8
            bytes.setInteger(sizes | UInt16(UInt8(truncatingIfNeeded: count)), at: start + 1)
        } else {
            bytes.closeCompound(at: start, count: count)
        }
    }

    /// Counts the field that the caller appends next, after the nulls that are owed.
    mutating func begin(in bytes: inout ByteBuffer) {
        while owedNulls > 0 {
            bytes.writeNull()
            owedNulls -= 1
            count += 1
        }
        count += 1
    }

    mutating func null() { owedNulls += 1 }

    mutating func uint(_ value: UInt32?, _ bytes: inout ByteBuffer) {
        guard let value else { return null() }
        begin(in: &bytes)
        bytes.writeAMQP(uint: value)
    }

    mutating func ulong(_ value: UInt64?, _ bytes: inout ByteBuffer) {
        guard let value else { return null() }
        begin(in: &bytes)
        bytes.writeAMQP(ulong: value)
    }

    mutating func ushort(_ value: UInt16?, _ bytes: inout ByteBuffer) {
        guard let value else { return null() }
        begin(in: &bytes)
        bytes.writeAMQP(ushort: value)
    }

    mutating func ubyte(_ value: UInt8?, _ bytes: inout ByteBuffer) {
        guard let value else { return null() }
        begin(in: &bytes)
        bytes.writeAMQP(ubyte: value)
    }

    mutating func boolean(_ value: Bool?, _ bytes: inout ByteBuffer) {
        guard let value else { return null() }
        begin(in: &bytes)
        bytes.writeAMQP(boolean: value)
    }

    /// A flag whose default is false: false is left out.
    mutating func flag(_ value: Bool, _ bytes: inout ByteBuffer) {
        boolean(value ? true : nil, &bytes)
    }

    mutating func timestamp(_ value: Int64?, _ bytes: inout ByteBuffer) {
        guard let value else { return null() }
        begin(in: &bytes)
        bytes.writeAMQP(timestamp: value)
    }

    mutating func binary(_ value: ByteBuffer?, _ bytes: inout ByteBuffer) {
        guard let value else { return null() }
        begin(in: &bytes)
        bytes.writeAMQP(binary: value)
    }

    mutating func string(_ value: String?, _ bytes: inout ByteBuffer) {
        guard let value else { return null() }
        begin(in: &bytes)
        bytes.writeAMQP(string: value)
    }

    mutating func symbol(_ value: AMQPSymbol?, _ bytes: inout ByteBuffer) {
        guard let value else { return null() }
        begin(in: &bytes)
        bytes.writeAMQP(symbol: value)
    }

    /// No symbols are left out.
    mutating func symbols(_ value: [AMQPSymbol], _ bytes: inout ByteBuffer) {
        guard !value.isEmpty else { return null() }
        begin(in: &bytes)
        AMQPArray.symbols(value).encode(into: &bytes)
    }

    /// An empty map is left out.
    mutating func map(_ value: AMQPMap, _ bytes: inout ByteBuffer) {
        guard !value.isEmpty else { return null() }
        begin(in: &bytes)
        value.encode(into: &bytes)
    }

    mutating func value(_ value: AMQPValue?, _ bytes: inout ByteBuffer) {
        guard let value else { return null() }
        begin(in: &bytes)
        value.encode(into: &bytes)
    }
}
