import Foundation
import Glibc
import Testing

@testable import Linux

@Suite("A listening Unix socket")
struct UnixListenerTests {
    private func directory() throws -> String {
        var path = Array((NSTemporaryDirectory() + "/unix-XXXXXX").utf8CString)
        guard mkdtemp(&path) != nil else { throw SystemFault("mkdtemp", errno: errno) }
        return String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    private func mode(_ path: String) -> mode_t {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
    }

    @Test("is for owner and group only, whatever the umask is")
    func mode() throws {
        let path = try directory() + "/s"
        let descriptor = try UnixListener.open(path: path)
        defer { close(descriptor) }
        #expect(mode(path) == 0o660)
    }

    @Test("replaces what a dead process left")
    func stale() throws {
        let path = try directory() + "/s"
        close(try UnixListener.open(path: path))
        let descriptor = try UnixListener.open(path: path)
        defer { close(descriptor) }
        #expect(mode(path) == 0o660)
    }

    @Test("leaves alone one on which somebody listens")
    func inUse() throws {
        let path = try directory() + "/s"
        let first = try UnixListener.open(path: path)
        defer { close(first) }
        #expect(throws: UnixListener.Failure.inUse(path)) { try UnixListener.open(path: path) }
    }

    @Test("is removed once it is closed, and not when a successor listens on it")
    func removal() throws {
        let path = try directory() + "/s"
        close(try UnixListener.open(path: path))
        let successor = try UnixListener.open(path: path)
        UnixListener.removeClosed(path)
        #expect(FileManager.default.fileExists(atPath: path))
        close(successor)
        UnixListener.removeClosed(path)
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("leaves alone a file that is no socket")
    func otherFile() throws {
        let path = try directory() + "/s"
        try Data().write(to: URL(fileURLWithPath: path))
        #expect(throws: UnixListener.Failure.notASocket(path)) {
            try UnixListener.open(path: path)
        }
        #expect(FileManager.default.fileExists(atPath: path))
    }

    @Test("has a path of 107 bytes and no more", arguments: [107, 108])
    func length(_ bytes: Int) throws {
        let directory = try directory()
        let path = directory + "/" + String(repeating: "s", count: bytes - directory.count - 1)
        if bytes <= UnixListener.longestPath {
            close(try UnixListener.open(path: path))
        } else {
            #expect(throws: UnixListener.Failure.pathTooLong(path)) {
                try UnixListener.open(path: path)
            }
        }
    }
}

@Suite("What the kernel says of a peer")
struct PeerCredentialsTests {
    @Test("the other end of a pair of ours is ourselves, with our groups")
    func pair() throws {
        var ends: [CInt] = [0, 0]
        #expect(socketpair(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0, &ends) == 0)
        defer { ends.forEach { close($0) } }
        let peer = try PeerCredentials(descriptor: ends[0])
        #expect(peer.uid == geteuid())
        #expect(peer.gid == getegid())
        #expect(peer.pid == getpid())
        var groups = [gid_t](repeating: 0, count: 256)
        let count = Int(getgroups(256, &groups))
        #expect(Set(peer.groups) == Set(groups.prefix(count)))
    }

    @Test("a socket without a peer has none")
    func noPeer() {
        #expect(throws: SystemFault.self) { try PeerCredentials(descriptor: -1) }
    }
}

@Suite("The machine's accounts")
struct AccountsTests {
    @Test("root is number 0, and somebody unknown has none")
    func names() throws {
        #expect(try Accounts.userID(named: "root") == 0)
        #expect(try Accounts.groupID(named: "root") == 0)
        #expect(try Accounts.userID(named: "no-such-user-here") == nil)
        #expect(try Accounts.groupID(named: "no-such-group-here") == nil)
    }
}

@Suite("CPU time by thread")
struct ProcessTimesTests {
    @Test(
        "a thread's name can hold anything",
        arguments: [
            ("12 (shard) S 1 2 3 4 5 6 7 8 9 10 150 50 0", "shard", 2.0),
            ("12 (a) b) (c) S 1 2 3 4 5 6 7 8 9 10 1 0 0", "a) b) (c", 0.01),
            ("7 () R 1 2 3 4 5 6 7 8 9 10 0 0", "", 0.0),
        ])
    func names(_ line: String, _ name: String, _ seconds: Double) throws {
        let thread = try #require(ProcessTimes.Thread(stat: line, ticksPerSecond: 100))
        #expect(thread.name == name)
        #expect(thread.seconds == seconds)
    }

    @Test("what is cut short is no thread", arguments: ["", "12 (x", "12 (x) S 1 2", "x (y) S"])
    func cut(_ line: String) {
        #expect(ProcessTimes.Thread(stat: line, ticksPerSecond: 100) == nil)
    }

    @Test("this process has threads, and has used time")
    func live() {
        let times = ProcessTimes.now()
        #expect(times.total > 0)
        #expect(times.threads.contains { $0.id == getpid() })
    }
}
