import LibPQ
import NIOConcurrencyHelpers
package import Referrals
import Store

/// What the broker has done since it started, for the health endpoint.
package final class BrokerMetrics: Sendable {
    package struct Snapshot: Sendable {
        package var admitted: [String: UInt64] = [:]
        package var refused: [Refusal.Reason: UInt64] = [:]
        package var delivered: UInt64 = 0
        package var settled: [DeliveryOutcome: UInt64] = [:]
        package var quarantined: UInt64 = 0
        package var commits: UInt64 = 0
        package var failedCommits: UInt64 = 0
        /// Commands decided in those commits.
        package var commands: UInt64 = 0
        package var commitTime: Duration = .zero
    }

    private let snapshot = NIOLockedValueBox(Snapshot())

    package init() {}

    package var current: Snapshot { snapshot.withLockedValue { $0 } }

    /// A message that a door refused before it reached the shard.
    package func refused(_ reason: Refusal.Reason) {
        snapshot.withLockedValue { $0.refused[reason, default: 0] += 1 }
    }

    func committed(commands: Int, in time: Duration, outcome: CommitOutcome) {
        snapshot.withLockedValue {
            guard outcome == .committed else {
                $0.failedCommits += 1
                return
            }
            $0.commits += 1
            $0.commands += UInt64(commands)
            $0.commitTime += time
        }
    }

    func count(_ decision: ShardDecision) {
        snapshot.withLockedValue { snapshot in
            for event in decision.batch.events { snapshot.count(event) }
            for publication in decision.publications {
                if case .answer(_, .refused(_, let refusal)) = publication {
                    snapshot.refused[refusal.reason, default: 0] += 1
                }
            }
        }
    }
}

extension BrokerMetrics.Snapshot {
    fileprivate mutating func count(_ event: EventRecord) {
        switch event.kind {
        case .admitted: admitted["referral", default: 0] += 1
        case .updated, .cancelled: admitted["update", default: 0] += 1
        case .assigned, .queued, .noticed, .handedOver: delivered += event.attempt > 0 ? 1 : 0
        case .settled, .returned, .quarantined:
            quarantined += event.kind == .quarantined ? 1 : 0
            // What the broker itself took back, nobody has settled.
            if event.actor != .broker, let outcome = event.outcome {
                settled[outcome, default: 0] += 1
            }
        case .unserved, .withdrawn, .networkApplied: break
        }
    }
}
