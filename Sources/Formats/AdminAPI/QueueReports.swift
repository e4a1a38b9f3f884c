/// `GET /v1/lanes`: where referrals wait for a provider.
package struct LaneReport: Codable, Sendable, Hashable {
    /// Whether the network is one for trying out.
    package var demo: Bool
    package var lanes: [LaneLine]

    package init(
        demo: Bool, lanes: [LaneLine]
    ) {
        self.demo = demo
        self.lanes = lanes
    }
}

/// One lane.
package struct LaneLine: Codable, Sendable, Hashable {
    package var region: String
    package var service: String
    package var depth: Int64
    /// Since when the first one waits.
    package var oldest: String?
    package var oldestAgeSeconds: Double?

    package init(
        region: String, service: String, depth: Int64, oldest: String? = nil,
        oldestAgeSeconds: Double? = nil
    ) {
        self.region = region
        self.service = service
        self.depth = depth
        self.oldest = oldest
        self.oldestAgeSeconds = oldestAgeSeconds
    }
}

/// `GET /v1/inboxes`: what waits for agencies.
package struct InboxReport: Codable, Sendable, Hashable {
    /// Whether the network is one for trying out.
    package var demo: Bool
    package var inboxes: [InboxLine]

    package init(
        demo: Bool, inboxes: [InboxLine]
    ) {
        self.demo = demo
        self.inboxes = inboxes
    }
}

/// One agency's inbox.
package struct InboxLine: Codable, Sendable, Hashable {
    package var agency: String
    package var depth: Int64
    package var inFlight: Int
    package var consumers: Int
    /// Since when the oldest open entry lies there.
    package var oldest: String?
    package var oldestAgeSeconds: Double?

    package init(
        agency: String, depth: Int64, inFlight: Int, consumers: Int, oldest: String? = nil,
        oldestAgeSeconds: Double? = nil
    ) {
        self.agency = agency
        self.depth = depth
        self.inFlight = inFlight
        self.consumers = consumers
        self.oldest = oldest
        self.oldestAgeSeconds = oldestAgeSeconds
    }
}

/// `GET /v1/quarantine`: what was set aside for an operator, the latest first.
package struct QuarantineReport: Codable, Sendable, Hashable {
    /// Whether the network is one for trying out.
    package var demo: Bool
    package var entries: [QuarantineLine]
    /// Where to go on, as `?before=`; nil at the end.
    package var next: Int64?

    package init(
        demo: Bool, entries: [QuarantineLine], next: Int64? = nil
    ) {
        self.demo = demo
        self.entries = entries
        self.next = next
    }
}

/// One entry that was set aside.
package struct QuarantineLine: Codable, Sendable, Hashable {
    package var position: Int64
    /// In whose inbox it lay.
    package var agency: String
    package var referral: String?
    package var region: String?
    package var service: String?
    /// `referral`, `update` or `notice`.
    package var type: String
    /// Of a notice.
    package var code: String?
    /// Why it was set aside.
    package var cause: String?
    /// How it was settled last.
    package var outcome: String?
    package var attempts: Int16
    package var enqueued: String
    package var since: String
    /// The assignment that it belongs to, and how that stands now.
    package var assignment: String?
    package var assignmentStatus: String?

    package init(
        position: Int64, agency: String, referral: String? = nil, region: String? = nil,
        service: String? = nil, type: String, code: String? = nil, cause: String? = nil,
        outcome: String? = nil, attempts: Int16, enqueued: String, since: String,
        assignment: String? = nil, assignmentStatus: String? = nil
    ) {
        self.position = position
        self.agency = agency
        self.referral = referral
        self.region = region
        self.service = service
        self.type = type
        self.code = code
        self.cause = cause
        self.outcome = outcome
        self.attempts = attempts
        self.enqueued = enqueued
        self.since = since
        self.assignment = assignment
        self.assignmentStatus = assignmentStatus
    }
}
