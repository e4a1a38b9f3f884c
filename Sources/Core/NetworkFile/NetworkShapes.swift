import MarkedYAML
import Referrals

// How each part of a network file is read. All keys of a mapping are asked for before any missing
// one gives it up, so that one reading finds all faults.

extension MappingReader {
    /// A list that may be left out: empty where it is absent, nil where it is wrong.
    mutating func list<Element>(
        _ key: String, of element: YAMLShape<Element>, atMost limit: Int = .max
    ) -> [Element]? {
        empty(key, or: .list(of: element, count: 0...limit))
    }

    /// A collection that may be left out: empty where it is absent, nil where it is wrong.
    mutating func empty<Element>(_ key: String, or shape: YAMLShape<[Element]>) -> [Element]? {
        guard has(key) else {
            ignore(key)
            return []
        }
        return required(key, as: shape)
    }
}

extension YAMLShape<Identity> {
    static var identity: YAMLShape {
        .mapping { map in
            let id = map.required("id", as: .identifier(NetworkID.self))
            let name = map.required("name", as: .name)
            let isDemo = map.optional("demo", as: .boolean, default: false)
            guard let id, let name else { return nil }
            return Identity(id: id, name: name, isDemo: isDemo)
        }
    }
}

extension YAMLShape<RegionDraft> {
    static var region: YAMLShape {
        .mapping { map in
            let code = map.required("code", as: .marked(.regionCode))
            let name = map.required("name", as: .name)
            let children = map.list("children", of: .region)
            guard let code, let name, let children else { return nil }
            return RegionDraft(code: code, name: name, children: children)
        }
    }
}

extension YAMLShape<[GroupDraft]> {
    static var groups: YAMLShape {
        YAMLShape<[(key: Marked<String>, value: [Marked<Region>])]>.entries(
            .marked(.groupName), to: .list(of: .marked(.regionCode), count: 1...20_000)
        ).map { entries, _ in
            entries.map { GroupDraft(name: $0.key, regions: $0.value) }
        }
    }
}

extension YAMLShape<ServiceDraft> {
    static var service: YAMLShape {
        .mapping { map in
            let code = map.required("code", as: .marked(.serviceCode))
            let name = map.required("name", as: .name)
            let isConfidential = map.optional("confidential", as: .boolean, default: false)
            guard let code, let name else { return nil }
            let place = map.place(of: "confidential")
            return ServiceDraft(
                code: code, name: name, confidential: isConfidential ? place : nil)
        }
    }
}

extension YAMLShape<AgencyDraft> {
    static func agency(_ limits: NetworkFileLimits) -> YAMLShape {
        .mapping { map in
            let id = map.required("id", as: .marked(.identifier(AgencyID.self)))
            let name = map.required("name", as: .name)
            let kind = map.required("kind", as: .choice(of: AgencyKind.self))
            let certificates = map.required(
                "certificates",
                as: .list(of: .marked(.certificate), count: 1...max(1, limits.certificates)))
            let supervisor = map.optional(
                "supervisor", as: .marked(.identifier(AgencyID.self)))
            let contacts = map.optional(
                "contacts", as: .list(of: .contact, count: 0...limits.contacts), default: [])
            guard let id, let name, let kind, let certificates else { return nil }
            return AgencyDraft(
                id: id, name: name, kind: kind, certificates: certificates,
                supervisor: supervisor, contacts: contacts)
        }
    }
}

extension YAMLShape<Network.CertificateMatch> {
    static var certificate: YAMLShape {
        .mapping { map in
            let uri = map.optional("uri", as: .uri)
            let dns = map.optional("dns", as: .hostName)
            let fingerprint = map.optional("fingerprint", as: .fingerprint)
            let given = ["uri", "dns", "fingerprint"].count { map.has($0) }
            guard given == 1 else {
                map.report(
                    at: map.place, "gives \(given) of uri, dns and fingerprint",
                    remedy: "give exactly one; another certificate is another entry of the list")
                return nil
            }
            return uri.map { .uri($0) } ?? dns.map { .dns($0) }
                ?? fingerprint.map { .fingerprint($0) }
        }
    }
}

extension YAMLShape<Network.Contact> {
    static var contact: YAMLShape {
        .mapping { map in
            let name = map.required("name", as: .name)
            let email = map.optional("email", as: .name)
            let phone = map.optional("phone", as: .name)
            return name.map { Network.Contact(name: $0, email: email, phone: phone) }
        }
    }
}

extension YAMLShape<AgreementDraft> {
    private typealias Senders = (agencies: [Marked<AgencyID>], kinds: [AgencyKind])

    static var agreement: YAMLShape {
        .mapping { map in
            let id = map.required("id", as: .marked(.identifier(AgreementID.self)))
            let provider = map.required("provider", as: .marked(.identifier(AgencyID.self)))
            let services = map.required(
                "services", as: .list(of: .marked(.serviceCode), count: 1...1_000))
            let regions = map.optional("regions", as: .list(of: .marked(.regionCode)), default: [])
            let groups = map.optional("groups", as: .list(of: .marked(.groupName)), default: [])
            let from: Senders? = map.section("from") { from in
                let agencies = from.optional(
                    "agencies", as: .list(of: .marked(.identifier(AgencyID.self))), default: [])
                let kinds = from.optional(
                    "kinds", as: .list(of: .choice(of: AgencyKind.self)), default: [])
                return (agencies, kinds)
            }
            let priority = map.optional("priority", as: .integer(in: -1_000...1_000), default: 0)
            let capacity = map.optional("capacity", as: .integer(in: 0...1_000_000))
            let start = map.optional("start", as: .date)
            let end = map.optional("end", as: .marked(.date))
            if !map.has("regions"), !map.has("groups") {
                map.report(
                    at: map.place, "names neither regions nor groups", remedy: "give at least one")
            }
            guard let id, let provider, let services, let from else { return nil }
            return AgreementDraft(
                id: id, provider: provider, services: services, regions: regions, groups: groups,
                fromAgencies: from.agencies, fromKinds: from.kinds, priority: priority,
                capacity: capacity, start: start, end: end)
        }
    }
}

extension PolicyDraft {
    /// Reads the policy; what the file does not say is as in `Network.Policy.standard`.
    init?(_ map: inout MappingReader, _ limits: NetworkFileLimits) {
        let standard = Network.Policy.standard
        let senders = map.section("senders") { map -> [MessageType: Set<AgencyKind>] in
            var senders = standard.senders
            for type in MessageType.allCases {
                let kinds = map.optional(
                    type.rawValue, as: .list(of: .choice(of: AgencyKind.self)))
                if let kinds { senders[type] = Set(kinds) }
            }
            return senders
        }
        let laws = map.optional(
            "laws", as: .list(of: .law, count: 0...limits.laws), default: [])
        let maxDeliveries = map.optional(
            "maxDeliveries", as: .integer(in: 1...1_000), default: standard.maxDeliveries)
        guard let senders else { return nil }
        self.init(senders: senders, laws: laws, maxDeliveries: maxDeliveries)
    }
}

extension YAMLShape<LawDraft> {
    static var law: YAMLShape {
        .mapping { map in
            let regime = map.required("regime", as: .groupName)
            let references = map.optional("references", as: .list(of: .name), default: [])
            let kinds = map.required(
                "kinds", as: .list(of: .choice(of: AgencyKind.self), count: 1...100))
            let services = map.optional(
                "services", as: .list(of: .marked(.serviceCode)), default: [])
            let sections = map.required(
                "sections", as: .list(of: .choice(of: SectionLabel.self), count: 1...100))
            guard let regime, let kinds, let sections else { return nil }
            return LawDraft(
                regime: regime, references: references, kinds: kinds, services: services,
                sections: sections)
        }
    }
}
