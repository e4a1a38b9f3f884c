import LibPQ
import Messages
import OpenSSLCrypto
import Referrals
import Store

/// Where deliveries are made ready once their hand-over is committed: bodies from memory or from
/// the store, sections as far as the recipient's authorization goes, the broker's own words.
///
/// A class, because its cache is large: as a value in the session it was copied with each batch,
/// for the session is in use while its room changes.
final class DeliveryRoom {
    private let store: ShardStore
    private let vault: ContentVault
    private var bodies: BodyCache

    init(store: ShardStore, vault: ContentVault, cacheBytes: Int) {
        self.store = store
        self.vault = vault
        bodies = BodyCache(bytes: cacheBytes)
    }

    /// Keeps the bodies of a batch that was just decided, for deliveries of this batch or the next.
    func keep(_ decided: [ShardDecision.Body]) {
        for body in decided { bodies.insert(body.plain, at: body.position) }
    }

    /// The bodies of these hand-overs, from memory or from the store. A body that is not there is
    /// missing: its keys were destroyed, or a section of it does not open.
    func bodies(
        of handOvers: [ShardDecision.HandOver]
    ) throws(DatabaseError) -> [Position: PlainBody] {
        var found: [Position: PlainBody] = [:]
        var missing: Set<Position> = []
        for position in handOvers.compactMap(\.entry.body) {
            if let body = bodies.body(at: position) {
                found[position] = body
            } else {
                missing.insert(position)
            }
        }
        guard !missing.isEmpty else { return found }
        for (position, body) in try read(missing) {
            bodies.insert(body, at: position)
            found[position] = body
        }
        return found
    }

    private func read(_ missing: Set<Position>) throws(DatabaseError) -> [Position: PlainBody] {
        let sections = try store.sections(of: missing.sorted())
        let strangers = Set(sections.map(\.person)).filter { !vault.knows($0) }
        if !strangers.isEmpty {
            for key in try store.personKeys(of: strangers) {
                // A key that does not open leaves its sections closed, which is found below.
                try? vault.learn(key.alias, wrappedKey: key.wrappedKey, generation: key.generation)
            }
        }
        var opened: [Position: [PlainBody.Section]] = [:]
        var unreadable: Set<Position> = []
        for section in sections {
            if let bytes = try? vault.open(section) {
                opened[section.body, default: []].append(
                    PlainBody.Section(label: section.label, bytes: bytes))
            } else {
                unreadable.insert(section.body)
            }
        }
        return opened.filter { !unreadable.contains($0.key) }
            .compactMapValues { PlainBody(sections: $0) }
    }

    /// The message as this recipient may see it; nil if its body is gone.
    func delivery(
        _ handOver: ShardDecision.HandOver, bodies: [Position: PlainBody]
    ) -> Delivery? {
        guard let message = message(handOver, bodies) else { return nil }
        return Delivery(
            entry: handOver.entry.position, attempt: handOver.attempt, type: message.type,
            id: message.id, priority: handOver.entry.priority, region: handOver.referral?.region,
            service: handOver.referral?.service, bytes: message.bytes)
    }

    private struct Message {
        let type: String
        let id: MessageID
        let bytes: [UInt8]
    }

    private func message(
        _ handOver: ShardDecision.HandOver, _ bodies: [Position: PlainBody]
    ) -> Message? {
        let entry = handOver.entry
        if entry.kind == .noticed { return notice(handOver) }
        guard let row = handOver.referral, let authorization = handOver.authorization,
            authorization.recipient == handOver.recipient,
            let body = entry.body.flatMap({ bodies[$0] })
        else { return nil }
        let content = body.content.filter { authorization.sections.contains($0.label) }
        if entry.kind == .assigned, let assignment = entry.assignment {
            let bytes = OutgoingMessage.referral(
                id: body.envelope.id, authored: body.envelope.authored, from: body.sender,
                admitted: row.at, referral: row.name, assignment: assignment,
                record: body.record, content: content,
                attachments: body.attachments.filter {
                    authorization.sections.contains($0.label)
                })
            return Message(type: "referral", id: body.envelope.id, bytes: bytes)
        }
        let bytes = OutgoingMessage.update(
            id: body.envelope.id, authored: body.envelope.authored, from: body.sender,
            admitted: entry.at, referral: row.name, assignment: entry.assignment,
            record: body.record, content: content)
        return Message(type: "update", id: body.envelope.id, bytes: bytes)
    }

    /// A notice has no body: it is told from its event.
    private func notice(_ handOver: ShardDecision.HandOver) -> Message? {
        let entry = handOver.entry
        guard let row = handOver.referral, let code = entry.code.flatMap(NoticeCode.init(rawValue:))
        else { return nil }
        let id = MessageID(rawValue: "notice-\(entry.position)")
        let bytes = OutgoingMessage.notice(
            id: id, authored: entry.at, code: code, state: .opened, referral: row.name,
            assignment: entry.assignment, reason: entry.reason)
        return Message(type: "notice", id: id, bytes: bytes)
    }
}
