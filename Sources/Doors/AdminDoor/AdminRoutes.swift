import AdminAPI
import Brokering
import HTTPFace
import HTTPTypes
import Hummingbird
import Linux
import Logging
import Messages
import NIOCore
import Referrals
import Store

/// What the admin socket serves: the nouns of the command line, under `/v1`.
struct AdminRoutes {
    let inspection: Inspection
    let facts: DaemonFacts
    let requestBytes: Int
    let bounds: Readiness.Bounds
    let logger: Logger

    private var broker: Broker { inspection.broker }
    private var isDemo: Bool { broker.network.network.isDemo }

    func responder(access: AdminAccess) -> RouterResponder<AdminContext> {
        let router = Router(context: AdminContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: ProblemMiddleware(requestBytes: requestBytes))
        router.add(middleware: AccessMiddleware(access: access))
        let v1 = router.group("v1")
        v1.get("status") { _, _ in await status() }
        v1.get("lanes") { _, _ in try await lanes() }
        v1.get("inboxes") { _, _ in try await inboxes() }
        v1.get("quarantine") { request, _ in try await quarantine(request) }
        v1.get("network") { request, _ in try await network(request) }
        v1.get("network/history") { request, _ in try await history(request) }
        v1.post("network/plan") { request, _ in try await plan(request) }
        v1.post("network/apply") { request, context in try await apply(request, context) }
        v1.get("referrals") { request, _ in try await stuck(request) }
        v1.get("referrals/:agency/:name") { _, context in try await referral(context) }
        v1.get("referrals/:agency/:name/explain") { _, context in try await explain(context) }
        v1.get("schemas") { _, _ in schemas() }
        v1.get("schemas/:name") { _, context in try schema(context) }
        return router.buildResponder()
    }

    // MARK: Reading

    private func status() async -> Response {
        let summary = await broker.summary()
        return .json(
            StatusReport(
                broker, summary: summary, facts: facts,
                readiness: await broker.readiness(facts, bounds: bounds)))
    }

    private func lanes() async throws -> Response {
        let now = inspection.now()
        guard let lanes = try await inspection.lanes() else { throw Self.unclaimed }
        return .json(
            LaneReport(demo: isDemo, lanes: lanes.map { LaneLine($0, now: now) }))
    }

    private func inboxes() async throws -> Response {
        let now = inspection.now()
        guard let inboxes = try await inspection.inboxes() else { throw Self.unclaimed }
        return .json(
            InboxReport(demo: isDemo, inboxes: inboxes.map { InboxLine($0, now: now) }))
    }

    /// Nobody could tell this from an empty list.
    private static let unclaimed = Problem(
        .serviceUnavailable, "unavailable", "The broker does not know yet",
        detail: "it has not read the database since it started; /v1/status says what it waits for")

    private func quarantine(_ request: Request) async throws -> Response {
        let limit = Int32(try request.number("limit", in: 1...1_000) ?? 100)
        let before = try request.number("before", in: 1...Int64.max).map(Position.init)
        let entries = try await inspection.quarantined(before: before, limit: limit)
        let network = broker.network.network
        return .json(
            QuarantineReport(
                demo: isDemo, entries: entries.map { QuarantineLine($0, in: network) },
                next: entries.count < Int(limit) ? nil : entries.last?.position.rawValue))
    }

    private func network(_ request: Request) async throws -> Response {
        let applied = broker.network
        guard request.uri.queryParameters["document"] != nil else {
            let load = await broker.summary()?.load ?? RoutingLoad()
            return .json(NetworkReport(applied, load: load))
        }
        let version = Int32(
            try request.number("version", in: 1...Int64(Int32.max)) ?? Int64(applied.version))
        guard let document = try await inspection.inspector.networkDocument(version: version)
        else { throw Problem.notFound("no network of version \(version) was ever applied") }
        return Response(contentType: "application/yaml", bytes: document.utf8)
    }

    private func history(_ request: Request) async throws -> Response {
        let limit = Int32(try request.number("limit", in: 1...10_000) ?? 100)
        let versions = try await inspection.inspector.networkHistory(limit: limit)
        return .json(NetworkHistoryReport(demo: isDemo, versions: versions.map(VersionLine.init)))
    }

    private func stuck(_ request: Request) async throws -> Response {
        let limit = Int32(try request.number("limit", in: 1...1_000) ?? 100)
        let after = Position(try request.number("after", in: 1...Int64.max) ?? 0)
        let now = inspection.now()
        let referrals = try await inspection.inspector.stuck(after: after, limit: limit)
        let network = broker.network.network
        return .json(
            StuckReport(
                demo: isDemo,
                referrals: referrals.map { StuckLine($0, shown: network.shown($0.lane), now: now) },
                next: referrals.count < Int(limit) ? nil : referrals.last?.position.rawValue))
    }

    private func referral(_ context: AdminContext) async throws -> Response {
        let name = try name(context)
        guard let found = try await inspection.referral(name) else {
            throw Problem.notFound("no agency has sent a referral \(name)")
        }
        return .json(ReferralReport(found, demo: isDemo))
    }

    private func explain(_ context: AdminContext) async throws -> Response {
        let name = try name(context)
        guard let found = try await inspection.explain(name) else {
            throw Problem.notFound("no agency has sent a referral \(name)")
        }
        return .json(ExplanationReport(found, in: broker.network.network))
    }

    private func schemas() -> Response {
        .json(SchemaReport(demo: isDemo, schemas: MessageSchemas.all.map(\.name)))
    }

    private func schema(_ context: AdminContext) throws -> Response {
        let name = try context.parameters.require("name")
        guard let schema = MessageSchemas.all.first(where: { $0.name == name }) else {
            throw Problem.notFound("there is no schema \(name); /v1/schemas names them")
        }
        return Response(contentType: "application/schema+json", bytes: schema.bytes)
    }

    private func name(_ context: AdminContext) throws -> QualifiedName {
        guard let agency = try context.parameters.require("agency").percentDecoded,
            let name = try context.parameters.require("name").percentDecoded
        else {
            throw Problem(
                .badRequest, "path", "The path is wrong",
                detail: "a percent sign stands before two hexadecimal digits, and all of it is"
                    + " UTF-8 without NUL")
        }
        return QualifiedName(
            agency: AgencyID(rawValue: agency), name: LocalName(rawValue: name))
    }

    // MARK: Changing

    private func plan(_ request: Request) async throws -> Response {
        let plan = try await broker.plan(network: try await document(request))
        return .json(
            NetworkPlanReport(plan, in: broker.network, isApplied: false))
    }

    private func apply(_ request: Request, _ context: AdminContext) async throws -> Response {
        let expected = try request.number("expect", in: 0...Int64(Int32.max)).map(Int32.init)
        let author = Actor.operator(uid: context.peer.uid)
        let (plan, version) = try await broker.apply(
            network: try await document(request), author: author, expecting: expected)
        if version != plan.base {
            logger.notice(
                "network-applied",
                metadata: [
                    "actor": "\(author)", "network": "\(plan.network.id)",
                    "version": "\(version)", "changes": "\(plan.changes.count)",
                ])
        }
        let applied = AppliedNetwork(network: plan.network, version: version)
        return .json(NetworkPlanReport(plan, in: applied, isApplied: version != plan.base))
    }

    private func document(_ request: Request) async throws -> String {
        let declared = request.headers[.contentLength].flatMap { Int($0) } ?? 0
        guard declared <= requestBytes else { throw NIOTooManyBytesError(maxBytes: requestBytes) }
        let body = try await request.body.collect(upTo: requestBytes)
        guard let text = String(validating: body.readableBytesView, as: UTF8.self) else {
            throw Problem(
                .unprocessableContent, "network-file", "The network file has faults",
                detail: "it is not UTF-8")
        }
        return text
    }
}

extension Request {
    /// A number in the query; nil where it is not given.
    fileprivate func number(_ name: String, in range: ClosedRange<Int64>) throws -> Int64? {
        guard let text = uri.queryParameters[name[...]] else { return nil }
        guard let number = Int64(text), range.contains(number) else {
            throw Problem(
                .badRequest, "query", "The query is wrong",
                detail: "\(name) is a number from \(range.lowerBound) to \(range.upperBound)",
                errors: [FieldProblem(pointer: "/\(name)", detail: "is no such number")])
        }
        return number
    }
}
