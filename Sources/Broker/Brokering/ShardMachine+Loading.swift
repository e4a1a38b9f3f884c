package import Referrals
package import Store

extension ShardMachine {
    /// What must be loaded before this batch can be decided. Empty for most batches; a look-up for
    /// each message that could be a duplicate.
    ///
    /// - Parameter alone: without what the last batch could not go on without; that stays wanted.
    package mutating func needs(
        for commands: [ShardCommand], alone: Bool = false
    ) -> LoadRequest {
        records.age()
        names.age()
        persons.age()
        var request = LoadRequest()
        if !alone { swap(&request, &wanted) }
        for command in commands {
            switch command {
            case .submit(let prepared, _): add(prepared, to: &request)
            case .settle(let consumer, let entry, _, _, _),
                .neverSent(let consumer, let entry, _, _):
                guard let inbox = consumers[consumer]?.inbox,
                    let flight = inboxes[inbox]?.inFlight[entry]
                else { continue }
                need(flight.entry.referral, in: &request)
            case .detach(let consumer):
                guard let inbox = consumers[consumer]?.inbox else { continue }
                for flight in inboxes[inbox]?.inFlight.values ?? [:].values
                where flight.consumer == consumer {
                    need(flight.entry.referral, in: &request)
                }
            case .attach, .grant, .drain, .applyNetwork: continue
            }
        }
        asked = Set(request.referrals)
        return request
    }

    private mutating func add(_ prepared: PreparedSubmission, to request: inout LoadRequest) {
        let key = LoadRequest.MessageKey(sender: prepared.sender, id: prepared.envelope.id)
        if known.mayHold(.message(key)) { request.messages.append(key) }
        switch prepared.matter {
        case .referral(let referral, let lookup, _):
            need(QualifiedName(agency: prepared.sender, name: referral.name), in: &request)
            if let replaced = referral.replaces {
                need(QualifiedName(agency: prepared.sender, name: replaced), in: &request)
            }
            if known.mayHold(.person(lookup)), persons.value(for: lookup) == nil {
                request.persons.append(lookup)
            }
        case .update(let update):
            need(update.referral, in: &request)
        case .refused: break
        }
    }

    private mutating func need(_ name: QualifiedName, in request: inout LoadRequest) {
        // What the caches hold, the store may hold: that is asked first, and costs least.
        guard known.mayHold(.name(name)) else { return }
        guard let id = names.value(for: name) else {
            request.names.append(name)
            return
        }
        if records.value(for: id) == nil { request.referrals.append(id) }
    }

    private mutating func need(_ referral: ReferralID, in request: inout LoadRequest) {
        if records.value(for: referral) == nil { request.referrals.append(referral) }
    }

    /// Referrals of which more was found than is known, and whose histories must be read too.
    package func strangers(in loaded: Loaded) -> Set<ReferralID> {
        var strangers = Set((loaded.waiting?.referrals ?? []).filter { !records.contains($0) })
        for refill in loaded.refills {
            for entry in refill.entries where !records.contains(entry.referral) {
                strangers.insert(entry.referral)
            }
        }
        return strangers
    }

    /// Takes what was loaded into the caches and windows.
    mutating func absorb(_ loaded: Loaded) {
        for person in loaded.persons { persons.insert(person.alias, for: person.lookup) }
        unfound = asked.subtracting(loaded.referrals.map(\.id))
        var fresh: [ReferralID: ReferralRecord] = [:]
        for row in loaded.referrals {
            // The caches age apart: a name can be news where its referral is not.
            names.insert(row.id, for: row.name)
            if !records.contains(row.id) { fresh[row.id] = ReferralRecord(row: row) }
        }
        for event in loaded.events {
            guard let referral = event.referral else { continue }
            fresh[referral]?.apply(event)
        }
        for (id, record) in fresh { records.insert(record, for: id) }
        for refill in loaded.refills {
            inboxes[refill.request.inbox]?.refill(
                refill.entries, priority: refill.request.priority,
                readThrough: refill.readThrough)
            pumping.insert(refill.request.inbox)
        }
    }

    /// Whether it has been told them.
    package var knowsKeys: Bool { known.isComplete }

    /// Takes the keys that the store held when the shard was claimed.
    package mutating func learn(_ scanned: KnownKeys) { known.complete(with: scanned) }

    /// Whether `decide` should be called again at once, with no command.
    package var isHungry: Bool { !wanted.isEmpty || !pumping.isEmpty }
}
