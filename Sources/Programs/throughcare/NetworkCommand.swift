import AdminAPI
import ArgumentParser
import Linux

struct NetworkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "network", abstract: "Shows and changes the network.",
        subcommands: [Plan.self, Apply.self, Show.self, History.self])

    struct Plan: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows what a network file would change; changes nothing.")

        @OptionGroup var options: CommonOptions
        @Argument(help: "The network file; - for standard input.") var file: String

        func run() async throws {
            try await options.show(
                .posting(networkFile(file), to: "/v1/network/plan"),
                as: NetworkPlanReport.self
            ) { $0.planLines }
        }
    }

    struct Apply: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Applies a network file, in one transaction and without a restart.")

        @OptionGroup var options: CommonOptions
        @Option(
            help: ArgumentHelp(
                "Apply only while this version is in force: the one that was planned on.",
                valueName: "version"))
        var expect: Int32?
        @Argument(help: "The network file; - for standard input.") var file: String

        func validate() throws {
            if let expect, expect < 0 {
                throw ValidationError("--expect is a version, from 0 on")
            }
        }

        func run() async throws {
            let query = expect.map { "?expect=\($0)" } ?? ""
            try await options.show(
                .posting(networkFile(file), to: "/v1/network/apply" + query),
                as: NetworkPlanReport.self
            ) { $0.applyLines }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows the network in force.")

        @OptionGroup var options: CommonOptions
        @Flag(help: "Print the file as its author wrote it.") var document = false
        @Option(
            help: ArgumentHelp("The version whose file is printed.", valueName: "version"))
        var version: Int32?

        func run() async throws {
            guard document || version != nil else {
                return try await options.show("/v1/network", as: NetworkReport.self) { $0.lines }
            }
            let query = version.map { "&version=\($0)" } ?? ""
            let bytes = try await options.connection.send(
                .init(path: "/v1/network?document=1" + query))
            StandardStream.output.write(String(decoding: bytes, as: UTF8.self))
        }
    }

    struct History: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the versions of the network, the latest first.")

        @OptionGroup var options: CommonOptions

        func run() async throws {
            try await options.show("/v1/network/history", as: NetworkHistoryReport.self) {
                $0.lines
            }
        }
    }
}

/// Larger than any daemon takes.
private func networkFile(_ path: String) throws(SystemFault) -> [UInt8] {
    try WholeFile.read(path, limit: 256 << 20)
}

extension NetworkPlanReport {
    var planLines: [String] {
        heading
            + (changes.isEmpty
                ? ["Nothing would change: version \(base) is in force."]
                : ["Would change version \(base):"] + changes) + warningLines
            + (blocked ? ["", "This broker must not take this network."] : [])
    }

    var applyLines: [String] {
        heading
            + (applied
                ? ["Applied as version \(network.version):"] + changes
                : ["Nothing changed: version \(network.version) is in force."]) + warningLines
    }

    private var heading: [String] { demo ? [Words.demo, ""] : [] }

    private var warningLines: [String] {
        warnings.isEmpty ? [] : [""] + warnings.map(\.words)
    }
}

extension WarningLine {
    var words: String { "\(severity): \(subject): \(text)" }
}

extension NetworkReport {
    var lines: [String] {
        var lines = demo ? [Words.demo, ""] : []
        lines.append("\(network.id) (\(network.name)), version \(network.version)")
        lines.append("\(regions) regions, \(services) service types")
        var agencyTable = Table(
            .text("AGENCY"), .text("KIND"), .text("NAME"), .text("CERTIFICATES"),
            .text("SUPERVISOR"))
        agencyTable.rows = agencies.map {
            [
                $0.id, $0.kind, $0.name, $0.certificates.joined(separator: " "),
                Words.value($0.supervisor),
            ]
        }
        var agreementTable = Table(
            .text("AGREEMENT"), .text("PROVIDER"), .number("PRIORITY"), .number("LIVE"),
            .number("CAPACITY"), .text("SERVICES"), .text("REGIONS"))
        agreementTable.rows = agreements.map {
            [
                $0.id, $0.provider, Words.value($0.priority), Words.value($0.live),
                Words.value($0.capacity.map { "\($0)" }), $0.services.joined(separator: " "),
                $0.regions.joined(separator: " "),
            ]
        }
        return lines + [""] + agencyTable.lines + [""] + agreementTable.lines
    }
}

extension NetworkHistoryReport {
    var lines: [String] {
        var table = Table(.number("VERSION"), .text("AT"), .text("AUTHOR"), .number("BYTES"))
        table.rows = versions.map {
            [Words.value($0.version), $0.at, $0.author, Words.value($0.bytes)]
        }
        return table.lines
    }
}
