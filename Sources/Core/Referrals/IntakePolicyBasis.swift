/// The proof that a basis covers sections of content for one service type, as disclosed by one
/// kind of agency. Only the network makes one.
package struct BasisAuthorization: Hashable, Sendable {
    package let kind: BasisKind
    /// The kind of the agency that discloses.
    package let discloser: AgencyKind
    package let service: ServiceType
    /// The sections that may be handed on: exactly those that were asked for.
    package let sections: SectionSet
    /// Whether no basis was asked for: it is good for an update's status, and for nothing that
    /// tells who the person is.
    package let isForStatusOnly: Bool

    private init(_ facts: BasisFacts, isForStatusOnly: Bool) {
        self.isForStatusOnly = isForStatusOnly
        kind = facts.kind
        discloser = facts.discloser
        service = facts.service
        sections = facts.sections
    }

    /// The proof for content that is handed to one agency.
    ///
    /// - Throws: `unknown` if the network does not have the agency.
    package func release(
        to recipient: AgencyID, in network: Network
    ) throws(Refusal) -> ReleaseAuthorization {
        try network.requireAgency(recipient, field: "")
        return ReleaseAuthorization(basis: self, recipient: recipient)
    }

    fileprivate static func granted(_ facts: BasisFacts) -> BasisAuthorization {
        BasisAuthorization(facts, isForStatusOnly: false)
    }

    fileprivate static func statusOnly(_ facts: BasisFacts) -> BasisAuthorization {
        BasisAuthorization(facts.with(sections: []), isForStatusOnly: true)
    }
}

/// The proof that these sections may be handed to this agency; delivery of content demands it.
package struct ReleaseAuthorization: Hashable, Sendable {
    package let basis: BasisAuthorization
    package let recipient: AgencyID

    package var sections: SectionSet { basis.sections }

    fileprivate init(basis: BasisAuthorization, recipient: AgencyID) {
        self.basis = basis
        self.recipient = recipient
    }
}

/// What the gate needs to know of a disclosure: from the message when it is admitted, and from
/// what was stored when it is handed over.
package struct BasisFacts: Hashable, Sendable {
    package let kind: BasisKind
    /// The law, where the basis is one. nil where only its kind was stored: then any law that the
    /// policy allows for such a disclosure will do.
    package let law: Law?
    /// The kind of the agency that discloses: the sender's for a referral, the provider's for what
    /// flows back.
    package let discloser: AgencyKind
    package let service: ServiceType
    /// The sections to be disclosed; empty where nothing but the referral's record is.
    package let sections: SectionSet

    package struct Law: Hashable, Sendable {
        package let regime: String
        package let reference: String

        package init(regime: String, reference: String) {
            self.regime = regime
            self.reference = reference
        }
    }

    package init(
        kind: BasisKind, law: Law?, discloser: AgencyKind, service: ServiceType,
        sections: SectionSet
    ) {
        self.kind = kind
        self.law = law
        self.discloser = discloser
        self.service = service
        self.sections = sections
    }

    /// A disclosure on the ground that a message names.
    package init(
        basis: Basis, discloser: AgencyKind, service: ServiceType, sections: SectionSet
    ) {
        var law: Law?
        if case .law(let regime, let reference) = basis {
            law = Law(regime: regime, reference: reference)
        }
        self.init(
            kind: basis.kind, law: law, discloser: discloser, service: service,
            sections: sections)
    }
}

extension BasisFacts {
    /// The same ground for other sections.
    package func with(sections: SectionSet) -> BasisFacts {
        BasisFacts(
            kind: kind, law: law, discloser: discloser, service: service, sections: sections)
    }

    /// The same ground for another kind of discloser.
    package func with(discloser: AgencyKind) -> BasisFacts {
        BasisFacts(
            kind: kind, law: law, discloser: discloser, service: service, sections: sections)
    }
}

extension Network {
    /// The gate: whether the network's policy lets this disclosure happen. It is asked when a
    /// message is admitted, and again, from what was stored, when content is handed over; between
    /// the two the network can have changed.
    ///
    /// - Throws: `basis`, with the field as in the referral. A section that is not covered is
    ///   named: the whole is refused rather than silently made less.
    package func authorize(_ facts: BasisFacts) throws(Refusal) -> BasisAuthorization {
        switch facts.kind {
        case .consent, .vitalInterest:
            guard isDemo else { throw Self.notServedYet(facts.kind) }
        case .law:
            guard policy.allows(facts) else { throw reason(against: facts) }
        }
        return .granted(facts)
    }

    /// What allows an update that says how things stand and discloses no content: statuses pass
    /// between the two sides of a referral whatever becomes of its basis.
    package func authorizeStatus(_ facts: BasisFacts) -> BasisAuthorization { .statusOnly(facts) }

    /// The gate for a referral as its sender wrote it.
    func authorizeBasis(
        of referral: ReferralRequest, sender: Agency
    ) throws(Refusal) -> BasisAuthorization {
        let labels = referral.content.map(\.label) + referral.attachments.map(\.label)
        let facts = BasisFacts(
            basis: referral.basis, discloser: sender.kind, service: referral.service,
            sections: SectionSet(labels))
        do throws(Refusal) {
            return try authorize(facts)
        } catch {
            throw Self.pointed(error, at: referral)
        }
    }

    private static func notServedYet(_ kind: BasisKind) -> Refusal {
        switch kind {
        case .consent, .law:
            Refusal(
                .basis, field: "/basis/consent",
                problem: "a consent as the basis of a referral is not served yet by this version",
                remedy: "name a law that the network's policy allows, as basis.law")
        case .vitalInterest:
            Refusal(
                .basis, field: "/basis/vitalInterest",
                problem: "a vital interest as the basis of a referral is not served yet by this"
                    + " version",
                remedy: "name a law that the network's policy allows, as basis.law")
        }
    }

    /// Why the policy does not allow a disclosure: what is not allowed is looked at again, step by
    /// step.
    private func reason(against facts: BasisFacts) -> Refusal {
        let ofKind = policy.laws.filter { $0.kinds.contains(facts.discloser) }
        let named = ofKind.filter { $0.is(facts.law) }
        guard !named.isEmpty else {
            return reason(against: facts.law, among: ofKind, discloser: facts.discloser)
        }
        let ofService = named.filter { $0.covers(facts.service) }
        guard !ofService.isEmpty else {
            let covered = Set(named.flatMap(\.services).map(\.rawValue))
            return Refusal(
                .basis, field: "/basis/law",
                problem: "the network's policy does not allow this law for \(facts.service)",
                remedy: "it allows it for \(covered.listed(atMost: 10))")
        }
        let sections = ofService.reduce(into: SectionSet()) { $0.formUnion($1.sections) }
        let uncovered = facts.sections.subtracting(sections)
        return Refusal(
            .basis, field: uncovered.first.map { "/content/\($0.rawValue)" } ?? "/basis/law",
            problem: "the basis does not cover the "
                + (uncovered.count == 1 ? "section " : "sections ")
                + uncovered.map(\.rawValue).listed(atMost: 10),
            remedy: sections.isEmpty
                ? "leave all content out"
                : "it covers \(sections.map(\.rawValue).listed(atMost: 10)); leave the rest out")
    }

    /// Why none of the policy's entries for the discloser's kind speaks of this law.
    private func reason(
        against law: BasisFacts.Law?, among laws: [Policy.LawBasis], discloser: AgencyKind
    ) -> Refusal {
        guard let law, !laws.isEmpty else {
            return Refusal(
                .basis, field: "/basis/law",
                problem: "the network's policy allows no law as a basis for an agency of kind"
                    + " \(discloser.rawValue)",
                remedy: "ask the network's operator which basis it allows")
        }
        let ofRegime = laws.filter { $0.regime == law.regime }
        guard !ofRegime.isEmpty else {
            let regimes = Set(laws.map(\.regime))
            return Refusal(
                .basis, field: "/basis/law/regime",
                problem: "the network's policy does not allow this regime for an agency of kind"
                    + " \(discloser.rawValue)",
                remedy: "it allows \(regimes.listed(atMost: 10))")
        }
        let references = Set(ofRegime.flatMap(\.references))
        let near = nearest(to: law.reference, among: references)
        return Refusal(
            .basis, field: "/basis/law/reference",
            problem: "the network's policy does not allow this law for an agency of kind"
                + " \(discloser.rawValue)",
            remedy: (near.map { "did you mean \($0)? " } ?? "")
                + "it allows \(references.listed(atMost: 10))")
    }

    /// Moves a refusal of a section to the attachment that it is about, where no content of that
    /// section is there to point at.
    private static func pointed(_ refusal: Refusal, at referral: ReferralRequest) -> Refusal {
        for (index, attachment) in referral.attachments.enumerated()
        where refusal.field == "/content/\(attachment.label.rawValue)" {
            guard !referral.content.contains(where: { $0.label == attachment.label }) else {
                return refusal
            }
            return Refusal(
                refusal.reason, field: "/attachments/\(index)/section", problem: refusal.problem,
                remedy: refusal.remedy)
        }
        return refusal
    }
}

extension Network.Policy {
    /// Whether the laws that it has for this discloser, law and service cover all the sections.
    fileprivate func allows(_ facts: BasisFacts) -> Bool {
        var isAllowed = false
        var uncovered = facts.sections
        for law in laws
        where law.kinds.contains(facts.discloser) && law.is(facts.law)
            && law.covers(facts.service)
        {
            isAllowed = true
            uncovered.subtract(law.sections)
        }
        return isAllowed && uncovered.isEmpty
    }
}

extension Network.Policy.LawBasis {
    /// Whether this is the law that a message names, if it names one.
    fileprivate func `is`(_ law: BasisFacts.Law?) -> Bool {
        guard let law else { return true }
        return regime == law.regime
            && (references.isEmpty || references.contains(law.reference))
    }

    /// Whether the service type is in one of the subtrees that the law is allowed for.
    package func covers(_ service: ServiceType) -> Bool {
        services.isEmpty || services.contains(service)
            || service.lineage.contains { services.contains($0) }
    }
}
