import ArgumentParser
import Foundation

/// What can be measured.
enum Scenario: String, CaseIterable, ExpressibleByArgument, Sendable {
    case confirm, single, deliver, cycle, settle, backlog, xmin, idle, start, hostile
}

/// `throughcare-bench`: how fast a broker is on this machine, and what it costs.
@main
struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "throughcare-bench",
        abstract: "Measure a broker on this machine, over real AMQP and mutual TLS.",
        discussion: """
            Starts a daemon of its own, with an embedded database under full durability, in a \
            temporary directory, and drives it from this process. Daemon, database and this \
            process share the machine, and their CPU time is told apart; CPU per referral is the \
            steadiest figure on a machine that does other things. Referrals have 1 KiB of JSON, \
            each for another person, and go to eight providers.

            SCENARIOS
              confirm   8 connections × 64 unanswered: confirms per second, latency, CPU; and \
            the same statements without a daemon, the ceiling
              single    1 × 1: the latency of one commit; and its ceiling
              deliver   500 referrals/s whatever happens: from due to delivered
              cycle     sent, delivered, settled: CPU per referral
              settle    a backlog taken by 8 receivers × 64
              backlog   confirms and settlements before and after a backlog has grown: the ratio
              xmin      the cycle with a transaction held open elsewhere: the ratio
              idle      memory for each connection that does nothing
              start     from exec to the first connection
              hostile   confirms at 500/s, alone and among peers that misbehave: the ratio of p99

            EXAMPLES
              throughcare-bench                    all of them, three rounds
              throughcare-bench cycle --rounds 5
              throughcare-bench cycle --profile    wait for a profiler before measuring
            """)

    @Argument(help: "What to measure; everything when nothing is named.")
    var scenarios: [Scenario] = []

    @Option(help: "Rounds of each; the median is told.")
    var rounds = 3

    @Option(help: "Referrals of a round.")
    var count = 20_000

    @Option(help: "Seconds that a part of a round may take.")
    var seconds = 30

    @Option(help: "Referrals that wait, in `backlog` and `start`.")
    var backlog = 1_000_000

    @Option(help: "Seconds for which `xmin` holds its transaction open.")
    var hold = 120

    @Option(help: "Connections in `idle`.")
    var connections = 2_000

    @Option(help: "The daemon's program; the one beside this program when none is named.")
    var daemon: String?

    @Option(help: "The port that the daemon listens on.")
    var port = 26_671

    @Flag(help: "Leave the directory with the database and the daemon's log there.")
    var keep = false

    @Flag(help: "Tell the processes' ids once all is warm, and wait for a line of input.")
    var profile = false

    func run() async throws {
        let path = CommandLine.arguments.first ?? "throughcare-bench"
        let beside = URL(fileURLWithPath: path).deletingLastPathComponent()
            .appendingPathComponent("throughcared").path
        guard FileManager.default.isExecutableFile(atPath: daemon ?? beside) else {
            throw ValidationError(
                "\(daemon ?? beside) is no program: build it (swift build -c release --product "
                    + "throughcared), or name another with --daemon")
        }
        if geteuid() == 0 { try becomeUnprivileged() }
        let run = ScenarioRun(
            settings: RunSettings(
                program: daemon ?? beside, port: port, rounds: rounds, count: count,
                seconds: Int64(seconds), backlog: backlog, hold: .seconds(hold),
                connections: connections, keeps: keep, waitsForProfiler: profile))
        let chosen = scenarios.isEmpty ? Scenario.allCases : scenarios
        do {
            var report = Report()
            for scenario in chosen {
                FileHandle.standardError.write(Data("\(scenario.rawValue) …\n".utf8))
                for figures in try await run.measure(scenario) { report.add(figures) }
            }
            print(report.markdown)
        } catch let error as BenchError {
            FileHandle.standardError.write(Data("throughcare-bench: \(error)\n".utf8))
            throw ExitCode.failure
        }
    }

    /// PostgreSQL does not run as root: starts this program again as nobody, and ends with it.
    private func becomeUnprivileged() throws -> Never {
        let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            [
                "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "env", "HOME=/tmp",
                program,
            ] + CommandLine.arguments.dropFirst()
        process.currentDirectoryURL = URL(fileURLWithPath: "/tmp")
        try process.run()
        process.waitUntilExit()
        throw ExitCode(process.terminationStatus)
    }
}
