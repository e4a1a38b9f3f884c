/// `GET /v1/network`: the network in force.
package struct NetworkReport: Codable, Sendable, Hashable {
    /// Whether the network is one for trying out.
    package var demo: Bool
    package var network: NetworkName
    package var regions: Int
    package var services: Int
    package var agencies: [AgencyLine]
    package var agreements: [AgreementLine]
    package var maxDeliveries: Int

    package init(
        demo: Bool, network: NetworkName, regions: Int, services: Int, agencies: [AgencyLine],
        agreements: [AgreementLine], maxDeliveries: Int
    ) {
        self.demo = demo
        self.network = network
        self.regions = regions
        self.services = services
        self.agencies = agencies
        self.agreements = agreements
        self.maxDeliveries = maxDeliveries
    }
}

/// An agency of the network, without its contacts.
package struct AgencyLine: Codable, Sendable, Hashable {
    package var id: String
    package var name: String
    package var kind: String
    package var certificates: [String]
    package var supervisor: String?

    package init(
        id: String, name: String, kind: String, certificates: [String], supervisor: String? = nil
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.certificates = certificates
        self.supervisor = supervisor
    }
}

/// An agreement of the network.
package struct AgreementLine: Codable, Sendable, Hashable {
    package var id: String
    package var provider: String
    package var services: [String]
    package var regions: [String]
    package var priority: Int
    /// nil for no bound.
    package var capacity: Int?
    /// Assignments that live under it.
    package var live: Int

    package init(
        id: String, provider: String, services: [String], regions: [String], priority: Int,
        capacity: Int? = nil, live: Int
    ) {
        self.id = id
        self.provider = provider
        self.services = services
        self.regions = regions
        self.priority = priority
        self.capacity = capacity
        self.live = live
    }
}

/// `POST /v1/network/plan` and `/apply`: what changes.
package struct NetworkPlanReport: Codable, Sendable, Hashable {
    /// Whether the network is one for trying out.
    package var demo: Bool
    /// The network in force after the call.
    package var network: NetworkName
    /// The version from which the plan starts.
    package var base: Int32
    /// Whether a version was applied; false for a plan, and where nothing changes.
    package var applied: Bool
    /// Whether this broker must not take the network.
    package var blocked: Bool
    /// One difference each.
    package var changes: [String]
    package var warnings: [WarningLine]

    package init(
        demo: Bool, network: NetworkName, base: Int32, applied: Bool, blocked: Bool,
        changes: [String], warnings: [WarningLine]
    ) {
        self.demo = demo
        self.network = network
        self.base = base
        self.applied = applied
        self.blocked = blocked
        self.changes = changes
        self.warnings = warnings
    }
}

/// What an operator should know before a change.
package struct WarningLine: Codable, Sendable, Hashable {
    /// `warning`, or `blocking`.
    package var severity: String
    package var subject: String
    package var text: String

    package init(
        severity: String, subject: String, text: String
    ) {
        self.severity = severity
        self.subject = subject
        self.text = text
    }
}

/// `GET /v1/network/history`: the versions, the latest first.
package struct NetworkHistoryReport: Codable, Sendable, Hashable {
    /// Whether the network is one for trying out.
    package var demo: Bool
    package var versions: [VersionLine]

    package init(
        demo: Bool, versions: [VersionLine]
    ) {
        self.demo = demo
        self.versions = versions
    }
}

/// One version of the network.
package struct VersionLine: Codable, Sendable, Hashable {
    package var version: Int32
    package var at: String
    package var author: String
    /// Of its document.
    package var bytes: Int32

    package init(
        version: Int32, at: String, author: String, bytes: Int32
    ) {
        self.version = version
        self.at = at
        self.author = author
        self.bytes = bytes
    }
}
