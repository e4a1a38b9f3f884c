import COpenSSL

/// HMAC-SHA-256 (RFC 2104) under one key; one object serves any number of messages.
///
/// Owns an `EVP_MAC_CTX`, which cleanses its copy of the key when it is freed. Not `Sendable`.
package final class HMACSHA256 {
    private let context: OpaquePointer

    package convenience init(key: SymmetricKey) throws(CryptoError) {
        try self.init(keyBytes: UnsafeRawBufferPointer(key.memory))
    }

    /// - Parameter keyBytes: a key of any length.
    package convenience init(keyBytes: Span<UInt8>) throws(CryptoError) {
        // The context is made inside the closure and handed out: a span cannot leave it.
        let context = try keyBytes.withUnsafeBytes {
            (bytes) throws(CryptoError) in try Self.makeContext(bytes)
        }
        self.init(owning: context)
    }

    package convenience init(keyBytes: [UInt8]) throws(CryptoError) {
        try self.init(keyBytes: keyBytes.span)
    }

    private convenience init(keyBytes: UnsafeRawBufferPointer) throws(CryptoError) {
        self.init(owning: try Self.makeContext(keyBytes))
    }

    private init(owning context: OpaquePointer) {
        self.context = context
    }

    deinit { EVP_MAC_CTX_free(context) }

    /// The tag of the pieces in a row, without separators: give lengths where that matters.
    package func authenticate(_ pieces: [UInt8]...) throws(CryptoError) -> SHA256Digest {
        // A nil key starts over with the key that the context has.
        guard EVP_MAC_init(context, nil, 0, nil) == 1 else {
            throw .lastFailure(of: "EVP_MAC_init")
        }
        for piece in pieces {
            guard EVP_MAC_update(context, piece, piece.count) == 1 else {
                throw .lastFailure(of: "EVP_MAC_update")
            }
        }
        return try SHA256Digest { (output) throws(CryptoError) in
            var count = 0
            guard EVP_MAC_final(context, output, &count, SHA256Digest.byteCount) == 1 else {
                throw .lastFailure(of: "EVP_MAC_final")
            }
        }
    }

    private static func makeContext(
        _ key: UnsafeRawBufferPointer
    ) throws(CryptoError) -> OpaquePointer {
        let algorithm = try Algorithms.hmac.get()
        guard let context = EVP_MAC_CTX_new(algorithm) else {
            throw .lastFailure(of: "EVP_MAC_CTX_new")
        }
        // An empty key has no address, and OpenSSL takes nil for "keep the key": give it one.
        let empty: [UInt8] = [0]
        let bytes = key.assumingMemoryBound(to: UInt8.self).baseAddress
        let result = empty.withUnsafeBufferPointer {
            shim_hmac_sha256_init(context, bytes ?? $0.baseAddress, key.count)
        }
        guard result == 1 else {
            EVP_MAC_CTX_free(context)
            throw .lastFailure(of: "EVP_MAC_init")
        }
        return context
    }
}
