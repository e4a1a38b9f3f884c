import COpenSSL

/// HKDF with SHA-256 (RFC 5869), extract and expand.
package enum HKDFSHA256 {
    /// The most that one derivation can give: 255 hashes.
    package static let maximumOutput = 255 * SHA256Digest.byteCount

    /// A key for one use, named by `info`, from a key for many.
    package static func deriveKey(
        from key: SymmetricKey, salt: [UInt8] = [], info: [UInt8]
    ) throws(CryptoError) -> SymmetricKey {
        try SymmetricKey { (output) throws(CryptoError) in
            try derive(from: UnsafeRawBufferPointer(key.memory), salt, info, into: output)
        }
    }

    /// - Parameter count: 1 to 8,160 bytes.
    package static func derive(
        from inputKey: [UInt8], salt: [UInt8] = [], info: [UInt8], count: Int
    ) throws(CryptoError) -> [UInt8] {
        guard (1...maximumOutput).contains(count) else {
            throw .wrongLength(
                of: "derived key", expected: "1 to \(maximumOutput) bytes", actual: count)
        }
        var output = [UInt8](repeating: 0, count: count)
        // Rethrown by hand: the standard library's closures do not carry typed errors here.
        let result: Result<Void, CryptoError> = output.withUnsafeMutableBytes { output in
            inputKey.withUnsafeBytes { key in
                Result { () throws(CryptoError) in try derive(from: key, salt, info, into: output) }
            }
        }
        try result.get()
        return output
    }

    private static func derive(
        from key: UnsafeRawBufferPointer, _ salt: [UInt8], _ info: [UInt8],
        into output: UnsafeMutableRawBufferPointer
    ) throws(CryptoError) {
        let algorithm = try Algorithms.hkdf.get()
        guard let context = EVP_KDF_CTX_new(algorithm) else {
            throw .lastFailure(of: "EVP_KDF_CTX_new")
        }
        defer { EVP_KDF_CTX_free(context) }
        let result = shim_hkdf_sha256(
            context, key.assumingMemoryBound(to: UInt8.self).baseAddress, key.count,
            salt, salt.count, info, info.count,
            output.assumingMemoryBound(to: UInt8.self).baseAddress, output.count)
        guard result == 1 else { throw .lastFailure(of: "EVP_KDF_derive") }
    }
}
