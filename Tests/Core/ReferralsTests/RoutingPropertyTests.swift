import Referrals
import Testing

/// A random network and random questions: the one rule in its two forms.
@Suite("Routing over random networks")
struct RoutingPropertyTests {
    private static let regions: [Region] = [
        "RO", "RO-GR", "RO-GR/bolintin-vale", "RO-IS", "RO-IS/pascani", "UA", "UA-30",
    ]
    private static let services: [ServiceType] = [
        "health", "health.hiv", "health.hiv.children", "housing", "housing.emergency",
    ]
    private static let agencies = (0..<12).map { AgencyID(rawValue: "agency-\($0)") }
    private static let kinds = AgencyKind.allCases

    private static func agreement(_ id: Int, using random: inout SeededGenerator) -> Agreement {
        let isBounded = Bool.random(using: &random)
        return .sample(
            AgreementID(rawValue: "agreement-\(id)"), random.pick(agencies),
            (0..<Int.random(in: 1...3, using: &random)).map { _ in random.pick(services) },
            in: (0..<Int.random(in: 1...3, using: &random)).map { _ in random.pick(regions) },
            from: random.some(of: agencies, atMost: 2), kinds: random.some(of: kinds, atMost: 2),
            priority: Int.random(in: 0...2, using: &random),
            capacity: isBounded ? Int.random(in: 0...3, using: &random) : nil,
            start: Bool.random(using: &random)
                ? CalendarDate(days: Int32.random(in: 0...8, using: &random)) : nil,
            end: Bool.random(using: &random)
                ? CalendarDate(days: Int32.random(in: 2...10, using: &random)) : nil)
    }

    private static func load(
        of agreements: [Agreement], using random: inout SeededGenerator
    ) -> RoutingLoad {
        var load = RoutingLoad(suspended: random.some(of: agencies, atMost: 2))
        guard !agreements.isEmpty else { return load }
        for position in 1...Int64.random(in: 1...30, using: &random) {
            let agreement = random.pick(agreements)
            load.assigned(agreement.id, to: agreement.provider, at: Position(position))
        }
        return load
    }

    private static func request(using random: inout SeededGenerator) -> RoutingRequest {
        RoutingRequest(
            sender: random.pick(agencies), senderKind: random.pick(kinds),
            service: random.pick(services), region: random.pick(regions),
            to: Int.random(in: 0...4, using: &random) == 0 ? random.pick(agencies) : nil,
            declined: random.some(of: agencies, atMost: 3),
            today: CalendarDate(days: Int32.random(in: 0...10, using: &random)))
    }

    @Test(
        "Hot path and explanation agree, whatever the order of agreements",
        arguments: 0..<20 as Range<UInt64>)
    func agreement(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for size in 0..<40 {
            let agreements = (0..<size).map { Self.agreement($0, using: &random) }
            let load = Self.load(of: agreements, using: &random)
            let network = Network.sample(agreements: agreements)
            let shuffled = Network.sample(agreements: agreements.shuffled(using: &random))
            for _ in 0..<20 {
                let request = Self.request(using: &random)
                let decision = network.explain(request, load: load)
                #expect(network.route(request, load: load) == decision.chosen?.agreement)
                #expect(shuffled.route(request, load: load) == decision.chosen?.agreement)
                #expect(shuffled.explain(request, load: load) == decision)
                #expect((decision.gap == nil) == (decision.chosen != nil))
                let eligible = decision.candidates.map(\.verdict.isEligible)
                #expect(eligible.contains(true) == (decision.chosen != nil))
                #expect(Set(decision.candidates.map(\.agreement.id)).count == eligible.count)
            }
        }
    }
}
