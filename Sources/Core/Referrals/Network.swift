/// The applied network: who is on it, what they serve, and what policy allows. A value: the next
/// version of a network is another value.
package struct Network: Sendable {
    package struct Agency: Hashable, Sendable {
        package let id: AgencyID
        package let name: String
        package let kind: AgencyKind
        /// One, or two during a rotation.
        package let certificates: [CertificateMatch]
        package let supervisor: AgencyID?
        /// Whom an operator calls; never told to other agencies.
        package let contacts: [Contact]

        package init(
            id: AgencyID, name: String, kind: AgencyKind, certificates: [CertificateMatch],
            supervisor: AgencyID?, contacts: [Contact] = []
        ) {
            self.id = id
            self.name = name
            self.kind = kind
            self.certificates = certificates
            self.supervisor = supervisor
            self.contacts = contacts
        }
    }

    /// Somebody at an agency, for operators.
    package struct Contact: Hashable, Sendable {
        package let name: String
        package let email: String?
        package let phone: String?

        package init(name: String, email: String?, phone: String?) {
            self.name = name
            self.email = email
            self.phone = phone
        }
    }

    /// How an agency's certificate is recognised.
    package enum CertificateMatch: Hashable, Sendable {
        case uri(String)
        case dns(String)
        /// SHA-256 of the certificate's DER form: 64 lower-case hexadecimal digits.
        case fingerprint(String)
    }

    package struct ServiceEntry: Hashable, Sendable {
        package let service: ServiceType
        package let name: String
        /// Shown as its parent to all but sender and provider.
        package let isConfidential: Bool

        package init(service: ServiceType, name: String, isConfidential: Bool) {
            self.service = service
            self.name = name
            self.isConfidential = isConfidential
        }
    }

    package struct RegionEntry: Hashable, Sendable {
        package let region: Region
        package let name: String

        package init(region: Region, name: String) {
            self.region = region
            self.name = name
        }
    }

    /// What policy allows: which kind may send which type, and on which bases.
    package struct Policy: Hashable, Sendable {
        package struct LawBasis: Hashable, Sendable {
            package let regime: String
            /// Exact references, or empty for any.
            package let references: Set<String>
            package let kinds: Set<AgencyKind>
            /// Service types whose subtrees it covers; empty for all.
            package let services: Set<ServiceType>
            /// Sections that it covers.
            package let sections: SectionSet

            package init(
                regime: String, references: Set<String>, kinds: Set<AgencyKind>,
                services: Set<ServiceType>, sections: SectionSet
            ) {
                self.regime = regime
                self.references = references
                self.kinds = kinds
                self.services = services
                self.sections = sections
            }
        }

        package let senders: [MessageType: Set<AgencyKind>]
        package let laws: [LawBasis]
        /// After how many failed deliveries an entry goes to quarantine.
        package let maxDeliveries: Int

        package init(senders: [MessageType: Set<AgencyKind>], laws: [LawBasis], maxDeliveries: Int)
        {
            self.senders = senders
            self.laws = laws
            self.maxDeliveries = maxDeliveries
        }
    }

    package let id: NetworkID
    package let name: String
    /// A network for trying out: consents are taken on the sender's word, and every status, log
    /// and page says so.
    package let isDemo: Bool
    package let regions: [Region: RegionEntry]
    package let services: [ServiceType: ServiceEntry]
    package let agencies: [AgencyID: Agency]
    package let agreements: [Agreement]
    package let policy: Policy

    /// The standing agreements of a service type in a region, for routing.
    package let agreementsByLane: [Lane: [Agreement]]
    package let agreementsByID: [AgreementID: Agreement]
    package let agencyByCertificate: [CertificateMatch: AgencyID]
    /// The same agreements in the form in which `route` and `explain` read them.
    let routing: RoutingTable

    package init(
        id: NetworkID, name: String, isDemo: Bool, regions: [RegionEntry],
        services: [ServiceEntry], agencies: [Agency], agreements: [Agreement], policy: Policy
    ) {
        self.id = id
        self.name = name
        self.isDemo = isDemo
        self.regions = Dictionary(regions.map { ($0.region, $0) }, uniquingKeysWith: { $1 })
        self.services = Dictionary(services.map { ($0.service, $0) }, uniquingKeysWith: { $1 })
        self.agencies = Dictionary(agencies.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        self.agreements = agreements
        self.policy = policy
        var lanes: [Lane: [Agreement]] = [:]
        for agreement in agreements {
            for service in agreement.services {
                for region in agreement.regions {
                    lanes[Lane(region: region, service: service), default: []].append(agreement)
                }
            }
        }
        agreementsByLane = lanes
        agreementsByID = Dictionary(agreements.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        agencyByCertificate = Dictionary(
            agencies.flatMap { agency in agency.certificates.map { ($0, agency.id) } },
            uniquingKeysWith: { $1 })
        routing = RoutingTable(
            agreements: agreements, regions: regions.map(\.region),
            services: services.map(\.service))
    }
}

/// The standing right of an agency to receive referrals for service types in regions.
package struct Agreement: Hashable, Sendable {
    package let id: AgreementID
    package let provider: AgencyID
    package let services: [ServiceType]
    package let regions: [Region]
    /// From whom; both empty for anyone.
    package let fromAgencies: Set<AgencyID>
    package let fromKinds: Set<AgencyKind>
    /// The higher is asked first.
    package let priority: Int
    /// How many live assignments it may hold at once; nil for no bound.
    package let capacity: Int?
    /// First and last day on which it holds; nil for open.
    package let start: CalendarDate?
    package let end: CalendarDate?

    package init(
        id: AgreementID, provider: AgencyID, services: [ServiceType], regions: [Region],
        fromAgencies: Set<AgencyID>, fromKinds: Set<AgencyKind>, priority: Int, capacity: Int?,
        start: CalendarDate?, end: CalendarDate?
    ) {
        self.id = id
        self.provider = provider
        self.services = services
        self.regions = regions
        self.fromAgencies = fromAgencies
        self.fromKinds = fromKinds
        self.priority = priority
        self.capacity = capacity
        self.start = start
        self.end = end
    }
}
