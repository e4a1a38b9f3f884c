import Glibc

/// Secrets that the service manager hands over as files (`LoadCredential=`), or that stand at a
/// configured path where there is no service manager.
package struct Credentials: Sendable {
    /// Why a credential cannot be had.
    package enum Failure: Error, Equatable {
        /// Nothing by that name; the paths that were tried, in order.
        case notFound(name: String, lookedAt: [String])
        /// It is there, but cannot be read; the number of the system's error.
        case unreadable(name: String, path: String, errno: CInt)
        case tooLarge(name: String, path: String, limit: Int)
        /// It is empty, or was read as text and is not UTF-8.
        case unusable(name: String, path: String, reason: String)
    }

    private let directory: String?
    private let limit: Int

    /// - Parameters:
    ///   - directory: where the service manager put them; nil if it put none.
    ///   - limit: the largest size of a credential, in bytes. systemd allows one MiB.
    package init(
        directory: String? = getenv("CREDENTIALS_DIRECTORY").map { String(cString: $0) },
        limit: Int = 1 << 20
    ) {
        self.directory = directory
        self.limit = limit
    }

    /// The bytes of a credential.
    ///
    /// - Parameters:
    ///   - name: its name in the unit file.
    ///   - path: the file that is read if the service manager has no credential of that name.
    package func bytes(_ name: String, orAt path: String? = nil) throws(Failure) -> [UInt8] {
        try find(name, path).bytes
    }

    /// The text of a credential, without the line break at its end.
    package func text(_ name: String, orAt path: String? = nil) throws(Failure) -> String {
        let (bytes, place) = try find(name, path)
        guard var text = String(validating: bytes, as: UTF8.self) else {
            throw .unusable(name: name, path: place, reason: "it is not UTF-8")
        }
        if text.last?.isNewline == true { text.removeLast() }
        return text
    }

    private func find(
        _ name: String, _ path: String?
    ) throws(Failure) -> (bytes: [UInt8], path: String) {
        var places: [String] = []
        // A name is never a way out of the directory.
        if let directory, !name.isEmpty, !name.contains("/"), name != ".." {
            places.append("\(directory)/\(name)")
        }
        if let path { places.append(path) }
        for place in places {
            if let bytes = try read(name, place) { return (bytes, place) }
        }
        throw .notFound(name: name, lookedAt: places)
    }

    /// - Returns: nil if there is no such file.
    private func read(_ name: String, _ path: String) throws(Failure) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw .unreadable(name: name, path: path, errno: errno)
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .unreadable(name: name, path: path, errno: errno) }
            if count == 0 { break }
            bytes += chunk[..<count]
            guard bytes.count <= limit else {
                throw .tooLarge(name: name, path: path, limit: limit)
            }
        }
        guard !bytes.isEmpty else {
            throw .unusable(name: name, path: path, reason: "it is empty")
        }
        return bytes
    }
}

extension Credentials.Failure: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notFound(let name, lookedAt: []):
            "no credential \(name): the service manager handed none over, and no path is configured"
        case .notFound(let name, let places):
            "no credential \(name): looked at \(places.joined(separator: " and "))"
        case .unreadable(let name, let path, let errno):
            "the credential \(name) at \(path) cannot be read: \(String(cString: strerror(errno)))"
        case .tooLarge(let name, let path, let limit):
            "the credential \(name) at \(path) is larger than \(limit) bytes"
        case .unusable(let name, let path, let reason):
            "the credential \(name) at \(path) is of no use: \(reason)"
        }
    }
}
