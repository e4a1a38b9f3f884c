import NIOCore
import OpenSSLTLS

/// A client's and a server's session, joined by nothing but two buffers.
final class SessionPair {
    let client: TLSSession
    let server: TLSSession
    private(set) var clientEvents: [TLSEvent] = []
    private(set) var serverEvents: [TLSEvent] = []
    /// How many bytes are handed over at a time.
    var step = Int.max

    init(
        client: TLSConfiguration, server: TLSConfiguration, serverName: String? = "localhost"
    ) throws {
        self.client = try TLSSession(TLSContext(.client, client), serverName: serverName)
        self.server = try TLSSession(TLSContext(.server, server))
    }

    init(client: TLSSession, server: TLSSession) {
        self.client = client
        self.server = server
    }

    /// Hands bytes to and fro until both sides have nothing left to say.
    func run() {
        drain()
        while true {
            let toServer = client.takeOutput()
            let toClient = server.takeOutput()
            guard toServer != nil || toClient != nil else { return }
            if let toServer { deliver(toServer, to: server) }
            if let toClient { deliver(toClient, to: client) }
        }
    }

    private func deliver(_ bytes: ByteBuffer, to session: TLSSession) {
        var bytes = bytes
        while var slice = bytes.readSlice(length: min(step, bytes.readableBytes)),
            slice.readableBytes > 0
        {
            session.bytesReceived(&slice)
            drain()
        }
    }

    func drain() {
        while let event = client.nextEvent() { clientEvents.append(event) }
        while let event = server.nextEvent() { serverEvents.append(event) }
    }

    func forget() {
        clientEvents = []
        serverEvents = []
    }
}

extension [TLSEvent] {
    /// All plaintext in a row.
    var plaintext: ByteBuffer {
        reduce(into: ByteBuffer()) { all, event in
            if case .plaintext(let piece) = event { all.writeImmutableBuffer(piece) }
        }
    }

    var handshake: TLSHandshakeCompleted? {
        for case .handshakeCompleted(let agreement) in self { return agreement }
        return nil
    }

    var failure: TLSError? {
        for case .failed(let error) in self { return error }
        return nil
    }
}
