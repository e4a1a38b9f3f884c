import ConfigurationFile
import Testing

@Suite("A change of the configuration")
struct ChangeTests {
    private static let examples = [
        "database": "host=db", "postgresqlBinaries": "/pg", "stateDirectory": "/s",
        "runtimeDirectory": "/r", "listen.amqp.host": "127.0.0.1", "listen.amqp.port": "1",
        "listen.health.host": "127.0.0.2", "listen.health.port": "1",
        "listen.admin.socket": "/a.sock", "listen.admin.users": "[1]",
        "listen.admin.groups": "[1]", "tls.certificate": "/c.pem", "tls.key": "/k.pem",
        "tls.ca": "/a.pem", "masterKey.credential": "other", "masterKey.file": "/m.key",
        "log.level": "debug",
    ]

    /// The configuration at its defaults, but for one key.
    private static func changed(_ key: ConfigurationKey) throws -> BrokerConfiguration {
        if let example = examples[key.name] {
            return try BrokerConfiguration(
                yaml: "", file: "t.yaml", environment: [key.variable: example])
        }
        var configuration = BrokerConfiguration()
        let limit = try #require(BrokerLimits.table.first { key.path == ["limits", $0.name] })
        switch limit.measure {
        case .count(let path, _), .size(let path, _): configuration.limits[keyPath: path] += 1
        case .time(let path, _): configuration.limits[keyPath: path] += .seconds(1)
        }
        return configuration
    }

    @Test("is seen in every key", arguments: ConfigurationKey.all)
    func seen(key: ConfigurationKey) throws {
        let keys = BrokerConfiguration().keysChanged(in: try Self.changed(key))
        #expect(keys.contains(key))
        // A path's default can follow another one, and a key can stand for another.
        #expect(keys.count <= 2)
    }

    @Test("that is none is none")
    func none() {
        #expect(BrokerConfiguration().keysChanged(in: BrokerConfiguration()) == [])
    }

    @Test("needs no restart where it is of certificates or of the log")
    func reloadable() {
        #expect(
            ConfigurationKey.all.filter(\.isReloadable).map(\.name)
                == ["tls.certificate", "tls.key", "tls.ca", "log.level"])
    }
}
