import AgencyClient
import ArgumentParser
import OpenSSLTLS

/// Where the broker is, and who is calling.
struct ConnectionOptions: ParsableArguments {
    @Option(help: "The broker's host.")
    var host = "localhost"

    @Option(help: "The broker's port.")
    var port = 5671

    @Option(
        help: ArgumentHelp(
            "Whom the broker's certificate must name, where that is not the host.",
            valueName: "name"))
    var serverName: String?

    @Option(help: ArgumentHelp("Your certificate, PEM.", valueName: "file"))
    var certificate: String?

    @Option(help: ArgumentHelp("Your certificate's key, PEM.", valueName: "file"))
    var key: String?

    @Option(
        help: ArgumentHelp("The authority that issued the broker's certificate.", valueName: "file")
    )
    var ca: String?

    @Option(
        help: ArgumentHelp(
            "A directory with NAME.pem, NAME.key and ca.pem, where NAME is given by --agency.",
            valueName: "directory"))
    var pki: String?

    @Option(help: ArgumentHelp("The agency to be, with --pki.", valueName: "name"))
    var agency: String?

    /// The three files, named one by one or by directory and agency.
    struct Files: Equatable {
        let certificate: String
        let key: String
        let ca: String
    }

    func files() throws(UsageError) -> Files {
        let own = pki.flatMap { directory in
            agency.map { ("\(directory)/\($0).pem", "\(directory)/\($0).key") }
        }
        guard let certificate = certificate ?? own?.0 else { throw missing("certificate") }
        guard let key = key ?? own?.1 else { throw missing("key") }
        guard let ca = ca ?? pki.map({ "\($0)/ca.pem" }) else { throw missing("ca") }
        return Files(certificate: certificate, key: key, ca: ca)
    }

    private func missing(_ option: String) -> UsageError {
        UsageError(
            text: "--\(option) is missing; give --certificate, --key and --ca, or --pki DIRECTORY "
                + "and --agency NAME for files that are named after the agency")
    }

    func validate() throws {
        guard (1...65_535).contains(port) else {
            throw ValidationError("--port \(port): a port is 1 to 65535")
        }
    }

    func connect() async throws -> AgencyConnection {
        let files = try files()
        let context: TLSContext
        do {
            context = try TLSContext(
                .client,
                TLSConfiguration(
                    identity: TLSIdentity(
                        certificateChain: .file(files.certificate), privateKey: .file(files.key)),
                    trust: [.file(files.ca)]))
        } catch {
            throw ClientError.material(error)
        }
        return try await AgencyConnection.open(
            BrokerEndpoint(host: host, port: port, serverName: serverName), tls: context,
            containerID: "throughcare-agency-\(UInt32.random(in: 0 ... .max))")
    }
}
