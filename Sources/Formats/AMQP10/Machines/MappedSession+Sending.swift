package import NIOCore

// Deliveries that go out.
extension MappedSession {
    mutating func send(
        _ message: OutgoingMessage, slot: Int, _ outbox: inout Outbox
    ) throws(SendRefusal) -> DeliveryNumber {
        guard var link = links[slot].sending else { throw .notAttached }
        guard link.credit > 0, !link.owesDrainFlow else { throw .noCredit }
        guard link.takes(message.payload.readableBytes) else { throw .messageTooLarge }
        let isCrowded = outbox.held.pending + queuedBytes >= limits.maxPendingBytes
        guard !isCrowded, underWay < limits.maxUnsettled else {
            owesResumption = true
            if isCrowded { outbox.owesResumption = true }
            throw .queueFull
        }
        let number = DeliveryNumber(rawValue: nextNumber)
        nextNumber &+= 1
        link.sent()
        let settled = link.settles(message.settled)
        if !settled { links[slot].unsettled += 1 }
        var transfer = Transfer(handle: UInt32(slot))
        transfer.deliveryTag = message.tag
        transfer.messageFormat = message.messageFormat
        transfer.settled = settled
        var delivery = QueuedDelivery(
            link: UInt16(truncatingIfNeeded: slot), number: number, settled: settled,
            transfer: transfer, payload: message.payload)
        if !queue.isEmpty || !transmit(&delivery, &outbox) {
            link.queued += 1
            queuedBytes += delivery.payload.readableBytes
            queue.append(delivery)
        }
        links[slot].replace(sending: link)
        return number
    }

    /// Deliveries that wait for the peer's window or for their outcome.
    private var underWay: Int { outgoing.count + queue.count }

    /// Sends frames of a delivery as long as the peer's window is open; whether it is all sent.
    private mutating func transmit(
        _ delivery: inout QueuedDelivery, _ outbox: inout Outbox
    ) -> Bool {
        while peerWindow > 0 {
            peerWindow -= 1
            nextOutgoingID &+= 1
            if !delivery.hasBegun { begin(&delivery) }
            if outbox.write(
                delivery.transfer, payload: &delivery.payload, channel: id.slot)
            {
                return true
            }
            delivery.transfer = Transfer(handle: delivery.transfer.handle)
        }
        return false
    }

    /// Gives a delivery its id. Not before its first frame goes out: receivers expect each id to
    /// follow the last, and what waits may yet be withdrawn.
    private mutating func begin(_ delivery: inout QueuedDelivery) {
        delivery.transfer.deliveryID = nextDeliveryID
        if !delivery.settled {
            _ = outgoing.insert(
                OutgoingDelivery(link: delivery.link, number: delivery.number),
                for: nextDeliveryID)
        }
        nextDeliveryID &+= 1
    }

    mutating func flushQueue(_ outbox: inout Outbox) {
        while peerWindow > 0, var delivery = queue.popFirst() {
            let before = delivery.payload.readableBytes
            let isSent = transmit(&delivery, &outbox)
            queuedBytes -= before - delivery.payload.readableBytes
            guard isSent else {
                queue.prepend(delivery)
                break
            }
            left(Int(delivery.link), &outbox)
        }
        reportResumption(&outbox)
    }

    /// A delivery of a link has left the queue.
    private mutating func left(_ slot: Int, _ outbox: inout Outbox) {
        guard var link = links[slot].sending else { return }
        link.queued -= 1
        guard link.queued == 0, link.owesDrainFlow else {
            links[slot].replace(sending: link)
            return
        }
        link.owesDrainFlow = false
        link.drained()
        links[slot].replace(sending: link)
        writeFlow(of: slot, &outbox)
    }

    /// Tells, if a message was refused, that there is room again.
    mutating func reportResumption(_ outbox: inout Outbox) {
        guard owesResumption else { return }
        guard outbox.held.pending + queuedBytes <= limits.maxPendingBytes / 2 else {
            outbox.owesResumption = true
            return
        }
        // Not for each that is settled: it would be refused again at once.
        guard underWay <= limits.maxUnsettled - max(1, limits.maxUnsettled / 8) else { return }
        owesResumption = false
        outbox.events.append(.sendingResumed(id))
    }

    /// The receiver tells how a range of our deliveries ended.
    ///
    /// Each unsettled delivery is reported once. An outcome that is not settled is settled by us at
    /// once: nothing is resumed here, so there is nothing to remember it for.
    mutating func outcomesReceived(
        _ disposition: Disposition, _ outbox: inout Outbox
    ) throws(PeerViolation) {
        let outcome: Outcome?
        switch disposition.state {
        case .outcome(let known): outcome = known
        case .transactional:
            throw .session(
                AMQPError(
                    .notImplemented, "disposition.state: transactions are not implemented",
                    info: [.symbol("field"): .string("disposition.state")]))
        case .received, .unknown, nil:
            guard disposition.settled else { return }
            outcome = nil
        }
        let ended = outgoing.removeValues(from: disposition.first, span: try disposition.span())
        var run = DeliveryRun()
        for (id, delivery) in ended {
            let slot = Int(delivery.link)
            links[slot].unsettled -= 1
            outbox.events.append(.outcomeReceived(links[slot].id, delivery.number, outcome))
            guard !disposition.settled, let range = run.add(id) else { continue }
            writeSettled(range, &outbox)
        }
        if let range = run.take() { writeSettled(range, &outbox) }
        reportResumption(&outbox)
    }

    private func writeSettled(_ range: DeliveryRun.Range, _ outbox: inout Outbox) {
        outbox.write(
            Disposition(
                role: .sender, first: range.first, last: range.lastIfLonger, settled: true,
                state: nil),
            channel: id.slot)
    }
}

/// A message to be sent.
package struct OutgoingMessage: Hashable, Sendable {
    package var tag: DeliveryTag
    /// The encoded sections.
    package var payload: ByteBuffer
    /// Whether no outcome is wanted, where the link leaves it open.
    package var settled: Bool
    package var messageFormat: UInt32

    package init(
        tag: DeliveryTag, payload: ByteBuffer, settled: Bool = false, messageFormat: UInt32 = 0
    ) {
        self.tag = tag
        self.payload = payload
        self.settled = settled
        self.messageFormat = messageFormat
    }
}

/// Why a message was not taken for sending.
package enum SendRefusal: Error, Hashable, Sendable {
    /// The link is not attached, or is one that receives.
    case notAttached
    /// Wait for `creditReceived`.
    case noCredit
    /// More than the receiver's max-message-size.
    case messageTooLarge
    /// Too much waits for the peer: wait for `sendingResumed`.
    case queueFull
}
