/// The versions that are spoken; older ones are refused by both sides of every context.
package enum TLSVersion: String, Hashable, Sendable {
    case tls12 = "TLSv1.2"
    case tls13 = "TLSv1.3"
}

/// A certificate and its key.
package struct TLSIdentity: Hashable, Sendable {
    /// The leaf first, then the intermediates, as far as the peer does not have them.
    package var certificateChain: PEM
    package var privateKey: PEM

    package init(certificateChain: PEM, privateKey: PEM) {
        self.certificateChain = certificateChain
        self.privateKey = privateKey
    }
}

/// What a context is made from. A server must have an identity; a client without one shows no
/// certificate.
package struct TLSConfiguration: Sendable {
    package var identity: TLSIdentity?
    /// The certificate authorities that the peer's chain must end at; none is trusted beside them.
    package var trust: [PEM]
    /// ALPN, the most wanted first; empty: none is offered or chosen. A client that offers only
    /// others is refused (RFC 7301, section 3.2), one that offers none is not.
    package var applicationProtocols: [String]
    package var versions: ClosedRange<TLSVersion>

    package init(
        identity: TLSIdentity?, trust: [PEM], applicationProtocols: [String] = [],
        versions: ClosedRange<TLSVersion> = .tls12 ... .tls13
    ) {
        self.identity = identity
        self.trust = trust
        self.applicationProtocols = applicationProtocols
        self.versions = versions
    }
}

extension TLSVersion: Comparable {
    package static func < (left: TLSVersion, right: TLSVersion) -> Bool {
        left.rawValue < right.rawValue
    }
}
