/// The binary form of a one-dimensional array (`array_send`).
enum BinaryArray {
    private static let headerLength = 12
    private static let dimensionLength = 8

    static func decode<Value: BinaryValue>(
        _ bytes: RawSpan, of type: Value.Type
    ) throws(BinaryFault) -> [Value?] {
        guard bytes.byteCount >= headerLength else { throw .malformedArray }
        let elementType = PostgresType(rawValue: bytes.bigEndian(UInt32.self, at: 8))
        guard Value.reads(elementType) else { throw .wrongType(wanted: Value.postgresArrayType) }
        switch bytes.bigEndian(Int32.self, at: 0) {
        case 0: return []
        case 1: break
        default: throw .malformedArray
        }
        var offset = headerLength + dimensionLength
        guard bytes.byteCount >= offset else { throw .malformedArray }
        let count = Int(bytes.bigEndian(Int32.self, at: headerLength))
        // Each element takes four bytes at least: a false count cannot make us reserve memory.
        guard count >= 0, count <= (bytes.byteCount - offset) / 4 else { throw .malformedArray }

        var values: [Value?] = []
        values.reserveCapacity(count)
        for _ in 0..<count {
            guard bytes.byteCount - offset >= 4 else { throw .malformedArray }
            let length = Int(bytes.bigEndian(Int32.self, at: offset))
            offset += 4
            if length == -1 {
                values.append(nil)
                continue
            }
            guard length >= 0, length <= bytes.byteCount - offset else { throw .malformedArray }
            values.append(try Value(binary: bytes.extracting(offset..<offset + length)))
            offset += length
        }
        guard offset == bytes.byteCount else { throw .malformedArray }
        return values
    }
}
