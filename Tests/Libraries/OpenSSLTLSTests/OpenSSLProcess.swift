import Foundation
import Synchronization

/// A running `openssl` command whose output is read as it comes; ended with the last reference.
final class OpenSSLProcess: Sendable {
    private let process: Mutex<Process>
    private let input: FileHandle
    private let transcript = Transcript()

    /// - input: what it is told at first; its input stays open until `closeInput`.
    init(_ arguments: [String], input text: String = "") throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["openssl"] + arguments
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = output
        try process.run()
        self.input = input.fileHandleForWriting
        self.process = Mutex(process)
        // A thread that blocks: Foundation's readability handlers race with the handle's end.
        let (transcript, reading) = (transcript, output.fileHandleForReading)
        Thread.detachNewThread {
            while true {
                let data = reading.availableData
                transcript.append(data)
                if data.isEmpty { return }
            }
        }
        try write(text)
    }

    deinit { process.withLock { if $0.isRunning { $0.terminate() } } }

    func write(_ text: String) throws { try input.write(contentsOf: Data(text.utf8)) }

    func closeInput() throws { try input.close() }

    /// All that was printed so far, both streams.
    var output: String { transcript.text }

    /// Waits until the text was printed; false if the command ended without it.
    func prints(_ text: String) async -> Bool { await transcript.contains(text) }

    /// All that it printed, once it has ended.
    func end() async -> String {
        _ = await transcript.contains("\u{0}never\u{0}")
        return output
    }
}

/// What a command has printed, and who waits for what in it.
private final class Transcript: Sendable {
    private struct State {
        var output = Data()
        var waiters: [(text: String, continuation: CheckedContinuation<Bool, Never>)] = []
        var hasEnded = false

        func contains(_ text: String) -> Bool { output.firstRange(of: Data(text.utf8)) != nil }
    }

    private let state = Mutex(State())

    var text: String { state.withLock { String(decoding: $0.output, as: UTF8.self) } }

    func contains(_ text: String) async -> Bool {
        await withCheckedContinuation { continuation in
            let answer: Bool? = state.withLock { state in
                if state.contains(text) { return true }
                if state.hasEnded { return false }
                state.waiters.append((text, continuation))
                return nil
            }
            if let answer { continuation.resume(returning: answer) }
        }
    }

    /// No data is the end.
    func append(_ data: Data) {
        let answered = state.withLock { state in
            state.output.append(data)
            if data.isEmpty { state.hasEnded = true }
            let current = state
            let answered = current.waiters.filter { current.hasEnded || current.contains($0.text) }
            state.waiters.removeAll { current.hasEnded || current.contains($0.text) }
            return answered.map { ($0.continuation, current.contains($0.text)) }
        }
        for (continuation, isThere) in answered { continuation.resume(returning: isThere) }
    }
}
