import Testing

@testable import AgencyClient

@Suite("The credit of a link that receives")
struct ReceivingLinkStateTests {
    enum Step {
        case topUp
        case receive(settled: Bool = false)
        case settle
        case drained
    }

    /// What the steps answered: the credit to give, and whether a drain found nothing more.
    private func play(
        _ steps: [Step], window: UInt32, _ demand: ReceiverDemand
    ) -> (credits: [ReceivingLinkState.CreditAction], drains: [Bool]) {
        var state = ReceivingLinkState(window: window, demand: demand) { _ in }
        var credits: [ReceivingLinkState.CreditAction] = []
        var drains: [Bool] = []
        for step in steps {
            switch step {
            case .topUp: credits.append(state.topUp())
            case .receive(let settled): state.messageReceived(settled: settled)
            case .settle: state.messageSettled()
            case .drained: drains.append(state.drainCompleted())
            }
        }
        return (credits, drains)
    }

    @Test("Credit is topped up at half of the window, as far as it is settled")
    func window() {
        let played = play(
            [
                .topUp, .receive(), .receive(), .receive(), .topUp, .settle, .topUp,
                .receive(settled: true), .topUp,
            ], window: 4, .endless)
        #expect(played.credits == [.grant(4), .none, .grant(2), .grant(2)])
    }

    @Test("Never more is granted than is wanted in all")
    func demand() {
        let four = [[Step]](repeating: [.receive(), .settle], count: 4).flatMap { $0 }
        let played = play(
            [.topUp] + four + [.topUp, .receive(), .settle, .topUp], window: 4, .atMost(5))
        #expect(played.credits == [.grant(4), .grant(1), .none])
    }

    @Test("What waits is drained round by round, until a round brings nothing")
    func draining() {
        let played = play(
            [
                .topUp, .topUp, .receive(), .settle, .receive(), .settle, .topUp, .receive(),
                .drained, .topUp, .drained, .topUp, .settle, .topUp,
            ], window: 2, .waiting)
        #expect(played.credits == [.drain(2), .none, .drain(2), .drain(1), .none, .none])
        #expect(played.drains == [false, true])
    }
}
