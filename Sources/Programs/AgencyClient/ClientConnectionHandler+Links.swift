import AMQP10
import NIOCore

// What the links do.
extension ClientConnectionHandler {
    func handle(_ event: ConnectionEvent) {
        switch event {
        case .opened: didOpen()
        case .sessionBegun(let session): attach(on: session)
        case .attachAccepted(let link, _): attached(link)
        case .linkRefused(let link, let error): refused(link, error)
        case .outcomeReceived(let link, let delivery, let outcome):
            let completed = senders[link]?.unsettled.removeValue(forKey: delivery)
            // Settled without a word: the sender may not take it for stored.
            completed?(.success(outcome ?? .released))
        case .creditReceived(let link, _, let drain):
            flush(link)
            if drain { machine.drained(link) }
        case .sendingResumed:
            for link in senders.keys { flush(link) }
        case .messageReceived(let message):
            receivers[message.link]?.messageReceived(settled: message.settled)
            let onEvent = receivers[message.link]?.onEvent
            onEvent?(
                .message(ReceivedMessage(delivery: message.delivery, payload: message.payload)))
        case .deliveryAborted(let link): receivers[link]?.deliveryAborted()
        case .drainCompleted(let link):
            // The link stays until its owner ends it: what it took may be unsettled still.
            guard receivers[link]?.drainCompleted() == true else { return }
            receivers[link]?.onEvent(.drained)
        case .linkDetached(let link, let end): lost(link, end)
        case .sessionEnded(let session, let error):
            ordered.removeValue(forKey: session)?.attached.fail(
                error.map { ClientError.linkEnded($0) } ?? ClientError.connectionLost)
        case .connectionClosed(let end): finish(ClientError(end))
        case .saslChallenge:
            // EXTERNAL has nothing to say beyond the certificate (RFC 4422, appendix A).
            machine.saslRespond(ByteBuffer())
        case .attachReceived(let link, _):
            machine.refuseAttach(
                link, AMQPError(.notAllowed, "this client takes no links from the broker"))
        case .saslInit, .saslResponse, .openReceived:
            return  // A server's: they never come to a client.
        }
    }

    // MARK: Opening

    func open(_ order: LinkOrder) {
        if let end { return order.attached.fail(end) }
        guard let session = machine.beginSession() else {
            return order.attached.fail(
                ClientError.linkRefused(
                    address: order.address,
                    AMQPError(.resourceLimitExceeded, "no further session is allowed")))
        }
        ordered[session] = order
        turnSoon()
    }

    private func attach(on session: SessionID) {
        guard let order = ordered.removeValue(forKey: session) else { return }
        guard let link = machine.attach(order.request, on: session) else {
            return order.attached.fail(ClientError.linkEnded(nil))
        }
        attaching[link] = (order, session)
    }

    private func attached(_ link: LinkID) {
        guard let (order, session) = attaching.removeValue(forKey: link) else { return }
        switch order.end {
        case .sending:
            senders[link] = SendingLinkState(session: session)
        case .receiving(var receiving):
            receiving.session = session
            receivers[link] = receiving
        }
        order.attached.succeed(link)
    }

    private func refused(_ link: LinkID, _ error: AMQPError?) {
        guard let (order, session) = attaching.removeValue(forKey: link) else { return }
        machine.endSession(session)
        order.attached.fail(ClientError.linkRefused(address: order.address, error))
    }

    private func lost(_ link: LinkID, _ end: LinkEnd) {
        let error: ClientError = end.byPeer ? .linkEnded(end.error) : .closed
        if let pending = attaching.removeValue(forKey: link) {
            pending.order.attached.fail(error)
        }
        if var sender = senders.removeValue(forKey: link) {
            machine.endSession(sender.session)
            for completed in sender.takeAll() { completed(.failure(error)) }
        }
        if let receiver = receivers.removeValue(forKey: link) {
            if let session = receiver.session { machine.endSession(session) }
            receiver.onEvent(.ended(error))
        }
    }

    // MARK: Sending

    func post(
        _ payload: ByteBuffer, on link: LinkID,
        completed: @escaping SendingLinkState.Completion
    ) {
        guard let sender = senders[link] else {
            return completed(.failure(end ?? .linkEnded(nil)))
        }
        if sender.waiting.isEmpty {
            transmit(payload, on: link, completed)
        } else {
            senders[link]?.waiting.append((payload, completed))
        }
        turnSoon()
    }

    private func flush(_ link: LinkID) {
        while let next = senders[link]?.waiting.popFirst() {
            guard transmit(next.payload, on: link, next.completed) else { return }
        }
    }

    /// - Returns: false when the link takes no more for now; the message waits in front.
    @discardableResult
    private func transmit(
        _ payload: ByteBuffer, on link: LinkID, _ completed: @escaping SendingLinkState.Completion
    ) -> Bool {
        guard let tag = senders[link]?.nextTag else { return false }
        do throws(SendRefusal) {
            let number = try machine.send(
                link, OutgoingMessage(tag: DeliveryTag(tag), payload: payload))
            senders[link]?.nextTag += 1
            senders[link]?.unsettled[number] = completed
            return true
        } catch {
            switch error {
            case .noCredit, .queueFull:
                senders[link]?.waiting.prepend((payload, completed))
                return false
            case .messageTooLarge:
                completed(.failure(.messageTooLarge(octets: payload.readableBytes)))
                return true
            case .notAttached:
                completed(.failure(.linkEnded(nil)))
                return true
            }
        }
    }

    // MARK: Receiving

    func settle(_ delivery: DeliveryNumber, on link: LinkID, _ outcome: Outcome) {
        receivers[link]?.messageSettled()
        if outcome == .accepted {
            accepted[link, default: []].append(delivery)
        } else {
            machine.settle(link, delivery, outcome)
        }
        turnSoon()
    }

    func settleAccepted() {
        guard !accepted.isEmpty else { return }
        for (link, deliveries) in accepted { machine.settle(link, deliveries, .accepted) }
        accepted.removeAll(keepingCapacity: true)
    }

    func topUp(_ link: LinkID) {
        switch receivers[link]?.topUp() {
        case .grant(let credit): machine.grantCredit(link, to: credit)
        case .drain(let credit): machine.drainCredit(link, of: credit)
        case .some(.none), nil: break
        }
    }

    func detach(_ link: LinkID) {
        settleAccepted()
        machine.detach(link)
        turnSoon()
    }
}
