import COpenSSL
package import NIOCore

/// One side of one TLS connection, without a socket: bytes in, events and bytes out.
///
/// Owns an `SSL`. Give it what the network gave (`bytesReceived`), ask `nextEvent` until nil, send
/// what `takeOutput` gives. A client's first `nextEvent` makes the hello.
package final class TLSSession {
    /// The most that one `plaintext` event holds; what is left comes with the next (bytes).
    package static let maximumPlaintext = 64 * 1024

    private enum State {
        case handshaking
        case established
        /// One last event is still to be told.
        case ending(TLSEvent)
        case peerClosed
        case failed
    }

    private let context: TLSContext
    private let session: OpaquePointer
    private let bio: ByteBufferBIO
    private let verification: VerificationRecord
    private var state = State.handshaking

    /// - Parameter serverName: for a client: the DNS name or IP address that the server's
    ///   certificate must hold; a name is also sent (SNI). A client without it trusts any
    ///   certificate of its authorities.
    package init(_ context: TLSContext, serverName: String? = nil) throws(TLSError) {
        ErrorQueue.clear()
        guard let session = SSL_new(context.pointer) else {
            throw .libraryFailure(operation: "SSL_new", reason: ErrorQueue.takeText())
        }
        self.context = context
        self.session = session
        bio = ByteBufferBIO()
        verification = VerificationRecord()
        // From here on deinit frees the session on every path.
        let pointer = try bio.makeBIO()
        SSL_set_bio(session, pointer, pointer)
        try check(
            shim_set_user_data(session, Unmanaged.passUnretained(verification).toOpaque()),
            "SSL_set_app_data")
        switch context.role {
        case .server: SSL_set_accept_state(session)
        case .client:
            SSL_set_connect_state(session)
            if let serverName { try expect(serverName) }
        }
    }

    deinit { SSL_free(session) }

    /// Whether `write` will be accepted.
    package var isWritable: Bool {
        switch state {
        case .established, .peerClosed, .ending(.peerClosedWrite):
            SSL_get_shutdown(session) & SSL_SENT_SHUTDOWN == 0
        case .handshaking, .ending, .failed: false
        }
    }

    /// Whether the peer's `close_notify` came.
    package var isPeerClosed: Bool {
        switch state {
        case .peerClosed, .ending(.peerClosedWrite): true
        case .handshaking, .established, .ending, .failed: false
        }
    }

    /// Takes all readable bytes; the buffer comes back empty.
    package func bytesReceived(_ buffer: inout ByteBuffer) {
        switch state {
        case .handshaking, .established:
            bio.receive(&buffer)
        case .ending, .peerClosed, .failed:
            // After the end of the session nothing is meant for us (RFC 8446, section 6.1).
            buffer = ByteBuffer()
        }
    }

    /// What the bytes so far amount to; nil when more are needed, or after the last event.
    package func nextEvent() -> TLSEvent? {
        switch state {
        case .handshaking: return continueHandshake()
        case .established: return readPlaintext()
        case .ending(let event):
            bio.dropInbound()
            state = event == .peerClosedWrite ? .peerClosed : .failed
            return event
        case .peerClosed, .failed: return nil
        }
    }

    /// The transport has ended: what that means, if it is not as it should be.
    package func transportClosed() -> TLSError? {
        switch state {
        case .handshaking:
            state = .failed
            return .closedDuringHandshake
        case .established:
            state = .failed
            return .truncated
        case .ending(.failed(let error)):
            state = .failed
            return error
        case .ending, .peerClosed, .failed:  // as it should be: we may still be writing
            return nil
        }
    }

    /// Encrypts; the result waits in `takeOutput`.
    package func write(_ plaintext: ByteBuffer) throws(TLSError) {
        guard isWritable else { throw .notWritable }
        let count = plaintext.readableBytes
        guard count > 0 else { return }
        bio.expectOutput(ofPlaintext: count)
        ErrorQueue.clear()
        var written = 0
        let result = plaintext.withUnsafeReadableBytes {
            SSL_write_ex(session, $0.baseAddress, $0.count, &written)
        }
        guard result == 1 else {
            let error = failure(after: result)
            state = .failed
            throw error
        }
    }

    /// Says `close_notify`, once, if there is a session to end; reading goes on (`SSL_shutdown`).
    package func closeWrite() {
        guard isWritable else { return }
        ErrorQueue.clear()
        _ = SSL_shutdown(session)
        ErrorQueue.clear()
    }

    /// Ciphertext to send; nil when there is none. The memory goes with it.
    package func takeOutput() -> ByteBuffer? { bio.takeOutput() }
}

extension TLSSession {
    /// `SSL_do_handshake`
    private func continueHandshake() -> TLSEvent? {
        ErrorQueue.clear()
        let result = SSL_do_handshake(session)
        guard result == 1 else {
            switch SSL_get_error(session, result) {
            case SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE: return nil
            case SSL_ERROR_ZERO_RETURN: return end(.closedDuringHandshake)
            default: return end(failure(after: result))
            }
        }
        state = .established
        bio.resetPlaintextBound()
        return .handshakeCompleted(agreement)
    }

    /// `SSL_read_ex` until nothing is left or the event is full.
    private func readPlaintext() -> TLSEvent? {
        let pending = Int(SSL_pending(session))
        guard bio.hasInbound || pending > 0 else { return nil }
        let bound = max(bio.plaintextBound, pending)
        var plaintext = ByteBuffer()
        plaintext.reserveCapacity(min(max(bound, 64), Self.maximumPlaintext))
        while plaintext.readableBytes < Self.maximumPlaintext {
            let room = max(plaintext.writableBytes, 1)
            let limit = Self.maximumPlaintext - plaintext.readableBytes
            var (count, result): (Int, Int32) = (0, 0)
            ErrorQueue.clear()
            plaintext.writeWithUnsafeMutableBytes(minimumWritableBytes: room) { memory in
                let space = min(memory.count, limit)
                result = SSL_read_ex(session, memory.baseAddress, space, &count)
                return result == 1 ? count : 0
            }
            guard result == 1 else { return outcome(of: result, after: plaintext) }
        }
        bio.resetPlaintextBound()
        return .plaintext(plaintext)
    }

    /// Why `SSL_read_ex` gave nothing; what was read before it is told first.
    private func outcome(of result: Int32, after plaintext: ByteBuffer) -> TLSEvent? {
        let last: TLSEvent?
        switch SSL_get_error(session, result) {
        case SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE: last = nil
        case SSL_ERROR_ZERO_RETURN: last = .peerClosedWrite
        default: last = .failed(failure(after: result))
        }
        if let last { state = .ending(last) }
        guard plaintext.readableBytes > 0 else { return last == nil ? nil : nextEvent() }
        bio.resetPlaintextBound()
        return .plaintext(plaintext)
    }

    private func end(_ error: TLSError) -> TLSEvent {
        state = .failed
        bio.dropInbound()
        return .failed(error)
    }

    private var agreement: TLSHandshakeCompleted {
        let peer = SSL_get1_peer_certificate(session).map { X509Certificate(owning: $0) }
        var start: UnsafePointer<UInt8>?
        var count: UInt32 = 0
        SSL_get0_alpn_selected(session, &start, &count)
        let chosen = UnsafeBufferPointer(start: start, count: Int(count))
        let name = SSL_get_servername(session, TLSEXT_NAMETYPE_host_name)
        return TLSHandshakeCompleted(
            peer: peer?.read(),
            applicationProtocol: chosen.isEmpty ? nil : String(decoding: chosen, as: UTF8.self),
            version: SSL_version(session) == TLS1_3_VERSION ? .tls13 : .tls12,
            serverName: name.map { String(cString: $0) })
    }

    /// A name must be in the certificate (RFC 9525: as a subject alternative name), and is sent.
    private func expect(_ serverName: String) throws(TLSError) {
        let parameters = SSL_get0_param(session)
        if X509_VERIFY_PARAM_set1_ip_asc(parameters, serverName) == 1 { return }
        ErrorQueue.clear()
        SSL_set_hostflags(
            session,
            UInt32(X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS | X509_CHECK_FLAG_NEVER_CHECK_SUBJECT))
        try check(SSL_set1_host(session, serverName), "SSL_set1_host")
        try check(shim_set_server_name(session, serverName), "SSL_set_tlsext_host_name")
    }

    private func check(_ result: Int32, _ operation: String) throws(TLSError) {
        guard result == 1 else {
            throw .libraryFailure(operation: operation, reason: ErrorQueue.takeText())
        }
    }

    /// The error queue's cause in our words.
    private func failure(after result: Int32) -> TLSError {
        guard let entry = ErrorQueue.take() else {
            let code = SSL_get_error(session, result)
            return .libraryFailure(operation: "SSL", reason: "SSL_get_error \(code)")
        }
        guard entry.library == ERR_LIB_SSL else {
            return .protocolFailure(reason: entry.text)
        }
        switch entry.reason {
        case SSL_R_CERTIFICATE_VERIFY_FAILED:
            let code = SSL_get_verify_result(session)
            let words = X509_verify_cert_error_string(code).map { String(cString: $0) }
            return .peerCertificateRefused(
                reason: words ?? entry.text, code: code, certificate: verification.refused)
        case SSL_R_PEER_DID_NOT_RETURN_A_CERTIFICATE:
            return .noPeerCertificate
        case SSL_AD_REASON_OFFSET..<SSL_AD_REASON_OFFSET + 256:
            // "tlsv13 alert certificate required": the words after "alert" are the alert's name.
            let name = entry.text.firstRange(of: "alert ").map { entry.text[$0.upperBound...] }
            return .alertReceived(
                text: name.map(String.init) ?? entry.text,
                number: Int(entry.reason - SSL_AD_REASON_OFFSET))
        default:
            return .protocolFailure(reason: entry.text)
        }
    }
}
