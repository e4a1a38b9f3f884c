import Testing

@Suite("The checker of the kill tests")
struct CheckerTests {
    private static let message = MessageKey(sender: "p", id: "m1")
    private static let later = MessageKey(sender: "p", id: "m2")

    private static func event(
        _ position: Int, _ kind: String, entry: Int? = nil, attempt: Int = 0,
        referral: String? = "p/r1"
    ) -> Account.Event {
        Account.Event(
            position: position, kind: kind, referral: referral,
            inbox: kind == "admitted" ? nil : "c", entry: entry, attempt: attempt)
    }

    private static func delivery(
        _ entry: Int, count: Int = 0, _ message: MessageKey = message
    ) -> Sightings.Delivery {
        Sightings.Delivery(
            inbox: "c", entry: entry, count: count, message: message, referral: "p/r1")
    }

    /// A referral and an update to it, each confirmed, delivered once and settled.
    private static var right: (Sightings, Account) {
        (
            Sightings(
                sent: [message, later], confirmed: [message, later],
                deliveries: [delivery(2), delivery(5, later)]),
            Account(
                events: [
                    event(1, "admitted"), event(2, "assigned", attempt: 1),
                    event(3, "settled", entry: 2, attempt: 1), event(4, "updated"),
                    event(5, "queued", attempt: 1), event(6, "settled", entry: 5, attempt: 1),
                ], stored: [message: 1, later: 4])
        )
    }

    struct Planted: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let plant: @Sendable (inout Sightings, inout Account) -> Void
        let found: [Violation]
    }

    static let planted = [
        Planted(
            testDescription: "nothing wrong", plant: { _, _ in }, found: []),
        Planted(
            testDescription: "a release, told by the count",
            plant: { seen, account in
                seen.deliveries = [delivery(2), delivery(2, count: 1), delivery(6, later)]
                account.events = [
                    event(1, "admitted"), event(2, "assigned", attempt: 1),
                    event(3, "returned", entry: 2, attempt: 1),
                    event(4, "handed-over", entry: 2, attempt: 2), event(5, "updated"),
                    event(6, "queued", attempt: 1), event(7, "settled", entry: 2, attempt: 2),
                    event(8, "settled", entry: 6, attempt: 1),
                ]
                account.stored = [message: 1, later: 5]
            }, found: []),
        Planted(
            testDescription: "a message in a lane",
            plant: { seen, account in
                seen.deliveries = []
                seen.confirmed = [message]
                account.events = [event(1, "admitted"), event(2, "unserved")]
            }, found: []),
        Planted(
            testDescription: "a confirmed message that is not stored",
            plant: { seen, account in
                seen.deliveries.removeLast()
                account.stored[later] = nil
            }, found: [.lost(later), .settledUnseen(entry: 5)]),
        Planted(
            testDescription: "a confirmed message that is stored and nowhere",
            plant: { seen, account in
                seen.deliveries = []
                seen.confirmed = [message]
                account.events = [event(1, "admitted")]
            }, found: [.mislaid(message)]),
        Planted(
            testDescription: "a delivery that nobody sent",
            plant: { seen, _ in seen.sent = [later] }, found: [.invented(message)]),
        Planted(
            testDescription: "a message in two entries",
            plant: { seen, account in
                seen.deliveries = [delivery(2), delivery(5)]
                seen.sent = [message]
                seen.confirmed = [message]
            }, found: [.doubled(message, inbox: "c")]),
        Planted(
            testDescription: "a second delivery without a count",
            plant: { seen, _ in seen.deliveries.insert(delivery(2), at: 0) },
            found: [.countedWrongly(entry: 2, counts: [0, 0])]),
        Planted(
            testDescription: "a delivery that left before its commit",
            plant: { seen, _ in seen.deliveries.insert(delivery(2, count: 1), at: 1) },
            found: [.unrecorded(entry: 2, count: 1)]),
        Planted(
            testDescription: "an update before its referral",
            plant: { seen, _ in seen.deliveries.swapAt(0, 1) },
            found: [.outOfOrder(referral: "p/r1", inbox: "c", entries: [5, 2])]),
        Planted(
            testDescription: "a gap",
            plant: { _, account in account.events.remove(at: 2) },
            found: [.gap(after: 2), .left(entry: 2, inbox: "c")]),
        Planted(
            testDescription: "an entry that ended twice",
            plant: { _, account in
                account.events.append(event(7, "quarantined", entry: 2, attempt: 1))
            }, found: [.endedTwice(entry: 2)]),
        Planted(
            testDescription: "an entry that was settled and never came",
            plant: { seen, _ in seen.deliveries.removeLast() },
            found: [.settledUnseen(entry: 5)]),
        Planted(
            testDescription: "an entry that is left",
            plant: { _, account in account.events.removeLast() },
            found: [.left(entry: 5, inbox: "c")]),
    ]

    @Test("finds what is wrong, and nothing else", arguments: planted)
    func finds(planted: Planted) {
        var (seen, account) = Self.right
        planted.plant(&seen, &account)
        #expect(Checker(seen: seen, account: account).violations(isDrained: true) == planted.found)
    }
}
