import COpenSSL

/// What is read from a certificate: who it names, and from when to when.
package struct Certificate: Hashable, Sendable {
    /// Subject alternative names of kind URI, as written.
    package let sanURIs: [String]
    /// Subject alternative names of kind DNS, as written.
    package let sanDNSNames: [String]
    /// SHA-256 of the DER form; 32 bytes.
    package let sha256Fingerprint: [UInt8]
    /// One line for people (`CN = broker, O = …`), control characters escaped; not for matching.
    package let subject: String
    /// Unix seconds.
    package let notBefore: Int64
    /// Unix seconds.
    package let notAfter: Int64
    /// Upper-case hexadecimal digits, as `openssl x509 -serial` prints them.
    package let serial: String

    /// 64 lower-case hexadecimal digits.
    package var fingerprintHex: String { HexText.encode(sha256Fingerprint) }

    /// The certificates of a PEM file in their order: the leaf first, in a chain.
    package static func load(pem: PEM) throws(TLSMaterialError) -> [Certificate] {
        var certificates: [Certificate] = []
        for owned in try X509Certificate.load(pem) {
            certificates.append(try owned.read(from: pem))
        }
        return certificates
    }
}

extension Certificate: CustomStringConvertible {
    package var description: String {
        "\(subject), SHA-256 \(fingerprintHex), valid \(UTC.text(notBefore))"
            + " to \(UTC.text(notAfter))"
    }
}

/// Hexadecimal digits, for fingerprints and serials.
enum HexText {
    static func encode(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(unsafeUninitializedCapacity: bytes.count * 2) { output in
            for (index, byte) in bytes.enumerated() {
                output[index * 2] = digits[Int(byte >> 4)]
                output[index * 2 + 1] = digits[Int(byte & 0x0f)]
            }
            return bytes.count * 2
        }
    }
}
