import Glibc
import Systemd
import Testing

/// What the service manager sets in the environment is one per process: one test at a time.
@Suite("The service manager", .serialized)
struct ServiceManagerTests {
    /// A datagram socket such as the service manager listens on.
    private struct NotifySocket: ~Copyable {
        let descriptor: CInt
        let path: String

        init() throws {
            path = "/tmp/throughcare-notify-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
            descriptor = socket(AF_UNIX, CInt(SOCK_DGRAM.rawValue), 0)
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
            let bound = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
                }
            }
            try #require(bound == 0)
        }

        deinit {
            close(descriptor)
            unlink(path)
        }

        func receive() -> [String] {
            var buffer = [UInt8](repeating: 0, count: 4096)
            let count = recv(descriptor, &buffer, buffer.count, CInt(MSG_DONTWAIT))
            guard count >= 0 else { return [] }
            return String(decoding: buffer[..<count], as: UTF8.self)
                .split(separator: "\n").map(String.init)
        }
    }

    @Test("that is not there is not notified")
    func unsupervised() {
        unsetenv("NOTIFY_SOCKET")
        #expect(Notifier().ready() == .unsupervised)
        #expect(Notifier().watchdog() == .unsupervised)
    }

    @Test("hears of the start, the status, the watchdog, more time and the stop")
    func notifications() throws {
        let manager = try NotifySocket()
        setenv("NOTIFY_SOCKET", manager.path, 1)
        defer { unsetenv("NOTIFY_SOCKET") }
        let notifier = Notifier()
        #expect(notifier.ready() == .sent)
        #expect(manager.receive() == ["READY=1"])
        notifier.ready(status: "3 doors open")
        #expect(manager.receive() == ["READY=1", "STATUS=3 doors open"])
        notifier.status("one\nREADY=1\u{7}")
        #expect(manager.receive() == ["STATUS=one READY=1 "])
        notifier.watchdog()
        #expect(manager.receive() == ["WATCHDOG=1"])
        notifier.extendTimeout(by: .milliseconds(1500))
        #expect(manager.receive() == ["EXTEND_TIMEOUT_USEC=1500000"])
        notifier.stopping(status: "draining")
        #expect(manager.receive() == ["STOPPING=1", "STATUS=draining"])
    }

    @Test("hears of a reload with the time at which it began")
    func reload() throws {
        let manager = try NotifySocket()
        setenv("NOTIFY_SOCKET", manager.path, 1)
        defer { unsetenv("NOTIFY_SOCKET") }
        var before = timespec()
        clock_gettime(CLOCK_MONOTONIC, &before)
        Notifier().reloading()
        let lines = manager.receive()
        #expect(lines.first == "RELOADING=1")
        let time = try #require(lines.last?.split(separator: "=").last.flatMap { Int($0) })
        #expect(time / 1_000_000 - before.tv_sec <= 60)
        #expect(time >= before.tv_sec * 1_000_000 + before.tv_nsec / 1000)
    }

    @Test("that is gone is a failure with its number")
    func failure() throws {
        setenv("NOTIFY_SOCKET", "/tmp/throughcare-no-such-socket", 1)
        defer { unsetenv("NOTIFY_SOCKET") }
        #expect(Notifier().ready() == .failed(errno: ENOENT))
    }

    @Test("tells the watchdog's interval to the process that it watches only")
    func watchdogInterval() {
        defer {
            unsetenv("WATCHDOG_USEC")
            unsetenv("WATCHDOG_PID")
        }
        #expect(Notifier().watchdogInterval == nil)
        setenv("WATCHDOG_USEC", "30000000", 1)
        #expect(Notifier().watchdogInterval == .seconds(30))
        setenv("WATCHDOG_PID", "\(getpid())", 1)
        #expect(Notifier().watchdogInterval == .seconds(30))
        setenv("WATCHDOG_PID", "1", 1)
        #expect(Notifier().watchdogInterval == nil)
    }

    @Test("hands over no sockets, unless it names this process and says how many")
    func noSockets() throws {
        defer {
            unsetenv("LISTEN_FDS")
            unsetenv("LISTEN_PID")
        }
        #expect(try ListenDescriptors().sockets.isEmpty)
        setenv("LISTEN_FDS", "2", 1)
        setenv("LISTEN_PID", "1", 1)
        #expect(try ListenDescriptors().sockets.isEmpty)
        setenv("LISTEN_PID", "\(getpid())", 1)
        setenv("LISTEN_FDS", "many", 1)
        #expect(throws: ListenDescriptors.Failure.self) { try ListenDescriptors() }
    }
}
