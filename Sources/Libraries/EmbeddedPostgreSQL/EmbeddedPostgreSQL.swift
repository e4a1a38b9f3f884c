import CLinux
import Glibc
import Synchronization

/// A private PostgreSQL: a cluster in the daemon's state directory, run by the system's programs,
/// reachable through a Unix socket by the daemon's user only.
///
/// All methods block, each until its deadline at the latest: call them off the cooperative pool.
/// `start`, `restart` and `stop` are called one after another; the others at any time from any
/// thread. The server is in a session of its own and survives a daemon that is killed; the next
/// `start` adopts it.
package final class EmbeddedPostgreSQL: Sendable {
    package typealias Failure = EmbeddedPostgreSQLError

    /// The server runs.
    package struct Started: Sendable, Equatable {
        /// It survived an earlier daemon.
        package var wasAdopted: Bool
        package var pid: Int32
        /// The connection string for libpq. Its `options` keep statements' errors, in which there
        /// can be people's data, out of the server's log: add to them, but do not replace them.
        package var conninfo: String
        /// The version of its cluster.
        package var major: Int
    }

    /// The end of the server.
    package struct Exit: Sendable, Equatable {
        package enum Status: Sendable, Equatable {
            case exited(code: Int32)
            case killed(signal: Int32)
            /// The process is no child of this one: a server that had been adopted.
            case unknown
        }

        package var pid: Int32
        package var status: Status
        /// `stop` was called.
        package var wasAsked: Bool
    }

    package enum Event: Sendable, Equatable {
        case clusterCreated(major: Int)
        /// The file of an earlier server was removed; why.
        case staleFileRemoved(pid: Int32?, reason: String)
        /// A server that was there but could not be adopted is being stopped.
        case replacing(pid: Int32)
        case adopted(pid: Int32)
        case started(pid: Int32, after: Duration)
        /// A server that had died was started again, for the `count`th time.
        case restarted(count: Int)
        case stopped(immediately: Bool)
    }

    /// Held during `start`, `restart` and `stop`.
    private struct Control: ~Copyable {
        var directory: StateDirectory?
        var programs: Programs?
        var restarts = 0
    }

    /// Held for a moment.
    private struct Running {
        var postmaster: ProcessHandle?
        var isStopping = false
    }

    private let configuration: EmbeddedPostgreSQLConfiguration
    private let onEvent: @Sendable (Event) -> Void
    private let control = Mutex(Control())
    private let running = Mutex(Running())

    /// - Parameter onEvent: called during `start`, `restart` and `stop`, on their thread.
    package init(
        _ configuration: EmbeddedPostgreSQLConfiguration,
        onEvent: @escaping @Sendable (Event) -> Void = { _ in }
    ) {
        self.configuration = configuration
        self.onEvent = onEvent
    }

    /// Takes the state directory, makes the cluster if there is none, and starts the server or
    /// adopts it; returns when it accepts connections.
    ///
    /// - Parameters:
    ///   - deadline: for all but the server's own start: the programs, and what others left.
    ///   - patience: how long to wait for the server, once there is a process of it, where that is
    ///     not until the deadline.
    /// - Throws: `.notReady` then; the server goes on, the state directory stays held, and another
    ///   `start` waits on.
    package func start(
        deadline: ContinuousClock.Instant, patience: Duration? = nil
    ) throws(Failure) -> Started {
        guard geteuid() != 0 else { throw .runAsRoot }
        let user = try userName()
        try configuration.check()
        return try control.withLock { control throws(Failure) in
            if control.directory == nil {
                control.directory = try StateDirectory(configuration.layout)
            }
            do throws(Failure) {
                let programs = try prepare(deadline)
                control.programs = programs
                return try run(programs, user: user, deadline: deadline, patience: patience)
            } catch {
                if case .notReady = error { throw error }
                control.directory = nil
                throw error
            }
        }
    }

    /// The connection string of the server, be it started or not.
    package func connectionString() throws(Failure) -> String {
        conninfo(user: try userName())
    }

    /// Starts the server again after it died, which `waitForExit` tells.
    ///
    /// A call for a server that lives does nothing. The state directory stays held, whatever is
    /// thrown; after `.notReady` another `restart` waits on.
    package func restart(
        deadline: ContinuousClock.Instant, patience: Duration? = nil
    ) throws(Failure) -> Started {
        let user = try userName()
        return try control.withLock { control throws(Failure) in
            guard control.directory != nil, let programs = control.programs else {
                throw .notStarted
            }
            let started = try run(programs, user: user, deadline: deadline, patience: patience)
            control.restarts += 1
            onEvent(.restarted(count: control.restarts))
            return started
        }
    }

    /// Stops the server, disconnecting its clients, and lets go of the state directory. What has
    /// not ended in time is stopped without a checkpoint, and the next start recovers; that begins
    /// six seconds before the deadline, as PostgreSQL gives its processes five, or at half of the
    /// time.
    package func stop(deadline: ContinuousClock.Instant) throws(Failure) {
        try control.withLock { control throws(Failure) in
            defer { control.directory = nil }
            let postmaster = running.withLock { running in
                running.isStopping = true
                return running.postmaster
            }
            guard let postmaster, !postmaster.hasExited else { return }
            let time = ContinuousClock.now.duration(to: deadline)
            let patience = max(time - .seconds(6), time / 2)
            postmaster.send(SIGINT)
            let isFast = postmaster.awaitExit(until: .now + patience)
            if !isFast {
                postmaster.send(SIGQUIT)
                guard postmaster.awaitExit(until: deadline) else {
                    throw .wouldNotStop(pid: postmaster.pid)
                }
            }
            _ = postmaster.status()
            onEvent(.stopped(immediately: !isFast))
        }
    }

    /// Whether the server runs; what it answers is another question.
    package var isAlive: Bool {
        running.withLock { $0.postmaster }.map { !$0.hasExited } ?? false
    }

    /// Waits for the end of the server, be it that it died or was stopped.
    ///
    /// - Returns: nil if it still runs at the deadline, or was never started. After its end, and
    ///   until it is started again, the same at every call.
    package func waitForExit(deadline: ContinuousClock.Instant) -> Exit? {
        guard let postmaster = running.withLock({ $0.postmaster }),
            postmaster.awaitExit(until: deadline)
        else { return nil }
        return Exit(
            pid: postmaster.pid, status: postmaster.status(),
            wasAsked: running.withLock { $0.isStopping })
    }
}

extension EmbeddedPostgreSQL {
    /// Finds the programs, and makes the cluster if there is none.
    private func prepare(_ deadline: ContinuousClock.Instant) throws(Failure) -> Programs {
        let cluster = Cluster(configuration)
        var major: Int?
        switch Cluster.decide(cluster.facts()) {
        case .create: break
        case .use(let present): major = present
        case .refuse(let reason):
            throw .foreignCluster(path: cluster.layout.data, reason: reason)
        }
        let programs = try Programs.find(
            configured: configuration.programDirectory, major: major, cluster: cluster.layout.data,
            deadline: deadline)
        if major == nil {
            try cluster.create(programs, deadline: deadline)
            onEvent(.clusterCreated(major: programs.major))
        }
        return programs
    }

    /// Starts or adopts the server, and waits until it is ready.
    private func run(
        _ programs: Programs, user: String, deadline: ContinuousClock.Instant, patience: Duration?
    ) throws(Failure) -> Started {
        let begin = ContinuousClock.now
        try Cluster(configuration).configure(programs, deadline: deadline)
        let launch = PostmasterLaunch(
            layout: configuration.layout, programs: programs, onEvent: onEvent)
        let (postmaster, wasAdopted) = try launch.obtain(deadline: deadline)
        running.withLock { $0 = Running(postmaster: postmaster) }
        try launch.awaitReady(postmaster, deadline: patience.map { .now + $0 } ?? deadline)
        onEvent(
            wasAdopted
                ? .adopted(pid: postmaster.pid)
                : .started(pid: postmaster.pid, after: begin.duration(to: .now)))
        return Started(
            wasAdopted: wasAdopted, pid: postmaster.pid, conninfo: conninfo(user: user),
            major: programs.major)
    }

    private func conninfo(user: String) -> String {
        func quoted(_ text: String) -> String {
            "'" + text.map { "'\\".contains($0) ? "\\\($0)" : "\($0)" }.joined() + "'"
        }
        return "host=\(quoted(configuration.layout.sockets)) "
            + "port=\(EmbeddedPostgreSQLConfiguration.port) "
            + "dbname=\(quoted(configuration.name)) user=\(quoted(user)) "
            + "options='-c log_min_messages=log'"
    }

    /// The name of the effective user, which the server's peer authentication sees (getpwuid_r(3)).
    private func userName() throws(Failure) -> String {
        var entry = passwd()
        var result: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: 16384)
        getpwuid_r(geteuid(), &entry, &buffer, buffer.count, &result)
        guard result != nil, let name = entry.pw_name else {
            throw .userWithoutName(uid: geteuid())
        }
        return String(cString: name)
    }
}
