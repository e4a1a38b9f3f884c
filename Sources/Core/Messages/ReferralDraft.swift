import BoundedJSON
import Referrals

/// The fields of a `referral`, each nil where it is absent or faulty.
struct ReferralDraft {
    let name: LocalName?
    let person: PersonIdentifier?
    let requester: Requester?
    let language: String?
    let service: ServiceType?
    let region: Region?
    let setting: Setting?
    let priority: Priority?
    let release: Release?
    let occurrence: Period?
    let supplyEnd: CalendarDate?
    let basis: Basis?
    let plan: LocalName?
    let basedOn: String?
    let replaces: LocalName?
    let to: AgencyID?
    let participants: [Participant]
    let deadlines: [(kind: DeadlineKind, length: String)]
    let safeContact: SafeContact?
    let content: [ContentSection]
    let attachments: [ContentSection]

    /// From when to when, at least one of both.
    struct Period {
        let start: Moment?
        let end: Moment?
    }

    /// Whether the person may be approached directly.
    struct SafeContact {
        let isProhibited: Bool
        let note: String?
    }

    /// Reads what follows the envelope.
    init(reading fields: inout FieldReader, limits: MessageLimits) {
        name = fields.identifier("referral", .localName, .required)
        person = fields.person()
        requester = fields.code("requester", .optional)
        language = fields.text("language", .language, .optional)
        service = fields.identifier("service", .service, .required)
        region = fields.identifier("region", .region, .required)
        setting = fields.code("setting", .required)
        priority = fields.code("priority", .optional)
        release = fields.release()
        occurrence = fields.period("occurrence")
        supplyEnd = fields.date("supplyEnd", .optional)
        basis = fields.basis()
        plan = fields.identifier("plan", .localName, .optional)
        basedOn = fields.text("basedOn", .reference, .optional)
        replaces = fields.identifier("replaces", .localName, .optional)
        to = fields.identifier("to", .agency, .optional)
        participants = fields.participants(limit: limits.participants)
        deadlines = fields.deadlines()
        safeContact = fields.safeContact()
        content = fields.content()
        attachments = fields.attachments(limit: limits.attachments)
        fields.finish(known: FieldNames.referral)
        checkTogether(fields)
    }

    /// What no field shows by itself.
    private func checkTogether(_ fields: FieldReader) {
        if let replaces, replaces == name {
            fields.refuse(
                "replaces", "a referral cannot replace itself",
                "give the new referral a name of its own")
        }
        if setting == .custody, let release, release.certainty == .confirmed,
            let start = occurrence?.start, start.date > release.date
        {
            fields.refuse(
                "setting", "a service in custody cannot begin after the confirmed release",
                "write community, or correct occurrence or release")
        }
    }

    /// The request, or nil where a required field is missing; that was refused already.
    func request(from sender: AgencyID) -> ReferralRequest? {
        guard let name, let person, let service, let region, let basis else { return nil }
        return ReferralRequest(
            name: name, person: person, service: service, region: region,
            priority: priority ?? .routine, basis: basis, to: to, participants: participants,
            facility: release?.facility, replaces: replaces, record: record(from: sender),
            content: content,
            attachments: attachments)
    }
}
