import Messages
import Referrals
import Store
import Testing

@testable import Brokering

@Suite("What is in the mailbox") struct MailboxTests {
    private static let start = ContinuousClock.now
    private static let end = start + MailboxContent.patience

    private static func settlement(_ entry: Int64) -> ShardCommand {
        .settle(
            ConsumerID(1), entry: Position(entry), attempt: 1, .accepted)
    }

    private static let grant = ShardCommand.grant(ConsumerID(1), limit: 1)

    /// What the shard goes on with, in words: the number of commands, the milliseconds for which it
    /// waits, or its end.
    private func next(
        _ content: inout MailboxContent, limit: Int = .max, at time: ContinuousClock.Instant = start
    ) -> String {
        switch content.next(limit: limit, bytes: .max, now: time) {
        case .commands(let commands): "\(commands.count)"
        case .nothing(nil): "waits"
        case .nothing(let time?): "waits \(Int((time / .milliseconds(1)).rounded())) ms"
        case .ended: "ends"
        }
    }

    private func wakes(_ content: inout MailboxContent) -> Bool { content.wakes() }

    @Test("keeps settlements until the first of them has waited long enough")
    func patience() {
        var content = MailboxContent()
        content.post([Self.settlement(1)], now: Self.start)
        #expect(next(&content) == "waits 5 ms")
        content.post([Self.settlement(2)], now: Self.start + .milliseconds(3))
        #expect(next(&content, at: Self.start + .milliseconds(3)) == "waits 2 ms")
        #expect(next(&content, at: Self.end) == "2")
        // The next one has a time of its own.
        content.post([Self.settlement(3)], now: Self.end)
        #expect(next(&content, at: Self.end) == "waits 5 ms")
        // One that waited while the shard was busy does not wait again.
        #expect(next(&content, at: Self.end + .seconds(1)) == "1")
        #expect(next(&content, at: Self.end + .seconds(1)) == "waits")
    }

    @Test("gives settlements at once with anything else, in the order in which they came")
    func company() {
        var content = MailboxContent()
        content.post([Self.settlement(1), Self.grant, Self.settlement(2)], now: Self.start)
        #expect(next(&content, limit: 2) == "2")
        // What was left waits for the rest of the same time.
        let later = Self.start + .milliseconds(1)
        #expect(next(&content, at: later) == "waits 4 ms")
        content.post([Self.grant], now: later)
        guard case .commands(let commands) = content.next(limit: .max, bytes: .max, now: later)
        else {
            Issue.record("it waits")
            return
        }
        #expect(commands.map(\.isGrant) == [false, true])
    }

    @Test("wakes the shard, once, for whatever it waits for")
    func wakes() {
        var content = MailboxContent()
        content.post([Self.grant], now: Self.start)
        #expect(!wakes(&content), "nobody waits")
        #expect(next(&content) == "1")
        #expect(next(&content) == "waits")
        content.post([Self.settlement(1)], now: Self.start)
        #expect(wakes(&content), "so that it waits no longer than settlements may")
        #expect(!wakes(&content), "it is awake")
        #expect(next(&content) == "waits 5 ms")
        content.post([Self.settlement(2)], now: Self.start)
        #expect(!wakes(&content), "that is no company")
        content.post([Self.grant], now: Self.start)
        #expect(wakes(&content))
        #expect(next(&content) == "3")
    }

    @Test("wakes the shard that waits for company when there are many, a poke, or the end")
    func wakesForMore() {
        let changes: [(String, (inout MailboxContent) -> Void, String)] = [
            (
                "many",
                {
                    let more = (2...MailboxContent.company).map { Self.settlement(Int64($0)) }
                    $0.post(more, now: Self.start)
                }, "\(MailboxContent.company)"
            ),
            ("a poke", { $0.isPoked = true }, "1"),
            ("the end", { $0.isClosed = true }, "1"),
        ]
        for (name, change, taken) in changes {
            var content = MailboxContent()
            content.post([Self.settlement(1)], now: Self.start)
            #expect(next(&content) == "waits 5 ms")
            change(&content)
            #expect(wakes(&content), "\(name)")
            #expect(next(&content) == taken, "\(name)")
            #expect(next(&content) == (content.isClosed ? "ends" : "waits"), "\(name)")
        }
    }

    @Test("gives what is there to who asks without waiting, and takes nothing after its end")
    func exceptions() {
        var content = MailboxContent()
        content.post([Self.settlement(1)], now: Self.start)
        #expect(content.take(limit: .max, bytes: .max).count == 1)
        content.isPoked = true
        #expect(next(&content) == "0")
        #expect(next(&content) == "waits")
        content.isClosed = true
        #expect(wakes(&content))
        content.post([Self.grant], now: Self.start)
        #expect(next(&content) == "ends")
    }
}

extension ShardCommand {
    fileprivate var isGrant: Bool { if case .grant = self { true } else { false } }
}
