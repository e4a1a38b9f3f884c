package import LibPQ
package import Messages
package import Referrals
package import Store

/// What a shard is run with.
package struct ShardSettings: Sendable {
    package var conninfo: Conninfo
    package var masterKey: MasterKey
    package var store = ShardStore.Settings()
    package var machine = ShardMachine.Limits()
    package var messages = MessageLimits()
    /// Commands decided together at most.
    package var batch = 256
    /// Bodies in the clear that memory holds, in bytes.
    package var bodyCache = 64 << 20
    /// Whether the schema is brought up to date at the start; otherwise it is only checked.
    package var migrates: Bool
    /// Decodes the text of a network file that was applied before.
    package var decodeNetwork: @Sendable (String) throws -> Network
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
