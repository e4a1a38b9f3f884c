import Glibc
import Systemd
import Testing

@Suite("A credential")
struct CredentialsTests {
    /// A directory with files, gone with the value.
    private struct Directory: ~Copyable {
        let path: String

        init(_ files: [String: [UInt8]]) throws {
            path = "/tmp/throughcare-credentials-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
            try #require(mkdir(path, 0o700) == 0)
            for (name, bytes) in files {
                let file = try #require(fopen("\(path)/\(name)", "w"))
                fwrite(bytes, 1, bytes.count, file)
                fclose(file)
            }
        }

        deinit {
            let files = ["key", "other", "empty", "large"]
            for file in files { unlink("\(path)/\(file)") }
            rmdir(path)
        }
    }

    @Test("comes from the service manager before the configured path")
    func order() throws {
        let directory = try Directory(["key": Array("s3cret\n".utf8), "other": Array("o".utf8)])
        let credentials = Credentials(directory: directory.path)
        #expect(try credentials.text("key", orAt: "\(directory.path)/other") == "s3cret")
        #expect(try credentials.bytes("key") == Array("s3cret\n".utf8))
        #expect(try credentials.text("absent", orAt: "\(directory.path)/other") == "o")
        #expect(
            try Credentials(directory: nil).text("key", orAt: "\(directory.path)/key") == "s3cret")
    }

    @Test("that is nowhere is refused with the places that were looked at")
    func nowhere() {
        #expect(
            throws: Credentials.Failure.notFound(
                name: "k", lookedAt: ["/nowhere/k", "/etc/throughcare/no-k"])
        ) { try Credentials(directory: "/nowhere").bytes("k", orAt: "/etc/throughcare/no-k") }
        #expect(throws: Credentials.Failure.notFound(name: "k", lookedAt: [])) {
            try Credentials(directory: nil).bytes("k")
        }
        #expect(throws: Credentials.Failure.notFound(name: "../etc/passwd", lookedAt: [])) {
            try Credentials(directory: "/tmp").bytes("../etc/passwd")
        }
        #expect(
            Credentials.Failure.notFound(name: "k", lookedAt: ["/a/k", "/b"]).description
                == "no credential k: looked at /a/k and /b")
    }

    @Test("that is empty, too large, not text or a directory is refused")
    func unusable() throws {
        let directory = try Directory([
            "empty": [], "large": Array(repeating: 0xFF, count: 5000), "key": [0xFF],
        ])
        let path = directory.path
        let credentials = Credentials(directory: path, limit: 4999)
        #expect(
            throws: Credentials.Failure.tooLarge(name: "large", path: "\(path)/large", limit: 4999)
        ) { try credentials.bytes("large") }
        #expect(try Credentials(directory: path, limit: 5000).bytes("large").count == 5000)
        #expect(
            throws: Credentials.Failure.unusable(
                name: "empty", path: "\(path)/empty", reason: "it is empty")
        ) { try credentials.bytes("empty") }
        #expect(
            throws: Credentials.Failure.unusable(
                name: "key", path: "\(path)/key", reason: "it is not UTF-8")
        ) { try credentials.text("key") }
        #expect(
            throws: Credentials.Failure.unreadable(name: "tmp", path: "/tmp", errno: EISDIR)
        ) { try Credentials(directory: nil).bytes("tmp", orAt: "/tmp") }
    }
}
