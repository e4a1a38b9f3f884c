extension BrokerConfiguration {
    /// The keys that have another value in `other`, in the order of the file.
    package func keysChanged(in other: BrokerConfiguration) -> [ConfigurationKey] {
        ConfigurationKey.all.filter { $0.value(in: self) != $0.value(in: other) }
    }
}

extension ConfigurationKey {
    /// What stands there, in whatever words, to be compared.
    fileprivate func value(in configuration: BrokerConfiguration) -> String? {
        let listen = configuration.listen
        switch name {
        case "database": return "\(configuration.database)"
        case "postgresqlBinaries": return configuration.postgresqlBinaries
        case "stateDirectory": return configuration.stateDirectory
        case "runtimeDirectory": return configuration.runtimeDirectory
        case "listen.amqp.host": return listen.amqp.host
        case "listen.amqp.port": return "\(listen.amqp.port)"
        case "listen.health.host": return listen.health.host
        case "listen.health.port": return "\(listen.health.port)"
        case "listen.admin.socket": return listen.admin.socket
        case "listen.admin.users": return "\(listen.admin.users)"
        case "listen.admin.groups": return "\(listen.admin.groups)"
        case "tls.certificate": return configuration.tls.certificate
        case "tls.key": return configuration.tls.key
        case "tls.ca": return configuration.tls.ca
        case "masterKey.credential":
            if case .credential(let name) = configuration.masterKey { return name }
            return nil
        case "masterKey.file":
            if case .file(let path) = configuration.masterKey { return path }
            return nil
        case "log.level": return configuration.logLevel.rawValue
        default:
            let limit = BrokerLimits.table.first { path == ["limits", $0.name] }
            return limit?.text(in: configuration.limits)
        }
    }
}
