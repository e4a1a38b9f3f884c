import Foundation
import NIOCore
import NIOPosix
import OpenSSLTLS
import Testing

@Suite("With OpenSSL's own client and server, over real sockets", .timeLimit(.minutes(1)))
struct InteropTests {
    let authority: Authority

    init() throws {
        authority = try Authority()
        try authority.issue("server")
        try authority.issue("client", names: "URI:urn:throughcare:agency:clinic")
    }

    func withServer(
        protocols: [String] = [], _ body: (EchoServer) async throws -> Void
    ) async throws {
        let source = try TLSContextSource(
            .server, authority.server(authority.identity("server"), protocols: protocols))
        let server = try await EchoServer(source)
        try await body(server)
        try await server.stop()
    }

    func client(
        _ server: EchoServer, as name: String? = "client", _ options: [String] = [],
        input: String = ""
    ) throws -> OpenSSLProcess {
        var arguments = [
            "s_client", "-connect", "127.0.0.1:\(server.port)", "-servername", "localhost",
            "-CAfile", authority.path("ca.pem"), "-verify_return_error",
        ]
        if let name {
            arguments += [
                "-cert", authority.path("\(name).pem"), "-key", authority.path("\(name).key"),
            ]
        }
        return try OpenSSLProcess(arguments + options, input: input)
    }

    @Test("s_client gets its echo, in both versions", arguments: ["-tls1_2", "-tls1_3"])
    func echo(version: String) async throws {
        try await withServer(protocols: ["amqp"]) { server in
            let client = try client(
                server, [version, "-alpn", "amqp", "-quiet", "-no_ign_eof"], input: "to and fro\n")
            #expect(await client.prints("to and fro\n"))
            try client.closeInput()
            let seen = await server.nextConnection()
            #expect(seen.handshake?.peer?.sanURIs == ["urn:throughcare:agency:clinic"])
            #expect(seen.handshake?.applicationProtocol == "amqp")
            #expect(seen.handshake?.serverName == "localhost")
            #expect(seen.error == nil)
        }
    }

    @Test("no ticket and no session is given for resumption", arguments: ["-tls1_2", "-tls1_3"])
    func noResumption(version: String) async throws {
        try await withServer { server in
            // -msg shows each handshake message.
            let client = try client(server, [version, "-msg"], input: "Q\n")
            let output = await client.end()
            #expect(output.contains("Verify return code: 0 (ok)"))
            #expect(!output.contains("NewSessionTicket"))
            #expect(output.contains("Compression: NONE"))
            _ = await server.nextConnection()
        }
    }

    @Test("TLS 1.1 is refused, even to a client without any security level")
    func oldVersion() async throws {
        try await withServer { server in
            let client = try client(server, ["-tls1_1", "-cipher", "ALL:@SECLEVEL=0"])
            #expect(await client.end().contains("alert protocol version"))
            let seen = await server.nextConnection()
            #expect(seen.error == .protocolFailure(reason: "unsupported protocol"))
        }
    }

    @Test("renegotiation is refused")
    func renegotiation() async throws {
        try await withServer { server in
            let client = try client(server, ["-tls1_2"])
            #expect(await client.prints("Verify return code: 0 (ok)"))
            try client.write("R\n")
            #expect(await client.end().contains("no renegotiation"))
            _ = await server.nextConnection()
        }
    }

    @Test(
        "an expired certificate is refused with words on both sides",
        arguments: [
            "-tls1_2", "-tls1_3",
        ])
    func expired(version: String) async throws {
        _ = try authority.issue("expired", from: "200101000000Z", to: "200201000000Z")
        try await withServer { server in
            let client = try client(server, as: "expired", [version, "-quiet"])
            #expect(await client.end().contains("alert certificate expired"))
            let seen = await server.nextConnection()
            guard
                case .peerCertificateRefused(let reason, 10, let certificate) = seen.error
            else {
                Issue.record("\(seen)")
                return
            }
            #expect(reason == "certificate has expired")
            #expect(certificate?.subject == "CN = expired")
            #expect(certificate?.notAfter == 1_580_515_200)
        }
    }

    @Test("no certificate is refused with words on both sides")
    func noCertificate() async throws {
        try await withServer { server in
            let client = try client(server, as: nil, ["-tls1_3", "-quiet"])
            #expect(await client.end().contains("alert certificate required"))
            #expect(await server.nextConnection().error == .noPeerCertificate)
        }
    }

    @Test("a mebibyte goes to our server and back through our client")
    func large() async throws {
        try await withServer { server in
            let context = try TLSContext(.client, authority.client(authority.identity("client")))
            let line = String(repeating: "0123456789abcde ", count: 65536) + "\n"
            #expect(try await ask(line, of: context, port: server.port) == line)
            let seen = await server.nextConnection()
            #expect(seen.dropFirst() == [.inputClosed, .inactive])
        }
    }

    @Test("a client that ends its side at once still gets its answer")
    func halfClose() async throws {
        try await withServer { server in
            let context = try TLSContext(.client, authority.client(authority.identity("client")))
            let answer = try await ask(
                "last words\n", of: context, port: server.port, closesOutput: true)
            #expect(answer == "last words\n")
            let seen = await server.nextConnection()
            #expect(seen.dropFirst() == [.inputClosed, .inactive])
        }
    }

    @Test("a refused client that is writing already hears the alert, not a reset")
    func refusedWhileWriting() async throws {
        try await withServer { server in
            let context = try TLSContext(.client, authority.client(nil))
            let line = String(repeating: "x", count: 1 << 20) + "\n"
            await #expect(
                throws: TLSError.alertReceived(text: "certificate required", number: 116)
            ) { try await ask(line, of: context, port: server.port) }
            #expect(await server.nextConnection().error == .noPeerCertificate)
        }
    }

    @Test("our client speaks with s_server", arguments: ["-tls1_2", "-tls1_3"])
    func server(version: String) async throws {
        let server = try OpenSSLProcess([
            "s_server", "-accept", "127.0.0.1:0", "-naccept", "1", version, "-rev",
            "-cert", authority.path("server.pem"), "-key", authority.path("server.key"),
            "-CAfile", authority.path("ca.pem"), "-Verify", "1", "-verify_return_error",
        ])
        #expect(await server.prints("ACCEPT 127.0.0.1:"))
        let after = try #require(server.output.components(separatedBy: "ACCEPT 127.0.0.1:").last)
        let port = try #require(Int(after.prefix { $0.isNumber }))
        let context = try TLSContext(
            .client, authority.client(authority.identity("client")))
        let answer = try await ask("abcdef\n", of: context, port: port)
        #expect(answer == "fedcba\n")
        _ = await server.end()
    }

    /// Connects, says a line, and gives the line that comes back, or throws why none did.
    private func ask(
        _ line: String, of context: TLSContext, port: Int, closesOutput: Bool = false
    ) async throws -> String {
        let (lines, report) = AsyncThrowingStream<String, any Error>.makeStream()
        let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandlers([
                        TLSHandler(context, serverName: "localhost"), LineReader(report),
                    ])
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
        channel.writeAndFlush(ByteBuffer(string: line), promise: nil)
        if closesOutput { try await channel.close(mode: .output) }
        for try await answer in lines {
            // When both sides have ended, the handler closes by itself.
            if closesOutput {
                try await channel.closeFuture.get()
            } else {
                try await channel.close()
            }
            return answer
        }
        return ""
    }

    private final class LineReader: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        private let report: AsyncThrowingStream<String, any Error>.Continuation
        private var text = ByteBuffer()

        init(_ report: AsyncThrowingStream<String, any Error>.Continuation) {
            self.report = report
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            text.writeImmutableBuffer(Self.unwrapInboundIn(data))
            if text.readableBytesView.last == UInt8(ascii: "\n") {
                report.yield(String(buffer: text))
            }
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            report.finish(throwing: error)
        }

        func channelInactive(context: ChannelHandlerContext) { report.finish() }
    }
}
