import CLibPQ

/// The rows that a command returned; owns the `PGresult` and clears it (`PQclear`).
package final class QueryResult {
    let handle: OpaquePointer

    init(owning handle: OpaquePointer) {
        self.handle = handle
    }

    deinit {
        PQclear(handle)
    }

    package var rowCount: Int { Int(PQntuples(handle)) }
    package var columnCount: Int { Int(PQnfields(handle)) }

    /// What the command says it has done: `INSERT 0 3`, `COMMIT` (`PQcmdStatus`).
    package var commandTag: String {
        PQcmdStatus(handle).map { String(cString: $0) } ?? ""
    }

    /// How many rows the command has read or changed (`PQcmdTuples`); 0 for one that has none.
    package var affectedRows: Int {
        PQcmdTuples(handle).flatMap { Int(String(cString: $0)) } ?? 0
    }

    package var columns: [ResultColumn] {
        (0..<PQnfields(handle)).map { index in
            ResultColumn(
                name: PQfname(handle, index).map { String(cString: $0) } ?? "",
                type: PostgresType(rawValue: PQftype(handle, index)))
        }
    }

    var status: ExecStatusType { PQresultStatus(handle) }
}

/// What a result says about one of its columns.
package struct ResultColumn: Sendable, Equatable {
    package let name: String
    package let type: PostgresType
}

extension QueryResult {
    /// Reads a field that is not NULL; rows and columns count from 0.
    package func value<Value: BinaryValue>(
        _ row: Int, _ column: Int, as type: Value.Type = Value.self
    ) throws(DatabaseError) -> Value {
        guard let value = try optional(row, column, as: type) else {
            throw fault(.null, row, column)
        }
        return value
    }

    /// Reads a field; nil for NULL.
    package func optional<Value: BinaryValue>(
        _ row: Int, _ column: Int, as type: Value.Type = Value.self
    ) throws(DatabaseError) -> Value? {
        let (fieldType, bytes) = try field(row, column)
        guard Value.reads(fieldType) else {
            throw fault(.wrongType(wanted: Value.postgresType), row, column)
        }
        guard let bytes else { return nil }
        do throws(BinaryFault) {
            return try Value(binary: bytes.bytes)
        } catch {
            throw fault(error, row, column)
        }
    }

    /// Reads an array none of whose elements is NULL.
    package func array<Value: BinaryValue>(
        _ row: Int, _ column: Int, of type: Value.Type = Value.self
    ) throws(DatabaseError) -> [Value] {
        var values: [Value] = []
        for value in try arrayOfOptionals(row, column, of: type) {
            guard let value else { throw fault(.null, row, column) }
            values.append(value)
        }
        return values
    }

    /// Reads an array; an element that is NULL becomes nil. The array itself must not be NULL.
    package func arrayOfOptionals<Value: BinaryValue>(
        _ row: Int, _ column: Int, of type: Value.Type = Value.self
    ) throws(DatabaseError) -> [Value?] {
        let (_, bytes) = try field(row, column)
        guard let bytes else { throw fault(.null, row, column) }
        do throws(BinaryFault) {
            return try BinaryArray.decode(bytes.bytes, of: type)
        } catch {
            throw fault(error, row, column)
        }
    }

    /// Lends a field's bytes without a copy, and returns what `body` made of them; nil for NULL.
    package func withBytes<Value>(
        _ row: Int, _ column: Int, _ body: (RawSpan) throws(DatabaseError) -> Value
    ) throws(DatabaseError) -> Value? {
        guard let bytes = try field(row, column).bytes else { return nil }
        return try body(bytes.bytes)
    }

    package func isNull(_ row: Int, _ column: Int) throws(DatabaseError) -> Bool {
        try field(row, column).bytes == nil
    }

    /// The number of the column with that name (`PQfnumber`).
    package func column(named name: String) throws(DatabaseError) -> Int {
        let number = columns.firstIndex { $0.name == name }
        guard let number else { throw fault(.noSuchField, 0, -1) }
        return number
    }

    /// The field's type and its bytes, which live as long as the result; nil bytes for NULL.
    func field(
        _ row: Int, _ column: Int
    ) throws(DatabaseError) -> (type: PostgresType, bytes: UnsafeRawBufferPointer?) {
        guard row >= 0, row < rowCount, column >= 0, column < columnCount else {
            throw fault(.noSuchField, row, column)
        }
        let (row, column) = (Int32(row), Int32(column))
        guard PQfformat(handle, column) == 1 else {
            throw fault(.textFormat, Int(row), Int(column))
        }
        let type = PostgresType(rawValue: PQftype(handle, column))
        guard PQgetisnull(handle, row, column) == 0 else { return (type, nil) }
        let length = Int(PQgetlength(handle, row, column))
        return (type, UnsafeRawBufferPointer(start: PQgetvalue(handle, row, column), count: length))
    }

    func fault(_ fault: BinaryFault, _ row: Int, _ column: Int) -> DatabaseError {
        let known = column >= 0 && column < columnCount
        let type = known ? PostgresType(rawValue: PQftype(handle, Int32(column))) : nil
        return .decoding(DecodingFault(row: row, column: column, type: type, fault: fault))
    }
}
