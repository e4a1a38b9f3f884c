import Foundation

/// systemd-analyze(1), over copies of units.
enum SystemdAnalyze {
    struct Report {
        let status: Int32
        let output: String
    }

    /// What `verify` says of the units; nothing if all is well. It demands that programs are there,
    /// and the daemon is not installed where tests run: the copies name another one.
    static func verify(_ units: [Unit]) throws -> String {
        try withCopies(of: units) { files in
            try run(["verify", "--recursive-errors=one", "--man=no"] + files).output
        }
    }

    /// Whether the exposure level of a unit is at most `threshold`: ten times the level printed.
    static func security(_ unit: Unit, threshold: Int) throws -> Report {
        try withCopies(of: [unit]) { files in
            try run(["security", "--offline=true", "--threshold=\(threshold)"] + files)
        }
    }

    private static func withCopies<Result>(
        of units: [Unit], _ body: ([String]) throws -> Result
    ) throws -> Result {
        let directory = FileManager.default.temporaryDirectory
            .appending(path: "units-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        let files = try units.map { unit in
            let file = directory.appending(path: unit.name)
            try unit.text.replacing("/usr/bin/throughcared", with: "/usr/bin/true")
                .write(to: file, atomically: true, encoding: .utf8)
            return file.path
        }
        return try body(files)
    }

    private static func run(_ arguments: [String]) throws -> Report {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/systemd-analyze")
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Report(
            status: process.terminationStatus, output: String(decoding: bytes, as: UTF8.self))
    }
}
