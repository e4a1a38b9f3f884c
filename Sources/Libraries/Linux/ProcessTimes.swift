import Glibc

/// The CPU time that this process has used, in all and by thread (getrusage(2), proc(5)).
package struct ProcessTimes: Sendable, Hashable {
    package struct Thread: Sendable, Hashable {
        package let id: Int32
        /// At most 15 bytes.
        package let name: String
        /// User and system time, in the kernel's ticks of usually 10 ms.
        package let seconds: Double

        package init(id: Int32, name: String, seconds: Double) {
            self.id = id
            self.name = name
            self.seconds = seconds
        }
    }

    /// Of all threads, those that have ended included.
    package let total: Double
    /// The threads that live.
    package let threads: [Thread]

    package init(total: Double, threads: [Thread]) {
        self.total = total
        self.threads = threads
    }

    /// Reads them now: a few system calls a thread.
    package static func now() -> ProcessTimes {
        var usage = rusage()
        getrusage(CInt(RUSAGE_SELF.rawValue), &usage)
        let total = [usage.ru_utime, usage.ru_stime].reduce(0.0) {
            $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1_000_000
        }
        let ticks = Double(sysconf(CInt(_SC_CLK_TCK)))
        return ProcessTimes(
            total: total,
            threads: threadIDs().compactMap { id in
                read("/proc/self/task/\(id)/stat").flatMap {
                    Thread(stat: $0, ticksPerSecond: ticks)
                }
            })
    }

    private static func threadIDs() -> [Int32] {
        guard let directory = opendir("/proc/self/task") else { return [] }
        defer { closedir(directory) }
        var ids: [Int32] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if let id = Int32(name) { ids.append(id) }
        }
        return ids
    }

    private static func read(_ path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 1_024)
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        return count > 0 ? String(decoding: buffer.prefix(count), as: UTF8.self) : nil
    }
}

extension ProcessTimes.Thread {
    /// Reads `123 (name) S …`: the name can hold anything, spaces and parentheses too, so that its
    /// end is the line's last parenthesis. The 14th and 15th field are user and system ticks.
    package init?(stat line: String, ticksPerSecond: Double) {
        guard let open = line.firstIndex(of: "("), let close = line.lastIndex(of: ")"),
            open < close,
            let id = Int32(line[..<open].trimmingSuffix(while: { $0 == " " }))
        else { return nil }
        let fields = line[line.index(after: close)...].split(separator: " ")
        guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12])
        else { return nil }
        self.init(
            id: id, name: String(line[line.index(after: open)..<close]),
            seconds: (user + system) / ticksPerSecond)
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> Substring {
        var rest = self
        while let last = rest.last, isTrimmed(last) { rest.removeLast() }
        return rest
    }
}
