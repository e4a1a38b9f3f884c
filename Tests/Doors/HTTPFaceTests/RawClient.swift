import Foundation
import Glibc

/// An HTTP client of a few lines on a plain socket, that does what no proper client would.
struct RawClient: Sendable {
    let descriptor: CInt

    struct Failure: Error {
        let text: String
        init(_ text: String) { self.text = text }
    }

    init(port: Int) throws {
        descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let status = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else { throw Failure("connect: \(errno)") }
        var patience = timeval(tv_sec: 120, tv_usec: 0)
        setsockopt(
            descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    }

    func send(_ text: String) {
        let bytes = Array(text.utf8)
        _ = Glibc.send(descriptor, bytes, bytes.count, CInt(MSG_NOSIGNAL))
    }

    /// Reads until the end, or until what was read ends in `ending`.
    func read(until ending: String? = nil) async throws -> String {
        try await offPool {
            var text = ""
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while ending == nil || !text.hasSuffix(ending ?? "") {
                let count = recv(descriptor, &buffer, buffer.count, 0)
                if count == 0 { return text }
                guard count > 0 else { throw Failure("recv: \(errno) after «\(text)»") }
                text += String(decoding: buffer.prefix(count), as: UTF8.self)
            }
            return text
        }
    }

    func close() { Glibc.close(descriptor) }
}

/// Runs what blocks on a thread that Swift's tasks do not need.
func offPool<Value: Sendable>(
    _ body: @escaping @Sendable () throws -> Value
) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Result { try body() }) }
    }
}
