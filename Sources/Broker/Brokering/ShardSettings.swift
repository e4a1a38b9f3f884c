package import LibPQ
package import Messages
package import Referrals
package import Store

/// Where a shard can be made to fail, so that tests see what comes of it.
package enum ShardFault: String, Sendable, CaseIterable {
    /// Answers leave before the commit: the bug that the kill test's checker must catch.
    case confirmBeforeCommit = "confirm-before-commit"
    /// With the first command the loop spins: the bug that the watchdog must catch.
    case spin
}

/// What a shard is run with.
package struct ShardSettings: Sendable {
    package var conninfo: Conninfo
    package var masterKey: MasterKey
    package var store = ShardStore.Settings()
    package var machine = ShardMachine.Limits()
    package var messages = MessageLimits()
    /// Commands decided together at most.
    package var batch = 256
    /// Bytes of messages decided together; a single message may be larger.
    package var batchBytes = 4 << 20
    /// Bodies in the clear that memory holds, in bytes.
    package var bodyCache = 64 << 20
    /// Whether the schema is brought up to date at the start; otherwise it is only checked.
    package var migrates: Bool
    /// Decodes the text of a network file that was applied before.
    package var decodeNetwork: @Sendable (String) throws -> Network
    /// A fault to commit on purpose; only the tests' own daemon can be told one.
    package var fault: ShardFault?
    /// The business time.
    package var now: @Sendable () -> Instant

    package init(
        conninfo: Conninfo, masterKey: MasterKey, migrates: Bool,
        decodeNetwork: @escaping @Sendable (String) throws -> Network,
        now: @escaping @Sendable () -> Instant
    ) {
        self.conninfo = conninfo
        self.masterKey = masterKey
        self.migrates = migrates
        self.decodeNetwork = decodeNetwork
        self.now = now
    }
}
