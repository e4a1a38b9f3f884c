import Fixtures
import OpenSSLCrypto
import Referrals
import Testing

@testable import Brokering

@Suite("A message that comes again after the network has changed")
struct RepetitionTests {
    private static let before = SampleNetwork(pairs: 1).yaml
    /// The same, without the law on which the sample messages stand.
    private static let after = before.replacing("[Law 254/2013]", with: "[Law 1/2000]")

    @Test("is confirmed as it was if it was accepted, and else refused in the network's words")
    func repetition() async throws {
        let live = try await LiveBroker(
            on: try PostgresCluster.shared.get().makeDatabase(),
            masterKey: MasterKey(key: try SymmetricKey.random(), generation: 1),
            clock: LiveBroker.Clock(Instant(microseconds: 1_700_481_600_000_000)),
            migrates: true)
        try await live.apply(Self.before)
        let message = SampleMessages.referral("r1")
        let position = try await live.admit(message, from: "prison-0")
        try await live.apply(Self.after)

        #expect(try await live.admit(message, from: "prison-0") == position)
        let other = SampleMessages.referral("r1", health: "other")
        #expect(try await live.refusal(of: other, from: "prison-0")?.reason == .conflict)
        let new = SampleMessages.referral("r2")
        let refusal = try #require(try await live.refusal(of: new, from: "prison-0"))
        #expect(refusal.reason == .basis)
        #expect(refusal.field == "/basis/law/reference")
        #expect(refusal.remedy.contains("Law 1/2000"))

        // What was refused is not remembered: another message may have its id.
        try await live.apply(Self.before)
        try await live.admit(SampleMessages.referral("r2", health: "new"), from: "prison-0")
        try await live.stop()
    }
}
