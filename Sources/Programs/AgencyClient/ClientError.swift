package import AMQP10
package import OpenSSLTLS

/// Why something did not come about, in words for whoever runs the client.
package enum ClientError: Error, Hashable, Sendable {
    /// Nobody answers there: the address, and the system's reason.
    case unreachable(String, reason: String)
    /// A certificate, key or trust file of ours is no good.
    case material(TLSMaterialError)
    /// The TLS session failed: one side refused the other, or the transport was cut.
    case tls(TLSError)
    /// The broker does not know the certificate.
    case authenticationFailed
    /// What answers there does not speak AMQP 1.0.
    case protocolMismatch
    /// The connection was ended, by whom and why the error says; nil where nothing was said.
    case connectionEnded(AMQPError?)
    /// The transport ended without a word.
    case connectionLost
    /// The broker does not grant a link to or from this address.
    case linkRefused(address: String, AMQPError?)
    /// The link was ended, with its deliveries unsettled.
    case linkEnded(AMQPError?)
    /// More than the broker takes.
    case messageTooLarge(octets: Int)
    /// We closed it ourselves.
    case closed
}

extension ClientError {
    /// Whether nobody was reached, rather than somebody who said no.
    package var isUnreachable: Bool {
        switch self {
        case .unreachable, .connectionLost, .protocolMismatch: true
        case .tls(let error):
            switch error {
            case .alertReceived, .peerCertificateRefused, .noPeerCertificate: false
            case .protocolFailure, .handshakeTimedOut, .closedDuringHandshake, .truncated,
                .notWritable, .libraryFailure:
                true
            }
        // The broker stops, or its operator ends the connection: come again.
        case .connectionEnded(let error?): error.condition == .connectionForced
        case .material, .authenticationFailed, .connectionEnded, .linkRefused, .linkEnded,
            .messageTooLarge, .closed:
            false
        }
    }

    init(_ end: ConnectionEnd) {
        switch end {
        case .closedByPeer(let error): self = .connectionEnded(error)
        case .closedByUs(let error): self = error.map { .connectionEnded($0) } ?? .closed
        case .authenticationFailed, .authenticationRefused: self = .authenticationFailed
        case .protocolMismatch: self = .protocolMismatch
        case .transportLost: self = .connectionLost
        }
    }
}

extension ClientError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unreachable(let address, let reason): "\(address) is not reachable: \(reason)"
        case .material(let error): error.description
        case .tls(let error): error.description
        case .authenticationFailed:
            "the broker does not know this certificate: the network file names which certificates "
                + "stand for which agency"
        case .protocolMismatch: "what answers there does not speak AMQP 1.0"
        case .connectionEnded(let error):
            "the connection was ended" + (error.map { ": \($0.words)" } ?? "")
        case .connectionLost: "the connection was lost"
        case .linkRefused(let address, let error):
            "the broker refuses the link `\(address)`" + (error.map { ": \($0.words)" } ?? "")
        case .linkEnded(let error):
            "the broker ended the link" + (error.map { ": \($0.words)" } ?? "")
        case .messageTooLarge(let octets):
            "the message has \(octets) octets, which is more than the broker takes"
        case .closed: "the connection is closed"
        }
    }
}

extension AMQPError {
    /// Condition, text and facts, on one line unless the text has several.
    package var words: String {
        var text = condition.description
        if let description, !description.isEmpty { text += ": \(description)" }
        let facts = info.entries.compactMap { entry in
            entry.key.text.flatMap { key in entry.value.words.map { "\(key)=\($0)" } }
        }
        return facts.isEmpty ? text : text + " [" + facts.joined(separator: ", ") + "]"
    }
}

extension AMQPValue {
    /// Nil for what is no fact of one word.
    fileprivate var words: String? {
        switch self {
        case .boolean(let value): value ? "true" : "false"
        case .string, .symbol: text
        default: integer.map { String($0) }
        }
    }
}
