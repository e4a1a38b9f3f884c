import AMQP10
import AgencyClient
import ArgumentParser
import NIOCore

/// `receive`: what is in the inbox, to standard output.
struct ReceiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receive", abstract: "Receive what is in the inbox.",
        discussion: """
            Prints each message as one line of JSON, and settles it after it was printed: until \
            then it stays in the inbox, so that nothing is lost if this program is stopped, or \
            what it prints cannot be written. (What a program behind a pipe has read is that \
            program's to keep.) Without --count and --follow it takes what is there and ends.

            EXAMPLES
              throughcare-agency receive --pki pki --agency demo-clinic
              throughcare-agency receive --follow --pki pki --agency demo-clinic | my-system
              Look at one message and put it back:
                throughcare-agency receive --count 1 --settle release \\
                  --pki pki --agency demo-clinic
            """)

    /// What is said of each message once it is printed.
    enum Settlement: String, ExpressibleByArgument, CaseIterable {
        case accept, reject, release, modify

        var outcome: Outcome {
            switch self {
            case .accept: .accepted
            case .reject: .rejected(nil)
            case .release: .released
            case .modify: .modified(.init(deliveryFailed: true))
            }
        }
    }

    @Option(help: ArgumentHelp("Wait for this many messages, then end.", valueName: "number"))
    var count: Int?

    @Flag(
        help: ArgumentHelp(
            "Go on until this program is stopped, or the broker is: then it ends with 3, to be "
                + "started again."))
    var follow = false

    @Option(
        help: ArgumentHelp(
            "accept: it is yours. reject: it cannot be processed. release: put it back, it was "
                + "not looked at. modify: put it back, counted as a failed attempt.",
            valueName: "outcome"))
    var settle = Settlement.accept

    @Option(help: ArgumentHelp("Messages under way at once.", valueName: "number"))
    var window = 64

    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        if follow, count != nil {
            throw ValidationError("--follow goes on for ever: leave it out, or --count")
        }
        if let count, count < 1 { throw ValidationError("--count \(count): at least 1") }
        guard (1...2_048).contains(window) else {
            throw ValidationError("--window \(window): 1 to 2048")
        }
        if settle != .accept, settle != .reject, count == nil {
            throw ValidationError(
                "--settle \(settle.rawValue) puts each message back, so that it comes again: say "
                    + "how many with --count")
        }
    }

    func run() async throws {
        let connection = try await connection.connect()
        let demand: ReceiverDemand = follow ? .endless : count.map { .atMost($0) } ?? .waiting
        let (receiver, messages) = try await connection.openReceiver(
            window: UInt32(window), demand: demand)
        var left = count ?? .max
        for try await message in messages {
            let json = try message.json() ?? ByteBuffer()
            try Console.write(line: Self.line(json.readableBytesView))
            receiver.settle(message.delivery, settle.outcome)
            left -= 1
            if left == 0 { break }
        }
        await connection.close()
    }

    /// JSON on one line: a line break can only stand between its parts.
    static func line(_ json: some Collection<UInt8>) -> [UInt8] {
        json.map { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") ? UInt8(ascii: " ") : $0 }
    }
}
