import Foundation
import LibPQ
import Testing

/// A PostgreSQL cluster in a directory of its own, which is gone when the test process is.
///
/// A shell holds the server and waits for its standard input to end. The kernel closes the other
/// end with this process, however that dies.
final class ThrowawayPostgres: Sendable {
    /// One cluster for all tests that leave it running; each has a database of its own.
    static let shared = Result { try ThrowawayPostgres() }

    let directory: String
    private let shell: Process
    private let leash: Pipe

    private static let binaries = "/usr/lib/postgresql/15/bin"
    /// PostgreSQL refuses to run as root.
    private static let nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]

    private static let script = """
        trap '' INT TERM HUP
        "$1/initdb" -D "$2/data" -U postgres -A trust --no-sync -E UTF8 --locale=C >"$2/log" 2>&1
        "$1/pg_ctl" -D "$2/data" -l "$2/log" -w -o "-c listen_addresses='' -c fsync=off \\
            -c unix_socket_directories='$2' -c max_connections=50" start >>"$2/log" 2>&1
        echo "$?"
        read -r _
        "$1/pg_ctl" -D "$2/data" -m immediate -w stop >>"$2/log" 2>&1
        rm -rf "$2"
        """

    init() throws {
        let template = FileManager.default.temporaryDirectory.path + "/admin-tests-XXXXXX"
        var path = Array(template.utf8CString)
        guard mkdtemp(&path) != nil else { throw Failure("mkdtemp: errno \(errno)") }
        directory = String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        let isRoot = geteuid() == 0
        if isRoot { chown(directory, 65534, 65534) }

        leash = Pipe()
        let answer = Pipe()
        shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        shell.arguments =
            (isRoot ? Self.nobody : []) + ["sh", "-c", Self.script, "sh", Self.binaries, directory]
        shell.currentDirectoryURL = URL(fileURLWithPath: "/")
        shell.standardInput = leash
        shell.standardOutput = answer
        try shell.run()
        let status = answer.fileHandleForReading.availableData
        guard String(decoding: status, as: UTF8.self) == "0\n" else {
            let log = (try? String(contentsOfFile: directory + "/log", encoding: .utf8)) ?? ""
            throw Failure("the server did not start: \(log)")
        }
    }

    deinit {
        stop()
    }

    /// Kills the server as a power cut would, and waits until it is gone.
    func stop() {
        try? leash.fileHandleForWriting.close()
        shell.waitUntilExit()
    }

    /// Makes an empty database.
    ///
    /// - Returns: its connection string.
    func database() throws -> String {
        let name = "t" + UUID().uuidString.filter(\.isHexDigit).lowercased()
        let connection = try Connection(
            Conninfo("host=\(directory) user=postgres dbname=postgres"),
            by: .after(.seconds(30)))
        try connection.run(script: "CREATE DATABASE \(name)", by: .after(.seconds(30)))
        return "host=\(directory) user=postgres dbname=\(name)"
    }

    struct Failure: Error {
        let text: String
        init(_ text: String) { self.text = text }
    }
}
