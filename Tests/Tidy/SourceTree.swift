import Foundation
import Testing

/// The tree that is looked at: what git has or would take, or, without git, all but what is built.
enum SourceTree {
    /// `THROUGHCARE_SOURCE`, or where this file was compiled.
    static let root: URL = {
        if let path = ProcessInfo.processInfo.environment["THROUGHCARE_SOURCE"] {
            return URL(filePath: path, directoryHint: .isDirectory)
        }
        return URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
    }()

    /// The paths of all files, from the root on.
    static let paths: [String] = (git("--cached", "--others", "--exclude-standard") ?? walked())
        .filter { FileManager.default.fileExists(atPath: root.appending(path: $0).path) }
        .sorted()

    /// What git tracks; nil without git.
    static var tracked: [String]? { git("--cached") }

    /// Every file that is text in UTF-8.
    static let files: [SourceFile] = paths.compactMap { path in
        guard let data = try? Data(contentsOf: root.appending(path: path)),
            let text = String(data: data, encoding: .utf8)
        else { return nil }
        return SourceFile(path: path, text: text)
    }

    /// The ring of each of our modules.
    static let rings: [String: Ring] = Dictionary(
        paths.compactMap { path -> (String, Ring)? in
            SourceFile(path: path, text: "").module.map { ($0.name, $0.ring) }
        }, uniquingKeysWith: { first, _ in first })

    private static func git(_ options: String...) -> [String]? {
        guard FileManager.default.fileExists(atPath: root.appending(path: ".git").path) else {
            return nil
        }
        let output = try? Command.run(
            ["git", "-c", "safe.directory=*", "ls-files", "-z"] + options, in: root)
        return output?.split(separator: "\0").map(String.init)
    }

    private static func walked() -> [String] {
        let skipped: Set<String> = [".build", ".git", ".swiftpm"]
        guard let walker = FileManager.default.enumerator(atPath: root.path) else { return [] }
        return walker.compactMap { element -> String? in
            guard let path = element as? String else { return nil }
            if skipped.contains(path) {
                walker.skipDescendants()
                return nil
            }
            var isDirectory: ObjCBool = false
            let exists = FileManager.default.fileExists(
                atPath: root.appending(path: path).path, isDirectory: &isDirectory)
            return exists && !isDirectory.boolValue ? path : nil
        }
    }
}

/// A program that runs to its end.
enum Command {
    struct Failure: Error {
        let status: Int32
    }

    static func run(_ arguments: [String], in directory: URL) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        process.currentDirectoryURL = directory
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(status: process.terminationStatus)
        }
        return String(decoding: data, as: UTF8.self)
    }
}
