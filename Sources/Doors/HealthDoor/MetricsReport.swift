import Brokering
import Referrals

/// Everything that `/metrics` tells.
struct MetricsReport {
    let broker: Broker
    let facts: DaemonFacts
    let readiness: Readiness
    let figures: AgeBoard.Figures
    let cpu: [StageClock.Stage: Double]
    /// The business time.
    let now: Instant
    /// Lanes with fewer referrals are counted with the region around them.
    let laneThreshold: Int64

    var text: String {
        var metrics = OpenMetrics()
        identity(&metrics)
        messages(&metrics)
        commits(&metrics)
        lanes(&metrics)
        inboxes(&metrics)
        quarantine(&metrics)
        daemon(&metrics)
        metrics.end()
        return metrics.text
    }

    private func identity(_ metrics: inout OpenMetrics) {
        let applied = broker.network
        metrics.family("throughcare_build", .info, help: "The program.")
        metrics.sample("throughcare_build_info", ["version": facts.version], 1)
        metrics.family(
            "throughcare_network", .info,
            help: "The network in force; demo is true where it is only for trying out.")
        metrics.sample(
            "throughcare_network_info",
            [
                "network": applied.network.id.rawValue, "version": "\(applied.version)",
                "demo": applied.network.isDemo ? "true" : "false",
            ], 1)
        metrics.family(
            "throughcare_ready", .gauge, help: "Whether each check of /readyz passes.")
        for check in readiness.checks {
            metrics.sample(
                "throughcare_ready", ["check": check.name], check.isPassing ? 1 : 0)
        }
    }

    private func messages(_ metrics: inout OpenMetrics) {
        let counts = broker.metrics.current
        metrics.family(
            "throughcare_messages_admitted", .counter, help: "Messages taken over, by type.")
        for type in ["referral", "update"] {
            metrics.sample(
                "throughcare_messages_admitted_total", ["type": type], counts.admitted[type] ?? 0)
        }
        metrics.family(
            "throughcare_messages_refused", .counter, help: "Messages refused, by reason.")
        for reason in Refusal.Reason.allCases {
            metrics.sample(
                "throughcare_messages_refused_total", ["reason": reason.rawValue],
                counts.refused[reason] ?? 0)
        }
        metrics.family(
            "throughcare_messages_delivered", .counter,
            help: "Deliveries handed to an agency's connection, repetitions included.")
        metrics.sample("throughcare_messages_delivered_total", counts.delivered)
        metrics.family(
            "throughcare_deliveries_settled", .counter,
            help: "Deliveries that came to an end, by how their recipient settled them.")
        for outcome in DeliveryOutcome.allCases {
            metrics.sample(
                "throughcare_deliveries_settled_total", ["outcome": outcome.rawValue],
                counts.settled[outcome] ?? 0)
        }
        metrics.family(
            "throughcare_deliveries_quarantined", .counter,
            help: "Deliveries set aside for an operator.")
        metrics.sample("throughcare_deliveries_quarantined_total", counts.quarantined)
    }

    private func commits(_ metrics: inout OpenMetrics) {
        let counts = broker.metrics.current
        metrics.family(
            "throughcare_commit_seconds", .summary, unit: "seconds",
            help: "How long commits took, from the first statement to the answer.")
        metrics.sample("throughcare_commit_seconds_count", counts.commits)
        metrics.sample("throughcare_commit_seconds_sum", counts.commitTime.seconds)
        metrics.family(
            "throughcare_batch_commands", .summary, unit: "commands",
            help: "How many commands were committed together.")
        metrics.sample("throughcare_batch_commands_count", counts.commits)
        metrics.sample("throughcare_batch_commands_sum", counts.commands)
        metrics.family(
            "throughcare_commits_failed", .counter, help: "Commits that were not confirmed.")
        metrics.sample("throughcare_commits_failed_total", counts.failedCommits)
        metrics.family(
            "throughcare_queue_commands", .gauge, unit: "commands",
            help: "Commands that wait to be decided.")
        metrics.sample("throughcare_queue_commands", broker.queueDepth)
        if let summary = figures.summary {
            metrics.family(
                "throughcare_log_head", .gauge, help: "The position of the log's last event.")
            metrics.sample("throughcare_log_head", summary.head.rawValue)
        }
    }

    private func lanes(_ metrics: inout OpenMetrics) {
        let lanes = figures.lanes.folded(below: laneThreshold)
        metrics.family(
            "throughcare_lane_depth", .gauge,
            help: "Referrals that wait for a provider; small lanes are counted with the region"
                + " around them, and confidential service types as their parents.")
        for line in lanes { metrics.sample("throughcare_lane_depth", line.labels, line.depth) }
        metrics.family(
            "throughcare_lane_oldest_age_seconds", .gauge, unit: "seconds",
            help: "How long the first of them has waited.")
        for line in lanes {
            guard let oldest = line.oldest else { continue }
            metrics.sample(
                "throughcare_lane_oldest_age_seconds", line.labels, oldest.age(at: now))
        }
    }

    private func inboxes(_ metrics: inout OpenMetrics) {
        let inboxes = figures.inboxes
        metrics.family(
            "throughcare_inbox_depth", .gauge,
            help: "Entries of an agency's inbox that have not ended.")
        for line in inboxes {
            metrics.sample(
                "throughcare_inbox_depth", ["agency": line.agency.rawValue], line.depth)
        }
        metrics.family(
            "throughcare_inbox_in_flight", .gauge, help: "Of these, handed over and not settled.")
        for line in inboxes {
            metrics.sample(
                "throughcare_inbox_in_flight", ["agency": line.agency.rawValue], line.inFlight)
        }
        metrics.family(
            "throughcare_inbox_consumers", .gauge, help: "Links that take from an inbox.")
        for line in inboxes {
            metrics.sample(
                "throughcare_inbox_consumers", ["agency": line.agency.rawValue], line.consumers)
        }
        metrics.family(
            "throughcare_inbox_oldest_age_seconds", .gauge, unit: "seconds",
            help: "How long the oldest of them has lain there.")
        for line in inboxes {
            guard let oldest = line.oldest else { continue }
            metrics.sample(
                "throughcare_inbox_oldest_age_seconds", ["agency": line.agency.rawValue],
                oldest.age(at: now))
        }
    }

    private func quarantine(_ metrics: inout OpenMetrics) {
        guard let summary = figures.summary else { return }
        metrics.family(
            "throughcare_quarantine_depth", .gauge, help: "Entries set aside for an operator.")
        metrics.sample("throughcare_quarantine_depth", summary.quarantined)
    }

    private func daemon(_ metrics: inout OpenMetrics) {
        metrics.family(
            "throughcare_connections", .gauge, help: "Connections that are open, by door.")
        for door in facts.doors() {
            metrics.sample("throughcare_connections", ["door": door.name], door.connections)
        }
        if let end = facts.certificateNotAfter() {
            metrics.family(
                "throughcare_certificate_not_after_seconds", .gauge, unit: "seconds",
                help: "When the broker's certificate ends, in seconds since 1970.")
            metrics.sample("throughcare_certificate_not_after_seconds", end)
        }
        metrics.family(
            "throughcare_cpu_seconds", .counter, unit: "seconds",
            help: "CPU time, by the stage that the thread works for.")
        for stage in StageClock.Stage.allCases {
            metrics.sample(
                "throughcare_cpu_seconds_total", ["stage": stage.rawValue], cpu[stage] ?? 0)
        }
        metrics.family(
            "throughcare_start_time_seconds", .gauge, unit: "seconds",
            help: "When the daemon started, in seconds since 1970.")
        metrics.sample(
            "throughcare_start_time_seconds", Double(facts.started) / 1_000_000)
    }
}

extension Inspection.LaneLine {
    fileprivate var labels: KeyValuePairs<String, String> {
        ["region": lane.region.rawValue, "service": lane.service.rawValue]
    }
}

extension Instant {
    func age(at now: Instant) -> Double {
        Double(max(0, now.microseconds - microseconds)) / 1_000_000
    }
}

extension Duration {
    var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
