import OpenSSLTLS
import Referrals

extension Network {
    /// The agency whose certificate this is: by fingerprint first, then by the names in it.
    func agency(presenting certificate: Certificate) -> Agency? {
        let matches =
            [CertificateMatch.fingerprint(certificate.fingerprintHex)]
            + certificate.sanURIs.map(CertificateMatch.uri)
            + certificate.sanDNSNames.map(CertificateMatch.dns)
        for match in matches {
            if let id = agencyByCertificate[match] { return agencies[id] }
        }
        return nil
    }
}
