import BoundedJSON
import Referrals

/// The objects within a `referral`.
extension FieldReader {
    mutating func person() -> PersonIdentifier? {
        guard var fields = object("person", .required) else { return nil }
        let system = fields.text("system", .uri, .required)
        let value = fields.text("value", .line(128), .required)
        fields.finish(known: FieldNames.person)
        guard let system, let value else { return nil }
        return PersonIdentifier(system: system, value: value)
    }

    mutating func release() -> Release? {
        guard var fields = object("release", .optional) else { return nil }
        let date = fields.date("date", .required)
        let certainty: Release.Certainty? = fields.code("certainty", .required)
        let facility: AgencyID? = fields.identifier("facility", .agency, .optional)
        fields.finish(known: FieldNames.release)
        guard let date, let certainty else { return nil }
        return Release(date: date, certainty: certainty, facility: facility)
    }

    mutating func period(_ name: String) -> ReferralDraft.Period? {
        guard var fields = object(name, .optional) else { return nil }
        let start = fields.moment("start", .required)
        let end = fields.moment("end", .optional)
        fields.finish(known: FieldNames.period)
        if let start, let end, start.isAfter(end) {
            fields.refuse("end", "the end is before the start", "write a later end, or none")
        }
        return ReferralDraft.Period(start: start, end: end)
    }

    mutating func basis() -> Basis? {
        guard var fields = object("basis", .required) else { return nil }
        let consent: LocalName? = fields.identifier("consent", .localName, .optional)
        let law = fields.law()
        let vitalInterest = fields.vitalInterest()
        fields.finish(known: FieldNames.basis)
        let basis = consent.map(Basis.consent) ?? law ?? vitalInterest
        if basis != nil, fields.object.count == 1 { return basis }
        let named = FieldNames.basis.filter { fields.isPresent($0) }
        guard named.count == 1 else {
            refuse(
                "basis", named.isEmpty ? "no basis is named" : "more than one basis is named",
                "name exactly one of " + FieldNames.basis.joined(separator: ", "))
            return nil
        }
        return basis
    }

    private mutating func law() -> Basis? {
        guard var fields = object("law", .optional) else { return nil }
        let regime = fields.text("regime", .word, .required)
        let reference = fields.text("reference", .line(200), .required)
        fields.finish(known: FieldNames.law)
        guard let regime, let reference else { return nil }
        return .law(regime: regime, reference: reference)
    }

    private mutating func vitalInterest() -> Basis? {
        guard var fields = object("vitalInterest", .optional) else { return nil }
        let text = fields.text("text", .text(2_000), .required)
        fields.finish(known: FieldNames.vitalInterest)
        guard let text else { return nil }
        guard !text.isBlank else {
            fields.refuse("text", "the text is empty", "say whose life or health is in danger")
            return nil
        }
        return .vitalInterest(text: text)
    }

    mutating func participants(limit: Int) -> [Participant] {
        var participants: [Participant] = []
        for element in elements("participants", limit: limit) {
            guard var fields = reader(of: element) else { continue }
            let role = fields.text("role", .word, .required)
            let agency: AgencyID? = fields.identifier("agency", .agency, .required)
            fields.finish(known: FieldNames.participant)
            guard let role, let agency else { continue }
            let participant = Participant(role: role, agency: agency)
            if participants.contains(participant) {
                refusals.add(
                    .invalid, element.pointer, "this participant stands here twice",
                    "name each agency once in each role")
            }
            participants.append(participant)
        }
        return participants
    }

    mutating func deadlines() -> [(kind: DeadlineKind, length: String)] {
        guard var fields = object("deadlines", .optional) else { return [] }
        let deadlines = DeadlineKind.allCases.compactMap { kind in
            fields.text(kind.rawValue, .length, .optional).map { (kind: kind, length: $0) }
        }
        fields.finish(known: DeadlineKind.allCases.map(\.rawValue))
        return deadlines
    }

    mutating func safeContact() -> ReferralDraft.SafeContact? {
        guard var fields = object("safeContact", .optional) else { return nil }
        let isProhibited = fields.boolean("prohibited", .required)
        let note = fields.text("note", .text(500), .optional)
        fields.finish(known: FieldNames.safeContact)
        return isProhibited.map { ReferralDraft.SafeContact(isProhibited: $0, note: note) }
    }
}

extension String {
    /// Whether nothing but white space stands here.
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
