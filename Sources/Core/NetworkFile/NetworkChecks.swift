import MarkedYAML
import Referrals

/// Holds the parts of a network file against each other.
struct NetworkChecks {
    private var faults: [YAMLFault] = []

    /// Everything that is wrong between the parts.
    static func faults(of draft: NetworkDraft, _ limits: NetworkFileLimits) -> [YAMLFault] {
        var checks = NetworkChecks()
        checks.checkRegions(draft, limits)
        checks.checkServices(draft)
        checks.checkAgencies(draft)
        checks.checkAgreements(draft, limits)
        checks.checkLaws(draft)
        return checks.faults
    }

    private mutating func checkRegions(_ draft: NetworkDraft, _ limits: NetworkFileLimits) {
        guard let regions = draft.allRegions else { return }
        if regions.count > limits.regions, let last = regions.last {
            report(
                last.code.place, "is region \(regions.count)",
                "a network has at most \(limits.regions)")
        }
        let codes = regions.map(\.code)
        requireUnique(codes, "the region")
        let known = Set(codes.map(\.value))
        for parent in regions {
            for child in parent.children where child.code.value.parent != parent.code.value {
                report(
                    child.code.place, "is \(child.code.value) under \(parent.code.value)",
                    "a child of \(parent.code.value) is written"
                        + " \(parent.code.value.exampleOfChild)")
            }
        }
        for code in draft.regions?.map(\.code) ?? [] {
            guard let parent = code.value.parent, !known.contains(parent) else { continue }
            report(
                code.place, "is \(code.value) without its parent \(parent)",
                "add \(parent) and put this among its children")
        }
        guard let groups = draft.groups else { return }
        if groups.count > limits.groups, let last = groups.last {
            report(last.name.place, "is group \(groups.count)", "at most \(limits.groups)")
        }
        for group in groups { requireKnown(group.regions, known, "region") }
    }

    private mutating func checkServices(_ draft: NetworkDraft) {
        guard let services = draft.services else { return }
        requireUnique(services.map(\.code), "the service type")
        let known = Set(services.map(\.code.value))
        for service in services {
            let parent = service.code.value.parent
            if let parent, !known.contains(parent) {
                report(
                    service.code.place, "is \(service.code.value) without its parent \(parent)",
                    "add \(parent) to services")
            }
            if parent == nil, let place = service.confidential {
                report(
                    place, "makes \(service.code.value) confidential, which has no parent",
                    "a confidential service type shows as its parent: make it a child of another")
            }
        }
    }

    private mutating func checkAgencies(_ draft: NetworkDraft) {
        guard let agencies = draft.agencies else { return }
        requireUnique(agencies.map(\.id), "the agency")
        requireKnown(
            agencies.compactMap(\.supervisor), Set(agencies.map(\.id.value)), "agency")
        checkSupervisors(agencies)
        var owners: [Network.CertificateMatch: AgencyID] = [:]
        for agency in agencies {
            for certificate in agency.certificates {
                guard let owner = owners.updateValue(agency.id.value, forKey: certificate.value)
                else { continue }
                report(
                    certificate.place, "is a certificate that \(owner) has already",
                    "a certificate stands for one agency, and is named once")
            }
        }
    }

    /// Reports each cycle of supervisors once, at its member whose name is first.
    private mutating func checkSupervisors(_ agencies: [AgencyDraft]) {
        let supervisors = Dictionary(
            agencies.compactMap { agency in agency.supervisor.map { (agency.id.value, $0) } },
            uniquingKeysWith: { first, _ in first })
        for start in supervisors.keys.sorted() {
            var chain = [start]
            var seen: Set<AgencyID> = [start]
            while let next = supervisors[chain[chain.count - 1]]?.value, seen.insert(next).inserted
            {
                chain.append(next)
            }
            let closes = supervisors[chain[chain.count - 1]]?.value == start
            guard closes, chain.min() == start, let place = supervisors[start]?.place else {
                continue
            }
            let text = (chain + [start]).map(\.rawValue).joined(separator: " → ")
            report(
                place, "makes a cycle of supervisors: \(text)",
                "an escalation must end: leave out the supervisor of the highest")
        }
    }

    private mutating func checkAgreements(_ draft: NetworkDraft, _ limits: NetworkFileLimits) {
        guard let agreements = draft.agreements else { return }
        requireUnique(agreements.map(\.id), "the agreement")
        let agencies = (draft.agencies?.map(\.id.value)).map { Set($0) }
        let services = (draft.services?.map(\.code.value)).map { Set($0) }
        let regions = (draft.allRegions?.map(\.code.value)).map { Set($0) }
        let groups = (draft.groups?.map { ($0.name.value, $0.regions.count) })
            .map { Dictionary($0, uniquingKeysWith: { $1 }) }
        var lanes = 0
        for agreement in agreements {
            requireKnown([agreement.provider] + agreement.fromAgencies, agencies, "agency")
            requireKnown(agreement.services, services, "service type")
            requireKnown(agreement.regions, regions, "region")
            requireKnown(agreement.groups, groups.map { Set($0.keys) }, "group")
            if let start = agreement.start, let end = agreement.end, end.value < start {
                report(end.place, "is before the start, \(start)", "give a later day, or none")
            }
            let places = agreement.groups.reduce(agreement.regions.count) {
                $0 + (groups?[$1.value] ?? 0)
            }
            let before = lanes
            lanes += places * agreement.services.count
            if before <= limits.lanes, lanes > limits.lanes {
                report(
                    agreement.id.place, "brings the pairs of region and service to \(lanes)",
                    "at most \(limits.lanes): name the regions and services around them instead")
            }
        }
    }

    private mutating func checkLaws(_ draft: NetworkDraft) {
        let services = (draft.services?.map(\.code.value)).map { Set($0) }
        for law in draft.policy?.laws ?? [] { requireKnown(law.services, services, "service type") }
    }

    private mutating func requireUnique(_ names: [Marked<some Identifier>], _ what: String) {
        var first = Dictionary<String, YAMLPlace>(minimumCapacity: names.count)
        for name in names {
            guard let earlier = first[name.value.rawValue] else {
                first[name.value.rawValue] = name.place
                continue
            }
            let line = earlier.line.map { " in line \($0)" } ?? ""
            report(
                name.place, "is \(what) \(name.value) a second time",
                "keep one; the first is\(line)")
        }
    }

    /// - Parameter known: nil where that part of the file was wrong in itself.
    private mutating func requireKnown<Name: Identifier>(
        _ names: [Marked<Name>], _ known: Set<Name>?, _ what: String
    ) {
        guard let known else { return }
        for name in names where !known.contains(name.value) {
            reportUnknown(
                name.value.rawValue, at: name.place, what, among: known.map(\.rawValue))
        }
    }

    private mutating func requireKnown(
        _ names: [Marked<String>], _ known: Set<String>?, _ what: String
    ) {
        guard let known else { return }
        for name in names where !known.contains(name.value) {
            reportUnknown(name.value, at: name.place, what, among: Array(known))
        }
    }

    private mutating func reportUnknown(
        _ name: String, at place: YAMLPlace, _ what: String, among known: [String]
    ) {
        let near = nearest(to: name, among: known).map { "did you mean \($0)?" }
        report(
            place, "names the \(what) \(name), which this file does not have",
            near ?? "add it, or correct the name")
    }

    private mutating func report(_ place: YAMLPlace, _ problem: String, _ remedy: String) {
        faults.append(YAMLFault(at: place, problem, remedy: remedy))
    }
}

extension Region {
    /// How a child of this region looks.
    fileprivate var exampleOfChild: String {
        parent == nil ? "\(rawValue)-XX (ISO 3166-2)" : "\(rawValue)/name"
    }
}
