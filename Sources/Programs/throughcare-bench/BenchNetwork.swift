/// The network that is measured on: one prison that sends, and a provider for each region.
enum BenchNetwork {
    static var text: String {
        let regions = ReferralMaker.regions.map { "      - code: \($0)\n        name: \($0)" }
        let senders = [Workbench.sender, Workbench.hostile].map { agency($0, kind: "prison") }
        let providers = Workbench.providers.map { agency($0, kind: "ngo") }
        let agreements = zip(Workbench.providers, ReferralMaker.regions).map {
            """
              - id: agreement-\($0)
                provider: \($0)
                services: [housing]
                regions: [\($1)]
            """
        }
        return """
            network:
              id: bench
              name: Network for measurements
              demo: true
            regions:
              - code: RO
                name: România
                children:
            \(regions.joined(separator: "\n"))
            services:
              - code: housing
                name: Housing
              - code: housing.emergency
                name: Emergency shelter
            agencies:
            \((senders + providers).joined(separator: "\n"))
            agreements:
            \(agreements.joined(separator: "\n"))
            policy:
              laws:
                - regime: led
                  references: [Law 254/2013]
                  kinds: [prison]
                  sections: [identity, contact, needs]

            """
    }

    private static func agency(_ name: String, kind: String) -> String {
        """
          - id: \(name)
            name: \(name)
            kind: \(kind)
            certificates:
              - uri: urn:throughcare:agency:\(name)
        """
    }

    static func configuration(directory: String, port: Int) -> String {
        """
        stateDirectory: \(directory)/state
        runtimeDirectory: \(directory)
        listen:
          amqp: { host: 127.0.0.1, port: \(port) }
          health: { port: \(port + 1) }
        tls:
          certificate: \(directory)/broker.pem
          key: \(directory)/broker.key
          ca: \(directory)/ca.pem
        masterKey: { file: \(directory)/master.key }
        log: { level: warning }
        limits: { connections: 20000, connectionsPerAgency: 10000 }

        """
    }
}
