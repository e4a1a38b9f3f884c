import Fixtures
import Foundation
import Testing

@Suite("A reload", .timeLimit(.minutes(5)))
struct ReloadTests {
    /// The number of the certificate that the door shows.
    private func served(_ rig: Rig) throws -> String {
        let prison = try rig.authority.agency(SampleNetwork.prison(0))
        let shown = try run(
            "sh",
            [
                "-c", "openssl s_client \"$@\" </dev/null 2>&1 | openssl x509 -noout -serial",
                "sh", "-connect", "127.0.0.1:\(rig.daemon.port)", "-cert", prison.certificate,
                "-key", prison.key,
            ])
        return shown
    }

    private func issued(_ rig: Rig) throws -> String {
        try run(
            "openssl",
            ["x509", "-noout", "-serial", "-in", try rig.authority.broker().certificate])
    }

    @Test("serves a new certificate to who comes, and keeps who is there")
    func certificate() async throws {
        let rig = try await Rig()
        let first = try issued(rig)
        #expect(try served(rig) == first)
        let peers = try ProtonPeer()
        let intake = try await rig.connect(peers).session().sender()
        try rig.authority.renewBroker()
        try rig.daemon.process.signal(SIGHUP)
        #expect(try await rig.manager.status(with: "RELOADING=1") == "Reading certificates")
        #expect(
            try await rig.manager.status(with: "READY=1") == "Serving the DEMO network sample")
        let second = try issued(rig)
        #expect(first != second)
        #expect(try served(rig) == second)
        #expect(try await intake.send(SampleMessages.referral("r")).outcome == "accepted")
        #expect(try await rig.daemon.stop() == 0)
        #expect(
            try await rig.manager.status(with: "STOPPING=1") == "Closing connections")
    }

    @Test("takes the log's level, and names what waits for a restart")
    func configuration() async throws {
        let rig = try await Rig()
        try rig.daemon.configure(
            "log: { level: debug }\npostgresqlBinaries: /usr/lib/postgresql/15/bin")
        try rig.daemon.process.signal(SIGHUP)
        #expect(
            try await rig.daemon.logged("restart-needed").hasSuffix("keys=postgresqlBinaries"))
        #expect(try await rig.daemon.logged("reloaded").hasSuffix("log-level=debug"))
        #expect(try await rig.daemon.stop() == 0)
    }

    @Test("that fails is said to have failed, and all is as it was", arguments: [true, false])
    func failure(isOfCertificate: Bool) async throws {
        let rig = try await Rig()
        if isOfCertificate {
            try FileManager.default.removeItem(atPath: try rig.authority.broker().key)
        } else {
            try rig.daemon.configure("log: { level: loud }")
        }
        try rig.daemon.process.signal(SIGHUP)
        try await rig.daemon.logged("reload-failed")
        let status = try await rig.manager.status(with: "READY=1") ?? ""
        #expect(
            status.hasPrefix(
                "Serving the DEMO network sample; the reload failed, and all is as it was: "))
        let peers = try ProtonPeer()
        _ = try await rig.connect(peers)
        #expect(try await rig.daemon.stop() == 0)
    }
}
