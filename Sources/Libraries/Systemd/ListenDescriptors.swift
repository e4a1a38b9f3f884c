import CSystemd
import Glibc

/// The sockets that the service manager opened for the daemon, by name (socket activation,
/// sd_listen_fds_with_names(3)). They are close-on-exec, and stay open as long as the process.
package struct ListenDescriptors: Sendable {
    /// One socket.
    package struct Socket: Sendable, Hashable {
        /// `FileDescriptorName=` of the socket unit; its unit's name by default.
        package var name: String
        /// The file descriptor.
        package var descriptor: CInt
        package var family: Family
        /// Whether it is a stream socket that listens, so that `accept` works on it.
        package var isListeningStream: Bool
    }

    package enum Family: Sendable, Hashable {
        case internet, internet6, unix
        /// `AF_…`, or -1 where it is no socket.
        case other(CInt)
    }

    /// The number of the system's error that sd_listen_fds_with_names(3) gave.
    package struct Failure: Error, Equatable, CustomStringConvertible {
        package var errno: CInt

        package var description: String {
            "the service manager's sockets cannot be taken: \(String(cString: strerror(errno)))"
        }
    }

    /// In the order of the socket units; several may have one name.
    package let sockets: [Socket]

    /// Takes what the environment of this process names; empty without socket activation. The
    /// environment is left as it is: it names this process, so that no child takes it for its own.
    package init() throws(Failure) {
        var names: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        let count = sd_listen_fds_with_names(0, &names)
        guard count >= 0 else { throw Failure(errno: -count) }
        var sockets: [Socket] = []
        for index in 0..<Int(count) {
            let descriptor = SD_LISTEN_FDS_START + CInt(index)
            sockets.append(
                Socket(
                    name: names?[index].map { String(cString: $0) } ?? "unknown",
                    descriptor: descriptor,
                    family: Self.family(of: descriptor),
                    isListeningStream: sd_is_socket(
                        descriptor, AF_UNSPEC, CInt(SOCK_STREAM.rawValue), 1) > 0))
            free(names?[index])
        }
        free(names)
        self.sockets = sockets
    }

    /// The sockets of one name.
    package func sockets(named name: String) -> [Socket] {
        sockets.filter { $0.name == name }
    }

    private static func family(of descriptor: CInt) -> Family {
        var family: CInt = -1
        var length = socklen_t(MemoryLayout<CInt>.size)
        guard getsockopt(descriptor, SOL_SOCKET, SO_DOMAIN, &family, &length) == 0 else {
            return .other(-1)
        }
        switch family {
        case AF_INET: return .internet
        case AF_INET6: return .internet6
        case AF_UNIX: return .unix
        default: return .other(family)
        }
    }
}
