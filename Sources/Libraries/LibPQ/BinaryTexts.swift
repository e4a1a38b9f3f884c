extension String: BinaryValue {
    @inlinable package static var postgresType: PostgresType { .text }
    @inlinable package static var postgresArrayType: PostgresType { .textArray }

    @inlinable package static func reads(_ type: PostgresType) -> Bool { type.isText }

    /// A NUL character is sent as it is, and PostgreSQL refuses it (22021).
    @inlinable package func encode(into buffer: inout WireBuffer) {
        let done: Void? = utf8.withContiguousStorageIfAvailable { text in
            buffer.append(bytes: UnsafeRawBufferPointer(text))
        }
        if done == nil {
            for byte in utf8 { buffer.append(byte) }
        }
    }

    @inlinable package init(binary bytes: RawSpan) throws(BinaryFault) {
        let text = bytes.withUnsafeBytes { String(validating: $0, as: UTF8.self) }
        guard let text else { throw .notUTF8 }
        self = text
    }
}

/// A byte string, `bytea`.
extension Array: BinaryValue where Element == UInt8 {
    @inlinable package static var postgresType: PostgresType { .bytea }
    @inlinable package static var postgresArrayType: PostgresType { .byteaArray }

    @inlinable package func encode(into buffer: inout WireBuffer) {
        withUnsafeBytes { buffer.append(bytes: $0) }
    }

    @inlinable package init(binary bytes: RawSpan) throws(BinaryFault) {
        self = bytes.withUnsafeBytes { Array($0) }
    }
}

/// A JSON document that the server parses and stores as `jsonb`.
package struct JSONB: BinaryValue, Hashable {
    /// The document's text. What the server sends back is its own spelling of it.
    package var text: String

    package init(text: String) {
        self.text = text
    }

    package static var postgresType: PostgresType { .jsonb }
    package static var postgresArrayType: PostgresType { .jsonbArray }

    /// The version of the binary form, the byte before the text (`jsonb_send`).
    private static let version: UInt8 = 1

    package func encode(into buffer: inout WireBuffer) {
        buffer.append(Self.version)
        text.encode(into: &buffer)
    }

    package init(binary bytes: RawSpan) throws(BinaryFault) {
        guard bytes.byteCount >= 1, bytes.bigEndian(UInt8.self) == Self.version else {
            throw .wrongLength(bytes.byteCount)
        }
        try self.init(text: String(binary: bytes.extracting(droppingFirst: 1)))
    }
}
