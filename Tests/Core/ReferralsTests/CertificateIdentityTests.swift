import Referrals
import Testing

@Suite("The agency that a certificate stands for")
struct CertificateIdentityTests {
    private static let digest = String(repeating: "a1", count: 32)

    private static let network: Network = {
        let sample = Network.sample()
        return Network(
            id: sample.id, name: sample.name, isDemo: false, regions: [], services: [],
            agencies: [
                .sample("prison", .prison, certificates: [.uri("urn:x:prison")]),
                .sample(
                    "clinic", .health,
                    certificates: [.dns("clinic.example"), .dns("desk.example")]),
                .sample("ngo", .ngo, certificates: [.fingerprint(digest)]),
            ], agreements: [], policy: sample.policy)
    }()

    private func agency(
        _ fingerprint: String = "", uris: [String] = [], hostNames: [String] = []
    ) -> String? {
        Self.network.agency(fingerprint: fingerprint, uris: uris, hostNames: hostNames)?
            .id.rawValue
    }

    @Test(
        "is found by a host name in capitals and in small letters",
        arguments: [
            "clinic.example", "Clinic.Example", "CLINIC.EXAMPLE",
        ])
    func hostName(name: String) {
        #expect(agency(hostNames: ["other.example", name]) == "clinic")
    }

    @Test(
        "is not found by a name that is only like the host name",
        arguments: [
            // U+212A is a sign of its own that `lowercased` makes a k of.
            "des\u{212A}.example", "clinıc.example", "clinic.example.", "clinic.example\0",
            "*.example", "",
        ])
    func otherHostName(name: String) { #expect(agency(hostNames: [name]) == nil) }

    @Test("is found by a URI as it is written, and by no other")
    func uri() {
        #expect(agency(uris: ["urn:x:other", "urn:x:prison"]) == "prison")
        #expect(agency(uris: ["urn:x:Prison"]) == nil)
        #expect(agency(uris: ["URN:x:prison"]) == nil)
        // A name of one kind is none of the other.
        #expect(agency(uris: ["clinic.example"], hostNames: ["urn:x:prison"]) == nil)
    }

    @Test("is that of the fingerprint, whatever names it has")
    func fingerprint() {
        #expect(agency(Self.digest, uris: ["urn:x:prison"]) == "ngo")
        #expect(agency("ff", uris: ["urn:x:prison"], hostNames: ["clinic.example"]) == "prison")
        #expect(agency() == nil)
    }
}
