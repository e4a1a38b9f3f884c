import Glibc

/// The state directory while this process holds it.
struct StateDirectory: ~Copyable, Sendable {
    /// Released by the system when the process ends, however it ends.
    private let lock: OwnedDescriptor

    /// Makes what is absent, and takes the lock (flock(2)).
    init(_ layout: StateLayout) throws(EmbeddedPostgreSQLError) {
        try Self.makePrivate(layout.state)
        let lock = try Self.take(layout.lock)
        try Self.makeSocketDirectory(layout)
        self.lock = lock
    }

    private static func take(_ path: String) throws(EmbeddedPostgreSQLError) -> OwnedDescriptor {
        let number = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard number >= 0 else { throw .system(operation: "open", path: path, errno: errno) }
        let descriptor = OwnedDescriptor(number)
        guard flock(number, LOCK_EX | LOCK_NB) == 0 else {
            guard errno == EWOULDBLOCK else {
                throw .system(operation: "lock", path: path, errno: errno)
            }
            let holder = FileAccess.text(of: path)?.split(separator: "\n").first
            throw .locked(path: path, pid: holder.flatMap { Int32($0) })
        }
        let line = Array("\(getpid())\n".utf8)
        guard ftruncate(number, 0) == 0, write(number, line, line.count) == line.count else {
            throw .system(operation: "write", path: path, errno: errno)
        }
        return descriptor
    }

    /// Makes a directory, or sees that it is ours, and for nobody else.
    private static func makePrivate(_ path: String) throws(EmbeddedPostgreSQLError) {
        if mkdir(path, 0o700) == 0 { return }
        guard errno == EEXIST else { throw .system(operation: "make", path: path, errno: errno) }
        let status = try owned(path)
        guard status.st_mode & 0o077 == 0 || chmod(path, 0o700) == 0 else {
            throw .system(operation: "close to others", path: path, errno: errno)
        }
    }

    /// The socket itself is for nobody else; the directory may hold other sockets of the daemon's.
    private static func makeSocketDirectory(
        _ layout: StateLayout
    ) throws(EmbeddedPostgreSQLError) {
        let path = layout.sockets
        if mkdir(path, 0o700) == 0 { return }
        guard errno == EEXIST else { throw .system(operation: "make", path: path, errno: errno) }
        let status = try owned(path)
        guard status.st_mode & 0o022 == 0 else {
            throw .unusablePath(
                path: path, reason: "can be written by others", remedy: "chmod go-w \(path)")
        }
    }

    private static func owned(_ path: String) throws(EmbeddedPostgreSQLError) -> stat {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw .system(operation: "look at", path: path, errno: errno)
        }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw .unusablePath(path: path, reason: "is no directory", remedy: "move it away")
        }
        guard status.st_uid == geteuid() else {
            throw .unusablePath(
                path: path, reason: "belongs to user \(status.st_uid)",
                remedy: "give it to user \(geteuid()), or choose another directory")
        }
        return status
    }
}
