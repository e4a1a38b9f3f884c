import AMQPDoor
import Brokering
import ConfigurationFile
import LibPQ
import OpenSSLCrypto
import Referrals
import Store
import Testing

@testable import Daemon

@Suite("A limit that is configured")
struct LimitWiringTests {
    private static func shardSettings(_ limits: BrokerLimits) throws -> ShardSettings {
        var settings = ShardSettings(
            conninfo: try Conninfo("host=/nowhere"),
            masterKey: MasterKey(
                key: try SymmetricKey(bytes: [UInt8](repeating: 1, count: 32)), generation: 1),
            migrates: true, decodeNetwork: { _ in throw CancellationError() },
            now: { Instant(microseconds: 0) })
        limits.apply(to: &settings)
        return settings
    }

    /// Everything that the parts of the daemon are run with, as text.
    private static func settings(_ limits: BrokerLimits) throws -> String {
        let shard = try shardSettings(limits)
        var door = AMQPDoorSettings(listener: .address(host: "::1", port: 0))
        limits.apply(to: &door)
        return [
            "\(shard.batch) \(shard.batchBytes) \(shard.bodyCache) \(shard.machine)",
            "\(shard.store) \(shard.messages)", "\(door)", "\(limits.queue)",
            "\(limits.networkFile)",
        ].joined(separator: "\n")
    }

    /// The socket takes it as it is configured (`OperatorFaces`).
    private static let others: Set = ["adminRequestBytes"]

    @Test("reaches what it limits", arguments: BrokerLimits.table.map(\.name))
    func reaches(name: String) throws {
        let limit = try #require(BrokerLimits.table.first { $0.name == name })
        guard !Self.others.contains(name) else { return }
        var limits = BrokerLimits()
        switch limit.measure {
        case .count(let path, _), .size(let path, _): limits[keyPath: path] += 1
        // A week, which is as much as counts of a retention.
        case .time(let path, _): limits[keyPath: path] += .seconds(7 * 86_400)
        }
        #expect(try Self.settings(limits) != Self.settings(BrokerLimits()))
    }

    private static let day = 86_400

    @Test(
        "in days is kept for the weeks that hold them",
        arguments: zip([7 * day, 7 * day + 1, 30 * day, 35 * day], [1, 2, 5, 5] as [Int32]))
    func weeks(seconds: Int, weeks: Int32) throws {
        var limits = BrokerLimits()
        limits.deduplicationRetention = .seconds(seconds)
        #expect(try Self.shardSettings(limits).store.retentionWeeks == weeks)
    }
}
