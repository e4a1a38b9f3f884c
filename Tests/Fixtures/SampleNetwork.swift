/// A network of pairs: `prison-0` refers to `clinic-0`, and so on, so that tests that run at the
/// same time on one daemon have an inbox each.
package struct SampleNetwork: Sendable {
    package var pairs = 256
    /// After how many failed deliveries an entry is set aside.
    package var maxDeliveries = 3

    package init(pairs: Int = 256) { self.pairs = pairs }

    package static func prison(_ number: Int) -> String { "prison-\(number)" }
    package static func clinic(_ number: Int) -> String { "clinic-\(number)" }

    package var yaml: String {
        """
        network: { id: sample, name: Sample network, demo: true }
        regions:
          - { code: RO, name: România, children: [{ code: RO-GR, name: Giurgiu }] }
        services:
          - { code: health, name: Health care }
          - { code: health.hiv, name: HIV care }
          - { code: housing, name: Housing }
        agencies:
        \((0..<pairs).map(agencies).joined(separator: "\n"))
        agreements:
        \((0..<pairs).map(agreement).joined(separator: "\n"))
        policy:
          laws:
            - { regime: led, references: [Law 254/2013], kinds: [prison], services: [health],
                sections: [identity, contact, health, custody] }
          senders: { referral: [prison] }
          maxDeliveries: \(maxDeliveries)
        """
    }

    private func agencies(_ number: Int) -> String {
        [(Self.prison(number), "prison"), (Self.clinic(number), "health")].map { id, kind in
            """
              - id: \(id)
                name: Sample \(id)
                kind: \(kind)
                certificates: [{ uri: "urn:throughcare:agency:\(id)" }]
            """
        }.joined(separator: "\n")
    }

    private func agreement(_ number: Int) -> String {
        """
          - id: pair-\(number)
            provider: \(Self.clinic(number))
            services: [health]
            regions: [RO]
            from: { agencies: [\(Self.prison(number))] }
        """
    }
}
