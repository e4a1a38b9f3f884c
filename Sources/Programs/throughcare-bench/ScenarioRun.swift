import AgencyClient
import Foundation
import NIOCore

/// The bounds of a run.
struct RunSettings: Sendable {
    let program: String
    let port: Int
    let rounds: Int
    /// Referrals of one round.
    let count: Int
    /// What a part of a round may take.
    let seconds: Int64
    let backlog: Int
    let hold: Duration
    let connections: Int
    let keeps: Bool
    let waitsForProfiler: Bool

    var time: TimeAmount { .seconds(seconds) }
}

/// Measures scenarios: for each, the figures of every round.
struct ScenarioRun {
    let settings: RunSettings

    func measure(_ scenario: Scenario) async throws -> [[Figure]] {
        switch scenario {
        case .confirm: try await rounds { try await confirm($0) }
        case .single: try await rounds { try await single($0) }
        case .deliver: try await rounds { try await deliver($0) }
        case .cycle: try await rounds { try await cycle($0) }
        case .settle: try await rounds { try await settle($0) }
        case .backlog: try await rounds(1) { try await backlog($0) }
        case .xmin: try await rounds(1) { try await xmin($0) }
        case .idle: try await rounds { try await idle($0) }
        case .hostile: try await rounds { try await hostile($0) }
        case .start: try await rounds(1, startsDaemon: false) { try await start($0) }
        }
    }

    /// A fresh bench for each round: what a round leaves in the database is not the next one's.
    private func rounds(
        _ number: Int? = nil, startsDaemon: Bool = true,
        _ body: (Workbench) async throws -> [Figure]
    ) async throws -> [[Figure]] {
        var all: [[Figure]] = []
        for _ in 0..<(number ?? settings.rounds) {
            let bench = try Workbench(
                program: settings.program, port: settings.port, keeps: settings.keeps)
            do {
                if startsDaemon { try await bench.startDaemon() }
                all.append(try await body(bench))
            } catch {
                await bench.close()
                throw error
            }
            await bench.close()
        }
        return all
    }

    // MARK: Parts of scenarios

    func senders(_ number: Int, on bench: Workbench) async throws -> [Sender] {
        var senders: [Sender] = []
        for _ in 0..<number {
            senders.append(try await bench.connect(as: Workbench.sender).openSender())
        }
        return senders
    }

    func receivers(on bench: Workbench) async throws -> [AgencyConnection] {
        var connections: [AgencyConnection] = []
        for provider in Workbench.providers {
            connections.append(try await bench.connect(as: provider))
        }
        return connections
    }

    /// Fills caches, partitions and code paths before anything is measured.
    func warmUp(
        _ bench: Workbench, _ load: Load, _ senders: [Sender]
    ) async throws -> Int {
        let warm = try await load.submit(
            min(2_000, settings.count), over: senders, window: 16, within: settings.time)
        if settings.waitsForProfiler {
            let meter = bench.meter
            let ids = "warm: daemon \(meter.daemon ?? 0), postmaster \(meter.postmaster ?? 0)"
            FileHandle.standardError.write(
                Data("\(ids); attach, then press return\n".utf8))
            _ = readLine()
        }
        return warm.count
    }

    /// The CPU figures of so many referrals.
    func cost(_ scenario: Scenario, _ spent: Spent, per count: Int) -> [Figure] {
        let number = Double(max(count, 1))
        return [
            Figure(scenario, "CPU of the daemon", spent.daemon / number, "µs/referral"),
            Figure(scenario, "CPU of the database", spent.database / number, "µs/referral"),
            Figure(
                scenario, "CPU of the generator", spent.generator / number, "µs/referral"),
        ]
    }

    func latency(
        _ scenario: Scenario, _ name: String, _ histogram: Histogram,
        median: Figure.Aim = .none
    ) -> [Figure] {
        func milliseconds(_ nanoseconds: UInt64) -> Double { Double(nanoseconds) / 1e6 }
        return [
            Figure(
                scenario, "\(name) p50", milliseconds(histogram.percentile(0.5)), "ms",
                aim: median),
            Figure(scenario, "\(name) p95", milliseconds(histogram.percentile(0.95)), "ms"),
            Figure(scenario, "\(name) p99", milliseconds(histogram.percentile(0.99)), "ms"),
            Figure(scenario, "\(name) max", milliseconds(histogram.maximum), "ms"),
        ]
    }
}
