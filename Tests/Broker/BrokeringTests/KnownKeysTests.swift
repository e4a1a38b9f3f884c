import Fixtures
import OpenSSLCrypto
import Referrals
import Store
import Testing

@testable import Brokering

@Suite("Which keys the store may hold") struct KnownKeysTests {
    private func key(_ number: Int) -> StoredKey {
        .name(QualifiedName(agency: "prison", name: LocalName(rawValue: "r\(number)")))
    }

    @Test("is told of no key before all are known")
    func incomplete() {
        var known = KnownKeys(capacity: 100)
        #expect(known.mayHold(key(1)))
        known.complete(with: KnownKeys(capacity: 100))
        #expect(!known.mayHold(key(1)))
        known.insert(key(1))
        #expect(known.mayHold(key(1)))
    }

    @Test(
        "never misses one, and is seldom wrong about others within its capacity",
        arguments: [1, 1_000, 100_000])
    func answers(capacity: Int) {
        var (known, scanned) = (KnownKeys(capacity: capacity), KnownKeys(capacity: capacity))
        for number in 0..<capacity / 2 { known.insert(key(number)) }
        for number in capacity / 2..<capacity { scanned.insert(key(number)) }
        known.complete(with: scanned)
        #expect(known.count == capacity)
        #expect((0..<capacity).allSatisfy { known.mayHold(key($0)) })
        let wrong = (capacity..<capacity + 10_000).count { known.mayHold(key($0)) }
        // Two in a thousand were measured; a filter of one block has its own luck.
        #expect(wrong < (capacity > 100 ? 100 : 500))
    }

    @Test("tells kinds of keys apart")
    func kinds() throws {
        var known = KnownKeys(capacity: 1_000)
        known.complete(with: KnownKeys(capacity: 1_000))
        known.insert(.message(.init(sender: "prison", id: MessageID(rawValue: "r1"))))
        #expect(!known.mayHold(key(1)))
        #expect(try !known.mayHold(.person(SHA256Digest(hashing: Array("r1".utf8)))))
    }

    @Test("spares new messages the look-up, and only them")
    func needs() {
        var machine = ShardMachine(
            recovered: RecoveredShard(head: Position(0), counters: [], tail: [], network: nil),
            network: .none, random: SeededGenerator(seed: 1))
        func commands(_ number: Int) -> [ShardCommand] {
            let name = LocalName(rawValue: "r\(number)")
            return [
                .submit(
                    .referral(name, id: MessageID(rawValue: "m\(number)")),
                    Ticket(outlet: OutletID(1), number: 1))
            ]
        }
        #expect(machine.needs(for: commands(1)).messages.count == 1)
        var scanned = KnownKeys(capacity: ShardMachine.Limits().knownKeys)
        scanned.insert(.message(.init(sender: "prison", id: MessageID(rawValue: "m2"))))
        machine.learn(scanned)
        #expect(machine.needs(for: commands(1)).isEmpty)
        let request = machine.needs(for: commands(2))
        #expect(request.messages.map(\.id.rawValue) == ["m2"])
        #expect(request.names.isEmpty && request.persons.isEmpty)
    }

    /// A database for one broker after the other.
    private struct Place {
        let conninfo: String
        let masterKey: MasterKey
        let clock = LiveBroker.Clock(Instant(microseconds: 1_700_481_600_000_000))

        init() throws {
            conninfo = try PostgresCluster.shared.get().makeDatabase()
            masterKey = MasterKey(key: try SymmetricKey.random(), generation: 1)
        }

        func broker(isFirst: Bool) async throws -> LiveBroker {
            try await LiveBroker(
                on: conninfo, masterKey: masterKey, clock: clock, migrates: isFirst)
        }
    }

    @Test("does not have a former owner refuse what it does not know of")
    func formerOwner() async throws {
        let place = try Place()
        let first = try await place.broker(isFirst: true)
        try await first.apply(SampleNetwork(pairs: 1).yaml)
        _ = try await first.logged.take("the keys are read") { $0.hasPrefix("keys-read") }
        let second = try await place.broker(isFirst: false)
        try await second.admit(SampleMessages.referral("r1"), from: "prison-0")

        let update = SampleMessages.cancel("u1", referral: "r1")
        try first.post(update, from: "prison-0")
        guard case .shardLost? = await first.end() as? ShardError else {
            Issue.record("it went on")
            return
        }
        #expect(first.answersLeft.isEmpty)
        try await second.admit(update, from: "prison-0")
        try await second.stop()
    }

    @Test("is read anew by each life of the broker, which then still knows a repetition")
    func restart() async throws {
        let place = try Place()
        let first = try await place.broker(isFirst: true)
        _ = try await first.logged.take("the keys are read") { $0 == "keys-read count=0" }
        try await first.apply(SampleNetwork(pairs: 1).yaml)
        let message = SampleMessages.referral("r1")
        let position = try await first.admit(message, from: "prison-0")
        try await first.stop()

        let second = try await place.broker(isFirst: false)
        // A message, a referral and a person.
        _ = try await second.logged.take("the keys are read") { $0 == "keys-read count=3" }
        #expect(try await second.admit(message, from: "prison-0") == position)
        let other = SampleMessages.referral("r1", health: "other")
        #expect(try await second.refusal(of: other, from: "prison-0")?.reason == .conflict)
        try await second.stop()
    }
}
