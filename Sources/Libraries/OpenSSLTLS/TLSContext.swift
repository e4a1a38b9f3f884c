import COpenSSL

/// Which end of the connection.
package enum TLSRole: Hashable, Sendable {
    case server
    case client
}

/// Certificates, key, trust and rules for any number of sessions; owns an `SSL_CTX`.
///
/// Both sides speak TLS 1.2 and 1.3 only, and verify the peer's whole chain for its purpose; a
/// server demands a certificate. No tickets, session cache, renegotiation, early data or
/// compression. The security level is the distribution's; the TLS 1.2 ciphers are the ones with
/// forward secrecy and authenticated encryption.
///
/// `@unchecked Sendable` is safe: nothing changes after `init`, and OpenSSL documents `SSL_new`
/// on one `SSL_CTX` from many threads.
package final class TLSContext: @unchecked Sendable {
    package let role: TLSRole
    /// What this side shows; nil for a client without identity. For the expiry metric.
    package let certificate: Certificate?

    let pointer: OpaquePointer
    /// ALPN's wire form: each name after its length. The select callback points into it.
    private let protocols: UnsafeMutableBufferPointer<UInt8>

    /// OpenSSL is not to clean up at exit: a thread that is in a handshake then would find its
    /// tables gone. (So it is where this is a program's first call into OpenSSL; the system takes
    /// the memory.)
    private static let library: Void = {
        _ = OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_ATEXIT), nil)
    }()

    /// - Throws: `TLSMaterialError` with the file at fault.
    package init(_ role: TLSRole, _ configuration: TLSConfiguration) throws(TLSMaterialError) {
        _ = Self.library
        ErrorQueue.clear()
        let method = role == .server ? TLS_server_method() : TLS_client_method()
        guard let pointer = SSL_CTX_new(method) else {
            throw TLSMaterialError(
                source: "TLS context",
                problem: .libraryFailure(operation: "SSL_CTX_new", reason: ErrorQueue.takeText()))
        }
        let owned = OwnedContext(pointer: pointer)
        shim_harden(pointer)
        let versions = configuration.versions
        try Self.check(
            shim_set_versions(pointer, versions.lowerBound.number, versions.upperBound.number),
            "SSL_CTX_set_min_proto_version")
        try Self.check(
            SSL_CTX_set_cipher_list(pointer, "ECDHE+AESGCM:ECDHE+CHACHA20"),
            "SSL_CTX_set_cipher_list")

        certificate = try configuration.identity.map { (identity) throws(TLSMaterialError) in
            try identity.install(in: pointer)
        }
        if role == .server && certificate == nil {
            throw TLSMaterialError(source: "server identity", problem: .noCertificate)
        }
        for pem in configuration.trust { try Self.trust(pem, in: pointer, role: role) }
        let mode =
            role == .server
            ? SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT : SSL_VERIFY_PEER
        SSL_CTX_set_verify(pointer, mode, VerificationRecord.callback)

        self.role = role
        self.pointer = owned.release()
        protocols = Self.wireForm(of: configuration.applicationProtocols)
        if !protocols.isEmpty { installProtocols() }
    }

    deinit {
        SSL_CTX_free(pointer)
        protocols.deallocate()
    }

    private func installProtocols() {
        switch role {
        case .client:
            SSL_CTX_set_alpn_protos(pointer, protocols.baseAddress, UInt32(protocols.count))
        case .server:
            // Sessions keep this object alive, so the pointer is valid in every callback.
            let argument = Unmanaged.passUnretained(self).toOpaque()
            SSL_CTX_set_alpn_select_cb(pointer, Self.selectProtocol, argument)
        }
    }

    /// The server's choice: its own most wanted among those offered.
    private static let selectProtocol: SSL_CTX_alpn_select_cb_func = {
        _, chosen, chosenCount, offered, offeredCount, argument in
        guard let argument, let chosen else { return SSL_TLSEXT_ERR_ALERT_FATAL }
        let context = Unmanaged<TLSContext>.fromOpaque(argument).takeUnretainedValue()
        var selected: UnsafeMutablePointer<UInt8>?
        let result = SSL_select_next_proto(
            &selected, chosenCount, context.protocols.baseAddress,
            UInt32(context.protocols.count), offered, offeredCount)
        guard result == OPENSSL_NPN_NEGOTIATED else { return SSL_TLSEXT_ERR_ALERT_FATAL }
        chosen.pointee = UnsafePointer(selected)
        return SSL_TLSEXT_ERR_OK
    }

    /// Adds certificate authorities; a server also names them to its clients.
    private static func trust(
        _ pem: PEM, in context: OpaquePointer, role: TLSRole
    ) throws(TLSMaterialError) {
        for authority in try X509Certificate.load(pem) {
            let store = SSL_CTX_get_cert_store(context)
            try check(X509_STORE_add_cert(store, authority.pointer), "X509_STORE_add_cert")
            if role == .server {
                try check(
                    SSL_CTX_add_client_CA(context, authority.pointer), "SSL_CTX_add_client_CA")
            }
        }
    }

    private static func check(_ result: Int32, _ operation: String) throws(TLSMaterialError) {
        guard result == 1 else {
            throw TLSMaterialError(
                source: "TLS context",
                problem: .libraryFailure(operation: operation, reason: ErrorQueue.takeText()))
        }
    }

    /// Names that are empty or longer than 255 bytes cannot be written, and are left out.
    private static func wireForm(of names: [String]) -> UnsafeMutableBufferPointer<UInt8> {
        var bytes: [UInt8] = []
        for name in names where (1...255).contains(name.utf8.count) {
            bytes.append(UInt8(name.utf8.count))
            bytes.append(contentsOf: name.utf8)
        }
        let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = memory.initialize(from: bytes)
        return memory
    }
}

/// Owns the `SSL_CTX` while it is being filled, so that no error path leaks it.
private struct OwnedContext: ~Copyable {
    let pointer: OpaquePointer

    consuming func release() -> OpaquePointer {
        let pointer = pointer
        discard self
        return pointer
    }

    deinit { SSL_CTX_free(pointer) }
}

extension TLSVersion {
    /// The protocol's number, as `SSL_CTX_set_min_proto_version` takes it.
    fileprivate var number: Int32 {
        switch self {
        case .tls12: TLS1_2_VERSION
        case .tls13: TLS1_3_VERSION
        }
    }
}

extension TLSIdentity {
    /// Puts chain and key into a context, after checking that they are good to show.
    fileprivate func install(
        in context: OpaquePointer
    ) throws(TLSMaterialError) -> Certificate {
        let chain = try X509Certificate.load(certificateChain)
        guard let leaf = chain.first else {
            throw TLSMaterialError(source: certificateChain.name, problem: .noCertificate)
        }
        let certificate = try leaf.read(from: certificateChain)
        let now = UTC.now
        func fail(_ problem: TLSMaterialError.Problem) -> TLSMaterialError {
            TLSMaterialError(source: certificateChain.name, problem: problem)
        }
        if certificate.notAfter < now { throw fail(.expired(since: certificate.notAfter)) }
        if certificate.notBefore > now { throw fail(.notYetValid(until: certificate.notBefore)) }

        let key = try PrivateKey(privateKey)
        ErrorQueue.clear()
        guard X509_check_private_key(leaf.pointer, key.pointer) == 1 else {
            ErrorQueue.clear()
            throw TLSMaterialError(
                source: privateKey.name, problem: .keyMismatch(certificate: certificateChain.name))
        }
        guard SSL_CTX_use_certificate(context, leaf.pointer) == 1 else {
            throw fail(.refused(reason: ErrorQueue.takeText()))
        }
        for intermediate in chain.dropFirst() {
            guard shim_add_chain_certificate(context, intermediate.pointer) == 1 else {
                throw fail(.refused(reason: ErrorQueue.takeText()))
            }
        }
        guard SSL_CTX_use_PrivateKey(context, key.pointer) == 1 else {
            throw TLSMaterialError(
                source: privateKey.name, problem: .refused(reason: ErrorQueue.takeText()))
        }
        return certificate
    }
}
