import Foundation
import NIOCore
import OpenSSLTLS
import Testing

@Suite("Handshakes")
struct HandshakeTests {
    let authority: Authority
    let server: TLSIdentity
    let client: TLSIdentity

    init() throws {
        authority = try Authority()
        server = try authority.issue("server")
        client = try authority.issue(
            "client", names: "URI:urn:throughcare:agency:clinic,DNS:clinic.example")
    }

    @Test("both versions verify both sides", arguments: [TLSVersion.tls12, .tls13])
    func mutual(version: TLSVersion) throws {
        let pair = try SessionPair(
            client: authority.client(client, versions: version...version),
            server: authority.server(server))
        pair.run()
        let seenByServer = try #require(pair.serverEvents.handshake)
        let seenByClient = try #require(pair.clientEvents.handshake)
        #expect(seenByServer.version == version)
        #expect(seenByClient.version == version)
        #expect(seenByServer.serverName == "localhost")
        #expect(seenByServer.peer?.sanURIs == ["urn:throughcare:agency:clinic"])
        #expect(seenByServer.peer?.sanDNSNames == ["clinic.example"])
        #expect(seenByClient.peer?.sanDNSNames == ["localhost"])
        #expect(seenByServer.applicationProtocol == nil)
    }

    @Test("bytes that come one at a time make the same handshake")
    func oneByOne() throws {
        let pair = try SessionPair(
            client: authority.client(client), server: authority.server(server))
        pair.step = 1
        pair.run()
        #expect(pair.serverEvents.count == 1 && pair.serverEvents.handshake != nil)
        #expect(pair.clientEvents.count == 1 && pair.clientEvents.handshake != nil)
    }

    @Test(
        "a client without a certificate is refused, and told so",
        arguments: [
            TLSVersion.tls12, .tls13,
        ])
    func noCertificate(version: TLSVersion) throws {
        let pair = try SessionPair(
            client: authority.client(nil, versions: version...version),
            server: authority.server(server))
        pair.run()
        #expect(pair.serverEvents == [.failed(.noPeerCertificate)])
        guard case .alertReceived(let text, _) = pair.clientEvents.failure else {
            Issue.record("\(pair.clientEvents)")
            return
        }
        // RFC 8446 has an alert of its own for it.
        #expect(text == (version == .tls13 ? "certificate required" : "handshake failure"))
    }

    @Test("an unknown authority is refused by either side")
    func unknownAuthority() throws {
        let other = try Authority("Another Authority")
        let stranger = try other.issue("stranger")
        let fromStranger = try SessionPair(
            client: authority.client(stranger), server: authority.server(server))
        fromStranger.run()
        guard
            case .peerCertificateRefused(let reason, let code, let certificate) =
                fromStranger.serverEvents.failure
        else {
            Issue.record("\(fromStranger.serverEvents)")
            return
        }
        #expect(reason == "unable to get local issuer certificate")
        #expect(code == 20)
        #expect(certificate?.subject == "CN = stranger")
        #expect(fromStranger.clientEvents.failure == .alertReceived(text: "unknown ca", number: 48))

        let toStranger = try SessionPair(
            client: authority.client(client), server: other.server(stranger))
        toStranger.run()
        guard case .peerCertificateRefused = toStranger.clientEvents.failure else {
            Issue.record("\(toStranger.clientEvents)")
            return
        }
        #expect(
            toStranger.serverEvents == [.failed(.alertReceived(text: "unknown ca", number: 48))])
    }

    @Test("a server of another name is refused", arguments: ["other.example", "127.0.0.2"])
    func wrongName(name: String) throws {
        let pair = try SessionPair(
            client: authority.client(client), server: authority.server(server), serverName: name)
        pair.run()
        guard
            case .peerCertificateRefused(let reason, _, let certificate) =
                pair.clientEvents.failure
        else {
            Issue.record("\(pair.clientEvents)")
            return
        }
        #expect(reason.contains("mismatch"))
        #expect(certificate?.sanDNSNames == ["localhost"])
    }

    @Test("a server's IP address is checked as one, and not sent as a name")
    func address() throws {
        let pair = try SessionPair(
            client: authority.client(client), server: authority.server(server),
            serverName: "127.0.0.1")
        pair.run()
        #expect(pair.clientEvents.handshake != nil)
        #expect(pair.serverEvents.handshake?.serverName == nil)
    }

    @Test("a certificate for the other purpose is refused")
    func wrongPurpose() throws {
        let serverOnly = try authority.issue("server-only", usage: "serverAuth")
        let pair = try SessionPair(
            client: authority.client(serverOnly), server: authority.server(server))
        pair.run()
        guard case .peerCertificateRefused(let reason, _, _) = pair.serverEvents.failure else {
            Issue.record("\(pair.serverEvents)")
            return
        }
        #expect(reason.contains("purpose"))
    }

    @Test("the server's most wanted common protocol is chosen")
    func applicationProtocol() throws {
        let pair = try SessionPair(
            client: authority.client(client, protocols: ["http/1.1", "amqp"]),
            server: authority.server(server, protocols: ["h2", "amqp", "http/1.1"]))
        pair.run()
        #expect(pair.clientEvents.handshake?.applicationProtocol == "amqp")
        #expect(pair.serverEvents.handshake?.applicationProtocol == "amqp")
    }

    @Test("no common protocol: refused; none offered: welcome")
    func noCommonProtocol() throws {
        let none = try SessionPair(
            client: authority.client(client, protocols: ["h2"]),
            server: authority.server(server, protocols: ["amqp"]))
        none.run()
        #expect(none.serverEvents.failure == .protocolFailure(reason: "no application protocol"))
        guard case .alertReceived(_, 120) = none.clientEvents.failure else {
            Issue.record("\(none.clientEvents)")
            return
        }
        let silent = try SessionPair(
            client: authority.client(client),
            server: authority.server(server, protocols: ["amqp"]))
        silent.run()
        #expect(silent.serverEvents.handshake != nil)
        #expect(silent.serverEvents.handshake?.applicationProtocol == nil)
    }

    @Test("versions that do not meet are refused by both")
    func versions() throws {
        let pair = try SessionPair(
            client: authority.client(client, versions: .tls12 ... .tls12),
            server: authority.server(server, versions: .tls13 ... .tls13))
        pair.run()
        #expect(pair.serverEvents.failure == .protocolFailure(reason: "unsupported protocol"))
        guard case .alertReceived(_, 70) = pair.clientEvents.failure else {
            Issue.record("\(pair.clientEvents)")
            return
        }
    }

    @Test(
        "what is no TLS at all fails at once",
        arguments: [
            "GET / HTTP/1.1\r\nHost: a\r\n\r\n", "AMQP\u{3}\u{1}\u{0}\u{0}",
            "\u{16}\u{3}\u{1}\u{0}\u{5}garbage",
        ])
    func garbage(text: String) throws {
        let session = try TLSSession(TLSContext(.server, authority.server(server)))
        var bytes = ByteBuffer(string: text)
        session.bytesReceived(&bytes)
        guard case .failed(.protocolFailure) = session.nextEvent() else {
            Issue.record("no failure")
            return
        }
        #expect(session.nextEvent() == nil)
        #expect(!session.isWritable)
    }

    @Test("a transport that ends during the handshake says so")
    func closedEarly() throws {
        let session = try TLSSession(TLSContext(.server, authority.server(server)))
        #expect(session.transportClosed() == .closedDuringHandshake)
        #expect(session.transportClosed() == nil)
    }
}
