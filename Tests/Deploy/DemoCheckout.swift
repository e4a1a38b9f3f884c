import Fixtures
import Foundation

/// As much of a checkout as the quickstart needs, and two ports for it.
struct DemoCheckout {
    /// What is in `.demo/`, and told to everyone.
    static let promised =
        ["throughcare.yaml", "network.yaml", "referral.json", "run/admin.sock", "pki/ca.pem"]
        + ["demo-prison", "demo-probation", "demo-clinic", "demo-ngo"].flatMap {
            ["pki/\($0).pem", "pki/\($0).key"]
        }

    static let programs = TestSurroundings.program("").path

    private let scratch: ScratchDirectory
    private let port: Int
    private let healthPort: Int

    init() throws {
        scratch = try ScratchDirectory()
        // Not FileManager: it wants to give the copies to the owner of the source tree.
        for part in ["Deploy", "Config"] {
            try run("cp", ["-R", TestSurroundings.source.path + "/" + part, scratch.url.path])
        }
        let (first, second) = (try ListeningSocket(), try ListeningSocket())
        (port, healthPort) = (first.port, second.port)
    }

    /// Runs it to its end, from another directory.
    ///
    /// - Returns: what it printed.
    @discardableResult
    func quickstart(_ arguments: [String]? = nil) throws -> String {
        try run(
            scratch.path("Deploy/quickstart"),
            arguments ?? [
                "--programs", Self.programs, "--port", "\(port)", "--health-port", "\(healthPort)",
            ], in: URL(filePath: "/"))
    }

    /// Runs a program that the quickstart has put into place.
    @discardableResult
    func program(_ name: String, _ arguments: [String]) throws -> String {
        try run(scratch.path(".demo/bin/\(name)"), arguments, in: scratch.url)
    }

    func identity(of agency: String) -> [String] {
        ["--pki", ".demo/pki", "--agency", agency, "--host", "localhost", "--port", "\(port)"]
    }

    func has(_ file: String) -> Bool {
        FileManager.default.fileExists(atPath: scratch.path(".demo/\(file)"))
    }
}

/// A socket that listens on a port which was free.
final class ListeningSocket {
    let port: Int
    private let descriptor: Int32

    init() throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        self.descriptor = descriptor
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listens = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(descriptor, pointer, length) == 0 && listen(descriptor, 1) == 0
                    && getsockname(descriptor, pointer, &length) == 0
            }
        }
        guard listens else { throw FixtureFailure("no port is free: errno \(errno)") }
        port = Int(in_port_t(bigEndian: address.sin_port))
    }

    deinit { close(descriptor) }
}
