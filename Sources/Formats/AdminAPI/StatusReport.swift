/// `GET /v1/status`: how the broker stands.
package struct StatusReport: Codable, Sendable, Hashable {
    /// Whether the network is one for trying out.
    package var demo: Bool
    /// Name and version.
    package var program: String
    package var network: NetworkName
    /// Whether it can take messages now.
    package var ready: Bool
    /// Why not, in plain words.
    package var failing: [String]
    /// Whether the database answers, and the shard is this broker's.
    package var open: Bool
    package var stopping: Bool
    /// Counts the takeovers of the shard.
    package var epoch: Int64
    /// The last event of the log.
    package var head: Int64
    /// Commands that wait to be decided.
    package var queue: Int
    /// Since the shard last showed that it lives.
    package var beatAgeSeconds: Double
    /// Referrals that wait in lanes. This and the next four are absent until the shard is this
    /// broker's for the first time; while the database is away they are as of the last batch.
    package var waiting: Int64?
    /// Entries in inboxes that have not ended.
    package var deliverable: Int64?
    /// Of these, handed over and not settled.
    package var inFlight: Int?
    /// Links that take deliveries.
    package var consumers: Int?
    /// Entries that were set aside for an operator.
    package var quarantined: Int64?
    package var doors: [Door]
    /// When the broker's certificate ends.
    package var certificateNotAfter: String?
    package var started: String
    package var uptimeSeconds: Double

    package init(
        demo: Bool, program: String, network: NetworkName, ready: Bool, failing: [String],
        open: Bool, stopping: Bool, epoch: Int64, head: Int64, queue: Int, beatAgeSeconds: Double,
        waiting: Int64? = nil, deliverable: Int64? = nil, inFlight: Int? = nil,
        consumers: Int? = nil, quarantined: Int64? = nil, doors: [Door],
        certificateNotAfter: String? = nil, started: String, uptimeSeconds: Double
    ) {
        self.demo = demo
        self.program = program
        self.network = network
        self.ready = ready
        self.failing = failing
        self.open = open
        self.stopping = stopping
        self.epoch = epoch
        self.head = head
        self.queue = queue
        self.beatAgeSeconds = beatAgeSeconds
        self.waiting = waiting
        self.deliverable = deliverable
        self.inFlight = inFlight
        self.consumers = consumers
        self.quarantined = quarantined
        self.doors = doors
        self.certificateNotAfter = certificateNotAfter
        self.started = started
        self.uptimeSeconds = uptimeSeconds
    }
}

/// A face that agencies or operators come through.
package struct Door: Codable, Sendable, Hashable {
    package var name: String
    package var listening: Bool
    package var connections: Int

    package init(
        name: String, listening: Bool, connections: Int
    ) {
        self.name = name
        self.listening = listening
        self.connections = connections
    }
}

/// The network in force, by its names.
package struct NetworkName: Codable, Sendable, Hashable {
    package var id: String
    package var name: String
    /// 0 before the first network was applied.
    package var version: Int32

    package init(
        id: String, name: String, version: Int32
    ) {
        self.id = id
        self.name = name
        self.version = version
    }
}
