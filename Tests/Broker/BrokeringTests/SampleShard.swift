import Brokering
import Fixtures
import Messages
import OpenSSLCrypto
import Referrals
import Store

extension AgencyID: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension AgreementID: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension Region: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension ServiceType: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension LocalName: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension MessageID: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension Network {
    static let sampleKinds: [AgencyID: AgencyKind] = [
        "prison": .prison, "probation": .probation, "ngo": .ngo, "clinic": .health,
        "hospital": .health,
    ]

    /// Two who only send, three who serve, two regions, two service types.
    static func sample(
        _ agreements: [Agreement], isDemo: Bool = true, maxDeliveries: Int = 3
    ) -> Network {
        Network(
            id: NetworkID(rawValue: "sample"), name: "Sample", isDemo: isDemo,
            regions: ["RO", "RO-GR", "RO-IS"].map {
                RegionEntry(region: Region(rawValue: $0), name: $0)
            },
            services: ["health", "housing"].map {
                ServiceEntry(
                    service: ServiceType(rawValue: $0), name: $0, isConfidential: false)
            },
            agencies: sampleKinds.map { id, kind in
                Agency(id: id, name: id.rawValue, kind: kind, certificates: [], supervisor: nil)
            }, agreements: agreements,
            policy: Policy(senders: [:], laws: [], maxDeliveries: maxDeliveries))
    }
}

extension Agreement {
    static func sample(
        _ id: AgreementID, _ provider: AgencyID, _ service: ServiceType = "health",
        in region: Region = "RO", priority: Int = 0, capacity: Int? = nil
    ) -> Agreement {
        Agreement(
            id: id, provider: provider, services: [service], regions: [region],
            fromAgencies: [], fromKinds: [], priority: priority, capacity: capacity, start: nil,
            end: nil)
    }
}

extension PreparedSubmission {
    /// A referral as intake leaves it.
    static func referral(
        _ name: LocalName, id: MessageID, from sender: AgencyID = "prison",
        service: ServiceType = "health", region: Region = "RO-GR",
        priority: Priority = .routine, to: AgencyID? = nil, replaces: LocalName? = nil,
        person: String = "1", text: String = ""
    ) -> PreparedSubmission {
        let request = ReferralRequest(
            name: name, person: PersonIdentifier(system: "urn:test", value: person),
            service: service, region: region, priority: priority, basis: .consent("c1"), to: to,
            participants: [], facility: nil, replaces: replaces,
            record: Array("\"text\":\"\(text)\"".utf8),
            content: [], attachments: [])
        let basis = BasisFacts(
            kind: .consent, law: nil, discloser: Network.sampleKinds[sender] ?? .prison,
            service: service, sections: [.health])
        let lookup = sha256(of: Array(person.utf8))
        return prepared(
            .referral(request, personLookup: lookup, basis), id: id, from: sender,
            raw: "referral \(name) \(id) \(text)")
    }

    /// An update as intake leaves it.
    static func update(
        of referral: QualifiedName, id: MessageID, from sender: AgencyID,
        kind: ReferralUpdate.Kind, status: AssignmentStatus? = nil, assignment: Int16? = nil,
        reason: ReasonCode? = nil, content: [ContentSection] = [], text: String = ""
    ) -> PreparedSubmission {
        let update = ReferralUpdate(
            referral: referral, assignment: assignment.map(AssignmentNumber.init), kind: kind,
            status: status, reason: reason.map { StatusReason(code: $0, text: nil) },
            businessStatus: nil, record: [], content: content)
        return prepared(
            .update(update), id: id, from: sender,
            raw: "update \(referral) \(id) \(kind) \(text)")
    }

    /// The same message as intake leaves it where the network does not allow it.
    func refused(_ field: String = "/region") -> PreparedSubmission {
        let refusal = Refusal(
            .unknown, field: field, problem: "is not in the network", remedy: "name another")
        return PreparedSubmission(
            sender: sender, envelope: envelope, matter: .refused(refusal), raw: raw, nonce: nonce,
            digest: digest, content: .none, plain: plain)
    }

    private static func prepared(
        _ matter: Matter, id: MessageID, from sender: AgencyID, raw: String
    ) -> PreparedSubmission {
        let envelope = Envelope(id: id, authored: Instant(microseconds: 0))
        let nonce = Array(repeating: UInt8(ascii: "n"), count: 16)
        let raw = Array(raw.utf8)
        let digest = sha256(of: nonce + raw)
        return PreparedSubmission(
            sender: sender, envelope: envelope, matter: matter, raw: raw, nonce: nonce,
            digest: digest, content: .none,
            plain: PlainBody(
                envelope: envelope, sender: sender, record: [], content: [], attachments: []))
    }
}

private func sha256(of bytes: [UInt8]) -> SHA256Digest {
    guard let digest = try? SHA256Digest(hashing: bytes) else { preconditionFailure("no SHA-256") }
    return digest
}
