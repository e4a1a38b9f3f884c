import Glibc

/// Who is at the other end of a connected Unix socket, as the kernel noted when it connected
/// (`SO_PEERCRED`, `SO_PEERGROUPS`; unix(7), socket(7)).
package struct PeerCredentials: Sendable, Hashable {
    package let pid: Int32
    package let uid: UInt32
    package let gid: UInt32
    /// The peer's supplementary groups; empty where the kernel does not tell.
    package let groups: [UInt32]

    package init(pid: Int32, uid: UInt32, gid: UInt32, groups: [UInt32] = []) {
        self.pid = pid
        self.uid = uid
        self.gid = gid
        self.groups = groups
    }

    /// Asks the kernel about a connected Unix socket (getsockopt(2)).
    package init(descriptor: CInt) throws(SystemFault) {
        // struct ucred: a pid_t, a uid_t, a gid_t.
        var words: (Int32, UInt32, UInt32) = (0, .max, .max)
        var length = socklen_t(MemoryLayout.size(ofValue: words))
        guard getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &words, &length) == 0,
            Int(length) == MemoryLayout.size(ofValue: words)
        else { throw SystemFault("ask who the peer is") }
        self.init(
            pid: words.0, uid: words.1, gid: words.2, groups: Self.groups(of: descriptor))
    }

    /// A second call where the first buffer was too short; the kernel says how long it must be.
    private static func groups(of descriptor: CInt) -> [UInt32] {
        // SO_PEERGROUPS, since Linux 4.13; glibc's headers hide it behind a kernel header.
        let option: CInt = 59
        let size = socklen_t(MemoryLayout<UInt32>.size)
        var groups = [UInt32](repeating: 0, count: 64)
        for _ in 0..<2 {
            var length = socklen_t(groups.count) * size
            if getsockopt(descriptor, SOL_SOCKET, option, &groups, &length) == 0 {
                return Array(groups.prefix(Int(length / size)))
            }
            guard errno == ERANGE else { return [] }
            groups = [UInt32](repeating: 0, count: Int(length / size))
        }
        return []
    }
}

/// A call of the system that failed.
package struct SystemFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// What was tried, as a verb phrase.
    package let action: String
    package let errno: CInt

    /// Takes `errno` as the last call left it.
    init(_ action: String) {
        self.init(action, errno: Glibc.errno)
    }

    package init(_ action: String, errno: CInt) {
        self.action = action
        self.errno = errno
    }

    package var description: String { "cannot \(action): \(String(cString: strerror(errno)))" }
}
