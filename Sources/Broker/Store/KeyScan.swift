package import LibPQ
package import OpenSSLCrypto
package import Referrals

/// A key by which the store holds something.
package enum StoredKey: Hashable, Sendable {
    case message(LoadRequest.MessageKey)
    case name(QualifiedName)
    /// The keyed digest of a person's identifier.
    case person(SHA256Digest)
}

/// Reads all keys that the store holds, once, over a connection and on a thread of its own: the
/// shard goes on meanwhile.
package actor KeyScan {
    private let executor: ConnectionExecutor
    private let conninfo: Conninfo
    private let settings: ShardStore.Settings

    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    package init(_ conninfo: Conninfo, settings: ShardStore.Settings) throws(DatabaseError) {
        executor = try ConnectionExecutor(name: "key-scan")
        self.conninfo = conninfo
        self.settings = settings
    }

    /// Why a scan says nothing about the store.
    package enum Incomplete: Error, Sendable {
        /// What it read does not show the claim: a standby that is behind, say. What was committed
        /// before the claim may be missing too.
        case claimNotSeen
        /// Whoever takes the keys wanted no more, or the task was cancelled.
        case stopped
    }

    /// Hands every key that was committed before the shard was claimed to `take`, and some that
    /// came later. Whoever claimed it must know by themselves what they wrote since.
    ///
    /// All is read as of one moment that shows the claim; so it also shows what came before the
    /// claim, on whichever server it is read.
    /// - Parameters:
    ///   - broker: whose claim it was, or renewed since.
    ///   - epoch: of the claim.
    ///   - take: whether it wants more.
    package func run<Result: Sendable>(
        broker: TimeOrderedID, epoch: Int64, into result: Result,
        _ take: @Sendable (inout Result, StoredKey) -> Bool
    ) throws -> Result {
        var options = ConnectionOptions()
        options.applicationName = "throughcared keys"
        options.statementTimeout = Self.patience
        options.settings["search_path"] = "throughcare"
        let connection = try Connection(conninfo, options: options, by: .after(.seconds(60)))
        defer { connection.close() }
        try connection.begin(.snapshot, by: .after(settings.timeout))
        let scan = Scan(
            connection: connection, shard: settings.shard, deadline: .after(Self.patience))
        guard try scan.epoch(of: broker) ?? 0 >= epoch else { throw Incomplete.claimNotSeen }
        var result = result
        try scan.read(.selectMessageKeys, Parameters(settings.shard)) {
            row throws(DatabaseError) in
            let key = LoadRequest.MessageKey(
                sender: AgencyID(rawValue: try row.value(0, 0)),
                id: MessageID(rawValue: try row.value(0, 1)))
            return take(&result, .message(key))
        }
        try scan.read(.selectReferralNames, Parameters(settings.shard)) {
            row throws(DatabaseError) in
            let name = QualifiedName(
                agency: AgencyID(rawValue: try row.value(0, 0)),
                name: LocalName(rawValue: try row.value(0, 1)))
            return take(&result, .name(name))
        }
        try scan.read(.selectPersonLookups, Parameters(settings.shard)) {
            row throws(DatabaseError) in
            take(&result, .person(try row.value(0, 0)))
        }
        return result
    }

    /// For all of a scan: nobody waits for it, and the time that one takes is the keys'.
    private static let patience = Duration.seconds(3_600)
}

private struct Scan {
    let connection: Connection
    let shard: Int16
    let deadline: Deadline

    func epoch(of broker: TimeOrderedID) throws(DatabaseError) -> Int64? {
        let rows = try connection.query(
            StatementName.selectEpoch.sql, Parameters(shard, UUIDBytes(broker)), by: deadline)
        return rows.rowCount > 0 ? try rows.value(0, 0) : nil
    }

    /// - Parameter take: whether it wants more.
    func read(
        _ name: StatementName, _ parameters: Parameters,
        _ take: (QueryResult) throws(DatabaseError) -> Bool
    ) throws {
        let statement = try connection.prepare(name: name.rawValue, sql: name.sql, by: deadline)
        var isStopped = false
        do {
            try connection.forEachRow(statement, parameters, by: deadline) {
                row throws(DatabaseError) in
                guard row.rowCount > 0 else { return }
                guard try take(row), !Task.isCancelled else {
                    isStopped = true
                    // Or what is left would be read and dropped.
                    connection.close()
                    throw .closed
                }
            }
        } catch {
            throw isStopped ? KeyScan.Incomplete.stopped : error
        }
    }
}
