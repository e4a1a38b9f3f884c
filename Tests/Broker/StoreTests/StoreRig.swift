import Fixtures
import LibPQ
import OpenSSLCrypto
import Referrals

@testable import Store

/// A database of a test's own on the shared server.
struct StoreRig {
    let conninfo: Conninfo
    /// A Monday at noon.
    let now = Instant(microseconds: 1_700_481_600_123_456)

    init() throws {
        conninfo = try Conninfo(try PostgresCluster.shared.get().makeDatabase())
    }

    /// A connection of its own, not the broker's.
    func connect() throws -> Connection { try Connection(conninfo, by: .after(.seconds(30))) }

    func store(refill: Int32 = 256) throws -> ShardStore {
        var settings = ShardStore.Settings()
        settings.refill = refill
        return try ShardStore(conninfo, settings: settings)
    }

    /// A store that owns the shard of a migrated database.
    ///
    /// - Parameter time: of the claim; `now` by default.
    func owner(refill: Int32 = 256, at time: Instant? = nil) throws -> ShardStore {
        let store = try store(refill: refill)
        try store.prepareSchema(migrates: true)
        _ = try store.claim(
            broker: TimeOrderedID(now: now, randomness: (1, 1)), now: time ?? now)
        return store
    }

    /// What a query gives, as text.
    func text(_ sql: String) throws -> [String] {
        let result = try connect().query(sql, by: .after(.seconds(30)))
        return try (0..<result.rowCount).map { try result.value($0, 0) }
    }
}

// Rows of every kind, small.

extension EventRecord {
    init(_ position: Int64, _ kind: EventKind, at: Instant, fill: (inout EventRecord) -> Void) {
        self.init(
            position: Position(position), at: at, kind: kind, actor: .broker, networkVersion: 3)
        fill(&self)
    }

    /// The referral of its own that each entry here has.
    static func referral(of entry: Int64, at: Instant) -> ReferralID {
        ReferralRow.sample(UInt64(entry), admitted: entry, at: at).id
    }

    /// An entry of an inbox.
    static func entry(
        _ position: Int64, for inbox: String = "clinic", priority: Priority = .routine,
        attempt: Int16 = 0, at: Instant
    ) -> EventRecord {
        EventRecord(position, .noticed, at: at) {
            $0.referral = referral(of: position, at: at)
            $0.version = 1
            $0.inbox = AgencyID(rawValue: inbox)
            $0.priority = priority
            $0.attempt = attempt
            $0.code = "cancelled"
        }
    }

    /// What became of one; of an orphan, whose referral was not to be found.
    static func fate(
        _ position: Int64, _ kind: EventKind, of entry: Int64, attempt: Int16 = 1,
        _ outcome: DeliveryOutcome? = nil, isOrphan: Bool = false, at: Instant
    ) -> EventRecord {
        EventRecord(position, kind, at: at) {
            if !isOrphan {
                $0.referral = referral(of: entry, at: at)
                $0.version = Int32(position)
            }
            $0.inbox = AgencyID(rawValue: "clinic")
            $0.priority = .routine
            $0.entry = Position(entry)
            $0.attempt = attempt
            $0.outcome = outcome
        }
    }

    /// A referral that enters its lane, or leaves it.
    static func lane(
        _ position: Int64, _ referral: ReferralID, version: Int32, by change: Int16, at: Instant
    ) -> EventRecord {
        EventRecord(position, change > 0 ? .unserved : .cancelled, at: at) {
            $0.referral = referral
            $0.version = version
            $0.lane = change
        }
    }
}

extension ReferralRow {
    /// All that it holds, as text.
    var text: String {
        let sections = basis.sections.map(\.rawValue).sorted()
        return "\(id) \(name) \(service) \(region) \(priority) \(person) \(basis.kind) "
            + "\(basis.law as Any) \(basis.discloser) \(basis.service) \(sections) "
            + "\(to as Any) \(admitted) \(at)"
    }

    static func sample(
        _ number: UInt64, admitted: Int64, at: Instant, law: Bool = false, to: String? = nil
    ) -> ReferralRow {
        ReferralRow(
            id: ReferralID(TimeOrderedID(now: at, randomness: (number, number))),
            name: QualifiedName(
                agency: AgencyID(rawValue: "prison"), name: LocalName(rawValue: "r\(number)")),
            service: ServiceType(rawValue: "health.hiv"), region: Region(rawValue: "RO-GR/târg"),
            priority: .asap,
            person: PersonAlias(TimeOrderedID(now: at, randomness: (7, number))),
            basis: BasisFacts(
                kind: law ? .law : .consent,
                law: law ? .init(regime: "led", reference: "Law 254/2013") : nil,
                discloser: .prison, service: ServiceType(rawValue: "health.hiv"),
                sections: law ? [.health, .identity] : []),
            to: to.map(AgencyID.init(rawValue:)), admitted: Position(admitted), at: at)
    }
}

extension SHA256Digest {
    /// A digest of 32 equal bytes.
    static func of(_ byte: UInt8) -> SHA256Digest {
        guard let digest = SHA256Digest(bytes: Array(repeating: byte, count: byteCount)) else {
            preconditionFailure("not the length of a digest")
        }
        return digest
    }
}
