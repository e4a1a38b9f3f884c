import LibPQ
import Testing

@Suite("What the server refuses, it explains")
struct ServerErrorTests {
    @Test("The fields of a violation are kept, and the description shows no value")
    func violation() throws {
        let connection = try connected()
        try connection.run(
            script: "CREATE TABLE person (name text CONSTRAINT one_name UNIQUE, age int4 NOT NULL)",
            by: .soon)
        let insert = try connection.prepare(
            name: "add_person", sql: "INSERT INTO person VALUES ($1, $2)", by: .soon)
        let parameters = Parameters("Ion Popescu", 30 as Int32)
        _ = try connection.execute(insert, parameters, by: .soon)
        let failed = failure { _ = try connection.execute(insert, parameters, by: .soon) }
        guard case .server(let error) = failed else {
            Issue.record("\(String(describing: failed))")
            return
        }
        #expect(error.state == .uniqueViolation)
        #expect(error.severity == .error)
        #expect(error.statement == "add_person")
        #expect(error.schema == "public")
        #expect(error.table == "person")
        #expect(error.constraint == "one_name")
        #expect(error.detail?.contains("Ion Popescu") == true)
        #expect(!error.description.contains("Popescu"))
        #expect(error.description.contains("one_name"))

        var missing = Parameters("Ana")
        missing.appendNull(.int4)
        let second = failure { _ = try connection.execute(insert, missing, by: .soon) }
        guard case .server(let null) = second else {
            Issue.record("\(String(describing: second))")
            return
        }
        #expect(null.state == .notNullViolation)
        #expect(null.column == "age")
        #expect(!null.description.contains("Ana"))
    }

    @Test(
        "A value that a data exception quotes is not shown",
        arguments: [
            "Ion Popescu", "a \"quoted\" name", "\"",
        ])
    func dataException(_ value: String) throws {
        let failed = failure {
            _ = try connected().query("SELECT $1::text::int4", Parameters(value), by: .soon)
        }
        #expect(failed?.state == .invalidTextRepresentation)
        #expect(failed?.description.contains("\"…\"") == true)
        #expect(value == "\"" || failed?.description.contains(value) == false)
    }

    @Test("A fault in the text tells its place")
    func position() throws {
        let failed = failure { _ = try connected().query("SELECT !", by: .soon) }
        guard case .server(let error) = failed else {
            Issue.record("\(String(describing: failed))")
            return
        }
        #expect(error.state == .syntaxError)
        #expect(error.position == 9)
    }

    @Test(
        "A condition says whether a retry can help",
        arguments: [
            ("08006", FaultKind.connection), ("08P01", .connection), ("25006", .connection),
            ("57P01", .connection), ("57P02", .connection), ("57P03", .connection),
            ("53300", .connection), ("40001", .transient), ("40P01", .transient),
            ("53100", .transient), ("55P03", .transient), ("57014", .transient),
            ("23505", .permanent), ("42501", .permanent), ("42P01", .permanent),
            ("22P02", .permanent),
            ("28P01", .permanent), ("XX000", .permanent), ("99999", .permanent),
        ])
    func kinds(_ code: String, _ kind: FaultKind) {
        #expect(SQLState(rawValue: code)?.kind == kind)
    }

    @Test("A code is five digits or capitals", arguments: ["", "2350", "235055", "2350a", "2350é"])
    func malformed(_ code: String) {
        #expect(SQLState(rawValue: code) == nil)
    }

    @Test("Notices are kept, in order and in bounds")
    func notices() throws {
        var options = ConnectionOptions()
        options.noticeLimit = 3
        let connection = try connected(options: options)
        try connection.run(
            script: """
                DO $$ BEGIN RAISE NOTICE 'one'; RAISE WARNING 'two' USING ERRCODE = '01ABC',
                    DETAIL = 'more'; RAISE DEBUG 'unseen'; RAISE INFO 'three';
                    RAISE NOTICE 'four'; END $$
                """, by: .soon)
        #expect(connection.droppedNotices == 1)
        let notices = connection.takeNotices()
        #expect(notices.map(\.message) == ["one", "two", "three"])
        #expect(notices.map(\.severity) == [.notice, .warning, .info])
        #expect(notices[1].state == SQLState(rawValue: "01ABC"))
        #expect(notices[1].detail == "more")
        #expect(connection.takeNotices().isEmpty)
        #expect(connection.droppedNotices == 0)
    }
}
