import LibPQ
import Testing

@Suite("Values go to the server and come back")
struct BinaryValueTests {
    /// Sends a value, NULL and an array of both, and reads them back.
    private func roundTrip<Value: BinaryValue & Equatable>(
        _ values: [Value], sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let connection = try connected()
        let type = Value.postgresType
        let statement = try connection.prepare(
            name: "echo", sql: "SELECT $1, $2, $3, $4",
            types: [
                type, type, Value.postgresArrayType, Value.postgresArrayType,
            ], by: .soon)
        for value in values {
            var column = ArrayColumn<Value>()
            column.append(value)
            column.appendNull()
            column.append(Optional(value))
            var parameters = Parameters()
            parameters.append(value)
            parameters.append(Value?.none)
            parameters.append(column)
            parameters.append(array: [Value]())
            let result = try connection.execute(statement, parameters, by: .soon)
            #expect(try result.value(0, 0) == value, sourceLocation: sourceLocation)
            #expect(try result.optional(0, 1, as: Value.self) == nil)
            #expect(try result.isNull(0, 1))
            #expect(try result.arrayOfOptionals(0, 2) == [value, nil, value])
            #expect(try result.array(0, 3, of: Value.self).isEmpty)
            #expect(try !result.isNull(0, 3))
        }
    }

    @Test("bool") func bool() throws { try roundTrip([true, false]) }
    @Test("int2 with its extremes") func int2() throws { try roundTrip([Int16.min, -1, 0, .max]) }
    @Test("int4 with its extremes") func int4() throws { try roundTrip([Int32.min, -1, 0, .max]) }
    @Test("int8 with its extremes") func int8() throws { try roundTrip([Int64.min, -1, 0, .max]) }

    @Test("float8 with its extremes and infinities") func float8() throws {
        try roundTrip([
            -Double.infinity, -.greatestFiniteMagnitude, -0.0, .leastNonzeroMagnitude,
            .greatestFiniteMagnitude, .infinity,
        ])
    }

    @Test("text, empty, long, and beyond the basic plane") func text() throws {
        try roundTrip(["", "a", "Bolintin-Vale, ღვინო, 𝄞", String(repeating: "ș", count: 100_000)])
    }

    @Test("bytea, empty, with every byte, and long") func bytea() throws {
        try roundTrip([[], Array(0...255), [UInt8](repeating: 0, count: 300_000)])
    }

    @Test("uuid") func uuid() throws {
        try roundTrip([
            UUIDBytes(high: 0, low: 0), UUIDBytes(high: .max, low: .max),
            UUIDBytes(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0001),
        ])
    }

    @Test("timestamptz with its extremes and infinities") func timestamptz() throws {
        try roundTrip([
            .distantPast, Timestamptz(microsecondsSinceUnixEpoch: -210_866_803_200_000_000),
            Timestamptz(microsecondsSinceUnixEpoch: -1),
            Timestamptz(microsecondsSinceUnixEpoch: 0),
            Timestamptz(microsecondsSinceUnixEpoch: .max - 1_000_000_000_000_000), .distantFuture,
        ])
    }

    @Test("jsonb") func jsonb() throws {
        try roundTrip([JSONB(text: "{}"), JSONB(text: #"{"a": [1, null, "ü"]}"#)])
    }

    @Test("The server reads our values as we mean them") func meaning() throws {
        let connection = try connected()
        let result = try connection.query(
            """
            SELECT $1 = '2024-02-29 12:34:56.789+00'::timestamptz,
                $2 = '01900000-0000-7000-8000-000000000001'::uuid,
                $3 = (-32768)::int2, $4 = 1.5::float8, $5 = '\\x00ff'::bytea, $6 = 'infinity'::timestamptz
            """,
            Parameters(
                Timestamptz(microsecondsSinceUnixEpoch: 1_709_210_096_789_000),
                UUIDBytes(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0001),
                Int16.min, 1.5, [0x00, 0xff] as [UInt8], Timestamptz.distantFuture),
            by: .soon)
        for column in 0..<result.columnCount {
            #expect(try result.value(0, column, as: Bool.self), "column \(column)")
        }
    }

    @Test("An array of 10,000 elements goes through UNNEST and back") func largeArray() throws {
        let connection = try connected()
        let statement = try connection.prepare(
            name: "sum",
            sql: """
                SELECT sum(n)::int8, count(t), array_agg(t ORDER BY n)
                FROM unnest($1::int8[], $2::text[]) AS row (n, t)
                """, by: .soon)
        var numbers = ArrayColumn<Int64>()
        var texts = ArrayColumn<String>()
        for round in 0..<2 {
            numbers.reset()
            texts.reset()
            for number in 0..<10_000 as Range<Int64> {
                numbers.append(number)
                texts.append(number % 3 == 0 ? nil : "t\(number)")
            }
            #expect(numbers.count == 10_000)
            var parameters = Parameters()
            parameters.append(numbers)
            parameters.append(texts)
            let result = try connection.execute(statement, parameters, by: .soon)
            #expect(try result.value(0, 0, as: Int64.self) == 49_995_000, "round \(round)")
            #expect(try result.value(0, 1, as: Int64.self) == 6_666)
            let back = try result.arrayOfOptionals(0, 2, of: String.self)
            #expect(back.count == 10_000)
            #expect(back[3] == nil)
            #expect(back[9_998] == "t9998")
        }
    }
}
