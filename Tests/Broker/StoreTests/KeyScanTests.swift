import LibPQ
import Referrals
import Store
import Testing

@Suite("A scan of the store's keys") struct KeyScanTests {
    private func scan(
        _ rig: StoreRig, broker: UInt64 = 1, epoch: Int64 = 1, stopsAt limit: Int = .max
    ) async throws -> Set<StoredKey> {
        try await KeyScan(rig.conninfo, settings: ShardStore.Settings()).run(
            broker: TimeOrderedID(now: rig.now, randomness: (broker, broker)), epoch: epoch,
            into: Set<StoredKey>()
        ) { keys, key in
            keys.insert(key)
            return keys.count < limit
        }
    }

    /// Writes a message of a year ago, and one of today, each with its referral and person.
    private func filled(_ rig: StoreRig) throws -> Set<StoredKey> {
        let yearAgo = Instant(microseconds: rig.now.microseconds - 365 * 86_400_000_000)
        let store = try rig.owner(at: yearAgo)
        var keys: Set<StoredKey> = []
        for (number, now) in [(1, yearAgo), (2, rig.now)] as [(Int64, Instant)] {
            let row = ReferralRow.sample(UInt64(number), admitted: number, at: now)
            var batch = ShardBatch()
            batch.events = [.entry(number, at: now)]
            batch.messages = [
                MessageRecord(
                    sender: "prison", id: MessageID(rawValue: "m\(number)"),
                    nonce: Array(0..<16), digest: .of(0xD1),
                    position: Position(number))
            ]
            batch.referrals = [row]
            batch.persons = [
                PersonRecord(
                    lookup: .of(UInt8(number)), alias: row.person,
                    wrappedKey: [1], generation: 1)
            ]
            #expect(store.commit(batch, now: now) == .committed)
            keys.insert(.message(.init(sender: "prison", id: batch.messages[0].id)))
            keys.insert(.name(row.name))
            keys.insert(.person(batch.persons[0].lookup))
        }
        return keys
    }

    @Test("finds them all, also of messages that are remembered no longer")
    func all() async throws {
        let rig = try StoreRig()
        let keys = try filled(rig)
        #expect(keys.count == 6)
        #expect(try await scan(rig) == keys)
    }

    @Test("says nothing where it does not see the claim")
    func claimNotSeen() async throws {
        let rig = try StoreRig()
        _ = try filled(rig)
        await #expect(throws: KeyScan.Incomplete.claimNotSeen) {
            try await scan(rig, epoch: 2)
        }
        // As many claims, but another broker's: another server, which has gone its own way.
        await #expect(throws: KeyScan.Incomplete.claimNotSeen) {
            try await scan(rig, broker: 2)
        }
    }

    @Test("ends where no more are wanted")
    func stopped() async throws {
        let rig = try StoreRig()
        _ = try filled(rig)
        await #expect(throws: KeyScan.Incomplete.stopped) { try await scan(rig, stopsAt: 2) }
    }
}
