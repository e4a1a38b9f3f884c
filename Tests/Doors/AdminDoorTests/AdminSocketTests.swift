import AdminAPI
import ConfigurationFile
import Foundation
import Glibc
import Linux
import Referrals
import Store
import Testing

@testable import AdminDoor
@testable import Brokering

@Suite("The admin socket", .serialized)
struct AdminSocketTests {
    @Test("tells how the broker stands, and that its network is a demonstration")
    func status() async throws {
        try await Daemon.run { daemon in
            let before: StatusReport = try await daemon.ask("/v1/status").decode()
            #expect(!before.demo)
            #expect(before.network.version == 0)
            try await daemon.applyDemo()
            let answer = try await daemon.ask("/v1/status")
            #expect(answer.status == 200)
            #expect(answer.contentType == "application/json")
            #expect(answer.body.contains("\"demo\":true"))
            let status: StatusReport = try answer.decode()
            #expect(status.ready, "\(status.failing)")
            #expect(status.open)
            #expect(status.network.id == "demo")
            #expect(status.network.version == 1)
            #expect(status.program == "throughcared 1.2.3")
            #expect(status.doors.map(\.name) == ["amqp"])
            #expect(status.certificateNotAfter == "2096-10-02T07:06:40.000Z")
        }
    }

    @Test("plans and applies a network, and keeps its history")
    func apply() async throws {
        try await Daemon.run { daemon in
            let file = Daemon.demoNetwork
            let plan: NetworkPlanReport =
                try await daemon.ask("/v1/network/plan", post: file).decode()
            #expect(plan.demo)
            #expect(!plan.applied)
            #expect(plan.base == 0)
            #expect(plan.changes.contains { $0.hasPrefix("+ agency demo-clinic") })
            #expect(!plan.blocked, "\(plan.warnings)")
            let applied: NetworkPlanReport =
                try await daemon.ask("/v1/network/apply?expect=0", post: file).decode()
            #expect(applied.applied)
            #expect(applied.network.version == 1)
            let again: NetworkPlanReport =
                try await daemon.ask("/v1/network/apply", post: file).decode()
            #expect(!again.applied)
            #expect(again.network.version == 1)
            let changed = file.replacing("capacity: 500", with: "capacity: 600")
            let second: NetworkPlanReport =
                try await daemon.ask("/v1/network/apply?expect=1", post: changed).decode()
            #expect(second.changes == ["~ agreement clinic-giurgiu: capacity 500 → 600"])
            let history: NetworkHistoryReport =
                try await daemon.ask("/v1/network/history").decode()
            #expect(history.versions.map(\.version) == [2, 1])
            #expect(history.versions.allSatisfy { $0.author == "operator:\(geteuid())" })
            let document = try await daemon.ask("/v1/network?document=1")
            #expect(document.contentType == "application/yaml")
            #expect(document.body == changed)
            #expect(try await daemon.ask("/v1/network?document=1&version=1").body == file)
            let network: NetworkReport = try await daemon.ask("/v1/network").decode()
            #expect(network.agencies.map(\.id).contains("demo-prison"))
            let shown = try await daemon.ask("/v1/network").body
            #expect(!shown.contains("desk@prison.example"))
        }
    }

    @Test("says where a network file is wrong, and changes nothing")
    func faults() async throws {
        try await Daemon.run { daemon in
            let wrong = Daemon.demoNetwork.replacing("kind: health", with: "kind: hospital")
            let answer = try await daemon.ask("/v1/network/apply", post: wrong)
            #expect(answer.status == 422)
            #expect(answer.contentType == "application/problem+json")
            let problem: Problem = try answer.decode()
            #expect(problem.type == "urn:throughcare:problem:network-file")
            #expect(problem.status == 422)
            let error = try #require(problem.errors?.first)
            #expect(error.pointer == "/agencies/2/kind")
            #expect(error.line != nil)
            #expect(error.detail.contains("health"))
            #expect(daemon.broker.network.version == 0)
        }
    }

    @Test("takes no file that is not UTF-8, however its bytes count")
    func encoding() async throws {
        try await Daemon.run { daemon in
            let path = daemon.directory + "/latin"
            // Three bytes of a character of four: their replacement has three bytes too.
            try Data([0x23, 0xF0, 0x9F, 0x98, 0x0A]).write(to: URL(fileURLWithPath: path))
            let ran = try await daemon.throughcare("network", "plan", path)
            #expect(ran.status == 1)
            #expect(ran.error.contains("it is not UTF-8"))
        }
    }

    @Test("does not take another network, or a plan on another version")
    func conflicts() async throws {
        try await Daemon.run { daemon in
            try await daemon.applyDemo()
            let other = Daemon.demoNetwork.replacing("id: demo\n", with: "id: other\n")
            let blocked = try await daemon.ask("/v1/network/apply", post: other)
            #expect(blocked.status == 409)
            let problem: Problem = try blocked.decode()
            #expect(problem.warnings?.contains { $0.severity == "blocking" } == true)
            let late = try await daemon.ask(
                "/v1/network/apply?expect=7", post: Daemon.demoNetwork)
            #expect(late.status == 409)
            let conflict: Problem = try late.decode()
            #expect(conflict.type == "urn:throughcare:problem:network-version")
            #expect(daemon.broker.network.version == 1)
        }
    }

    @Test(
        "shows a referral with its history, and nothing of the person or the confidential service")
    func referral() async throws {
        try await Daemon.run { daemon in
            try await daemon.applyDemo()
            guard case .confirmed = try await daemon.refer("r1%25:?") else {
                Issue.record("not confirmed")
                return
            }
            try await daemon.take(1, for: "demo-clinic", outcome: .accepted)
            let answer = try await daemon.ask("/v1/referrals/demo-prison/r1%2525:%3F")
            #expect(answer.status == 200, "\(answer.body)")
            for secret in ["774512", "urn:ro:anp", "Ionescu", "hiv"] {
                #expect(!answer.body.contains(secret))
            }
            let referral: ReferralReport = try answer.decode()
            #expect(referral.demo)
            #expect(referral.referral == "demo-prison/r1%25:?")
            #expect(referral.service == "health")
            #expect(referral.status == "received")
            #expect(referral.assignments.map(\.provider) == ["demo-clinic"])
            #expect(referral.assignments.map(\.handedOver) == [true])
            #expect(
                referral.history.map(\.kind) == ["admitted", "assigned", "handed-over", "settled"])
            let none = try await daemon.ask("/v1/referrals/demo-prison/r2")
            #expect(none.status == 404)
        }
    }

    @Test("explains who could take a referral, and why the others could not")
    func explain() async throws {
        try await Daemon.run { daemon in
            try await daemon.applyDemo()
            _ = try await daemon.refer("r1")
            let answer = try await daemon.ask("/v1/referrals/demo-prison/r1/explain")
            #expect(!answer.body.contains("hiv"))
            let report: ExplanationReport = try answer.decode()
            // Who else could take it: its provider is not asked again.
            #expect(report.chosen == nil)
            #expect(report.holder == "demo-clinic")
            #expect(report.candidates.map(\.verdict) == ["has-it-now", "has-it-now"])
            #expect(report.candidates.first?.live == 1)
            #expect(report.candidates.first?.capacity == 500)
        }
    }

    @Test("lists lanes and inboxes with the age of their oldest")
    func queues() async throws {
        try await Daemon.run { daemon in
            let file = Daemon.demoNetwork
            let withoutNational = file.replacing(
                "  - id: clinic-national\n    provider: demo-clinic\n    services: [health]\n"
                    + "    regions: [RO]\n", with: "")
            #expect(file != withoutNational)
            _ = try await daemon.broker.apply(
                network: withoutNational, author: .operator(uid: 0))
            _ = try await daemon.refer("r1")
            _ = try await daemon.refer("r2", region: "RO-IS")
            _ = try await daemon.refer("r3", service: "health.tuberculosis", region: "RO-IS")
            let lanes: LaneReport = try await daemon.ask("/v1/lanes").decode()
            #expect(lanes.lanes.map(\.region) == ["RO-IS"])
            #expect(lanes.lanes.map(\.service) == ["health"])
            #expect(lanes.lanes.map(\.depth) == [2])
            #expect(lanes.lanes.first?.oldestAgeSeconds != nil)
            let inboxes: InboxReport = try await daemon.ask("/v1/inboxes").decode()
            #expect(inboxes.inboxes.map(\.agency) == ["demo-clinic", "demo-prison"])
            #expect(inboxes.inboxes.map(\.depth) == [1, 2])
            #expect(inboxes.inboxes.allSatisfy { $0.oldest != nil })
        }
    }

    @Test("lists what was set aside, page by page")
    func quarantine() async throws {
        try await Daemon.run { daemon in
            try await daemon.applyDemo()
            _ = try await daemon.refer("r1")
            _ = try await daemon.refer("r2")
            try await daemon.take(
                2, for: "demo-clinic", outcome: .modified, remark: .undeliverableHere)
            let answer = try await daemon.ask("/v1/quarantine?limit=1")
            let first: QuarantineReport = try answer.decode()
            let entry = try #require(first.entries.first, "\(answer.body)")
            #expect(entry.agency == "demo-clinic")
            #expect(entry.type == "referral")
            #expect(entry.service == "health")
            #expect(entry.attempts == 1)
            let next = try #require(first.next)
            let second: QuarantineReport =
                try await daemon.ask("/v1/quarantine?limit=1&before=\(next)").decode()
            #expect(
                Set([first.entries.first?.referral, second.entries.first?.referral])
                    == ["demo-prison/r1", "demo-prison/r2"])
            #expect(entry.cause == "recipient-refused")
            #expect(entry.assignment == "a1")
            #expect(entry.assignmentStatus == "requested")
            let status: StatusReport = try await daemon.ask("/v1/status").decode()
            #expect(status.quarantined == 2)
            let path = "/v1/referrals/demo-prison/r1"
            let shown: ReferralReport = try await daemon.ask(path).decode()
            #expect(shown.quarantined?.cause == "recipient-refused")
            let explained: ExplanationReport = try await daemon.ask(path + "/explain").decode()
            #expect(explained.quarantined == shown.quarantined)
            #expect(explained.holder == "demo-clinic")
            let holder = explained.candidates.first { $0.provider == "demo-clinic" }
            #expect(holder?.verdict == "has-it-now")
            #expect(explained.chosen != holder?.agreement)
        }
    }

    @Test("lists the referrals that do not go on by themselves, and why, page by page")
    func stuck() async throws {
        try await Daemon.run { daemon in
            try await daemon.applyDemo()
            _ = try await daemon.refer("goes-on")
            _ = try await daemon.refer("waits", service: "employment.training", region: "RO-IS")
            _ = try await daemon.refer("set-aside")
            try await daemon.take(1, for: "demo-clinic", outcome: .accepted)
            try await daemon.take(
                1, for: "demo-clinic", outcome: .modified, remark: .undeliverableHere)
            for (name, status, reason) in [
                ("held", "on-hold", "waitlist"), ("given-back", "rejected", "too-early"),
                ("was-held", "on-hold", "waitlist"), ("was-held", "accepted", nil),
                ("ended", "rejected", "deceased"),
            ] {
                if status != "accepted" { _ = try await daemon.refer(name) }
                _ = try await daemon.decide(
                    status, of: "demo-prison/\(name)", reason: reason, from: "demo-clinic")
            }
            // That its referrer's system refuses what it is told holds no referral up, and hides
            // nothing of what does.
            try await daemon.take(8, for: "demo-prison", outcome: .rejected)
            let status: StatusReport = try await daemon.ask("/v1/status").decode()
            #expect((status.quarantined ?? 0) > 5)
            let report: StuckReport = try await daemon.ask("/v1/referrals").decode()
            let lines = report.referrals.map {
                [$0.referral, $0.hold, $0.quarantined, $0.agency, $0.reason].map { $0 ?? "-" }
                    .joined(separator: " ")
            }
            #expect(
                lines == [
                    "demo-prison/waits provider - - -",
                    "demo-prison/set-aside - recipient-refused demo-clinic -",
                    "demo-prison/held assignment - demo-clinic waitlist",
                    "demo-prison/given-back referrer - demo-clinic too-early",
                ])
            #expect(report.referrals.allSatisfy { !$0.service.contains("hiv") })
            #expect(report.next == nil)
            let first: StuckReport = try await daemon.ask("/v1/referrals?limit=1").decode()
            let next = try #require(first.next)
            let rest: StuckReport =
                try await daemon.ask("/v1/referrals?limit=3&after=\(next)").decode()
            #expect(
                (first.referrals + rest.referrals).map(\.referral)
                    == report.referrals.map(\.referral))
            let table = try await daemon.throughcare("referral", "list").output
            #expect(table.contains("held by its provider (demo-clinic, waitlist)"), "\(table)")
            #expect(table.contains("waits for a provider"))
        }
    }

    @Test("publishes the schemas")
    func schemas() async throws {
        try await Daemon.run { daemon in
            let list: SchemaReport = try await daemon.ask("/v1/schemas").decode()
            #expect(list.schemas.contains("referral.schema.json"))
            let schema = try await daemon.ask("/v1/schemas/referral.schema.json")
            #expect(schema.contentType == "application/schema+json")
            #expect(schema.body.contains("$schema"))
            #expect(try await daemon.ask("/v1/schemas/none").status == 404)
        }
    }

    @Test(
        "tells what is wrong with a request",
        arguments: [
            ("/v1/nothing", 404, "not-found"), ("/", 404, "not-found"),
            ("/v1/quarantine?limit=0", 400, "query"), ("/v1/quarantine?before=x", 400, "query"),
            ("/v1/referrals/a/%zz", 400, "path"), ("/v1/referrals/%00/a", 400, "path"),
            ("/v1/network?document&version=9", 404, "not-found"),
        ])
    func problems(_ path: String, _ status: Int, _ kind: String) async throws {
        try await Daemon.run { daemon in
            let answer = try await daemon.ask(path)
            #expect(answer.status == status)
            #expect(answer.contentType == "application/problem+json")
            #expect(try answer.decode(Problem.self).type == "urn:throughcare:problem:\(kind)")
        }
    }

    @Test("takes a body of the limit's size, and none that is larger")
    func size() async throws {
        var options = Daemon.Options()
        options.requestBytes = Daemon.demoNetwork.utf8.count
        try await Daemon.run(options) { daemon in
            let fits = try await daemon.ask("/v1/network/plan", post: Daemon.demoNetwork)
            #expect(fits.status == 200)
            let large = try await daemon.ask("/v1/network/plan", post: Daemon.demoNetwork + "#")
            #expect(large.status == 413)
        }
    }

    @Test("tells its status without a database, and that it is not ready")
    func databaseLost() async throws {
        let postgres = try ThrowawayPostgres()
        defer { postgres.stop() }
        try await Daemon.run(on: try postgres.database()) { daemon in
            try await daemon.applyDemo()
            _ = try await daemon.refer("r1")
            _ = try await daemon.ask("/v1/inboxes")
            postgres.stop()
            _ = try? await daemon.broker.apply(
                network: Daemon.demoNetwork.replacing("capacity: 500", with: "capacity: 1"),
                author: .operator(uid: 0), patience: .milliseconds(200))
            let status: StatusReport = try await daemon.ask("/v1/status").decode()
            #expect(!status.ready)
            #expect(status.failing.contains { $0.hasPrefix("database: ") })
            #expect(status.demo)
            let inboxes = try await daemon.ask("/v1/inboxes")
            #expect(inboxes.status == 503)
            #expect(try await daemon.askHealth("/livez").status == 200)
            let ready = try await daemon.askHealth("/readyz")
            #expect(ready.status == 503)
            #expect(ready.body.contains("database: does not answer"))
        }
    }
}

@Suite("Who may speak on the admin socket", .serialized, .enabled(if: geteuid() == 0))
struct AdminAccessAsRootTests {
    private static let group: UInt32 = 65_534

    /// How the process at the other end runs, whom the configuration names, and the answer.
    @Test(
        "is decided by what the kernel says of the peer",
        arguments: [
            ([], [], 200),
            (["--reuid=65533", "--regid=65534", "--clear-groups"], [], 403),
            (["--reuid=65533", "--regid=65534", "--clear-groups"], [group], 200),
            (["--reuid=65533", "--regid=65533", "--groups=65534"], [group], 200),
            (["--reuid=65533", "--regid=65534", "--clear-groups"], [65_000], 403),
        ] as [([String], [UInt32], Int)])
    func peers(_ identity: [String], _ groups: [UInt32], _ status: Int) async throws {
        var options = Daemon.Options()
        options.socketGroup = Self.group
        options.access = AdminAccess(users: [], groups: Set(groups))
        try await Daemon.run(options) { daemon in
            let user = identity.isEmpty ? [] : ["setpriv"] + identity
            let answer = try await daemon.ask("/v1/status", as: user)
            #expect(answer.status == status)
            if status == 403 {
                #expect(try answer.decode(Problem.self).type == "urn:throughcare:problem:forbidden")
            }
        }
    }

    @Test("a user by number too, and nobody else of the same group")
    func user() async throws {
        var options = Daemon.Options()
        options.socketGroup = Self.group
        options.access = AdminAccess(users: [65_533], groups: [])
        try await Daemon.run(options) { daemon in
            let named = ["setpriv", "--reuid=65533", "--regid=65534", "--clear-groups"]
            let allowed = try await daemon.ask("/v1/status", as: named)
            #expect(allowed.status == 200)
            let other = ["setpriv", "--reuid=65532", "--regid=65534", "--clear-groups"]
            let refused = try await daemon.ask("/v1/status", as: other)
            #expect(refused.status == 403)
        }
    }
}

@Suite("Who is named in the configuration")
struct AdminAccessTests {
    @Test("names are looked up, and an unknown one is told")
    func names() throws {
        var admin = BrokerConfiguration.Admin()
        admin.users = [.name("root"), .id(7)]
        admin.groups = [.name("daemon")]
        let access = try AdminAccess(admin)
        #expect(access.users.isSuperset(of: [0, 7]))
        #expect(access.groups.count == 1)
        // A second group, or a user, gets to the socket past the mode of its file only.
        #expect(access.fileMode == 0o666)
        admin.users = [.name("root")]
        #expect(try AdminAccess(admin).fileMode == 0o660)
        admin.groups.append(.id(7))
        #expect(try AdminAccess(admin).fileMode == 0o666)
        admin.groups = [.name("no-such-group-here")]
        #expect(throws: AdminAccess.PrincipalError(kind: "group", name: "no-such-group-here")) {
            try AdminAccess(admin)
        }
    }
}
