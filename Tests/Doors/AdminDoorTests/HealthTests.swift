import Foundation
import LibPQ
import Referrals
import Store
import Testing

@testable import Brokering
@testable import HealthDoor

@Suite("The health endpoint", .serialized)
struct HealthTests {
    @Test("says that the process lives and the broker is ready")
    func ready() async throws {
        try await Daemon.run { daemon in
            #expect(try await daemon.askHealth("/livez").body == "ok\n")
            let ready = try await daemon.askHealth("/readyz")
            #expect(ready.status == 200, "\(ready.body)")
            try await daemon.applyDemo()
            #expect(try await daemon.askHealth("/readyz").body == "ready (demo network)\n")
            let health = try await daemon.askHealth("/healthz")
            #expect(health.contentType == "application/json")
            let object = try JSONSerialization.jsonObject(with: Data(health.body.utf8))
            let report = try #require(object as? [String: Any])
            #expect(report["demo"] as? Bool == true)
            #expect(report["networkVersion"] as? Int == 1)
            #expect((report["checks"] as? [Any])?.isEmpty == false)
            #expect(try await daemon.askHealth("/other").status == 404)
            #expect(try await daemon.askHealth("/livez", ["-X", "POST"]).status == 405)
        }
    }

    /// Each probe makes a write, where none may be older than this.
    private var writingEachTime: Daemon.Options {
        var options = Daemon.Options()
        options.bounds.write = .zero
        return options
    }

    @Test(
        "has a write made where none has reached the database lately, and not for each probe",
        arguments: [(Duration.zero, true), (.seconds(600), false)])
    func writes(bound: Duration, isWritten: Bool) async throws {
        var options = Daemon.Options()
        options.bounds.write = bound
        let conninfo = try ThrowawayPostgres.shared.get().database()
        /// Who locked the shard's row last.
        func locker() throws -> String {
            try Connection(Conninfo(conninfo), by: .after(.seconds(30)))
                .query("SELECT xmax::text FROM throughcare.shard", by: .after(.seconds(30)))
                .value(0, 0)
        }
        try await Daemon.run(options, on: conninfo) { daemon in
            let before = try locker()
            #expect(try await daemon.askHealth("/readyz").status == 200)
            #expect(try (locker() != before) == isWritten)
        }
    }

    @Test("is not ready while the database refuses writes, and then is")
    func readOnly() async throws {
        let postgres = try ThrowawayPostgres()
        let conninfo = try postgres.database()
        let operating = try Connection(Conninfo(conninfo), by: .after(.seconds(30)))
        func set(readOnly: String) throws {
            for script in [
                "ALTER SYSTEM SET default_transaction_read_only = \(readOnly)",
                "SELECT pg_reload_conf()",
            ] {
                try operating.run(script: script, by: .after(.seconds(30)))
            }
        }
        try await Daemon.run(writingEachTime, on: conninfo) { daemon in
            #expect(try await daemon.askHealth("/readyz").status == 200)
            try set(readOnly: "on")
            let refused = try await daemon.untilReadiness(is: 503)
            #expect(refused.body.contains("write: does not reach the database; the last one did"))
            try set(readOnly: "off")
            #expect(try await daemon.untilReadiness(is: 200).body == "ready\n")
        }
    }

    @Test("is not ready while the database stands still, and then is")
    func stopped() async throws {
        let conninfo = try ThrowawayPostgres.shared.get().database()
        try await Daemon.run(writingEachTime, on: conninfo) { daemon in
            #expect(try await daemon.askHealth("/readyz").status == 200)
            let backend: Int32 = try Connection(Conninfo(conninfo), by: .after(.seconds(30)))
                .query("SELECT backend_pid FROM throughcare.shard", by: .after(.seconds(30)))
                .value(0, 0)
            kill(backend, SIGSTOP)
            defer { kill(backend, SIGCONT) }
            let stopped = try await daemon.askHealth("/readyz")
            #expect(stopped.status == 503)
            #expect(stopped.body.contains("write: does not reach the database"))
            kill(backend, SIGCONT)
            #expect(try await daemon.untilReadiness(is: 200).body == "ready\n")
        }
    }

    @Test("is not ready once the certificate has expired, and says so")
    func expired() async throws {
        var options = Daemon.Options()
        options.certificateNotAfter = 1
        try await Daemon.run(options) { daemon in
            let ready = try await daemon.askHealth("/readyz")
            #expect(ready.status == 503)
            #expect(ready.body == "certificate: has expired\n")
        }
    }

    @Test("tells OpenMetrics that a parser can read, and nothing that could point at a person")
    func metrics() async throws {
        try await Daemon.run { daemon in
            let file = Daemon.demoNetwork.replacing(
                "  - id: clinic-national\n    provider: demo-clinic\n    services: [health]\n"
                    + "    regions: [RO]\n", with: "")
            _ = try await daemon.broker.apply(network: file, author: .operator(uid: 0))
            _ = try await daemon.refer("r1")
            try await daemon.take(1, for: "demo-clinic", outcome: .accepted)
            _ = try await daemon.refer("r2", region: "RO-IS")
            _ = try await daemon.refer("r3", region: "RO-B")
            daemon.broker.metrics.refused(.malformed)
            let answer = try await daemon.askHealth("/metrics")
            #expect(
                answer.contentType
                    == "application/openmetrics-text; version=1.0.0; charset=utf-8")
            #expect(!answer.body.contains("hiv"))
            let samples = try OpenMetricsCheck.parse(answer.body)
            let expected: [String: Double] = [
                "throughcare_messages_admitted_total{type=\"referral\"}": 3,
                "throughcare_messages_refused_total{reason=\"malformed\"}": 1,
                "throughcare_messages_delivered_total": 1,
                "throughcare_deliveries_settled_total{outcome=\"accepted\"}": 1,
                // One referral each in two counties: too few to be told apart.
                "throughcare_lane_depth{region=\"RO\",service=\"health\"}": 2,
                "throughcare_inbox_depth{agency=\"demo-prison\"}": 2,
                "throughcare_connections{door=\"amqp\"}": 3,
                "throughcare_certificate_not_after_seconds": 4_000_000_000,
                "throughcare_build_info{version=\"1.2.3\"}": 1,
                "throughcare_network_info{network=\"demo\",version=\"1\",demo=\"true\"}": 1,
            ]
            for (name, value) in expected {
                #expect(samples[name] == value, "\(name) is \(samples[name] ?? .nan)")
            }
            #expect(samples["throughcare_commit_seconds_sum"] ?? 0 > 0)
            #expect(samples["throughcare_cpu_seconds_total{stage=\"shard\"}"] != nil)
        }
    }
}

extension Daemon {
    /// Asks until the answer has this status: what the server is told, its sessions hear a little
    /// later.
    fileprivate func untilReadiness(is status: Int) async throws -> HTTPAnswer {
        let deadline = ContinuousClock.now + .seconds(30)
        while true {
            let answer = try await askHealth("/readyz")
            if answer.status == status || ContinuousClock.now > deadline { return answer }
        }
    }
}

/// What OpenMetrics 1.0.0 asks of a text, as far as it is used here.
enum OpenMetricsCheck {
    static func parse(_ text: String) throws -> [String: Double] {
        guard text.hasSuffix("\n# EOF\n") else { throw TestFault("no end") }
        var types: [String: String] = [:]
        var family = ""
        var samples: [String: Double] = [:]
        for line in text.split(separator: "\n").dropLast() {
            if line.hasPrefix("# ") {
                let parts = line.split(separator: " ", maxSplits: 3)
                guard parts.count == 4 else { throw TestFault("cut: \(line)") }
                let name = String(parts[2])
                switch parts[1] {
                case "TYPE":
                    guard types[name] == nil else { throw TestFault("twice: \(name)") }
                    family = name
                    types[name] = String(parts[3])
                case "UNIT":
                    guard name == family, name.hasSuffix("_" + parts[3]) else {
                        throw TestFault("unit: \(line)")
                    }
                case "HELP":
                    guard name == family else { throw TestFault("help elsewhere: \(line)") }
                default: throw TestFault("unknown: \(line)")
                }
                continue
            }
            guard let match = line.wholeMatch(of: sample), let value = Double(match.3) else {
                throw TestFault("no sample: \(line)")
            }
            let suffixes: [String: [String]] = [
                "counter": ["_total"], "gauge": [""], "info": ["_info"],
                "summary": ["_count", "_sum"],
            ]
            let allowed = (suffixes[types[family] ?? ""] ?? []).map { family + $0 }
            guard allowed.contains(String(match.1)) else { throw TestFault("name: \(line)") }
            let key = String(match.1) + (match.2.map(String.init) ?? "")
            guard samples.updateValue(value, forKey: key) == nil else {
                throw TestFault("twice: \(line)")
            }
        }
        return samples
    }

    private static var sample: Regex<(Substring, Substring, Substring?, Substring)> {
        #/
        ([a-z][a-z0-9_]*)
        (\{ [a-z]+ ="(?:[^"\\\n]|\\.)*" (?:, [a-z]+ ="(?:[^"\\\n]|\\.)*")* \})?
        \x20 ([-+0-9.eE]+)
        /#
    }
}
