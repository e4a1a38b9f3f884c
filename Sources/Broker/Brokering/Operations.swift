import MarkedYAML
import NIOConcurrencyHelpers
import NetworkFile
package import Referrals
package import Store

/// What applying a network file would do.
package struct NetworkPlan: Sendable {
    package let network: Network
    /// The version that the plan starts from; 0 before the first network.
    package let base: Int32
    package let changes: [NetworkChange]
    package let warnings: [NetworkWarning]

    /// Whether this broker must not take the network.
    package var isBlocked: Bool { warnings.contains { $0.severity == .blocking } }
}

/// Why an operator's order was not carried out.
package enum OperationError: Error, Sendable {
    /// The network file has faults.
    case invalid(NetworkFaults)
    /// What the plan warns of cannot be.
    case blocked(NetworkPlan)
    /// Another version came in force since the caller planned.
    case conflict(expected: Int32, found: Int32)
    /// The shard refused it.
    case refused(Refusal)
    /// The database is not there, or the broker stops.
    case unavailable(String)
}

/// What is wrong with a network file, each with its place.
package struct NetworkFaults: Error, Sendable {
    package struct Fault: Sendable {
        /// As in `agencies[3].certificates[0]`; empty for the file itself.
        package let path: String
        /// From 1; nil where there is none.
        package let line: Int?
        package let column: Int?
        /// What is wrong, and what would be right.
        package let detail: String
    }

    package let faults: [Fault]

    init(_ error: YAMLError) {
        faults = error.faults.map {
            Fault(
                path: $0.place.path, line: $0.place.line, column: $0.place.column,
                detail: $0.remedy.isEmpty ? $0.problem : "\($0.problem); \($0.remedy)")
        }
    }
}

extension Broker {
    /// What would change if this network file were applied now.
    ///
    /// - Parameter file: the name that faults show.
    package func plan(
        network document: String, file: String = "network"
    ) async throws(OperationError) -> NetworkPlan {
        let next: Network
        do throws(YAMLError) {
            next = try Network(yaml: document, file: file, limits: networkFileLimits)
        } catch {
            throw .invalid(NetworkFaults(error))
        }
        let current = network
        let use = await summary().map { NetworkUse($0, on: current.network) } ?? NetworkUse()
        // Before the first network there is nothing that an id or a kind could contradict.
        let warnings = current.network.warnings(applying: next, use: use)
            .filter { current.version > 0 || $0.subject != .network }
        return NetworkPlan(
            network: next, base: current.version, changes: current.network.changes(to: next),
            warnings: warnings)
    }

    /// Applies a network file in one transaction.
    ///
    /// - Parameters:
    ///   - expected: the version that must be in force; nil for whichever is.
    ///   - patience: how long to wait for the commit. After that the network may still come in
    ///     force: the history tells.
    /// - Returns: the plan that was carried out, and the version in force; the version is the old
    ///   one where nothing would change.
    package func apply(
        network document: String, author: Actor, expecting expected: Int32? = nil,
        patience: Duration = .seconds(30)
    ) async throws(OperationError) -> (plan: NetworkPlan, version: Int32) {
        let plan = try await plan(network: document)
        if let expected, expected != plan.base {
            throw .conflict(expected: expected, found: plan.base)
        }
        guard !plan.isBlocked else { throw .blocked(plan) }
        guard !plan.changes.isEmpty else { return (plan, plan.base) }
        guard isOpen, !isStopping else {
            throw .unavailable("the database does not answer now; the network is as it was")
        }
        let answer = await ask(within: patience) {
            .applyNetwork(
                plan.network, base: plan.base, document: document, author: author, $0)
        }
        switch answer {
        case .networkApplied(_, let version): return (plan, version)
        case .refused(_, let refusal): throw .refused(refusal)
        case nil, .confirmed, .deliver, .drained:
            throw .unavailable(
                "no answer in time: the network may or may not be applied, its history will tell")
        }
    }

    /// Posts one command and waits for its answer; nil if none came in time.
    private func ask(
        within patience: Duration, _ command: @escaping @Sendable (Ticket) -> ShardCommand
    ) async -> BrokerAnswer? {
        let (answers, continuation) = AsyncStream<BrokerAnswer>.makeStream(
            bufferingPolicy: .bufferingOldest(1))
        let outlet = openOutlet { given in
            for answer in given { continuation.yield(answer) }
        }
        defer { closeOutlet(outlet) }
        post([command(Ticket(outlet: outlet, number: 1))])
        return await answers.first(within: patience)
    }
}

extension NetworkUse {
    /// As far as memory knows: who waits in lanes, what lies in inboxes, and what providers carry
    /// under agreements.
    init(_ summary: ShardSummary, on network: Network) {
        var liveByAgency: [AgencyID: Int] = [:]
        for (id, live) in summary.load.live where live > 0 {
            guard let provider = network.agreementsByID[id]?.provider else { continue }
            liveByAgency[provider, default: 0] += live
        }
        self.init(
            waitingByLane: summary.lanes.mapValues { Int(clamping: $0) },
            queuedByAgency: Dictionary(
                summary.inboxes.filter { $0.depth > 0 }.map {
                    ($0.agency, Int(clamping: $0.depth))
                }, uniquingKeysWith: { first, _ in first }),
            liveByAgency: liveByAgency, liveByAgreement: summary.load.live)
    }
}
