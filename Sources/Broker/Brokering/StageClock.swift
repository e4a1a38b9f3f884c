package import Linux

/// CPU time by stage of a message's way, as far as threads tell the stages apart.
///
/// It is read when somebody asks, and costs the message path nothing: a clock read for each message
/// would be dearer than some of the stages.
package enum StageClock {
    package enum Stage: String, Sendable, CaseIterable {
        /// Deciding and committing: the shard's thread.
        case shard
        /// TLS, AMQP and HTTP: the event loops, with decoding and sealing at intake.
        case network
        /// Operators' questions to the database.
        case inspection
        /// Everything else: Swift's own pool, threads that have ended.
        case other
    }

    /// In seconds since the process started, each stage once.
    package static func read(_ times: ProcessTimes = .now()) -> [Stage: Double] {
        var seconds = Dictionary(
            Stage.allCases.map { ($0, 0.0) }, uniquingKeysWith: { first, _ in first })
        for thread in times.threads {
            guard let stage = stage(ofThread: thread.name) else { continue }
            seconds[stage, default: 0] += thread.seconds
        }
        // Threads are counted in ticks and the process more finely: never below nothing.
        let known = seconds.values.reduce(0, +)
        seconds[.other] = max(0, times.total - known)
        return seconds
    }

    private static func stage(ofThread name: String) -> Stage? {
        if name == "shard" { return .shard }
        if name == "inspector" { return .inspection }
        return name.hasPrefix("NIO-") ? .network : nil
    }
}
