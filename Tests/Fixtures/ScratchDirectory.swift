package import Foundation

/// A directory that is gone when the test process is, with the processes that are named in it.
///
/// A shell waits for its standard input to end; the kernel closes the other end with this process,
/// however that dies. It then ends the processes whose number is the first line of a `*.pid` in the
/// directory, or of an embedded cluster in it, and removes the directory.
package final class ScratchDirectory: Sendable {
    package let url: URL
    private let leash: FileHandle
    private let keeper: Process

    private static let script = """
        read -r _
        for file in "$1"/*.pid; do
            [ -f "$file" ] && kill -KILL "$(head -n 1 "$file")"
        done
        for file in "$1"/*/postmaster.pid "$1"/*/*/postmaster.pid; do
            [ -f "$file" ] || continue
            postmaster=$(head -n 1 "$file")
            kill -QUIT "$postmaster"
            for _ in 1 2 3 4 5 6 7 8 9 10; do
                kill -0 "$postmaster" || break
                sleep 0.2
            done
        done
        rm -rf "$1"
        """

    package init() throws {
        // Short: a Unix socket's path holds 107 bytes.
        var path = Array((FileManager.default.temporaryDirectory.path + "/XXXXXX").utf8CString)
        guard mkdtemp(&path) != nil else { throw FixtureFailure("mkdtemp: errno \(errno)") }
        url = URL(
            filePath: String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self))
        let pipe = Pipe()
        keeper = Process()
        keeper.executableURL = URL(filePath: "/bin/sh")
        keeper.arguments = ["-c", Self.script, "sh", url.path]
        keeper.currentDirectoryURL = URL(filePath: "/")
        keeper.standardInput = pipe
        keeper.standardOutput = FileHandle.nullDevice
        keeper.standardError = FileHandle.nullDevice
        try keeper.run()
        leash = pipe.fileHandleForWriting
        // Children that are started later must not hold the leash.
        _ = fcntl(leash.fileDescriptor, F_SETFD, FD_CLOEXEC)
    }

    deinit {
        try? leash.close()
        keeper.waitUntilExit()
    }

    package func path(_ name: String) -> String { url.appending(path: name).path }

    package func write(_ text: String, to name: String) throws {
        try text.write(to: url.appending(path: name), atomically: true, encoding: .utf8)
    }
}
