/// What the system knows of a process.
enum ProcessFacts: Sendable, Equatable {
    /// There is none, or it has ended.
    case absent
    /// The name of its executable and its working directory, where they may be read.
    case present(isOwn: Bool, executable: String?, workingDirectory: String?)
}

/// What there is to know before a postmaster is started.
struct PostmasterFacts: Sendable, Equatable {
    enum File: Sendable, Equatable {
        case absent
        case garbled
        case present(PostmasterFile)
    }

    var file: File
    /// Of the process that the file names; absent if it names none.
    var process: ProcessFacts
    /// The processes that run `postgres` in the data directory: each server process does.
    var servers: [Int32]
    /// Without symbolic links.
    var dataDirectory: String
    /// Where the socket ought to be.
    var socketDirectory: String
}

/// What is done about a postmaster that may already be there.
enum PostmasterDecision: Sendable, Equatable {
    case start
    /// It is ours, and survived the daemon.
    case adopt(pid: Int32)
    /// It is ours, but cannot stay: it is stopping, or its socket is elsewhere.
    case replace(pid: Int32)
    case removeStaleFile(pid: Int32?, StaleReason)
    /// What is left of an earlier postmaster, or one that has only just begun: look again soon.
    case wait(pids: [Int32])
    /// A living process of ours that we cannot look at.
    case refuse(pid: Int32)

    enum StaleReason: String, Sendable {
        case ended, reused, garbled
    }

    /// Two postmasters on one cluster destroy it. So the file is taken for stale only where no
    /// server process is left in the data directory. That the working directory is the data
    /// directory and the executable is `postgres` tells a postmaster from a process that got its
    /// number later; start times would tell less, as the clock can be set.
    static func decide(_ facts: PostmasterFacts) -> PostmasterDecision {
        switch facts.file {
        case .absent:
            return facts.servers.isEmpty ? .start : .wait(pids: facts.servers)
        case .garbled:
            return stale(nil, .garbled, facts)
        case .present(let file):
            return decide(file, facts)
        }
    }

    private static func decide(_ file: PostmasterFile, _ facts: PostmasterFacts)
        -> PostmasterDecision
    {
        switch facts.process {
        case .absent:
            return stale(file.pid, .ended, facts)
        case .present(isOwn: false, executable: _, workingDirectory: _):
            return stale(file.pid, .reused, facts)
        case .present(isOwn: true, let executable?, let workingDirectory?):
            guard executable == "postgres", workingDirectory == facts.dataDirectory else {
                return stale(file.pid, .reused, facts)
            }
            if file.status == .stopping { return .replace(pid: file.pid) }
            if let present = file.socketDirectory, present != facts.socketDirectory {
                return .replace(pid: file.pid)
            }
            return .adopt(pid: file.pid)
        case .present(isOwn: true, executable: _, workingDirectory: _):
            return .refuse(pid: file.pid)
        }
    }

    private static func stale(
        _ pid: Int32?, _ reason: StaleReason, _ facts: PostmasterFacts
    ) -> PostmasterDecision {
        facts.servers.isEmpty
            ? .removeStaleFile(pid: pid, reason) : .wait(pids: facts.servers)
    }
}
