import NIOCore
import OpenSSLTLS
import Testing

@Suite("Data, once the handshake is done")
struct DataTests {
    let pair: SessionPair

    init() throws {
        let authority = try Authority()
        pair = try SessionPair(
            client: authority.client(authority.issue("client")),
            server: authority.server(authority.issue("server")))
        pair.run()
        pair.forget()
    }

    static func pattern(_ count: Int) -> ByteBuffer {
        ByteBuffer(bytes: (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) })
    }

    @Test(
        "every size comes through both ways as it was",
        arguments: [1, 100, 1024, 16383, 16384, 16385, 65536, 65537, 1 << 20])
    func sizes(count: Int) throws {
        let bytes = Self.pattern(count)
        try pair.client.write(bytes)
        try pair.server.write(bytes)
        pair.run()
        #expect(pair.serverEvents.plaintext == bytes)
        #expect(pair.clientEvents.plaintext == bytes)
        for case .plaintext(let piece) in pair.serverEvents {
            #expect(piece.readableBytes <= TLSSession.maximumPlaintext)
        }
    }

    @Test("bytes one at a time give the same data")
    func oneByOne() throws {
        let bytes = Self.pattern(40_000)
        pair.step = 1
        try pair.client.write(bytes)
        pair.run()
        #expect(pair.serverEvents.plaintext == bytes)
    }

    @Test("what is written together is one record")
    func records() throws {
        try pair.client.write(Self.pattern(16384))
        let output = try #require(pair.client.takeOutput())
        #expect(output.readableBytes == 16384 + 22)
        #expect(output.capacity < 2 * 16384 + 1)
    }

    @Test("a close_notify ends one direction only")
    func halfClose() throws {
        try pair.client.write(ByteBuffer(string: "last"))
        pair.client.closeWrite()
        pair.client.closeWrite()
        pair.run()
        #expect(
            pair.serverEvents == [.plaintext(ByteBuffer(string: "last")), .peerClosedWrite])
        #expect(throws: TLSError.notWritable) {
            try pair.client.write(ByteBuffer(string: "more"))
        }
        try pair.server.write(ByteBuffer(string: "answer"))
        pair.run()
        #expect(pair.clientEvents == [.plaintext(ByteBuffer(string: "answer"))])
        #expect(pair.server.transportClosed() == nil)
        pair.server.closeWrite()
        pair.run()
        #expect(pair.clientEvents.last == .peerClosedWrite)
        #expect(pair.client.transportClosed() == nil)
    }

    @Test("a stream without a close_notify was cut short")
    func truncated() throws {
        try pair.client.write(ByteBuffer(string: "half of it"))
        pair.run()
        #expect(pair.server.transportClosed() == .truncated)
        #expect(pair.server.nextEvent() == nil)
    }

    @Test("a changed bit fails the session, and the peer is told")
    func tampering() throws {
        try pair.client.write(Self.pattern(100))
        var output = try #require(pair.client.takeOutput())
        let last = output.writerIndex - 1
        let byte: UInt8 = try #require(output.getInteger(at: last))
        output.setInteger(byte ^ 1, at: last)
        pair.server.bytesReceived(&output)
        pair.run()
        guard case .protocolFailure = pair.serverEvents.failure else {
            Issue.record("\(pair.serverEvents)")
            return
        }
        #expect(
            pair.clientEvents == [
                .failed(.alertReceived(text: "bad record mac", number: 20))
            ])
    }

    @Test("data before the fault is told before the fault")
    func dataThenFault() throws {
        try pair.client.write(ByteBuffer(string: "whole"))
        var output = try #require(pair.client.takeOutput())
        output.writeString("\u{17}\u{3}\u{3}\u{0}\u{20}" + String(repeating: "x", count: 32))
        pair.server.bytesReceived(&output)
        pair.drain()
        #expect(pair.serverEvents.first == .plaintext(ByteBuffer(string: "whole")))
        #expect(pair.serverEvents.count == 2 && pair.serverEvents.failure != nil)
    }
}
