package import NIOCore

/// Who is at the other end, and what was agreed. Also the inbound user event of `TLSHandler`.
package struct TLSHandshakeCompleted: Hashable, Sendable {
    /// Verified; never nil on a server.
    package let peer: Certificate?
    /// ALPN; nil if none was agreed.
    package let applicationProtocol: String?
    package let version: TLSVersion
    /// The name that the client asked for (SNI); nil if it gave none.
    package let serverName: String?

    package init(
        peer: Certificate?, applicationProtocol: String?, version: TLSVersion,
        serverName: String? = nil
    ) {
        self.peer = peer
        self.applicationProtocol = applicationProtocol
        self.version = version
        self.serverName = serverName
    }
}

/// What came out of the bytes that were received.
package enum TLSEvent: Equatable {
    case handshakeCompleted(TLSHandshakeCompleted)
    /// Never empty.
    case plaintext(ByteBuffer)
    /// The peer's `close_notify`: nothing more comes, but writing goes on.
    case peerClosedWrite
    /// The session is over. `takeOutput` may still hold the alert that tells the peer.
    case failed(TLSError)
}
