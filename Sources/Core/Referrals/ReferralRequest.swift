/// A pseudonym of a person in the sending system. Never shown beyond the agencies that the gate
/// lets through, and so without a description: it cannot slip into a log, a metric or an error.
package struct PersonIdentifier: Hashable, Sendable, CustomStringConvertible {
    /// The naming system, such as `urn:ro:anp`.
    package let system: String
    package let value: String

    package init(system: String, value: String) {
        self.system = system
        self.value = value
    }

    package var description: String { "(a person)" }
}

/// On what ground content may be disclosed. A basis is never exchanged for another afterwards.
package enum Basis: Hashable, Sendable {
    /// The sender's name of a consent that the person gave.
    case consent(LocalName)
    /// A named law, under a regime such as `gdpr` or `led`.
    case law(regime: String, reference: String)
    /// Reviewed by an operator within its deadline.
    case vitalInterest(text: String)

    /// The name of the case, as the event log and the policy call it.
    package var kind: BasisKind {
        switch self {
        case .consent: .consent
        case .law: .law
        case .vitalInterest: .vitalInterest
        }
    }
}

package enum BasisKind: String, Sendable, CaseIterable {
    case consent
    case law
    case vitalInterest = "vital-interest"
}

/// When and from where a person is to be released.
package struct Release: Hashable, Sendable {
    package enum Certainty: String, Sendable, CaseIterable {
        case confirmed
        case provisional
    }

    package let date: CalendarDate
    package let certainty: Certainty
    package let facility: AgencyID?

    package init(date: CalendarDate, certainty: Certainty, facility: AgencyID?) {
        self.date = date
        self.certainty = certainty
        self.facility = facility
    }
}

/// Another agency on a case: it sees statuses, and content only if the basis covers it.
package struct Participant: Hashable, Sendable {
    /// What it does there: `commissioner`, `treatment-officer`, `representative` and so on.
    package let role: String
    package let agency: AgencyID

    package init(role: String, agency: AgencyID) {
        self.role = role
        self.agency = agency
    }
}

/// One labelled section of protected content, as the sender wrote it.
package struct ContentSection: Hashable, Sendable {
    package let label: SectionLabel
    /// The section's JSON object, in UTF-8; the broker checks its bounds and does not interpret it.
    /// (A slice, because it is a part of the message that came, or of what was decrypted.)
    package let json: ArraySlice<UInt8>

    package init(label: SectionLabel, json: ArraySlice<UInt8>) {
        self.label = label
        self.json = json
    }
}

/// What every message says of itself.
package struct Envelope: Hashable, Sendable {
    package let id: MessageID
    /// When the sender wrote it, by the sender's clock.
    package let authored: Instant

    package init(id: MessageID, authored: Instant) {
        self.id = id
        self.authored = authored
    }
}

/// A `referral` as its sender wrote it: the request for one service for one person in one region.
package struct ReferralRequest: Hashable, Sendable {
    package let name: LocalName
    package let person: PersonIdentifier
    package let service: ServiceType
    package let region: Region
    package let priority: Priority
    package let basis: Basis
    /// The one provider that the sender wants, or nil for the broker to find one.
    package let to: AgencyID?
    package let participants: [Participant]
    /// Where the person is to be released from.
    package let facility: AgencyID?
    /// The sender's earlier referral that this one amends.
    package let replaces: LocalName?
    /// Everything that the recipient sees beside the broker's own fields and the content: members
    /// of a JSON object without its braces, rewritten by the broker from the decoded values. It
    /// names the person, so it is sealed like a section.
    package let record: [UInt8]
    /// The sections of content, and `attachments` by the section that each names.
    package let content: [ContentSection]
    package let attachments: [ContentSection]

    package init(
        name: LocalName, person: PersonIdentifier, service: ServiceType, region: Region,
        priority: Priority, basis: Basis, to: AgencyID?, participants: [Participant],
        facility: AgencyID?, replaces: LocalName?, record: [UInt8], content: [ContentSection],
        attachments: [ContentSection]
    ) {
        self.name = name
        self.person = person
        self.service = service
        self.region = region
        self.priority = priority
        self.basis = basis
        self.to = to
        self.participants = participants
        self.facility = facility
        self.replaces = replaces
        self.record = record
        self.content = content
        self.attachments = attachments
    }
}
