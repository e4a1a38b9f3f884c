import Referrals
import Testing

@Suite("Intake policy")
struct IntakePolicyTests {
    private static let network = Network.sample()

    private static func referral(
        service: ServiceType = "health.hiv", region: Region = "RO-GR",
        basis: Basis = .law(regime: "led", reference: "Law 254/2013"), to: AgencyID? = nil,
        participants: [Participant] = [], content: [SectionLabel] = [.identity, .health],
        attachments: [SectionLabel] = [], facility: AgencyID? = nil
    ) -> ReferralRequest {
        ReferralRequest(
            name: LocalName(rawValue: "r1"),
            person: PersonIdentifier(system: "urn:test", value: "1"), service: service,
            region: region, priority: .routine, basis: basis, to: to, participants: participants,
            facility: facility, replaces: nil, record: [],
            content: content.map { ContentSection(label: $0, json: []) },
            attachments: attachments.map { ContentSection(label: $0, json: []) })
    }

    private static func agency(_ id: AgencyID) throws -> Network.Agency {
        try #require(network.agencies[id])
    }

    /// Every policy of some of these laws.
    private static let policies: [[Network.Policy.LawBasis]] = {
        let laws = [
            Network.Policy.LawBasis(
                regime: "led", references: ["Law 1"], kinds: [.prison], services: ["health"],
                sections: [.identity, .health]),
            .init(
                regime: "led", references: [], kinds: [.prison, .probation],
                services: ["health.hiv"], sections: [.needs]),
            .init(
                regime: "gdpr", references: ["Law 1", "Law 2"], kinds: [.prison], services: [],
                sections: [.health]),
        ]
        return (0..<8).map { mask in laws.indices.filter { mask >> $0 & 1 == 1 }.map { laws[$0] } }
    }()

    @Test("A disclosure is allowed by the laws that fit it together, and by nothing else")
    func laws() throws {
        let named: [BasisFacts.Law?] = [
            nil, .init(regime: "led", reference: "Law 1"), .init(regime: "led", reference: "Law 2"),
            .init(regime: "gdpr", reference: "Law 2"), .init(regime: "none", reference: "Law 1"),
        ]
        let sections: [SectionSet] = [[], [.identity], [.health, .needs], [.identity, .needs]]
        for laws in Self.policies {
            let network = Network.sample(
                policy: Network.Policy(senders: [:], laws: laws, maxDeliveries: 5))
            for (law, discloser) in named.flatMap({ law in [(law, .prison), (law, .probation)] })
                as [(BasisFacts.Law?, AgencyKind)]
            {
                for service in ["health", "health.hiv", "housing"] as [ServiceType] {
                    for sections in sections {
                        let facts = BasisFacts(
                            kind: .law, law: law, discloser: discloser, service: service,
                            sections: sections)
                        let fitting = laws.filter { entry in
                            entry.kinds.contains(discloser)
                                && (law == nil
                                    || entry.regime == law?.regime
                                        && (entry.references.isEmpty
                                            || entry.references.contains(law?.reference ?? "")))
                                && (entry.services.isEmpty
                                    || service.lineage.contains { entry.services.contains($0) })
                        }
                        let isCovered = sections.allSatisfy { section in
                            fitting.contains { $0.sections.contains(section) }
                        }
                        let expected = !fitting.isEmpty && isCovered
                        let granted = try? network.authorize(facts)
                        #expect((granted != nil) == expected, "\(facts) by \(laws)")
                    }
                }
            }
        }
    }

    @Test("A kind sends what policy lets it send")
    func senders() throws {
        let network = Self.network
        #expect(network.authorize(sender: try Self.agency("prison"), type: .referral) == nil)
        #expect(network.authorize(sender: try Self.agency("clinic"), type: .update) == nil)
        let refusal = try #require(
            network.authorize(sender: try Self.agency("clinic"), type: .referral))
        #expect(refusal.reason == .unauthorized)
        #expect(refusal.field == "/type")
        #expect(refusal.remedy == "these kinds may: prison, probation")
    }

    @Test("A type that is not served is refused by name", arguments: MessageType.allCases)
    func notServed(type: MessageType) throws {
        let refusal = Self.network.authorize(sender: try Self.agency("prison"), type: type)
        #expect((refusal?.reason == .notServed) == !type.isServed)
    }

    @Test("A referral that the law covers gets the proof, and only for what it brings")
    func granted() throws {
        let proof = try Self.network.vet(
            Self.referral(attachments: [.contact], facility: "prison"),
            sender: try Self.agency("prison"))
        #expect(proof.kind == .law)
        #expect(proof.discloser == .prison)
        #expect(proof.sections == [.identity, .health, .contact])
        let release = try proof.release(to: "clinic", in: Self.network)
        #expect(release.recipient == "clinic")
        #expect(release.sections == proof.sections)
        #expect(throws: Refusal.self) { try proof.release(to: "nobody", in: Self.network) }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let referral: ReferralRequest
        var sender: AgencyID = "prison"
        let reason: Refusal.Reason
        let field: String
        /// Words that the refusal must have.
        let says: [String]

        var testDescription: String { "\(field) \(says)" }
    }

    static let names: [Case] = [
        Case(
            referral: referral(region: "RO-GX"), reason: .unknown, field: "/region",
            says: ["«RO-GX»", "did you mean RO-GR?", "known under RO: RO-GR, RO-IS"]),
        Case(
            referral: referral(region: "RO-GR/bolintin-val"), reason: .unknown,
            field: "/region",
            says: ["RO-GR/bolintin-vale?", "known under RO-GR: RO-GR/bolintin-vale"]),
        Case(
            referral: referral(region: "RO-IS/pascani"), reason: .unknown, field: "/region",
            says: ["known under RO-IS: nothing further"]),
        Case(
            referral: referral(region: "US-CA"), reason: .unknown, field: "/region",
            says: ["known: RO"]),
        Case(
            referral: referral(region: "Ion Popescu"), reason: .unknown, field: "/region",
            says: ["no region of this name"]),
        Case(
            referral: referral(service: "health.hvi"), reason: .unknown, field: "/service",
            says: ["did you mean health.hiv?", "known under health: health.hiv"]),
        Case(
            referral: referral(to: "clinik"), reason: .unknown, field: "/to",
            says: ["did you mean clinic?"]),
        Case(
            referral: referral(to: "prison"), reason: .invalid, field: "/to",
            says: ["its own sender"]),
        Case(
            referral: referral(participants: [
                Participant(role: "commissioner", agency: "probation"),
                Participant(role: "representative", agency: "nobody"),
            ]), reason: .unknown, field: "/participants/1/agency", says: ["«nobody»"]),
        Case(
            referral: referral(facility: "prizon"), reason: .unknown,
            field: "/release/facility", says: ["did you mean prison?"]),
    ]

    static let bases: [Case] = [
        Case(
            referral: referral(basis: .consent(LocalName(rawValue: "c1"))), reason: .basis,
            field: "/basis/consent", says: ["not served yet", "name a law"]),
        Case(
            referral: referral(basis: .vitalInterest(text: "text")), reason: .basis,
            field: "/basis/vitalInterest", says: ["not served yet"]),
        Case(
            referral: referral(basis: .law(regime: "gdpr", reference: "x")), reason: .basis,
            field: "/basis/law/regime", says: ["it allows led"]),
        Case(
            referral: referral(basis: .law(regime: "led", reference: "Law 254/2031")),
            reason: .basis, field: "/basis/law/reference",
            says: ["did you mean Law 254/2013?"]),
        Case(
            referral: referral(service: "housing", content: []), reason: .basis,
            field: "/basis/law", says: ["for housing", "it allows it for health"]),
        Case(
            referral: referral(content: [.identity, .risk]), reason: .basis,
            field: "/content/risk",
            says: ["does not cover the section risk", "it covers contact, health, identity"]),
        Case(
            referral: referral(content: [.family, .risk]), reason: .basis,
            field: "/content/family", says: ["the sections family, risk"]),
        Case(
            referral: referral(attachments: [.health, .custody]), reason: .basis,
            field: "/attachments/1/section", says: ["the section custody"]),
        Case(
            referral: referral(content: [.custody], attachments: [.custody]), reason: .basis,
            field: "/content/custody", says: ["the section custody"]),
        Case(
            referral: referral(), sender: "ngo", reason: .basis, field: "/basis/law",
            says: ["no law as a basis for an agency of kind ngo"]),
        Case(
            referral: referral(basis: .law(regime: "gdpr", reference: "x"), content: [.health]),
            sender: "probation", reason: .basis, field: "/content/health",
            says: ["it covers identity, needs"]),
    ]

    @Test(
        "A refusal names the field, what is wrong and what would be right",
        arguments: names + bases)
    func refused(_ example: Case) throws {
        let sender = try Self.agency(example.sender)
        let refusal = try #require(throws: Refusal.self) {
            try Self.network.vet(example.referral, sender: sender)
        }
        #expect(refusal.reason == example.reason)
        #expect(refusal.field == example.field)
        for words in example.says { #expect(refusal.description.contains(words)) }
        #expect(!refusal.description.contains("Ion"))
    }

    @Test("A demo network takes consents and vital interests on the sender's word")
    func demo() throws {
        let network = Network.sample(isDemo: true)
        let sender = try Self.agency("prison")
        for basis in [Basis.consent(LocalName(rawValue: "c1")), .vitalInterest(text: "text")] {
            let proof = try network.vet(
                Self.referral(basis: basis, content: [.risk]), sender: sender)
            #expect(proof.kind == basis.kind)
            #expect(proof.sections == [.risk])
        }
    }

    @Test("At hand-over the gate is asked again of what was stored, with or without the law")
    func recheck() throws {
        let law = BasisFacts.Law(regime: "led", reference: "Law 254/2013")
        for stored in [law, nil] {
            let facts = BasisFacts(
                kind: .law, law: stored, discloser: .prison, service: "health.hiv",
                sections: [.health])
            #expect(try Self.network.authorize(facts).sections == [.health])
            let narrowed = Network.sample(
                policy: Network.Policy(
                    senders: [:],
                    laws: [
                        .init(
                            regime: "led", references: [], kinds: [.prison], services: [],
                            sections: [.identity])
                    ], maxDeliveries: 5))
            #expect(throws: Refusal.self) { try narrowed.authorize(facts) }
        }
    }

    @Test("What flows back is judged by the kind of agency that discloses it")
    func feedback() throws {
        let back = BasisFacts(
            kind: .law, law: nil, discloser: .health, service: "health", sections: [.health])
        #expect(throws: Refusal.self) { try Self.network.authorize(back) }
    }
}
