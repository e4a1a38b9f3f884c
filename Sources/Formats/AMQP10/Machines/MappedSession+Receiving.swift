import NIOCore

// Deliveries that come in.
extension MappedSession {
    mutating func transferReceived(
        _ transfer: Transfer, payload: ByteBuffer, _ outbox: inout Outbox
    ) throws(PeerViolation) {
        guard incomingWindow > 0 else {
            throw .session(
                AMQPError(
                    .windowViolation,
                    "more transfers than the window of \(limits.incomingWindow); wait for a flow"))
        }
        incomingWindow -= 1
        nextIncomingID &+= 1
        let slot = try slot(ofPeer: transfer.handle)
        if let id = transfer.deliveryID { try deliveryIDReceived(id, slot: slot) }
        defer { refreshWindow(&outbox) }
        guard let slot else { return }
        let action: ReceivingLink.TransferAction
        do {
            action = try change(slot) { link throws(LinkFault) in
                try link.transferReceived(transfer, payload: payload)
            }
        } catch {
            throw .link(slot: UInt16(truncatingIfNeeded: slot), error.error)
        }
        switch action {
        case .deliver(let delivery): try deliver(delivery, slot: slot, &outbox)
        case .await:
            try checkEmptyParts(of: slot)
            try checkPartialBytes(besides: outbox.held.partial)
        case .reportAborted: outbox.events.append(.deliveryAborted(links[slot].id))
        case .ignore: break
        }
    }

    /// Checks that the deliveries of a session are numbered one after another, over all its links
    /// and whatever becomes of them (part 2, 2.6.12).
    ///
    /// An outcome names its delivery by nothing else: if a peer could use an id again, what was
    /// accepted of one message could be said of another.
    private mutating func deliveryIDReceived(_ id: UInt32, slot: Int?) throws(PeerViolation) {
        let next = nextIncomingDeliveryID ?? id
        if id == next {
            nextIncomingDeliveryID = id &+ 1
            return
        }
        // The later frames of a delivery may repeat its id. Those of one that was begun on a link
        // that is gone are dropped, and cannot be told from others.
        guard let slot, !links[slot].mayBeContinued(by: id) else { return }
        throw .session(
            AMQPError(
                .invalidField,
                "transfer.delivery-id: is \(id), and \(next) follows on this session; number "
                    + "deliveries one after another, over all links",
                info: [.symbol("field"): .string("transfer.delivery-id")]))
    }

    private func checkEmptyParts(of slot: Int) throws(PeerViolation) {
        guard links[slot].emptyParts > limits.maxEmptyTransfers else { return }
        throw .link(
            slot: UInt16(truncatingIfNeeded: slot),
            AMQPError(
                .resourceLimitExceeded,
                "more than \(limits.maxEmptyTransfers) transfers without payload for one message; "
                    + "send the next part, or the last, or abort it"))
    }

    /// - Parameter others: octets of messages in parts on the other sessions.
    private func checkPartialBytes(besides others: Int) throws(PeerViolation) {
        guard UInt64(others + partialBytes) > limits.maxPartialBytes else { return }
        throw .session(
            AMQPError(
                .resourceLimitExceeded,
                "parts of messages of more than \(limits.maxPartialBytes) octets on a connection; "
                    + "finish a message before another"))
    }

    private mutating func deliver(
        _ delivery: ReceivingLink.Delivery, slot: Int, _ outbox: inout Outbox
    ) throws(PeerViolation) {
        let link = UInt16(truncatingIfNeeded: slot)
        if !delivery.settled {
            guard incoming.insert(IncomingDelivery(link: link), for: delivery.deliveryID) else {
                throw .session(
                    AMQPError(
                        .invalidField,
                        "transfer.delivery-id: \(delivery.deliveryID) is in use",
                        info: [.symbol("field"): .string("transfer.delivery-id")]))
            }
            links[slot].unsettled += 1
        }
        outbox.events.append(
            .messageReceived(
                IncomingMessage(
                    link: links[slot].id, delivery: DeliveryNumber(rawValue: delivery.deliveryID),
                    tag: delivery.tag, messageFormat: delivery.messageFormat,
                    settled: delivery.settled, payload: delivery.payload)))
    }

    /// Gives deliveries of a link their outcome; those that are not waiting for one are skipped.
    mutating func settle(
        slot: Int, _ deliveries: some Sequence<DeliveryNumber>, _ outcome: Outcome,
        _ outbox: inout Outbox
    ) {
        let isSecond = links[slot].receiving?.receiverSettleMode == .second
        var run = DeliveryRun()
        for delivery in deliveries {
            let id = delivery.rawValue
            guard let entry = incoming[id], entry.link == slot, !entry.isDecided else { continue }
            if isSecond {
                incoming[id]?.isDecided = true
            } else {
                incoming.removeValue(for: id)
                links[slot].unsettled -= 1
            }
            if let range = run.add(id) {
                writeOutcome(range, outcome, settled: !isSecond, &outbox)
            }
        }
        if let range = run.take() {
            writeOutcome(range, outcome, settled: !isSecond, &outbox)
        }
        refreshWindow(&outbox)
    }

    private func writeOutcome(
        _ range: DeliveryRun.Range, _ outcome: Outcome, settled: Bool, _ outbox: inout Outbox
    ) {
        outbox.write(
            Disposition(
                role: .receiver, first: range.first, last: range.lastIfLonger, settled: settled,
                state: .outcome(outcome)),
            channel: id.slot)
    }

    /// The sender settles a range of its deliveries: we need not remember them.
    mutating func settlementsReceived(
        _ disposition: Disposition, _ outbox: inout Outbox
    ) throws(PeerViolation) {
        let span = try disposition.span()
        guard disposition.settled else { return }
        for (_, delivery) in incoming.removeValues(from: disposition.first, span: span) {
            links[Int(delivery.link)].unsettled -= 1
        }
        refreshWindow(&outbox)
    }
}
