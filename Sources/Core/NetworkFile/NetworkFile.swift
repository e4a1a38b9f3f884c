package import MarkedYAML
package import Referrals

extension Network {
    /// Reads a network file: the regions, service types, agencies, agreements and policy of one
    /// network. `Config/networks/demo.yaml` explains each key.
    ///
    /// - Parameters:
    ///   - text: the file's YAML.
    ///   - file: the name that faults show.
    /// - Throws: everything that is wrong with the file, each with its line, what is wrong, and
    ///   what would be right. A network that comes out has no name that leads nowhere.
    package init(
        yaml text: String, file: String, limits: NetworkFileLimits = NetworkFileLimits()
    ) throws(YAMLError) {
        var bounds = YAMLLimits()
        bounds.bytes = limits.bytes
        self = try YAMLDocument(text: text, file: file, limits: bounds).decode(.network(limits))
    }
}

/// How much a network file may hold: far more than a country needs, and little enough that an
/// applied network is rebuilt in a second.
package struct NetworkFileLimits: Sendable {
    /// The file's size.
    package var bytes = 16 << 20
    package var regions = 20_000
    package var groups = 1_000
    package var services = 1_000
    package var agencies = 10_000
    package var agreements = 20_000
    /// Pairs of region and service type that all agreements together name.
    package var lanes = 500_000
    package var laws = 1_000
    /// How many certificates one agency may have: two in use, and two for the next rotation.
    package var certificates = 4
    package var contacts = 8

    package init() {}
}

extension YAMLShape<Network> {
    fileprivate static func network(_ limits: NetworkFileLimits) -> YAMLShape {
        .mapping { map in
            let identity = map.required("network", as: .identity)
            var draft = NetworkDraft()
            draft.regions = map.required(
                "regions", as: .list(of: .region, count: 1...max(1, limits.regions)))
            draft.groups = map.empty("groups", or: .groups)
            draft.services = map.required(
                "services", as: .list(of: .service, count: 1...max(1, limits.services)))
            draft.agencies = map.required(
                "agencies", as: .list(of: .agency(limits), count: 1...max(1, limits.agencies)))
            draft.agreements = map.list("agreements", of: .agreement, atMost: limits.agreements)
            draft.policy = map.section("policy") { PolicyDraft(&$0, limits) }

            for fault in NetworkChecks.faults(of: draft, limits) {
                map.report(at: fault.place, fault.problem, remedy: fault.remedy)
            }
            guard let identity else { return nil }
            return draft.network(identity)
        }
    }
}

/// A network file as it was read, before its parts are held against each other. A part is nil
/// where it was reported as wrong in itself: what refers to it is then not checked, because
/// everything in it would seem to be missing.
struct NetworkDraft {
    var regions: [RegionDraft]?
    var groups: [GroupDraft]?
    var services: [ServiceDraft]?
    var agencies: [AgencyDraft]?
    var agreements: [AgreementDraft]?
    var policy: PolicyDraft?

    var allRegions: [RegionDraft]? { regions?.flatMap(\.withDescendants) }

    func network(_ identity: Identity) -> Network? {
        guard let regions = allRegions, let services, let agencies, let agreements, let policy,
            let groups
        else { return nil }
        let groupRegions = Dictionary(
            groups.map { ($0.name.value, $0.regions.map(\.value)) }, uniquingKeysWith: { $1 })
        return Network(
            id: identity.id, name: identity.name, isDemo: identity.isDemo,
            regions: regions.map {
                Network.RegionEntry(region: $0.code.value, name: $0.name)
            },
            services: services.map {
                Network.ServiceEntry(
                    service: $0.code.value, name: $0.name,
                    isConfidential: $0.confidential != nil)
            },
            agencies: agencies.map(\.agency),
            agreements: agreements.map { $0.agreement(groups: groupRegions) },
            policy: policy.policy)
    }
}
