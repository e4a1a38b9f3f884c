/// How a session is set up, and its limits.
package struct ConnectionOptions: Sendable {
    /// What `pg_stat_activity` and the server's log show, unless the connection string says so.
    package var applicationName = "throughcare"

    /// How long each host that the connection string names may take to answer, unless the string
    /// has a `connect_timeout`. libpq goes on to the next host by itself where one refuses, but not
    /// where one is silent.
    package var connectTimeout = Duration.seconds(10)

    /// The server ends any one statement after this long. It bounds the statements that go ahead
    /// of a COMMIT, for which the client itself waits without bound.
    package var statementTimeout = Duration.seconds(30)

    /// The server ends any one wait for a lock after this long.
    package var lockTimeout = Duration.seconds(10)

    /// A running statement notices within this time that its client has gone.
    package var clientCheckInterval = Duration.seconds(5)

    /// How long cleaning up (ROLLBACK after a failure) may take before the connection is closed.
    package var cleanupTimeout = Duration.seconds(5)

    /// Up to this many notices wait to be taken; later ones are counted and dropped.
    package var noticeLimit = 64

    /// Told, on the caller's thread, that the wait for an answer goes on: some four times a second
    /// while it is within the call's bound, or for COMMIT, and never outside of a wait.
    package var onWait: (@Sendable () -> Void)?

    /// Further server settings for this session. What the connection string gives counts more.
    package var settings: [String: String] = [:]

    package init() {}

    /// The session's settings, for libpq's `options` keyword.
    private var commandLine: String {
        var values = [
            "statement_timeout": String(Self.milliseconds(statementTimeout)),
            "lock_timeout": String(Self.milliseconds(lockTimeout)),
            "client_connection_check_interval": String(Self.milliseconds(clientCheckInterval)),
        ]
        values.merge(settings) { _, given in given }
        return values.sorted { $0.key < $1.key }
            .map { "-c \($0.key)=\(Self.escaped($0.value))" }
            .joined(separator: " ")
    }

    private static func milliseconds(_ duration: Duration) -> Int64 {
        duration.components.seconds * 1_000 + duration.components.attoseconds
            / 1_000_000_000_000_000
    }

    /// The server splits at spaces unless a backslash stands before them.
    private static func escaped(_ value: String) -> String {
        String(value.flatMap { $0 == " " || $0 == "\\" ? ["\\", $0] : [$0] })
    }
}

extension ConnectionOptions {
    /// Keywords for `PQconnectStartParams`; of two values for one keyword the later counts.
    ///
    /// - Parameter first: which of the hosts is tried first; the others follow in their order.
    func keywords(
        for conninfo: Conninfo, first: Int = 0
    ) -> [(keyword: String, value: String)] {
        var pairs = Self.defaults
        pairs += conninfo.settings(startingAt: first)
        // Of two the later counts. Warnings must reach us: one of them says that a commit is not
        // what it seems.
        let settings = [commandLine, conninfo["options"] ?? "", "-c client_min_messages=notice"]
        pairs += [
            ("options", settings.joined(separator: " ")),
            ("fallback_application_name", applicationName),
            ("client_encoding", "UTF8"),
        ]
        return pairs
    }

    /// `connect_timeout` of the string, as libpq reads it: in seconds, at least two; 0 and less is
    /// none.
    func connectTimeout(for conninfo: Conninfo) -> Duration {
        guard let seconds = conninfo["connect_timeout"].flatMap({ Int($0) }), seconds > 0 else {
            return connectTimeout
        }
        return .seconds(max(2, seconds))
    }

    /// A connection whose other end has gone without a word is noticed within half a minute, also
    /// while it waits for a COMMIT.
    private static let defaults: [(keyword: String, value: String)] = [
        ("keepalives_idle", "10"),
        ("keepalives_interval", "5"),
        ("keepalives_count", "3"),
        ("tcp_user_timeout", "30000"),
        ("gssencmode", "disable"),
    ]
}
