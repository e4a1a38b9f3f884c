import Referrals
import Testing

/// The referral's machine, over its whole table.
@Suite struct ReferralStateTests {
    static let states: [ReferralState] = ReferralStatus.allCases.flatMap { status in
        ([nil] + HoldCause.allCases).compactMap { ReferralState(status: status, hold: $0) }
    }

    static let events: [ReferralEvent] =
        [.admitted, .assigned, .unserved, .cancelled, .enteredInError]
        + HoldCause.allCases.map { .held($0) }
        + AssignmentStatus.allCases.flatMap { status in
            ([nil] + ReasonCode.Consequence.allCases).map {
                .assignmentMoved(to: status, consequence: $0)
            }
        }

    @Test("A state holds a cause exactly where it is on hold")
    func causes() {
        for status in ReferralStatus.allCases {
            #expect((ReferralState(status: status, hold: nil) == nil) == (status == .onHold))
            for cause in HoldCause.allCases {
                #expect((ReferralState(status: status, hold: cause) != nil) == (status == .onHold))
            }
        }
        #expect(Self.states.count == ReferralStatus.allCases.count - 1 + HoldCause.allCases.count)
    }

    @Test("What its provider holds waits for whom the reason names")
    func heldByProvider() {
        let holds: [(ReasonCode.Consequence?, HoldCause)] = [
            (nil, .assignment), (.hold, .assignment), (.backToReferrer, .referrer),
        ]
        for (consequence, cause) in holds {
            let event = ReferralEvent.assignmentMoved(to: .onHold, consequence: consequence)
            let held = ReferralState(status: .onHold, hold: cause)
            #expect(ReferralState.requested.transition(on: event) == held.map { .moves($0) })
        }
    }

    @Test("Each event has an answer in each state, and a move is a move")
    func total() {
        for state in Self.states {
            for event in Self.events {
                guard case .moves(let next) = state.transition(on: event) else { continue }
                #expect(next != state)
                #expect((next.hold != nil) == (next.status == .onHold))
            }
        }
    }

    @Test("What has ended stays ended, unless it was entered in error")
    func finalStaysFinal() {
        for state in Self.states where state.status.isFinal {
            for event in Self.events {
                let transition = state.transition(on: event)
                guard event == .enteredInError else {
                    #expect(transition == .refused, "\(state) \(event)")
                    continue
                }
                switch transition {
                case .moves(let next): #expect(next.status == .enteredInError)
                case .stays: #expect(state.status == .enteredInError)
                case .refused: Issue.record("\(state.status) cannot be called back")
                }
            }
        }
    }

    @Test("An open referral refuses nothing")
    func openTakesAll() {
        for state in Self.states where !state.status.isFinal {
            for event in Self.events { #expect(state.transition(on: event) != .refused) }
        }
    }

    @Test("The same event twice moves once")
    func idempotent() {
        for state in Self.states {
            for event in Self.events {
                guard case .moves(let next) = state.transition(on: event) else { continue }
                let again = next.transition(on: event)
                #expect(again == .stays || (next.status.isFinal && again == .refused))
            }
        }
    }

    @Test("An assignment's status is the referral's, but where a reason says what follows")
    func derives() throws {
        for assignment in AssignmentStatus.allCases {
            for consequence in [nil] + ReasonCode.Consequence.allCases {
                let state = Self.state(
                    after: .assignmentMoved(to: assignment, consequence: consequence))
                let endsWithoutSuccess = [.rejected, .failed, .cancelled].contains(assignment)
                switch endsWithoutSuccess ? consequence : .close {
                case .hold?: #expect(state.hold == .assignment)
                case .backToReferrer?: #expect(state.hold == .referrer)
                case .reroute?: #expect(state.status == .requested)
                case nil where assignment == .rejected: #expect(state.status == .requested)
                case .close?, nil: #expect(state.status.rawValue == assignment.rawValue)
                }
            }
        }
    }

    @Test("A referral that nobody serves waits for a provider, and goes on with an offer")
    func unserved() {
        let waiting = Self.state(after: .unserved)
        #expect(waiting.hold == .provider)
        #expect(waiting.transition(on: .assigned) == .moves(.requested))
    }

    /// The state of a new referral after an event.
    private static func state(after event: ReferralEvent) -> ReferralState {
        guard case .moves(let next) = ReferralState.requested.transition(on: event) else {
            return .requested
        }
        return next
    }
}
