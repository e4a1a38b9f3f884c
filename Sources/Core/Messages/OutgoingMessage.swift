import BoundedJSON
package import Referrals

/// Writes the messages that agencies receive: whole JSON objects. What agencies wrote comes as
/// `record` and sections, which passed the decoder.
package enum OutgoingMessage {
    /// A referral as its provider receives it.
    ///
    /// - Parameters:
    ///   - from: the sender.
    ///   - admitted: when the broker took the message over.
    ///   - record: `ReferralRequest.record`.
    ///   - content: the sections that the basis covers for the recipient, each label once.
    ///   - attachments: those of the same sections.
    package static func referral(
        id: MessageID, authored: Instant, from: AgencyID, admitted: Instant,
        referral: QualifiedName, assignment: AssignmentNumber, record: [UInt8],
        content: [ContentSection], attachments: [ContentSection]
    ) -> [UInt8] {
        var writer = begin(
            "referral", id: id, authored: authored,
            size: record.count + size(of: content) + size(of: attachments))
        writer.member("from", from.rawValue)
        writer.member("admitted", admitted.description)
        writer.member("referral", referral.description)
        writer.member("assignment", assignment.description)
        writer.raw(record)
        write(content, to: &writer)
        writer.name("attachments")
        writer.beginArray()
        for attachment in attachments { writer.raw(attachment.json) }
        writer.endArray()
        writer.endObject()
        return writer.bytes
    }

    /// An update as the other side, or a participant, receives it.
    ///
    /// - Parameters:
    ///   - assignment: nil where the referral as a whole is spoken of.
    ///   - record: `ReferralUpdate.record`.
    ///   - content: the sections that the basis covers for the recipient, each label once.
    package static func update(
        id: MessageID, authored: Instant, from: AgencyID, admitted: Instant,
        referral: QualifiedName, assignment: AssignmentNumber?, record: [UInt8],
        content: [ContentSection]
    ) -> [UInt8] {
        var writer = begin(
            "update", id: id, authored: authored, size: record.count + size(of: content))
        writer.member("from", from.rawValue)
        writer.member("admitted", admitted.description)
        writer.member("referral", referral.description)
        if let assignment { writer.member("assignment", assignment.description) }
        writer.raw(record)
        write(content, to: &writer)
        writer.endObject()
        return writer.bytes
    }

    /// What the broker itself tells.
    ///
    /// - Parameters:
    ///   - assignment: nil where the referral as a whole is spoken of.
    ///   - status: the referral's status as it now stands, and with it what holds it.
    ///   - reason: its code only; the text that an agency wrote goes with its own update.
    package static func notice(
        id: MessageID, authored: Instant, code: NoticeCode, state: NoticeState,
        referral: QualifiedName, assignment: AssignmentNumber?, status: ReferralState? = nil,
        reason: ReasonCode? = nil
    ) -> [UInt8] {
        var writer = begin("notice", id: id, authored: authored, size: 0)
        writer.member("code", code.rawValue)
        writer.member("state", state.rawValue)
        writer.member("referral", referral.description)
        if let assignment { writer.member("assignment", assignment.description) }
        if let status {
            writer.member("status", status.status.rawValue)
            if let hold = status.hold { writer.member("hold", hold.rawValue) }
        }
        if let reason {
            writer.name("statusReason")
            writer.beginObject()
            writer.member("code", reason.rawValue)
            writer.endObject()
        }
        writer.endObject()
        return writer.bytes
    }

    private static func begin(
        _ type: String, id: MessageID, authored: Instant, size: Int
    ) -> JSONWriter {
        var writer = JSONWriter(capacity: size + 512)
        writer.beginObject()
        writer.name("v")
        writer.integer(1)
        writer.member("type", type)
        writer.member("id", id.rawValue)
        writer.member("authored", authored.description)
        return writer
    }

    private static func write(_ content: [ContentSection], to writer: inout JSONWriter) {
        writer.name("content")
        writer.beginObject()
        for section in content {
            writer.member(section.label.rawValue, json: section.json)
        }
        writer.endObject()
    }

    private static func size(of sections: [ContentSection]) -> Int {
        sections.reduce(0) { $0 + $1.json.count + 24 }
    }
}
