import Foundation

/// What the processes of a run have used so far.
struct Usage: Sendable {
    /// CPU time in user and system, in microseconds.
    var daemon: Double = 0
    var database: Double = 0
    var generator: Double = 0
    var at = ContinuousClock.now

    static func - (later: Usage, earlier: Usage) -> Spent {
        let wall = earlier.at.duration(to: later.at).components
        return Spent(
            daemon: later.daemon - earlier.daemon, database: later.database - earlier.database,
            generator: later.generator - earlier.generator,
            seconds: Double(wall.seconds) + Double(wall.attoseconds) / 1e18)
    }
}

/// The difference of two usages.
struct Spent: Sendable {
    let daemon: Double
    let database: Double
    let generator: Double
    let seconds: Double
}

/// Memory of one process, in KiB.
struct Memory: Sendable {
    let resident: Int
    /// With shared pages divided among those who share them.
    let proportional: Int
}

/// Reads `/proc` (proc(5)).
struct ProcessMeter: Sendable {
    let daemon: Int32?
    let postmaster: Int32?

    private static let ticksPerSecond = Double(sysconf(Int32(_SC_CLK_TCK)))

    func usage() -> Usage {
        var usage = Usage()
        if let daemon { usage.daemon = Self.cpu(daemon) }
        if let postmaster {
            // Of its children, those who have ended are counted with it.
            usage.database = Self.cpu(postmaster, withReaped: true)
            for child in Self.children(of: postmaster) { usage.database += Self.cpu(child) }
        }
        usage.generator = Self.own()
        usage.at = .now
        return usage
    }

    func daemonMemory() -> Memory? { daemon.flatMap { Self.memory(of: $0) } }

    func databaseMemory() -> Memory? {
        guard let postmaster else { return nil }
        let all = ([postmaster] + Self.children(of: postmaster)).compactMap { Self.memory(of: $0) }
        return Memory(
            resident: all.map(\.resident).reduce(0, +),
            proportional: all.map(\.proportional).reduce(0, +))
    }

    /// Microseconds of this process (clock_gettime(2)): too little for the ticks of `/proc`.
    private static func own() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
    }

    /// Microseconds.
    private static func cpu(_ pid: Int32, withReaped: Bool = false) -> Double {
        let fields = stat(pid)
        guard fields.count > 14 else { return 0 }
        let wanted = withReaped ? fields[11...14] : fields[11...12]
        return wanted.compactMap { Double($0) }.reduce(0, +) / ticksPerSecond * 1e6
    }

    private static func children(of parent: Int32) -> [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { Int32($0) }.filter { pid in
            let fields = stat(pid)
            return fields.count > 1 && Int32(fields[1]) == parent
        }
    }

    /// The fields behind the name, which can hold spaces: the state is the first.
    private static func stat(_ pid: Int32) -> [Substring] {
        guard let text = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
            let end = text.lastIndex(of: ")")
        else { return [] }
        return text[text.index(after: end)...].split(separator: " ")
    }

    private static func memory(of pid: Int32) -> Memory? {
        guard
            let text = try? String(contentsOfFile: "/proc/\(pid)/smaps_rollup", encoding: .utf8)
        else { return nil }
        func size(_ name: String) -> Int {
            text.split(separator: "\n").first { $0.hasPrefix(name) }
                .flatMap { $0.split(separator: " ").dropFirst().first.flatMap { Int($0) } } ?? 0
        }
        return Memory(resident: size("Rss:"), proportional: size("Pss:"))
    }
}
