import AdminAPI
import ArgumentParser

struct ReferralCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "referral", abstract: "Referrals: which are stuck, how one stands, and why.",
        subcommands: [List.self, Show.self, Explain.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the referrals that do not go on by themselves, the longest first.",
            discussion: """
                They wait for a provider or for their referrer, are held by their provider, or \
                their delivery to it was set aside; FOR is the time since the last word about \
                that. Those that lie in an inbox, or with a provider that has not decided, are not \
                among them: see inbox list.
                """)

        @OptionGroup var options: CommonOptions
        @Option(help: "How many at most, from 1 to 1000.") var limit = 100
        @Option(help: ArgumentHelp("Go on behind this position.", valueName: "position"))
        var after: Int64?

        func run() async throws {
            let path = "/v1/referrals?limit=\(limit)" + (after.map { "&after=\($0)" } ?? "")
            try await options.show(path, as: StuckReport.self) { report in
                var table = Table(
                    .text("REFERRAL"), .text("REGION"), .text("SERVICE"), .text("PRIORITY"),
                    .number("FOR"), .text("WHY"))
                table.rows = report.referrals.map {
                    [
                        $0.referral, $0.region, $0.service, $0.priority,
                        Words.age($0.ageSeconds), $0.why,
                    ]
                }
                let more = report.next.map { ["", "More: --after \($0)"] } ?? []
                return table.rows.isEmpty ? ["No referral is stuck."] : table.lines + more
            }
        }
    }

    /// A referral as everyone but its sender calls it.
    struct Name: ExpressibleByArgument {
        let agency: String
        let name: String

        init?(argument: String) {
            guard let slash = argument.firstIndex(of: "/") else { return nil }
            agency = String(argument[..<slash])
            name = String(argument[argument.index(after: slash)...])
            guard !agency.isEmpty, !name.isEmpty else { return nil }
        }

        var path: String { "/v1/referrals/\(agency.percentEncoded)/\(name.percentEncoded)" }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows a referral and its history; never its content.")

        @OptionGroup var options: CommonOptions
        @Argument(help: "The referral, as AGENCY/NAME.") var referral: Name

        func run() async throws {
            try await options.show(referral.path, as: ReferralReport.self) { $0.lines }
        }
    }

    struct Explain: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows who could take a referral now, and why or why not.")

        @OptionGroup var options: CommonOptions
        @Argument(help: "The referral, as AGENCY/NAME.") var referral: Name

        func run() async throws {
            try await options.show(
                referral.path + "/explain", as: ExplanationReport.self
            ) { $0.lines }
        }
    }
}

extension ReferralReport {
    var lines: [String] {
        var lines = demo ? [Words.demo, ""] : []
        lines.append("\(referral): \(status)" + (hold.map { ", \(Words.hold($0))" } ?? ""))
        lines.append("\(service) in \(region), \(priority), basis \(basis)")
        if let named { lines.append("only for \(named)") }
        lines.append("admitted \(admitted)" + (waiting ? "; waits in its lane" : ""))
        if let quarantined { lines.append("IN QUARANTINE \(quarantined.words)") }
        if !assignments.isEmpty {
            var table = Table(
                .text("ASSIGNMENT"), .text("PROVIDER"), .text("STATUS"), .text("AGREEMENT"),
                .text("HANDED OVER"))
            table.rows = assignments.map {
                [
                    $0.assignment, $0.provider, $0.status, Words.value($0.agreement),
                    $0.handedOver ? "yes" : "no",
                ]
            }
            lines += [""] + table.lines
        }
        var table = Table(
            .number("POSITION"), .text("AT"), .text("EVENT"), .text("ACTOR"), .text("DETAILS"))
        table.rows = history.map {
            [Words.value($0.position), $0.at, $0.kind, $0.actor, $0.details]
        }
        return lines + [""] + table.lines
    }
}

extension QuarantineMark {
    fileprivate var words: String { "since \(since): \(cause ?? "unknown")" }
}

extension StuckLine {
    fileprivate var why: String {
        let what = quarantined.map { "in quarantine: \($0)" } ?? hold.map(Words.hold) ?? "unknown"
        let facts = [agency, reason].compactMap(\.self).joined(separator: ", ")
        return what + (facts.isEmpty ? "" : " (\(facts))")
    }
}

extension HistoryLine {
    fileprivate var details: String {
        let parts: [(String, String?)] = [
            ("", assignment), ("status ", status), ("reason ", reason), ("for ", inbox),
            ("under ", agreement), ("entry ", entry.map { "\($0)" }),
            ("attempt ", attempt.map { "\($0)" }), ("outcome ", outcome), ("code ", code),
        ]
        return parts.compactMap { name, value in value.map { name + $0 } }
            .joined(separator: ", ")
    }
}

extension ExplanationReport {
    /// Why nobody is asked now, whatever routing would say.
    private var dormant: String? {
        if ended { return "it has ended, and nobody will be asked" }
        if let quarantined, let holder {
            return "its delivery to \(holder) is IN QUARANTINE \(quarantined.words)"
        }
        if let holder { return "it is with \(holder) now" }
        // `provider`: that nobody serves it, which is what routing is asked about.
        guard let hold, hold != "provider" else { return nil }
        return "it is on hold (\(Words.hold(hold))), and nobody is asked until that ends"
    }

    var lines: [String] {
        var lines = demo ? [Words.demo, ""] : []
        lines.append("\(referral): \(status); \(service) in \(region), asked for \(today)")
        if let named { lines.append("its sender wants \(named)") }
        if !declined.isEmpty {
            lines.append("was before with \(declined.joined(separator: ", "))")
        }
        if let dormant { lines.append("\(dormant): what follows is what else could be") }
        lines.append(
            chosen.map { "would be offered under \($0)" }
                ?? "nobody \(holder == nil ? "" : "else ")would be asked: \(gap ?? "unknown")")
        guard !candidates.isEmpty else { return lines }
        var table = Table(
            .text("AGREEMENT"), .text("PROVIDER"), .text("REGION"), .text("SERVICE"),
            .number("PRIORITY"), .number("LIVE"), .number("CAPACITY"), .text("VERDICT"))
        table.rows = candidates.map {
            [
                $0.agreement, $0.provider, $0.region, $0.service, Words.value($0.priority),
                Words.value($0.live), Words.value($0.capacity.map { "\($0)" }), $0.verdict,
            ]
        }
        return lines + [""] + table.lines
    }
}
