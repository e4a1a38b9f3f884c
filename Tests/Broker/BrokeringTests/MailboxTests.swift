import Messages
import Referrals
import Store
import Synchronization
import Testing

@testable import Brokering

@Suite("The mailbox") struct MailboxTests {
    private static func settlement(_ entry: Int64) -> ShardCommand {
        .settle(
            ConsumerID(1), entry: Position(entry), attempt: 1, .accepted, undeliverable: false)
    }

    private static let grant = ShardCommand.grant(ConsumerID(1), limit: 1)

    /// What the shard takes next, and how long it waited.
    private func next(_ mailbox: Mailbox) -> (count: Int?, after: Duration) {
        let began = ContinuousClock.now
        let taken = mailbox.next(limit: .max, bytes: .max)
        return (taken?.count, ContinuousClock.now - began)
    }

    /// Has another thread do something once the shard has waited a little.
    private func soon(_ body: @escaping @Sendable () -> Void) -> Task<Void, any Error> {
        Task.detached {
            try await ContinuousClock().sleep(for: .milliseconds(1))
            body()
        }
    }

    @Test("keeps settlements a moment, until they come alone")
    func patience() {
        let mailbox = Mailbox()
        mailbox.post([Self.settlement(1), Self.settlement(2)])
        let (count, waited) = next(mailbox)
        #expect(count == 2)
        #expect(waited >= Mailbox.patience)
        // The next ones wait anew.
        mailbox.post([Self.settlement(3)])
        #expect(next(mailbox).after >= Mailbox.patience)
    }

    @Test("gives settlements at once with anything else, in the order in which they came")
    func company() throws {
        let mailbox = Mailbox()
        mailbox.post([Self.settlement(1)])
        mailbox.post([Self.grant, Self.settlement(2)])
        let taken = try #require(mailbox.next(limit: .max, bytes: .max))
        #expect(taken.map(\.isGrant) == [false, true, false])
        // A part that was taken leaves the rest as patient as it is.
        mailbox.post([Self.grant, Self.settlement(3)])
        #expect(mailbox.next(limit: 1, bytes: .max)?.count == 1)
        #expect(next(mailbox).after >= Mailbox.patience)
    }

    @Test("gives settlements at once where there are many")
    func many() {
        let few = (1..<Mailbox.company).map { Self.settlement(Int64($0)) }
        let mailbox = Mailbox()
        mailbox.post(few)
        #expect(next(mailbox).after >= Mailbox.patience)
        mailbox.post(few + [Self.settlement(0)])
        #expect(mailbox.isReady)
        #expect(next(mailbox).count == Mailbox.company)
    }

    @Test("gives settlements to who asks without waiting, at its end, and when it is poked")
    func exceptions() {
        let mailbox = Mailbox()
        mailbox.post([Self.settlement(1)])
        #expect(mailbox.now(limit: .max, bytes: .max).count == 1)
        mailbox.post([Self.settlement(2)])
        #expect(!mailbox.isReady)
        mailbox.poke()
        #expect(mailbox.isReady)
        #expect(next(mailbox).count == 1)
        mailbox.post([Self.settlement(3)])
        mailbox.close()
        #expect(mailbox.isReady)
        #expect(next(mailbox).count == 1)
        #expect(next(mailbox).count == nil)
    }

    @Test("wakes the shard for whatever comes, whether it waits for anything or for company")
    func wakes() async throws {
        let mailbox = Mailbox()
        for _ in 0..<50 {
            let first = soon { mailbox.post([Self.settlement(1)]) }
            #expect(next(mailbox).count == 1)
            try await first.value
            mailbox.post([Self.settlement(2)])
            let second = soon { mailbox.post([Self.grant]) }
            // Together, unless the moment was over before.
            let count = next(mailbox).count
            try await second.value
            #expect(count == 2 || count == 1 && next(mailbox).count == 1)
        }
    }
}

extension ShardCommand {
    fileprivate var isGrant: Bool { if case .grant = self { true } else { false } }
}
