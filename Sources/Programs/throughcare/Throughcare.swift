import AdminAPI
import ArgumentParser
import Linux

/// `throughcare`: the operators' command line. It asks the daemon over its admin socket, and knows
/// nothing that the socket does not tell.
@main
struct Throughcare: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "throughcare", abstract: "Looks after a Throughcare broker.",
        discussion: """
            Exit codes: 0 done, 1 refused by the daemon, 2 used wrongly, 3 daemon not reachable.
            """,
        version: "0.1.0",
        subcommands: [
            StatusCommand.self, NetworkCommand.self, LaneCommand.self, InboxCommand.self,
            ReferralCommand.self, QuarantineCommand.self,
        ])

    /// Taken before a subcommand as well as behind it.
    @OptionGroup var options: CommonOptions

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as AdminConnection.Failure {
            say(failure.words)
            exit(withCode: failure.exitCode)
        } catch let failure as SystemFault {
            say(["\(failure)"])
            exit(withCode: .usage)
        } catch {
            // Help and version are errors too, of a kind that is none.
            guard exitCode(for: error) != .success else { exit(withError: error) }
            say([fullMessage(for: error)])
            exit(withCode: .usage)
        }
    }

    private static func say(_ lines: [String]) {
        StandardStream.error.write(lines.map { $0 + "\n" }.joined())
    }

    private static func exit(withCode code: ProgramExit) -> Never {
        exit(withError: ExitCode(code.rawValue))
    }
}

/// How the program ends, for scripts.
enum ProgramExit: Int32 {
    case done = 0
    case refused = 1
    case usage = 2
    case unreachable = 3
}

extension AdminConnection.Failure {
    var exitCode: ProgramExit {
        switch self {
        case .refused: .refused
        case .unreachable, .unreadable: .unreachable
        }
    }

    var words: [String] {
        switch self {
        case .unreachable(let socket, let cause): return ["\(socket): \(cause)"]
        case .unreadable(let what): return [what]
        case .refused(let problem):
            let errors = (problem.errors ?? []).map { error in
                let place = error.line.map { "line \($0): " } ?? ""
                return
                    "  \(place)\(error.pointer.isEmpty ? "" : error.pointer + ": ")\(error.detail)"
            }
            let warnings = (problem.warnings ?? []).map(\.words)
            return ["\(problem.title): \(problem.detail)"] + errors + warnings
        }
    }
}

/// What every command takes.
struct CommonOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The daemon's admin socket; by default $THROUGHCARE_SOCKET, then \(Self.standard).",
            valueName: "path"))
    var socket: String?

    @Flag(help: "Print the daemon's JSON instead of a table.")
    var json = false

    static let standard = "/run/throughcare/admin.sock"

    var connection: AdminConnection {
        AdminConnection(
            socket: socket ?? EnvironmentVariable.value("THROUGHCARE_SOCKET") ?? Self.standard)
    }

    /// Asks, and prints the answer: as it came, or as `lines` makes it for people.
    func show<Report: Decodable>(
        _ request: AdminConnection.Request, as type: Report.Type, lines: (Report) -> [String]
    ) async throws {
        let (report, bytes) = try await connection.get(request, as: type)
        let text = json ? [String(decoding: bytes, as: UTF8.self)] : lines(report)
        StandardStream.output.write(text.map { $0 + "\n" }.joined())
    }

    /// Asks, and prints what was reported.
    func show<Report: Decodable>(
        _ path: String, as type: Report.Type, lines: (Report) -> [String]
    ) async throws {
        try await show(AdminConnection.Request(path: path), as: type, lines: lines)
    }
}
