import COpenSSL

/// What can go wrong in a cryptographic operation; never carries key, plaintext or ciphertext.
package enum CryptoError: Error, Hashable, Sendable {
    /// The tag did not match: other key, other associated data, or the bytes were changed.
    case authenticationFailed
    /// An input has a length that it cannot have.
    case wrongLength(of: String, expected: String, actual: Int)
    /// OpenSSL's providers do not offer the algorithm (a misconfigured `openssl.cnf`).
    case unavailable(algorithm: String)
    /// OpenSSL refused an operation that can only fail for want of memory or entropy.
    case failed(operation: String, reason: String)

    /// The error of the C function that just failed, with the text of OpenSSL's error queue.
    static func lastFailure(of operation: String) -> CryptoError {
        let code = ERR_peek_error()
        let reason = ERR_reason_error_string(code).map { String(cString: $0) }
        ERR_clear_error()
        return .failed(operation: operation, reason: reason ?? "no reason given")
    }
}

extension CryptoError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .authenticationFailed:
            "the bytes do not authenticate under this key and associated data"
        case .wrongLength(let what, let expected, let actual):
            "\(what) is \(actual) bytes long, expected \(expected)"
        case .unavailable(let algorithm):
            "OpenSSL offers no \(algorithm): check the providers in openssl.cnf"
        case .failed(let operation, let reason):
            "OpenSSL \(operation) failed: \(reason)"
        }
    }
}
