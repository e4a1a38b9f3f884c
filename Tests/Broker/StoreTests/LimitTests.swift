import LibPQ
import Referrals
import Testing

@testable import Store

@Suite("A limit of the database")
struct LimitTests {
    @Test("is how long a message is known by its id: so many weeks, and not one more")
    func retention() throws {
        let rig = try StoreRig()
        let store = try rig.owner()
        let message = MessageRecord(
            sender: "prison", id: MessageID(rawValue: "m1"), nonce: [],
            digest: .of(1), position: Position(1))
        var batch = ShardBatch()
        batch.messages = [message]
        batch.events = [.entry(1, at: rig.now)]
        #expect(store.commit(batch, now: rig.now) == .committed)
        var request = LoadRequest()
        request.messages = [.init(sender: message.sender, id: message.id)]
        let weeks = Int64(store.settings.retentionWeeks)
        let week: Int64 = 7 * 86_400 * 1_000_000
        let last = Instant(microseconds: rig.now.microseconds + weeks * week)
        #expect(try store.load(request, now: last).messages == [message])
        let later = Instant(microseconds: last.microseconds + week)
        #expect(try store.load(request, now: later).messages == [])
    }

    @Test("is how long a statement may take: then it is cancelled, and the session goes on")
    func statementTimeout() throws {
        let rig = try StoreRig()
        var settings = ShardStore.Settings()
        settings.timeout = .seconds(1)
        let owner = try rig.owner()
        owner.close()
        let store = try ShardStore(rig.conninfo, settings: settings)
        _ = try store.claim(broker: TimeOrderedID(now: rig.now, randomness: (2, 2)), now: rig.now)
        var batch = ShardBatch()
        batch.events = [.entry(1, at: rig.now)]

        let other = try rig.connect()
        try other.run(
            script: "BEGIN; LOCK TABLE throughcare.event IN SHARE MODE", by: .after(.seconds(30)))
        guard case .rolledBack(let error) = store.commit(batch, now: rig.now) else {
            Issue.record("it was committed")
            return
        }
        #expect(error.kind == .transient)
        #expect(store.isOpen)
        try other.run(script: "ROLLBACK", by: .after(.seconds(30)))
        #expect(store.commit(batch, now: rig.now) == .committed)
    }
}
