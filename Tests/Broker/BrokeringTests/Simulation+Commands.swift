import Brokering
import Fixtures
import Referrals
import Store

// What agencies and operators do, at random.
extension Simulation {
    mutating func randomCommands() -> [ShardCommand] {
        let count = random.number(in: 1...6)
        var commands: [ShardCommand] = []
        for _ in 0..<count { commands += randomCommand() }
        return commands
    }

    private mutating func randomCommand() -> [ShardCommand] {
        switch random.number(in: 0...99) {
        case 0..<24: return [submit(newReferral(), mustSucceed: true)]
        case 24..<27: return replacement()
        case 27..<33: return repetition()
        case 33..<47: return legalUpdate()
        case 47..<53: return wildUpdate()
        case 53..<62: return clients.count < 7 ? [attach()] : settlement()
        case 62..<72: return credit(isDraining: false)
        case 72..<76: return credit(isDraining: true)
        case 76..<94: return settlement()
        case 94..<97: return detachment()
        default: return applyNetwork()
        }
    }

    mutating func number() -> UInt64 {
        numbers += 1
        return numbers
    }

    // MARK: Messages

    mutating func submit(_ message: PreparedSubmission, mustSucceed: Bool) -> ShardCommand {
        let ticket = Ticket(outlet: OutletID(1), number: number())
        asked[ticket.number] = Asked(message: message, mustSucceed: mustSucceed)
        sent.append(message)
        touch(message)
        return .submit(message, ticket)
    }

    private mutating func newReferral(replacing replaced: QualifiedName? = nil)
        -> PreparedSubmission
    {
        let number = number()
        let sender = replaced?.agency ?? random.pick(["prison", "probation", "ngo"])
        return .referral(
            LocalName(rawValue: "r\(number)"), id: MessageID(rawValue: "m\(number)"),
            from: sender, service: random.pick(["health", "housing"]),
            region: random.pick(["RO-GR", "RO-IS"]), priority: random.pick(Priority.allCases),
            to: random.chance(10) ? random.pick(["clinic", "hospital", "ngo"]) : nil,
            replaces: replaced?.name, person: "\(random.number(in: 1...9))")
    }

    private mutating func replacement() -> [ShardCommand] {
        guard let record = anyRecord(), touched.insert(record.row.name).inserted else { return [] }
        let isOpen =
            !record.state.status.isFinal
            && record.liveAssignment?.status.isCancellableByRequester ?? true
        return [submit(newReferral(replacing: record.row.name), mustSucceed: isOpen)]
    }

    /// The same again, as the network may see it now, or another message under the same id, or
    /// under the same name.
    private mutating func repetition() -> [ShardCommand] {
        guard !sent.isEmpty else { return [] }
        let message = random.pick(sent)
        switch random.number(in: 0...4) {
        case 0:
            guard case .referral(let request, _, _) = message.matter else { return [] }
            return [
                submit(
                    .referral(
                        LocalName(rawValue: "x\(number())"), id: message.envelope.id,
                        from: message.sender, service: request.service, text: "other"),
                    mustSucceed: false)
            ]
        case 1:
            guard case .referral(let request, _, _) = message.matter else { return [] }
            let name = QualifiedName(agency: message.sender, name: request.name)
            return [
                submit(
                    .referral(
                        request.name, id: MessageID(rawValue: "m\(number())"),
                        from: message.sender),
                    mustSucceed: store.referral(named: name) == nil
                        && touched.insert(name).inserted)
            ]
        case 3: return [submit(message.refused(), mustSucceed: false)]
        case 2:
            // Twice in one batch.
            touch(message)
            return [
                submit(message, mustSucceed: false), submit(message, mustSucceed: false),
            ]
        default:
            touch(message)
            return [submit(message, mustSucceed: false)]
        }
    }

    /// Remembers what a message may change.
    private mutating func touch(_ message: PreparedSubmission) {
        switch message.matter {
        case .referral(let request, _, _):
            touched.insert(QualifiedName(agency: message.sender, name: request.name))
            guard let replaced = request.replaces else { return }
            touched.insert(QualifiedName(agency: message.sender, name: replaced))
        case .update(let update): touched.insert(update.referral)
        case .refused: break
        }
    }

    private mutating func anyRecord() -> ReferralRecord? {
        guard !store.log.isEmpty else { return nil }
        let position = Position(Int64(random.number(in: 1...store.log.count)))
        return store.event(at: position)?.referral.flatMap { store.records[$0] }
    }

    /// An update that must be taken, as far as the log tells.
    private mutating func legalUpdate() -> [ShardCommand] {
        guard let record = anyRecord(), touched.insert(record.row.name).inserted,
            !record.state.status.isFinal
        else { return [] }
        let live = record.liveAssignment
        if random.chance(25) {
            let isCancellable = live?.status.isCancellableByRequester ?? true
            // One takes it from its provider, if it has one.
            let reason = random.pick(
                [ReasonCode.needsMetElsewhere] + (live == nil ? [] : [.personDeclinedProvider]))
            return [
                submit(
                    update(
                        of: record, from: record.row.name.agency,
                        kind: isCancellable || random.chance(50) ? .cancel : .agree,
                        reason: reason), mustSucceed: true)
            ]
        }
        guard let live, live.provider != record.row.name.agency else { return [] }
        let legal = AssignmentStatus.allCases.filter {
            guard let event = AssignmentEvent(reported: $0) else { return false }
            return live.status.transition(on: event) != .refused
        }
        let status = random.pick(legal)
        let reasons: [ReasonCode?] = [.noCapacity, .notEligible, .tooEarly, .personDeclined, nil]
        let kind: ReferralUpdate.Kind =
            status == .cancelled ? .cancel : random.pick([.decision, .progress])
        return [
            submit(
                update(
                    of: record, from: live.provider, kind: kind, status: status,
                    assignment: live.number.rawValue, reason: random.pick(reasons)),
                mustSucceed: true)
        ]
    }

    /// An update of anyone, about anything.
    private mutating func wildUpdate() -> [ShardCommand] {
        guard let record = anyRecord() else { return [] }
        touched.insert(record.row.name)
        return [
            submit(
                update(
                    of: record, from: random.pick(Network.sampleKinds.keys.sorted()),
                    kind: random.pick(ReferralUpdate.Kind.allCases),
                    status: random.pick([nil] + AssignmentStatus.allCases),
                    assignment: random.chance(80) ? Int16(random.number(in: 1...4)) : nil,
                    reason: random.pick([nil] + ReasonCode.allCases)), mustSucceed: false)
        ]
    }

    private mutating func update(
        of record: ReferralRecord, from agency: AgencyID, kind: ReferralUpdate.Kind,
        status: AssignmentStatus? = nil, assignment: Int16? = nil, reason: ReasonCode? = nil
    ) -> PreparedSubmission {
        .update(
            of: record.row.name, id: MessageID(rawValue: "u\(number())"), from: agency, kind: kind,
            status: status, assignment: assignment, reason: reason)
    }

    // MARK: Links

    private mutating func attach() -> ShardCommand {
        attach(to: random.pick(Network.sampleKinds.keys.sorted()))
    }

    mutating func attach(to inbox: AgencyID) -> ShardCommand {
        let number = number()
        clients[ConsumerID(number)] = Client(inbox: inbox, outlet: OutletID(number))
        return .attach(ConsumerID(number), inbox: inbox, OutletID(number))
    }

    private mutating func anyClient() -> ConsumerID? {
        let staying = clients.filter { !$0.value.isLeaving }.keys
        guard !staying.isEmpty else { return nil }
        return random.pick(staying.sorted { $0.rawValue < $1.rawValue })
    }

    private mutating func credit(isDraining: Bool) -> [ShardCommand] {
        guard let id = anyClient(), let client = clients[id], !client.isDraining else { return [] }
        let limit = client.given + UInt64(random.number(in: 0...5))
        clients[id]?.limit = limit
        clients[id]?.isDraining = isDraining
        return [isDraining ? .drain(id, limit: limit) : .grant(id, limit: limit)]
    }

    private mutating func settlement() -> [ShardCommand] {
        guard let id = anyClient(), let held = clients[id]?.held else { return [] }
        guard let entry = held.keys.sorted().first else { return stale(id) }
        let attempt = held[entry] ?? 0
        clients[id]?.held[entry] = nil
        let (outcome, remark): (DeliveryOutcome, SettlementRemark?) =
            switch random.number(in: 0...19) {
            case 0..<11: (.accepted, nil)
            case 11..<14: (.released, nil)
            case 14..<16: (.modified, nil)
            case 16: (.modified, .tooLarge)
            case 17: (.modified, .undeliverableHere)
            case 18: (.rejected, nil)
            default: (.lost, nil)
            }
        settled[entry] = remark == .undeliverableHere ? .rejected : outcome
        if bug == .losesSettlements && random.chance(10) { return [] }
        return [
            .settle(id, entry: entry, attempt: attempt, outcome, remark: remark)
        ]
    }

    /// A settlement of what the client does not hold: nothing comes of it.
    private mutating func stale(_ id: ConsumerID) -> [ShardCommand] {
        guard let entry = store.entries.randomElement(using: &random) else { return [] }
        return [
            .settle(
                id, entry: entry, attempt: store.attempts(of: entry), .accepted)
        ]
    }

    private mutating func detachment() -> [ShardCommand] {
        guard let id = anyClient() else { return [] }
        for entry in clients[id]?.held.keys.sorted() ?? [] { settled[entry] = .lost }
        clients[id]?.isLeaving = true
        clients[id]?.held = [:]
        return [.detach(id)]
    }

    // MARK: Networks

    mutating func applyNetwork() -> [ShardCommand] {
        var agreements: [Agreement] = []
        for provider in ["clinic", "hospital", "ngo"] as [AgencyID] {
            for service in ["health", "housing"] as [ServiceType] where random.chance(60) {
                agreements.append(
                    .sample(
                        AgreementID(rawValue: "\(provider)-\(service)"), provider, service,
                        in: random.pick(["RO", "RO-GR", "RO-IS"]),
                        priority: random.number(in: 0...1),
                        capacity: random.pick([nil, 1, 2, 3])))
            }
        }
        let network = Network.sample(
            agreements, isDemo: !random.chance(8), maxDeliveries: random.number(in: 1...3))
        let ticket = Ticket(outlet: OutletID(1), number: number())
        planned.insert(ticket.number)
        return [
            .applyNetwork(
                network, base: machine.applied.version, document: "network",
                author: .operator(uid: 0), ticket)
        ]
    }
}
