import Referrals
import Testing

@Suite("Changes of a network")
struct NetworkChangeTests {
    private static let agreements: [Agreement] = [
        .sample("a", "clinic", capacity: 5), .sample("b", "ngo", ["housing"]),
    ]

    private static func network(
        regions: [Network.RegionEntry]? = nil, services: [Network.ServiceEntry]? = nil,
        agencies: [Network.Agency]? = nil, agreements: [Agreement] = agreements,
        policy: Network.Policy = .sample
    ) -> Network {
        let sample = Network.sample(agreements: agreements)
        return Network(
            id: sample.id, name: sample.name, isDemo: false,
            regions: regions ?? Array(sample.regions.values),
            services: services ?? Array(sample.services.values),
            agencies: agencies ?? Array(sample.agencies.values), agreements: agreements,
            policy: policy)
    }

    private static func lines(to next: Network) -> [String] {
        network().changes(to: next).map(\.description)
    }

    @Test("The same network in another order has none")
    func same() {
        let sample = Network.sample(agreements: Self.agreements)
        let reordered = Self.network(
            regions: sample.regions.values.sorted { $0.region > $1.region },
            agreements: Self.agreements.reversed())
        #expect(Self.lines(to: reordered).isEmpty)
    }

    @Test("Each is one line that an operator can read")
    func lines() {
        let sample = Network.sample()
        let regions =
            sample.regions.values.filter { $0.region != "RO-IS" }
            + [Network.RegionEntry(region: "RO-AB", name: "Alba")]
        #expect(
            Self.lines(to: Self.network(regions: Array(regions)))
                == ["+ region RO-AB (Alba)", "- region RO-IS (Iași)"])
        let services = sample.services.values.map {
            Network.ServiceEntry(service: $0.service, name: $0.name, isConfidential: false)
        }
        #expect(
            Self.lines(to: Self.network(services: services))
                == ["~ service health.hiv: confidential true → false"])
        let agencies = sample.agencies.values.map {
            $0.id == "ngo"
                ? .sample(
                    "ngo", .private, certificates: [.dns("ngo.example")], supervisor: "prison")
                : $0
        }
        #expect(
            Self.lines(to: Self.network(agencies: agencies)) == [
                "~ agency ngo: kind ngo → private; certificates"
                    + " uri:urn:throughcare:agency:ngo → dns:ngo.example;"
                    + " supervisor none → prison"
            ])
        #expect(
            Self.lines(
                to: Self.network(agreements: [
                    .sample("a", "clinic", capacity: 10, end: CalendarDate(days: 0)),
                    .sample("c", "hospital", ["health.hiv"], in: ["RO-IS", "RO-GR"]),
                ])) == [
                    "~ agreement a: capacity 5 → 10; end none → 1970-01-01",
                    "- agreement b (ngo, housing in RO-GR)",
                    "+ agreement c (hospital, health.hiv in RO-GR, RO-IS)",
                ])
        let policy = Network.Policy(
            senders: Network.Policy.sample.senders, laws: Network.Policy.sample.laws,
            maxDeliveries: 9)
        #expect(Self.lines(to: Self.network(policy: policy)) == ["~ policy: maxDeliveries 5 → 9"])
    }

    @Test("Of a policy, each thing has a line, and none is long")
    func policy() {
        let policy = Network.Policy(senders: [.referral: [.prison]], laws: [], maxDeliveries: 9)
        let lines = Self.lines(to: Self.network(policy: policy))
        #expect(lines.first == "~ policy: senders of referral prison, probation → prison")
        #expect(
            lines.contains(
                "- policy (law led (Law 254/2013) by prison for health: contact, health, identity)"
            ))
        #expect(lines.last == "~ policy: maxDeliveries 5 → 9")
        #expect(lines.allSatisfy { $0.count <= 200 })
    }

    struct Danger: Sendable, CustomTestStringConvertible {
        let next: Network
        let use: NetworkUse
        /// nil for no warning.
        let says: String?

        var testDescription: String { says ?? "no warning" }
    }

    static let dangers: [Danger] = [
        Danger(next: network(), use: NetworkUse(), says: nil),
        Danger(
            next: network(regions: [.init(region: "RO", name: "România")]), use: NetworkUse(),
            says: nil),
        Danger(
            next: network(regions: [.init(region: "RO", name: "România")]),
            use: NetworkUse(waitingByLane: [Lane(region: "RO-GR", service: "health"): 3]),
            says: "warning: region RO-GR: would go while 3 referrals wait there: on hold"),
        Danger(
            next: network(services: [
                .init(service: "health", name: "Health care", isConfidential: false)
            ]), use: NetworkUse(waitingByLane: [Lane(region: "RO-GR", service: "housing"): 1]),
            says: "warning: service housing: would go while 1 referral waits there"),
        Danger(
            next: network(services: [
                .init(service: "health.hiv", name: "HIV care", isConfidential: false)
            ]), use: NetworkUse(), says: "service health.hiv: would no longer be confidential"),
        Danger(
            next: network(agencies: [.sample("prison", .prison)]),
            use: NetworkUse(liveByAgency: ["clinic": 2]),
            says: "blocking: agency clinic: serves 2 open referrals, which would be with nobody"),
        Danger(
            next: network(agencies: [.sample("prison", .prison)]),
            use: NetworkUse(queuedByAgency: ["clinic": 2]),
            says: "warning: agency clinic: would go with 2 in its inbox"),
        Danger(
            next: network(agencies: [.sample("clinic", .health, certificates: [.dns("x.example")])]
            ),
            use: NetworkUse(), says: "agency clinic: none of its certificates stays"),
        Danger(
            next: network(agencies: [.sample("clinic", .private)]),
            use: NetworkUse(liveByAgency: ["clinic": 2]),
            says: "agency clinic: becomes private with 2 open referrals"),
        Danger(
            next: network(agreements: [agreements[1]]), use: NetworkUse(liveByAgreement: ["a": 4]),
            says: "blocking: agreement a: would go with 4 live assignments"),
        Danger(
            next: network(agreements: [.sample("a", "hospital"), agreements[1]]),
            use: NetworkUse(liveByAgreement: ["a": 4]),
            says: "blocking: agreement a: would pass to hospital"),
        Danger(
            next: network(agreements: [.sample("a", "clinic", capacity: 3), agreements[1]]),
            use: NetworkUse(liveByAgreement: ["a": 4]), says: "capacity would be 3 with 4 live"),
        Danger(
            next: network(agreements: [.sample("a", "clinic", capacity: 4), agreements[1]]),
            use: NetworkUse(liveByAgreement: ["a": 4]), says: nil),
        Danger(
            next: network(agreements: [agreements[1]]),
            use: NetworkUse(waitingByLane: [Lane(region: "RO-GR", service: "health.hiv"): 1]),
            says: "region RO-GR: nobody would serve health.hiv here, for which 1 referral waits"),
    ]

    @Test("A dangerous one says what follows from it", arguments: dangers)
    func danger(_ danger: Danger) {
        let warnings = Self.network().warnings(applying: danger.next, use: danger.use)
        #expect(warnings.count == (danger.says == nil ? 0 : 1))
        if let says = danger.says {
            #expect(warnings.first?.description.contains(says) == true)
            #expect(
                warnings.first?.severity == (says.hasPrefix("blocking") ? .blocking : .warning))
        }
    }

    @Test("A network with another id, or of the other sort, must not be applied at all")
    func blocking() {
        let other = Self.network().warnings(
            applying: .sample(agreements: Self.agreements, id: "other"), use: NetworkUse())
        #expect(other.map(\.severity) == [.blocking])
        let demo = Self.network().warnings(
            applying: .sample(agreements: Self.agreements, isDemo: true), use: NetworkUse())
        #expect(demo.map(\.severity) == [.blocking])
    }
}
