import ArgumentParser
import Brokering
import ConfigurationFile
import Daemon

/// The daemon with a fault planted, so that tests see whether their checker catches it. The same
/// composition root as `throughcared`; the fault comes through its seam.
@main
struct FaultyDaemon: AsyncParsableCommand {
    @Option var config: String

    @Option(help: "One of: \(ShardFault.allCases.map(\.rawValue).joined(separator: ", ")).")
    var fault: String

    func run() async throws {
        guard let planted = ShardFault(rawValue: fault) else {
            throw ValidationError("there is no fault \(fault)")
        }
        let config = config
        try await Daemon(
            reading: { try BrokerConfiguration(reading: config) }, fault: planted
        ).run()
    }
}
