import COpenSSL

/// AES-256-GCM (NIST SP 800-38D) with a 96-bit nonce and a 128-bit tag, sealed as one array:
/// nonce, ciphertext, tag.
///
/// Owns an `EVP_CIPHER_CTX` that serves any number of messages under any number of keys; it holds
/// the last key's schedule until the next or `deinit`. Not `Sendable`: each task keeps its own.
package final class AES256GCM {
    package static let nonceByteCount = 12
    package static let tagByteCount = 16
    /// What sealing adds to the plaintext's length.
    package static let overhead = nonceByteCount + tagByteCount

    private let context: OpaquePointer
    private var nonces = RandomPool()

    package init() throws(CryptoError) {
        guard let context = EVP_CIPHER_CTX_new() else {
            throw .lastFailure(of: "EVP_CIPHER_CTX_new")
        }
        self.context = context
        let algorithm = try Algorithms.aes256GCM.get()
        guard EVP_CipherInit_ex2(context, algorithm, nil, nil, 1, nil) == 1 else {
            throw .lastFailure(of: "EVP_CipherInit_ex2")
        }
    }

    deinit { EVP_CIPHER_CTX_free(context) }

    /// Seals under a random nonce; safe for 2^32 messages a key (SP 800-38D, section 8.3).
    ///
    /// - Parameter associated: authenticated but not enclosed; `open` must be given the same.
    package func seal(
        _ plaintext: Span<UInt8>, key: SymmetricKey, authenticating associated: [UInt8]
    ) throws(CryptoError) -> [UInt8] {
        let nonce = try Nonce(from: &nonces)
        return try seal(plaintext, key: key, nonce: nonce, authenticating: associated)
    }

    package func seal(
        _ plaintext: [UInt8], key: SymmetricKey, authenticating associated: [UInt8]
    ) throws(CryptoError) -> [UInt8] {
        try seal(plaintext.span, key: key, authenticating: associated)
    }

    /// Seals under one of several keys, at the end of `sealed`.
    ///
    /// - Parameter label: authenticated as the others' `associated`.
    package func seal(
        _ plaintext: Span<UInt8>, key index: Int, of keys: SymmetricKeys,
        authenticating label: String, appendingTo sealed: inout [UInt8]
    ) throws(CryptoError) {
        try checkLength(ofPlaintext: plaintext.count)
        let nonce = try Nonce(from: &nonces)
        let start = sealed.count
        sealed.append(contentsOf: repeatElement(0, count: plaintext.count + Self.overhead))
        var failure: CryptoError?
        sealed.withUnsafeMutableBufferPointer { output in
            plaintext.withUnsafeBytes { input in
                do throws(CryptoError) {
                    try encrypt(
                        input, keys.place(of: index).key, nonce, label.utf8.span,
                        into: UnsafeMutableBufferPointer(rebasing: output[start...]))
                } catch {
                    failure = error
                }
            }
        }
        if let failure {
            sealed.removeSubrange(start...)
            throw failure
        }
    }

    /// The plaintext that was sealed under one of several keys, or `authenticationFailed`.
    package func open(
        _ sealed: [UInt8], key index: Int, of keys: SymmetricKeys, authenticating label: String
    ) throws(CryptoError) -> [UInt8] {
        try open(sealed.span, keys.place(of: index), label.utf8.span)
    }

    /// Seals under a nonce that the caller vouches for: never twice the same under one key.
    package func seal(
        _ plaintext: Span<UInt8>, key: SymmetricKey, nonce: Nonce,
        authenticating associated: [UInt8]
    ) throws(CryptoError) -> [UInt8] {
        try plaintext.withUnsafeBytes { (input) throws(CryptoError) in
            try seal(input, key, nonce, associated.span)
        }
    }

    package func seal(
        _ plaintext: [UInt8], key: SymmetricKey, nonce: Nonce, authenticating associated: [UInt8]
    ) throws(CryptoError) -> [UInt8] {
        try seal(plaintext.span, key: key, nonce: nonce, authenticating: associated)
    }

    /// The plaintext, or `authenticationFailed`.
    package func open(
        _ sealed: Span<UInt8>, key: SymmetricKey, authenticating associated: [UInt8]
    ) throws(CryptoError) -> [UInt8] {
        try open(sealed, key.memory, associated.span)
    }

    package func open(
        _ sealed: [UInt8], key: SymmetricKey, authenticating associated: [UInt8]
    ) throws(CryptoError) -> [UInt8] {
        try open(sealed.span, key: key, authenticating: associated)
    }

    /// A key sealed under another, in 60 bytes.
    package func wrap(
        _ key: SymmetricKey, under wrapping: SymmetricKey, authenticating associated: [UInt8]
    ) throws(CryptoError) -> [UInt8] {
        try seal(
            UnsafeRawBufferPointer(key.memory), wrapping, Nonce(from: &nonces), associated.span)
    }

    /// Keys sealed together under another, in 28 bytes and 32 for each.
    package func wrap(
        _ keys: SymmetricKeys, under wrapping: SymmetricKey, authenticating associated: [UInt8]
    ) throws(CryptoError) -> [UInt8] {
        try seal(
            UnsafeRawBufferPointer(keys.memory), wrapping, Nonce(from: &nonces), associated.span)
    }

    /// The key that `wrap` sealed, decrypted straight into the new key's own memory.
    package func unwrap(
        _ wrapped: [UInt8], under wrapping: SymmetricKey, authenticating associated: [UInt8]
    ) throws(CryptoError) -> SymmetricKey {
        let expected = SymmetricKey.byteCount + Self.overhead
        guard wrapped.count == expected else {
            throw .wrongLength(
                of: "wrapped key", expected: "\(expected) bytes", actual: wrapped.count)
        }
        return try SymmetricKey { (output) throws(CryptoError) in
            try wrapped.span.withUnsafeBytes { (input) throws(CryptoError) in
                try decrypt(input, wrapping.memory.key, associated.span, into: output)
            }
        }
    }

    /// The keys that `wrap` sealed together, in their order, decrypted straight into their own
    /// memory.
    package func unwrapKeys(
        _ wrapped: [UInt8], under wrapping: SymmetricKey, authenticating associated: [UInt8]
    ) throws(CryptoError) -> SymmetricKeys {
        let count = wrapped.count - Self.overhead
        guard count >= 0, count <= Int(Int32.max), count % SymmetricKey.byteCount == 0 else {
            throw .wrongLength(
                of: "wrapped keys", expected: "\(Self.overhead) bytes and 32 for each key",
                actual: wrapped.count)
        }
        return try SymmetricKeys(count: count / SymmetricKey.byteCount) {
            (output) throws(CryptoError) in
            try wrapped.span.withUnsafeBytes { (input) throws(CryptoError) in
                try decrypt(input, wrapping.memory.key, associated.span, into: output)
            }
        }
    }

    private func checkLength(ofPlaintext count: Int) throws(CryptoError) {
        guard count <= Int(Int32.max) - Self.overhead else {
            throw .wrongLength(of: "plaintext", expected: "under 2 GiB", actual: count)
        }
    }

    private func checkLength(of sealed: UnsafeRawBufferPointer) throws(CryptoError) {
        guard (Self.overhead...Int(Int32.max)).contains(sealed.count) else {
            throw .wrongLength(
                of: "sealed message", expected: "\(Self.overhead) bytes to 2 GiB",
                actual: sealed.count)
        }
    }
}

// The C calls: pointers in, pointers out.
extension AES256GCM {
    /// Gives the associated data to the cipher; `update` is one of the two `EVP_…Update`.
    private func authenticate(
        _ associated: Span<UInt8>, _ update: (UnsafePointer<UInt8>?, Int32) -> Int32
    ) throws(CryptoError) {
        guard let count = Int32(exactly: associated.count) else {
            throw .wrongLength(
                of: "associated data", expected: "under 2 GiB", actual: associated.count)
        }
        guard
            count == 0
                || associated.withUnsafeBufferPointer({ update($0.baseAddress, count) }) == 1
        else { throw .lastFailure(of: "EVP_CipherUpdate") }
    }

    private func seal(
        _ plaintext: UnsafeRawBufferPointer, _ key: SymmetricKey, _ nonce: Nonce,
        _ associated: Span<UInt8>
    ) throws(CryptoError) -> [UInt8] {
        try checkLength(ofPlaintext: plaintext.count)
        let total = plaintext.count + Self.overhead
        var failure: CryptoError?
        let sealed = [UInt8](unsafeUninitializedCapacity: total) { output, filled in
            do throws(CryptoError) {
                try encrypt(plaintext, key.memory.key, nonce, associated, into: output)
                filled = total
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return sealed
    }

    private func open(
        _ sealed: Span<UInt8>, _ key: UnsafeMutableRawBufferPointer,
        _ associated: Span<UInt8>
    ) throws(CryptoError) -> [UInt8] {
        try sealed.withUnsafeBytes { (input) throws(CryptoError) in
            try checkLength(of: input)
            let count = input.count - Self.overhead
            var failure: CryptoError?
            let plaintext = [UInt8](unsafeUninitializedCapacity: count) { output, filled in
                do throws(CryptoError) {
                    try decrypt(
                        input, key.key, associated, into: UnsafeMutableRawBufferPointer(output))
                    filled = count
                } catch {
                    OPENSSL_cleanse(output.baseAddress, count)
                    failure = error
                }
            }
            if let failure { throw failure }
            return plaintext
        }
    }

    private func encrypt(
        _ plaintext: UnsafeRawBufferPointer, _ key: UnsafePointer<UInt8>?, _ nonce: Nonce,
        _ associated: Span<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
    ) throws(CryptoError) {
        guard let start = output.baseAddress else { throw .lastFailure(of: "allocation") }
        withUnsafeBytes(of: nonce.storage) {
            UnsafeMutableRawBufferPointer(output).copyMemory(from: $0)
        }
        guard EVP_EncryptInit_ex2(context, nil, key, start, nil) == 1 else {
            throw .lastFailure(of: "EVP_EncryptInit_ex2")
        }
        var written: Int32 = 0
        try authenticate(associated) {
            EVP_EncryptUpdate(context, nil, &written, $0, $1)
        }
        let body = start + Self.nonceByteCount
        let input = plaintext.assumingMemoryBound(to: UInt8.self).baseAddress
        let count = Int32(plaintext.count)
        guard count == 0 || EVP_EncryptUpdate(context, body, &written, input, count) == 1 else {
            throw .lastFailure(of: "EVP_EncryptUpdate")
        }
        let tag = body + plaintext.count
        guard EVP_EncryptFinal_ex(context, tag, &written) == 1,
            shim_gcm_get_tag(context, tag, Int32(Self.tagByteCount)) == 1
        else { throw .lastFailure(of: "EVP_EncryptFinal_ex") }
    }

    private func decrypt(
        _ sealed: UnsafeRawBufferPointer, _ key: UnsafePointer<UInt8>?,
        _ associated: Span<UInt8>, into output: UnsafeMutableRawBufferPointer
    ) throws(CryptoError) {
        let input = sealed.assumingMemoryBound(to: UInt8.self)
        guard let nonce = input.baseAddress else { throw .authenticationFailed }
        guard EVP_DecryptInit_ex2(context, nil, key, nonce, nil) == 1 else {
            throw .lastFailure(of: "EVP_DecryptInit_ex2")
        }
        var written: Int32 = 0
        try authenticate(associated) {
            EVP_DecryptUpdate(context, nil, &written, $0, $1)
        }
        let count = sealed.count - Self.overhead
        let body = nonce + Self.nonceByteCount
        let plain = output.assumingMemoryBound(to: UInt8.self).baseAddress
        guard count == 0 || EVP_DecryptUpdate(context, plain, &written, body, Int32(count)) == 1,
            shim_gcm_set_tag(context, body + count, Int32(Self.tagByteCount)) == 1
        else { throw .lastFailure(of: "EVP_DecryptUpdate") }
        // GCM writes nothing in the end, but the pointer must be one.
        var nothing: UInt8 = 0
        guard EVP_DecryptFinal_ex(context, &nothing, &written) == 1 else {
            ERR_clear_error()
            throw .authenticationFailed
        }
    }
}

extension UnsafeMutableRawBufferPointer {
    /// A key's memory as C takes it; valid as long as its owner is.
    fileprivate var key: UnsafePointer<UInt8>? {
        UnsafeRawBufferPointer(self).assumingMemoryBound(to: UInt8.self).baseAddress
    }
}
