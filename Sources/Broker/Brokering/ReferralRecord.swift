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
        /// Whether its entry waits, or is on its way: not settled, nor set aside, nor withdrawn.
        package var isEntryOpen: Bool
    }

    package let row: ReferralRow
    package private(set) var version: Int32 = 0
    package private(set) var state: ReferralState = .requested
    /// In the order of their numbers, from `a1` on.
    package private(set) var assignments: [Assignment] = []
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

    /// Folds one more event of this referral in; events come in the order of their positions.
    package mutating func apply(_ event: EventRecord) {
        version = max(version, event.version)
        isWaiting = event.lane == 0 ? isWaiting : event.lane > 0
        switch event.kind {
        case .assigned:
            guard let number = event.assignment, let provider = event.inbox else { return }
            assignments.append(
                Assignment(
                    number: number, provider: provider, agreement: event.agreement,
                    entry: event.position, status: .requested,
                    wasHandedOver: event.attempt > 0, isEntryOpen: true))
            move(on: .assigned)
        case .unserved:
            move(on: .unserved)
        case .settled, .updated, .withdrawn:
            closeEntry(of: event)
            guard let number = event.assignment, let status = event.status else { return }
            setStatus(status, of: number, reason: event.reason)
        case .cancelled:
            move(on: .cancelled)
        case .handedOver:
            guard let number = event.assignment else { return }
            handedOver(number, entry: event.entry)
        case .quarantined:
            closeEntry(of: event)
        case .admitted, .queued, .noticed, .returned, .networkApplied:
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

    private mutating func closeEntry(of event: EventRecord) {
        guard let entry = event.entry,
            let index = assignments.firstIndex(where: { $0.entry == entry })
        else { return }
        assignments[index].isEntryOpen = false
    }

    /// An assignment's own entry has left, not a later message about it.
    package mutating func handedOver(_ number: AssignmentNumber, entry: Position?) {
        let index = Int(number.rawValue) - 1
        guard assignments.indices.contains(index), assignments[index].entry == entry else { return }
        assignments[index].wasHandedOver = true
    }

    private mutating func move(on event: ReferralEvent) {
        if case .moves(let next) = state.transition(on: event) { state = next }
    }
}
