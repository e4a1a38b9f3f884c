import Testing

@testable import AgencyClient

@Suite("The credit of a link that receives")
struct ReceivingLinkStateTests {
    private func state(_ window: UInt32, _ demand: ReceiverDemand) -> ReceivingLinkState {
        ReceivingLinkState(window: window, demand: demand) { _ in }
    }

    @Test("Credit is topped up at half of the window, as far as it is settled")
    func window() {
        var state = state(4, .endless)
        #expect(state.topUp() == .grant(4))
        for _ in 0..<3 { state.messageReceived(settled: false) }
        #expect(state.topUp() == .none)
        state.messageSettled()
        #expect(state.topUp() == .grant(2))
        state.messageReceived(settled: true)
        #expect(state.topUp() == .grant(2))
    }

    @Test("Never more is granted than is wanted in all")
    func demand() {
        var state = state(4, .atMost(5))
        #expect(state.topUp() == .grant(4))
        for _ in 0..<4 {
            state.messageReceived(settled: false)
            state.messageSettled()
        }
        #expect(state.topUp() == .grant(1))
        state.messageReceived(settled: false)
        state.messageSettled()
        #expect(state.topUp() == .none)
    }

    @Test("What waits is drained round by round, until a round brings nothing")
    func draining() {
        var state = state(2, .waiting)
        #expect(state.topUp() == .drain(2))
        #expect(state.topUp() == .none)
        for _ in 0..<2 {
            state.messageReceived(settled: false)
            state.messageSettled()
        }
        #expect(state.topUp() == .drain(2))
        state.messageReceived(settled: false)
        #expect(!state.drainCompleted())
        #expect(state.topUp() == .drain(1))
        #expect(state.drainCompleted())
    }
}
