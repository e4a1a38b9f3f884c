import Foundation
import Messages
import Testing

/// Asks PyPI's `jsonschema` what it says of messages. Without it the tests fail: a contract that
/// nobody checked is none.
enum SchemaJudge {
    struct Failure: Error {
        let message: String
    }

    /// The published schemas by their names without suffix.
    static func schemas() throws -> [String: Any] {
        var schemas: [String: Any] = [:]
        for (name, bytes) in MessageSchemas.all {
            let key = String(name.prefix(while: { $0 != "." }))
            schemas[key] = try JSONSerialization.jsonObject(with: Data(bytes))
        }
        return schemas
    }

    /// - Returns: for each message nil where it satisfies its schema, otherwise why not.
    static func judge(_ messages: [(schema: String, text: String)]) throws -> [String?] {
        let task: [String: Any] = [
            "schemas": try schemas(),
            "cases": messages.map { ["schema": $0.schema, "text": $0.text] },
        ]
        let directory = FileManager.default.temporaryDirectory
            .appendingPathComponent("messages-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        let input = directory.appendingPathComponent("task.json")
        try JSONSerialization.data(withJSONObject: task).write(to: input)

        let python = ProcessInfo.processInfo.environment["THROUGHCARE_TEST_PYTHON"] ?? "python3"
        let script = try #require(
            Bundle.module.path(forResource: "judge_by_schema", ofType: "py"))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [python, script]
        process.standardInput = try FileHandle(forReadingFrom: input)
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let lines = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(message: "\(python) could not judge: is jsonschema installed?")
        }
        return try lines.split(separator: UInt8(ascii: "\n")).map { line in
            try JSONSerialization.jsonObject(with: line, options: .fragmentsAllowed) as? String
        }
    }
}
