import LibPQ
import Referrals
import Testing

@testable import Store

@Suite("The statement that writes a batch") struct BatchFormTests {
    private static let now = Instant(microseconds: 1_700_481_600_123_456)

    private static func batch(events: Int, referrals: Int) -> ShardBatch {
        var batch = ShardBatch()
        batch.events = (0..<events).map { .entry(Int64($0 + 1), at: now) }
        batch.referrals = (0..<referrals).map { .sample(UInt64($0), admitted: 1, at: now) }
        return batch
    }

    @Test("has an insert for each table that the batch adds to, in one order")
    func tables() {
        var batch = Self.batch(events: 1, referrals: 1)
        #expect(BatchForm(batch).inserts.map(\.table) == [.referrals, .events])
        batch.counters = [CounterRecord(kind: .inboxDepth, key: "k", value: 1)]
        #expect(BatchForm(batch).inserts.map(\.table) == [.referrals, .events, .counters])
        #expect(BatchForm(ShardBatch()).inserts.isEmpty)
        #expect(BatchForm(ShardBatch()).sql == StatementName.ownShard.sql)
    }

    @Test("writes few rows without arrays, and any other number in one form")
    func rows() {
        func rows(_ events: Int, _ referrals: Int) -> [Int?] {
            BatchForm(Self.batch(events: events, referrals: referrals)).inserts.map(\.rows)
        }
        #expect(rows(4, 1) == [1, 4])
        #expect(rows(5, 1) == [nil, nil])
        #expect(rows(4, 2) == [nil, nil])
        #expect(rows(4, 0) == [4])
        #expect(
            BatchForm(Self.batch(events: 5, referrals: 1))
                == BatchForm(Self.batch(events: 90, referrals: 60)))
        #expect(BatchForm(Self.batch(events: 4, referrals: 1)).sql.contains("unnest") == false)
    }

    @Test("numbers its parameters as they are given, column by column", arguments: 0...5, 0...2)
    func parameters(events: Int, referrals: Int) {
        let batch = Self.batch(events: events, referrals: referrals)
        let form = BatchForm(batch)
        var writer = BatchWriter()
        let given = writer.parameters(
            for: batch, in: form, shard: 0, epoch: 1, week: 2, now: Self.now)
        let numbers = Set(form.sql.matches(of: /\$([0-9]+)/).compactMap { Int($0.output.1) })
        #expect(numbers == Set(1...given.count))
    }

    @Test("writes rows side by side, their parameters column by column")
    func valuesOfRows() {
        let sql = BatchForm(Self.batch(events: 2, referrals: 0)).sql
        let rows = sql.split(separator: "VALUES ")[1].split(separator: "), (")
        #expect(rows.count == 2)
        // The check has two parameters, each row the same shard, week and time.
        for (index, row) in rows.enumerated() {
            let numbers = row.prefix { $0 != ")" }.matches(of: /\$([0-9]+)/)
                .compactMap { Int($0.output.1) }
            let columns = (0..<19).map { 6 + 2 * $0 + index }
            #expect(numbers == [3, 4, 5] + columns)
        }
    }
}
