import Referrals
import Store

/// A walk over what waits in lanes, in the order in which it began to wait, a page in each batch
/// (`LoadRequest.waitingAfter`).
struct WaitingLook {
    /// What those who wait may have now.
    enum Prospect: Equatable {
        /// Room under these agreements.
        case room(Set<AgreementID>)
        /// Whatever a new network, or a new day, has brought.
        case anything

        func contains(_ agreement: AgreementID) -> Bool {
            switch self {
            case .room(let agreements): agreements.contains(agreement)
            case .anything: true
            }
        }

        func union(_ other: Prospect?) -> Prospect {
            switch (self, other) {
            case (_, nil): self
            case (.room(let left), .room(let right)): .room(left.union(right))
            case (.anything, _), (_, .anything): .anything
            }
        }
    }

    var prospect: Prospect
}

// Who waits in a lane, and gets what comes free.
extension ShardMachine {
    /// Has what waits looked at: now, or once more where a look is under way and what has changed
    /// may concern those that it has passed.
    mutating func lookAtWaiting(for prospect: WaitingLook.Prospect) {
        if let begun = look {
            // One whose first page is still to be read will see everything.
            if wanted.waitingAfter == Position(0) {
                look?.prospect = begun.prospect.union(prospect)
            } else {
                nextProspect = prospect.union(nextProspect)
            }
            return
        }
        look = WaitingLook(prospect: prospect)
        wanted.waitingAfter = Position(0)
    }

    /// Room under an agreement whose capacity was used up: somebody who waits may have it. (Where
    /// there was room before, whoever waits has no use for it.)
    mutating func lookForRoom(under agreement: AgreementID) {
        guard isOpen(.room([agreement])) else { return }
        lookAtWaiting(for: .room([agreement]))
    }

    /// Looks at a page of what waits, and ends the look where there is nothing left to be had.
    mutating func redispatch(_ waiting: Loaded.Waiting) {
        guard let begun = look else { return }
        for id in waiting.referrals where hasRoom(begun.prospect) { dispatch(id) }
        if let next = waiting.next, isOpen(begun.prospect) {
            wanted.waitingAfter = next
            return
        }
        look = nil
        guard let next = exchange(&nextProspect, with: nil), isOpen(next) else { return }
        lookAtWaiting(for: next)
    }

    /// Whether somebody waits who may have it.
    func isOpen(_ prospect: WaitingLook.Prospect) -> Bool {
        switch prospect {
        case .anything: return laneDepths.values.contains { $0 > 0 }
        case .room(let agreements):
            for agreement in agreements where hasRoom(agreement) && isAwaited(agreement) {
                return true
            }
            return false
        }
    }

    private func hasRoom(_ prospect: WaitingLook.Prospect) -> Bool {
        switch prospect {
        case .anything: return true
        case .room(let agreements):
            for agreement in agreements where hasRoom(agreement) { return true }
            return false
        }
    }

    /// Whether the agreement is in force with a bound that is not reached.
    func hasRoom(_ id: AgreementID) -> Bool {
        guard let agreement = applied.network.agreementsByID[id], let capacity = agreement.capacity
        else { return false }
        return agreement.isInForce(on: now.day) && load.live[id] ?? 0 < capacity
    }

    /// Whether somebody waits in a lane that the agreement serves.
    private func isAwaited(_ agreement: AgreementID) -> Bool {
        guard let agreement = applied.network.agreementsByID[agreement] else { return false }
        return laneDepths.contains { $1 > 0 && agreement.serves($0) }
    }

    /// Whether room came free for others, who wait and are about to be looked at: a newcomer does
    /// not overtake them for ever.
    func mustYield(_ record: ReferralRecord, _ agreement: Agreement) -> Bool {
        guard let look, agreement.capacity != nil, !record.isWaiting else { return false }
        return look.prospect.union(nextProspect).contains(agreement.id)
            && isAwaited(agreement.id)
    }

    /// Dispatches the newcomers of this batch that let others go first, once these were looked at;
    /// where the look goes on with the next batch, they wait with them.
    mutating func dispatchYielding() {
        let newcomers = yielding
        yielding.removeAll()
        for id in newcomers {
            guard look != nil else {
                dispatch(id)
                continue
            }
            guard let record = records.value(for: id), !record.state.status.isFinal,
                record.liveAssignment == nil
            else { continue }
            wait(record)
            // Once those before it have what it left to them, another one may serve it.
            lookAtWaiting(for: .anything)
        }
    }
}

extension Agreement {
    /// Whether referrals of a lane could be offered under it.
    fileprivate func serves(_ lane: Lane) -> Bool {
        lane.service.lineage.contains(where: services.contains)
            && lane.region.lineage.contains(where: regions.contains)
    }
}
