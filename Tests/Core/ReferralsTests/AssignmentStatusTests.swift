import Referrals
import Testing

/// The assignment's machine, over its whole table.
@Suite struct AssignmentStatusTests {
    static let table: [(AssignmentStatus, AssignmentEvent)] = AssignmentStatus.allCases.flatMap {
        status in AssignmentEvent.allCases.map { (status, $0) }
    }

    /// Where an assignment stands on its way; what holds it stands beside the way.
    static let rank: [AssignmentStatus: Int] = [
        .requested: 0, .received: 1, .accepted: 2, .inProgress: 3, .completed: 4, .failed: 4,
        .cancelled: 4, .rejected: 4,
    ]

    @Test("What is final stays final: the settlement of a late delivery changes nothing")
    func finalStaysFinal() {
        for (status, event) in Self.table where status.isFinal {
            let expected: AssignmentStatus.Transition =
                event == .deliverySettled ? .stays : .refused
            #expect(status.transition(on: event) == expected, "\(status) \(event)")
        }
    }

    @Test("It moves forward only, but to a hold and back")
    func forwardOnly() {
        for (status, event) in Self.table {
            guard case .moves(let next) = status.transition(on: event) else { continue }
            #expect(next != status, "\(status) \(event) moves nowhere")
            guard let from = Self.rank[status], let to = Self.rank[next] else {
                #expect(status == .onHold || next == .onHold)
                continue
            }
            #expect(to > from, "\(status) \(event)")
        }
    }

    @Test("To say the same twice is harmless")
    func idempotent() {
        for (status, event) in Self.table where event != .withdrawn {
            guard case .moves(let next) = status.transition(on: event), !next.isFinal else {
                continue
            }
            #expect(next.transition(on: event) == .stays, "\(status) \(event)")
        }
    }

    @Test("Each status can be reached, and from each that is open an end can be")
    func reachable() {
        let reached = Self.closure(of: .requested)
        #expect(reached == Set(AssignmentStatus.allCases))
        for status in AssignmentStatus.allCases where !status.isFinal {
            #expect(Self.closure(of: status).contains { $0.isFinal })
        }
    }

    @Test("Nothing but a new offer is requested, and only a settlement makes it received")
    func entries() {
        for (status, event) in Self.table {
            switch status.transition(on: event) {
            case .moves(.requested): Issue.record("\(status) \(event)")
            case .moves(.received): #expect(event == .deliverySettled)
            case .moves, .stays, .refused: break
            }
        }
    }

    @Test("The broker can take back whatever is open")
    func withdrawable() {
        for status in AssignmentStatus.allCases where !status.isFinal {
            #expect(status.transition(on: .withdrawn) == .moves(.cancelled))
        }
    }

    @Test("A status that a provider reports is where its event leads, from wherever it may")
    func reported() {
        for status in AssignmentStatus.allCases {
            guard let event = AssignmentEvent(reported: status) else {
                #expect(status == .requested || status == .received)
                continue
            }
            for from in AssignmentStatus.allCases {
                switch from.transition(on: event) {
                case .moves(let next): #expect(next == status)
                case .stays: #expect(from == status)
                case .refused: break
                }
            }
        }
    }

    @Test("The requester ends alone only what no person at the provider has answered")
    func cancellable() {
        for status in AssignmentStatus.allCases {
            #expect(
                status.isCancellableByRequester == (status == .requested || status == .received))
        }
    }

    private static func closure(of start: AssignmentStatus) -> Set<AssignmentStatus> {
        var reached: Set = [start]
        var open = [start]
        while let status = open.popLast() {
            for event in AssignmentEvent.allCases {
                if case .moves(let next) = status.transition(on: event),
                    reached.insert(next).inserted
                {
                    open.append(next)
                }
            }
        }
        return reached
    }
}
