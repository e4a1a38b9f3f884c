import Foundation
import Synchronization

/// A proxy between the daemon and PostgreSQL, on Unix sockets, that decides at the end of every
/// batch that is written, where PostgreSQL commits it, what becomes of that. Each connection has a
/// thread of its own.
package final class DatabaseProxy: Sendable {
    package enum Verdict: Sendable {
        case pass
        /// The batch arrives, its end does not, and the line is cut.
        case loseRequest
        /// It is done, and the line is cut before the daemon hears of it.
        case loseAnswer
        /// It is kept back until `release`, then lost.
        case hold
    }

    private let scratch: ScratchDirectory
    private let listener: Int32
    private let server: String
    private let judge: Mutex<@Sendable () -> Verdict>
    /// A commit that was kept back.
    package let held = Happenings<Int>()
    private let gate = DispatchSemaphore(value: 0)
    private let cuts = Mutex(0)

    /// What a batch begins with: a prepared statement that is bound to the unnamed portal, by its
    /// name less the number of its form.
    private static let marker = Array("\0write-batch-".utf8)
    /// Sync, at which the server commits, and what it says when it has: ReadyForQuery, idle.
    private static let sync: [UInt8] = [UInt8(ascii: "S"), 0, 0, 0, 4]
    private static let done: [UInt8] = [UInt8(ascii: "Z"), 0, 0, 0, 5, UInt8(ascii: "I")]

    package init(to cluster: PostgresCluster) throws {
        scratch = try ScratchDirectory()
        server = cluster.directory + "/.s.PGSQL.5432"
        let pass: @Sendable () -> Verdict = { .pass }
        judge = Mutex(pass)
        listener = try UnixSocket.listen(at: scratch.path(".s.PGSQL.5432"))
        Thread.detachNewThread { [self] in serve() }
    }

    package var conninfo: String { "host=\(scratch.url.path) dbname=throughcare" }

    /// How many lines were cut.
    package var cutCount: Int { cuts.withLock { $0 } }

    /// Asks at every commit from now on.
    package func judge(_ judge: @escaping @Sendable () -> Verdict) {
        self.judge.withLock { $0 = judge }
    }

    /// Lets a commit that was kept back go: nowhere.
    package func release() { gate.signal() }

    package func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    private func serve() {
        while true {
            let client = accept(listener, nil, nil)
            guard client >= 0 else { break }
            Thread.detachNewThread { [self] in
                if let upstream = try? UnixSocket.connect(to: server) {
                    relay(client, upstream)
                    close(upstream)
                }
                close(client)
            }
        }
        close(listener)
    }

    private func relay(_ client: Int32, _ upstream: Int32) {
        var sockets = [client, upstream].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        /// The end of what was sent, in which the beginning of what is looked for may stand.
        var tail: [UInt8] = []
        var isBatch = false
        var answer: [UInt8]?
        while poll(&sockets, 2, -1) > 0 || errno == EINTR {
            if sockets[0].revents != 0 {
                let bytes = UnixSocket.read(client)
                guard !bytes.isEmpty else { return }
                let seen = tail + bytes
                tail = seen.suffix(Self.marker.count)
                isBatch = isBatch || seen.firstRange(of: Self.marker) != nil
                // Nothing follows a sync until it is answered.
                if isBatch, seen.suffix(Self.sync.count) == Self.sync[...] {
                    (isBatch, tail) = (false, [])
                    switch judge.withLock({ $0 })() {
                    case .pass: break
                    case .loseAnswer: answer = []
                    case .loseRequest:
                        _ = UnixSocket.write(bytes.dropLast(Self.sync.count), to: upstream)
                        return count()
                    case .hold:
                        held.append(1)
                        gate.wait()
                        return count()
                    }
                }
                guard UnixSocket.write(bytes, to: upstream) else { return }
            }
            if sockets[1].revents != 0 {
                let bytes = UnixSocket.read(upstream)
                guard !bytes.isEmpty else { return }
                if let before = answer {
                    answer = before + bytes
                    if (before + bytes).suffix(Self.done.count) == Self.done[...] {
                        return count()
                    }
                } else {
                    guard UnixSocket.write(bytes, to: client) else { return }
                }
            }
        }
    }

    private func count() { cuts.withLock { $0 += 1 } }
}

/// Unix sockets that block.
enum UnixSocket {
    static func read(_ socket: Int32) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
            count = max(0, recv(socket, buffer.baseAddress, buffer.count, 0))
        }
    }

    static func write(_ bytes: [UInt8], to socket: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    static func listen(at path: String) throws -> Int32 {
        let socket = Foundation.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        guard withAddress(path, { bind(socket, $0, $1) }) == 0, Foundation.listen(socket, 8) == 0
        else { throw FixtureFailure("listen: errno \(errno)") }
        return socket
    }

    /// A socket for datagrams.
    static func bound(at path: String) throws -> Int32 {
        let socket = Foundation.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        guard withAddress(path, { bind(socket, $0, $1) }) == 0 else {
            throw FixtureFailure("bind: errno \(errno)")
        }
        return socket
    }

    static func connect(to path: String) throws -> Int32 {
        let socket = Foundation.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        guard withAddress(path, { Foundation.connect(socket, $0, $1) }) == 0 else {
            close(socket)
            throw FixtureFailure("connect: errno \(errno)")
        }
        return socket
    }

    private static func withAddress(
        _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        return withUnsafePointer(to: address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}
