import Glibc

/// Comes by a postmaster: starts one, or adopts one that is there, and waits until it is ready.
struct PostmasterLaunch {
    typealias Failure = EmbeddedPostgreSQLError

    let layout: StateLayout
    let programs: Programs
    let onEvent: @Sendable (EmbeddedPostgreSQL.Event) -> Void

    /// How often the system is asked, in milliseconds.
    private static let pace: CInt = 3
    /// The size beyond which the log begins anew; one earlier log is kept.
    private static let longestLog: off_t = 10 << 20

    /// - Returns: the postmaster, perhaps not yet ready, and whether it was there already.
    func obtain(
        deadline: ContinuousClock.Instant
    ) throws(Failure) -> (postmaster: ProcessHandle, wasAdopted: Bool) {
        var pids: [Int32] = []
        repeat {
            // Before the facts, so that they are of this process, and no other that got its number.
            let file = readFile()
            var process: ProcessHandle?
            if case .present(let file) = file { process = ProcessHandle(pid: file.pid) }
            switch PostmasterDecision.decide(facts(file)) {
            case .start:
                // No server is left that it could be of, and no other uses the directory. It can
                // name a process that lives: who got the number later, or is dead and not buried.
                try remove(layout.socketLock)
                return (try spawn(), false)
            case .adopt:
                if let process, !process.hasExited {
                    process.send(SIGHUP)  // for the settings that were just written
                    return (process, true)
                }
            case .replace(let pid):
                onEvent(.replacing(pid: pid))
                process?.send(SIGINT)
                guard process?.awaitExit(until: deadline) ?? true else {
                    throw .wouldNotStop(pid: pid)
                }
                _ = process?.status()
            case .removeStaleFile(let pid, let reason):
                try remove(layout.postmasterFile)
                onEvent(.staleFileRemoved(pid: pid, reason: reason.rawValue))
            case .wait(let servers):
                pids = servers
                poll(nil, 0, Self.pace)
            case .refuse(let pid):
                throw .inUse(cluster: layout.data, pids: [pid])
            }
        } while deadline.millisecondsLeft > 0
        throw .inUse(cluster: layout.data, pids: pids)
    }

    /// Waits, as pg_ctl does, for the status in `postmaster.pid`.
    func awaitReady(
        _ postmaster: ProcessHandle, deadline: ContinuousClock.Instant
    ) throws(Failure) {
        var status = "starting"
        repeat {
            if case .present(let file) = readFile(), file.pid == postmaster.pid {
                if file.status == .ready { return }
                status = file.status?.rawValue ?? status
            }
            if postmaster.awaitExit(until: .now + .milliseconds(Int(Self.pace))) {
                let log = FileAccess.text(of: layout.log, last: 2000) ?? ""
                throw .endedAtStart(status: postmaster.status(), log: log)
            }
        } while deadline.millisecondsLeft > 0
        throw .notReady(pid: postmaster.pid, status: status)
    }

    private func readFile() -> PostmasterFacts.File {
        guard let text = FileAccess.text(of: layout.postmasterFile) else { return .absent }
        return PostmasterFile(text).map { .present($0) } ?? .garbled
    }

    private func facts(_ file: PostmasterFacts.File) -> PostmasterFacts {
        let data = FileAccess.canonical(layout.data) ?? layout.data
        var process = ProcessFacts.absent
        if case .present(let file) = file { process = ProcessFacts(pid: file.pid) }
        return PostmasterFacts(
            file: file, process: process, servers: ProcessFacts.servers(in: data),
            dataDirectory: data, socketDirectory: layout.sockets)
    }

    private func remove(_ path: String) throws(Failure) {
        guard unlink(path) == 0 || errno == ENOENT else {
            throw .system(operation: "remove", path: path, errno: errno)
        }
    }

    private func spawn() throws(Failure) -> ProcessHandle {
        let log = try openLog()
        return try Program.spawn(programs.postgres, ["-D", layout.data], output: log.number)
    }

    private func openLog() throws(Failure) -> OwnedDescriptor {
        var status = stat()
        if stat(layout.log, &status) == 0, status.st_size > Self.longestLog {
            rename(layout.log, "\(layout.log).1")
        }
        let flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW
        let number = open(layout.log, flags, 0o600)
        guard number >= 0 else { throw .system(operation: "open", path: layout.log, errno: errno) }
        return OwnedDescriptor(number)
    }
}
