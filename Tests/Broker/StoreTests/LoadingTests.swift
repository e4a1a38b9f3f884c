import LibPQ
import Referrals
import Store
import Testing

@Suite("What is read back") struct LoadingTests {
    private func owner(of rig: StoreRig, _ events: [EventRecord], refill: Int32 = 256) throws
        -> ShardStore
    {
        let store = try rig.owner(refill: refill)
        var batch = ShardBatch()
        batch.events = events
        try commit(batch, to: store, rig)
        return store
    }

    private func commit(_ batch: ShardBatch, to store: ShardStore, _ rig: StoreRig) throws {
        guard case .committed = store.commit(batch, now: rig.now) else {
            throw DatabaseError.closed
        }
    }

    private func refill(
        _ store: ShardStore, _ rig: StoreRig, after: Int64 = 0, priority: Priority = .routine
    ) throws -> Loaded.Refill {
        var request = LoadRequest()
        request.refills = [
            .init(inbox: "clinic", priority: priority, after: Position(after))
        ]
        return try #require(try store.load(request, now: rig.now).refills.first)
    }

    @Test("of an inbox is what is open")
    func entries() throws {
        let rig = try StoreRig()
        let at = rig.now
        let store = try owner(
            of: rig,
            [
                .entry(1, at: at), .entry(2, attempt: 1, at: at), .entry(3, at: at),
                .entry(4, at: at), .entry(5, for: "ngo", at: at),
                .entry(6, priority: .stat, at: at), .entry(7, at: at), .entry(8, at: at),
                .fate(9, .settled, of: 1, .accepted, at: at),
                .fate(10, .returned, of: 2, .lost, at: at),
                .fate(11, .handedOver, of: 3, at: at),
                .fate(12, .returned, of: 3, .modified, at: at),
                .fate(13, .handedOver, of: 3, attempt: 2, at: at),
                .fate(14, .returned, of: 3, attempt: 2, .modified, at: at),
                .fate(15, .quarantined, of: 4, .released, isOrphan: true, at: at),
                .fate(16, .withdrawn, of: 7, at: at),
            ])
        let read = try refill(store, rig)
        #expect(read.readThrough == nil)
        #expect(read.entries.map(\.position.rawValue) == [2, 3, 8])
        #expect(
            try refill(store, rig, priority: .stat).entries.map(\.position.rawValue) == [6])
    }

    @Test("of an inbox comes page by page, and a page of ended entries leads on")
    func pages() throws {
        let rig = try StoreRig()
        let at = rig.now
        let store = try owner(
            of: rig,
            (1...5).map { .entry($0, at: at) }
                + [
                    .fate(6, .settled, of: 1, .accepted, at: at),
                    .fate(7, .settled, of: 2, .accepted, at: at),
                ], refill: 2)
        let pages = try [0, 2, 4].map { try refill(store, rig, after: $0) }
        #expect(pages.map { $0.entries.map(\.position.rawValue) } == [[], [3, 4], [5]])
        #expect(pages.map(\.readThrough) == [Position(2), Position(4), nil])
    }

    @Test("of lanes is who waits, in the order in which they began to")
    func waiting() throws {
        let rig = try StoreRig()
        let store = try rig.owner(refill: 2)
        let rows = (1...4).map { ReferralRow.sample(UInt64($0), admitted: 1, at: rig.now) }
        let ids = rows.map(\.id)
        var batch = ShardBatch()
        batch.referrals = rows
        batch.events = [
            .lane(1, ids[0], version: 1, by: 1, at: rig.now),
            .lane(2, ids[1], version: 1, by: 1, at: rig.now),
            .lane(3, ids[2], version: 1, by: 1, at: rig.now),
            .lane(4, ids[1], version: 2, by: -1, at: rig.now),
            .lane(5, ids[0], version: 2, by: -1, at: rig.now),
            .lane(6, ids[0], version: 3, by: 1, at: rig.now),
            .lane(7, ids[3], version: 1, by: 1, at: rig.now),
        ]
        try commit(batch, to: store, rig)
        var request = LoadRequest()
        request.waitingAfter = Position(0)
        var first = try store.load(request, now: rig.now)
        #expect(first.waiting?.referrals == [ids[2], ids[0]])
        try store.loadHistories(of: [ids[2], ids[0]], into: &first)
        #expect(Set(first.referrals.map(\.id)) == [ids[2], ids[0]])
        #expect(first.events.count == 4)
        request.waitingAfter = try #require(first.waiting?.next)
        let second = try store.load(request, now: rig.now)
        #expect(second.waiting?.referrals == [ids[3]])
        #expect(second.waiting?.next == nil)
    }

    @Test("after a restart are the counters as they were written last, and the log behind them")
    func counters() throws {
        let rig = try StoreRig()
        let store = try owner(of: rig, (1...3).map { .entry($0, at: rig.now) })
        for value in [Int64(1), 2] {
            var batch = ShardBatch()
            batch.counters = [
                CounterRecord(kind: .inboxDepth, key: "clinic 0", value: value * 10),
                CounterRecord(kind: .checkpoint, key: "", value: value),
            ]
            try commit(batch, to: store, rig)
        }
        let recovered = try store.recover()
        #expect(recovered.head == Position(3))
        #expect(
            Set(recovered.counters) == [
                CounterRecord(kind: .inboxDepth, key: "clinic 0", value: 20),
                CounterRecord(kind: .checkpoint, key: "", value: 2),
            ])
        #expect(recovered.tail.map(\.event.position) == [Position(3)])
        #expect(recovered.network == nil)
    }

    @Test("of what is not there is nothing")
    func absent() throws {
        let rig = try StoreRig()
        let store = try rig.owner()
        var request = LoadRequest()
        request.messages = [.init(sender: "prison", id: MessageID(rawValue: "m1"))]
        request.names = [QualifiedName(agency: "prison", name: LocalName(rawValue: "r1"))]
        request.persons = [.of(1)]
        request.waitingAfter = Position(0)
        request.refills = [.init(inbox: "clinic", priority: .stat, after: Position(0))]
        var loaded = try store.load(request, now: rig.now)
        let absent = ReferralRow.sample(1, admitted: 1, at: rig.now).id
        try store.loadHistories(of: [absent], into: &loaded)
        #expect(loaded.messages.isEmpty && loaded.referrals.isEmpty && loaded.persons.isEmpty)
        #expect(loaded.waiting?.referrals == [] && loaded.waiting?.next == nil)
        #expect(loaded.refills.map(\.entries) == [[]] && loaded.refills[0].readThrough == nil)
    }

    @Test("of secrets is the first that was kept")
    func secrets() throws {
        let rig = try StoreRig()
        let store = try rig.owner()
        #expect(try store.secret(named: "canary") == nil)
        try store.keepSecret(named: "canary", wrapped: [1, 2], generation: 1)
        try store.keepSecret(named: "canary", wrapped: [3], generation: 1)
        #expect(try store.secret(named: "canary") == [1, 2])
    }
}
