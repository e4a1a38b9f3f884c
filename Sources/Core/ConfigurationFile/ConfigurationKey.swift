/// A key of the configuration file, and the environment variable that overrides it.
package struct ConfigurationKey: Sendable, Hashable {
    /// From the top of the file: `listen`, `amqp`, `port`.
    package let path: [String]
    /// Whether a reload is enough for a change of it; others need a restart.
    package let isReloadable: Bool

    /// `listen.amqp.port`
    package var name: String { path.joined(separator: ".") }

    /// `THROUGHCARE_LISTEN_AMQP_PORT`; `maxFrameSize` becomes `MAX_FRAME_SIZE`.
    package var variable: String {
        var text = Self.prefix.dropLast()
        for word in path {
            text += "_"
            for letter in word {
                if letter.isUppercase { text += "_" }
                text += letter.uppercased()
            }
        }
        return String(text)
    }

    /// What the variables of the daemon begin with.
    package static let prefix = "THROUGHCARE_"

    /// Every key, in the order of the file.
    package static let all: [ConfigurationKey] =
        [
            key("database"), key("postgresqlBinaries"), key("stateDirectory"),
            key("runtimeDirectory"), key("listen", "amqp", "host"), key("listen", "amqp", "port"),
            key("listen", "health", "host"), key("listen", "health", "port"),
            key("listen", "admin", "socket"), key("listen", "admin", "users"),
            key("listen", "admin", "groups"), key("tls", "certificate", reloadable: true),
            key("tls", "key", reloadable: true), key("tls", "ca", reloadable: true),
            key("masterKey", "credential"), key("masterKey", "file"),
            key("log", "level", reloadable: true),
        ] + BrokerLimits.table.map { key("limits", $0.name) }

    private static func key(_ path: String..., reloadable: Bool = false) -> ConfigurationKey {
        ConfigurationKey(path: path, isReloadable: reloadable)
    }
}
