package import Referrals

/// Why a shard cannot go on.
package enum ShardError: Error, Sendable, CustomStringConvertible {
    /// Another broker has taken it over.
    case shardLost
    /// The log has lost its end: a failover to a server that did not have it, or a restored backup.
    case tailLost(confirmed: Position, found: Position)

    package var description: String {
        switch self {
        case .shardLost:
            "another broker has taken this shard over: only one may run on a database"
        case .tailLost(let confirmed, let found):
            "the log ends at \(found), and \(confirmed) was confirmed to agencies: this server has "
                + "lost what was confirmed; find the server that has it before any broker goes on"
        }
    }
}
