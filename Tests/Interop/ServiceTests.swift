import Fixtures
import Foundation
import Testing

@Suite("The daemon as a service")
struct ServiceTests {
    @Test("says what it serves when it is ready, and again when it has reloaded")
    func reload() async throws {
        let systemd = try NotifySocket()
        var settings = DaemonProcess.Settings()
        settings.network = SampleNetwork(pairs: 1)
        settings.environment = systemd.environment
        let daemon = try await DaemonProcess(settings, authority: try TestAuthority())
        #expect(try await systemd.status(with: "READY=1") == "Serving the network none")
        try daemon.process.signal(SIGHUP)
        #expect(try await systemd.status(with: "RELOADING=1") == "Reading certificates")
        #expect(try await systemd.status(with: "READY=1") == "Serving the DEMO network sample")
        #expect(try await daemon.stop() == 0)
    }

    @Test("ends with what to do where its port is taken")
    func takenPort() async throws {
        let other = try await Interop.shared.daemon
        var settings = DaemonProcess.Settings()
        settings.port = other.port
        let failure = await #expect(throws: FixtureFailure.self) {
            try await DaemonProcess(settings, authority: try TestAuthority())
        }
        let words = failure?.description ?? ""
        #expect(words.contains("the daemon ended with \(EX_UNAVAILABLE)"))
        let place = "listen.amqp.port: cannot listen on 127.0.0.1:\(other.port): something else"
        #expect(words.contains(place), "\(words)")
        #expect(words.contains("or name another port"))
    }
}
