extension Bool: BinaryValue {
    @inlinable package static var postgresType: PostgresType { .bool }
    @inlinable package static var postgresArrayType: PostgresType { .boolArray }

    @inlinable package func encode(into buffer: inout WireBuffer) {
        buffer.append(self ? 1 : 0 as UInt8)
    }

    @inlinable package init(binary bytes: RawSpan) throws(BinaryFault) {
        guard bytes.byteCount == 1 else { throw .wrongLength(bytes.byteCount) }
        self = bytes.bigEndian(UInt8.self) != 0
    }
}

extension Int16: BinaryValue {
    @inlinable package static var postgresType: PostgresType { .int2 }
    @inlinable package static var postgresArrayType: PostgresType { .int2Array }

    @inlinable package func encode(into buffer: inout WireBuffer) { buffer.append(self) }

    @inlinable package init(binary bytes: RawSpan) throws(BinaryFault) {
        guard bytes.byteCount == 2 else { throw .wrongLength(bytes.byteCount) }
        self = bytes.bigEndian(Int16.self)
    }
}

extension Int32: BinaryValue {
    @inlinable package static var postgresType: PostgresType { .int4 }
    @inlinable package static var postgresArrayType: PostgresType { .int4Array }

    /// Narrower integers widen; a wider one is refused, even where its value would fit.
    @inlinable package static func reads(_ type: PostgresType) -> Bool {
        type == .int4 || type == .int2
    }

    @inlinable package func encode(into buffer: inout WireBuffer) { buffer.append(self) }

    @inlinable package init(binary bytes: RawSpan) throws(BinaryFault) {
        switch bytes.byteCount {
        case 4: self = bytes.bigEndian(Int32.self)
        case 2: self = Int32(bytes.bigEndian(Int16.self))
        default: throw .wrongLength(bytes.byteCount)
        }
    }
}

extension Int64: BinaryValue {
    @inlinable package static var postgresType: PostgresType { .int8 }
    @inlinable package static var postgresArrayType: PostgresType { .int8Array }

    /// Narrower integers widen.
    @inlinable package static func reads(_ type: PostgresType) -> Bool {
        type == .int8 || type == .int4 || type == .int2
    }

    @inlinable package func encode(into buffer: inout WireBuffer) { buffer.append(self) }

    @inlinable package init(binary bytes: RawSpan) throws(BinaryFault) {
        switch bytes.byteCount {
        case 8: self = bytes.bigEndian(Int64.self)
        case 4: self = Int64(bytes.bigEndian(Int32.self))
        case 2: self = Int64(bytes.bigEndian(Int16.self))
        default: throw .wrongLength(bytes.byteCount)
        }
    }
}

extension Double: BinaryValue {
    @inlinable package static var postgresType: PostgresType { .float8 }
    @inlinable package static var postgresArrayType: PostgresType { .float8Array }

    @inlinable package func encode(into buffer: inout WireBuffer) {
        buffer.append(bitPattern)
    }

    @inlinable package init(binary bytes: RawSpan) throws(BinaryFault) {
        guard bytes.byteCount == 8 else { throw .wrongLength(bytes.byteCount) }
        self.init(bitPattern: bytes.bigEndian(UInt64.self))
    }
}
