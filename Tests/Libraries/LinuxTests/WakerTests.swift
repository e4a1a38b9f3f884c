import Foundation
import Testing

@testable import Linux

@Suite("A waker") struct WakerTests {
    @Test("keeps a wake-up for who waits next, once")
    func kept() {
        let waker = Waker()
        waker.wake()
        waker.wake()
        #expect(waker.wait())
        #expect(!waker.wait(for: .milliseconds(1)))
        #expect(!waker.wait(for: .zero))
    }

    @Test("waits for as long as it is told")
    func time() {
        let began = ContinuousClock.now
        #expect(!Waker().wait(for: .milliseconds(20)))
        #expect(ContinuousClock.now - began >= .milliseconds(20))
    }

    @Test("wakes a thread that waits, with a limit or without, as often as it is asked to")
    func wakes() {
        let (there, back) = (Waker(), Waker())
        Thread.detachNewThread {
            for number in 0..<1_000 {
                _ = number % 2 == 0 ? there.wait() : there.wait(for: .seconds(60))
                back.wake()
            }
        }
        for _ in 0..<1_000 {
            there.wake()
            #expect(back.wait(for: .seconds(60)))
        }
    }
}
