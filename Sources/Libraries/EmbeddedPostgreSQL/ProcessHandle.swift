import CLinux
import Glibc
import Synchronization

/// A file descriptor that is closed with the value.
struct OwnedDescriptor: ~Copyable, Sendable {
    private(set) var number: CInt

    init(_ number: CInt) {
        self.number = number
    }

    /// Closes it before the value ends.
    mutating func close() {
        Glibc.close(number)
        number = -1
    }

    deinit {
        if number >= 0 { Glibc.close(number) }
    }
}

/// A process, held by a pidfd: its number cannot come to mean another process meanwhile.
final class ProcessHandle: Sendable {
    typealias Status = EmbeddedPostgreSQL.Exit.Status

    let pid: pid_t
    private let descriptor: OwnedDescriptor
    private let reaped = Mutex<Status?>(nil)

    /// - Returns: nil if there is no such process (pidfd_open(2)).
    init?(pid: pid_t) {
        let number = pidfd_open(pid, 0)
        guard number >= 0 else { return nil }
        self.pid = pid
        descriptor = OwnedDescriptor(number)
    }

    var hasExited: Bool { isReadable(within: 0) }

    /// Waits for the end of the process.
    ///
    /// - Returns: false if it had not ended by the deadline.
    func awaitExit(until deadline: ContinuousClock.Instant) -> Bool {
        while true {
            let rest = deadline.millisecondsLeft
            if isReadable(within: min(rest, 60_000)) { return true }
            if rest == 0 { return false }
        }
    }

    /// Sends a signal (pidfd_send_signal(2)); nothing happens if the process has ended.
    func send(_ signal: CInt) {
        _ = pidfd_send_signal(descriptor.number, signal, nil, 0)
    }

    /// How the process ended, once it did. Takes a child's status, so that no zombie is left.
    func status() -> Status {
        reaped.withLock { reaped in
            if let status = reaped { return status }
            var raw: CInt = 0
            var result = waitpid(pid, &raw, WNOHANG)
            while result < 0, errno == EINTR { result = waitpid(pid, &raw, WNOHANG) }
            let status: Status
            if result != pid {
                status = .unknown
            } else if raw & 0x7F == 0 {  // WIFEXITED, WEXITSTATUS
                status = .exited(code: raw >> 8 & 0xFF)
            } else {  // WTERMSIG
                status = .killed(signal: raw & 0x7F)
            }
            reaped = status
            return status
        }
    }

    private func isReadable(within milliseconds: CInt) -> Bool {
        var request = pollfd(fd: descriptor.number, events: Int16(POLLIN), revents: 0)
        return poll(&request, 1, milliseconds) > 0
    }
}

extension ContinuousClock.Instant {
    /// The milliseconds until this moment, rounded up; 0 if it is over.
    var millisecondsLeft: CInt {
        let (seconds, attoseconds) = ContinuousClock.now.duration(to: self).components
        guard seconds >= 0, attoseconds >= 0 else { return 0 }
        guard seconds < 1_000_000 else { return 1_000_000_000 }
        return CInt(seconds) * 1000
            + CInt((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}
