// What the application orders: sessions, links, deliveries.
//
// An order for something that is gone, or that may not be given now, does nothing and says so:
// the peer can end anything at any moment, and the event that tells of it may still be unread.
extension ConnectionStateMachine {
    /// Begins a session; nil when the connection is not open or no channel is left.
    ///
    /// Links can be attached once `sessionBegun` has come. Some peers count deliveries without an
    /// outcome against a session's window (rhea at 2,047 of them), so that one of them can starve
    /// every other link: give each link that receives a session of its own.
    package mutating func beginSession() -> SessionID? {
        guard let peer = state.peer, let slot = freeSlot(peer) else { return nil }
        let id = SessionID(
            generation: nextGeneration(), slot: UInt16(truncatingIfNeeded: slot))
        place(SessionStateMachine(beginning: id), at: slot)
        writeBegin(id, answering: nil)
        return id
    }

    /// Ends a session with its links. The events that tell so come at once.
    @discardableResult
    package mutating func endSession(_ id: SessionID, error: AMQPError? = nil) -> Bool {
        guard isOpen, Int(id.slot) < sessions.count, sessions[Int(id.slot)].id == id,
            let leaving = sessions[Int(id.slot)].endRequested()
        else { return false }
        let error = error.map { outbox.complete($0) }
        outbox.write(End(error: error), channel: id.slot)
        if case .mapped(var mapped) = leaving {
            mapped.reportLinksLost(error: error, byPeer: false, &outbox)
        }
        outbox.events.append(.sessionEnded(id, error))
        return true
    }

    /// Asks the peer for a link on a session that has begun; the request's role says which end we
    /// are. `attachAccepted` or `linkRefused` follows.
    ///
    /// - Returns: nil when the session is not there, has no handle left, or has the name in use, or
    ///   the peer takes no frame that is large enough for the request.
    package mutating func attach(_ request: AttachRequest, on session: SessionID) -> LinkID? {
        guard isOpen, Int(session.slot) < sessions.count,
            sessions[Int(session.slot)].id == session
        else { return nil }
        let generation = nextGeneration()
        return sessions[Int(session.slot)].withMapped(&outbox) { session, outbox in
            session.attach(request, generation: generation, &outbox)
        } ?? nil
    }

    /// Grants what `attachReceived` asked for.
    ///
    /// The grant's terminus goes to the peer as it is: address, filters in force, outcomes.
    ///
    /// - Returns: false when the link is not asked for any more; or when the grant does not fit
    ///   into a frame that the peer takes, and the link is refused for that (part 2, 2.8.15).
    @discardableResult
    package mutating func acceptAttach(_ link: LinkID, _ grant: AttachGrant) -> Bool {
        onLink(link) { session, slot, outbox in
            session.acceptAttach(slot: slot, grant, &outbox)
        } ?? false
    }

    /// Refuses what `attachReceived` asked for: no event follows.
    @discardableResult
    package mutating func refuseAttach(_ link: LinkID, _ error: AMQPError) -> Bool {
        onLink(link) { session, slot, outbox in
            session.refuseAttach(slot: slot, error, &outbox)
        } ?? false
    }

    /// Detaches a link; `linkDetached` comes with the peer's answer. What was taken for sending
    /// but waits for the peer's window is not sent: it is among the unsettled.
    @discardableResult
    package mutating func detach(
        _ link: LinkID, closed: Bool = true, error: AMQPError? = nil
    ) -> Bool {
        onLink(link) { session, slot, outbox in
            session.detach(slot: slot, closed: closed, error: error, &outbox)
        } ?? false
    }

    /// Sets, not adds, the credit of a link that receives.
    @discardableResult
    package mutating func grantCredit(_ link: LinkID, to credit: UInt32) -> Bool {
        onLink(link) { session, slot, outbox in
            session.grantCredit(slot: slot, credit, drain: false, &outbox)
        } ?? false
    }

    /// Asks the sender to use up `credit`, or give it back: `drainCompleted` follows.
    @discardableResult
    package mutating func drainCredit(_ link: LinkID, of credit: UInt32) -> Bool {
        onLink(link) { session, slot, outbox in
            session.grantCredit(slot: slot, credit, drain: true, &outbox)
        } ?? false
    }

    /// Gives the rest of our credit back to a receiver that drains, behind what is queued.
    @discardableResult
    package mutating func drained(_ link: LinkID) -> Bool {
        onLink(link) { session, slot, outbox in
            session.drained(slot: slot, &outbox)
        } ?? false
    }

    /// Sends a message, in as many frames as it takes.
    ///
    /// - Returns: the delivery's number. Unless it is settled, `outcomeReceived` or the link's end
    ///   will tell of it.
    package mutating func send(
        _ link: LinkID, _ message: OutgoingMessage
    ) throws(SendRefusal) -> DeliveryNumber {
        let number = try onLink(link) { session, slot, outbox throws(SendRefusal) in
            try session.send(message, slot: slot, &outbox)
        }
        guard let number else { throw .notAttached }
        return number
    }

    /// Gives deliveries that came in on a link their outcome. Ascending numbers make the fewest
    /// frames; numbers that wait for no outcome are skipped.
    package mutating func settle(
        _ link: LinkID, _ deliveries: some Sequence<DeliveryNumber>, _ outcome: Outcome
    ) {
        onLink(link) { session, slot, outbox in
            session.settle(slot: slot, deliveries, outcome, &outbox)
        }
    }

    /// Gives one delivery its outcome.
    package mutating func settle(
        _ link: LinkID, _ delivery: DeliveryNumber, _ outcome: Outcome
    ) {
        settle(link, CollectionOfOne(delivery), outcome)
    }

    /// The credit that is left on a link, in either direction; nil when it is not attached.
    package func credit(of link: LinkID) -> UInt32? {
        guard let found = find(link) else { return nil }
        return found.sending?.credit ?? found.receiving?.credit
    }

    /// Deliveries of a link without an outcome, in either direction.
    package func unsettledCount(of link: LinkID) -> Int {
        find(link)?.unsettled ?? 0
    }

    /// Octets of messages that wait for the peer's window on the session of a link.
    package func pendingBytes(of link: LinkID) -> Int {
        guard Int(link.session) < sessions.count else { return 0 }
        return sessions[Int(link.session)].mapped?.queuedBytes ?? 0
    }

    private func find(_ link: LinkID) -> LinkStateMachine? {
        guard Int(link.session) < sessions.count,
            let mapped = sessions[Int(link.session)].mapped, let slot = mapped.slot(of: link)
        else { return nil }
        return mapped.links[slot]
    }

    @discardableResult
    private mutating func onLink<Result, Fault: Error>(
        _ link: LinkID,
        _ change: (inout MappedSession, Int, inout Outbox) throws(Fault) -> Result
    ) throws(Fault) -> Result? {
        guard isOpen, Int(link.session) < sessions.count else { return nil }
        return try sessions[Int(link.session)].withMapped(&outbox) {
            session, outbox throws(Fault) in
            guard let slot = session.slot(of: link) else { return Result?.none }
            return try change(&session, slot, &outbox)
        } ?? nil
    }
}
