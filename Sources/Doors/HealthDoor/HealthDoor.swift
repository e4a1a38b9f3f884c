import AdminAPI
package import Brokering
package import HTTPFace
import HTTPTypes
import Hummingbird
import HummingbirdCore
package import Logging
package import NIOCore
import Referrals
import ServiceLifecycle

/// The health endpoint, for monitoring: plain HTTP on loopback, nothing of any referral.
package final class HealthDoor: Service {
    private let face: HTTPFace

    /// - Parameters:
    ///   - laneThreshold: lanes with fewer referrals are counted with the region around them.
    ///   - bounds: beyond which `/readyz` says 503.
    package init(
        inspection: Inspection, facts: DaemonFacts, listener: HTTPListener,
        laneThreshold: Int64 = 5, bounds: Readiness.Bounds = Readiness.Bounds(),
        limits: HTTPLimits = HTTPLimits(), group: any EventLoopGroup, logger: Logger
    ) {
        let answers = HealthAnswers(
            inspection: inspection, facts: facts, ages: AgeBoard(inspection),
            laneThreshold: laneThreshold, bounds: bounds)
        face = HTTPFace(
            name: "health", listener: listener, limits: limits, group: group, logger: logger
        ) { _ in { request in await answers.answer(request) } }
    }

    package var isListening: Bool { face.isListening }
    package var connections: Int { face.connections }
    /// Where it listens; nil before `open`.
    package var localAddress: SocketAddress? { face.localAddress }

    /// Listens, before `run`.
    package func open() async throws { try await face.open() }

    /// Serves until the daemon stops gracefully.
    package func run() async throws { try await face.run() }
}

struct HealthAnswers: Sendable {
    let inspection: Inspection
    let facts: DaemonFacts
    let ages: AgeBoard
    let laneThreshold: Int64
    let bounds: Readiness.Bounds

    private var broker: Broker { inspection.broker }

    func answer(_ request: Request) async -> Response {
        guard request.method == .get || request.method == .head else {
            var response = Response(
                Problem(
                    .methodNotAllowed, "method", "Only GET and HEAD are served",
                    detail: "nothing can be changed here"))
            response.headers[.allow] = "GET, HEAD"
            return response
        }
        switch request.uri.path {
        case "/livez": return .text("ok\n")
        case "/readyz": return await ready()
        case "/healthz": return await health()
        case "/metrics": return await metrics()
        default:
            return Response(
                .notFound(
                    "there are /livez, /readyz, /healthz and /metrics, and no "
                        + request.uri.path))
        }
    }

    /// The shard is asked first, so that its silence is of now.
    private func readiness() async -> (Readiness, ShardSummary?) {
        let summary = await broker.summary()
        return (await broker.readiness(facts, bounds: bounds), summary)
    }

    private func ready() async -> Response {
        let (readiness, _) = await readiness()
        guard readiness.isReady else {
            return .text(
                readiness.failing.map { $0 + "\n" }.joined(), status: .serviceUnavailable)
        }
        return .text(broker.network.network.isDemo ? "ready (demo network)\n" : "ready\n")
    }

    private func health() async -> Response {
        let (readiness, summary) = await readiness()
        return .json(
            HealthReport(
                broker, facts: facts, readiness: readiness, summary: summary,
                cpu: StageClock.read()),
            status: readiness.isReady ? .ok : .serviceUnavailable)
    }

    private func metrics() async -> Response {
        let figures = await ages.figures()
        let report = MetricsReport(
            broker: broker, facts: facts,
            readiness: await broker.readiness(facts, bounds: bounds), figures: figures,
            cpu: StageClock.read(), now: inspection.now(), laneThreshold: laneThreshold)
        return Response(contentType: OpenMetrics.contentType, bytes: report.text.utf8)
    }
}

extension Response {
    fileprivate static func text(
        _ text: String, status: HTTPResponse.Status = .ok
    ) -> Response {
        Response(status: status, contentType: "text/plain; charset=utf-8", bytes: text.utf8)
    }
}
