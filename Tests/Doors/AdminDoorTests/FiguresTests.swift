import Linux
import NetworkFile
import Referrals
import Testing

@testable import Brokering

@Suite("What figures may show")
struct FiguresTests {
    private func line(_ region: String, _ service: String, _ depth: Int64, _ oldest: Int64? = nil)
        -> Inspection.LaneLine
    {
        Inspection.LaneLine(
            lane: Lane(region: Region(rawValue: region), service: ServiceType(rawValue: service)),
            depth: depth, oldest: oldest.map(Instant.init(microseconds:)))
    }

    @Test("small lanes are counted with the region around them, until they are large or a country")
    func folding() {
        let lanes = [
            line("RO-GR/bolintin-vale", "health", 2, 50), line("RO-GR/mihailesti", "health", 3, 40),
            line("RO-GR", "health", 1, 60), line("RO-B", "health", 5), line("RO-IS", "health", 1),
            line("RO-IS", "housing", 4, 10), line("RS", "legal", 1),
        ]
        #expect(
            lanes.folded(below: 5) == [
                line("RO", "health", 1), line("RO", "housing", 4, 10), line("RO-B", "health", 5),
                line("RO-GR", "health", 6, 40), line("RS", "legal", 1),
            ])
        #expect(lanes.folded(below: 0).count == lanes.count)
        #expect(lanes.folded(below: .max).reduce(0) { $0 + $1.depth } == 17)
    }

    @Test(
        "a confidential service type, and all below it, shows as what is above it",
        arguments: [
            ("health.hiv", "health"), ("health.hiv.prep", "health"), ("health", "health"),
            ("housing.emergency", "housing.emergency"), ("housing.gone", "housing"),
            ("gone.away", "confidential"),
        ])
    func confidential(_ service: String, _ shown: String) throws {
        let network = try Network(yaml: Daemon.demoNetwork, file: "demo")
        #expect(network.shown(ServiceType(rawValue: service)).rawValue == shown)
    }

    @Test("threads are told apart by name, and nothing is counted twice")
    func stages() {
        let threads = [
            ProcessTimes.Thread(id: 1, name: "throughcared", seconds: 1),
            ProcessTimes.Thread(id: 2, name: "shard", seconds: 4),
            ProcessTimes.Thread(id: 3, name: "NIO-ELT-0-#0", seconds: 2),
            ProcessTimes.Thread(id: 4, name: "NIO-ELT-0-#1", seconds: 3),
            ProcessTimes.Thread(id: 5, name: "inspector", seconds: 0.5),
        ]
        let read = StageClock.read(ProcessTimes(total: 12, threads: threads))
        #expect(read == [.shard: 4, .network: 5, .inspection: 0.5, .other: 2.5])
        #expect(StageClock.read(ProcessTimes(total: 1, threads: threads))[.other] == 0)
    }

    @Test("what a custody event means is not an operator's to know")
    func custody() {
        #expect(ReasonCode.returnedToCustody.shown == "paused")
        #expect(ReasonCode.sentenceChanged.shown == "paused")
        #expect(ReasonCode.noCapacity.shown == "no-capacity")
    }
}
