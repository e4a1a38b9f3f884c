import LibPQ
import Referrals

/// The columns of `insert-events`, reused from batch to batch.
struct EventColumns {
    private var network = ArrayColumn<Int32>()
    private var position = ArrayColumn<Int64>()
    private var kind = ArrayColumn<String>()
    private var actor = ArrayColumn<String>()
    private var referral = ArrayColumn<UUIDBytes>()
    private var version = ArrayColumn<Int32>()
    private var assignment = ArrayColumn<Int16>()
    private var status = ArrayColumn<String>()
    private var reason = ArrayColumn<String>()
    private var agreement = ArrayColumn<String>()
    private var inbox = ArrayColumn<String>()
    private var priority = ArrayColumn<Int16>()
    private var body = ArrayColumn<Int64>()
    private var entry = ArrayColumn<Int64>()
    private var attempt = ArrayColumn<Int16>()
    private var outcome = ArrayColumn<String>()
    private var code = ArrayColumn<String>()
    private var lane = ArrayColumn<Int16>()
    private var load = ArrayColumn<Int16>()

    mutating func fill(_ events: [EventRecord]) {
        reset()
        for event in events { append(event) }
    }

    func appendAll(to parameters: inout Parameters, as form: ColumnForm) {
        parameters.append(network, as: form)
        parameters.append(position, as: form)
        parameters.append(kind, as: form)
        parameters.append(actor, as: form)
        parameters.append(referral, as: form)
        parameters.append(version, as: form)
        parameters.append(assignment, as: form)
        parameters.append(status, as: form)
        parameters.append(reason, as: form)
        parameters.append(agreement, as: form)
        parameters.append(inbox, as: form)
        parameters.append(priority, as: form)
        parameters.append(body, as: form)
        parameters.append(entry, as: form)
        parameters.append(attempt, as: form)
        parameters.append(outcome, as: form)
        parameters.append(code, as: form)
        parameters.append(lane, as: form)
        parameters.append(load, as: form)
    }

    private mutating func append(_ event: EventRecord) {
        network.append(event.networkVersion)
        position.append(event.position.rawValue)
        kind.append(event.kind.rawValue)
        actor.append(event.actor.description)
        referral.append((event.referral?.rawValue).map(UUIDBytes.init))
        version.append(event.version)
        assignment.append(event.assignment?.rawValue)
        status.append(event.status?.rawValue)
        reason.append(event.reason?.rawValue)
        agreement.append(event.agreement?.rawValue)
        inbox.append(event.inbox?.rawValue)
        priority.append(event.priority?.level)
        body.append(event.body?.rawValue)
        entry.append(event.entry?.rawValue)
        attempt.append(event.attempt)
        outcome.append(event.outcome?.rawValue)
        code.append(event.code)
        lane.append(event.lane)
        load.append(event.load)
    }

    private mutating func reset() {
        network.reset()
        position.reset()
        kind.reset()
        actor.reset()
        referral.reset()
        version.reset()
        assignment.reset()
        status.reset()
        reason.reset()
        agreement.reset()
        inbox.reset()
        priority.reset()
        body.reset()
        entry.reset()
        attempt.reset()
        outcome.reset()
        code.reset()
        lane.reset()
        load.reset()
    }
}

extension UUIDBytes {
    init(_ id: TimeOrderedID) { self.init(high: id.high, low: id.low) }
}

extension TimeOrderedID {
    init(_ bytes: UUIDBytes) { self.init(high: bytes.high, low: bytes.low) }
}

extension EventRecord {
    /// Reads the columns that the `select-` statements on events return, in their order.
    init(row: Int, of result: QueryResult) throws(DatabaseError) {
        self.init(
            position: Position(try result.value(row, 0)),
            at: Instant(try result.value(row, 1, as: Timestamptz.self)),
            kind: try result.code(row, 2),
            actor: Actor(try result.value(row, 3, as: String.self)),
            networkVersion: try result.value(row, 4))
        referral = try result.optional(row, 5, as: UUIDBytes.self)
            .map { ReferralID(TimeOrderedID($0)) }
        version = try result.value(row, 6)
        assignment = try result.optional(row, 7, as: Int16.self).map(AssignmentNumber.init)
        status = try result.optionalCode(row, 8)
        reason = try result.optionalCode(row, 9)
        agreement = try result.optional(row, 10, as: String.self)
            .map(AgreementID.init(rawValue:))
        inbox = try result.optional(row, 11, as: String.self).map(AgencyID.init(rawValue:))
        priority = try result.optional(row, 12, as: Int16.self)
            .flatMap(Priority.init(level:))
        body = try result.optional(row, 13, as: Int64.self).map(Position.init)
        entry = try result.optional(row, 14, as: Int64.self).map(Position.init)
        attempt = try result.value(row, 15)
        outcome = try result.optionalCode(row, 16)
        code = try result.optional(row, 17)
        lane = try result.value(row, 18)
        load = try result.value(row, 19)
    }
}

extension Instant {
    init(_ time: Timestamptz) { self.init(microseconds: time.microsecondsSinceUnixEpoch) }
}

extension Timestamptz {
    init(_ instant: Instant) { self.init(microsecondsSinceUnixEpoch: instant.microseconds) }
}

extension QueryResult {
    /// Reads a text that is one of our codes; another is a database that a later version wrote.
    func code<Code: RawRepresentable<String>>(
        _ row: Int, _ column: Int, as type: Code.Type = Code.self
    ) throws(DatabaseError) -> Code {
        let text: String = try value(row, column)
        guard let code = Code(rawValue: text) else {
            throw .misuse("row \(row), column \(column): unknown \(type) \(text)")
        }
        return code
    }

    func optionalCode<Code: RawRepresentable<String>>(
        _ row: Int, _ column: Int, as type: Code.Type = Code.self
    ) throws(DatabaseError) -> Code? {
        guard try !isNull(row, column) else { return nil }
        return try code(row, column, as: type)
    }
}
