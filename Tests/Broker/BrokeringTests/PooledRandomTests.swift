import Testing

@testable import Brokering

@Suite("Pooled random numbers") struct PooledRandomTests {
    @Test("are never the same twice, over many draws and between two pools")
    func fresh() {
        var (first, second) = (PooledRandom(), PooledRandom())
        let numbers = (0..<1_000).flatMap { _ in [first.next(), second.next()] }
        #expect(Set(numbers).count == 2_000)
    }
}
