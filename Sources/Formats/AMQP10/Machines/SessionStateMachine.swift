/// One end of a session: from begin to end (part 2, 2.5.5).
struct SessionStateMachine {
    let id: SessionID
    private(set) var state: State

    enum State {
        /// Our begin is out; the peer's is due.
        case beginSent
        case mapped(MappedSession)
        /// Our end is out; what the peer still sends is dropped until its own.
        case endSent
        /// Gone: the channel is free.
        case ended
    }

    /// Our begin is out.
    init(beginning id: SessionID) {
        self.id = id
        state = .beginSent
    }

    /// The peer's begin has come, and is answered.
    init(mapped: MappedSession) {
        id = mapped.id
        state = .mapped(mapped)
    }

    var isFree: Bool {
        guard case .ended = state else { return false }
        return true
    }

    var isMapped: Bool {
        guard case .mapped = state else { return false }
        return true
    }

    enum BeginAction: Equatable {
        case reportBegun
        /// We ended it before the peer's begin came; its end follows.
        case ignore
        /// No begin of ours waits for an answer.
        case refuse
    }

    /// The peer answered our begin.
    mutating func beginReceived(_ begin: Begin, limits: AMQPLimits) -> BeginAction {
        switch state {
        case .beginSent:
            state = .mapped(MappedSession(id: id, peer: begin, limits: limits))
            return .reportBegun
        case .endSent:
            return .ignore
        case .mapped, .ended:
            return .refuse
        }
    }

    enum EndAction {
        /// Answer, and report the links and the session.
        case answer(MappedSession)
        /// The application knows.
        case free
        /// An end before a begin.
        case refuse
    }

    mutating func endReceived() -> EndAction {
        switch exchange(&state, with: .ended) {
        case .mapped(let mapped): return .answer(mapped)
        case .endSent, .ended: return .free
        case .beginSent:
            state = .beginSent
            return .refuse
        }
    }

    enum Leaving {
        case mapped(MappedSession)
        case unanswered
    }

    /// We end it, whatever the reason; nil when it has ended already.
    mutating func endRequested() -> Leaving? {
        switch exchange(&state, with: .endSent) {
        case .mapped(let mapped): return .mapped(mapped)
        case .beginSent: return .unanswered
        case .endSent: return nil
        case .ended:
            state = .ended
            return nil
        }
    }

    /// Changes the session in place; nil when it is not mapped.
    ///
    /// The session is moved out and back, so that its buffers are never shared meanwhile.
    mutating func withMapped<Result, Fault: Error>(
        _ outbox: inout Outbox,
        _ change: (inout MappedSession, inout Outbox) throws(Fault) -> Result
    ) throws(Fault) -> Result? {
        guard isMapped, case .mapped(var mapped) = exchange(&state, with: .ended) else {
            return nil
        }
        outbox.held -= mapped.held
        defer {
            outbox.held += mapped.held
            state = .mapped(mapped)
        }
        return try change(&mapped, &outbox)
    }

    var mapped: MappedSession? {
        guard case .mapped(let mapped) = state else { return nil }
        return mapped
    }
}
