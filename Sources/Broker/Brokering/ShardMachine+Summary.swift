import Referrals
import Store

extension ShardMachine {
    /// What the machine holds now, in figures. (Mutating, though it changes nothing: it is read
    /// through the actor's optional, which would copy the machine.)
    mutating func summary(epoch: Int64) -> ShardSummary {
        ShardSummary(
            taken: .now, epoch: epoch, head: head, networkVersion: applied.version,
            lanes: laneDepths.filter { $0.value > 0 },
            inboxes: inboxes.values.compactMap(line).sorted { $0.agency < $1.agency }, load: load)
    }

    private func line(_ inbox: Inbox) -> ShardSummary.InboxLine? {
        guard inbox.depth > 0 || !inbox.consumers.isEmpty else { return nil }
        let floors = inbox.windows.indices.compactMap { level -> InboxFloor? in
            guard inbox.windows[level].depth > 0, let priority = Priority(level: Int16(level))
            else { return nil }
            return InboxFloor(
                inbox: inbox.agency, priority: priority,
                floor: inbox.floor(level: level, head: head))
        }
        return ShardSummary.InboxLine(
            agency: inbox.agency, depth: inbox.depth, inFlight: inbox.inFlight.count,
            consumers: inbox.consumers.count, floors: floors)
    }
}
