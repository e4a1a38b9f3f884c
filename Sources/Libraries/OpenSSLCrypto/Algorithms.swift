import COpenSSL

/// The algorithms of OpenSSL's providers, each fetched once: a fetch by name costs more than the
/// hash of a message.
///
/// They are immutable, counted by atomics inside OpenSSL, and live as long as the process.
enum Algorithms {
    /// `EVP_MD_fetch`
    static let sha256 = FetchedAlgorithm("SHA2-256", EVP_MD_fetch(nil, "SHA2-256", nil))
    /// `EVP_CIPHER_fetch`
    static let aes256GCM = FetchedAlgorithm(
        "AES-256-GCM", EVP_CIPHER_fetch(nil, "AES-256-GCM", nil))
    /// `EVP_MAC_fetch`
    static let hmac = FetchedAlgorithm("HMAC", EVP_MAC_fetch(nil, "HMAC", nil))
    /// `EVP_KDF_fetch`
    static let hkdf = FetchedAlgorithm("HKDF", EVP_KDF_fetch(nil, "HKDF", nil))
}

/// One fetched algorithm, or the knowledge that there is none.
///
/// `@unchecked Sendable` is safe: OpenSSL documents fetched algorithms as usable from any thread,
/// and nothing writes through the pointer.
struct FetchedAlgorithm: @unchecked Sendable {
    private let name: String
    private let pointer: OpaquePointer?

    init(_ name: String, _ pointer: OpaquePointer?) {
        self.name = name
        self.pointer = pointer
    }

    func get() throws(CryptoError) -> OpaquePointer {
        guard let pointer else { throw .unavailable(algorithm: name) }
        return pointer
    }
}
