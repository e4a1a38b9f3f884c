/// What the daemon is told by its file, `/etc/throughcare/throughcare.yaml`, and by its
/// environment. `Config/throughcare.yaml` says of each key what it means and why its default is
/// what it is; a test holds the two to the same defaults.
package struct BrokerConfiguration: Sendable, Hashable {
    package var database = Database.embedded
    /// Where `initdb` and `postgres` are, for the embedded database; nil to look for them.
    package var postgresqlBinaries: String?
    /// What outlives a restart.
    package var stateDirectory = "/var/lib/throughcare"
    /// Sockets, and what ends with the daemon.
    package var runtimeDirectory = "/run/throughcare"
    package var listen = Listen()
    package var tls = TLSFiles()
    package var masterKey = MasterKey.credential("master-key")
    package var logLevel = LogLevel.info
    package var limits = BrokerLimits()

    /// Everything at its default.
    package init() {}
}

extension BrokerConfiguration {
    /// Where the broker keeps what it owns.
    package enum Database: Sendable, Hashable {
        /// A private PostgreSQL in the state directory, from the system's own binaries.
        case embedded
        /// Another's PostgreSQL, by libpq's connection string; several hosts included.
        case server(conninfo: String)
    }

    package struct Listen: Sendable, Hashable {
        package var amqp = Endpoint(host: "0.0.0.0", port: 5671)
        package var health = Endpoint(host: "127.0.0.1", port: 9671)
        package var admin = Admin()

        package init() {}
    }

    /// An address to listen at.
    package struct Endpoint: Sendable, Hashable {
        /// An IPv4 or IPv6 address, or a name that resolves to one.
        package var host: String
        /// 0 for any free port, in tests.
        package var port: Int

        package init(host: String, port: Int) {
            self.host = host
            self.port = port
        }
    }

    /// The socket for operators, and who may speak on it.
    package struct Admin: Sendable, Hashable {
        package var socket = "/run/throughcare/admin.sock"
        package var users: [Principal] = [.id(0)]
        package var groups: [Principal] = []

        package init() {}
    }

    /// A user or a group of the machine. Names are resolved when the socket is opened.
    package enum Principal: Sendable, Hashable {
        case id(UInt32)
        case name(String)
    }

    /// PEM files, read again on reload.
    package struct TLSFiles: Sendable, Hashable {
        /// The broker's certificate, then the intermediate ones.
        package var certificate = "/etc/throughcare/tls/certificate.pem"
        package var key = "/etc/throughcare/tls/key.pem"
        /// The authorities whose agency certificates are taken.
        package var ca = "/etc/throughcare/tls/ca.pem"

        package init() {}
    }

    /// Where the key is that wraps every person's key.
    package enum MasterKey: Sendable, Hashable {
        /// A systemd credential, under `$CREDENTIALS_DIRECTORY`.
        case credential(String)
        /// A file that only the daemon can read.
        case file(String)
    }

    /// The levels of swift-log, by name.
    package enum LogLevel: String, Sendable, CaseIterable {
        case trace
        case debug
        case info
        case notice
        case warning
        case error
        case critical
    }
}
