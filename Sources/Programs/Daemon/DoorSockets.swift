import Glibc
import Systemd

/// The sockets that the service manager made for the daemon's doors: each door serves one.
struct DoorSockets: Sendable {
    /// The doors, by the name that their socket has (`FileDescriptorName=`).
    enum Door: String, CaseIterable, Sendable {
        case amqp, admin, health
    }

    private let sockets: [Door: CInt]

    /// - Throws: on a socket to which nobody would answer: `DaemonFailure`, with the remedy.
    init(_ given: [ListenDescriptors.Socket]) throws {
        var sockets: [Door: CInt] = [:]
        for socket in given {
            guard let door = Door(rawValue: socket.name) else {
                throw Self.refusal(
                    of: socket, "belongs to no door",
                    remedy: "its socket unit needs FileDescriptorName=, one of "
                        + Door.allCases.map(\.rawValue).joined(separator: ", "))
            }
            guard socket.isListeningStream else {
                throw Self.refusal(
                    of: socket, "is not a stream socket that listens",
                    remedy: "its socket unit needs ListenStream= and Accept=no")
            }
            let isUnix = socket.family == .unix
            guard isUnix == (door == .admin) else {
                throw Self.refusal(
                    of: socket, isUnix ? "is a Unix socket" : "is no Unix socket",
                    remedy: door == .admin
                        ? "operators are known by the Unix socket that they use: "
                            + "ListenStream= is a path"
                        : "ListenStream= is a port, or an address and a port")
            }
            guard sockets.updateValue(socket.descriptor, forKey: door) == nil else {
                throw Self.refusal(
                    of: socket, "is the second of its name, and the door serves one",
                    remedy: "one ListenStream=; a port alone, or [::] with BindIPv6Only=both, "
                        + "is IPv4 and IPv6 at once")
            }
        }
        self.sockets = sockets
    }

    /// nil: the door makes its own.
    subscript(door: Door) -> CInt? { sockets[door] }

    private static func refusal(
        of socket: ListenDescriptors.Socket, _ problem: String, remedy: String
    ) -> DaemonFailure {
        DaemonFailure(
            status: EX_CONFIG,
            text: "the service manager's socket \(socket.name) (descriptor \(socket.descriptor)) "
                + "\(problem): \(remedy)")
    }
}
