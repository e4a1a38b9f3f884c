import EmbeddedPostgreSQL
import Glibc
import LibPQ
import OpenSSLCrypto
import Referrals
import Store

// The ceiling: what the database does for an admitted referral when nothing else is done.
extension ScenarioRun {
    /// Commits what a daemon would, through the daemon's own store, on the database of the daemon
    /// that was just measured. A daemon that knows the store's keys looks nothing up.
    func replay(
        _ scenario: Scenario, _ bench: Workbench, batch size: Int, against rate: Double,
        aim: Figure.Aim
    ) throws -> [Figure] {
        bench.stopDaemon()
        let database = bench.makeDatabase()
        let started = try database.start(deadline: .now + .seconds(60))
        let store = try ShardStore(
            try Conninfo(started.conninfo), settings: ShardStore.Settings())
        let now = Self.now()
        _ = try store.claim(broker: TimeOrderedID.random(at: now), now: now)
        var writer = ReplayWriter(store: store, head: try store.head())
        try writer.write(size == 1 ? 200 : min(2_000, settings.count), batch: size)
        let count = size == 1 ? min(settings.count, 3_000) : settings.count
        let before = bench.meter.usage()
        try writer.write(count, batch: size)
        let spent = bench.meter.usage() - before
        store.close()
        try database.stop(deadline: .now + .seconds(60))
        let ceiling = Double(count) / spent.seconds
        return [
            Figure(scenario, "replay in batches of \(size)", ceiling, "referrals/s"),
            Figure(scenario, "confirms to replay", rate / ceiling, "", aim: aim),
            Figure(
                scenario, "CPU of the database, replay", spent.database / Double(count),
                "µs/referral"),
            Figure(
                scenario, "CPU of store and libpq, replay", spent.generator / Double(count),
                "µs/referral"),
        ]
    }

    static func now() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(
            microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
    }
}

/// Writes admitted referrals as the daemon's machine decides them, without deciding.
struct ReplayWriter {
    let store: ShardStore
    private var head: Int64
    private var number: UInt64 = 0
    private var drawn: UInt64

    /// - Parameter head: the last position of the log.
    init(store: ShardStore, head: Position) {
        self.store = store
        self.head = head.rawValue
        // Beyond all that an earlier replay on this database drew.
        drawn = UInt64(head.rawValue) * 16
    }

    mutating func write(_ count: Int, batch size: Int) throws {
        var left = count
        while left > 0 {
            let now = ScenarioRun.now()
            var batch = ShardBatch()
            for _ in 0..<min(size, left) { add(to: &batch, now: now) }
            left -= size
            let outcome = store.commit(batch, now: now)
            guard outcome == .committed else { throw BenchError("a batch: \(outcome)") }
        }
    }

    /// One referral: message, person, referral, content of four sections, two events.
    private mutating func add(to batch: inout ShardBatch, now: Instant) {
        number += 1
        let text = String(number)
        let sender = AgencyID(rawValue: Workbench.sender)
        let region = ReferralMaker.regions[Int(number) % ReferralMaker.regions.count]
        let provider = Workbench.providers[Int(number) % Workbench.providers.count]
        let (admitted, assigned) = (Position(head + 1), Position(head + 2))
        head += 2
        let id = ReferralID(TimeOrderedID.random(at: now))
        let person = PersonAlias(TimeOrderedID.random(at: now))
        batch.messages.append(
            MessageRecord(
                sender: sender, id: MessageID(rawValue: "replay-\(text)"), nonce: bytes(16),
                digest: digest(), position: admitted))
        batch.persons.append(
            PersonRecord(
                lookup: digest(), alias: person, wrappedKey: bytes(60), generation: 1))
        batch.referrals.append(
            ReferralRow(
                id: id, name: QualifiedName(agency: sender, name: LocalName(rawValue: "p-\(text)")),
                service: ServiceType(rawValue: "housing.emergency"),
                region: Region(rawValue: region), priority: .routine, person: person,
                basis: BasisFacts(
                    kind: .law, law: .init(regime: "led", reference: "Law 254/2013"),
                    discloser: .prison,
                    service: ServiceType(rawValue: "housing.emergency"), sections: []),
                to: nil, admitted: admitted, at: now))
        batch.contents.append(
            ContentRecord(
                body: admitted, person: person, labels: "record identity contact needs",
                wrappedKeys: bytes(156), sealed: bytes(911)))
        var first = EventRecord(
            position: admitted, at: now, kind: .admitted, actor: .agency(sender),
            networkVersion: 1)
        first.referral = id
        first.version = 1
        first.body = admitted
        var second = EventRecord(
            position: assigned, at: now, kind: .assigned, actor: .broker, networkVersion: 1)
        second.referral = id
        second.version = 2
        second.assignment = AssignmentNumber(1)
        second.status = .requested
        second.agreement = AgreementID(rawValue: "agreement-\(provider)")
        second.inbox = AgencyID(rawValue: provider)
        second.priority = .routine
        second.body = admitted
        second.load = 1
        batch.events += [first, second]
    }

    private mutating func digest() -> SHA256Digest {
        guard let digest = SHA256Digest(bytes: bytes(32)) else { preconditionFailure("32 bytes") }
        return digest
    }

    /// Bytes that are never the same twice, and cost next to nothing: nobody reads them.
    private mutating func bytes(_ count: Int) -> [UInt8] {
        drawn += 1
        var bytes = [UInt8](repeating: UInt8(truncatingIfNeeded: drawn), count: count)
        for index in 0..<min(8, count) {
            bytes[index] = UInt8(truncatingIfNeeded: drawn >> UInt64(8 * index))
        }
        return bytes
    }
}

extension TimeOrderedID {
    fileprivate static func random(at now: Instant) -> TimeOrderedID {
        TimeOrderedID(
            now: now, randomness: (.random(in: 0 ... .max), .random(in: 0 ... .max)))
    }
}
