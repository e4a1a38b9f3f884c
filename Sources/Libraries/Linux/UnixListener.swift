import Glibc

/// Makes a listening Unix socket that nobody but its owner and its group can ever connect to.
package enum UnixListener {
    package enum Failure: Error, Sendable, Hashable, CustomStringConvertible {
        /// More bytes than a socket's address has room for.
        case pathTooLong(String)
        /// Somebody listens there.
        case inUse(String)
        /// There is something else than a socket.
        case notASocket(String)
        case system(SystemFault)

        package var description: String {
            switch self {
            case .pathTooLong(let path):
                "\(path) is longer than the \(longestPath) bytes of a socket's path"
            case .inUse(let path): "another process listens on \(path)"
            case .notASocket(let path): "\(path) is there, and is no socket"
            case .system(let fault): "\(fault)"
            }
        }
    }

    /// In bytes, without the zero at the end (unix(7)).
    package static let longestPath = 107

    /// Binds a stream socket and listens. A socket that a dead process left is removed first; one
    /// on which somebody listens is not.
    ///
    /// - Parameters:
    ///   - mode: of the socket's file; it holds from the file's first moment.
    ///   - group: whose the file becomes; nil to leave it.
    /// - Returns: the descriptor, close-on-exec, which is the caller's to close.
    package static func open(
        path: String, mode: UInt32 = 0o660, group: UInt32? = nil, backlog: CInt = 64
    ) throws(Failure) -> CInt {
        let descriptor = try socket()
        do throws(Failure) {
            // The file takes the mode of the socket that is bound, less the umask.
            guard fchmod(descriptor, mode) == 0 else {
                throw .system(SystemFault("set the mode of \(path)"))
            }
            try bind(descriptor, to: path)
            guard chmod(path, mode) == 0 else {
                throw .system(SystemFault("set the mode of \(path)"))
            }
            if let group, chown(path, .max, group) != 0 {
                throw .system(SystemFault("give \(path) to the group \(group)"))
            }
            guard listen(descriptor, backlog) == 0 else {
                throw .system(SystemFault("listen on \(path)"))
            }
        } catch {
            close(descriptor)
            throw error
        }
        return descriptor
    }

    /// Removes the file of a socket that was closed; not one on which a successor listens already.
    package static func removeClosed(_ path: String) {
        try? removeStale(path, address(of: path))
    }

    private static func socket() throws(Failure) -> CInt {
        let kind = CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue)
        let descriptor = Glibc.socket(AF_UNIX, kind, 0)
        guard descriptor >= 0 else { throw .system(SystemFault("make a socket")) }
        return descriptor
    }

    private static func bind(_ descriptor: CInt, to path: String) throws(Failure) {
        let address = try address(of: path)
        if call(Glibc.bind, descriptor, address) == 0 { return }
        guard errno == EADDRINUSE else { throw .system(SystemFault("bind to \(path)")) }
        try removeStale(path, address)
        guard call(Glibc.bind, descriptor, address) == 0 else {
            throw .system(SystemFault("bind to \(path)"))
        }
    }

    /// Removes a socket's file to which nobody answers.
    private static func removeStale(
        _ path: String, _ address: sockaddr_un
    ) throws(Failure) {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            throw .system(SystemFault("look at \(path)"))
        }
        guard status.st_mode & S_IFMT == S_IFSOCK else { throw .notASocket(path) }
        let probe = try socket()
        defer { close(probe) }
        if call(Glibc.connect, probe, address) == 0 { throw .inUse(path) }
        guard errno == ECONNREFUSED else { throw .inUse(path) }
        guard unlink(path) == 0 || errno == ENOENT else {
            throw .system(SystemFault("remove \(path)"))
        }
    }

    private static func address(of path: String) throws(Failure) -> sockaddr_un {
        let bytes = Array(path.utf8)
        guard bytes.count <= longestPath, !bytes.isEmpty else { throw .pathTooLong(path) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        return address
    }

    private static func call(
        _ function: (CInt, UnsafePointer<sockaddr>, socklen_t) -> CInt, _ descriptor: CInt,
        _ address: sockaddr_un
    ) -> CInt {
        withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                function(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}
