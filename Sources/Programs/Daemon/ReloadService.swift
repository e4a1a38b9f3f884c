import ConfigurationFile
import Logging
import OpenSSLTLS
import ServiceLifecycle
import Systemd
import UnixSignals

/// Reads the configuration again on SIGHUP: certificates, keys, authorities and the log level are
/// taken at once, and connections go on. What needs a restart is named in the log where it differs.
struct ReloadService: Service {
    /// What the daemon was started with.
    let configuration: BrokerConfiguration
    let read: @Sendable () throws -> BrokerConfiguration
    let tls: TLSContextSource
    let threshold: LogThreshold
    let report: ServiceReport
    let logger: Logger

    func run() async throws {
        let signals = await UnixSignalsSequence(trapping: .sighup)
        await cancelWhenGracefulShutdown {
            for await _ in signals {
                report.tell(.reloadBegan)
                do {
                    try reload()
                    report.tell(.reloadEnded(failure: nil))
                } catch {
                    logger.error("reload-failed", metadata: ["cause": "\(error)"])
                    report.tell(.reloadEnded(failure: "\(error)"))
                }
            }
        }
    }

    /// All of it, or nothing.
    private func reload() throws {
        let read = try read()
        try tls.reload(TLSConfiguration(read.tls))
        threshold.level = Logger.Level(read.logLevel)
        let waiting = configuration.keysChanged(in: read).filter { !$0.isReloadable }
        if !waiting.isEmpty {
            let names = waiting.map(\.name).joined(separator: ",")
            logger.warning("restart-needed", metadata: ["keys": "\(names)"])
        }
        logger.notice("reloaded", metadata: ["log-level": "\(threshold.level)"])
    }
}

extension TLSConfiguration {
    init(_ files: BrokerConfiguration.TLSFiles) {
        self.init(
            identity: TLSIdentity(
                certificateChain: .file(files.certificate), privateKey: .file(files.key)),
            trust: [.file(files.ca)])
    }
}

extension Logger.Level {
    init(_ level: BrokerConfiguration.LogLevel) {
        self = Logger.Level(rawValue: level.rawValue) ?? .info
    }
}
