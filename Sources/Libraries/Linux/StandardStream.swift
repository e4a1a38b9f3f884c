import Glibc

/// A program's standard output and standard error, written without a buffer.
package enum StandardStream: Sendable {
    case output
    case error

    /// Writes all of it, or as much as the reader takes: one that has gone is no fault of ours.
    package func write(_ text: String) {
        let descriptor = self == .output ? STDOUT_FILENO : STDERR_FILENO
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }
}

/// The variables that this process was started with.
package enum EnvironmentVariable {
    /// nil where it is not set, or empty.
    package static func value(_ name: String) -> String? {
        guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else {
            return nil
        }
        return value
    }
}

/// A file that is read to its end.
package enum WholeFile {
    /// - Parameters:
    ///   - path: `-` for standard input.
    ///   - limit: more bytes than this are a fault.
    package static func read(_ path: String, limit: Int) throws(SystemFault) -> [UInt8] {
        let isStandardInput = path == "-"
        let descriptor = isStandardInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemFault("read \(path)") }
        defer { if !isStandardInput { close(descriptor) } }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw SystemFault("read \(path)") }
            if count == 0 { return bytes }
            bytes += buffer.prefix(count)
            guard bytes.count <= limit else { throw SystemFault("read \(path)", errno: EFBIG) }
        }
    }
}

extension SystemFault {
    /// The kinds of fault that a client of a Unix socket tells apart (connect(2)).
    package enum SocketKind: Sendable {
        case absent
        case nobodyListens
        case forbidden
        case other
    }

    package static func socketKind(of errno: CInt) -> SocketKind {
        switch errno {
        case ENOENT, ENOTDIR: .absent
        case ECONNREFUSED: .nobodyListens
        case EACCES, EPERM: .forbidden
        default: .other
        }
    }
}
