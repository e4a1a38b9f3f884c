import Testing

@testable import AMQP10

@Suite("Deliveries without an outcome")
struct UnsettledDeliveriesTests {
    @Test(
        "are found, taken and forgotten by their ids as in a dictionary, also where ids go round",
        arguments: [0, UInt32.max / 2 - 40, UInt32.max - 40], UInt64(0)..<8)
    func agrees(start: UInt32, seed: UInt64) {
        var random = Noise(state: seed)
        var deliveries = UnsettledDeliveries<Int>()
        var model: [UInt32: Int] = [:]
        var next = start
        /// From the oldest on, since only a few ids are under way at a time.
        func ordered(_ ids: some Sequence<UInt32>) -> [UInt32] {
            ids.sorted { $0 &- start < $1 &- start }
        }
        for step in 0..<400 {
            let id = start &+ UInt32.random(in: 0...(next &- start), using: &random)
            switch Int.random(in: 0..<7, using: &random) {
            case 0...2:
                // Now and then one is left out, and may come later.
                next &+= Bool.random(using: &random) ? 1 : 2
                #expect(deliveries.insert(step, for: next) == (model[next] == nil))
                model[next] = step
            case 3:
                #expect(deliveries.insert(step, for: id) == (model[id] == nil))
                if model[id] == nil { model[id] = step }
                if SerialNumber.precedes(next, id) { next = id }
            case 4:
                #expect(deliveries[id] == model[id])
                deliveries[id] = -step
                if model[id] != nil { model[id] = -step }
            case 5:
                #expect(deliveries.removeValue(for: id) == model.removeValue(forKey: id))
            default:
                let span = Int.random(in: 0..<6, using: &random)
                let named = ordered(model.keys.filter { Int($0 &- id) <= span })
                let removed = deliveries.removeValues(from: id, span: span)
                #expect(removed.map(\.id) == named)
                #expect(removed.map(\.value) == named.map { model[$0] })
                for id in named { model[id] = nil }
            }
            #expect(deliveries.count == model.count)
        }
        let odd = ordered(model.filter { !$1.isMultiple(of: 2) }.keys)
        #expect(deliveries.removeAll { !$0.isMultiple(of: 2) }.map(\.id) == odd)
        let rest = ordered(model.filter { $1.isMultiple(of: 2) }.keys)
        #expect(deliveries.removeValues(from: start, span: 1 << 31 - 1).map(\.id) == rest)
        #expect(deliveries.count == 0)
    }

    @Test("keep one that stays while the ids go round beyond it")
    func stays() {
        var deliveries = UnsettledDeliveries<String>()
        #expect(deliveries.insert("stays", for: 7) == true)
        for step in 1...6 {
            let id = 7 &+ UInt32(step) &* 0x3000_0000
            #expect(deliveries.insert("goes", for: id) == true)
            #expect(deliveries.removeValue(for: id) == "goes")
        }
        #expect(deliveries.count == 1)
        // 7 is now the id of a later one, which has ended: nothing that can be named is here.
        #expect(deliveries[7] == nil)
        #expect(deliveries.removeAll { _ in true }.map(\.value) == ["stays"])
    }

    @Test("are not there before the first")
    func none() {
        var deliveries = UnsettledDeliveries<Int>()
        #expect(deliveries[0] == nil)
        #expect(deliveries.removeValue(for: 0) == nil)
        #expect(deliveries.removeValues(from: 0, span: 1 << 31 - 1).isEmpty)
    }
}
