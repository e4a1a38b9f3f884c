extension Network {
    /// The agency that a certificate stands for; nil for none on the network.
    ///
    /// Its fingerprint is asked first, then the names in it, in their order. A host name is the
    /// same in capitals and in small letters (RFC 4343), and the network file has it in small ones.
    ///
    /// - Parameters:
    ///   - fingerprint: SHA-256 of the DER form: 64 lower-case hexadecimal digits.
    ///   - uris: subject alternative names of kind URI as written, compared byte by byte.
    ///   - hostNames: subject alternative names of kind DNS as written.
    package func agency(
        fingerprint: String, uris: [String], hostNames: [String]
    ) -> Agency? {
        let matches =
            [CertificateMatch.fingerprint(fingerprint)] + uris.map(CertificateMatch.uri)
            + hostNames.map { .dns($0.lowercasedASCII) }
        for match in matches {
            if let id = agencyByCertificate[match] { return agencies[id] }
        }
        return nil
    }
}

extension String {
    /// Not `lowercased`, which makes ASCII letters of some that are not.
    fileprivate var lowercasedASCII: String {
        String(
            decoding: utf8.map { byte in
                (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
            }, as: UTF8.self)
    }
}
