import Referrals
import Store

extension ShardMachine {
    /// What the machine holds now, in figures.
    func summary(epoch: Int64) -> ShardSummary {
        ShardSummary(
            taken: .now, epoch: epoch, head: head, networkVersion: applied.version,
            lanes: laneDepths.filter { $0.value > 0 },
            inboxes: inboxes.values.compactMap { [head] in $0.line(head: head) }
                .sorted { $0.agency < $1.agency },
            load: load, quarantined: quarantined)
    }
}

extension Inbox {
    /// nil where nothing lies in it and nobody takes from it.
    fileprivate func line(head: Position) -> ShardSummary.InboxLine? {
        guard depth > 0 || !consumers.isEmpty else { return nil }
        let floors = windows.indices.compactMap { level -> InboxFloor? in
            guard windows[level].depth > 0, let priority = Priority(level: Int16(level))
            else { return nil }
            return InboxFloor(
                inbox: agency, priority: priority, floor: floor(level: level, head: head))
        }
        return ShardSummary.InboxLine(
            agency: agency, depth: depth, inFlight: inFlight.count, consumers: consumers.count,
            floors: floors)
    }
}
