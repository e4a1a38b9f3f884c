import Foundation
import Testing

@testable import Brokering

@Suite("The command line", .serialized)
struct CommandLineTests {
    /// A network file in the daemon's directory.
    private func write(_ text: String, for daemon: Daemon) throws -> String {
        let path = daemon.directory + "/network.yaml"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    @Test("plans, applies and shows a network")
    func network() async throws {
        try await Daemon.run { daemon in
            let file = try write(Daemon.demoNetwork, for: daemon)
            let plan = try await daemon.throughcare("network", "plan", file)
            #expect(plan.status == 0, "\(plan)")
            #expect(plan.output.contains("Would change version 0:\n"))
            #expect(plan.output.contains("+ agency demo-prison (prison, "))
            let apply = try await daemon.throughcare("network", "apply", file, "--expect", "0")
            #expect(apply.status == 0)
            #expect(apply.output.contains("Applied as version 1:\n"))
            #expect(apply.output.hasPrefix("DEMO NETWORK"))
            let show = try await daemon.throughcare("network", "show")
            #expect(show.output.contains("AGENCY"))
            let document = try await daemon.throughcare("network", "show", "--document")
            #expect(document.output == Daemon.demoNetwork)
            let history = try await daemon.throughcare("network", "history")
            #expect(history.output.contains("VERSION"))
            #expect(history.output.contains("operator:"))
        }
    }

    @Test("shows how things stand in tables, and in JSON for programs")
    func tables() async throws {
        try await Daemon.run { daemon in
            try await daemon.applyDemo()
            _ = try await daemon.refer("r1")
            let status = try await daemon.throughcare("status")
            #expect(status.status == 0, "\(status)")
            #expect(status.output.hasPrefix("DEMO NETWORK: "))
            #expect(status.output.contains("\nDemo         true\n"))
            #expect(status.output.contains("\namqp  yes"))
            let json = try await daemon.throughcare("status", "--json")
            let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
            #expect((object as? [String: Any])?["demo"] as? Bool == true)
            let inboxes = try await daemon.throughcare("inbox", "list")
            let rows = inboxes.output.split(separator: "\n")
            #expect(rows.first == "AGENCY       ENTRIES  IN FLIGHT  CONSUMERS  OLDEST")
            #expect(rows.dropFirst().first?.hasPrefix("demo-clinic        1          0") == true)
            #expect(
                try await daemon.throughcare("lane", "list").output
                    == "Nobody waits in a lane.\n")
            #expect(
                try await daemon.throughcare("quarantine", "list").output
                    == "Nothing is in quarantine.\n")
            let referral = try await daemon.throughcare("referral", "show", "demo-prison/r1")
            #expect(referral.output.contains("demo-prison/r1: requested"))
            #expect(referral.output.contains("a1"))
            let explained = try await daemon.throughcare(
                "referral", "explain", "demo-prison/r1")
            #expect(explained.output.contains("it is with demo-clinic now: what follows"))
            #expect(explained.output.contains("nobody else would be asked: "))
            #expect(explained.output.contains("has-it-now"))
        }
    }

    @Test("says what is not known before the database was read, and does not call it empty")
    func unknown() async throws {
        var options = Daemon.Options()
        options.hasShard = false
        try await Daemon.run(options) { daemon in
            for list in ["lane", "inbox"] {
                let ran = try await daemon.throughcare(list, "list")
                #expect(ran.status == 1 && ran.output.isEmpty, "\(ran)")
                #expect(ran.error.contains("it has not read the database"), "\(ran)")
            }
            let status = try await daemon.throughcare("status")
            #expect(status.output.contains("\nWaiting      not known yet\n"), "\(status)")
        }
    }

    @Test("ends with 1 for what the daemon refuses, and says why")
    func refused() async throws {
        try await Daemon.run { daemon in
            let file = try write("network: {}\n", for: daemon)
            let ran = try await daemon.throughcare("network", "apply", file)
            #expect(ran.status == 1)
            #expect(ran.output.isEmpty)
            #expect(ran.error.contains("The network file has faults"))
            #expect(ran.error.contains("line 1: "))
            let none = try await daemon.throughcare("referral", "show", "a/b")
            #expect(none.status == 1)
            #expect(none.error.contains("no agency has sent a referral a/b"))
        }
    }

    @Test("tells its version")
    func version() async throws {
        let ran = try await Ran.run([try Daemon.program(), "--version"])
        #expect(ran.status == 0)
        #expect(ran.output == "0.1.0\n")
    }

    @Test(
        "ends with 2 where it is used wrongly, before it asks anybody",
        arguments: [
            ["nonsense"], ["status", "--colour"], ["referral", "show", "no-slash"],
            ["network", "apply", "/no/such/file"], ["network", "plan"],
            ["quarantine", "list", "--limit", "x"],
        ])
    func usage(_ arguments: [String]) async throws {
        let ran = try await Ran.run(
            [try Daemon.program()] + arguments, environment: ["THROUGHCARE_SOCKET": "/nowhere"])
        #expect(ran.status == 2, "\(ran)")
        #expect(ran.output.isEmpty)
        #expect(!ran.error.isEmpty)
    }

    @Test(
        "takes what every command takes before it and behind it",
        arguments: [
            ["--socket", "/no/such", "status"], ["--socket=/no/such", "--json", "status"],
            ["status", "--json", "--socket", "/no/such"],
            ["--socket", "/no/such", "network", "show"],
            ["network", "--socket", "/no/such", "show"],
            ["--json", "referral", "show", "a/b", "--socket", "/no/such"],
        ])
    func placeOfOptions(_ arguments: [String]) async throws {
        let ran = try await Ran.run(
            [try Daemon.program()] + arguments, environment: ["THROUGHCARE_SOCKET": "/nowhere"])
        #expect(ran.status == 3, "\(ran)")
        #expect(ran.error.hasPrefix("/no/such: "))
    }

    @Test("ends with 3 where nobody answers, and with 0 for help")
    func unreachable() async throws {
        let program = try Daemon.program()
        let ran = try await Ran.run([program, "status", "--socket", "/no/such/socket"])
        #expect(ran.status == 3)
        #expect(ran.error == "/no/such/socket: there is no such socket: is the daemon running?\n")
        let help = try await Ran.run([program, "--help"])
        #expect(help.status == 0)
        #expect(help.output.contains("USAGE: throughcare [--socket <path>] [--json] <subcommand>"))
        #expect(help.output.contains("0 done, 1 refused by the daemon, 2 used wrongly, 3 "))
    }
}
