import BoundedJSON
import Glibc
import Referrals

/// A provider's `update` of a referral.
struct UpdateMessage {
    let referral: String
    let assignment: String
    let status: AssignmentStatus
    let reason: ReasonCode?
    let text: String?
    /// Whether `on-hold` reports on work that has begun.
    let isProgress: Bool

    /// A decision, or a report on the work: the status tells, but for `on-hold`.
    var kind: ReferralUpdate.Kind {
        switch status {
        case .accepted, .rejected: .decision
        case .onHold: isProgress ? .progress : .decision
        case .requested, .received, .inProgress, .completed, .failed, .cancelled: .progress
        }
    }

    /// The message, under an id that is made here.
    func text(now: Instant) -> TextMessage {
        let id = "urn:uuid:\(TimeOrderedID.random(at: now))"
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("v")
        writer.integer(1)
        writer.member("type", "update")
        writer.member("id", id)
        writer.member("authored", now.description)
        writer.member("referral", referral)
        writer.member("assignment", assignment)
        writer.member("kind", kind.rawValue)
        writer.member("status", status.rawValue)
        if let reason {
            writer.name("statusReason")
            writer.beginObject()
            writer.member("code", reason.rawValue)
            if let text { writer.member("text", text) }
            writer.endObject()
        }
        writer.endObject()
        return TextMessage(label: id, json: writer.bytes)
    }
}

extension Instant {
    /// Real time.
    static var now: Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(
            microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
    }
}

extension TimeOrderedID {
    static func random(at now: Instant) -> TimeOrderedID {
        TimeOrderedID(
            now: now, randomness: (.random(in: 0 ... .max), .random(in: 0 ... .max)))
    }
}
