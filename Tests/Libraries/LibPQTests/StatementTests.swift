import Testing

@testable import LibPQ

@Suite("Statements and their results are checked")
struct StatementTests {
    @Test("A prepared statement knows its parameters and columns")
    func described() throws {
        let statement = try connected().prepare(
            name: "described", sql: "SELECT $1::int8 AS id, $2::text[] AS names, $3::uuid",
            by: .soon)
        #expect(statement.parameterTypes == [.int8, .textArray, .uuid])
        #expect(statement.columns.map(\.name) == ["id", "names", "uuid"])
        #expect(statement.columns.map(\.type) == [.int8, .textArray, .uuid])
    }

    @Test("A statement that cannot be parsed leaves the connection usable")
    func unparsable() throws {
        let connection = try connected()
        let failed = failure {
            _ = try connection.prepare(name: "bad", sql: "SELECT FROM WHERE", by: .soon)
        }
        #expect(failed?.state == .syntaxError)
        #expect(try connection.query("SELECT 1::int8", by: .soon).value(0, 0) == Int64(1))
        _ = try connection.prepare(name: "good", sql: "SELECT 1", by: .soon)
        let again = failure {
            _ = try connection.prepare(name: "good", sql: "SELECT 1", by: .soon)
        }
        #expect(again?.state == .duplicateStatement)
    }

    @Test("A parameter of the wrong type or number is refused before it is sent")
    func mismatch() throws {
        let connection = try connected()
        let statement = try connection.prepare(
            name: "typed", sql: "SELECT $1::timestamptz, $2::text", by: .soon)
        let wrongType = failure {
            _ = try connection.execute(statement, Parameters(1 as Int64, "x"), by: .soon)
        }
        #expect(
            wrongType
                == .parameter(
                    .type(statement: "typed", index: 1, expected: .timestamptz, given: .int8)))
        let wrongCount = failure { _ = try connection.execute(statement, by: .soon) }
        #expect(
            wrongCount == .parameter(.count(statement: "typed", expected: 2, given: 0)))
        #expect(connection.isOpen)
    }

    @Test("Text goes to what is stored as text: varchar, enums, domains")
    func textLike() throws {
        let connection = try connected()
        try connection.run(
            script: """
                CREATE TYPE colour AS ENUM ('red', 'green'); CREATE DOMAIN word AS varchar(5);
                CREATE TABLE textlike (a varchar, b colour, c word, d name);
                """, by: .soon)
        let insert = try connection.prepare(
            name: "insert",
            sql: "INSERT INTO textlike VALUES ($1, $2, $3, $4) RETURNING a, b, c, d", by: .soon)
        let result = try connection.execute(
            insert, Parameters("x", "green", "word", "n"), by: .soon)
        for (column, expected) in ["x", "green", "word", "n"].enumerated() {
            #expect(try result.value(0, column) == expected)
        }
    }

    @Test("A field is read as what it is, or not at all")
    func fields() throws {
        let result = try connected().query(
            "SELECT 1::int2, 2::int4, NULL::int8, 'x'::text, "
                + "'{{1,2},{3,4}}'::int8[], '{1,NULL}'::int8[]",
            by: .soon)
        #expect(try result.value(0, 0, as: Int64.self) == 1)
        #expect(try result.value(0, 0, as: Int32.self) == 1)
        #expect(try result.value(0, 1, as: Int64.self) == 2)
        #expect(fault { _ = try result.value(0, 1, as: Int16.self) } == .wrongType(wanted: .int2))
        #expect(fault { _ = try result.value(0, 2, as: Int64.self) } == .null)
        #expect(
            fault { _ = try result.optional(0, 2, as: String.self) } == .wrongType(wanted: .text))
        #expect(
            fault { _ = try result.value(0, 3, as: [UInt8].self) } == .wrongType(wanted: .bytea))
        #expect(fault { _ = try result.array(0, 4, of: Int64.self) } == .malformedArray)
        #expect(fault { _ = try result.array(0, 5, of: Int64.self) } == .null)
        #expect(
            fault { _ = try result.array(0, 5, of: String.self) } == .wrongType(wanted: .textArray))
        for (row, column) in [(1, 0), (-1, 0), (0, 6), (0, -1)] {
            #expect(fault { _ = try result.value(row, column, as: Int64.self) } == .noSuchField)
        }
        #expect(try result.column(named: "int2") == 0)
        #expect(fault { _ = try result.column(named: "none") } == .noSuchField)
        let length = try result.withBytes(0, 3) { $0.byteCount }
        #expect(length == 1)
        #expect(try result.withBytes(0, 2) { $0.byteCount } == nil)
    }

    private func fault(_ body: () throws -> Void) -> BinaryFault? {
        guard case .decoding(let decoding) = failure(of: body) else { return nil }
        return decoding.fault
    }

    @Test("An array that is cut short anywhere is malformed and does not trap")
    func truncatedArray() throws {
        var column = ArrayColumn<String>()
        for text in ["a", "bc", ""] { column.append(text) }
        column.appendNull()
        let bytes = UnsafeRawBufferPointer(
            start: column.buffer.storage.base, count: column.buffer.count)
        for length in 0..<bytes.count {
            #expect(throws: BinaryFault.self) {
                _ = try BinaryArray.decode(
                    bytes.bytes.extracting(0..<length), of: String.self)
            }
        }
        for index in 0..<bytes.count {
            for bit in 0..<8 {
                var flipped = Array(bytes)
                flipped[index] ^= 1 << bit
                _ = try? BinaryArray.decode(flipped.span.bytes, of: String.self)
            }
        }
        #expect(try BinaryArray.decode(bytes.bytes, of: String.self) == ["a", "bc", "", nil])
    }

    @Test("A column can be copied, and the copy keeps its own elements")
    func columnIsAValue() {
        var first = ArrayColumn<Int64>([1, 2])
        let second = first
        first.append(3)
        first.reset()
        #expect(first.count == 0)
        #expect(second.count == 2)
        #expect(second.buffer.count == 20 + 2 * 12)
    }

    @Test("A column can be given element by element")
    func elements() throws {
        let connection = try connected()
        for texts: [String?] in [[], [nil, nil], ["ă"], ["", nil, "a long one", nil, nil, "z"]] {
            var column = ArrayColumn<String>()
            for text in texts { column.append(text) }
            let values = texts.indices.map { ", $\($0 + 2)::text" }.joined()
            let statement = try connection.prepare(
                name: "values-\(texts.count)", sql: "SELECT $1::text[]\(values)", by: .soon)
            var parameters = Parameters()
            parameters.append(column)
            parameters.append(column, as: .elements)
            let result = try connection.execute(statement, parameters, by: .soon)
            #expect(result.columnCount == 1 + texts.count)
            for (index, text) in texts.enumerated() {
                #expect(try result.optional(0, 1 + index, as: String.self) == text)
            }
        }
    }

    @Test("A large read comes row by row")
    func rowByRow() throws {
        let connection = try connected()
        let statement = try connection.prepare(
            name: "rows", sql: "SELECT n, repeat('x', 100) FROM generate_series(1, $1::int8) AS n",
            by: .soon)
        var sum: Int64 = 0
        try connection.forEachRow(statement, Parameters(20_000 as Int64), by: .soon) {
            row throws(DatabaseError) in
            sum += try row.value(0, 0, as: Int64.self)
        }
        #expect(sum == 200_010_000)

        var seen = 0
        let failed = failure {
            try connection.forEachRow(statement, Parameters(100 as Int64), by: .soon) {
                _ throws(DatabaseError) in
                seen += 1
                throw DatabaseError.misuse("enough")
            }
        }
        #expect(failed == .misuse("enough"))
        #expect(seen == 1)
        #expect(try connection.query("SELECT 1::int8", by: .soon).value(0, 0) == Int64(1))
    }

    @Test("Megabytes in both directions do not lock up a pipeline")
    func bothDirections() throws {
        let connection = try connected()
        let echo = try connection.prepare(name: "echo", sql: "SELECT $1::bytea", by: .soon)
        let body = [UInt8](repeating: 0xab, count: 1 << 20)
        var pipeline = try connection.pipeline()
        for _ in 0..<16 { try pipeline.enqueue(echo, Parameters(body)) }
        let answers = try pipeline.finish(by: .soon)
        #expect(try answers.allSatisfy { try $0.get().value(0, 0) == body })
    }

    @Test("A script with a fault undoes all of itself")
    func script() throws {
        let connection = try connected()
        let failed = failure {
            try connection.run(
                script: "CREATE TABLE scripted (id int8); SELECT 1/0; CREATE TABLE other (id int8)",
                by: .soon)
        }
        #expect(failed?.state?.rawValue == "22012")
        let found = try connection.query("SELECT to_regclass('scripted') IS NULL", by: .soon)
        #expect(try found.value(0, 0, as: Bool.self))
    }

    @Test(
        "A UUID is written and read with hyphens",
        arguments: [
            "01900000-0000-7000-8000-00000000000f", "ffffffff-ffff-ffff-ffff-ffffffffffff",
        ])
    func uuidText(_ text: String) {
        #expect(UUIDBytes(text)?.description == text)
        #expect(UUIDBytes(text.uppercased())?.description == text)
        #expect(UUIDBytes(String(text.dropLast())) == nil)
        #expect(UUIDBytes(text + "0") == nil)
        #expect(UUIDBytes(text.replacing("-", with: "0")) == nil)
    }
}
