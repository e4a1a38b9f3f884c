import NIOConcurrencyHelpers
package import Referrals
package import Store

/// What a shard's machine holds, in figures: for operators and monitoring. It names lanes and
/// agencies, never a referral or a person.
package struct ShardSummary: Sendable {
    package struct InboxLine: Sendable {
        package let agency: AgencyID
        /// Entries that have not ended, those on their way included.
        package let depth: Int64
        /// Entries that were handed over and are not settled.
        package let inFlight: Int
        /// Links that take deliveries.
        package let consumers: Int
        /// Where its oldest entries can be found, for each priority that has any.
        package let floors: [InboxFloor]
    }

    package let taken: ContinuousClock.Instant
    package let epoch: Int64
    package let head: Position
    package let networkVersion: Int32
    /// Referrals that wait, by lane; none stands for 0.
    package let lanes: [Lane: Int64]
    /// The inboxes in which something lies or from which somebody takes, by name.
    package let inboxes: [InboxLine]
    /// What providers carry, as routing reads it.
    package let load: RoutingLoad
    /// Entries that lie in quarantine.
    package let quarantined: Int64

    package var waiting: Int64 { lanes.values.reduce(0, +) }
    package var depth: Int64 { inboxes.reduce(0) { $0 + $1.depth } }
    package var inFlight: Int { inboxes.reduce(0) { $0 + $1.inFlight } }
    package var consumers: Int { inboxes.reduce(0) { $0 + $1.consumers } }
}

/// Where the shard leaves its summary: at most once in an interval, or at once when somebody waits
/// for it.
package final class SummaryBoard: Sendable {
    private let interval: Duration
    private let readers = Readers<ShardSummary>()
    private let state = NIOLockedValueBox<ShardSummary?>(nil)

    init(interval: Duration = .seconds(1)) { self.interval = interval }

    /// The last summary; nil before the shard's first batch.
    package var latest: ShardSummary? { state.withLockedValue { $0 } }

    /// Takes a summary, if it is time for one. Called on the shard's thread after each batch.
    func publish(_ summary: @autoclosure () -> ShardSummary?) {
        let now = ContinuousClock.now
        let isDue = !readers.isEmpty || latest.map { now - $0.taken >= interval } ?? true
        guard isDue, let summary = summary() else { return }
        state.withLockedValue { $0 = summary }
        readers.send(summary)
    }

    /// The next summary that is published, whatever the interval; nil if none was in time.
    ///
    /// - Parameter ask: wakes the shard.
    func next(within patience: Duration, ask: () -> Void) async -> ShardSummary? {
        await readers.next(within: patience, ask: ask)
    }
}

extension Broker {
    /// The last summary that the shard left; nil before its first batch.
    package var latestSummary: ShardSummary? { summaries.latest }

    /// A summary of this moment: asks the shard, and takes the last one if it does not answer in
    /// time.
    package func summary(within patience: Duration = .seconds(2)) async -> ShardSummary? {
        guard isOpen, !isStopping else { return summaries.latest }
        return await summaries.next(within: patience, ask: poke) ?? summaries.latest
    }
}
