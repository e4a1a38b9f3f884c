/// What is wrong with a certificate, key or trust file, and what to do about it.
package struct TLSMaterialError: Error, Hashable, Sendable {
    /// The file, or the name of the bytes.
    package let source: String
    package let problem: Problem

    package enum Problem: Hashable, Sendable {
        case unreadable(reason: String)
        case tooLarge(limit: Int)
        case noCertificate
        case noPrivateKey
        case encryptedKey
        case malformed(reason: String)
        case keyMismatch(certificate: String)
        /// Unix seconds.
        case expired(since: Int64)
        case notYetValid(until: Int64)
        /// Below the distribution's security level, which is not lowered.
        case refused(reason: String)
        case libraryFailure(operation: String, reason: String)
    }
}

extension TLSMaterialError: CustomStringConvertible {
    package var description: String { "\(source): \(problem.text); \(problem.remedy)" }
}

extension TLSMaterialError.Problem {
    /// What is wrong.
    package var text: String {
        switch self {
        case .unreadable(let reason): "cannot be read: \(reason)"
        case .tooLarge(let limit): "is larger than \(limit) bytes"
        case .noCertificate: "holds no PEM certificate"
        case .noPrivateKey: "holds no PEM private key"
        case .encryptedKey: "holds a private key that is encrypted with a passphrase"
        case .malformed(let reason): "holds a damaged PEM block: \(reason)"
        case .keyMismatch(let certificate): "is not the key of the certificate in \(certificate)"
        case .expired(let since): "holds a certificate that expired on \(UTC.text(since))"
        case .notYetValid(let until):
            "holds a certificate that is not valid before \(UTC.text(until))"
        case .refused(let reason): "is refused by OpenSSL: \(reason)"
        case .libraryFailure(let operation, let reason): "OpenSSL \(operation) failed: \(reason)"
        }
    }

    /// What to do.
    package var remedy: String {
        switch self {
        case .unreadable: "check the path, and that the daemon's user may read it"
        case .tooLarge: "give a file of certificates in PEM form"
        case .noCertificate:
            "it must hold a block BEGIN CERTIFICATE"
                + " (from DER: openssl x509 -inform der -in FILE -out FILE.pem)"
        case .noPrivateKey:
            "it must hold a block BEGIN PRIVATE KEY"
                + " (from DER: openssl pkey -inform der -in FILE -out FILE.pem)"
        case .encryptedKey:
            "decrypt it (openssl pkey -in FILE -out FILE.pem) and protect it by file mode"
                + " or as a systemd credential"
        case .malformed: "write the file anew from its source"
        case .keyMismatch: "give the certificate that was issued for this key, leaf first"
        case .expired: "renew it"
        case .notYetValid: "check this machine's clock, or wait"
        case .refused: "issue it with a key of at least 2048 bits RSA or 256 bits EC, and SHA-256"
        case .libraryFailure: "check the machine's memory and openssl.cnf"
        }
    }
}
