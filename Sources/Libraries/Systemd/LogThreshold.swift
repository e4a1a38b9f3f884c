package import Logging
import Synchronization

/// The level below which nothing is logged, for all of a program's loggers at once, so that it can
/// be changed while they are in use.
package final class LogThreshold: Sendable {
    /// The level's place in `Logger.Level.allCases`: read for each event, without a lock.
    private let index: Atomic<Int>

    package init(_ level: Logger.Level = .info) {
        index = Atomic(Self.index(of: level))
    }

    package var level: Logger.Level {
        get { Logger.Level.allCases[index.load(ordering: .relaxed)] }
        set { index.store(Self.index(of: newValue), ordering: .relaxed) }
    }

    private static func index(of level: Logger.Level) -> Int {
        Logger.Level.allCases.firstIndex(of: level) ?? 0
    }
}
