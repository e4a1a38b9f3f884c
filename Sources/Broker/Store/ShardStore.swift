package import LibPQ
package import Referrals

/// A shard's place in PostgreSQL: one connection, used by one thread, that claims the shard, reads
/// what the machine needs and writes one batch at a time.
package final class ShardStore {
    package struct Settings: Sendable {
        package var shard: Int16 = 0
        /// How long the bounded calls may take.
        package var timeout: Duration = .seconds(30)
        /// Weeks for which a repetition of a message is recognised.
        package var retentionWeeks: Int32 = 5
        /// Rows read behind an inbox's window at a time.
        package var refill: Int32 = 256
        /// Told that a wait for the database goes on, some four times a second.
        package var onWait: (@Sendable () -> Void)?

        package init() {}
    }

    let connection: Connection
    let settings: Settings
    private var statements = Statements()
    private var epoch: Int64 = 0
    /// The week of the last batch. It does not go back when the clock does: what happened to a
    /// referral is never in an earlier week than the referral.
    private var week: Int32 = 0
    /// The weeks that are known to have partitions.
    private var weeks: ClosedRange<Int32>?
    /// Not before then is a partition tried again that could not be made.
    private var nextTry = Instant(microseconds: .min)
    /// Events written to this week's partitions by this session, and at how many plans are made
    /// anew: a plan that was made for an empty partition reads all of it.
    private var written = 0
    private var replansAt = firstReplan
    private static let firstReplan = 128

    private var writer = BatchWriter()

    /// The name that a shard's session has in `pg_stat_activity`, and by which a successor knows
    /// it.
    private static let applicationName = "throughcared shard"

    package init(_ conninfo: Conninfo, settings: Settings) throws(DatabaseError) {
        var options = ConnectionOptions()
        options.applicationName = Self.applicationName
        options.statementTimeout = settings.timeout
        options.onWait = settings.onWait
        options.settings["search_path"] = "throughcare"
        // The statements are few, and each has one right plan, whatever its parameters: it is made
        // once. Compiling it would cost more than it does.
        options.settings["jit"] = "off"
        options.settings["plan_cache_mode"] = "force_generic_plan"
        // Each host has its own bound, whatever a statement's is.
        connection = try Connection(conninfo, options: options, by: .after(.seconds(60)))
        self.settings = settings
    }

    package var backendPID: Int32 { connection.backendPID }

    package var isOpen: Bool { connection.isOpen }

    package func close() { connection.close() }

    /// Later than the server's own, so that it is the server that cancels a statement and says so:
    /// giving up on an answer costs the session, and with it the claim.
    var deadline: Deadline { .after(settings.timeout + .seconds(5)) }

    func statement(_ name: StatementName) throws(DatabaseError) -> Statement {
        try statements.statement(name, on: connection, by: deadline)
    }

    // MARK: Ownership

    /// Takes the shard over from whoever owned it: their session is ended, the epoch rises.
    package func claim(broker: TimeOrderedID, now: Instant) throws(DatabaseError) -> Int64 {
        try endFormerSession(of: nil)
        let claimed = try connection.execute(
            statement(.claimShard),
            Parameters(settings.shard, UUIDBytes(broker), Timestamptz(now)), by: deadline)
        epoch = try claimed.value(0, 0)
        try takeWeek(now)
        return epoch
    }

    /// Claims the shard again after a lost connection.
    ///
    /// - Returns: nil if another broker has claimed it since.
    package func renew(broker: TimeOrderedID, now: Instant) throws(DatabaseError) -> Int64? {
        try endFormerSession(of: broker)
        let renewed = try connection.execute(
            statement(.renewShard),
            Parameters(settings.shard, UUIDBytes(broker), Timestamptz(now)), by: deadline)
        guard renewed.rowCount > 0 else { return nil }
        epoch = try renewed.value(0, 0)
        try takeWeek(now)
        return epoch
    }

    /// Whether the shard is still this broker's, as far as can be read without a lock.
    package func isOwner(_ broker: TimeOrderedID) throws(DatabaseError) -> Bool {
        let found = try connection.execute(
            statement(.selectEpoch), Parameters(settings.shard, UUIDBytes(broker)), by: deadline)
        guard found.rowCount > 0 else { return false }
        return try found.value(0, 0) == epoch
    }

    private func endFormerSession(of broker: TimeOrderedID?) throws(DatabaseError) {
        var parameters = Parameters(settings.shard, Self.applicationName)
        parameters.append(broker.map { UUIDBytes($0) })
        _ = try connection.execute(statement(.endFormerOwner), parameters, by: deadline)
    }

    private func takeWeek(_ now: Instant) throws(DatabaseError) {
        let last = try connection.execute(
            statement(.selectHead), Parameters(settings.shard), by: deadline)
        week = max(week, last.rowCount > 0 ? try last.value(0, 1) : 0, now.week)
        try makeWeeks(now)
    }

    /// Makes the partitions of this week and the next, so that a batch always has its own. Where
    /// only the next one cannot be made now, it is tried again in a minute.
    private func makeWeeks(_ now: Instant) throws(DatabaseError) {
        do throws(DatabaseError) {
            _ = try connection.query(
                "SELECT make_weeks($1, $2)", Parameters(week, week + 1), by: deadline)
            weeks = week...week + 1
        } catch {
            guard weeks?.contains(week) == true, connection.isOpen else { throw error }
            nextTry = Instant(microseconds: now.microseconds + 60_000_000)
        }
    }

    // MARK: Writing

    /// Commits a batch: all of it, once, and only while this broker owns the shard.
    package func commit(_ batch: ShardBatch, now: Instant) -> CommitOutcome {
        do throws(DatabaseError) {
            week = max(week, now.week)
            if weeks?.lowerBound != week, weeks?.contains(week) != true || now >= nextTry {
                try makeWeeks(now)
                (written, replansAt) = (0, Self.firstReplan)
            }
            written += batch.events.count
            if written >= replansAt {
                try connection.run(script: "DISCARD PLANS", by: deadline)
                replansAt = written * 8
            }
            let form = BatchForm(batch)
            let statement = try statements.statement(form, on: connection, by: deadline)
            let parameters = writer.parameters(
                for: batch, in: form, shard: settings.shard, epoch: epoch, week: week, now: now)
            var transaction = try connection.transactionPipeline()
            try transaction.enqueue(statement, parameters)
            return transaction.commit().outcome
        } catch {
            return .rolledBack(error)
        }
    }

    /// The last position of the log: the oracle for a COMMIT of which nobody knows.
    package func head() throws(DatabaseError) -> Position {
        let result = try connection.execute(
            statement(.selectHead), Parameters(settings.shard), by: deadline)
        return result.rowCount > 0 ? Position(try result.value(0, 0)) : Position(0)
    }
}

extension DatabaseError {
    /// Another broker owns the shard now (`owned_epoch` in the schema).
    package var isShardLost: Bool {
        if case .server(let error) = self {
            error.constraint == "another_broker_owns_the_shard"
        } else {
            false
        }
    }

    /// Whether a single row can be the cause, so that the same statement may succeed without it:
    /// damage to what is stored, or an error of the disk (classes XX and 58).
    package var canBeOneRow: Bool {
        if case .server(let error) = self {
            error.state.classCode == "XX" || error.state.classCode == "58"
        } else {
            false
        }
    }
}
