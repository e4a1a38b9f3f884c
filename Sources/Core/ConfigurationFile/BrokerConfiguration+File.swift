package import MarkedYAML
import Referrals

extension BrokerConfiguration {
    /// Reads the configuration file, then what the environment overrides.
    ///
    /// - Parameters:
    ///   - text: the file's YAML; empty for no file.
    ///   - file: the name that faults show.
    ///   - environment: of which the variables that begin with `THROUGHCARE_` are read.
    ///   - reserved: variables with that prefix that are others': a program's own options.
    /// - Throws: everything that is wrong, each with file and line or with its variable, the key,
    ///   and what is allowed.
    package init(
        yaml text: String, file: String, environment: [String: String] = [:],
        reserved: Set<String> = []
    ) throws(YAMLError) {
        var document = try YAMLDocument(text: text, file: file)
        let keys = Dictionary(
            ConfigurationKey.all.map { ($0.variable, $0) }, uniquingKeysWith: { $1 })
        var faults: [YAMLFault] = []
        for (variable, value) in environment.sorted(by: { $0.key < $1.key })
        where variable.hasPrefix(ConfigurationKey.prefix) && !reserved.contains(variable) {
            let source = "environment variable \(variable)"
            if let key = keys[variable] {
                document.override(key.path, with: value, source: source)
            } else {
                let near = nearest(to: variable, among: keys.keys)
                faults.append(
                    YAMLFault(
                        at: YAMLPlace(file: source), "is not known",
                        remedy: near.map { "did you mean \($0)?" }
                            ?? "a key's variable is its path in capitals, such as"
                            + " THROUGHCARE_LISTEN_AMQP_PORT"))
            }
        }
        do throws(YAMLError) {
            self = try document.decode(.configuration)
        } catch {
            throw YAMLError(faults + error.faults)
        }
        guard faults.isEmpty else { throw YAMLError(faults) }
    }
}

extension YAMLShape<BrokerConfiguration> {
    fileprivate static var configuration: YAMLShape {
        .mapping { map in
            var configuration = BrokerConfiguration()
            map.set("database", as: .database, &configuration.database)
            configuration.postgresqlBinaries = map.optional("postgresqlBinaries", as: .path)
            map.set("stateDirectory", as: .path, &configuration.stateDirectory)
            map.set("runtimeDirectory", as: .path, &configuration.runtimeDirectory)
            // The socket's default is in whatever the runtime directory is.
            configuration.listen.admin.socket = configuration.runtimeDirectory + "/admin.sock"
            map.merge("listen", &configuration.listen) { map, listen in
                map.merge("amqp", &listen.amqp, endpoint)
                map.merge("health", &listen.health, endpoint)
                map.merge("admin", &listen.admin) { map, admin in
                    map.set("socket", as: .socketPath, &admin.socket)
                    map.set("users", as: .list(of: .principal, count: 0...100), &admin.users)
                    map.set("groups", as: .list(of: .principal, count: 0...100), &admin.groups)
                }
            }
            map.merge("tls", &configuration.tls) { map, tls in
                map.set("certificate", as: .path, &tls.certificate)
                map.set("key", as: .path, &tls.key)
                map.set("ca", as: .path, &tls.ca)
            }
            map.merge("masterKey", &configuration.masterKey, masterKey)
            map.merge("log", &configuration.logLevel) { map, level in
                map.set(
                    "level", as: .choice(of: BrokerConfiguration.LogLevel.self), &level)
            }
            map.merge("limits", &configuration.limits, limits)
            return configuration
        }
    }

    private static func endpoint(
        _ map: inout MappingReader, _ endpoint: inout BrokerConfiguration.Endpoint
    ) {
        map.set("host", as: .host, &endpoint.host)
        map.set("port", as: .integer(in: 0...65_535), &endpoint.port)
    }

    private static func masterKey(
        _ map: inout MappingReader, _ key: inout BrokerConfiguration.MasterKey
    ) {
        let credential = map.optional("credential", as: .fileName)
        let file = map.optional("file", as: .path)
        if map.has("credential"), map.has("file") {
            map.report(
                "file", "stands beside masterKey.credential", remedy: "give one of the two")
        }
        if let credential { key = .credential(credential) }
        if let file { key = .file(file) }
    }

    private static func limits(_ map: inout MappingReader, _ limits: inout BrokerLimits) {
        for limit in BrokerLimits.table {
            switch limit.measure {
            case .count(let path, let range):
                map.set(limit.name, as: .integer(in: range), &limits[keyPath: path])
            case .size(let path, let range):
                map.set(limit.name, as: .size(in: range), &limits[keyPath: path])
            case .time(let path, let range):
                map.set(limit.name, as: .duration(in: range), &limits[keyPath: path])
            }
        }
        limits.requireOrder(
            "connectionsPerAgency", \.connectionsPerAgency,
            atMost: "connections", \.connections, map)
        limits.requireOrder(
            "maxMessageSize", \.maxMessageSize, atMost: "batchBytes",
            \.batchBytes, map)
        limits.requireOrder(
            "batchBytes", \.batchBytes, atMost: "intakeQueueBytes",
            \.intakeQueueBytes, map)
        limits.requireOrder(
            "batchMessages", \.batchMessages, atMost: "intakeQueueMessages",
            \.intakeQueueMessages, map)
    }
}

extension BrokerLimits {
    /// Reports a limit that another one, which must be at least as high, makes unreachable.
    fileprivate func requireOrder(
        _ lower: String, _ lowerPath: KeyPath<BrokerLimits, Int>, atMost upper: String,
        _ upperPath: KeyPath<BrokerLimits, Int>, _ map: MappingReader
    ) {
        guard self[keyPath: lowerPath] > self[keyPath: upperPath] else { return }
        map.report(
            map.has(lower) ? lower : upper,
            "makes limits.\(lower) more than limits.\(upper)",
            remedy: "\(lower) is at most \(upper): here \(self[keyPath: lowerPath]) and"
                + " \(self[keyPath: upperPath])")
    }
}

extension MappingReader {
    /// Puts what the key has into `value`; leaves the default where it is absent or wrong.
    fileprivate mutating func set<Value>(
        _ key: String, as shape: YAMLShape<Value>, _ value: inout Value
    ) {
        if let found = optional(key, as: shape) { value = found }
    }

    /// Lets a section change its part of the configuration.
    fileprivate mutating func merge<Part>(
        _ key: String, _ part: inout Part,
        _ read: @escaping (inout MappingReader, inout Part) -> Void
    ) {
        let present = part
        let merged = section(key) { map -> Part? in
            var part = present
            read(&map, &part)
            return part
        }
        if let merged { part = merged }
    }
}
