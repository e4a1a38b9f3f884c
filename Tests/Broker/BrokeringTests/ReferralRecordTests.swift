import Referrals
import Store
import Testing

@testable import Brokering

@Suite("A referral's history, folded") struct ReferralRecordTests {
    @Test("tells of each open entry how often it was handed over, and how often it failed")
    func openEntries() throws {
        var shard = try Transcript()
        try shard.submit(.referral("r1", id: "m1"))
        try shard.receive(1, from: "clinic")
        try shard.settle(3, by: 1, .modified)
        try shard.settle(3, by: 1, attempt: 2, .released)
        let name = QualifiedName(agency: "prison", name: "r1")
        try shard.submit(.update(of: name, id: "u1", from: "prison", kind: .agree))
        let record = try #require(shard.store.referral(named: name))
        #expect(record.openEntries.map(\.position.rawValue) == [3, 10])
        #expect(record.openEntries.map(\.attempts) == [3, 0])
        #expect(record.openEntries.map(\.failures) == [1, 0])
        #expect(record.assignment(AssignmentNumber(1))?.wasHandedOver == true)
        try shard.settle(3, by: 1, attempt: 3)
        let settled = try #require(shard.store.referral(named: name))
        #expect(settled.openEntry(at: Position(3)) == nil)
        #expect(settled.openEntry(at: Position(10))?.attempts == 1)
    }
}
