import Testing

@testable import Daemon
@testable import Systemd

@Suite("The sockets of the service manager")
struct DoorSocketsTests {
    typealias Socket = ListenDescriptors.Socket

    private static func socket(
        _ name: String, _ descriptor: Int32 = 3, _ family: ListenDescriptors.Family = .internet6,
        listens: Bool = true
    ) -> Socket {
        Socket(
            name: name, descriptor: descriptor, family: family, isListeningStream: listens)
    }

    @Test("are one for each door that has one")
    func taken() throws {
        let sockets = try DoorSockets([
            Self.socket("amqp", 3), Self.socket("admin", 4, .unix),
            Self.socket("health", 5, .internet),
        ])
        #expect(sockets[.amqp] == 3)
        #expect(sockets[.admin] == 4)
        #expect(sockets[.health] == 5)
        #expect(try DoorSockets([])[.amqp] == nil)
    }

    @Test(
        "are refused where nobody would answer, with the socket and the remedy",
        arguments: [
            ([socket("throughcared.socket")], "belongs to no door", "FileDescriptorName="),
            ([socket("amqp"), socket("amqp", 4)], "the second of its name", "BindIPv6Only=both"),
            ([socket("amqp", listens: false)], "not a stream socket that listens", "Accept=no"),
            ([socket("admin")], "is no Unix socket", "ListenStream= is a path"),
            ([socket("health", 3, .unix)], "is a Unix socket", "ListenStream= is a port"),
        ])
    func refused(sockets: [Socket], problem: String, remedy: String) {
        let failure = #expect(throws: DaemonFailure.self) { try DoorSockets(sockets) }
        #expect(failure?.status == 78)
        let text = failure?.text ?? ""
        #expect(text.contains(problem) && text.contains(remedy), "\(text)")
        #expect(text.contains(sockets[0].name), "\(text)")
    }
}
