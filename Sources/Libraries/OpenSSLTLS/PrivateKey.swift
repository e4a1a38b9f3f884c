import COpenSSL

/// Owns an `EVP_PKEY` with a private key.
final class PrivateKey {
    let pointer: OpaquePointer

    /// `PEM_read_bio_PrivateKey`; the copy of the text is wiped.
    init(_ pem: PEM) throws(TLSMaterialError) {
        var text = try pem.read()
        defer { text.withUnsafeMutableBytes { OPENSSL_cleanse($0.baseAddress, $0.count) } }
        ErrorQueue.clear()
        var askedForPassphrase = false
        let parsed = text.withUnsafeBytes { bytes -> OpaquePointer? in
            guard let bio = BIO_new_mem_buf(bytes.baseAddress, Int32(bytes.count)) else {
                return nil
            }
            defer { BIO_free(bio) }
            return PEM_read_bio_PrivateKey(bio, nil, refusePassphrase, &askedForPassphrase)
        }
        guard let parsed else {
            let entry = ErrorQueue.take()
            // OpenSSL says "unsupported" for both a foreign block and a torn one.
            let isMissing = text.firstRange(of: Array("PRIVATE KEY-----".utf8)) == nil
            let problem: TLSMaterialError.Problem =
                if askedForPassphrase {
                    .encryptedKey
                } else if isMissing {
                    .noPrivateKey
                } else {
                    .malformed(reason: entry?.text ?? "no reason given")
                }
            throw TLSMaterialError(source: pem.name, problem: problem)
        }
        pointer = parsed
    }

    deinit { EVP_PKEY_free(pointer) }
}
