import Fixtures
import Foundation
import Testing

@Suite("The watchdog", .timeLimit(.minutes(5)))
struct WatchdogTests {
    private func fed(_ rig: Rig) async throws {
        _ = try await rig.manager.notifications.take("the watchdog's food") { $0 == "WATCHDOG=1" }
    }

    @Test("is fed while the shard lives, and also while it waits for a COMMIT")
    func fedWhileWaiting() async throws {
        let rig = try await Rig(watchdog: .seconds(2))
        for _ in 0..<3 { try await fed(rig) }
        let peers = try ProtonPeer()
        let intake = try await rig.connect(peers).session().sender()
        rig.proxy.judge { .hold }
        intake.post(SampleMessages.referral("r"), tag: "r")
        _ = try await rig.proxy.held.take("a COMMIT that is kept back") { _ in true }
        // More than the interval's worth that were on the way.
        for _ in 0..<(rig.told.count { $0 == "WATCHDOG=1" } + 6) { try await fed(rig) }
        #expect(intake.connection.left(.outcome).isEmpty)
        rig.proxy.judge { .pass }
        rig.proxy.release()
        #expect(try await intake.outcome(of: "r").outcome == "accepted")
        #expect(try await rig.daemon.stop() == 0)
    }

    @Test("is not fed while the shard's loop spins, and the log says so")
    func hungryWhileStuck() async throws {
        let rig = try await Rig(watchdog: .seconds(2), fault: "spin")
        try await fed(rig)
        let scratch = try ScratchDirectory()
        try scratch.write(SampleNetwork(pairs: 2).yaml, to: "network.yaml")
        let command = try RunningProgram(
            TestSurroundings.program("throughcare"),
            [
                "network", "apply", scratch.path("network.yaml"), "--socket",
                rig.daemon.adminSocket,
            ], reads: .complaints)
        try await rig.daemon.logged("shard-silent")
        let before = rig.told.count { $0 == "WATCHDOG=1" }
        for _ in 0..<4 { try await rig.daemon.logged("shard-silent") }
        #expect(rig.told.count { $0 == "WATCHDOG=1" } == before)
        try await rig.daemon.kill()
        command.signal(SIGKILL)
        _ = try await command.exit()
    }
}
