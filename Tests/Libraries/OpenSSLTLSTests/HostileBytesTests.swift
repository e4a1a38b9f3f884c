import NIOCore
import OpenSSLTLS
import Testing

@Suite("Whatever a peer sends is a failure, a wait, or a session: never data that it did not send")
struct HostileBytesTests {
    let authority: Authority
    let client: TLSContext
    let server: TLSContext

    init() throws {
        authority = try Authority()
        client = try TLSContext(.client, authority.client(authority.issue("client")))
        server = try TLSContext(.server, authority.server(authority.issue("server")))
    }

    /// The server's events for a client whose `flight`th message is changed.
    func events(flight: Int, change: (inout [UInt8]) -> Void) throws -> [TLSEvent] {
        let pair = SessionPair(
            client: try TLSSession(client, serverName: "localhost"), server: try TLSSession(server))
        for turn in 0...flight {
            pair.drain()
            guard let output = pair.client.takeOutput() else { break }
            var bytes = Array(output.readableBytesView)
            if turn == flight { change(&bytes) }
            var buffer = ByteBuffer(bytes: bytes)
            pair.server.bytesReceived(&buffer)
            pair.drain()
            if var answer = pair.server.takeOutput() { pair.client.bytesReceived(&answer) }
        }
        pair.drain()
        return pair.serverEvents
    }

    // The second flight's length varies with its ECDSA signature: positions are bounded.

    @Test("one bit flipped anywhere in the client's flights", arguments: [0, 1])
    func flipped(flight: Int) throws {
        var count = 0
        _ = try events(flight: flight) { count = $0.count }
        for position in stride(from: 0, to: count, by: flight == 0 ? 1 : 7) {
            let events = try events(flight: flight) {
                $0[min(position, $0.count - 1)] ^= 1 << (position % 8)
            }
            #expect(events.plaintext.readableBytes == 0)
            #expect(events.count <= 1)
        }
    }

    @Test("a flight cut off anywhere is waited for", arguments: [0, 1])
    func truncated(flight: Int) throws {
        var count = 0
        _ = try events(flight: flight) { count = $0.count }
        for length in stride(from: 0, to: count, by: flight == 0 ? 1 : 7) {
            let events = try events(flight: flight) { $0.removeLast(max(1, $0.count - length)) }
            #expect(events.isEmpty)
        }
    }
}
