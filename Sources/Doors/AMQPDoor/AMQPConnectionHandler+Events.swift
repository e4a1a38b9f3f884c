import AMQP10
import Brokering
import Logging
import NIOCore
import Referrals

/// A link on which an agency sends to `intake`.
struct IntakeLink {
    /// Messages that the broker has not answered.
    var unanswered = 0
}

/// A link on which an agency receives from its inbox.
struct InboxLink {
    let consumer: ConsumerID
    /// Deliveries sent in all.
    var sent: UInt64 = 0
    /// Deliveries that the broker may give us in all.
    var granted: UInt64 = 0
    var drain = Drain.none
    /// The session took no more; until it says otherwise nothing is asked of the broker.
    var isFull = false
    /// What each unsettled delivery is to the broker.
    var unsettled: [DeliveryNumber: (entry: Position, attempt: Int16)] = [:]
    /// Of deliveries that were given back again and again: what the broker is to hear after a rest,
    /// or when the link ends; and what ends the rest.
    var resting: [Position: (command: ShardCommand, alarm: Scheduled<Void>?)] = [:]

    /// Whether the receiver wants what there is, and the rest of its credit taken back.
    enum Drain {
        case none
        /// It does, and the broker is to be asked as soon as it can be written.
        case wanted
        /// The broker says when it has given what it has, `granted` at most.
        case asked
    }
}

/// The rest of a delivery that was given back, which is about to begin.
struct Rest {
    let entry: Position
    let link: LinkID
    let consumer: ConsumerID
    let time: Duration
}

extension AMQPConnectionHandler {
    func handle(_ event: ConnectionEvent) {
        switch event {
        case .saslInit(let mechanism, let response, _):
            answerSASL(mechanism, response: response)
        case .openReceived(let open):
            answer(open)
        case .attachReceived(let link, let request):
            answer(request, on: link)
        case .messageReceived(let message):
            take(message)
        case .deliveryAborted(let link):
            topUp(link)
        case .outcomeReceived(let link, let delivery, let outcome):
            settle(delivery, on: link, outcome: outcome)
        case .creditReceived(let link, _, let drain):
            inboxes[link]?.drain = drain ? .wanted : .none
        case .linkDetached(let link, let end):
            if !end.byPeer, let error = end.error {
                endings.append(("link-ended", error.condition))
            }
            forget(link)
        case .sessionEnded(_, let error):
            // It says it for its links too.
            guard let error else { return }
            endings.removeAll { $0.condition == error.condition }
            endings.append(("session-ended", error.condition))
        case .connectionClosed(let end):
            endings.removeAll()
            guard agency != nil else { return }
            log(end)
        case .sendingResumed:
            for link in inboxes.keys { inboxes[link]?.isFull = false }
        case .opened, .sessionBegun, .drainCompleted, .saslResponse, .saslChallenge,
            .attachAccepted, .linkRefused:
            // Sessions need no decision; the rest is the client's, or follows only what we never
            // ask for.
            return
        }
    }

    /// Says what an agency was told; what it told itself only by the condition, since the words are
    /// its own.
    private func log(_ end: ConnectionEnd) {
        switch end {
        case .closedByUs(let error?):
            logger.info(
                "connection-closed",
                metadata: [
                    "condition": "\(error.condition)", "cause": "\(error.description ?? "")",
                ])
        case .closedByPeer(let error?):
            logger.info("closed-by-agency", metadata: ["condition": "\(error.condition)"])
        case .closedByUs(nil), .closedByPeer(nil), .authenticationFailed, .authenticationRefused,
            .protocolMismatch, .transportLost:
            return
        }
    }

    // MARK: Who it is

    /// The identity is the certificate: a name, if one is given, must be the certificate's own.
    private func answerSASL(_ mechanism: AMQPSymbol, response: ByteBuffer?) {
        guard mechanism == .external, let agency else {
            machine.saslOutcome(.auth)
            return
        }
        let name = response.map { String(decoding: $0.readableBytesView, as: UTF8.self) } ?? ""
        guard name.isEmpty || name == agency.id.rawValue else {
            logger.warning("authorization-identity-refused")
            machine.saslOutcome(.auth)
            return
        }
        machine.saslOutcome(.ok)
    }

    private func answer(_ open: Open) {
        guard let agency else { return }
        let isSole = open.desiredCapabilities.contains(.soleConnectionForContainer)
        switch registry.sit(agency.id, container: open.containerID, isSole: isSole) {
        case .success(let seat):
            self.seat = seat
            machine.acceptOpen(offering: isSole ? [.soleConnectionForContainer] : [])
            logger.info("agency-connected", metadata: ["container": "\(open.containerID)"])
        case .failure(let error):
            switch error.refusal {
            case .tooMany(let limit):
                machine.refuseOpen(
                    AMQPError(
                        .resourceLimitExceeded,
                        "\(agency.id) has \(limit) connections, which is the limit; "
                            + "close one, or send over those that are open",
                        field: "", reference: reference))
            case .containerInUse:
                machine.refuseOpen(
                    AMQPError(
                        .invalidField,
                        "container-id \(open.containerID) is connected, and asked to be the only "
                            + "one; close that connection, or use another container-id",
                        field: "container-id", reference: reference))
            }
        }
    }

    // MARK: Links

    private func answer(_ request: AttachRequest, on link: LinkID) {
        switch request.role {
        case .sender: answerSender(request, on: link)
        case .receiver: answerReceiver(request, on: link)
        }
    }

    private func answerSender(_ request: AttachRequest, on link: LinkID) {
        guard request.target?.address?.text == "intake" else {
            let named = request.target?.address?.text.map { "there is no target «\($0)»" }
            return refuse(
                link, .notFound, "\(named ?? "the target has no address"); send to `intake`",
                "target.address")
        }
        var grant = AttachGrant(echoing: request)
        grant.maxMessageSize = settings.limits.maxMessageSize
        guard machine.acceptAttach(link, grant) else { return }
        intakes[link] = IntakeLink()
        topUp(link)
    }

    private func answerReceiver(_ request: AttachRequest, on link: LinkID) {
        guard let agency else { return }
        guard let source = request.source else {
            return refuse(
                link, .invalidField, "the source is null; receive from `inbox`", "source")
        }
        guard source.address?.text == "inbox" else {
            let named = source.address?.text ?? ""
            return named.hasPrefix("inbox/") || named.hasPrefix("inbox-")
                ? refuse(
                    link, .unauthorizedAccess,
                    "an agency receives from its own inbox only; receive from `inbox`",
                    "source.address")
                : refuse(
                    link, .notFound, "there is no source «\(named)»; receive from `inbox`",
                    "source.address")
        }
        guard !broker.isOverrun else {
            return refuse(
                link, .resourceLimitExceeded,
                "more waits for the broker than it holds at once; attach again in a moment", "")
        }
        var grant = AttachGrant(echoing: request)
        // What is sent is settled by the recipient, never ahead: a referral must not be lost.
        grant.senderSettleMode = .unsettled
        grant.source?.distributionMode = .move
        grant.source?.outcomes = [
            .acceptedOutcome, .rejectedOutcome, .releasedOutcome, .modifiedOutcome,
        ]
        grant.source?.defaultOutcome = .released
        guard machine.acceptAttach(link, grant) else { return }
        let consumer = broker.newConsumer()
        inboxes[link] = InboxLink(consumer: consumer)
        links[consumer] = link
        if let outlet { commands.append(.attach(consumer, inbox: agency.id, outlet)) }
    }

    private func refuse(
        _ link: LinkID, _ condition: AMQPCondition, _ text: String, _ field: String
    ) {
        // Not the text: it repeats an address that the peer chose.
        logger.info("link-refused", metadata: ["condition": "\(condition)", "field": "\(field)"])
        machine.refuseAttach(
            link, AMQPError(condition, text, field: field, reference: reference))
    }

    func forget(_ link: LinkID) {
        intakes[link] = nil
        if let inbox = inboxes.removeValue(forKey: link) {
            links[inbox.consumer] = nil
            for resting in inbox.resting.values { resting.alarm?.cancel() }
            commands.append(
                contentsOf: inbox.resting.sorted { $0.key < $1.key }.map(\.value.command))
            commands.append(.detach(inbox.consumer))
        }
    }
}
