package import Referrals

/// The fields of each object of the contract, as the schemas have them: what an unknown name is
/// held against.
enum FieldNames {
    static let envelope = ["v", "type", "id", "authored"]
    static let referral =
        envelope + [
            "referral", "person", "requester", "language", "service", "region", "setting",
            "priority", "release", "occurrence", "supplyEnd", "basis", "plan", "basedOn",
            "replaces", "to", "participants", "deadlines", "safeContact", "content",
            "attachments",
        ]
    static let update =
        envelope + [
            "referral", "assignment", "kind", "status", "statusReason", "offer",
            "businessStatus", "occurrence", "outcome", "content",
        ]
    static let person = ["system", "value"]
    static let release = ["date", "certainty", "facility"]
    static let period = ["start", "end"]
    static let basis = ["consent", "law", "vitalInterest"]
    static let law = ["regime", "reference"]
    static let vitalInterest = ["text"]
    static let participant = ["role", "agency"]
    static let safeContact = ["prohibited", "note"]
    static let attachment = ["section", "contentType", "title", "data", "sha256"]
    static let statusReason = ["code", "text"]
    static let offer = ["service", "region", "start", "end", "text"]

    fileprivate static let all = Set(
        [
            referral, update, person, release, period, basis, law, vitalInterest, participant,
            safeContact, attachment, statusReason, offer, SectionLabel.allCases.map(\.rawValue),
        ].joined())
}

extension Refusal {
    /// The field, where each of its names is the contract's, or the number of an element behind
    /// one: fit for a log. A name that the sender chose could be content.
    package var knownField: String? {
        let names = field.split(separator: "/")
        guard let first = names.first, FieldNames.all.contains(String(first)),
            names.dropFirst().allSatisfy({ name in
                FieldNames.all.contains(String(name))
                    || name.utf8.count <= 2 && name.utf8.allSatisfy { (0x30...0x39).contains($0) }
            })
        else { return nil }
        return field
    }
}
