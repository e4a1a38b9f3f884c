// What the network says of a message before it is admitted: who may send it, and whether
// everything that it names is there. IntakePolicyBasis.swift has the rest: on which ground content
// may be handed on.

extension Network {
    /// Whether this agency may send a message of this type; nil if it may.
    package func authorize(sender: Agency, type: MessageType) -> Refusal? {
        guard type.isServed else {
            let served = MessageType.allCases.filter(\.isServed).map(\.rawValue)
            return Refusal(
                .notServed, field: "/type",
                problem: "messages of type \(type.rawValue) are not served by this version",
                remedy: "it takes \(served.joined(separator: ", "))")
        }
        let kinds = policy.senders[type] ?? []
        guard kinds.contains(sender.kind) else {
            return Refusal(
                .unauthorized, field: "/type",
                problem: "an agency of kind \(sender.kind.rawValue) may not send"
                    + " \(type.rawValue) on this network",
                remedy: kinds.isEmpty
                    ? "no kind of agency may"
                    : "these kinds may: \(kinds.map(\.rawValue).listed(atMost: 10))")
        }
        return nil
    }

    /// Examines a referral as its sender wrote it: everything that it names is in the network, and
    /// its basis covers all the content that it brings.
    ///
    /// - Returns: the proof that handing its content on demands.
    package func vet(
        _ referral: ReferralRequest, sender: Agency
    ) throws(Refusal) -> BasisAuthorization {
        try requireRegion(referral.region, field: "/region")
        try requireService(referral.service, field: "/service")
        if let provider = referral.to {
            try requireAgency(provider, field: "/to")
            if provider == sender.id {
                throw Refusal(
                    .invalid, field: "/to", problem: "a referral cannot go to its own sender",
                    remedy: "name another provider, or none for the broker to find one")
            }
        }
        for (index, participant) in referral.participants.enumerated() {
            try requireAgency(participant.agency, field: "/participants/\(index)/agency")
        }
        if let facility = referral.facility {
            try requireAgency(facility, field: "/release/facility")
        }
        return try authorizeBasis(of: referral, sender: sender)
    }

    /// Refuses a region that the network does not have, and names those that it could have been.
    package func requireRegion(_ region: Region, field: String) throws(Refusal) {
        guard regions[region] == nil else { return }
        throw Refusal(
            .unknown, field: field,
            problem: "there is no region \(region.quoted) in this network",
            remedy: suggestion(
                for: region, among: regions.keys, lineage: region.lineage, parent: \.parent))
    }

    /// Refuses a service type that the network does not have, and names those that it could have
    /// been.
    package func requireService(_ service: ServiceType, field: String) throws(Refusal) {
        guard services[service] == nil else { return }
        throw Refusal(
            .unknown, field: field,
            problem: "there is no service type \(service.quoted) in this network",
            remedy: suggestion(
                for: service, among: services.keys, lineage: service.lineage, parent: \.parent))
    }

    /// Refuses an agency that the network does not have, and names the nearest.
    package func requireAgency(_ agency: AgencyID, field: String) throws(Refusal) {
        guard agencies[agency] == nil else { return }
        let near = nearest(to: agency.rawValue, among: agencies.keys.map(\.rawValue))
        throw Refusal(
            .unknown, field: field,
            problem: "there is no agency \(agency.quoted) in this network",
            remedy: near.map { "did you mean \($0)?" } ?? "name an agency of this network")
    }

    /// `did you mean RO-GR? known under RO: RO-AB, RO-AR, … (42)`
    private func suggestion<Node: Identifier>(
        for node: Node, among known: some Collection<Node>, lineage: [Node],
        parent: (Node) -> Node?
    ) -> String {
        let ancestor = lineage.dropFirst().first(where: { known.contains($0) })
        let children = known.filter { parent($0) == ancestor }.map(\.rawValue)
        let place = ancestor.map { "known under \($0)" } ?? "known"
        let list = children.isEmpty ? "nothing further" : children.listed(atMost: 10)
        guard let near = nearest(to: node.rawValue, among: known.map(\.rawValue)) else {
            return "\(place): \(list)"
        }
        return "did you mean \(near)? \(place): \(list)"
    }
}

extension Collection<String> {
    /// The first few in order, and how many there are where some are left out.
    func listed(atMost limit: Int) -> String {
        let shown = sorted().prefix(limit).joined(separator: ", ")
        return count > limit ? "\(shown), … (\(count))" : shown
    }
}

extension Identifier {
    /// The name as an error may show it: what a peer wrote is shown only where it can be nothing
    /// but a name.
    fileprivate var quoted: String {
        let isName =
            rawValue.utf8.count <= 100
            && rawValue.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
                    UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
        return isName ? "«\(rawValue)»" : "of this name"
    }
}
