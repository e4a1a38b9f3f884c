import COpenSSL

/// Owns one reference to an `X509`.
final class X509Certificate {
    let pointer: OpaquePointer

    /// Takes over the reference.
    init(owning pointer: OpaquePointer) { self.pointer = pointer }

    deinit { X509_free(pointer) }

    /// `PEM_read_bio_X509` until the text ends; at least one, or an error.
    static func load(_ pem: PEM) throws(TLSMaterialError) -> [X509Certificate] {
        let text = try pem.read()
        ErrorQueue.clear()
        guard let bio = BIO_new_mem_buf(text, Int32(text.count)) else {
            throw TLSMaterialError(
                source: pem.name,
                problem: .libraryFailure(
                    operation: "BIO_new_mem_buf", reason: ErrorQueue.takeText()))
        }
        defer { BIO_free(bio) }
        // The BIO reads the array's own memory, which lives until the end of this scope.
        return try withExtendedLifetime(text) { () throws(TLSMaterialError) in
            var certificates: [X509Certificate] = []
            while let pointer = PEM_read_bio_X509(bio, nil, refusePassphrase, nil) {
                certificates.append(X509Certificate(owning: pointer))
            }
            // The queue says "no start line" at the end of every PEM text.
            let entry = ErrorQueue.take()
            guard entry?.library == ERR_LIB_PEM, entry?.reason == PEM_R_NO_START_LINE else {
                throw TLSMaterialError(
                    source: pem.name,
                    problem: .malformed(reason: entry?.text ?? "no reason given"))
            }
            guard !certificates.isEmpty else {
                throw TLSMaterialError(source: pem.name, problem: .noCertificate)
            }
            return certificates
        }
    }

    /// What the certificate says; nil if it has fields that OpenSSL cannot read.
    func read() -> Certificate? {
        var (notBefore, notAfter): (Int64, Int64) = (0, 0)
        guard shim_time_to_unix(X509_get0_notBefore(pointer), &notBefore) == 1,
            shim_time_to_unix(X509_get0_notAfter(pointer), &notAfter) == 1,
            let fingerprint, let subject
        else {
            ErrorQueue.clear()
            return nil
        }
        let names = alternativeNames
        return Certificate(
            sanURIs: names.uris, sanDNSNames: names.dns, sha256Fingerprint: fingerprint,
            subject: subject, notBefore: notBefore, notAfter: notAfter, serial: serial)
    }

    func read(from pem: PEM) throws(TLSMaterialError) -> Certificate {
        guard let certificate = read() else {
            throw TLSMaterialError(
                source: pem.name, problem: .malformed(reason: "unreadable certificate fields"))
        }
        return certificate
    }

    /// `X509_digest`
    private var fingerprint: [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 32)
        var count: UInt32 = 0
        guard X509_digest(pointer, EVP_sha256(), &bytes, &count) == 1, count == 32 else {
            return nil
        }
        return bytes
    }

    /// `X509_NAME_print_ex`
    private var subject: String? {
        guard let bio = shim_subject(pointer) else { return nil }
        defer { BIO_free(bio) }
        var start: UnsafePointer<CChar>?
        let count = shim_memory_contents(bio, &start)
        guard count > 0, let start else { return "" }
        let bytes = UnsafeRawBufferPointer(start: start, count: count)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `X509_get0_serialNumber`
    private var serial: String {
        let number = X509_get0_serialNumber(pointer)
        guard let start = ASN1_STRING_get0_data(number) else { return "" }
        let bytes = Array(
            UnsafeBufferPointer(start: start, count: Int(ASN1_STRING_length(number))))
        return HexText.encode(bytes).uppercased()
    }

    /// Names with bytes outside of printable ASCII are left out: IA5String allows a NUL and
    /// control characters, but no agency's configured name can be equal to such a name.
    private var alternativeNames: (uris: [String], dns: [String]) {
        guard let names = shim_alternative_names(pointer) else { return ([], []) }
        defer { shim_alternative_names_free(names) }
        var (uris, dns): ([String], [String]) = ([], [])
        for index in 0..<shim_alternative_names_count(names) {
            var start: UnsafePointer<UInt8>?
            var count: Int32 = 0
            let kind = shim_alternative_name(names, index, &start, &count)
            let bytes = UnsafeBufferPointer(start: start, count: Int(count))
            guard !bytes.isEmpty, bytes.allSatisfy({ (0x21...0x7e).contains($0) }) else {
                continue
            }
            let text = String(decoding: bytes, as: UTF8.self)
            if kind == GEN_URI { uris.append(text) }
            if kind == GEN_DNS { dns.append(text) }
        }
        return (uris, dns)
    }
}

/// The passphrase callback of the PEM functions: there is none, and nobody is asked at a terminal.
/// What it is given points to a `Bool` (or is nil) that becomes true: the key is encrypted.
let refusePassphrase:
    @convention(c) (
        UnsafeMutablePointer<CChar>?, Int32, Int32, UnsafeMutableRawPointer?
    ) -> Int32 = { _, _, _, asked in
        asked?.assumingMemoryBound(to: Bool.self).pointee = true
        return -1
    }
