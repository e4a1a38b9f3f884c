import LibPQ
import Referrals
import Store
import Testing

@Suite("A batch") struct CommitTests {
    private func expectCommitted(_ outcome: CommitOutcome) {
        guard case .committed = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    /// An event of every kind, with everything that an event can have.
    private func events(of referral: ReferralID, at: Instant) -> [EventRecord] {
        EventKind.allCases.enumerated().map { index, kind in
            EventRecord(Int64(index + 1), kind, at: at) {
                $0.actor = index % 2 == 0 ? .operator(uid: 1_000) : .agency("prison")
                $0.referral = referral
                $0.version = Int32(index + 1)
                $0.assignment = AssignmentNumber(2)
                $0.status = kind == .assigned ? .requested : .onHold
                $0.reason = index % 2 == 0 ? .incompleteInformation : nil
                $0.agreement = index % 3 == 0 ? AgreementID(rawValue: "clinic-health") : nil
                $0.inbox = "clinic"
                $0.priority = .stat
                $0.body = Position(1)
                $0.entry = Position(2)
                $0.attempt = 3
                $0.outcome = index % 2 == 0 ? nil : .modified
                $0.code = index % 4 == 0 ? nil : "progress"
                $0.lane = Int16(index % 3) - 1
                $0.load = 1 - Int16(index % 3)
            }
        }
    }

    @Test("goes on in the same week when the clock steps back, and nothing comes before its cause")
    func clockStepsBack() throws {
        let rig = try StoreRig()
        let store = try rig.owner()
        let week = Int64(7 * 86_400) * 1_000_000
        func later(_ weeks: Int64) -> Instant {
            Instant(microseconds: rig.now.microseconds + weeks * week)
        }
        let row = ReferralRow.sample(1, admitted: 1, at: later(3))
        var batch = ShardBatch()
        batch.referrals = [row]
        batch.events = [.lane(1, row.id, version: 1, by: 1, at: later(3))]
        #expect(store.commit(batch, now: later(3)) == .committed)
        var after = ShardBatch()
        after.events = [.lane(2, row.id, version: 2, by: -1, at: rig.now)]
        #expect(store.commit(after, now: rig.now) == .committed)
        var loaded = Loaded()
        try store.loadHistories(of: [row.id], into: &loaded)
        #expect(loaded.events.map(\.position.rawValue) == [1, 2])
        // A successor whose clock is right goes on there too.
        let successor = try rig.store()
        _ = try successor.claim(
            broker: TimeOrderedID(now: rig.now, randomness: (2, 2)), now: rig.now)
        var last = ShardBatch()
        last.events = [.lane(3, row.id, version: 3, by: 1, at: rig.now)]
        #expect(successor.commit(last, now: rig.now) == .committed)
        var again = Loaded()
        try successor.loadHistories(of: [row.id], into: &again)
        #expect(again.events.count == 3)
    }

    @Test("finds a partition when the clock was ahead at the start, and has been put right")
    func clockIsPutRight() throws {
        let rig = try StoreRig()
        let store = try rig.store()
        try store.prepareSchema(migrates: true)
        let ahead = Instant(microseconds: rig.now.microseconds + 40 * 86_400_000_000)
        _ = try store.claim(broker: TimeOrderedID(now: ahead, randomness: (1, 1)), now: ahead)
        var batch = ShardBatch()
        batch.events = [.entry(1, at: rig.now)]
        #expect(store.commit(batch, now: rig.now) == .committed)
    }

    @Test(
        "comes back as it went in, record by record, however many rows are written together",
        arguments: [1, 2, 3, 4, 5, .max])
    func roundTrip(rows most: Int) throws {
        let rig = try StoreRig()
        let store = try rig.owner()
        #expect(try store.head() == Position(0))
        let rows = [
            ReferralRow.sample(1, admitted: 1, at: rig.now, law: true, to: "clinic"),
            .sample(2, admitted: 9, at: rig.now),
        ]
        var batch = ShardBatch()
        batch.referrals = rows
        batch.events = events(of: rows[0].id, at: rig.now)
        batch.messages = [
            MessageRecord(
                sender: "prison", id: MessageID(rawValue: "m1"),
                nonce: Array(0..<16), digest: .of(0xD1),
                position: Position(1))
        ]
        batch.persons = [
            PersonRecord(
                lookup: .of(0x10), alias: rows[0].person,
                wrappedKey: [1, 2, 0, 255], generation: 4)
        ]
        batch.contents = [
            ContentRecord(
                body: Position(1), person: rows[0].person, labels: "record health",
                wrappedKeys: [5], sealed: [6, 0, 7]),
            ContentRecord(
                body: Position(9), person: rows[1].person, labels: "", wrappedKeys: [8],
                sealed: []),
        ]
        batch.network = NetworkRecord(
            version: 1, at: rig.now, author: .operator(uid: 0), document: "network: «ă»\n")
        for piece in batch.pieces(rows: most) {
            expectCommitted(store.commit(piece, now: rig.now))
        }

        #expect(try store.head() == Position(Int64(EventKind.allCases.count)))
        var request = LoadRequest()
        request.messages = batch.messages.map { .init(sender: $0.sender, id: $0.id) }
        request.persons = batch.persons.map(\.lookup)
        request.names = [rows[1].name]
        var loaded = try store.load(request, now: rig.now)
        try store.loadHistories(of: [rows[0].id], into: &loaded)
        #expect(loaded.messages == batch.messages)
        #expect(loaded.persons == batch.persons)
        #expect(Set(loaded.referrals.map(\.text)) == Set(rows.map(\.text)))
        #expect(loaded.events == batch.events)
        #expect(try Set(store.contents(of: [Position(1), Position(9)])) == Set(batch.contents))
        #expect(try store.personKeys(of: [rows[0].person]).map(\.wrappedKey) == [[1, 2, 0, 255]])

        let recovered = try store.recover()
        #expect(recovered.head == batch.lastPosition)
        #expect(recovered.network == batch.network)
        #expect(recovered.tail.map(\.event) == batch.events)
        #expect(
            recovered.tail.map(\.lane)
                == batch.events.map {
                    $0.lane == 0 ? nil : Lane(region: rows[0].region, service: rows[0].service)
                })
    }

    @Test("of which one row is refused leaves nothing behind, and the next is taken")
    func atomic() throws {
        let rig = try StoreRig()
        let store = try rig.owner()
        let message = MessageRecord(
            sender: "prison", id: MessageID(rawValue: "m1"), nonce: [],
            digest: .of(1), position: Position(1))
        var first = ShardBatch()
        first.messages = [message]
        first.events = [.entry(1, at: rig.now)]
        expectCommitted(store.commit(first, now: rig.now))
        var second = ShardBatch()
        second.messages = [message]
        second.referrals = [.sample(1, admitted: 2, at: rig.now)]
        second.events = [.entry(2, at: rig.now)]
        guard case .rolledBack(let error) = store.commit(second, now: rig.now) else {
            Issue.record("it was committed")
            return
        }
        #expect(error.kind != .connection)
        #expect(try store.head() == Position(1))
        #expect(try rig.text("SELECT id::text FROM throughcare.referral") == [])
        second.messages = []
        expectCommitted(store.commit(second, now: rig.now))
        #expect(try store.head() == Position(2))
    }

    private static let contradictions: [@Sendable (inout EventRecord) -> Void] = [
        { $0.version = 0 },
        { $0.referral = nil },
        { $0.inbox = nil },
        { $0.priority = nil },
        { $0.lane = 2 },
        { $0.load = -2 },
        { $0.position = Position(0) },
        { $0.assignment = AssignmentNumber(0) },
        { $0.kind = .settled },
        { $0.kind = .returned },
        {
            assigned(&$0); $0.status = nil
        },
        {
            assigned(&$0); $0.status = .received
        },
        {
            assigned(&$0); $0.body = nil
        },
        {
            assigned(&$0); $0.assignment = nil
        },
    ]

    private static func assigned(_ event: inout EventRecord) {
        event.kind = .assigned
        event.assignment = AssignmentNumber(1)
        event.status = .requested
        event.body = Position(1)
    }

    @Test("that contradicts itself is refused by the schema", arguments: contradictions)
    func constraints(fault: @Sendable (inout EventRecord) -> Void) throws {
        let rig = try StoreRig()
        let store = try rig.owner()
        var batch = ShardBatch()
        var event = EventRecord.entry(1, at: rig.now)
        fault(&event)
        batch.events = [event]
        guard case .rolledBack(let error) = store.commit(batch, now: rig.now) else {
            Issue.record("it was committed")
            return
        }
        #expect(error.state == SQLState(rawValue: "23514"), "\(error)")
        #expect(try store.head() == Position(0))
    }

    @Test("finds its partitions, however long the broker has run")
    func partitions() throws {
        let rig = try StoreRig()
        let store = try rig.owner()
        let week: Int64 = 7 * 86_400 * 1_000_000
        for (index, weeks) in [0, 1, 2, 3, 40].enumerated() {
            let at = Instant(microseconds: rig.now.microseconds + Int64(weeks) * week)
            var batch = ShardBatch()
            batch.events = [.entry(Int64(index + 1), at: at)]
            batch.messages = [
                MessageRecord(
                    sender: "prison", id: MessageID(rawValue: "m\(weeks)"), nonce: [],
                    digest: .of(1), position: Position(Int64(index + 1)))
            ]
            expectCommitted(store.commit(batch, now: at))
        }
        #expect(try store.head() == Position(5))
        let at = Instant(microseconds: rig.now.microseconds + 40 * week)
        var request = LoadRequest()
        request.messages = [0, 40].map {
            .init(sender: "prison", id: MessageID(rawValue: "m\($0)"))
        }
        // What is older than the retention is not known any more.
        #expect(
            try store.load(request, now: at).messages.map(\.id) == [MessageID(rawValue: "m40")])
    }
}

extension AgencyID: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension ShardBatch {
    /// The same rows in batches that have so many events at most, and one row of each other table;
    /// or all in one.
    fileprivate func pieces(rows most: Int) -> [ShardBatch] {
        var (rest, pieces) = (self, [ShardBatch]())
        func take<Row>(_ rows: inout [Row], _ most: Int) -> [Row] {
            defer { rows.removeFirst(min(most, rows.count)) }
            return Array(rows.prefix(most))
        }
        let others = most == .max ? most : 1
        repeat {
            var piece = ShardBatch()
            piece.events = take(&rest.events, most)
            piece.messages = take(&rest.messages, others)
            piece.persons = take(&rest.persons, others)
            piece.referrals = take(&rest.referrals, others)
            piece.contents = take(&rest.contents, others)
            piece.network = exchange(&rest.network, with: nil)
            pieces.append(piece)
        } while !rest.events.isEmpty
        return pieces
    }
}
