import CLinux
import Glibc

/// Starts programs: each in a session of its own, so that a Ctrl-C in the terminal reaches only the
/// daemon, with none of our file descriptors, signal settings or environment variables.
enum Program {
    typealias Failure = EmbeddedPostgreSQLError

    /// Starts a program (posix_spawn(3)).
    ///
    /// - Parameters:
    ///   - input: its standard input; `/dev/null` if nil.
    ///   - output: its standard output and standard error.
    static func spawn(
        _ path: String, _ arguments: [String], input: CInt? = nil, output: CInt
    ) throws(Failure) -> ProcessHandle {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let input {
            posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        } else {
            posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        }
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO)
        posix_spawn_file_actions_addclosefrom_np(&actions, 3)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        let flags =
            CShort(POSIX_SPAWN_SETSIGMASK) | CShort(POSIX_SPAWN_SETSIGDEF)
            | CLINUX_POSIX_SPAWN_SETSID
        posix_spawnattr_setflags(&attributes, flags)

        // Variables of libpq's or of systemd's (NOTIFY_SOCKET) would change what PostgreSQL does.
        let environment = ["PATH=/usr/bin:/bin", "LANG=C", "TZ=UTC"]
        var argv = ([path] + arguments).map { strdup($0) } + [nil]
        var envp = environment.map { strdup($0) } + [nil]
        defer { (argv + envp).forEach { free($0) } }
        var pid: pid_t = 0
        let result = posix_spawn(&pid, path, &actions, &attributes, &argv, &envp)
        guard result == 0 else {
            throw .system(operation: "start", path: path, errno: result)
        }
        // It cannot be gone: it is a child that was not waited for.
        guard let process = ProcessHandle(pid: pid) else {
            throw .system(operation: "watch", path: path, errno: errno)
        }
        return process
    }

    /// Runs a program to its end.
    ///
    /// - Parameter input: at most what a pipe holds, 64 KiB.
    /// - Returns: the end of its output, where it succeeded.
    static func run(
        _ path: String, _ arguments: [String], input: String = "",
        deadline: ContinuousClock.Instant
    ) throws(Failure) -> String {
        // Written before anyone reads: a reader that ended early would give us a SIGPIPE.
        let source = try Pipe()
        defer { close(source.read) }
        var text = input
        let written = text.withUTF8 { write(source.write, $0.baseAddress, $0.count) }
        close(source.write)
        guard written == input.utf8.count else {
            throw .system(operation: "write to", path: "a pipe", errno: errno)
        }
        let sink = try Pipe()
        defer { close(sink.read) }
        let process: ProcessHandle
        do {
            defer { close(sink.write) }
            process = try spawn(path, arguments, input: source.read, output: sink.write)
        }
        let output = tail(of: sink.read, deadline)
        guard process.awaitExit(until: deadline) else {
            kill(-process.pid, SIGKILL)  // the session that it leads
            _ = process.awaitExit(until: .now + .seconds(1))
            _ = process.status()
            throw .programTimedOut(program: path)
        }
        let message = String(decoding: output, as: UTF8.self)
        let status = process.status()
        guard status == .exited(code: 0) else {
            throw .programFailed(program: path, status: "\(status)", output: message)
        }
        return message
    }

    /// The last kilobytes of what is written, until its end or the deadline.
    private static func tail(
        of descriptor: CInt, _ deadline: ContinuousClock.Instant
    ) -> [UInt8] {
        var output: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&request, 1, deadline.millisecondsLeft) > 0 else { return output }
            let count = read(descriptor, &chunk, chunk.count)
            if count <= 0 { return output }
            output += chunk[..<count]
            if output.count > 16384 { output.removeFirst(output.count - 8192) }
        }
    }

    /// pipe2(2). Its ends are closed by hand: as a struct of two descriptors that close themselves,
    /// the optimizer of Swift 6.3 closed the write end as soon as it was made.
    private struct Pipe {
        let read: CInt
        let write: CInt

        init() throws(Failure) {
            var ends: [CInt] = [0, 0]
            guard pipe2(&ends, O_CLOEXEC) == 0 else {
                throw .system(operation: "make", path: "a pipe", errno: errno)
            }
            (read, write) = (ends[0], ends[1])
        }
    }
}
