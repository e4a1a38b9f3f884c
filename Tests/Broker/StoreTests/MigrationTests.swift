import LibPQ
import Store
import Testing

@Suite("The schema") struct MigrationTests {
    private let timeout = Duration.seconds(60)

    @Test("is made once where two brokers start at once")
    func twice() async throws {
        let rig = try StoreRig()
        let found = try await withThrowingTaskGroup(of: Int32.self) { group in
            for _ in 0..<2 {
                group.addTask {
                    try Migrations.run(on: rig.connect(), timeout: timeout)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(found.sorted() == [0, Migrations.latest])
        #expect(
            try rig.text("SELECT count(*)::text FROM throughcare.schema_version")
                == ["\(Migrations.latest)"])
    }

    @Test("is made again without harm")
    func again() throws {
        let rig = try StoreRig()
        _ = try rig.owner()
        #expect(try Migrations.run(on: rig.connect(), timeout: timeout) == Migrations.latest)
    }

    @Test("of a later program is refused, and left as it is")
    func newer() throws {
        let rig = try StoreRig()
        let connection = try rig.connect()
        try Migrations.run(on: connection, timeout: timeout)
        let later = Migrations.latest + 1
        try connection.run(
            script: "INSERT INTO throughcare.schema_version (version) VALUES (\(later))",
            by: .after(timeout))
        for migrates in [true, false] {
            let error = #expect(throws: SchemaError.self) {
                try rig.store().prepareSchema(migrates: migrates)
            }
            guard case .newer(later, Migrations.latest) = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
        }
    }

    @Test("that is not there is not made by a broker that may not")
    func absent() throws {
        let rig = try StoreRig()
        let error = #expect(throws: SchemaError.self) {
            try rig.store().prepareSchema(migrates: false)
        }
        guard case .older(0, Migrations.latest) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(
            try rig.text("SELECT 'there' WHERE to_regnamespace('throughcare') IS NOT NULL") == [])
    }

    @Test("is taken as it is once it is made")
    func present() throws {
        let rig = try StoreRig()
        try Migrations.run(on: rig.connect(), timeout: timeout)
        try rig.store().prepareSchema(migrates: false)
    }
}
