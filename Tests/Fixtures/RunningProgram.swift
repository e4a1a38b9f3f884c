package import Foundation
import Synchronization

/// A program that runs beside the test, whose lines are read as they come.
package final class RunningProgram: Sendable {
    private let process: Mutex<Process>
    /// One writer at a time: a long line is several writes.
    private let input: Mutex<FileHandle>
    package let pid: Int32
    /// Its lines, of standard output or of standard error.
    package let lines = Happenings<String>()
    /// How it ended: its exit status, or the number of the signal below zero.
    private let exits = Happenings<Int32>()

    package enum Stream: Sendable {
        case output
        /// Standard error; what goes to the other one is not kept.
        case complaints
    }

    /// - Parameter onLine: is told each line before it is kept; false: it is not kept.
    package init(
        _ program: URL, _ arguments: [String], environment: [String: String] = [:],
        reads stream: Stream, onLine: @escaping @Sendable (String) -> Bool = { _ in true }
    ) throws {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        // The daemon takes what begins so for its configuration.
        process.environment = ProcessInfo.processInfo.environment
            .filter { !$0.key.hasPrefix("THROUGHCARE_") }
            .merging(environment) { _, new in new }
        let (told, read) = (Pipe(), Pipe())
        process.standardInput = told
        process.standardOutput = stream == .output ? read : FileHandle.nullDevice
        process.standardError = stream == .complaints ? read : FileHandle.standardError
        let exits = exits
        process.terminationHandler = { ended in
            let status = ended.terminationStatus
            exits.append(ended.terminationReason == .exit ? status : -status)
        }
        try process.run()
        pid = process.processIdentifier
        self.process = Mutex(process)
        _ = fcntl(told.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
        input = Mutex(told.fileHandleForWriting)
        let (lines, reading) = (lines, read.fileHandleForReading)
        // A thread that blocks: Foundation's readability handlers race with the handle's end.
        Thread.detachNewThread {
            var rest = Data()
            while true {
                let data = reading.availableData
                if data.isEmpty { break }
                rest.append(data)
                while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                    let line = String(decoding: rest[rest.startIndex..<end], as: UTF8.self)
                    rest = Data(rest[rest.index(after: end)...])
                    if onLine(line) { lines.append(line) }
                }
            }
            lines.end()
        }
    }

    package func write(_ line: String) throws {
        try input.withLock { try $0.write(contentsOf: Data((line + "\n").utf8)) }
    }

    package func closeInput() { try? input.withLock { try $0.close() } }

    package func signal(_ number: Int32) { kill(pid, number) }

    /// Waits until it has ended.
    package func exit() async throws -> Int32 {
        let status = try await exits.take("the end of \(pid)") { _ in true }
        exits.append(status)
        return status
    }
}
