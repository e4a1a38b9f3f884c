/// One column of a batch, kept as the binary array that `UNNEST` takes: the hot path.
///
/// Each value goes straight to its place in one buffer, which stays from batch to batch, and the
/// header always tells the truth, so that a column can be sent at any moment. Empty is an array
/// without elements, not NULL.
@usableFromInline package struct ArrayColumn<Element: BinaryValue>: Sendable {
    @usableFromInline var buffer: WireBuffer
    @usableFromInline var elements: Int32 = 0

    /// Where the header (`array_recv`) holds the null flag and the number of elements.
    @usableFromInline static var nullFlagOffset: Int { 4 }
    @usableFromInline static var countOffset: Int { 12 }
    /// Where the first element is, behind its length.
    private static var firstElementOffset: Int { 20 }

    /// - Parameter minimumCapacity: bytes, not elements.
    package init(minimumCapacity: Int = 1_024) {
        buffer = WireBuffer(minimumCapacity: minimumCapacity)
        writeHeader()
    }

    package init(_ values: some Sequence<Element>) {
        self.init(minimumCapacity: 64)
        for value in values { append(value) }
    }

    @inlinable package var count: Int { Int(elements) }

    @inlinable package mutating func append(_ value: Element) {
        let start = buffer.end
        buffer.append(Int32(0))
        value.encode(into: &buffer)
        let length = buffer.end - start - 4
        buffer.overwrite(at: start, with: Int32(truncatingIfNeeded: length))
        countOneMore()
    }

    @inlinable package mutating func append(_ value: Element?) {
        if let value {
            append(value)
        } else {
            appendNull()
        }
    }

    @inlinable package mutating func appendNull() {
        buffer.append(Int32(-1))
        buffer.overwrite(at: Self.nullFlagOffset, with: Int32(1))
        countOneMore()
    }

    /// Where each element stands, in bytes; without a length if it is NULL.
    func forEachElement(_ body: (_ offset: Int, _ length: Int?) -> Void) {
        var offset = Self.firstElementOffset
        for _ in 0..<elements {
            let length = Int(buffer.integer(at: offset, as: Int32.self))
            offset += 4
            body(offset, length < 0 ? nil : length)
            offset += max(0, length)
        }
    }

    /// Empties the column for the next batch; its memory stays.
    package mutating func reset() {
        buffer.reset()
        elements = 0
        writeHeader()
    }

    @inlinable mutating func countOneMore() {
        elements &+= 1
        buffer.overwrite(at: Self.countOffset, with: elements)
    }

    private mutating func writeHeader() {
        buffer.append(Int32(1))  // dimensions
        buffer.append(Int32(0))  // 1 once there is a NULL
        buffer.append(Element.postgresType.rawValue)
        buffer.append(Int32(0))  // elements
        buffer.append(Int32(1))  // the index of the first one
    }
}
