/// A message, by its sender and its id.
struct MessageKey: Hashable, Sendable, CustomStringConvertible {
    let sender: String
    let id: String
    var description: String { "\(sender)/\(id)" }
}

/// What the peers saw, in the order in which they saw it.
struct Sightings: Sendable {
    /// A delivery as it arrived.
    struct Delivery: Sendable {
        let inbox: String
        /// The entry's position, from the delivery's tag.
        let entry: Int
        /// How often the broker says that it was handed over before.
        let count: Int
        /// What it carries, by what its sender called it; nil for the broker's own.
        let message: MessageKey?
        /// The referral that it is about, by its qualified name.
        let referral: String
    }

    var sent: Set<MessageKey> = []
    /// Of which the broker said `accepted`.
    var confirmed: Set<MessageKey> = []
    var deliveries: [Delivery] = []
}

/// What the event log and the tables beside it say afterwards.
struct Account: Sendable {
    struct Event: Sendable {
        let position: Int
        let kind: String
        /// Qualified, as `prison-1/r9`.
        let referral: String?
        let inbox: String?
        let entry: Int?
        let attempt: Int
    }

    /// In the order of their positions.
    var events: [Event] = []
    /// The position of what each accepted message became.
    var stored: [MessageKey: Int] = [:]
}
