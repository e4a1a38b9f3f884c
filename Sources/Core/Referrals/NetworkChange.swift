/// One difference between two versions of a network, in a line that an operator can read.
package struct NetworkChange: Hashable, Sendable {
    package enum Subject: Hashable, Sendable {
        /// The network's own id, name and kind.
        case network
        case region(Region)
        case service(ServiceType)
        case agency(AgencyID)
        case agreement(AgreementID)
        case policy
    }

    package enum Action: Hashable, Sendable {
        /// With a few words on what was added.
        case added(String)
        case removed(String)
        /// At least one field.
        case changed([Field])
    }

    /// A field before and after, as text.
    package struct Field: Hashable, Sendable {
        package let name: String
        package let old: String
        package let new: String
    }

    package let subject: Subject
    package let action: Action
}

extension NetworkChange: CustomStringConvertible {
    /// `+ region RO-GR/mihailesti (Mihăilești)`, `~ agreement a1: capacity 5 → 10`.
    package var description: String {
        switch action {
        case .added(let summary): "+ \(subject) (\(summary))"
        case .removed(let summary): "- \(subject) (\(summary))"
        case .changed(let fields):
            "~ \(subject): "
                + fields.map { "\($0.name) \($0.old) → \($0.new)" }.joined(separator: "; ")
        }
    }
}

extension NetworkChange.Subject: CustomStringConvertible {
    package var description: String {
        switch self {
        case .network: "network"
        case .region(let region): "region \(region)"
        case .service(let service): "service \(service)"
        case .agency(let agency): "agency \(agency)"
        case .agreement(let agreement): "agreement \(agreement)"
        case .policy: "policy"
        }
    }
}

extension Network {
    /// What would change if `next` were applied in the place of this network, in the order of the
    /// network file; empty where the two are the same.
    package func changes(to next: Network) -> [NetworkChange] {
        changed(.network, identityFields, next.identityFields)
            + changes(from: regions, to: next.regions, NetworkChange.Subject.region)
            + changes(from: services, to: next.services, NetworkChange.Subject.service)
            + changes(from: agencies, to: next.agencies, NetworkChange.Subject.agency)
            + changes(
                from: agreementsByID, to: next.agreementsByID, NetworkChange.Subject.agreement)
            + policy.changes(to: next.policy)
    }

    private var identityFields: [(String, String)] {
        [("id", id.rawValue), ("name", name), ("demo", isDemo ? "true" : "false")]
    }

    private func changes<Key: Identifier, Part: Described>(
        from old: [Key: Part], to new: [Key: Part], _ subject: (Key) -> NetworkChange.Subject
    ) -> [NetworkChange] {
        Set(old.keys).union(new.keys).sorted().flatMap { key -> [NetworkChange] in
            switch (old[key], new[key]) {
            case (nil, let part?):
                [NetworkChange(subject: subject(key), action: .added(part.summary))]
            case (let part?, nil):
                [NetworkChange(subject: subject(key), action: .removed(part.summary))]
            case (let before?, let after?):
                changed(subject(key), before.fields, after.fields)
            case (nil, nil): []
            }
        }
    }
}

/// One change of all fields that differ, or none.
private func changed(
    _ subject: NetworkChange.Subject, _ old: [(String, String)], _ new: [(String, String)]
) -> [NetworkChange] {
    let before = Dictionary(old, uniquingKeysWith: { $1 })
    let after = Dictionary(new, uniquingKeysWith: { $1 })
    var names = new.map(\.0)
    names += old.map(\.0).filter { after[$0] == nil }
    let fields = names.compactMap { name -> NetworkChange.Field? in
        let (from, to) = (before[name] ?? "none", after[name] ?? "none")
        return from == to ? nil : NetworkChange.Field(name: name, old: from, new: to)
    }
    return fields.isEmpty ? [] : [NetworkChange(subject: subject, action: .changed(fields))]
}

/// A part of a network that can tell its fields by name.
private protocol Described {
    var summary: String { get }
    var fields: [(String, String)] { get }
}

extension Network.RegionEntry: Described {
    fileprivate var summary: String { name }
    fileprivate var fields: [(String, String)] { [("name", name)] }
}

extension Network.ServiceEntry: Described {
    fileprivate var summary: String { isConfidential ? "\(name), confidential" : name }
    fileprivate var fields: [(String, String)] {
        [("name", name), ("confidential", isConfidential ? "true" : "false")]
    }
}

extension Network.Agency: Described {
    fileprivate var summary: String { "\(kind.rawValue), \(name)" }
    fileprivate var fields: [(String, String)] {
        [
            ("name", name), ("kind", kind.rawValue),
            ("certificates", certificates.map(\.description).inOrder),
            ("supervisor", supervisor?.rawValue ?? "none"),
            ("contacts", contacts.map(\.description).inOrder),
        ]
    }
}

extension Agreement: Described {
    fileprivate var summary: String {
        "\(provider), \(services.map(\.rawValue).inOrder) in \(regions.map(\.rawValue).inOrder)"
    }
    fileprivate var fields: [(String, String)] {
        [
            ("provider", provider.rawValue), ("services", services.map(\.rawValue).inOrder),
            ("regions", regions.map(\.rawValue).inOrder),
            ("from agencies", fromAgencies.map(\.rawValue).inOrder),
            ("from kinds", fromKinds.map(\.rawValue).inOrder), ("priority", String(priority)),
            ("capacity", capacity.map { String($0) } ?? "none"),
            ("start", start?.description ?? "none"), ("end", end?.description ?? "none"),
        ]
    }
}

extension Network.Policy {
    /// One for each thing that it says, since it says many: a line with all of them is read by
    /// nobody.
    fileprivate func changes(to next: Network.Policy) -> [NetworkChange] {
        let (before, after) = (Set(laws.map(\.description)), Set(next.laws.map(\.description)))
        return MessageType.allCases.flatMap { type in
            changed(
                .policy, [("senders of \(type.rawValue)", senders(of: type))],
                [("senders of \(type.rawValue)", next.senders(of: type))])
        }
            + before.subtracting(after).sorted().map {
                NetworkChange(subject: .policy, action: .removed("law \($0)"))
            }
            + after.subtracting(before).sorted().map {
                NetworkChange(subject: .policy, action: .added("law \($0)"))
            }
            + changed(
                .policy, [("maxDeliveries", String(maxDeliveries))],
                [("maxDeliveries", String(next.maxDeliveries))])
    }

    private func senders(of type: MessageType) -> String {
        (senders[type] ?? []).map(\.rawValue).inOrder
    }
}

extension Network.Policy.LawBasis: CustomStringConvertible {
    /// `led (Law 254/2013) by prison for health: contact, identity`
    package var description: String {
        let cited = references.isEmpty ? "any" : references.inOrder
        let covered = services.isEmpty ? "all" : services.map(\.rawValue).inOrder
        return "\(regime) (\(cited)) by \(kinds.map(\.rawValue).inOrder) for \(covered): "
            + sections.map(\.rawValue).inOrder
    }
}

extension Network.CertificateMatch: CustomStringConvertible {
    package var description: String {
        switch self {
        case .uri(let uri): "uri:\(uri)"
        case .dns(let name): "dns:\(name)"
        case .fingerprint(let digest): "fingerprint:\(digest)"
        }
    }
}

extension Network.Contact: CustomStringConvertible {
    package var description: String {
        [name, email, phone].compactMap(\.self).joined(separator: " ")
    }
}

extension Collection<String> {
    /// Sorted, so that the order in the file makes no difference; `none` for nothing.
    fileprivate var inOrder: String { isEmpty ? "none" : sorted().joined(separator: ", ") }
}
