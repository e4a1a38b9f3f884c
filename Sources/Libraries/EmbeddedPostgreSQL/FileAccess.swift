import Glibc

/// The few things that are done with files here, with errors that name them.
enum FileAccess {
    typealias Failure = EmbeddedPostgreSQLError

    /// The text of a small file, or of the last bytes of a larger one; nil if it cannot be read.
    static func text(of path: String, last limit: Int = 1 << 20) -> String? {
        let number = open(path, O_RDONLY | O_CLOEXEC)
        guard number >= 0 else { return nil }
        let descriptor = OwnedDescriptor(number)
        let size = lseek(descriptor.number, 0, SEEK_END)
        lseek(descriptor.number, max(0, size - off_t(limit)), SEEK_SET)
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while bytes.count < limit {
            let count = read(descriptor.number, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            if count <= 0 { break }
            bytes += chunk[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Replaces a file as a whole, durably, if its text is another one.
    static func write(_ text: String, to path: String) throws(Failure) {
        if self.text(of: path) == text { return }
        let draft = path + ".new"
        let number = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard number >= 0 else { throw .system(operation: "write", path: draft, errno: errno) }
        let descriptor = OwnedDescriptor(number)
        let bytes = Array(text.utf8)
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(
                    descriptor.number, buffer.baseAddress?.advanced(by: written),
                    buffer.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .system(operation: "write", path: draft, errno: errno) }
            written += count
        }
        guard fsync(descriptor.number) == 0, rename(draft, path) == 0 else {
            throw .system(operation: "write", path: path, errno: errno)
        }
    }

    /// Makes what was renamed or created in a directory survive a power cut.
    static func sync(directory path: String) throws(Failure) {
        let number = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard number >= 0 else { throw .system(operation: "open", path: path, errno: errno) }
        let descriptor = OwnedDescriptor(number)
        guard fsync(descriptor.number) == 0 else {
            throw .system(operation: "sync", path: path, errno: errno)
        }
    }

    /// The names in a directory; empty if it cannot be read.
    static func names(in path: String) -> [String] {
        guard let directory = opendir(path) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Removes a directory and all in it, following no symbolic link.
    static func removeTree(_ path: String) throws(Failure) {
        for name in names(in: path) {
            let child = "\(path)/\(name)"
            var status = stat()
            guard lstat(child, &status) == 0 else { continue }
            if status.st_mode & S_IFMT == S_IFDIR {
                try removeTree(child)
            } else {
                unlink(child)
            }
        }
        guard rmdir(path) == 0 || errno == ENOENT else {
            throw .system(operation: "remove", path: path, errno: errno)
        }
    }

    /// What a symbolic link says; nil if it cannot be read.
    static func target(of link: String) -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(link, &buffer, buffer.count)
        guard count >= 0 else { return nil }
        return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The path without symbolic links; nil if there is nothing.
    static func canonical(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
