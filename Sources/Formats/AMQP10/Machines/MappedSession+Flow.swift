import NIOCore

// Windows and credit.
extension MappedSession {
    mutating func flowReceived(
        _ flow: Flow, _ outbox: inout Outbox
    ) throws(PeerViolation) {
        // A peer that has not seen our begin counts from our first id, which is 0.
        peerWindow = SerialNumber.left(
            of: flow.incomingWindow, from: flow.nextIncomingID ?? 0, to: nextOutgoingID)
        let slot: Int?
        if let handle = flow.handle {
            slot = try self.slot(ofPeer: handle)
        } else {
            slot = nil
        }
        flushQueue(&outbox)
        if let slot { linkFlowReceived(flow, slot: slot, &outbox) }
        guard flow.echo else { return }
        if let slot {
            writeFlow(of: slot, &outbox)
        } else {
            writeFlow(&outbox)
        }
    }

    mutating func linkFlowReceived(_ flow: Flow, slot: Int, _ outbox: inout Outbox) {
        switch links[slot].flowReceived(flow) {
        case .none:
            break
        case .reportCredit(let credit, let drain):
            outbox.events.append(
                .creditReceived(links[slot].id, credit: credit, drain: drain))
        case .reportDrained:
            outbox.events.append(.drainCompleted(links[slot].id))
        }
    }

    /// As many transfers as we can take: deliveries without an outcome close the window before
    /// they could exceed their limit, so that no peer that keeps to it is ever refused.
    private var openWindow: UInt32 {
        min(limits.incomingWindow, UInt32(clamping: limits.maxUnsettled - incoming.count))
    }

    /// Tells the peer of our window when half of it is used, and a fair part can be opened.
    mutating func refreshWindow(_ outbox: inout Outbox) {
        let half = limits.incomingWindow / 2
        guard incomingWindow <= half, openWindow >= incomingWindow + max(1, half) else { return }
        writeFlow(&outbox)
    }

    /// Tells the peer of our window, as far as it can be open.
    mutating func writeFlow(_ outbox: inout Outbox) {
        incomingWindow = openWindow
        outbox.write(flow(), channel: id.slot)
    }

    mutating func writeFlow(of slot: Int, _ outbox: inout Outbox) {
        incomingWindow = openWindow
        var flow = flow()
        flow.handle = UInt32(slot)
        switch links[slot].state {
        case .sending(let link):
            // What is queued has not been sent as far as the receiver knows (part 2, 2.6.7).
            let queued = UInt32(clamping: link.queued)
            flow.deliveryCount = link.deliveryCount &- queued
            flow.linkCredit = link.credit + queued
            flow.available = queued
            flow.drain = link.isDraining
        case .receiving(let link):
            flow.deliveryCount = link.deliveryCount
            flow.linkCredit = link.credit
            flow.drain = link.isDraining
        case .attachSent, .refusalReceived, .requested, .detachSent, .discarding, .detached:
            flow.handle = nil
        }
        outbox.write(flow, channel: id.slot)
    }

    mutating func grantCredit(
        slot: Int, _ credit: UInt32, drain: Bool, _ outbox: inout Outbox
    ) -> Bool {
        guard var link = links[slot].receiving else { return false }
        link.grant(credit, drain: drain)
        links[slot].replace(receiving: link)
        writeFlow(of: slot, &outbox)
        return true
    }

    /// The application has nothing more to send to a receiver that drains.
    mutating func drained(slot: Int, _ outbox: inout Outbox) -> Bool {
        guard var link = links[slot].sending, link.isDraining else { return false }
        if link.queued > 0 {
            link.owesDrainFlow = true
            links[slot].replace(sending: link)
        } else {
            link.drained()
            links[slot].replace(sending: link)
            writeFlow(of: slot, &outbox)
        }
        return true
    }
}
