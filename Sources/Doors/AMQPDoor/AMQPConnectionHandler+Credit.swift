import AMQP10
import Brokering
import NIOCore

// How much a peer may be given before it takes what it was given.
extension AMQPConnectionHandler {
    /// Passes a receiver's credit on to the broker, as far as it reads what it is sent: what it
    /// leaves unsettled, what waits to be written, and what the broker has under way bound it.
    func updateGrant(_ link: LinkID, _ context: ChannelHandlerContext) {
        guard let inbox = inboxes[link], let credit = machine.credit(of: link) else { return }
        let isBlocked =
            !context.channel.isWritable || isClosing || inbox.isFull
            || machine.pendingBytes(of: link) > 0
        let window = max(1, settings.maxUnderWay / inboxes.count)
        let allowed = isBlocked ? 0 : min(Int(credit), room(of: inbox), window)
        let limit = inbox.sent + UInt64(allowed)
        switch inbox.drain {
        case .wanted where !isBlocked:
            guard !broker.isOverrun else {
                isPutOff = true
                return
            }
            inboxes[link]?.drain = .asked
            order(.drain(inbox.consumer, limit: limit), upTo: limit, on: link)
        case .asked where isBlocked || limit >= inbox.granted:
            // The broker is about to say that this is all.
            return
        case .asked:
            order(.drain(inbox.consumer, limit: limit), upTo: limit, on: link)
        case .none, .wanted:
            // With half of the window under way there is no hurry to open it.
            let isEnough = limit > inbox.granted && inbox.granted > inbox.sent + UInt64(window / 2)
            guard limit != inbox.granted, !isEnough else { return }
            // Less is never put off: it would be given what it does not want.
            guard limit < inbox.granted || !broker.isOverrun else {
                isPutOff = true
                return
            }
            order(.grant(inbox.consumer, limit: limit), upTo: limit, on: link)
        }
    }

    private func order(_ command: ShardCommand, upTo limit: UInt64, on link: LinkID) {
        inboxes[link]?.granted = limit
        commands.append(command)
    }

    /// The deliveries that a receiver may still be given before it settles some.
    private func room(of inbox: InboxLink) -> Int {
        max(0, settings.maxUnsettled - inbox.unsettled.count - inbox.resting.count)
    }

    /// The broker has given all that it was asked for, or all that it had.
    func drained(_ consumer: ConsumerID, limit: UInt64) {
        guard let link = links[consumer], let inbox = inboxes[link] else { return }
        inboxes[link]?.granted = inbox.sent
        guard inbox.drain == .asked else { return }
        // What it was asked for may have been less than the receiver's credit.
        let isAll =
            inbox.sent < limit || room(of: inbox) == 0 || machine.credit(of: link) ?? 0 == 0
        inboxes[link]?.drain = isAll ? .none : .wanted
        if isAll { machine.drained(link) }
    }
}
