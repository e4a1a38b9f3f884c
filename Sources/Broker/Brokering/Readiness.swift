/// Whether the broker can take messages now, by check.
package struct Readiness: Sendable {
    package struct Check: Sendable, Hashable {
        package let name: String
        package let isPassing: Bool
        /// How it stands, in plain words.
        package let detail: String

        package init(name: String, isPassing: Bool, detail: String) {
            self.name = name
            self.isPassing = isPassing
            self.detail = detail
        }
    }

    package let checks: [Check]

    package init(checks: [Check]) { self.checks = checks }

    package var isReady: Bool { checks.allSatisfy(\.isPassing) }

    /// What is wrong, one in a line.
    package var failing: [String] {
        checks.filter { !$0.isPassing }.map { "\($0.name): \($0.detail)" }
    }

    /// What is too much to be called ready.
    package struct Bounds: Sendable {
        /// Since the shard last showed that it lives.
        package var beat = Duration.seconds(10)
        /// Since a write last reached the database; where it is longer ago, another one is made.
        package var write = Duration.seconds(5)

        package init() {}
    }
}

extension Broker {
    /// Judges the facts as they are. Only whether a write reaches the database is tried, where that
    /// is not known of the last few seconds.
    package func readiness(
        _ facts: DaemonFacts, bounds: Readiness.Bounds = Readiness.Bounds()
    ) async -> Readiness {
        let isWriting = await writes(within: bounds.write)
        let silent = ContinuousClock.now - lastBeat
        var checks = [
            Readiness.Check(
                name: "database", isPassing: isOpen,
                detail: isOpen
                    ? "answers, and the shard is ours"
                    : databaseFault.map { "does not answer: \($0)" }
                        ?? "does not answer, or the shard is not claimed yet"),
            Readiness.Check(
                name: "write", isPassing: isWriting, detail: writeDetail(isWriting)),
            Readiness.Check(
                name: "keys", isPassing: hasKeys,
                detail: hasKeys ? "are loaded" : "are not loaded yet"),
            Readiness.Check(
                name: "shard", isPassing: silent <= bounds.beat,
                detail: "last showed \(silent.components.seconds) s ago that it lives; at most"
                    + " \(bounds.beat.components.seconds) s is right"),
            Readiness.Check(
                name: "queue", isPassing: !isCrowded,
                detail: "\(queueDepth) commands wait"
                    + (isCrowded
                        ? ", which is as much as is taken: more is refused for a moment" : "")),
            Readiness.Check(
                name: "running", isPassing: !isStopping,
                detail: isStopping ? "the daemon stops" : "takes messages"),
        ]
        for door in facts.doors() {
            checks.append(
                Readiness.Check(
                    name: "door \(door.name)", isPassing: door.isListening,
                    detail: door.isListening ? "listens" : "does not listen"))
        }
        if let end = facts.certificateNotAfter() {
            let left = end - facts.wallClock() / 1_000_000
            checks.append(
                Readiness.Check(
                    name: "certificate", isPassing: left > 0,
                    detail: left > 0
                        ? "is valid for \(left / 86_400) more days" : "has expired"))
        }
        return Readiness(checks: checks)
    }

    private func writeDetail(_ isWriting: Bool) -> String {
        let seconds = lastWrite.map { (ContinuousClock.now - $0).components.seconds }
        let last = seconds.map { "the last one did \($0) s ago" } ?? "none did yet"
        return isWriting ? "reaches the database" : "does not reach the database; \(last)"
    }
}
