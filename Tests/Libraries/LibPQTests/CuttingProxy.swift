import Foundation
import Glibc
import LibPQ
import Synchronization

/// A proxy between one client and the server that cuts the line at a chosen moment.
///
/// It serves one connection after another, on a thread of its own.
final class CuttingProxy: Sendable {
    enum Cut: Sendable {
        /// The client's bytes that hold the marker never arrive at the server.
        case request
        /// They arrive without their last message, which is the sync.
        case sync
        /// The server has answered them, but the client never sees it.
        case answer
    }

    /// What libpq sends at the end of a pipeline: a code and a length.
    private static let syncLength = 5

    let directory: String
    private let listener: Int32
    private let server: String
    private let armed = Mutex<(cut: Cut, marker: [UInt8])?>(nil)

    init(to serverDirectory: String) throws {
        server = serverDirectory + "/.s.PGSQL.5432"
        var path = Array("/tmp/libpq-proxy-XXXXXX".utf8CString)
        guard mkdtemp(&path) != nil else { throw ThrowawayPostgres.Failure("mkdtemp") }
        directory = String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        listener = try Self.listen(at: directory + "/.s.PGSQL.5432")
        Thread { [self] in serve() }.start()
    }

    /// Ends the thread; the connection that is open goes on until one side closes it.
    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        try? FileManager.default.removeItem(atPath: directory)
    }

    var conninfo: String { "host=\(directory) user=postgres dbname=postgres" }

    /// From now on, the first bytes of the client that contain the marker are cut: what libpq sends
    /// at once, if it is no more than a socket's buffer takes.
    func cut(_ cut: Cut, at marker: String) {
        armed.withLock { $0 = (cut, Array(marker.utf8)) }
    }

    private func serve() {
        while true {
            let client = accept(listener, nil, nil)
            guard client >= 0 else { break }
            if let upstream = try? Self.connect(to: server) {
                relay(client, upstream)
                close(upstream)
            }
            close(client)
        }
        close(listener)
    }

    private func relay(_ client: Int32, _ upstream: Int32) {
        var sockets = [client, upstream].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        var cutsAnswer = false
        while poll(&sockets, 2, -1) > 0 || errno == EINTR {
            if sockets[0].revents != 0 {
                let bytes = Self.read(client)
                guard !bytes.isEmpty else { return }
                switch takeCut(in: bytes) {
                case .request: return
                case .sync:
                    _ = Self.write(bytes.dropLast(Self.syncLength), to: upstream)
                    return
                case .answer: cutsAnswer = true
                case nil: break
                }
                guard Self.write(bytes, to: upstream) else { return }
            }
            if sockets[1].revents != 0 {
                let bytes = Self.read(upstream)
                guard !bytes.isEmpty, !cutsAnswer, Self.write(bytes, to: client) else { return }
            }
        }
    }

    private func takeCut(in sent: [UInt8]) -> Cut? {
        armed.withLock { armed in
            guard let (cut, marker) = armed, sent.firstRange(of: marker) != nil else { return nil }
            armed = nil
            return cut
        }
    }

    private static func read(_ socket: Int32) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
            count = max(0, recv(socket, buffer.baseAddress, buffer.count, 0))
        }
    }

    private static func write(_ bytes: [UInt8], to socket: Int32) -> Bool {
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

    /// A socket that listens at a path and accepts nothing by itself.
    static func listen(at path: String) throws -> Int32 {
        let socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        guard withAddress(path, { bind(socket, $0, $1) }) == 0, Glibc.listen(socket, 8) == 0
        else { throw ThrowawayPostgres.Failure("listen: errno \(errno)") }
        return socket
    }

    private static func connect(to path: String) throws -> Int32 {
        let socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        guard withAddress(path, { Glibc.connect(socket, $0, $1) }) == 0 else {
            close(socket)
            throw ThrowawayPostgres.Failure("connect: errno \(errno)")
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
