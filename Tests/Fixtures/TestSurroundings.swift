package import Foundation

/// Where tests find what they run; `Tests/run` says so in the environment.
package enum TestSurroundings {
    /// The root of the source tree.
    package static let source = URL(
        filePath: environment["THROUGHCARE_SOURCE"]
            ?? URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().path)

    /// A program of this package.
    package static func program(_ name: String) -> URL {
        URL(filePath: environment["THROUGHCARE_BIN"] ?? source.path + "/.build/debug")
            .appending(path: name)
    }

    /// A Python with `proton`.
    package static let python = URL(
        filePath: environment["THROUGHCARE_TEST_PYTHON"] ?? "/usr/bin/python3")

    /// A program of PostgreSQL 15.
    package static func postgres(_ name: String) -> String { "/usr/lib/postgresql/15/bin/\(name)" }

    /// Whether the long tests run too.
    package static let isSoak = environment["THROUGHCARE_SOAK"] == "1"

    /// Where golden databases are written, in a run that makes them.
    package static let goldenDirectory = environment["THROUGHCARE_GOLDEN"]

    private static let environment = ProcessInfo.processInfo.environment
}

/// A test's surroundings do not do as they must.
package struct FixtureFailure: Error, CustomStringConvertible {
    package let description: String
    package init(_ description: String) { self.description = description }
}

/// Runs a program to its end, and gives what it printed.
@discardableResult
package func run(
    _ program: String, _ arguments: [String], in directory: URL? = nil, input: String = ""
) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.currentDirectoryURL = directory
    // The daemon takes what begins so for its configuration.
    process.environment = ProcessInfo.processInfo.environment
        .filter { !$0.key.hasPrefix("THROUGHCARE_") }
    let (told, output) = (Pipe(), Pipe())
    let complaints = FileManager.default.temporaryDirectory
        .appending(path: "complaints-\(UUID().uuidString)")
    _ = FileManager.default.createFile(atPath: complaints.path, contents: nil)
    defer { try? FileManager.default.removeItem(at: complaints) }
    process.standardInput = told
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: complaints)
    try process.run()
    try told.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try told.fileHandleForWriting.close()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
        let text = (try? String(contentsOf: complaints, encoding: .utf8)) ?? ""
        throw FixtureFailure("\(program) \(arguments.joined(separator: " ")): \(text)")
    }
    return String(decoding: printed, as: UTF8.self)
}
