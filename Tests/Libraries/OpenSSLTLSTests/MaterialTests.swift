import Foundation
import NIOCore
import OpenSSLTLS
import Testing

@Suite("Certificates, keys and trust are read, or refused with the file and the remedy")
struct MaterialTests {
    let authority: Authority
    let good: TLSIdentity

    init() throws {
        authority = try Authority()
        good = try authority.issue("good")
    }

    func problem(
        with configuration: TLSConfiguration, _ role: TLSRole = .server
    ) throws -> TLSMaterialError {
        try #require(throws: TLSMaterialError.self) { try TLSContext(role, configuration) }
    }

    func file(_ name: String, _ text: String) throws -> PEM {
        try Data(text.utf8).write(to: URL(fileURLWithPath: authority.path(name)))
        return .file(authority.path(name))
    }

    @Test("a certificate's fields are what the openssl command says")
    func fields() throws {
        try authority.issue(
            "fields", subject: "/O=Пробація/CN=clinic",
            names: "URI:urn:throughcare:agency:a,DNS:a.example,DNS:b.example,IP:10.0.0.1")
        func ask(_ options: String...) throws -> String {
            try openssl(["x509", "-in", "fields.pem", "-noout"] + options, in: authority.directory)
                .trimmingCharacters(in: .whitespacesAndNewlines)
        }
        let certificate = try #require(
            try Certificate.load(pem: .file(authority.path("fields.pem"))).first)
        let fingerprint = try ask("-fingerprint", "-sha256")
        #expect(
            fingerprint.lowercased().replacingOccurrences(of: ":", with: "")
                .hasSuffix("=" + certificate.fingerprintHex))
        #expect(certificate.sha256Fingerprint.count == 32)
        #expect(try ask("-serial") == "serial=" + certificate.serial)
        let subject = try ask("-subject", "-nameopt", "oneline,-esc_msb,utf8")
        #expect(subject == "subject=" + certificate.subject)
        #expect(certificate.subject == "O = Пробація, CN = clinic")
        #expect(certificate.sanURIs == ["urn:throughcare:agency:a"])
        #expect(certificate.sanDNSNames == ["a.example", "b.example"])
        #expect(certificate.notAfter - certificate.notBefore == 10 * 86400)
        #expect(abs(Double(certificate.notBefore) - Date().timeIntervalSince1970) < 600)
        #expect(try TLSContext(.server, authority.server(good)).certificate?.subject == "CN = good")
    }

    /// An extension's value: names of these kinds (2 is DNS, 6 is URI), with any bytes.
    private func names(_ names: [(kind: UInt8, bytes: [UInt8])]) -> String {
        let inside = names.flatMap { [0x80 | $0.kind, UInt8($0.bytes.count)] + $0.bytes }
        let bytes = [0x30, UInt8(inside.count)] + inside
        return "DER:"
            + bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    @Test(
        "a name with a NUL or a control character is no name, nor is what stands before it",
        arguments: [0x00, 0x01, 0x0a, 0x0d, 0x20, 0x7f, 0x80] as [UInt8])
    func controlCharacters(byte: UInt8) throws {
        let dns = Array("localhost".utf8) + [byte]
        let uri = Array("urn:x:a".utf8) + [byte] + Array("b".utf8)
        let identity = try authority.issue(
            "torn", names: names([(2, dns + Array(".evil".utf8)), (2, dns), (6, uri)]))
        let certificate = try #require(
            try Certificate.load(pem: identity.certificateChain).first)
        #expect(certificate.sanDNSNames == [])
        #expect(certificate.sanURIs == [])
        // As a server's it stands for no `localhost`.
        let pair = try SessionPair(
            client: authority.client(good), server: authority.server(identity))
        pair.run()
        guard case .peerCertificateRefused(let reason, _, _) = pair.clientEvents.failure else {
            Issue.record("\(pair.clientEvents)")
            return
        }
        #expect(reason.contains("mismatch"))
    }

    @Test("the names beside one with a NUL stand")
    func namesBeside() throws {
        let identity = try authority.issue(
            "beside",
            names: names([
                (2, Array("a.example\0.evil".utf8)), (2, Array("b.example".utf8)),
                (6, Array("urn:x:b".utf8)),
            ]))
        let certificate = try Certificate.load(pem: identity.certificateChain).first
        #expect(certificate?.sanDNSNames == ["b.example"])
        #expect(certificate?.sanURIs == ["urn:x:b"])
    }

    @Test("bytes serve as files do")
    func bytes() throws {
        func bytes(_ name: String) throws -> PEM {
            .bytes(
                Array(try Data(contentsOf: URL(fileURLWithPath: authority.path(name)))), name: name)
        }
        let configuration = try TLSConfiguration(
            identity: TLSIdentity(
                certificateChain: bytes("good.pem"), privateKey: bytes("good.key")),
            trust: [bytes("ca.pem")])
        let pair = try SessionPair(client: configuration, server: configuration)
        pair.run()
        #expect(pair.serverEvents.handshake != nil)
    }

    @Test("a missing file is named, with the reason")
    func missing() throws {
        var identity = good
        identity.privateKey = .file("/nonexistent/broker.key")
        let error = try problem(with: authority.server(identity))
        #expect(error.source == "/nonexistent/broker.key")
        #expect(error.problem == .unreadable(reason: "No such file or directory"))
        #expect(
            error.description
                == "/nonexistent/broker.key: cannot be read: No such file or directory; "
                + "check the path, and that the daemon's user may read it")
        identity = good
        identity.certificateChain = .file(authority.directory.path)
        #expect(
            try problem(with: authority.server(identity)).problem
                == .unreadable(reason: "Is a directory"))
    }

    @Test("another certificate's key is refused, naming both files")
    func mismatch() throws {
        let other = try authority.issue("other")
        let error = try problem(
            with: authority.server(
                TLSIdentity(
                    certificateChain: good.certificateChain, privateKey: other.privateKey)))
        #expect(error.source == authority.path("other.key"))
        #expect(error.problem == .keyMismatch(certificate: authority.path("good.pem")))
    }

    @Test("an expired certificate and one of the future are refused, with the date")
    func dates() throws {
        let expired = try authority.issue("old", from: "200101000000Z", to: "200201000000Z")
        let error = try problem(with: authority.client(expired), .client)
        #expect(error.problem == .expired(since: 1_580_515_200))
        #expect(error.description.contains("expired on 2020-02-01T00:00:00Z; renew it"))
        let early = try authority.issue("early", from: "480101000000Z", to: "490101000000Z")
        #expect(
            try problem(with: authority.client(early), .client).problem
                == .notYetValid(until: 2_461_449_600))
        // To be read, for the metric, it need not be valid.
        #expect(try Certificate.load(pem: expired.certificateChain)[0].notAfter == 1_580_515_200)
    }

    @Test("an encrypted key is refused without asking for its passphrase")
    func encrypted() throws {
        for (name, options) in [
            ("pkcs8.key", ["pkcs8", "-topk8", "-v2", "aes-256-cbc"]),
            ("sec1.key", ["ec", "-aes256"]),
        ] {
            try openssl(
                options + ["-in", "good.key", "-out", name, "-passout", "pass:secret"],
                in: authority.directory)
            var identity = good
            identity.privateKey = .file(authority.path(name))
            let error = try problem(with: authority.server(identity))
            #expect(error.problem == .encryptedKey, "\(name)")
        }
    }

    @Test("what is not PEM, or another kind of PEM, is refused")
    func notPEM() throws {
        let (text, empty) = (try file("text", "hello\n"), try file("empty", ""))
        for wrong in [text, empty, good.privateKey] {
            var identity = good
            identity.certificateChain = wrong
            let error = try problem(with: authority.server(identity))
            #expect(error.problem == .noCertificate)
            #expect(error.source == wrong.name)
            var configuration = authority.server(good)
            configuration.trust = [wrong]
            #expect(try problem(with: configuration).problem == .noCertificate)
        }
        for wrong in [text, empty, good.certificateChain] {
            var identity = good
            identity.privateKey = wrong
            #expect(try problem(with: authority.server(identity)).problem == .noPrivateKey)
        }
        var identity = good
        identity.certificateChain = try file(
            "torn", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n")
        guard case .malformed = try problem(with: authority.server(identity)).problem else {
            Issue.record("a torn certificate was accepted")
            return
        }
    }

    @Test("a key below the security level is refused: the level is the distribution's")
    func weak() throws {
        try openssl(
            [
                "req", "-x509", "-newkey", "rsa:1024", "-nodes", "-keyout", "weak.key", "-out",
                "weak.pem", "-subj", "/CN=weak", "-days", "2",
            ], in: authority.directory)
        let error = try problem(with: authority.server(authority.identity("weak")))
        #expect(error.problem == .refused(reason: "ee key too small"))
    }

    @Test("a reload serves new sessions, and leaves the old ones as they are")
    func reload() throws {
        let client = try TLSContext(.client, authority.client(good))
        let source = try TLSContextSource(.server, authority.server(authority.issue("renewed")))
        func connect() throws -> SessionPair {
            let pair = SessionPair(
                client: try TLSSession(client, serverName: "localhost"),
                server: try TLSSession(source.current))
            pair.run()
            return pair
        }
        let before = try connect()
        try authority.issue("renewed", subject: "/CN=second")
        #expect(try source.reload().certificate?.subject == "CN = second")
        let after = try connect()
        #expect(before.clientEvents.handshake?.peer?.subject == "CN = renewed")
        #expect(after.clientEvents.handshake?.peer?.subject == "CN = second")
        try before.client.write(.init(string: "still here"))
        before.run()
        #expect(before.serverEvents.plaintext == .init(string: "still here"))

        // A bad file changes nothing.
        _ = try file("renewed.pem", "torn")
        #expect(throws: TLSMaterialError.self) { try source.reload() }
        #expect(source.current.certificate?.subject == "CN = second")
    }

    @Test("a reload of whom to trust holds for the next connection: for who is in, and who is out")
    func reloadTrust() throws {
        let other = try Authority("Another Authority")
        let stranger = try other.issue("stranger")
        var configuration = authority.server(good)
        func trust(_ authorities: Authority...) throws -> PEM {
            try file(
                "trust.pem",
                authorities.map { try String(contentsOfFile: $0.path("ca.pem"), encoding: .utf8) }
                    .joined())
        }
        configuration.trust = [try trust(authority)]
        let source = try TLSContextSource(.server, configuration)
        func connect(_ identity: TLSIdentity) throws -> SessionPair {
            let pair = SessionPair(
                client: try TLSSession(
                    TLSContext(.client, authority.client(identity)), serverName: "localhost"),
                server: try TLSSession(source.current))
            pair.run()
            return pair
        }
        func isIn(_ identity: TLSIdentity) throws -> Bool {
            let events = try connect(identity).serverEvents
            if case .peerCertificateRefused = events.failure { return false }
            #expect(events.handshake != nil)
            return true
        }
        #expect(try isIn(good))
        #expect(try !isIn(stranger))
        let before = try connect(good)

        _ = try trust(authority, other)
        #expect(try !isIn(stranger))
        try source.reload()
        #expect(try isIn(good))
        #expect(try isIn(stranger))

        _ = try trust(other)
        try source.reload()
        #expect(try !isIn(good))
        #expect(try isIn(stranger))
        try before.client.write(.init(string: "still here"))
        before.run()
        #expect(before.serverEvents.plaintext == .init(string: "still here"))
    }
}
