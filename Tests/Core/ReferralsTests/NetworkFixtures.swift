import Foundation
import Referrals

extension Region: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension ServiceType: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension AgencyID: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension AgreementID: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension Network {
    /// A network of these agreements: two counties of Romania, one town, four agencies.
    static func sample(
        agreements: [Agreement] = [], isDemo: Bool = false, policy: Policy = .sample,
        id: String = "throughcare-ro"
    ) -> Network {
        Network(
            id: NetworkID(rawValue: id), name: "Sample", isDemo: isDemo,
            regions: [
                RegionEntry(region: "RO", name: "România"),
                RegionEntry(region: "RO-GR", name: "Giurgiu"),
                RegionEntry(region: "RO-IS", name: "Iași"),
                RegionEntry(region: "RO-GR/bolintin-vale", name: "Bolintin-Vale"),
            ],
            services: [
                ServiceEntry(service: "health", name: "Health care", isConfidential: false),
                ServiceEntry(service: "health.hiv", name: "HIV care", isConfidential: true),
                ServiceEntry(service: "housing", name: "Housing", isConfidential: false),
            ],
            agencies: [
                .sample("prison", .prison), .sample("probation", .probation),
                .sample("clinic", .health), .sample("hospital", .health), .sample("ngo", .ngo),
            ],
            agreements: agreements, policy: policy)
    }
}

extension Network.Agency {
    static func sample(
        _ id: AgencyID, _ kind: AgencyKind, certificates: [Network.CertificateMatch]? = nil,
        supervisor: AgencyID? = nil
    ) -> Network.Agency {
        Network.Agency(
            id: id, name: id.rawValue.capitalized, kind: kind,
            certificates: certificates ?? [.uri("urn:throughcare:agency:\(id)")],
            supervisor: supervisor)
    }
}

extension Network.Policy {
    static let sample = Network.Policy(
        senders: [.referral: [.prison, .probation], .update: Set(AgencyKind.allCases)],
        laws: [
            LawBasis(
                regime: "led", references: ["Law 254/2013"], kinds: [.prison],
                services: ["health"], sections: [.identity, .contact, .health]),
            LawBasis(
                regime: "gdpr", references: [], kinds: [.probation], services: [],
                sections: [.identity, .needs]),
        ],
        maxDeliveries: 5)
}

extension Agreement {
    static func sample(
        _ id: AgreementID, _ provider: AgencyID, _ services: [ServiceType] = ["health"],
        in regions: [Region] = ["RO-GR"], from: Set<AgencyID> = [],
        kinds: Set<AgencyKind> = [], priority: Int = 0, capacity: Int? = nil,
        start: CalendarDate? = nil, end: CalendarDate? = nil
    ) -> Agreement {
        Agreement(
            id: id, provider: provider, services: services, regions: regions,
            fromAgencies: from, fromKinds: kinds, priority: priority, capacity: capacity,
            start: start, end: end)
    }
}
