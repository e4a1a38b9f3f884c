import MarkedYAML
import Referrals

// The parts of a network file as they were read. What is held against other parts keeps its place.

struct Identity {
    let id: NetworkID
    let name: String
    let isDemo: Bool
}

struct RegionDraft {
    let code: Marked<Region>
    let name: String
    let children: [RegionDraft]

    var withDescendants: [RegionDraft] { [self] + children.flatMap(\.withDescendants) }
}

struct GroupDraft {
    let name: Marked<String>
    let regions: [Marked<Region>]
}

struct ServiceDraft {
    let code: Marked<ServiceType>
    let name: String
    /// Where it is said to be confidential; nil if it is not.
    let confidential: YAMLPlace?
}

struct AgencyDraft {
    let id: Marked<AgencyID>
    let name: String
    let kind: AgencyKind
    let certificates: [Marked<Network.CertificateMatch>]
    let supervisor: Marked<AgencyID>?
    let contacts: [Network.Contact]

    var agency: Network.Agency {
        Network.Agency(
            id: id.value, name: name, kind: kind, certificates: certificates.map(\.value),
            supervisor: supervisor?.value, contacts: contacts)
    }
}

struct AgreementDraft {
    let id: Marked<AgreementID>
    let provider: Marked<AgencyID>
    let services: [Marked<ServiceType>]
    let regions: [Marked<Region>]
    let groups: [Marked<String>]
    let fromAgencies: [Marked<AgencyID>]
    let fromKinds: [AgencyKind]
    let priority: Int
    let capacity: Int?
    let start: CalendarDate?
    let end: Marked<CalendarDate>?

    func agreement(groups members: [String: [Region]]) -> Agreement {
        let regions = regions.map(\.value) + groups.flatMap { members[$0.value] ?? [] }
        var seen: Set<Region> = []
        return Agreement(
            id: id.value, provider: provider.value, services: services.map(\.value),
            regions: regions.filter { seen.insert($0).inserted },
            fromAgencies: Set(fromAgencies.map(\.value)), fromKinds: Set(fromKinds),
            priority: priority, capacity: capacity, start: start, end: end?.value)
    }
}

struct LawDraft {
    let regime: String
    let references: [String]
    let kinds: [AgencyKind]
    let services: [Marked<ServiceType>]
    let sections: [SectionLabel]

    var law: Network.Policy.LawBasis {
        Network.Policy.LawBasis(
            regime: regime, references: Set(references), kinds: Set(kinds),
            services: Set(services.map(\.value)), sections: SectionSet(sections))
    }
}

struct PolicyDraft {
    let senders: [MessageType: Set<AgencyKind>]
    let laws: [LawDraft]
    let maxDeliveries: Int

    var policy: Network.Policy {
        Network.Policy(senders: senders, laws: laws.map(\.law), maxDeliveries: maxDeliveries)
    }
}
