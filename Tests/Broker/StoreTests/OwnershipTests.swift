import Fixtures
import LibPQ
import Referrals
import Store
import Testing

@Suite("Who owns a shard") struct OwnershipTests {
    @Test("is who claimed it last: the epoch rises, and the former owner's session ends")
    func claims() throws {
        let rig = try StoreRig()
        let broker = TimeOrderedID(now: rig.now, randomness: (1, 1))
        let first = try rig.store()
        try first.prepareSchema(migrates: true)
        #expect(try first.claim(broker: broker, now: rig.now) == 1)
        #expect(try first.claim(broker: broker, now: rig.now) == 2)
        let second = try rig.store()
        #expect(try second.claim(broker: broker, now: rig.now) == 3)
        #expect(throws: DatabaseError.self) { try first.head() }
        #expect(!first.isOpen)
        #expect(try second.head() == Position(0))
    }

    @Test("leaves other sessions alone, and other databases")
    func sparesOthers() throws {
        let rig = try StoreRig()
        let bystander = try rig.connect()
        let elsewhere = try StoreRig().owner()
        _ = try rig.owner()
        _ = try rig.owner()
        #expect(bystander.isOpen)
        #expect(try bystander.query("SELECT 1::bigint", by: .after(.seconds(30))).rowCount == 1)
        #expect(try elsewhere.head() == Position(0))
    }

    @Test("is asked in every batch: a former owner whose session lives commits nothing")
    func refusesFormerOwner() throws {
        let rig = try StoreRig()
        let store = try rig.owner()
        try rig.connect().run(
            script: "UPDATE throughcare.shard SET epoch = epoch + 1", by: .after(.seconds(30)))
        var batch = ShardBatch()
        batch.events = [.entry(1, at: rig.now)]
        guard case .rolledBack(let error) = store.commit(batch, now: rig.now) else {
            Issue.record("it was committed")
            return
        }
        #expect(error.isShardLost)
        #expect(try store.head() == Position(0))
    }

    @Test(
        "is asked of the row as it is once it can be locked: a batch that waits for it is refused")
    func refusesWhatWaited() async throws {
        let rig = try StoreRig()
        let store = try rig.owner()
        let (successor, observer) = (try rig.connect(), try rig.connect())
        try successor.run(
            script: "BEGIN; UPDATE throughcare.shard SET epoch = epoch + 1",
            by: .after(.seconds(30)))
        let pid = store.backendPID
        let waits = Task.detached {
            let question = "SELECT 1 FROM pg_locks WHERE pid = $1 AND NOT granted"
            let end = ContinuousClock.now + .seconds(30)
            var isWaiting = false
            while !isWaiting, ContinuousClock.now < end {
                isWaiting =
                    try observer.query(question, Parameters(pid), by: .after(.seconds(30)))
                    .rowCount > 0
            }
            try successor.run(script: "COMMIT", by: .after(.seconds(30)))
            return isWaiting
        }
        var batch = ShardBatch()
        batch.events = [.entry(1, at: rig.now)]
        let outcome = store.commit(batch, now: rig.now)
        #expect(try await waits.value)
        guard case .rolledBack(let error) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(error.isShardLost)
        #expect(try rig.text("SELECT position::text FROM throughcare.event") == [])
    }

    @Test("can change while the former owner holds its lock")
    func stopped() throws {
        let rig = try StoreRig()
        let store = try rig.owner()
        let stuck = try rig.connect()
        // As if the former owner had stopped in the middle of a batch.
        let scripts = [
            """
            SET application_name = 'throughcared shard';
            SET search_path = throughcare;
            UPDATE shard SET backend_pid = pg_backend_pid();
            """,
            "BEGIN; SELECT epoch FROM shard WHERE shard = 0 FOR NO KEY UPDATE;",
        ]
        for script in scripts { try stuck.run(script: script, by: .after(.seconds(30))) }
        store.close()
        #expect(
            try rig.store().claim(
                broker: TimeOrderedID(now: rig.now, randomness: (2, 2)), now: rig.now) == 2)
    }
}
