import AdminAPI
import ArgumentParser

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Shows how the broker stands.")

    @OptionGroup var options: CommonOptions

    func run() async throws {
        try await options.show("/v1/status", as: StatusReport.self) { $0.lines }
    }
}

extension StatusReport {
    private var inboxes: String {
        "\(deliverable ?? 0) entries, \(inFlight ?? 0) in flight, \(consumers ?? 0) consumers"
    }

    var lines: [String] {
        var lines = demo ? [Words.demo, ""] : []
        let network = self.network
        let isKnown = waiting != nil
        let facts = [
            ("Program", program),
            ("Network", "\(network.id) (\(network.name)), version \(network.version)"),
            ("Demo", demo ? "true" : "false"),
            ("Ready", ready ? "yes" : "NO"),
            ("Up", "\(Words.age(uptimeSeconds)), since \(started)"),
            ("Database", open ? "answers; epoch \(epoch), head \(head)" : "DOES NOT ANSWER"),
            ("Shard", "showed life \(Words.age(beatAgeSeconds)) ago; \(queue) commands wait"),
            ("Waiting", isKnown ? "\(waiting ?? 0) referrals in lanes" : "not known yet"),
            ("Inboxes", isKnown ? inboxes : "not known yet"),
            ("Quarantine", isKnown ? "\(quarantined ?? 0) entries" : "not known yet"),
            ("Certificate", certificateNotAfter.map { "until \($0)" } ?? "none"),
        ]
        let width = facts.map(\.0.count).max() ?? 0
        lines += facts.map { name, value in
            name + String(repeating: " ", count: width - name.count) + "  " + value
        }
        var table = Table(.text("DOOR"), .text("LISTENS"), .number("CONNECTIONS"))
        table.rows = doors.map {
            [$0.name, $0.listening ? "yes" : "NO", Words.value($0.connections)]
        }
        lines += [""] + table.lines
        if stopping { lines += ["", "The daemon is stopping."] }
        if !failing.isEmpty { lines += ["", "Not ready:"] + failing.map { "  " + $0 } }
        return lines
    }
}
