import Messages
import Referrals
import Store
import Testing

@testable import Brokering

/// The limits of intake, dispatch and delivery: each lets through what reaches it, and no more.
@Suite("A limit of the broker")
struct LimitTests {
    private static func submissions(_ count: Int) -> [PreparedSubmission] {
        (0..<count).map {
            .referral(
                LocalName(rawValue: "r\($0)"), id: MessageID(rawValue: "m\($0)"),
                text: "a text of some length")
        }
    }

    private static func commands(_ submissions: [PreparedSubmission]) -> [ShardCommand] {
        submissions.enumerated().map {
            .submit($0.element, Ticket(outlet: OutletID(1), number: UInt64($0.offset)))
        }
    }

    @Test("has as many messages as it says in a batch, and the next one in the next")
    func batchMessages() {
        let mailbox = Mailbox()
        for count in [3, 4] {
            mailbox.post(Self.commands(Self.submissions(count)))
            #expect(mailbox.now(limit: 3, bytes: .max).count == 3)
            #expect(mailbox.now(limit: 3, bytes: .max).count == count - 3)
        }
    }

    @Test("has as many bytes as it says in a batch; one that alone is larger goes alone")
    func batchBytes() {
        let submissions = Self.submissions(3)
        let bytes = submissions.reduce(0) { $0 + $1.size }
        let mailbox = Mailbox()
        for (limit, counts) in [(bytes, [3, 0]), (bytes - 1, [2, 1]), (1, [1, 1])] {
            mailbox.post(Self.commands(submissions))
            for count in counts {
                #expect(mailbox.now(limit: .max, bytes: limit).count == count)
            }
            _ = mailbox.now(limit: .max, bytes: .max)
        }
    }

    @Test("has as many messages wait as it says, and no more until some are taken")
    func intakeQueueMessages() {
        let broker = Broker(limits: MessageLimits(), queue: (3, .max))
        broker.post(Self.commands(Self.submissions(2)))
        // There is room for one more.
        #expect(!broker.isCrowded)
        broker.post(Self.commands(Self.submissions(1)))
        #expect(broker.isCrowded)
        _ = broker.mailbox.now(limit: 1, bytes: .max)
        #expect(!broker.isCrowded)
    }

    @Test("has as many bytes wait as it says, and no more until some are taken")
    func intakeQueueBytes() {
        let submissions = Self.submissions(3)
        let bytes = submissions.reduce(0) { $0 + $1.size }
        let broker = Broker(limits: MessageLimits(), queue: (.max, bytes))
        broker.post(Self.commands(Array(submissions.prefix(2))))
        #expect(!broker.isCrowded)
        broker.post(Self.commands(Array(submissions.suffix(1))))
        #expect(broker.isCrowded)
        _ = broker.mailbox.now(limit: 1, bytes: .max)
        #expect(!broker.isCrowded)
    }

    @Test("keeps as many entries of an inbox ready as it says, and the rest in the database")
    func inboxWindow() throws {
        for (count, isWhole) in [(3, true), (4, false)] {
            var shard = try Transcript(window: 3)
            for submission in Self.submissions(count) { try shard.submit(submission) }
            let inbox = try #require(shard.machine.inboxes["clinic"])
            let window = inbox.windows[Int(Priority.routine.level)]
            #expect(window.ready.count == 3)
            #expect((window.readThrough == nil) == isWhole)
            let lines = try shard.receive(1, from: "clinic")
            #expect(lines.count { $0.hasPrefix("hand over") } == count)
        }
    }

    @Test("counts a message with the content that is most of it, and lets it go otherwise")
    func sharedMessage() {
        let message = [UInt8](repeating: 0x20, count: 1_000)
        for (part, shared) in [(500, 1_000), (499, 0), (0, 0)] {
            let section = ContentSection(label: .health, json: message[300..<300 + part])
            let body = PlainBody(
                envelope: Envelope(id: "m1", authored: Instant(microseconds: 0)), sender: "prison",
                record: [], content: part == 0 ? [] : [section], attachments: [],
                message: message.count)
            #expect(body.shared == shared)
            #expect(body.size == 256 + max(part, shared))
            #expect(
                body.content.first?.json.startIndex == (part == 0 ? nil : shared == 0 ? 0 : 300))
        }
    }

    @Test("keeps as many bytes of bodies as it says, and forgets the oldest for more")
    func bodyCache() {
        let body = Self.submissions(1)[0].plain
        var cache = BodyCache(bytes: 4 * body.size)
        for position in 1...4 { cache.insert(body, at: Position(Int64(position))) }
        #expect((1...4).allSatisfy { cache.take(at: Position(Int64($0))) != nil })
        #expect((1...4).allSatisfy { cache.take(at: Position(Int64($0))) == nil })
        for position in 1...5 { cache.insert(body, at: Position(Int64(position))) }
        let held = (1...5).filter { cache.take(at: Position(Int64($0))) != nil }
        #expect(held.first != 1)
        #expect(held.last == 5)
        #expect(held.count <= 4)
    }

    @Test("keeps as many referrals as it says, and forgets the oldest for more")
    func referralCache() {
        var cache = GenerationCache<Int, String>(capacity: 4)
        for key in 1...4 {
            cache.age()
            cache.insert("\(key)", for: key)
        }
        #expect(cache.count == 4)
        cache.age()
        cache.insert("5", for: 5)
        #expect(!cache.contains(1))
        #expect(cache.contains(5))
        #expect(cache.count <= 4)
    }
}
