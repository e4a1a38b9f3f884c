import AdminAPI
import ArgumentParser

struct LaneCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lane", abstract: "Where referrals wait for a provider.",
        subcommands: [List.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the lanes with somebody in them, the fullest first.")

        @OptionGroup var options: CommonOptions

        func run() async throws {
            try await options.show("/v1/lanes", as: LaneReport.self) { report in
                var table = Table(
                    .text("REGION"), .text("SERVICE"), .number("WAITING"), .number("OLDEST"))
                table.rows = report.lanes.map {
                    [
                        $0.region, $0.service, Words.value($0.depth),
                        Words.age($0.oldestAgeSeconds),
                    ]
                }
                return table.rows.isEmpty ? ["Nobody waits in a lane."] : table.lines
            }
        }
    }
}

struct InboxCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox", abstract: "What waits for agencies.", subcommands: [List.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the inboxes in which something lies, or from which somebody takes.")

        @OptionGroup var options: CommonOptions

        func run() async throws {
            try await options.show("/v1/inboxes", as: InboxReport.self) { report in
                var table = Table(
                    .text("AGENCY"), .number("ENTRIES"), .number("IN FLIGHT"),
                    .number("CONSUMERS"), .number("OLDEST"))
                table.rows = report.inboxes.map {
                    [
                        $0.agency, Words.value($0.depth), Words.value($0.inFlight),
                        Words.value($0.consumers), Words.age($0.oldestAgeSeconds),
                    ]
                }
                return table.rows.isEmpty ? ["All inboxes are empty."] : table.lines
            }
        }
    }
}

struct QuarantineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quarantine", abstract: "What was set aside for an operator.",
        subcommands: [List.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the entries that were set aside, the latest first.")

        @OptionGroup var options: CommonOptions
        @Option(help: "How many at most, from 1 to 1000.") var limit = 100
        @Option(
            help: ArgumentHelp("Go on behind this position.", valueName: "position"))
        var before: Int64?

        func run() async throws {
            let path =
                "/v1/quarantine?limit=\(limit)" + (before.map { "&before=\($0)" } ?? "")
            try await options.show(path, as: QuarantineReport.self) { report in
                var table = Table(
                    .number("POSITION"), .text("AGENCY"), .text("REFERRAL"), .text("TYPE"),
                    .text("CAUSE"), .text("ASSIGNMENT"), .number("ATTEMPTS"), .text("SINCE"))
                table.rows = report.entries.map {
                    [
                        Words.value($0.position), $0.agency, Words.value($0.referral), $0.type,
                        Words.value($0.cause),
                        [$0.assignment, $0.assignmentStatus].compactMap(\.self)
                            .joined(separator: " "), Words.value($0.attempts), $0.since,
                    ]
                }
                let more = report.next.map { ["", "More: --before \($0)"] } ?? []
                return table.rows.isEmpty ? ["Nothing is in quarantine."] : table.lines + more
            }
        }
    }
}
