import Brokering
import Referrals

/// `/healthz`: each check, and the figures behind them.
struct HealthReport: Encodable {
    struct Check: Encodable {
        let name: String
        let passing: Bool
        let detail: String
    }

    let demo: Bool
    let ready: Bool
    let version: String
    let network: String
    let networkVersion: Int32
    let checks: [Check]
    let epoch: Int64
    let head: Int64?
    let queue: Int
    let beatAgeSeconds: Double
    let commits: UInt64
    let failedCommits: UInt64
    let waiting: Int64?
    let deliverable: Int64?
    let inFlight: Int?
    let consumers: Int?
    let connections: Int
    let certificateNotAfterSeconds: Int64?
    let uptimeSeconds: Double
    let cpuSeconds: [String: Double]

    init(
        _ broker: Broker, facts: DaemonFacts, readiness: Readiness, summary: ShardSummary?,
        cpu: [StageClock.Stage: Double]
    ) {
        let applied = broker.network
        let counts = broker.metrics.current
        demo = applied.network.isDemo
        ready = readiness.isReady
        version = facts.version
        network = applied.network.id.rawValue
        networkVersion = applied.version
        checks = readiness.checks.map {
            Check(name: $0.name, passing: $0.isPassing, detail: $0.detail)
        }
        epoch = broker.epoch
        head = summary?.head.rawValue
        queue = broker.queueDepth
        beatAgeSeconds = (ContinuousClock.now - broker.lastBeat).seconds
        commits = counts.commits
        failedCommits = counts.failedCommits
        waiting = summary?.waiting
        deliverable = summary?.depth
        inFlight = summary?.inFlight
        consumers = summary?.consumers
        connections = facts.doors().reduce(0) { $0 + $1.connections }
        certificateNotAfterSeconds = facts.certificateNotAfter()
        uptimeSeconds = Double(facts.wallClock() - facts.started) / 1_000_000
        cpuSeconds = Dictionary(
            cpu.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { first, _ in first })
    }
}
