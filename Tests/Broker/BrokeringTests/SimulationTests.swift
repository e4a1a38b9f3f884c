import Foundation
import Testing

/// Life at random: every seed is another one, and the same each time.
@Suite("The shard machine, simulated") struct SimulationTests {
    private static let isSoak = ProcessInfo.processInfo.environment["THROUGHCARE_SOAK"] != nil
    /// Seeds in all, in blocks that run side by side.
    private static let blocks = isSoak ? 400 : 8
    private static let seedsPerBlock = 250

    @Test(
        "keeps its promises, whatever is asked of it and whatever fails",
        arguments: 0..<blocks)
    func keepsPromises(block: Int) async {
        var met: [Simulation.Fault: Int] = [:]
        for number in 0..<Self.seedsPerBlock {
            let seed = UInt64(block * Self.seedsPerBlock + number)
            // Between two lives others may run: the tests share few threads.
            await Task.yield()
            // One seed in ten lives longer.
            var simulation = Simulation(seed: seed)
            do {
                try simulation.run(batches: seed % 10 == 0 ? 60 : 14)
            } catch {
                Issue.record("seed \(seed): \(error)")
                return
            }
            met.merge(simulation.met) { $0 + $1 }
        }
        #expect(Set(met.keys) == Set(Simulation.Fault.allCases))
    }

    @Test("is caught when it is broken on purpose", arguments: Simulation.Bug.allCases)
    func catchesPlantedBug(bug: Simulation.Bug) {
        let isCaught = (UInt64(0)..<100).contains { seed in
            var simulation = Simulation(seed: seed, bug: bug)
            do {
                try simulation.run(batches: 40)
                return false
            } catch {
                return true
            }
        }
        #expect(isCaught)
    }
}
