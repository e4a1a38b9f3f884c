package import Referrals

/// Everything that is wrong with a message, so that its sender can mend it at one go.
package struct MessageRefusals: Error, Hashable, Sendable {
    /// At least one, in the order in which they were found, at most `MessageLimits.refusals`.
    package let refusals: [Refusal]
    /// How many more there were.
    package let omitted: Int
    /// The message's `id`, where it could be read.
    package let id: MessageID?
    /// The message's `type`, where it could be read.
    package let type: MessageType?

    init(refusals: [Refusal], omitted: Int, id: MessageID?, type: MessageType?) {
        self.refusals = refusals
        self.omitted = omitted
        self.id = id
        self.type = type
    }

    /// One refusal of a message that had been decoded, or that never was JSON.
    package init(_ refusal: Refusal, id: MessageID? = nil) {
        self.init(refusals: [refusal], omitted: 0, id: id, type: nil)
    }
}

/// Gathers refusals while a message is read; one for all of its readers.
final class RefusalList {
    private(set) var refusals: [Refusal] = []
    private(set) var omitted = 0
    let limit: Int

    init(limit: Int) {
        self.limit = max(1, limit)
    }

    var isEmpty: Bool { refusals.isEmpty }

    func add(_ reason: Refusal.Reason, _ field: String, _ problem: String, _ remedy: String) {
        guard refusals.count < limit else {
            omitted += 1
            return
        }
        refusals.append(Refusal(reason, field: field, problem: problem, remedy: remedy))
    }
}
