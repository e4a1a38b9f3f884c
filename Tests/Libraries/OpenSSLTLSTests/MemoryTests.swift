import Foundation
import NIOCore
import OpenSSLTLS
import Testing

@Suite("Memory")
struct MemoryTests {
    /// Resident bytes of this process.
    func resident() throws -> Int {
        let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
            .split(separator: " ")
        return try #require(fields.count > 1 ? Int(fields[1]) : nil) * Int(getpagesize())
    }

    @Test("a session that has carried a large message gives its memory back")
    func large() throws {
        let authority = try Authority()
        let client = try TLSContext(.client, authority.client(authority.issue("client")))
        let server = try TLSContext(.server, authority.server(authority.issue("server")))
        let message = ByteBuffer(repeating: 7, count: 4 << 20)
        var pairs: [SessionPair] = []
        let before = try resident()
        for _ in 0..<50 {
            let pair = SessionPair(
                client: try TLSSession(client, serverName: "localhost"),
                server: try TLSSession(server))
            pair.run()
            try pair.client.write(message)
            try pair.server.write(message)
            pair.run()
            #expect(pair.serverEvents.plaintext.readableBytes == message.readableBytes)
            pair.forget()
            pairs.append(pair)
        }
        // Kept, it would be 8 MiB a pair: 400 in all. What other tests use meanwhile is far less.
        let growth = try resident() - before
        #expect(growth < 150 << 20, "\(growth >> 20) MiB for \(pairs.count) pairs")
    }
}
