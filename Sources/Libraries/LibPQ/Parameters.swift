/// The parameters of one execution, `$1` first, in binary form.
///
/// Reusable: `reset()` keeps the memory. A column that is appended is shared, not copied; reset the
/// parameters before the column changes, or it moves to memory of its own first.
package struct Parameters: Sendable {
    private var scalars = WireBuffer()
    private var entries: [Entry] = []

    private struct Entry: Sendable {
        let type: PostgresType
        /// Where the value starts in `scalars`, or in `column`.
        let offset: Int
        /// Nil for NULL.
        let length: Int?
        let column: WireBuffer?
    }

    package init() {}

    package init<each Value: BinaryValue>(_ value: repeat each Value) {
        repeat append(each value)
    }

    package var count: Int { entries.count }
    package var types: [PostgresType] { entries.map(\.type) }

    package mutating func append<Value: BinaryValue>(_ value: Value) {
        let start = scalars.count
        value.encode(into: &scalars)
        entries.append(
            Entry(
                type: Value.postgresType, offset: start, length: scalars.count - start,
                column: nil))
    }

    /// Appends the value, or NULL.
    package mutating func append<Value: BinaryValue>(_ value: Value?) {
        if let value {
            append(value)
        } else {
            appendNull(Value.postgresType)
        }
    }

    /// Appends a column, as one array or as a parameter for each of its elements.
    package mutating func append<Value: BinaryValue>(
        _ column: ArrayColumn<Value>, as form: ColumnForm = .array
    ) {
        switch form {
        case .array:
            entries.append(
                Entry(
                    type: Value.postgresArrayType, offset: 0, length: column.buffer.count,
                    column: column.buffer))
        case .elements:
            column.forEachElement { offset, length in
                entries.append(
                    Entry(
                        type: Value.postgresType, offset: offset, length: length,
                        column: column.buffer))
            }
        }
    }

    package mutating func append<Value: BinaryValue>(array values: some Sequence<Value>) {
        append(ArrayColumn(values))
    }

    package mutating func appendNull(_ type: PostgresType) {
        entries.append(Entry(type: type, offset: 0, length: nil, column: nil))
    }

    package mutating func reset() {
        scalars.reset()
        entries.removeAll(keepingCapacity: true)
    }
}

/// How a column is given to a statement.
package enum ColumnForm: Sendable {
    /// As one array, for a statement that unnests it.
    case array
    /// As a parameter for each element, for a statement that writes so many rows: for a few of them
    /// it costs the server less than to unnest arrays.
    case elements
}

extension Parameters {
    /// PostgreSQL's limit on one value (`MaxAllocSize`), and what keeps lengths within Int32.
    private static let maximumLength = 1 << 30 - 1

    /// Checks number, types and sizes against what the server said that the statement takes.
    func check(against expected: [PostgresType], statement: String) throws(DatabaseError) {
        guard entries.count == expected.count else {
            throw .parameter(
                .count(statement: statement, expected: expected.count, given: entries.count))
        }
        for index in entries.indices where !expected[index].takes(entries[index].type) {
            throw .parameter(
                .type(
                    statement: statement, index: index + 1, expected: expected[index],
                    given: entries[index].type))
        }
        try checkSizes(statement: statement)
    }

    func checkSizes(statement: String) throws(DatabaseError) {
        for (index, entry) in entries.enumerated() {
            if let length = entry.length, length > Self.maximumLength {
                throw .parameter(
                    .tooLarge(statement: statement, index: index + 1, bytes: length))
            }
        }
    }

    /// The three parallel arrays that libpq takes, valid during `body`, which libpq's functions
    /// that send are done with when they return.
    func withPointers<Value>(
        _ body: (
            _ values: UnsafeMutablePointer<UnsafePointer<CChar>?>?,
            _ lengths: UnsafeMutablePointer<Int32>?,
            _ formats: UnsafeMutablePointer<Int32>?
        ) -> Value
    ) -> Value {
        let count = entries.count
        return withUnsafeTemporaryAllocation(
            of: UnsafePointer<CChar>?.self, capacity: count
        ) { values in
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * count) { numbers in
                for (index, entry) in entries.enumerated() {
                    let storage = entry.column?.storage ?? scalars.storage
                    let start = UnsafePointer(
                        (storage.base + entry.offset).assumingMemoryBound(to: CChar.self))
                    values.initializeElement(at: index, to: entry.length == nil ? nil : start)
                    let length = Int32(truncatingIfNeeded: entry.length ?? 0)
                    numbers.initializeElement(at: index, to: length)
                    numbers.initializeElement(at: count + index, to: 1)
                }
                // The buffers' memory lives as long as `self`, which the caller borrows.
                return withExtendedLifetime(self) {
                    body(
                        values.baseAddress, numbers.baseAddress,
                        numbers.baseAddress.map { $0 + count })
                }
            }
        }
    }
}
