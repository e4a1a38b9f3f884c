import AgencyClient
import ArgumentParser
import Foundation

/// `throughcare-agency`: what an agency's system does, by hand.
@main
struct AgencyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "throughcare-agency",
        abstract: "Send referrals and updates to a broker, and receive what is in the inbox.",
        discussion: """
            Speaks AMQP 1.0 over TLS, as an agency's own system would, and shows its certificate: \
            that is who you are.

            EXAMPLES
              Send a referral as demo-prison, with the files of a demonstration in ./pki:
                throughcare-agency send referral.json --pki pki --agency demo-prison
              See what the clinic has got, and take it over:
                throughcare-agency receive --pki pki --agency demo-clinic
              Accept it:
                throughcare-agency respond demo-prison/r1 a1 accepted \\
                  --pki pki --agency demo-clinic

            EXIT STATUS
              0  done
              1  the broker refused something
              2  wrong usage: an option, or a file that is not what it should be
              3  no broker is reachable there
              4  standard output cannot be written
            """,
        version: "0.1.0",
        subcommands: [SendCommand.self, ReceiveCommand.self, RespondCommand.self])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            ExitStatus(error).exit()
        }
    }
}

/// What the program tells the script that runs it.
enum ExitStatus: Int32 {
    case done = 0
    case refused = 1
    case usage = 2
    case notReachable = 3
    case noOutput = 4

    /// Says on standard error what is wrong, unless it was said.
    fileprivate init(_ error: any Error) {
        switch error {
        case let status as StatusError:
            self = status.status
        case let error as ClientError:
            Console.complain("throughcare-agency: \(error)")
            self =
                switch error {
                case .material: .usage
                default: error.isUnreachable ? .notReachable : .refused
                }
        case let error as UsageError:
            Console.complain("throughcare-agency: \(error.text)")
            self = .usage
        case let error as OutputError:
            Console.complain(
                "throughcare-agency: standard output cannot be written: "
                    + error.cause.localizedDescription)
            self = .noOutput
        default:
            let isHelp = AgencyCommand.exitCode(for: error) == .success
            let text = AgencyCommand.fullMessage(for: error)
            if isHelp { try? Console.write(line: text) } else { Console.complain(text) }
            self = isHelp ? .done : .usage
        }
    }

    fileprivate func exit() -> Never { Foundation.exit(rawValue) }
}

/// Ends the program with a status; everything has been said.
struct StatusError: Error {
    let status: ExitStatus
}

/// A file or a text that is not what it should be.
struct UsageError: Error, Equatable {
    let text: String
}

/// Standard output does not take any more.
struct OutputError: Error {
    let cause: any Error
}

/// Standard output and standard error, whole lines at a time.
enum Console {
    static func write(line: String) throws(OutputError) { try write(line: Array(line.utf8)) }

    static func write(line: [UInt8]) throws(OutputError) {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(line + [UInt8(ascii: "\n")]))
        } catch {
            throw OutputError(cause: error)
        }
    }

    static func complain(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data("\(text)\n".utf8))
    }
}
