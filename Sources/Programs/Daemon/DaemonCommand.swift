package import ArgumentParser
import Brokering
package import ConfigurationFile
import EmbeddedPostgreSQL
import Foundation
import Glibc
import LibPQ
import Logging
import MarkedYAML
import Store
import Systemd

/// `throughcared`: runs the broker, checks its configuration, or migrates its database.
package struct DaemonCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "throughcared",
        abstract: "The interagency referral broker.",
        version: DaemonVersion.text, subcommands: [Run.self, Migrate.self],
        defaultSubcommand: Run.self)

    package init() {}

    /// The options that every subcommand has.
    struct ConfigurationOptions: ParsableArguments, Sendable {
        @Option(help: "The configuration file.")
        var config =
            ProcessInfo.processInfo.environment["THROUGHCARE_CONFIG"]
            ?? "/etc/throughcare/throughcare.yaml"

        func read() throws -> BrokerConfiguration {
            try BrokerConfiguration(reading: config)
        }
    }

    struct Run: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "run", abstract: "Run the broker (the default).")

        @OptionGroup var options: ConfigurationOptions

        @Flag(
            help: "Read the configuration and the certificates, say what is wrong, and exit.")
        var checkConfig = false

        func run() async throws {
            try await DaemonFailure.reporting {
                let options = options
                let daemon = try Daemon(reading: { try options.read() })
                if checkConfig { return try daemon.check() }
                try await daemon.run()
            }
        }
    }

    struct Migrate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Bring the database's schema up to date, with the migrator's role.")

        @OptionGroup var options: ConfigurationOptions

        @Option(
            help: "The role that the broker runs with: it is given what it needs, and no more.")
        var runtimeRole: String?

        func run() async throws {
            try await DaemonFailure.reporting {
                let configuration = try options.read()
                guard case .server(let conninfo) = configuration.database else {
                    throw DaemonFailure(
                        status: EX_USAGE,
                        text: "the embedded database is migrated when the broker starts; "
                            + "`migrate` is for a database that `database:` names")
                }
                let connection = try Connection(
                    try Conninfo(conninfo), by: .after(.seconds(30)))
                let found = try Migrations.run(on: connection, timeout: .seconds(600))
                guard found <= Migrations.latest else {
                    throw SchemaError.newer(found: found, latest: Migrations.latest)
                }
                if let runtimeRole {
                    try Migrations.grant(
                        to: runtimeRole, on: connection, timeout: .seconds(60))
                }
                print("schema version \(found) is now \(Migrations.latest)")
            }
        }
    }
}

extension BrokerConfiguration {
    /// Reads the file and the environment.
    package init(reading file: String) throws {
        let text: String
        do {
            text = try String(contentsOfFile: file, encoding: .utf8)
        } catch {
            throw DaemonFailure(
                status: EX_CONFIG,
                text: "\(file): cannot be read: \(error.localizedDescription); "
                    + "name the file with --config")
        }
        do {
            try self.init(
                yaml: text, file: file, environment: ProcessInfo.processInfo.environment,
                reserved: ["THROUGHCARE_CONFIG", "THROUGHCARE_SOCKET"])
        } catch {
            throw DaemonFailure(status: EX_CONFIG, text: "\(error)")
        }
    }
}

/// Why the daemon does not run, or runs no more, and the exit status of sysexits.h for it.
struct DaemonFailure: Error, CustomStringConvertible {
    let status: Int32
    let text: String

    var description: String { text }

    /// Runs `body`; says what failed, once and in words, and exits with its status.
    static func reporting(_ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch let failure as DaemonFailure {
            try failure.exit()
        } catch SchemaError.database(let error) {
            try DaemonFailure(status: EX_UNAVAILABLE, text: "\(error)").exit()
        } catch let error as SchemaError {
            try DaemonFailure(status: EX_CONFIG, text: "\(error)").exit()
        } catch let error as DatabaseError {
            try DaemonFailure(status: EX_UNAVAILABLE, text: "\(error)").exit()
        } catch let error as ShardError {
            try DaemonFailure(status: error.exitStatus, text: "\(error)").exit()
        } catch let error as KeyError {
            try DaemonFailure(status: EX_CONFIG, text: "\(error)").exit()
        } catch let error as EmbeddedPostgreSQLError {
            let status = error == .runAsRoot ? EX_NOPERM : EX_UNAVAILABLE
            try DaemonFailure(status: status, text: "\(error)").exit()
        } catch {
            try DaemonFailure(status: EX_SOFTWARE, text: "\(error)").exit()
        }
    }

    private func exit() throws -> Never {
        var logger = Logger(label: "throughcared") { _ in Journal(identifier: "throughcared") }
        logger.logLevel = .info
        logger.critical("stopped", metadata: ["cause": "\(text)"])
        throw ExitCode(status)
    }
}

enum DaemonVersion {
    static let text = "0.1.0"
}

extension ShardError {
    /// One with which the service manager does not start it again (`RestartPreventExitStatus` of
    /// the unit): a new process would not know of what was lost, and would take the shard back from
    /// the broker that somebody gave it to.
    fileprivate var exitStatus: Int32 {
        switch self {
        case .shardLost: EX_CONFIG
        case .tailLost: EX_DATAERR
        }
    }
}
