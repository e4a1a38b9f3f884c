/// What the composition root knows and the broker does not: for status and health.
package struct DaemonFacts: Sendable {
    /// A face that agencies or operators come through.
    package struct Door: Sendable, Hashable {
        package let name: String
        package let isListening: Bool
        package let connections: Int

        package init(name: String, isListening: Bool, connections: Int) {
            self.name = name
            self.isListening = isListening
            self.connections = connections
        }
    }

    /// The program's version.
    package let version: String
    /// When the daemon started, in microseconds since 1970.
    package let started: Int64
    /// Microseconds since 1970, now.
    package let wallClock: @Sendable () -> Int64
    package let doors: @Sendable () -> [Door]
    /// When the broker's certificate ends, in seconds since 1970; nil where none is loaded.
    package let certificateNotAfter: @Sendable () -> Int64?

    package init(
        version: String, started: Int64, wallClock: @escaping @Sendable () -> Int64,
        doors: @escaping @Sendable () -> [Door],
        certificateNotAfter: @escaping @Sendable () -> Int64?
    ) {
        self.version = version
        self.started = started
        self.wallClock = wallClock
        self.doors = doors
        self.certificateNotAfter = certificateNotAfter
    }
}
