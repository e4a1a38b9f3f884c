import OpenSSLTLS
import Referrals

extension Network {
    /// The agency whose certificate this is.
    func agency(presenting certificate: Certificate) -> Agency? {
        agency(
            fingerprint: certificate.fingerprintHex, uris: certificate.sanURIs,
            hostNames: certificate.sanDNSNames)
    }
}
