import AMQP10
import AgencyClient
import ArgumentParser
import Foundation

/// `send`: messages from files to the broker.
struct SendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send", abstract: "Send messages to the broker.",
        discussion: """
            A file holds one JSON message or several, one after the other. For each the outcome is \
            printed: `accepted` means that the broker has stored it and owns it from then on; \
            `rejected` comes with the field, what is wrong with it and what would be right.

            The same message sent again is answered as the first time. With --new each gets an id \
            and a referral name of its own, so that one example can be sent many times.

            EXAMPLES
              throughcare-agency send referral.json --pki pki --agency demo-prison
              throughcare-agency send --new --times 100 referral.json \\
                --pki pki --agency demo-prison
              my-system --export | throughcare-agency send - --pki pki --agency demo-prison
            """)

    @Argument(help: ArgumentHelp("JSON files; - is standard input.", valueName: "file"))
    var files: [String]

    @Flag(help: "Give each message a new `id`, and each referral a new name.")
    var new = false

    @Option(help: ArgumentHelp("How often to send each message, with --new.", valueName: "number"))
    var times = 1

    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        guard times >= 1 else { throw ValidationError("--times \(times): at least 1") }
        guard times == 1 || new else {
            throw ValidationError(
                "--times \(times): a message that is sent again is the same message; add --new")
        }
    }

    func run() async throws {
        let messages = try files.flatMap { file in
            try MessageFile(file, Self.read(file)).messages
        }
        let connection = try await connection.connect()
        let refused = try await SendingRound(times: times, renames: new).send(
            messages, on: try await connection.openSender())
        await connection.close()
        if refused > 0 { throw StatusError(status: .refused) }
    }

    private static func read(_ file: String) throws(UsageError) -> [UInt8] {
        if file == "-" { return [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }
        do {
            return [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
        } catch {
            throw UsageError(text: "\(file): cannot be read: \(error.localizedDescription)")
        }
    }
}

/// Sends messages, a bounded number at a time, and prints what becomes of each.
struct SendingRound {
    /// Messages on their way at once.
    private static let window = 64

    let times: Int
    let renames: Bool

    /// - Returns: how many were not accepted.
    func send(_ messages: [TextMessage], on sender: Sender) async throws -> Int {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            var refused = 0
            var started = 0
            for message in messages {
                for _ in 0..<times {
                    if started >= Self.window, try await group.next() == false { refused += 1 }
                    started += 1
                    let message = renames ? try message.renewed() : message
                    group.addTask { try await Self.send(message, on: sender) }
                }
            }
            for try await isAccepted in group where !isAccepted { refused += 1 }
            return refused
        }
    }

    private static func send(_ message: TextMessage, on sender: Sender) async throws -> Bool {
        let outcome = try await sender.send(Sender.payload(json: message.json))
        try Console.write(line: "\(message.label): \(outcome.words)")
        return outcome == .accepted
    }
}

extension Outcome {
    /// The outcome, and what the broker says of it.
    var words: String {
        switch self {
        case .accepted: "accepted"
        case .rejected(let error): "rejected" + (error.map { ": \($0.words)" } ?? "")
        case .released: "released: the broker could not take it now; send it again"
        case .modified: "modified: the broker could not take it; send it again"
        }
    }
}
