import ConfigurationFile
import MarkedYAML
import Testing

private func read(
    _ text: String, _ environment: [String: String] = [:]
) throws(YAMLError) -> BrokerConfiguration {
    try BrokerConfiguration(yaml: text, file: "t.yaml", environment: environment)
}

private func faults(_ text: String, _ environment: [String: String] = [:]) -> [String] {
    do throws(YAMLError) {
        _ = try read(text, environment)
        return []
    } catch {
        return error.faults.map(\.description)
    }
}

@Suite("The configuration file")
struct ConfigurationFileTests {
    @Test(
        "when empty, or with empty sections, is everything at its default",
        arguments: ["", "# nothing\n", "listen:\ntls:\nlimits:\n", "listen: {amqp: }\n"])
    func empty(text: String) throws {
        #expect(try read(text) == BrokerConfiguration())
    }

    @Test("sets every key")
    func everyKey() throws {
        let configuration = try read(
            """
            database: host=db1,db2 dbname=throughcare
            postgresqlBinaries: /opt/pg/bin
            stateDirectory: /s
            runtimeDirectory: /r
            listen:
              amqp: {host: "::", port: 15671}
              health: {host: localhost, port: 0}
              admin: {socket: /r/a.sock, users: [root, 1000], groups: [operators]}
            tls: {certificate: /c.pem, key: /k.pem, ca: /a.pem}
            masterKey: {file: /m.key}
            log: {level: debug}
            limits: {connections: 100, connectionsPerAgency: 10, maxFrameSize: 8KiB, idleTimeout: 90s}
            """)
        var expected = BrokerConfiguration()
        expected.database = .server(conninfo: "host=db1,db2 dbname=throughcare")
        expected.postgresqlBinaries = "/opt/pg/bin"
        expected.stateDirectory = "/s"
        expected.runtimeDirectory = "/r"
        expected.listen.amqp = BrokerConfiguration.Endpoint(host: "::", port: 15671)
        expected.listen.health = BrokerConfiguration.Endpoint(host: "localhost", port: 0)
        expected.listen.admin.socket = "/r/a.sock"
        expected.listen.admin.users = [.name("root"), .id(1000)]
        expected.listen.admin.groups = [.name("operators")]
        expected.tls.certificate = "/c.pem"
        expected.tls.key = "/k.pem"
        expected.tls.ca = "/a.pem"
        expected.masterKey = .file("/m.key")
        expected.logLevel = .debug
        expected.limits.connections = 100
        expected.limits.connectionsPerAgency = 10
        expected.limits.maxFrameSize = 8192
        expected.limits.idleTimeout = .seconds(90)
        #expect(configuration == expected)
    }

    @Test("has the admin socket in whatever the runtime directory is")
    func socketFollows() throws {
        let moved = try read("runtimeDirectory: /r")
        #expect(moved.listen.admin.socket == "/r/admin.sock")
        let set = try read("runtimeDirectory: /r\nlisten: {admin: {socket: /x.sock}}")
        #expect(set.listen.admin.socket == "/x.sock")
    }

    @Test(
        "is refused where it is wrong, with what is allowed",
        arguments: [
            (
                "databse: embedded",
                "t.yaml:1:1: databse: is not a key here; did you mean database? known here: "
                    + "database, limits, listen, log, masterKey, postgresqlBinaries, "
                    + "runtimeDirectory, stateDirectory, tls"
            ),
            (
                "database: postgres",
                "t.yaml:1:11: database: is neither embedded nor a connection string; expected "
                    + "embedded, or a libpq connection string such as "
                    + "'host=db1,db2 dbname=throughcare target_session_attrs=read-write'"
            ),
            (
                "stateDirectory: var",
                "t.yaml:1:17: stateDirectory: is 'var'; "
                    + "expected an absolute path"
            ),
            (
                "listen:\n  amqp:\n    port: 70000",
                "t.yaml:3:11: listen.amqp.port: is '70000'; "
                    + "expected a whole number from 0 to 65535"
            ),
            (
                "listen: {health: {host: 'a b'}}",
                "t.yaml:1:25: listen.health.host: is the text 'a b'; "
                    + "expected an address such as 127.0.0.1 or ::, or a host name"
            ),
            (
                "listen: {admin: {users: [-1]}}",
                "t.yaml:1:26: listen.admin.users[0]: is '-1'; "
                    + "expected a name such as root, or a number from 0 to 4294967294"
            ),
            (
                "masterKey: {credential: a, file: /a}",
                "t.yaml:1:34: masterKey.file: stands beside masterKey.credential; "
                    + "give one of the two"
            ),
            (
                "masterKey: {credential: ../a}",
                "t.yaml:1:25: masterKey.credential: is '../a'; expected a name without slashes"
            ),
            (
                "log: {level: verbose}",
                "t.yaml:1:14: log.level: is 'verbose'; "
                    + "expected one of trace, debug, info, notice, warning, error, critical"
            ),
            (
                "limits: {idleTimeout: 60}",
                "t.yaml:1:23: limits.idleTimeout: is '60'; expected a length of time with a unit "
                    + "(ms, s, m, h, d) such as 30s or 1h30m, from 5s to 1h"
            ),
            (
                "limits: {connectionsPerAgency: 5000}",
                "t.yaml:1:32: limits.connectionsPerAgency: makes limits.connectionsPerAgency "
                    + "more than limits.connections; connectionsPerAgency is at most "
                    + "connections: here 5000 and 4096"
            ),
            (
                "limits: {batchBytes: 128KiB}",
                "t.yaml:1:22: limits.batchBytes: makes limits.maxMessageSize more than "
                    + "limits.batchBytes; maxMessageSize is at most batchBytes: "
                    + "here 262144 and 131072"
            ),
        ])
    func wrong(text: String, fault: String) {
        #expect(faults(text) == [fault])
    }

    @Test("is refused with all that is wrong")
    func all() {
        #expect(faults("log: {level: x}\ntls: {kye: /k}\nlimits: {jsonDepth: 0}").count == 3)
    }

    @Test(
        "with a password in it is refused, and the password not shown",
        arguments: [
            "host=db password=hunter2", "host=db PASSWORD = hunter2",
            "postgresql://broker:hunter2@db/throughcare", "postgres://db/x?password=hunter2",
        ])
    func password(conninfo: String) {
        let found = faults("database: '\(conninfo)'")
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("t.yaml:1:11: database: holds a password; ") == true)
        #expect(!found.joined().contains("hunter2"))
    }

    @Test(
        "takes libpq's connection strings in both forms",
        arguments: [
            "host=/run/postgresql", "postgresql://broker@db1:5432,db2/throughcare?sslmode=require",
            "service=throughcare passfile=/etc/throughcare/pgpass",
        ])
    func conninfo(text: String) throws {
        #expect(try read("database: '\(text)'").database == .server(conninfo: text))
    }

    @Test("allows each limit from its lowest to its highest value, and none beyond")
    func ranges() {
        for limit in BrokerLimits.table {
            let bounds = limit.allowed.split(separator: " ")
            guard bounds.count == 4 else {
                Issue.record("\(limit.name): \(limit.allowed)")
                continue
            }
            let outside: String
            switch limit.measure {
            case .count(_, let range): outside = "\(range.upperBound + 1)"
            case .size(_, let range): outside = "\(range.upperBound + 1)B"
            case .time(_, let range):
                outside = "\(range.upperBound.components.seconds + 1)s"
            }
            for bound in [bounds[1], bounds[3]] {
                let found = faults("limits: {\(limit.name): \(bound)}")
                #expect(found.allSatisfy { $0.contains("more than limits.") }, "\(limit.name)")
            }
            #expect(faults("limits: {\(limit.name): \(outside)}").count == 1, "\(limit.name)")
        }
    }
}

@Suite("The environment")
struct EnvironmentTests {
    @Test("overrides single keys of the file")
    func overrides() throws {
        let configuration = try read(
            "listen: {amqp: {host: 127.0.0.1, port: 1}}",
            [
                "THROUGHCARE_LISTEN_AMQP_PORT": "15671",
                "THROUGHCARE_LIMITS_MAX_FRAME_SIZE": "8KiB",
                "THROUGHCARE_LISTEN_ADMIN_USERS": "[root, 1000]",
                "THROUGHCARE_DATABASE": "host=db", "HOME": "/root",
            ])
        #expect(configuration.listen.amqp.host == "127.0.0.1")
        #expect(configuration.listen.amqp.port == 15671)
        #expect(configuration.limits.maxFrameSize == 8192)
        #expect(configuration.listen.admin.users == [.name("root"), .id(1000)])
        #expect(configuration.database == .server(conninfo: "host=db"))
    }

    @Test("with a wrong value is refused by the variable's name")
    func wrong() {
        #expect(
            faults("", ["THROUGHCARE_LISTEN_AMQP_PORT": "many"]) == [
                "environment variable THROUGHCARE_LISTEN_AMQP_PORT: listen.amqp.port: is 'many'; "
                    + "expected a whole number from 0 to 65535"
            ])
    }

    @Test("with an unknown variable is refused with the nearest, beside the file's faults")
    func unknown() {
        let found = faults(
            "log: {level: x}",
            ["THROUGHCARE_LISTEN_AMQP_PROT": "1", "THROUGHCARE_SOMETHING_ELSE": ""])
        let starts = [
            "environment variable THROUGHCARE_LISTEN_AMQP_PROT: is not known; "
                + "did you mean THROUGHCARE_LISTEN_AMQP_PORT?",
            "environment variable THROUGHCARE_SOMETHING_ELSE: is not known; a key's variable is",
            "t.yaml:1:14: log.level: is 'x'; expected one of trace, debug, info",
        ]
        #expect(found.count == starts.count)
        for (fault, start) in zip(found, starts) { #expect(fault.hasPrefix(start)) }
    }

    @Test("may have variables that are a program's own")
    func reserved() throws {
        let configuration = try BrokerConfiguration(
            yaml: "", file: "t.yaml", environment: ["THROUGHCARE_CONFIG": "/x"],
            reserved: ["THROUGHCARE_CONFIG"])
        #expect(configuration == BrokerConfiguration())
    }

    @Test("has one variable for each key, and each reaches its key")
    func variables() {
        #expect(
            Set(ConfigurationKey.all.map(\.variable)).count == ConfigurationKey.all.count)
        for key in ConfigurationKey.all {
            let found = faults("", [key.variable: "\u{7}"])
            #expect(found.count == 1, "\(key.name)")
            #expect(found.first?.contains(": \(key.name): ") == true, "\(key.name): \(found)")
        }
    }
}
