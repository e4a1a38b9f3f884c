import Foundation
import Synchronization

/// A certificate and its key, in files.
package struct TestIdentity: Sendable, Hashable {
    package let certificate: String
    package let key: String
}

/// A certificate authority, with the broker's certificate and those of agencies, which are issued
/// when they are first asked for.
package final class TestAuthority: Sendable {
    private let scratch: ScratchDirectory
    private let issued = Mutex<[String: TestIdentity]>([:])

    package init() throws {
        scratch = try ScratchDirectory()
        try run(
            "openssl",
            Self.request + [
                "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=Test Authority",
                "-days", "30", "-addext", "keyUsage=critical,keyCertSign,cRLSign",
            ], in: scratch.url)
        try run("openssl", ["rand", "-out", "master.key", "32"], in: scratch.url)
        chmod(masterKey, 0o600)
    }

    private static let request = [
        "req", "-x509", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
    ]

    /// The authority's own certificate.
    package var certificate: String { scratch.path("ca.pem") }

    /// 32 bytes.
    package var masterKey: String { scratch.path("master.key") }

    /// The broker's, for `localhost` and 127.0.0.1.
    package func broker() throws -> TestIdentity {
        try issue("broker", names: "DNS:localhost,IP:127.0.0.1")
    }

    /// Issues the broker's anew, into the same files.
    package func renewBroker() throws {
        issued.withLock { $0["broker"] = nil }
        _ = try broker()
    }

    /// An agency's, whose name is in a URI as `SampleNetwork` has it.
    package func agency(_ id: String) throws -> TestIdentity {
        try issue(id, names: "URI:urn:throughcare:agency:\(id)")
    }

    package func issue(_ name: String, names: String) throws -> TestIdentity {
        try issued.withLock { issued in
            if let known = issued[name] { return known }
            try run(
                "openssl",
                Self.request + [
                    "-CA", "ca.pem", "-CAkey", "ca.key", "-keyout", "\(name).key",
                    "-out", "\(name).pem", "-subj", "/CN=\(name)", "-days", "10",
                    "-addext", "basicConstraints=critical,CA:FALSE",
                    "-addext", "extendedKeyUsage=serverAuth,clientAuth",
                    "-addext", "subjectAltName=\(names)",
                ], in: scratch.url)
            issued[name] = identity(name)
            return identity(name)
        }
    }

    /// An agency's that is no longer valid.
    package func expired(_ id: String) throws -> TestIdentity {
        let name = "expired-\(id)"
        try scratch.write("", to: "index.txt")
        try scratch.write(
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
            subjectAltName = URI:urn:throughcare:agency:\(id)
            """, to: "ca.cnf")
        try run(
            "openssl",
            [
                "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                "-keyout", "\(name).key", "-out", "\(name).csr", "-subj", "/CN=\(id)",
            ], in: scratch.url)
        try run(
            "openssl",
            [
                "ca", "-batch", "-notext", "-config", "ca.cnf", "-cert", "ca.pem",
                "-keyfile", "ca.key", "-in", "\(name).csr", "-out", "\(name).pem",
                "-startdate", "200101000000Z", "-enddate", "200201000000Z",
            ], in: scratch.url)
        return identity(name)
    }

    private func identity(_ name: String) -> TestIdentity {
        TestIdentity(certificate: scratch.path("\(name).pem"), key: scratch.path("\(name).key"))
    }
}
