import Referrals
import Testing

@Suite("Routing")
struct RoutingTests {
    private static let today = CalendarDate(days: 20_000)

    private static func request(
        _ service: ServiceType = "health.hiv", in region: Region = "RO-GR/bolintin-vale",
        to: AgencyID? = nil, declined: Set<AgencyID> = []
    ) -> RoutingRequest {
        RoutingRequest(
            sender: "prison", senderKind: .prison, service: service, region: region, to: to,
            declined: declined, today: today)
    }

    /// Two agreements, of which the first must win, and what is said of the second.
    struct Duel: Sendable, CustomTestStringConvertible {
        let winner: Agreement
        let loser: Agreement
        let verdict: RoutingVerdict
        var load = RoutingLoad()
        var to: AgencyID?
        var declined: Set<AgencyID> = []

        var testDescription: String { verdict.rawValue }
    }

    static let duels: [Duel] = [
        Duel(
            winner: .sample("a", "clinic", ["health"], in: ["RO-GR/bolintin-vale"]),
            loser: .sample("b", "hospital", ["health.hiv"], in: ["RO-GR"], priority: 9),
            verdict: .lessSpecificRegion),
        Duel(
            winner: .sample("a", "clinic", ["health.hiv"]),
            loser: .sample("b", "hospital", ["health"], priority: 9),
            verdict: .lessSpecificService),
        Duel(
            winner: .sample("a", "hospital", priority: 2),
            loser: .sample("b", "clinic", priority: 1), verdict: .lowerPriority),
        Duel(
            winner: .sample("b", "hospital", capacity: 9),
            loser: .sample("a", "clinic", capacity: 5), verdict: .lessFreeCapacity,
            load: RoutingLoad(live: ["b": 3], lastAssigned: ["hospital": Position(7)])),
        Duel(
            winner: .sample("b", "hospital"), loser: .sample("a", "clinic", capacity: 1_000),
            verdict: .lessFreeCapacity,
            load: RoutingLoad(live: ["b": 5_000], lastAssigned: ["hospital": Position(7)])),
        Duel(
            winner: .sample("a", "hospital", capacity: 4),
            loser: .sample("b", "clinic", capacity: 3), verdict: .usedMoreRecently,
            load: RoutingLoad(live: ["a": 1], lastAssigned: ["clinic": Position(7)])),
        Duel(
            winner: .sample("a", "hospital"), loser: .sample("b", "clinic"),
            verdict: .usedMoreRecently,
            load: RoutingLoad(lastAssigned: ["clinic": Position(7), "hospital": Position(3)])),
        Duel(
            winner: .sample("a", "hospital"), loser: .sample("b", "clinic"),
            verdict: .usedMoreRecently, load: RoutingLoad(lastAssigned: ["clinic": Position(7)])),
        Duel(
            winner: .sample("b", "clinic"), loser: .sample("a", "hospital"),
            verdict: .laterByName),
        Duel(
            winner: .sample("a", "clinic"), loser: .sample("b", "clinic"),
            verdict: .laterByName),
        Duel(
            winner: .sample("a", "clinic", in: ["RO"]),
            loser: .sample("b", "hospital", capacity: 2), verdict: .noFreeCapacity,
            load: RoutingLoad(live: ["b": 2])),
        Duel(
            winner: .sample("a", "hospital"), loser: .sample("b", "clinic", priority: 1),
            verdict: .declinedBefore, declined: ["clinic"]),
        Duel(
            winner: .sample("a", "hospital"), loser: .sample("b", "clinic", from: ["probation"]),
            verdict: .notFromThisAgency),
        Duel(
            winner: .sample("a", "hospital", from: ["prison"]),
            loser: .sample("b", "clinic", kinds: [.ngo]), verdict: .notFromThisAgency),
        Duel(
            winner: .sample("a", "hospital", start: today, end: today),
            loser: .sample("b", "clinic", start: CalendarDate(days: 20_001)),
            verdict: .notInForce),
        Duel(
            winner: .sample("a", "hospital"),
            loser: .sample("b", "clinic", end: CalendarDate(days: 19_999)),
            verdict: .notInForce),
        Duel(
            winner: .sample("a", "hospital"), loser: .sample("b", "prison", priority: 1),
            verdict: .isTheSender),
        Duel(
            winner: .sample("a", "hospital", in: ["RO"]), loser: .sample("b", "clinic"),
            verdict: .notTheNamedProvider, to: "hospital"),
        Duel(
            winner: .sample("a", "hospital"), loser: .sample("b", "clinic"), verdict: .suspended,
            load: RoutingLoad(suspended: ["clinic"])),
    ]

    @Test("The better agreement is chosen and the other told why", arguments: duels)
    func duel(_ duel: Duel) {
        let request = Self.request(to: duel.to, declined: duel.declined)
        for agreements in [[duel.winner, duel.loser], [duel.loser, duel.winner]] {
            let network = Network.sample(agreements: agreements)
            let decision = network.explain(request, load: duel.load)
            #expect(decision.chosen?.agreement == duel.winner)
            #expect(decision.candidates.map(\.verdict) == [.chosen, duel.verdict])
            #expect(network.route(request, load: duel.load) == duel.winner)
        }
    }

    @Test("Every verdict has its duel")
    func everyVerdict() {
        #expect(Set(Self.duels.map(\.verdict)).union([.chosen]) == Set(RoutingVerdict.allCases))
    }

    @Test("Without an agreement nobody serves it")
    func nobodyServes() {
        let network = Network.sample(agreements: [.sample("a", "clinic", in: ["RO-IS"])])
        let decision = network.explain(Self.request(), load: RoutingLoad())
        #expect(decision.gap == .nobodyServes)
        #expect(decision.candidates.isEmpty)
        #expect(network.route(Self.request(), load: RoutingLoad()) == nil)
    }

    @Test("An agreement for a narrower service or region does not cover the wider one")
    func narrower() {
        let network = Network.sample(agreements: [.sample("a", "clinic", ["health.hiv"])])
        #expect(network.route(Self.request("health"), load: RoutingLoad()) == nil)
        #expect(network.route(Self.request(in: "RO"), load: RoutingLoad()) == nil)
        #expect(network.route(Self.request(), load: RoutingLoad()) != nil)
    }

    @Test("A named provider without an agreement is a gap of its own")
    func namedWithoutAgreement() {
        let network = Network.sample(agreements: [.sample("a", "clinic")])
        let decision = network.explain(Self.request(to: "hospital"), load: RoutingLoad())
        #expect(decision.gap == .namedProviderDoesNotServe)
        #expect(decision.candidates.map(\.verdict) == [.notTheNamedProvider])
        let empty = Network.sample().explain(Self.request(to: "hospital"), load: RoutingLoad())
        #expect(empty.gap == .namedProviderDoesNotServe)
    }

    @Test("A named provider that is full, or has declined, is not replaced by another")
    func namedButOut() {
        let network = Network.sample(agreements: [
            .sample("a", "clinic", capacity: 1), .sample("b", "hospital"),
        ])
        let full = network.explain(
            Self.request(to: "clinic"), load: RoutingLoad(live: ["a": 1]))
        #expect(full.gap == .noFreeCapacity)
        let declined = network.explain(
            Self.request(to: "clinic", declined: ["clinic"]), load: RoutingLoad())
        #expect(declined.gap == .exhausted)
    }

    @Test("When all have declined the list is exhausted; when all are closed to it none is open")
    func gaps() {
        let network = Network.sample(agreements: [.sample("a", "clinic"), .sample("b", "ngo")])
        let all = Self.request(declined: ["clinic", "ngo"])
        #expect(network.explain(all, load: RoutingLoad()).gap == .exhausted)
        let closed = Network.sample(agreements: [.sample("a", "clinic", kinds: [.ngo])])
        #expect(closed.explain(Self.request(), load: RoutingLoad()).gap == .noneOpen)
    }

    @Test("A region that the network no longer has is still served by those around it")
    func formerRegion() {
        let network = Network.sample(agreements: [.sample("a", "clinic")])
        let request = Self.request(in: "RO-GR/a-village-that-was-removed")
        #expect(network.route(request, load: RoutingLoad())?.id == "a")
    }

    @Test("The load counts what was assigned and what ended")
    func load() {
        var load = RoutingLoad()
        load.assigned("a", to: "clinic", at: Position(3))
        load.assigned("a", to: "clinic", at: Position(2))
        #expect(load.live["a"] == 2)
        #expect(load.lastAssigned["clinic"] == Position(3))
        load.ended("a")
        load.ended("a")
        load.ended("a")
        #expect(load.live["a"] == nil)
    }

    @Test("A candidate prints as one line")
    func printing() {
        let network = Network.sample(agreements: [.sample("a", "clinic")])
        let decision = network.explain(Self.request(), load: RoutingLoad())
        #expect(decision.chosen?.description == "a (clinic) for RO-GR health: chosen")
    }
}
