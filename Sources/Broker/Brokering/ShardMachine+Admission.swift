import Messages
import OpenSSLCrypto
import Referrals
import Store

extension ShardMachine {
    /// Admits a message, or refuses it; the answer leaves after the commit.
    mutating func submit(
        _ prepared: PreparedSubmission, ticket: Ticket,
        found: [LoadRequest.MessageKey: MessageRecord]
    ) {
        let key = LoadRequest.MessageKey(
            sender: prepared.sender, id: prepared.envelope.id)
        if known.mayHold(.message(key)), let earlier = accepted[key] ?? found[key] {
            answer(repetition: prepared, of: earlier, ticket: ticket)
            return
        }
        do throws(Refusal) {
            let position: Position
            switch prepared.matter {
            case .referral(let request, let lookup, let basis):
                position = try admit(
                    request, personLookup: lookup, basis: basis, prepared: prepared)
            case .update(let update):
                position = try admit(update, prepared: prepared)
            case .refused(let refusal):
                throw refusal
            }
            let record = MessageRecord(
                sender: prepared.sender, id: key.id, nonce: prepared.nonce,
                digest: prepared.digest, position: position)
            accepted[key] = record
            known.insert(.message(key))
            decision.batch.messages.append(record)
            answer(ticket, .confirmed(ticket.number, position))
        } catch {
            refuse(ticket, error)
        }
    }

    /// The same id again: the same bytes get the first outcome, others are refused.
    private mutating func answer(
        repetition prepared: PreparedSubmission, of earlier: MessageRecord, ticket: Ticket
    ) {
        if (try? SHA256Digest(hashing: earlier.nonce + prepared.raw)) == earlier.digest {
            answer(ticket, .confirmed(ticket.number, earlier.position))
        } else {
            refuse(
                ticket,
                Refusal(
                    .conflict, field: "/id",
                    problem: "another message of yours has this id and other content",
                    remedy: "give a new message a new id; send a repetition byte by byte as before"
                ))
        }
    }

    /// Admits a referral and dispatches it.
    ///
    /// - Returns: the position of its first event.
    private mutating func admit(
        _ request: ReferralRequest, personLookup: SHA256Digest, basis: BasisFacts,
        prepared: PreparedSubmission
    ) throws(Refusal) -> Position {
        let name = QualifiedName(agency: prepared.sender, name: request.name)
        guard !known.mayHold(.name(name)) || names.value(for: name) == nil else {
            throw Refusal(
                .conflict, field: "/referral",
                problem: "you have sent a referral of this name before",
                remedy: "give it a new name, and name the earlier one in `replaces` to amend it")
        }
        let replaced = try replacement(request, sender: prepared.sender)
        let person = alias(for: personLookup)
        let row = ReferralRow(
            id: ReferralID(newID()), name: name, service: request.service,
            region: request.region, priority: request.priority, person: person,
            basis: basis, to: request.to, admitted: head.next, at: now)
        records.insertNew(ReferralRecord(row: row), for: row.id)
        names.insertNew(row.id, for: name)
        known.insert(.name(name))
        decision.batch.referrals.append(row)
        append(.admitted, actor: .agency(prepared.sender)) {
            $0.referral = row.id
            $0.body = row.admitted
        }
        keep(prepared, at: row.admitted, person: person)
        if let replaced { cancel(replaced, reason: .duplicate, by: prepared.sender, body: nil) }
        dispatch(row.id)
        return row.admitted
    }

    /// The referral that a new one amends: it must be the sender's, and no work may have begun.
    private mutating func replacement(
        _ request: ReferralRequest, sender: AgencyID
    ) throws(Refusal) -> ReferralID? {
        guard let local = request.replaces else { return nil }
        let name = QualifiedName(agency: sender, name: local)
        guard let id = names.value(for: name), let record = records.value(for: id) else {
            throw Refusal(
                .unknown, field: "/replaces", problem: "you have sent no referral of this name",
                remedy: "name a referral of your own, or leave `replaces` out")
        }
        guard !record.state.status.isFinal,
            record.liveAssignment?.status.isCancellableByRequester ?? true
        else {
            throw Refusal(
                .state, field: "/replaces",
                problem: "that referral is `\(record.state.status.rawValue)`",
                remedy: record.state.status.isFinal
                    ? "it has ended: leave `replaces` out"
                    : "ask its provider to cancel it with an update of kind `cancel`")
        }
        return id
    }

    private mutating func alias(for lookup: SHA256Digest) -> PersonAlias {
        if known.mayHold(.person(lookup)), let alias = persons.value(for: lookup) { return alias }
        let alias = PersonAlias(newID())
        persons.insertNew(alias, for: lookup)
        known.insert(.person(lookup))
        decision.newPersons.append(ShardDecision.NewPerson(lookup: lookup, alias: alias))
        return alias
    }

    /// Has the sections of a message written beside the event that brought them.
    mutating func keep(
        _ prepared: PreparedSubmission, at position: Position, person: PersonAlias
    ) {
        decision.bodies.append(
            ShardDecision.Body(
                position: position, person: person, content: prepared.content,
                plain: prepared.plain))
    }

    /// Offers a referral to the provider that routing finds, or lets it wait in its lane. Its
    /// referrer is told when it waits, when that is over, and when it goes to another provider.
    mutating func dispatch(_ id: ReferralID) {
        guard let record = records.value(for: id), !record.state.status.isFinal,
            record.liveAssignment == nil
        else { return }
        guard let agreement = route(record) else { return wait(record) }
        guard !mustYield(record, agreement) else { return yielding.append(id) }
        let number = AssignmentNumber(Int16(record.assignments.count + 1))
        let index = append(.assigned, actor: .broker) {
            $0.referral = id
            $0.assignment = number
            $0.status = .requested
            $0.agreement = agreement.id
            $0.inbox = agreement.provider
            $0.priority = record.row.priority
            $0.body = record.row.admitted
            $0.lane = record.isWaiting ? -1 : 0
            $0.load = 1
        }
        enqueue(at: index)
        let referrer = record.row.name.agency
        if record.isWaiting {
            notify(referrer, of: id, code: .resumed, assignment: number)
        } else if !record.assignments.isEmpty {
            notify(referrer, of: id, code: .rerouted, assignment: number)
        }
    }

    /// Lets a referral wait in its lane, and its referrer know.
    mutating func wait(_ record: ReferralRecord) {
        guard !record.isWaiting else { return }
        append(.unserved, actor: .broker) {
            $0.referral = record.row.id
            $0.lane = 1
        }
        notify(record.row.name.agency, of: record.row.id, code: .nobodyServes)
    }

    /// Routing, on the day that the batch's time has in UTC.
    private func route(_ record: ReferralRecord) -> Agreement? {
        guard let sender = applied.network.agencies[record.row.name.agency] else { return nil }
        return applied.network.route(
            RoutingRequest(
                sender: sender.id, senderKind: sender.kind, service: record.row.service,
                region: record.row.region, to: record.row.to,
                declined: record.formerProviders, today: now.day), load: load)
    }

    /// Puts a notice of the broker's own into an inbox.
    mutating func notify(
        _ agency: AgencyID, of referral: ReferralID, code: NoticeCode,
        assignment: AssignmentNumber? = nil, reason: ReasonCode? = nil
    ) {
        let priority = records.value(for: referral)?.row.priority
        let index = append(.noticed, actor: .broker) {
            $0.referral = referral
            $0.assignment = assignment
            $0.reason = reason
            $0.inbox = agency
            $0.priority = priority
            $0.code = code.rawValue
        }
        enqueue(at: index)
    }
}
