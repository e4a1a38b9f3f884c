import Messages
package import Referrals
import Store

/// One message on its way to an agency: what is told of, to whom, and how much of it the recipient
/// may see. The JSON is made where it is sent from, not on the shard's thread. (A class, because it
/// is wide and goes from hand to hand.)
package final class Delivery: Sendable {
    private enum Matter: Sendable {
        case referral(PlainBody, AssignmentNumber)
        case update(PlainBody)
        case notice(NoticeCode)
    }

    /// How long to wait before what was handed over in vain is handed over again: 1 s, twice as
    /// long each time, up to 32 s. Each hand-over is written down and counted; without a rest, what
    /// lasts would fill the log, and have a referral set aside within seconds.
    package static func rest(after times: Int) -> Duration {
        .seconds(1 << min(max(times, 1) - 1, 5))
    }

    private let matter: Matter
    private let handOver: ShardDecision.HandOver
    /// What the recipient's authorization covers.
    private let sections: SectionSet

    /// - Parameter body: nil where the entry has none, or where it cannot be read any more.
    /// - Returns: nil if there is nothing that may be told: the body is gone, or no authorization
    ///   of this recipient's comes with it.
    init?(_ handOver: ShardDecision.HandOver, body: PlainBody?) {
        self.handOver = handOver
        if handOver.entry.kind == .noticed {
            guard let code = handOver.entry.code.flatMap(NoticeCode.init(rawValue:)) else {
                return nil
            }
            matter = .notice(code)
            sections = []
            return
        }
        guard let body, let authorization = handOver.authorization,
            authorization.recipient == handOver.recipient
        else { return nil }
        sections = authorization.sections
        if handOver.entry.kind == .assigned, let assignment = handOver.entry.assignment {
            guard !authorization.basis.isForStatusOnly else { return nil }
            matter = .referral(body, assignment)
        } else {
            matter = .update(body)
        }
    }

    package var entry: Position { handOver.entry.position }

    package var attempt: Int16 { handOver.attempt }

    package var priority: Priority { handOver.entry.priority }

    package var region: Region { handOver.referral.region }

    package var service: ServiceType { handOver.referral.service }

    /// As in the contract.
    package var type: String {
        switch matter {
        case .referral: "referral"
        case .update: "update"
        case .notice: "notice"
        }
    }

    package var id: MessageID {
        switch matter {
        case .referral(let body, _), .update(let body): body.envelope.id
        case .notice: MessageID(rawValue: "notice-\(entry)")
        }
    }

    /// The message, as the recipient may see it.
    package func json() -> [UInt8] {
        switch matter {
        case .referral(let body, let assignment):
            OutgoingMessage.referral(
                id: id, authored: body.envelope.authored, from: body.sender,
                admitted: handOver.referral.at, referral: handOver.referral.name,
                assignment: assignment, record: body.record, content: covered(body.content),
                attachments: covered(body.attachments))
        case .update(let body):
            OutgoingMessage.update(
                id: id, authored: body.envelope.authored, from: body.sender,
                admitted: handOver.entry.at, referral: handOver.referral.name,
                assignment: handOver.entry.assignment, record: body.record,
                content: covered(body.content))
        case .notice(let code):
            // It has no body: it is told from its event.
            OutgoingMessage.notice(
                id: id, authored: handOver.entry.at, code: code, state: .opened,
                referral: handOver.referral.name, assignment: handOver.entry.assignment,
                status: code.state(reason: handOver.entry.reason), reason: handOver.entry.reason)
        }
    }

    private func covered(_ parts: [ContentSection]) -> [ContentSection] {
        parts.filter { sections.contains($0.label) }
    }
}

extension NoticeCode {
    /// How the referral stood when this was told, where the notice is about that.
    fileprivate func state(reason: ReasonCode?) -> ReferralState? {
        switch self {
        case .nobodyServes: ReferralState(status: .onHold, hold: .provider)
        case .held:
            ReferralState(
                status: .onHold,
                hold: reason?.consequence == .backToReferrer ? .referrer : .assignment)
        case .rerouted, .resumed: .requested
        case .cancelled: ReferralState(status: .cancelled, hold: nil)
        case .withdrawn, .quarantined, .enteredInError: nil
        }
    }
}
