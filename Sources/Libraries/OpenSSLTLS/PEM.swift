import COpenSSL
import Glibc

/// Where PEM text comes from: a file, read anew at each load, or bytes at hand.
package enum PEM: Hashable, Sendable {
    case file(String)
    /// - name: what errors call it, as a path would.
    case bytes([UInt8], name: String)

    /// More is no certificate bundle but a mistake (bytes).
    static let maximumSize = 4 << 20

    /// The path, or the name that was given.
    package var name: String {
        switch self {
        case .file(let path): path
        case .bytes(_, let name): name
        }
    }

    /// The text; for a private key, to be wiped by who asked for it.
    func read() throws(TLSMaterialError) -> [UInt8] {
        switch self {
        case .bytes(let bytes, _): bytes
        case .file(let path): try Self.readFile(path)
        }
    }

    private static func readFile(_ path: String) throws(TLSMaterialError) -> [UInt8] {
        func failure(_ number: Int32) -> TLSMaterialError {
            TLSMaterialError(
                source: path, problem: .unreadable(reason: String(cString: strerror(number))))
        }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure(errno) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw failure(EISDIR) }

        // Read in one piece where the size is known, so that no freed buffer keeps part of a key.
        let size = min(max(Int(status.st_size), 0), maximumSize) + 1
        var bytes = [UInt8](repeating: 0, count: size)
        var filled = 0
        while filled < size {
            let count = bytes.withUnsafeMutableBytes {
                Glibc.read(descriptor, $0.baseAddress.map { $0 + filled }, size - filled)
            }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw failure(errno) }
            guard count > 0 else { break }
            filled += count
        }
        guard filled <= maximumSize else {
            throw TLSMaterialError(source: path, problem: .tooLarge(limit: maximumSize))
        }
        bytes.removeLast(size - filled)
        return bytes
    }
}
