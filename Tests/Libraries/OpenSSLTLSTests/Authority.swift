import Foundation
import OpenSSLTLS
import Testing

/// Runs the `openssl` command to its end and gives what it printed; fails with its complaint.
@discardableResult
func openssl(_ arguments: [String], in directory: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["openssl"] + arguments
    process.currentDirectoryURL = directory
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(
        process.terminationStatus == 0,
        "openssl \(arguments): \(String(decoding: complaint, as: UTF8.self))")
    return String(decoding: printed, as: UTF8.self)
}

/// A certificate authority in a directory of its own, made by the `openssl` command and removed
/// with the last reference.
final class Authority: Sendable {
    let directory: URL

    init(_ name: String = "Test Authority") throws {
        directory = FileManager.default.temporaryDirectory
            .appendingPathComponent("openssl-tls-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: directory, withIntermediateDirectories: true)
        try openssl(
            [
                "req", "-x509", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
                "-nodes", "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=\(name)",
                "-days", "30", "-addext", "keyUsage=critical,keyCertSign,cRLSign",
            ], in: directory)
    }

    deinit { try? FileManager.default.removeItem(at: directory) }

    var certificate: PEM { .file(path("ca.pem")) }

    func path(_ name: String) -> String { directory.appendingPathComponent(name).path }

    /// Issues a certificate under `NAME.pem` with its key `NAME.key`.
    @discardableResult
    func issue(
        _ name: String, subject: String? = nil,
        names: String = "DNS:localhost,IP:127.0.0.1", days: Int = 10,
        usage: String = "serverAuth,clientAuth", key: String = "ec_paramgen_curve:P-256"
    ) throws -> TLSIdentity {
        try openssl(
            [
                "req", "-x509", "-new", "-newkey", "ec", "-pkeyopt", key, "-nodes",
                "-CA", "ca.pem", "-CAkey", "ca.key",
                "-keyout", "\(name).key", "-out", "\(name).pem", "-utf8",
                "-subj", subject ?? "/CN=\(name)", "-days", "\(days)",
                "-addext", "basicConstraints=critical,CA:FALSE",
                "-addext", "extendedKeyUsage=\(usage)",
                "-addext", "subjectAltName=\(names)",
            ], in: directory)
        return identity(name)
    }

    /// Issues a client certificate with dates of its own (`YYMMDDhhmmssZ`).
    func issue(_ name: String, from: String, to: String) throws -> TLSIdentity {
        try Data().write(to: URL(fileURLWithPath: path("index.txt")))
        try Data(
            """
            [ca]
            default_ca = own
            [own]
            dir = .
            new_certs_dir = .
            database = index.txt
            rand_serial = yes
            default_md = sha256
            policy = any
            x509_extensions = leaf
            [any]
            commonName = supplied
            [leaf]
            basicConstraints = critical,CA:FALSE
            extendedKeyUsage = clientAuth
            """.utf8
        ).write(to: URL(fileURLWithPath: path("ca.cnf")))
        try openssl(
            [
                "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                "-keyout", "\(name).key", "-out", "\(name).csr", "-subj", "/CN=\(name)",
            ], in: directory)
        try openssl(
            [
                "ca", "-batch", "-notext", "-config", "ca.cnf", "-cert", "ca.pem",
                "-keyfile", "ca.key", "-in", "\(name).csr", "-out", "\(name).pem",
                "-startdate", from, "-enddate", to,
            ], in: directory)
        return identity(name)
    }

    func identity(_ name: String) -> TLSIdentity {
        TLSIdentity(
            certificateChain: .file(path("\(name).pem")), privateKey: .file(path("\(name).key")))
    }

    /// A server's configuration that trusts this authority.
    func server(
        _ identity: TLSIdentity, protocols: [String] = [],
        versions: ClosedRange<TLSVersion> = .tls12 ... .tls13
    ) -> TLSConfiguration {
        TLSConfiguration(
            identity: identity, trust: [certificate], applicationProtocols: protocols,
            versions: versions)
    }

    func client(
        _ identity: TLSIdentity?, protocols: [String] = [],
        versions: ClosedRange<TLSVersion> = .tls12 ... .tls13
    ) -> TLSConfiguration {
        TLSConfiguration(
            identity: identity, trust: [certificate], applicationProtocols: protocols,
            versions: versions)
    }
}
