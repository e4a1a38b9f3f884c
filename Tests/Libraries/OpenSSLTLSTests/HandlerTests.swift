import NIOCore
import NIOEmbedded
import OpenSSLTLS
import Testing

@Suite("The handler in a pipeline")
struct HandlerTests {
    let authority: Authority
    let pair: HandlerPair

    init() throws {
        authority = try Authority()
        pair = try HandlerPair(authority)
    }

    func connected() throws -> HandlerPair {
        try pair.connect()
        pair.forget()
        return pair
    }

    @Test("the handshake is an event on both sides, and nothing before it")
    func handshake() throws {
        try pair.connect()
        for end in [pair.client, pair.server] {
            guard case .handshake(let agreement) = end.recorder.notes.first else {
                Issue.record("\(end.recorder.notes)")
                return
            }
            #expect(agreement.version == .tls13)
            #expect(agreement.peer?.sanDNSNames == ["localhost"])
            #expect(end.recorder.notes.count == 1)
        }
    }

    @Test("a handler that is added to an active channel starts at once")
    func addedLate() throws {
        let channel = EmbeddedChannel()
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        let context = try TLSContext(.client, authority.client(nil))
        try channel.pipeline.syncOperations.addHandler(TLSHandler(context))
        #expect(try channel.readOutbound(as: ByteBuffer.self) != nil)
        _ = try? channel.finish()
    }

    @Test("writes before the handshake wait for it, in their order")
    func earlyWrites() throws {
        pair.client.recorder.onHandshake = {
            $0.channel.writeAndFlush(ByteBuffer(string: "c"), promise: nil)
        }
        let promise = pair.client.channel.eventLoop.makePromise(of: Void.self)
        pair.client.channel.write(ByteBuffer(string: "a"), promise: nil)
        try pair.server.connect()
        try pair.client.connect()
        pair.client.channel.writeAndFlush(ByteBuffer(string: "b"), promise: promise)
        try pair.run()
        #expect(pair.server.recorder.text == "abc")
        try promise.futureResult.wait()
    }

    @Test("the writes of one flush are one write of one record, and all promises are kept")
    func coalescing() throws {
        let pair = try connected()
        let before = pair.client.probe.writes
        let promises = (0..<10).map { _ in pair.client.channel.eventLoop.makePromise(of: Void.self)
        }
        for promise in promises {
            pair.client.channel.write(ByteBuffer(repeating: 0x61, count: 100), promise: promise)
        }
        #expect(pair.client.probe.writes == before)
        pair.client.channel.flush()
        #expect(pair.client.probe.writes == before + 1)
        for promise in promises { try promise.futureResult.wait() }
        let output = try #require(try pair.client.channel.readOutbound(as: ByteBuffer.self))
        #expect(output.readableBytes == 1000 + 22)
        try pair.server.channel.writeInbound(output)
        #expect(
            pair.server.recorder.notes == [
                .plaintext(String(repeating: "a", count: 1000)), .readComplete,
            ])
    }

    @Test("an empty write keeps its promise")
    func emptyWrite() throws {
        let pair = try connected()
        try pair.client.channel.writeAndFlush(ByteBuffer()).wait()
    }

    @Test("a handshake that takes too long ends in an error and a closed channel")
    func timeout() throws {
        let end = pair.server
        try end.connect()
        end.channel.embeddedEventLoop.advanceTime(by: .milliseconds(9_999))
        #expect(end.recorder.notes.isEmpty)
        let promise = end.channel.eventLoop.makePromise(of: Void.self)
        end.channel.writeAndFlush(ByteBuffer(string: "early"), promise: promise)
        end.channel.embeddedEventLoop.advanceTime(by: .milliseconds(1))
        #expect(
            end.recorder.notes == [.error(.handshakeTimedOut(milliseconds: 10_000)), .inactive])
        #expect(!end.channel.isActive)
        #expect(throws: TLSError.handshakeTimedOut(milliseconds: 10_000)) {
            try promise.futureResult.wait()
        }
    }

    @Test("a handshake in time is never timed out")
    func inTime() throws {
        let pair = try connected()
        pair.server.channel.embeddedEventLoop.advanceTime(by: .hours(1))
        #expect(pair.server.recorder.notes.isEmpty)
        #expect(pair.server.channel.isActive)
    }

    @Test("garbage is answered with an alert, one error and a close")
    func garbage() throws {
        let end = pair.server
        try end.connect()
        try end.channel.writeInbound(ByteBuffer(string: "AMQP\u{0}\u{1}\u{0}\u{0}"))
        guard case .protocolFailure = end.recorder.errors.first else {
            Issue.record("\(end.recorder.notes)")
            return
        }
        #expect(end.recorder.notes.count == 2 && end.recorder.notes.last == .inactive)
        #expect(!end.channel.isActive)
    }

    @Test("a refused client hears why, after its handshake")
    func refused() throws {
        let identity = try authority.issue("server")
        let server = try HandlerEnd(TLSContext(.server, authority.server(identity)))
        let client = try HandlerEnd(
            TLSContext(.client, authority.client(nil)), serverName: "localhost")
        try server.connect()
        try client.connect()
        while let bytes = try client.channel.readOutbound(as: ByteBuffer.self) {
            if server.channel.isActive { try server.channel.writeInbound(bytes) }
            while let bytes = try server.channel.readOutbound(as: ByteBuffer.self) {
                if client.channel.isActive { try client.channel.writeInbound(bytes) }
            }
        }
        #expect(server.recorder.errors == [.noPeerCertificate])
        #expect(
            client.recorder.errors == [
                .alertReceived(text: "certificate required", number: 116)
            ])
        #expect(!server.channel.isActive && !client.channel.isActive)
    }

    @Test("the end of the peer's side is an event, and writing goes on")
    func halfClose() throws {
        let pair = try connected()
        pair.client.channel.writeAndFlush(ByteBuffer(string: "last"), promise: nil)
        pair.client.channel.close(promise: nil)
        // The embedded channel is gone with the first close, but its last words are not.
        while let bytes = try pair.client.channel.readOutbound(as: ByteBuffer.self) {
            try pair.server.channel.writeInbound(bytes)
        }
        #expect(
            pair.server.recorder.notes == [
                .plaintext("last"), .readComplete, .inputClosed,
            ])
        try pair.server.channel.writeAndFlush(ByteBuffer(string: "answer")).wait()
        #expect(try pair.server.channel.readOutbound(as: ByteBuffer.self) != nil)
        try pair.server.channel.close().wait()
        #expect(pair.server.recorder.notes.last == .inactive)
        #expect(pair.server.recorder.errors.isEmpty)
    }

    @Test("a connection that ends without a close_notify is an error before its end")
    func truncated() throws {
        let pair = try connected()
        pair.server.channel.pipeline.fireChannelInactive()
        #expect(pair.server.recorder.notes == [.error(.truncated), .inactive])
    }

    @Test("a connection that ends during the handshake is an error before its end")
    func closedEarly() throws {
        try pair.server.connect()
        pair.server.channel.pipeline.fireChannelInactive()
        #expect(pair.server.recorder.notes == [.error(.closedDuringHandshake), .inactive])
    }

    @Test("a half-closed transport without a close_notify is an error and a close")
    func truncatedHalf() throws {
        let pair = try connected()
        pair.server.channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        #expect(pair.server.recorder.notes == [.error(.truncated), .inactive])
    }

    @Test("nothing is delivered after a close from within a read")
    func closeWithinRead() throws {
        let pair = try connected()
        let big = ByteBuffer(repeating: 0x61, count: 3 * TLSSession.maximumPlaintext)
        pair.server.recorder.onRead = { $0.close(promise: nil) }
        try pair.client.channel.writeAndFlush(big).wait()
        try pair.run()
        #expect(pair.server.recorder.text.utf8.count == TLSSession.maximumPlaintext)
        #expect(pair.server.recorder.notes.last == .inactive)
    }

    @Test("every close's promise is kept, and later writes fail")
    func promises() throws {
        let pair = try connected()
        let closes = (0..<3).map { _ in pair.client.channel.eventLoop.makePromise(of: Void.self) }
        for close in closes { pair.client.channel.close(promise: close) }
        // NIO itself refuses to close a channel twice: only the first can succeed.
        try closes[0].futureResult.wait()
        for close in closes.dropFirst() { _ = try? close.futureResult.wait() }
        #expect(throws: (any Error).self) {
            try pair.client.channel.writeAndFlush(ByteBuffer(string: "late")).wait()
        }
    }

    @Test("nothing keeps a handler once its channel is gone", arguments: [true, false])
    func lifetime(handshakes: Bool) throws {
        weak var gone: TLSHandler?
        try {
            let channel = EmbeddedChannel()
            let handler = try TLSHandler(TLSContext(.client, authority.client(nil)))
            try channel.pipeline.syncOperations.addHandler(handler)
            gone = handler
            if handshakes {
                try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
            }
            _ = try? channel.finish()
        }()
        #expect(gone == nil)
    }

    @Test("without autoRead, the handshake reads for itself, and half a record is read on for")
    func demand() throws {
        let pair = try HandlerPair(authority, autoRead: false)
        try pair.connect()
        #expect(pair.server.recorder.notes.count == 1)
        pair.forget()
        let idle = pair.server.probe.reads

        try pair.client.channel.writeAndFlush(ByteBuffer(string: "wanted")).wait()
        var record = try #require(try pair.client.channel.readOutbound(as: ByteBuffer.self))
        let start = record.readSlice(length: 10)
        let half = try #require(start)
        pair.server.channel.read()
        #expect(pair.server.probe.reads == idle + 1)
        try pair.server.channel.writeInbound(half)
        #expect(pair.server.recorder.notes.isEmpty)
        #expect(pair.server.probe.reads == idle + 2)
        try pair.server.channel.writeInbound(record)
        #expect(pair.server.recorder.notes == [.plaintext("wanted"), .readComplete])
        #expect(pair.server.probe.reads == idle + 2)
    }

    @Test("what has no plaintext in it is not read on for while the peer takes nothing")
    func demandOfTheUnwritable() throws {
        let pair = try HandlerPair(authority, autoRead: false)
        try pair.connect()
        let idle = pair.server.probe.reads
        try pair.client.channel.writeAndFlush(ByteBuffer(string: "wanted")).wait()
        var record = try #require(try pair.client.channel.readOutbound(as: ByteBuffer.self))
        let start = record.readSlice(length: 10)
        let half = try #require(start)
        pair.server.channel.read()
        pair.server.channel.isWritable = false
        try pair.server.channel.writeInbound(half)
        #expect(pair.server.probe.reads == idle + 1)
        pair.server.channel.isWritable = true
        pair.server.channel.pipeline.fireChannelWritabilityChanged()
        #expect(pair.server.probe.reads == idle + 2)
    }
}
