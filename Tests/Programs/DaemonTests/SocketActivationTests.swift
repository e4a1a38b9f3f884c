import Fixtures
import Foundation
import Testing

/// With systemd-socket-activate(1), which hands descriptors over as systemd does, and runs the
/// daemon at the first connection.
@Suite("Socket activation", .timeLimit(.minutes(5)))
struct SocketActivationTests {
    /// It closes what `Process` left open to see its child end, which then waits for that end and
    /// sees no other: a shell holds it open.
    private static let parent = """
        "$@" &
        wait "$!"
        """

    /// Stops the daemon below the shell; gives its exit status.
    private func stop(_ rig: Rig) async throws -> Int32 {
        let shell = try rig.daemon.process
        let children = try String(
            contentsOfFile: "/proc/\(shell.pid)/task/\(shell.pid)/children", encoding: .utf8)
        guard let child = children.split(separator: " ").first.flatMap({ Int32($0) }) else {
            throw FixtureFailure("the daemon does not run")
        }
        kill(child, SIGTERM)
        return try await shell.exit()
    }

    private func launcher(_ addresses: [String], names: String) -> [String] {
        // It passes nothing of its environment on but what it is told.
        let passed = ["LD_LIBRARY_PATH", "NOTIFY_SOCKET"].filter {
            ProcessInfo.processInfo.environment[$0] != nil
        }
        return ["/bin/bash", "-c", Self.parent, "bash", "/usr/bin/systemd-socket-activate"]
            + passed.map { "--setenv=\($0)" } + addresses.map { "--listen=\($0)" }
            + ["--fdname=\(names)"]
    }

    /// Connects, and that is all.
    private func knock(_ port: Int) throws {
        try run("bash", ["-c", "exec 3<>/dev/tcp/127.0.0.1/\(port)"])
    }

    @Test("gives each door its socket, on which it serves")
    func doors() async throws {
        let rig = try await Rig()
        #expect(try await rig.daemon.stop() == 0)
        let (amqp, health) = (try FreePort.find(), try FreePort.find())
        try rig.daemon.launch(
            through: launcher(
                ["127.0.0.1:\(amqp)", rig.daemon.adminSocket, "127.0.0.1:\(health)"],
                names: "amqp:admin:health"))
        _ = try await rig.daemon.process.lines.take("the last socket") {
            $0.contains(":\(health)")
        }
        try knock(health)
        try await rig.daemon.untilReady()
        #expect(rig.daemon.port == amqp)
        #expect(try rig.health("/livez", port: health) == "ok\n200")
        #expect(try rig.daemon.operate(["network", "show"]).contains("sample"))
        let peers = try ProtonPeer()
        let intake = try await rig.connect(peers, port: amqp).session().sender()
        #expect(try await intake.send(SampleMessages.referral("r")).outcome == "accepted")
        #expect(try await stop(rig) == 0)
        // It is the service manager's, and stays.
        #expect(FileManager.default.fileExists(atPath: rig.daemon.adminSocket))
    }

    @Test("is refused where a socket would have nobody who accepts")
    func second() async throws {
        let rig = try await Rig()
        #expect(try await rig.daemon.stop() == 0)
        let (first, second) = (try FreePort.find(), try FreePort.find())
        try rig.daemon.launch(
            through: launcher(
                ["127.0.0.1:\(first)", "127.0.0.1:\(second)"], names: "amqp:amqp"))
        _ = try await rig.daemon.process.lines.take("the last socket") {
            $0.contains(":\(second)")
        }
        try knock(first)
        #expect(try await rig.daemon.logged("stopped").contains("the second of its name"))
        #expect(try await rig.daemon.process.exit() == EX_CONFIG)
    }
}
