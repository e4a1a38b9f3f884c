import Glibc

extension ProcessFacts {
    /// Asks proc(5).
    init(pid: Int32) {
        self = Self.look(at: pid)
    }

    private static func look(at pid: Int32) -> ProcessFacts {
        guard kill(pid, 0) == 0 || errno == EPERM else { return .absent }
        // After the name in parentheses: Z is a process that has ended and was not waited for.
        if let state = FileAccess.text(of: "/proc/\(pid)/stat")?.split(separator: ")").last,
            let letter = state.split(separator: " ").first, letter == "Z" || letter == "X"
        {
            return .absent
        }
        var status = stat()
        guard stat("/proc/\(pid)", &status) == 0 else {
            return kill(pid, 0) == 0
                ? .present(isOwn: true, executable: nil, workingDirectory: nil) : .absent
        }
        return .present(
            isOwn: status.st_uid == geteuid(), executable: executable(of: pid),
            workingDirectory: FileAccess.target(of: "/proc/\(pid)/cwd"))
    }

    /// The processes that run `postgres` in a directory.
    static func servers(in directory: String) -> [Int32] {
        FileAccess.names(in: "/proc").compactMap { Int32($0) }.filter { pid in
            FileAccess.target(of: "/proc/\(pid)/cwd") == directory
                && executable(of: pid) == "postgres"
        }
    }

    /// The file's name, also where an upgrade has replaced it meanwhile.
    private static func executable(of pid: Int32) -> String? {
        guard let path = FileAccess.target(of: "/proc/\(pid)/exe") else { return nil }
        let name = path.split(separator: "/").last ?? ""
        let deleted = " (deleted)"
        return String(name.hasSuffix(deleted) ? name.dropLast(deleted.count) : name)
    }
}
