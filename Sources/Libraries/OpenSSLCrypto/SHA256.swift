import COpenSSL

/// SHA-256 (FIPS 180-4) over one piece or several; one object serves any number of hashes.
///
/// Owns an `EVP_MD_CTX`. Not `Sendable`: each task that hashes much keeps its own.
package final class SHA256 {
    private let context: OpaquePointer
    private let algorithm: OpaquePointer

    package init() throws(CryptoError) {
        algorithm = try Algorithms.sha256.get()
        guard let context = EVP_MD_CTX_new() else { throw .lastFailure(of: "EVP_MD_CTX_new") }
        self.context = context
        try reset()
    }

    deinit { EVP_MD_CTX_free(context) }

    /// Adds a piece to the hash that is under way.
    package func update(_ bytes: Span<UInt8>) throws(CryptoError) {
        try bytes.withUnsafeBytes { (input) throws(CryptoError) in
            guard EVP_DigestUpdate(context, input.baseAddress, input.count) == 1 else {
                throw .lastFailure(of: "EVP_DigestUpdate")
            }
        }
    }

    package func update(_ bytes: [UInt8]) throws(CryptoError) { try update(bytes.span) }

    /// The hash of all pieces since the last one; the object is then ready for the next.
    package func finish() throws(CryptoError) -> SHA256Digest {
        let digest = try SHA256Digest { (output) throws(CryptoError) in
            guard EVP_DigestFinal_ex(context, output, nil) == 1 else {
                throw .lastFailure(of: "EVP_DigestFinal_ex")
            }
        }
        try reset()
        return digest
    }

    /// The hash of one piece; drops what earlier `update`s left unfinished.
    package func hash(_ bytes: Span<UInt8>) throws(CryptoError) -> SHA256Digest {
        try reset()
        try update(bytes)
        return try finish()
    }

    package func hash(_ bytes: [UInt8]) throws(CryptoError) -> SHA256Digest {
        try hash(bytes.span)
    }

    /// The hash of two pieces in a row, likewise.
    package func hash(_ first: [UInt8], _ second: [UInt8]) throws(CryptoError) -> SHA256Digest {
        try reset()
        try update(first.span)
        try update(second.span)
        return try finish()
    }

    private func reset() throws(CryptoError) {
        guard EVP_DigestInit_ex2(context, algorithm, nil) == 1 else {
            throw .lastFailure(of: "EVP_DigestInit_ex2")
        }
    }
}

extension SHA256Digest {
    /// The hash of one piece, for where no `SHA256` object is at hand.
    package init(hashing bytes: [UInt8]) throws(CryptoError) {
        self = try SHA256().hash(bytes.span)
    }
}
