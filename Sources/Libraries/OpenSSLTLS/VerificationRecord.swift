import COpenSSL

/// What was wrong with which certificate of the peer's chain: OpenSSL forgets the certificate with
/// the handshake, and an operator needs to know whose it was.
final class VerificationRecord {
    private(set) var refused: Certificate?

    /// The `verify_callback` of `SSL_CTX_set_verify`: notes, and leaves the verdict as it is.
    static let callback: @convention(c) (Int32, OpaquePointer?) -> Int32 = { isGood, context in
        if isGood == 0, let data = shim_verification_user_data(context) {
            let record = Unmanaged<VerificationRecord>.fromOpaque(data).takeUnretainedValue()
            record.note(context)
        }
        return isGood
    }

    private func note(_ context: OpaquePointer?) {
        guard refused == nil, let current = X509_STORE_CTX_get_current_cert(context),
            X509_up_ref(current) == 1
        else { return }
        refused = X509Certificate(owning: current).read()
    }
}
