/// Why a TLS session failed, in words that an operator can act on.
///
/// Never carries what was sent; certificates are public and may be named.
package enum TLSError: Error, Hashable, Sendable {
    /// We refused the peer's certificate: OpenSSL's words (`certificate has expired`), the
    /// `X509_V_ERR_…` code, and the certificate of the chain that was at fault, when there is one.
    case peerCertificateRefused(reason: String, code: Int, certificate: Certificate?)
    /// A server was shown no certificate.
    case noPeerCertificate
    /// The peer refused us: the alert's text (`unknown ca`) and number (RFC 8446, section 6).
    /// A TLS 1.3 client learns only after its handshake that its certificate was refused.
    case alertReceived(text: String, number: Int)
    /// The peer broke the protocol or we have none in common; OpenSSL's reason.
    case protocolFailure(reason: String)
    /// The handshake was not done within the time allowed.
    case handshakeTimedOut(milliseconds: Int64)
    /// The transport ended before the handshake was done.
    case closedDuringHandshake
    /// The transport ended without a `close_notify`: what was received may have been cut short.
    case truncated
    /// A write before the handshake was done, or after `closeWrite`: our own mistake.
    case notWritable
    /// OpenSSL failed for a reason of its own, such as want of memory.
    case libraryFailure(operation: String, reason: String)
}

extension TLSError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .peerCertificateRefused(let reason, _, let certificate):
            certificate.map { "the peer's certificate is refused: \(reason) (\($0))" }
                ?? "the peer's certificate is refused: \(reason)"
        case .noPeerCertificate:
            "the peer showed no certificate"
        case .alertReceived(let text, let number):
            "the peer refused the session: \(text) (alert \(number))"
        case .protocolFailure(let reason):
            "TLS failed: \(reason)"
        case .handshakeTimedOut(let milliseconds):
            "the TLS handshake was not done after \(milliseconds) ms"
        case .closedDuringHandshake:
            "the peer closed the connection during the TLS handshake"
        case .truncated:
            "the peer closed the connection without ending the TLS session (close_notify)"
        case .notWritable:
            "nothing can be written in this state of the TLS session"
        case .libraryFailure(let operation, let reason):
            "OpenSSL \(operation) failed: \(reason)"
        }
    }
}
