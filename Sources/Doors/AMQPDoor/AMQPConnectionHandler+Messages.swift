import AMQP10
import Brokering
import Logging
import Messages
import NIOCore
import Referrals

// Messages in, deliveries out.
extension AMQPConnectionHandler {
    // MARK: In

    /// Prepares a message for the broker; what can be refused at once is.
    func take(_ message: IncomingMessage) {
        do throws(MessageRefusals) {
            let prepared = try prepare(message)
            guard let outlet else { return }
            let number = nextTicket
            nextTicket += 1
            pending[number] = (message.link, message.delivery, prepared.envelope.id)
            intakes[message.link]?.unanswered += 1
            commands.append(.submit(prepared, Ticket(outlet: outlet, number: number)))
        } catch {
            for refusal in error.refusals.prefix(1) { broker.metrics.refused(refusal.reason) }
            reject(message.delivery, on: message.link, error.refusals, id: error.id)
            topUp(message.link)
        }
    }

    private func prepare(
        _ message: IncomingMessage
    ) throws(MessageRefusals) -> PreparedSubmission {
        guard let agency, let intake else {
            throw MessageRefusals(Self.notReady)
        }
        guard !broker.isCrowded else { throw MessageRefusals(Self.crowded) }
        let network = broker.network.network
        guard let sender = network.agencies[agency.id] else { throw MessageRefusals(Self.gone) }
        let json = try refusing { () throws(Refusal) in try IncomingJSON(message.payload) }
        let prepared = try intake.prepare(json.bytes, from: sender, on: network)
        try refusing(prepared.envelope.id) { () throws(Refusal) in
            try json.check(against: prepared)
        }
        return prepared
    }

    private func refusing<Value>(
        _ id: Referrals.MessageID? = nil, _ body: () throws(Refusal) -> Value
    ) throws(MessageRefusals) -> Value {
        do throws(Refusal) { return try body() } catch { throw MessageRefusals(error, id: id) }
    }

    private static let notReady = Refusal(
        .unavailable, field: "", problem: "the broker is starting",
        remedy: "send it again in a moment")

    private static let crowded = Refusal(
        .unavailable, field: "", problem: "more messages wait than the broker holds at once",
        remedy: "send it again in a moment")

    private static let gone = Refusal(
        .unauthorized, field: "", problem: "this agency is no longer on the network",
        remedy: "ask the network's operator")

    private func reject(
        _ delivery: DeliveryNumber, on link: LinkID, _ refusals: [Refusal],
        id: Referrals.MessageID?
    ) {
        var metadata: Logger.Metadata = ["reason": "\(refusals.first?.reason.rawValue ?? "")"]
        if let id { metadata["message"] = "\(id)" }
        if let field = refusals.first?.knownField { metadata["field"] = "\(field)" }
        logger.info("message-refused", metadata: metadata)
        machine.settle(link, delivery, .rejected(AMQPError(refusals, reference: reference)))
    }

    /// Keeps a sender in credit: as much as the window leaves beside what is unanswered.
    func topUp(_ link: LinkID) {
        guard let intake = intakes[link], let credit = machine.credit(of: link), !isClosing
        else { return }
        let room = settings.intakeWindow - min(settings.intakeWindow, UInt32(intake.unanswered))
        guard credit < (settings.intakeWindow + 1) / 2, room > credit else { return }
        machine.grantCredit(link, to: room)
    }

    // MARK: Answers

    /// Takes the broker's answers to this connection, in their order.
    func receive(_ answers: [BrokerAnswer], context: ChannelHandlerContext) {
        var accepted: [LinkID: [DeliveryNumber]] = [:]
        for answer in answers {
            switch answer {
            case .confirmed(let number, _):
                guard let (link, delivery, _) = answered(number) else { continue }
                accepted[link, default: []].append(delivery)
            case .refused(let number, let refusal):
                guard let (link, delivery, id) = answered(number) else { continue }
                reject(delivery, on: link, [refusal], id: id)
            case .deliver(let consumer, let delivery):
                send(delivery, to: consumer)
            case .drained(let consumer, let limit):
                drained(consumer, limit: limit)
            case .networkApplied: continue
            }
        }
        for (link, deliveries) in accepted { machine.settle(link, deliveries, .accepted) }
        for link in intakes.keys { topUp(link) }
        closeWhenAnswered()
        turn(context)
    }

    private func answered(_ number: UInt64) -> (LinkID, DeliveryNumber, Referrals.MessageID)? {
        guard let (link, delivery, id) = pending.removeValue(forKey: number) else { return nil }
        intakes[link]?.unanswered -= 1
        return (link, delivery, id)
    }

    // MARK: Out

    private func send(_ delivery: Delivery, to consumer: ConsumerID) {
        guard let link = links[consumer] else { return }
        inboxes[link]?.sent += 1
        do throws(SendRefusal) {
            let number = try machine.send(
                link, AMQP10.OutgoingMessage(tag: tag(of: delivery), payload: encode(delivery)))
            inboxes[link]?.unsettled[number] = (delivery.entry, delivery.attempt)
        } catch {
            // The credit went, or the message is more than this receiver takes: it goes back, and
            // what cannot be sent at all comes to an operator's eyes by its delivery count.
            let isTooLarge = error == .messageTooLarge
            if error == .queueFull { inboxes[link]?.isFull = true }
            giveBack(
                delivery.entry, attempt: delivery.attempt, isTooLarge ? .modified : .released,
                remark: isTooLarge ? .tooLarge : .notSent, on: link, of: consumer)
        }
    }

    /// Which entry, for which time, under which claim of the shard: never the same twice.
    private func tag(of delivery: Delivery) -> DeliveryTag {
        let attempt = UInt64(UInt16(bitPattern: delivery.attempt))
        let epoch = UInt64(bitPattern: broker.epoch)
        return DeliveryTag(
            SIMD4(
                UInt64(bitPattern: delivery.entry.rawValue), attempt << 48 | epoch >> 16,
                epoch << 48, 0),
            count: 18)
    }

    private func encode(_ delivery: Delivery) -> ByteBuffer {
        var header = MessageHeader()
        header.durable = true
        header.priority = 4 + UInt8(clamping: delivery.priority.level)
        header.deliveryCount = UInt32(clamping: delivery.attempt - 1)
        var message = MessageEncoder()
        message.header = header
        message.properties.messageID = .string(delivery.id.rawValue)
        message.properties.subject = delivery.type
        message.properties.contentType = "application/json"
        message.applicationProperties = [
            .string("region"): .string(delivery.region.rawValue),
            .string("service"): .string(delivery.service.rawValue),
            .string("priority"): .string(delivery.priority.rawValue),
        ]
        let json = delivery.json()
        var bytes = ByteBuffer()
        bytes.reserveCapacity(json.count + 256)
        message.encode(data: ByteBuffer(bytes: json), into: &bytes)
        return bytes
    }

    /// So often what is given back comes again at once, to whichever receiver is next; nil where it
    /// does not come again. What failed is tried on another receiver at once, and then not before
    /// there was time to mend something: after a few failures it is set aside.
    private static func promptAttempts(_ outcome: DeliveryOutcome) -> Int16? {
        switch outcome {
        case .released: 8
        case .modified: 1
        case .accepted, .rejected, .lost: nil
        }
    }

    func settle(_ delivery: DeliveryNumber, on link: LinkID, outcome: Outcome?) {
        guard let inbox = inboxes[link],
            let (entry, attempt) = inboxes[link]?.unsettled.removeValue(forKey: delivery)
        else { return }
        let (result, remark) = Self.result(of: outcome ?? .released)
        guard remark == nil else {
            return commands.append(
                .settle(inbox.consumer, entry: entry, attempt: attempt, result, remark: remark))
        }
        giveBack(entry, attempt: attempt, result, on: link, of: inbox.consumer)
    }

    /// Tells the broker how a delivery ended: at once, or after a rest.
    private func giveBack(
        _ entry: Position, attempt: Int16, _ outcome: DeliveryOutcome,
        remark: SettlementRemark? = nil, on link: LinkID, of consumer: ConsumerID
    ) {
        let command = ShardCommand.settle(
            consumer, entry: entry, attempt: attempt, outcome, remark: remark)
        guard let prompt = Self.promptAttempts(outcome), attempt > prompt else {
            return commands.append(command)
        }
        inboxes[link]?.resting[entry] = (command, nil)
        rests.append(
            Rest(
                entry: entry, link: link, consumer: consumer,
                time: Delivery.rest(after: Int(attempt - prompt))))
    }

    private static func result(of outcome: Outcome) -> (DeliveryOutcome, SettlementRemark?) {
        switch outcome {
        case .accepted: (.accepted, nil)
        case .rejected: (.rejected, nil)
        case .released: (.released, nil)
        case .modified(let modification):
            modification.undeliverableHere
                ? (.modified, .undeliverableHere)
                : (modification.deliveryFailed ? .modified : .released, nil)
        }
    }
}
