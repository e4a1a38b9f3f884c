import Glibc

/// Why the embedded PostgreSQL does not run, each with what to do about it.
package enum EmbeddedPostgreSQLError: Error, Sendable, Equatable {
    /// PostgreSQL does not run as root.
    case runAsRoot
    /// The user has no name, which peer authentication goes by.
    case userWithoutName(uid: UInt32)
    case unusablePath(path: String, reason: String, remedy: String)
    /// The name of the database.
    case unusableName(String)
    /// Another process has the state directory; its pid, where it could be read.
    case locked(path: String, pid: Int32?)
    /// No `postgres` and `initdb` of version 15 or later.
    case programsNotFound(lookedAt: [String])
    /// The cluster is of a version whose programs are not here.
    case versionNotInstalled(needed: Int, installed: [Int], cluster: String)
    /// The data directory exists and is none of ours.
    case foreignCluster(path: String, reason: String)
    /// `initdb` or `postgres` failed; the end of its output.
    case programFailed(program: String, status: String, output: String)
    case programTimedOut(program: String)
    /// The postmaster ended before it was ready; the end of its log.
    case endedAtStart(status: EmbeddedPostgreSQL.Exit.Status, log: String)
    /// The postmaster was not ready by the deadline. It goes on: starting again waits on.
    case notReady(pid: Int32, status: String)
    /// Processes of which it is unknown, or known, that they work on the cluster; it is not safe to
    /// start another postmaster.
    case inUse(cluster: String, pids: [Int32])
    /// `restart` without a `start` that succeeded.
    case notStarted
    /// Neither a fast nor an immediate shutdown ended it.
    case wouldNotStop(pid: Int32)
    case system(operation: String, path: String, errno: CInt)

    /// Whether trying again, with nothing else changed, can help.
    package var canRetry: Bool {
        switch self {
        case .locked, .programTimedOut, .endedAtStart, .notReady, .inUse, .wouldNotStop:
            true
        case .system(operation: _, path: _, let errno):
            [ENOSPC, EDQUOT, EMFILE, ENFILE, ENOMEM, EAGAIN, EINTR, EIO].contains(errno)
        case .runAsRoot, .userWithoutName, .unusablePath, .unusableName, .programsNotFound,
            .versionNotInstalled, .notStarted, .foreignCluster, .programFailed:
            false
        }
    }
}

extension EmbeddedPostgreSQLError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .runAsRoot:
            "the embedded PostgreSQL does not run as root: start the daemon as a user of its own "
                + "(User= in its unit), or configure a database server"
        case .userWithoutName(let uid):
            "user \(uid) has no name, by which PostgreSQL would know it: "
                + "give it an entry in the user database"
        case .unusablePath(let path, let reason, let remedy):
            "\(path) \(reason): \(remedy)"
        case .unusableName(let name):
            "the database cannot be named \(name): take 1 to 63 letters, digits, _ and -"
        case .locked(let path, let pid):
            "\(path) is held by \(pid.map { "process \($0)" } ?? "another process"): "
                + "stop that one, or give this one a state directory of its own"
        case .programsNotFound(let places):
            "no postgres and initdb of version 15 or later: install postgresql, or configure "
                + "where its programs are; looked at \(places.joined(separator: ", "))"
        case .versionNotInstalled(let needed, let installed, let cluster):
            "\(cluster) is of PostgreSQL \(needed), but installed is "
                + (installed.isEmpty ? "none" : installed.map(String.init).joined(separator: ", "))
                + ": install postgresql-\(needed), or convert the cluster with pg_upgrade"
        case .foreignCluster(let path, let reason):
            "\(path) \(reason): move it away, or give the daemon another state directory"
        case .programFailed(let program, let status, let output):
            "\(program) failed (\(status)): \(output)"
        case .programTimedOut(let program):
            "\(program) did not end in time: look at the load and the disk, and start again"
        case .endedAtStart(let status, let log):
            "PostgreSQL ended at its start (\(status)): \(log)"
        case .notReady(let pid, let status):
            "PostgreSQL (process \(pid)) is not ready yet (\(status)): "
                + "it may be recovering; start again to wait on"
        case .inUse(let cluster, let pids):
            "\(cluster) is in use by process \(pids.map(String.init).joined(separator: ", ")): "
                + "stop it with SIGINT, and start again"
        case .notStarted:
            "PostgreSQL was not started, and so cannot be started again"
        case .wouldNotStop(let pid):
            "PostgreSQL (process \(pid)) did not stop in time: it is still running"
        case .system(let operation, let path, let errno):
            "cannot \(operation) \(path): \(String(cString: strerror(errno)))"
        }
    }
}
