import LibPQ
import Referrals

// How the rows that `ShardStore` reads become records.

extension MessageRecord {
    init(row: Int, of result: QueryResult) throws(DatabaseError) {
        self.init(
            sender: AgencyID(rawValue: try result.value(row, 0)),
            id: MessageID(rawValue: try result.value(row, 1)), nonce: try result.value(row, 2),
            digest: try result.value(row, 3), position: Position(try result.value(row, 4)))
    }
}

extension PersonRecord {
    init(row: Int, of result: QueryResult) throws(DatabaseError) {
        self.init(
            lookup: try result.value(row, 0),
            alias: PersonAlias(TimeOrderedID(try result.value(row, 1, as: UUIDBytes.self))),
            wrappedKey: try result.value(row, 3), generation: try result.value(row, 2))
    }
}

extension ReferralRow {
    convenience init(row: Int, of result: QueryResult) throws(DatabaseError) {
        let service = ServiceType(rawValue: try result.value(row, 3))
        let level: Int16 = try result.value(row, 5)
        guard let priority = Priority(level: level) else {
            throw .misuse("unknown priority \(level)")
        }
        self.init(
            id: ReferralID(TimeOrderedID(try result.value(row, 0, as: UUIDBytes.self))),
            name: QualifiedName(
                agency: AgencyID(rawValue: try result.value(row, 1)),
                name: LocalName(rawValue: try result.value(row, 2))),
            service: service, region: Region(rawValue: try result.value(row, 4)),
            priority: priority,
            person: PersonAlias(TimeOrderedID(try result.value(row, 6, as: UUIDBytes.self))),
            basis: try BasisFacts(row: row, of: result, service: service),
            to: try result.optional(row, 12, as: String.self).map(AgencyID.init(rawValue:)),
            admitted: Position(try result.value(row, 13)),
            at: Instant(try result.value(row, 14, as: Timestamptz.self)))
    }
}

extension BasisFacts {
    fileprivate init(
        row: Int, of result: QueryResult, service: ServiceType
    ) throws(DatabaseError) {
        var law: Law?
        if let regime = try result.optional(row, 8, as: String.self),
            let reference = try result.optional(row, 9, as: String.self)
        {
            law = Law(regime: regime, reference: reference)
        }
        let sections = try result.value(row, 11, as: String.self).split(separator: " ")
        self.init(
            kind: try result.code(row, 7), law: law, discloser: try result.code(row, 10),
            service: service,
            sections: SectionSet(sections.compactMap { SectionLabel(rawValue: String($0)) }))
    }
}

extension Loaded.Waiting {
    init(_ result: QueryResult, limit: Int) throws(DatabaseError) {
        var referrals: [ReferralID] = []
        var last: Int64 = 0
        for row in 0..<result.rowCount {
            last = try result.value(row, 0)
            referrals.append(
                ReferralID(TimeOrderedID(try result.value(row, 1, as: UUIDBytes.self))))
        }
        self.init(
            referrals: referrals, next: result.rowCount < limit ? nil : Position(last))
    }
}

extension Loaded.Refill {
    /// The rows of `select-entries`: what was read, each with whether it has ended.
    init(
        _ result: QueryResult, of request: LoadRequest.Refill, limit: Int
    ) throws(DatabaseError) {
        var entries: [QueuedEntry] = []
        entries.reserveCapacity(result.rowCount)
        var last: Int64 = 0
        for row in 0..<result.rowCount {
            last = try result.value(row, 0)
            guard try result.isNull(row, 2) else { continue }
            entries.append(
                QueuedEntry(
                    position: Position(last),
                    referral: ReferralID(
                        TimeOrderedID(try result.value(row, 1, as: UUIDBytes.self))),
                    priority: request.priority))
        }
        self.init(
            request: request, entries: entries,
            readThrough: result.rowCount < limit ? nil : Position(last))
    }
}
