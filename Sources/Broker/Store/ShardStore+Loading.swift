package import LibPQ
package import Referrals

extension ShardStore {
    /// Reads what a batch needs, in one round trip; but not the histories of `request.referrals`.
    package func load(_ request: LoadRequest, now: Instant) throws(DatabaseError) -> Loaded {
        var loaded = Loaded()
        guard !request.isEmpty else { return loaded }
        var queries = Queries(store: self)
        try queries.add(keysOf: request, firstWeek: now.week - settings.retentionWeeks)
        for refill in request.refills { try queries.add(refill) }
        if let after = request.waitingAfter { try queries.add(waitingAfter: after) }
        try queries.run(into: &loaded, request: request)
        return loaded
    }

    /// Reads referrals by identifier, and the events of these and of all that were loaded before.
    package func loadHistories(
        of ids: Set<ReferralID>, into loaded: inout Loaded
    ) throws(DatabaseError) {
        let ids = ids.subtracting(loaded.referrals.map(\.id))
        if !ids.isEmpty {
            let rows = try connection.execute(
                statement(.selectReferralsByID), parameters(for: ids), by: deadline)
            for row in 0..<rows.rowCount {
                loaded.referrals.append(try ReferralRow(row: row, of: rows))
            }
        }
        let found = Set(loaded.referrals.map(\.id))
        guard !found.isEmpty else { return }
        let events = try connection.execute(
            statement(.selectEventsOfReferrals), parameters(for: found), by: deadline)
        for row in 0..<events.rowCount {
            loaded.events.append(try EventRecord(row: row, of: events))
        }
    }

    /// Shard, identifiers, and the week before which none of them was admitted.
    private func parameters(for ids: Set<ReferralID>) -> Parameters {
        var parameters = Parameters(settings.shard)
        parameters.append(array: ids.map { UUIDBytes($0.rawValue) })
        parameters.append(ids.map(\.rawValue.week).min() ?? 0)
        return parameters
    }

    /// Reads where the log and the counters stand, and the network in force.
    package func recover() throws(DatabaseError) -> RecoveredShard {
        let counterRows = try connection.execute(
            statement(.selectCounters), Parameters(settings.shard), by: deadline)
        var counters: [CounterRecord] = []
        for row in 0..<counterRows.rowCount {
            counters.append(
                CounterRecord(
                    kind: try counterRows.code(row, 0), key: try counterRows.value(row, 1),
                    value: try counterRows.value(row, 2)))
        }
        let checkpoint = counters.first { $0.kind == .checkpoint }?.value ?? 0
        var tail: [RecoveredShard.TailEvent] = []
        try connection.forEachRow(
            statement(.selectTail), Parameters(settings.shard, checkpoint), by: deadline
        ) { result throws(DatabaseError) in
            guard result.rowCount > 0 else { return }
            let event = try EventRecord(row: 0, of: result)
            var lane: Lane?
            if let region = try result.optional(0, 20, as: String.self),
                let service = try result.optional(0, 21, as: String.self)
            {
                lane = Lane(
                    region: Region(rawValue: region), service: ServiceType(rawValue: service))
            }
            tail.append(RecoveredShard.TailEvent(event: event, lane: lane))
        }
        return RecoveredShard(
            head: try head(), counters: counters, tail: tail, network: try network())
    }

    private func network() throws(DatabaseError) -> NetworkRecord? {
        let result = try connection.execute(
            statement(.selectNetwork), Parameters(settings.shard), by: deadline)
        guard result.rowCount > 0 else { return nil }
        return NetworkRecord(
            version: try result.value(0, 0),
            at: Instant(try result.value(0, 1, as: Timestamptz.self)),
            author: Actor(try result.value(0, 2, as: String.self)),
            document: try result.value(0, 3))
    }
}

/// The first round trip of a load: what was sent, and how to read each answer.
private struct Queries {
    enum Kind {
        case messages, persons, names, waiting
        case refill(LoadRequest.Refill)
    }

    let store: ShardStore
    private var sent: [(kind: Kind, statement: Statement, parameters: Parameters)] = []

    init(store: ShardStore) { self.store = store }

    private var shard: Int16 { store.settings.shard }

    mutating func add(keysOf request: LoadRequest, firstWeek: Int32) throws(DatabaseError) {
        if !request.messages.isEmpty {
            var parameters = Parameters(shard)
            parameters.append(array: request.messages.map(\.sender.rawValue))
            parameters.append(array: request.messages.map(\.id.rawValue))
            parameters.append(firstWeek)
            try add(.messages, .selectMessages, parameters)
        }
        if !request.persons.isEmpty {
            var parameters = Parameters(shard)
            parameters.append(array: request.persons)
            try add(.persons, .selectPersons, parameters)
        }
        if !request.names.isEmpty {
            var parameters = Parameters(shard)
            parameters.append(array: request.names.map(\.agency.rawValue))
            parameters.append(array: request.names.map(\.name.rawValue))
            try add(.names, .selectReferralsByName, parameters)
        }
    }

    mutating func add(_ refill: LoadRequest.Refill) throws(DatabaseError) {
        try add(
            .refill(refill), .selectEntries,
            Parameters(
                shard, refill.inbox.rawValue, refill.priority.level, refill.after.rawValue,
                Int64(store.settings.refill)))
    }

    mutating func add(waitingAfter position: Position) throws(DatabaseError) {
        try add(
            .waiting, .selectWaiting,
            Parameters(shard, position.rawValue, Int64(store.settings.refill)))
    }

    private mutating func add(
        _ kind: Kind, _ name: StatementName, _ parameters: Parameters
    ) throws(DatabaseError) {
        sent.append((kind, try store.statement(name), parameters))
    }

    func run(into loaded: inout Loaded, request: LoadRequest) throws(DatabaseError) {
        guard !sent.isEmpty else { return }
        var pipeline = try store.connection.pipeline()
        for query in sent { try pipeline.enqueue(query.statement, query.parameters) }
        let answers = try pipeline.finish(by: store.deadline)
        for (query, answer) in zip(sent, answers) {
            try read(try answer.get(after: answers), as: query.kind, into: &loaded)
        }
    }

    private func read(
        _ result: QueryResult, as kind: Kind, into loaded: inout Loaded
    ) throws(DatabaseError) {
        switch kind {
        case .messages:
            for row in 0..<result.rowCount {
                loaded.messages.append(try MessageRecord(row: row, of: result))
            }
        case .persons:
            for row in 0..<result.rowCount {
                loaded.persons.append(try PersonRecord(row: row, of: result))
            }
        case .names:
            for row in 0..<result.rowCount {
                loaded.referrals.append(try ReferralRow(row: row, of: result))
            }
        case .waiting:
            loaded.waiting = try Loaded.Waiting(result, limit: Int(store.settings.refill))
        case .refill(let refill):
            loaded.refills.append(
                try Loaded.Refill(result, of: refill, limit: Int(store.settings.refill)))
        }
    }
}

extension TimeOrderedID {
    /// The week in which it was made.
    var week: Int32 { Instant(microseconds: Int64(high >> 16) * 1_000).week }
}
