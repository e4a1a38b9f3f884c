import Messages
package import Referrals
package import Store

/// A referral as the shard machine knows it: what never changes, and the fold over its events.
package struct ReferralRecord: Sendable {
    package struct Assignment: Hashable, Sendable {
        package let number: AssignmentNumber
        package let provider: AgencyID
        package let agreement: AgreementID?
        /// Its entry in the provider's inbox.
        package let entry: Position
        package var status: AssignmentStatus
        /// Whether it has left for the provider's socket at least once: disclosed, even if never
        /// settled.
        package var wasHandedOver: Bool
    }

    package let row: ReferralRow
    package private(set) var version: Int32 = 0
    package private(set) var state: ReferralState = .requested
    /// In the order of their numbers, from `a1` on.
    package private(set) var assignments: [Assignment] = []
    /// Its entries in inboxes that wait or are on their way: not settled, nor set aside, nor
    /// withdrawn. In the order of their positions.
    package private(set) var openEntries: [InboxEntry] = []
    /// Whether it stands in its lane, because nobody serves it.
    package private(set) var isWaiting = false

    package init(row: ReferralRow) { self.row = row }

    package var lane: Lane { Lane(region: row.region, service: row.service) }

    /// The one assignment that has not ended, if there is one.
    package var liveAssignment: Assignment? {
        assignments.last.flatMap { $0.status.isFinal ? nil : $0 }
    }

    /// Those that it was offered to and that let it go: not asked again.
    package var formerProviders: Set<AgencyID> {
        Set(assignments.filter(\.status.isFinal).map(\.provider))
    }

    package func assignment(_ number: AssignmentNumber) -> Assignment? {
        let index = Int(number.rawValue) - 1
        return assignments.indices.contains(index) ? assignments[index] : nil
    }

    package func openEntry(at position: Position) -> InboxEntry? {
        openEntries.first { $0.position == position }
    }

    /// Whether an entry is not to be handed over any more: an offer that has ended while it waited,
    /// or was on its way and came back, and what was meant for its provider alone. That the
    /// requester cancels is told all the same.
    func isOver(_ entry: InboxEntry, for recipient: AgencyID) -> Bool {
        guard let assignment = entry.assignment.flatMap({ assignment($0) }),
            assignment.provider == recipient, assignment.status.isFinal
        else { return false }
        switch entry.kind {
        case .assigned: return true
        case .queued:
            return recipient != row.name.agency
                && entry.code != ReferralUpdate.Kind.cancel.rawValue
        case .noticed, .admitted, .unserved, .updated, .cancelled, .handedOver, .returned,
            .settled, .quarantined, .withdrawn, .networkApplied:
            return false
        }
    }

    /// Folds one more event of this referral in; events come in the order of their positions.
    package mutating func apply(_ event: EventRecord) {
        version = max(version, event.version)
        isWaiting = event.lane == 0 ? isWaiting : event.lane > 0
        if let entry = InboxEntry(event) { openEntries.append(entry) }
        if event.kind.endsEntry { openEntries.removeAll { $0.position == event.entry } }
        switch event.kind {
        case .assigned:
            guard let number = event.assignment, let provider = event.inbox else { return }
            assignments.append(
                Assignment(
                    number: number, provider: provider, agreement: event.agreement,
                    entry: event.position, status: .requested,
                    wasHandedOver: event.attempt > 0))
            move(on: .assigned)
        case .unserved:
            move(on: .unserved)
        case .settled, .updated, .withdrawn:
            guard let number = event.assignment, let status = event.status else { return }
            setStatus(status, of: number, reason: event.reason)
        case .cancelled:
            move(on: .cancelled)
        case .handedOver:
            guard let entry = event.entry else { return }
            handedOver(entry, attempt: event.attempt)
        case .returned:
            guard event.outcome == .modified,
                let index = openEntries.firstIndex(where: { $0.position == event.entry })
            else { return }
            openEntries[index].failures += 1
        case .admitted, .queued, .noticed, .quarantined, .networkApplied:
            return
        }
    }

    private mutating func setStatus(
        _ status: AssignmentStatus, of number: AssignmentNumber, reason: ReasonCode?
    ) {
        let index = Int(number.rawValue) - 1
        guard assignments.indices.contains(index) else { return }
        assignments[index].status = status
        guard index == assignments.indices.last else { return }
        move(on: .assignmentMoved(to: status, consequence: reason?.consequence))
    }

    /// An entry has left for the `attempt`-th time. With an assignment's own entry, not a later
    /// message about it, the assignment is disclosed.
    package mutating func handedOver(_ entry: Position, attempt: Int16) {
        if let index = openEntries.firstIndex(where: { $0.position == entry }) {
            openEntries[index].attempts = attempt
        }
        if let index = assignments.firstIndex(where: { $0.entry == entry }) {
            assignments[index].wasHandedOver = true
        }
    }

    private mutating func move(on event: ReferralEvent) {
        if case .moves(let next) = state.transition(on: event) { state = next }
    }
}
