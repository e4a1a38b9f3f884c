import BoundedJSON
import Referrals

/// The fields of an `update`, each nil where it is absent or faulty.
struct UpdateDraft {
    let referral: QualifiedName?
    let assignment: AssignmentNumber?
    let kind: ReferralUpdate.Kind?
    let status: AssignmentStatus?
    let reason: StatusReason?
    let offer: Offer?
    let businessStatus: ReferralUpdate.BusinessStatus?
    let occurrence: Moment?
    let outcome: String?
    let content: [ContentSection]

    /// What a provider can give where it is not what was asked for.
    struct Offer {
        let service: ServiceType
        let region: Region?
        let start: Moment?
        let end: Moment?
        let text: String?
    }

    /// Reads what follows the envelope.
    init(reading fields: inout FieldReader, sender: AgencyID, limits: MessageLimits) {
        referral = fields.text("referral", .reference, .required)
            .flatMap { QualifiedName($0, sender: sender) }
        assignment = fields.text("assignment", .assignment, .optional)
            .flatMap { AssignmentNumber($0) }
        kind = fields.code("kind", .required)
        status = fields.code("status", .optional)
        reason = fields.statusReason()
        offer = fields.offer()
        businessStatus = fields.code("businessStatus", .optional)
        occurrence = fields.moment("occurrence", .optional)
        outcome = fields.text("outcome", .line(500), .optional)
        content = fields.content()
        fields.finish(known: FieldNames.update)
        if let kind { UpdateRules(kind: kind, draft: self, fields: fields).check() }
    }

    /// The update, or nil where a required field is missing; that was refused already.
    func update() -> ReferralUpdate? {
        guard let referral, let kind else { return nil }
        return ReferralUpdate(
            referral: referral, assignment: assignment, kind: kind, status: status,
            reason: reason, businessStatus: businessStatus, record: record(kind: kind),
            content: content)
    }

    private func record(kind: ReferralUpdate.Kind) -> [UInt8] {
        var writer = JSONWriter(capacity: 384)
        writer.member("kind", kind.rawValue)
        if let status { writer.member("status", status.rawValue) }
        if let reason {
            writer.name("statusReason")
            writer.beginObject()
            writer.member("code", reason.code.rawValue)
            if let text = reason.text { writer.member("text", text) }
            writer.endObject()
        }
        if let businessStatus { writer.member("businessStatus", businessStatus.rawValue) }
        if let offer {
            writer.name("offer")
            writer.beginObject()
            writer.member("service", offer.service.rawValue)
            if let region = offer.region { writer.member("region", region.rawValue) }
            if let start = offer.start { writer.member("start", start.text) }
            if let end = offer.end { writer.member("end", end.text) }
            if let text = offer.text { writer.member("text", text) }
            writer.endObject()
        }
        if let occurrence { writer.member("occurrence", occurrence.text) }
        if let outcome { writer.member("outcome", outcome) }
        return writer.bytes
    }
}

extension FieldReader {
    fileprivate mutating func statusReason() -> StatusReason? {
        guard var fields = object("statusReason", .optional) else { return nil }
        let code: ReasonCode? = fields.code("code", .required)
        let text = fields.text("text", .text(2_000), .optional).flatMap { $0.isBlank ? nil : $0 }
        fields.finish(known: FieldNames.statusReason)
        guard let code else { return nil }
        if code.requiresText, text == nil {
            fields.refuse(
                "text", "the reason \(code.rawValue) says nothing without a text",
                "say in words what the reason is")
        }
        return StatusReason(code: code, text: text)
    }

    fileprivate mutating func offer() -> UpdateDraft.Offer? {
        guard var fields = object("offer", .optional) else { return nil }
        let service: ServiceType? = fields.identifier("service", .service, .required)
        let region: Region? = fields.identifier("region", .region, .optional)
        let start = fields.moment("start", .optional)
        let end = fields.moment("end", .optional)
        let text = fields.text("text", .text(2_000), .optional)
        fields.finish(known: FieldNames.offer)
        if let start, let end, start.isAfter(end) {
            fields.refuse("end", "the end is before the start", "write a later end, or none")
        }
        return service.map {
            UpdateDraft.Offer(service: $0, region: region, start: start, end: end, text: text)
        }
    }
}
