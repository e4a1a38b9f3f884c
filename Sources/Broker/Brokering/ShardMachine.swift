import OpenSSLCrypto
package import Referrals
package import Store

/// The one serial machine that decides everything about a shard: it takes commands and what was
/// loaded for them, and returns a verdict. It has no clock, no socket and no database.
///
/// It decides a batch against its own state and changes it as it goes, so that two commands of one
/// batch that depend on each other come out right. If the commit then fails, `rollBack` restores
/// what is volatile, and the rest is loaded anew. There is one of it: it cannot be copied.
package struct ShardMachine: ~Copyable {
    package struct Limits: Sendable {
        /// Entries of one inbox and priority that memory holds.
        package var window = 1_024
        /// Referrals that memory holds.
        package var referrals = 65_536
        /// Events after which the counters are written down.
        package var checkpoint: Int64 = 8_192
        /// Hand-overs in one batch: what their bodies take in memory is bounded by it.
        package var handOvers = 256
        /// Inboxes whose windows one batch fills again.
        package var refills = 16
        /// Keys of messages, persons and referrals of which memory knows, at two bytes each, that
        /// the store may have them.
        package var knownKeys = 4 << 20
        /// Events of one referral after which nothing is taken that does not end it.
        package var history: Int32 = 10_000

        package init() {}
    }

    struct Consumer {
        let inbox: AgencyID
        let outlet: OutletID
        /// How many deliveries it may have been given in all.
        var limit: UInt64 = 0
        /// How many it was given.
        var given: UInt64 = 0
        var isDraining = false

        var credit: UInt64 { limit > given ? limit - given : 0 }
    }

    /// What a failed commit must undo of the volatile state.
    enum Undo {
        case handedOver(AgencyID, Position, ConsumerID)
        case landed(AgencyID, Inbox.InFlight)
        case attached(ConsumerID)
        case granted(ConsumerID, Consumer)
        case detached(ConsumerID, Consumer)
    }

    let limits: Limits
    package internal(set) var applied: AppliedNetwork
    /// The last event that was decided.
    package internal(set) var head: Position
    /// The head when the counters were last written down.
    var checkpointed: Position

    var records: GenerationCache<ReferralID, ReferralRecord>
    var names: GenerationCache<QualifiedName, ReferralID>
    var persons: GenerationCache<SHA256Digest, PersonAlias>
    var known: KnownKeys
    var inboxes: [AgencyID: Inbox] = [:]
    var consumers: [ConsumerID: Consumer] = [:]
    var laneDepths: [Lane: Int64] = [:]
    var load = RoutingLoad()
    /// Entries that lie in quarantine.
    var quarantined: Int64 = 0
    /// What bases cover under the network in force, as far as it was asked.
    var coverages: [BasisFacts: BasisAuthorization] = [:]
    static let maxCoverages = 1_024
    /// Counters that changed since they were last written down.
    var dirtyLanes: Set<Lane> = []
    var dirtyAgreements: Set<AgreementID> = []
    var dirtyAgencies: Set<AgencyID> = []

    /// Inboxes that may have something to hand over, and the one that was served last.
    var pumping: Set<AgencyID> = []
    var servedLast: AgencyID?
    /// What is looked at of what waits; nil while nothing is.
    var look: WaitingLook?
    /// What has changed meanwhile, for those whom the look has passed.
    var nextProspect: WaitingLook.Prospect?
    /// Newcomers of this batch that let those go first who wait.
    var yielding: [ReferralID] = []
    /// What the last batch could not go on without.
    var wanted = LoadRequest()

    /// Referrals that were asked for, and what of them was not there.
    var asked: Set<ReferralID> = []
    var unfound: Set<ReferralID> = []

    /// Hand-overs that this batch may still have.
    var handOversLeft = 0
    /// The day on which what waits was last looked at for agreements that begin.
    var lookedOn: CalendarDate?

    var undo: [Undo] = []
    var decision = ShardDecision()
    /// The business time of the batch.
    var now = Instant(microseconds: 0)
    /// Messages that this batch accepted.
    var accepted: [LoadRequest.MessageKey: MessageRecord] = [:]
    var random: any RandomNumberGenerator & Sendable

    /// - Parameters:
    ///   - recovered: where the log stood when this broker took the shard over.
    ///   - network: the network in force, decoded from `recovered.network`.
    ///   - random: what identifiers are made from.
    ///   - known: the keys that an earlier machine of this process knew of.
    package init(
        recovered: RecoveredShard, network: AppliedNetwork, limits: Limits = Limits(),
        random: any RandomNumberGenerator & Sendable, known: KnownKeys? = nil
    ) {
        precondition(limits.handOvers >= 1, "what cannot be handed over would be tried for ever")
        self.limits = limits
        self.random = random
        applied = network
        head = recovered.head
        checkpointed = Position(0)
        records = GenerationCache(capacity: limits.referrals)
        names = GenerationCache(capacity: limits.referrals)
        persons = GenerationCache(capacity: limits.referrals)
        self.known = known ?? KnownKeys(capacity: limits.knownKeys)
        recover(recovered)
    }

    /// Decides a batch.
    ///
    /// - Parameters:
    ///   - commands: in the order in which they came.
    ///   - loaded: the answer to `needs(for: commands)`.
    ///   - now: the business time of the batch.
    package mutating func decide(
        _ commands: [ShardCommand], loaded: Loaded, now: Instant
    ) -> ShardDecision {
        self.now = now
        undo.removeAll(keepingCapacity: true)
        accepted.removeAll(keepingCapacity: true)
        decision = ShardDecision()
        decision.batch.events.reserveCapacity(2 * commands.count)
        handOversLeft = limits.handOvers
        absorb(loaded)
        lookAgainDaily()
        let found = Dictionary(
            loaded.messages.map {
                (LoadRequest.MessageKey(sender: $0.sender, id: $0.id), $0)
            }, uniquingKeysWith: { first, _ in first })
        for command in commands { decide(command, found: found) }
        if let waiting = loaded.waiting { redispatch(waiting) }
        dispatchYielding()
        pump()
        checkpoint(isFinal: false)
        defer { decision = ShardDecision() }
        return decision
    }

    /// The last verdict is committed: nothing of it can be undone any more.
    package mutating func committed() { undo.removeAll(keepingCapacity: true) }

    private mutating func decide(
        _ command: ShardCommand, found: [LoadRequest.MessageKey: MessageRecord]
    ) {
        switch command {
        case .submit(let prepared, let ticket):
            submit(prepared, ticket: ticket, found: found)
        case .attach(let consumer, let inbox, let outlet):
            attach(consumer, inbox: inbox, outlet: outlet)
        case .grant(let consumer, let limit):
            grant(consumer, limit: limit, isDraining: false)
        case .drain(let consumer, let limit):
            grant(consumer, limit: limit, isDraining: true)
        case .settle(let consumer, let entry, let attempt, let outcome, let remark):
            settle(entry, attempt: attempt, outcome: outcome, remark: remark, by: consumer)
        case .detach(let consumer):
            detach(consumer)
        case .neverSent(let consumer, let entry, let attempt, let isUnreadable):
            neverSent(entry, attempt: attempt, isUnreadable: isUnreadable, by: consumer)
        case .applyNetwork(let network, let base, let document, let author, let ticket):
            guard base == applied.version else { return refuse(ticket, Self.overtaken) }
            apply(network, document: document, author: author, ticket: ticket)
        }
    }

    /// Puts an event at the end of the log, and folds it into what the machine knows.
    ///
    /// - Returns: the event's index in the batch.
    @discardableResult
    mutating func append(_ kind: EventKind, actor: Actor, fill: (inout EventRecord) -> Void)
        -> Int
    {
        head = head.next
        var event = EventRecord(
            position: head, at: now, kind: kind, actor: actor, networkVersion: applied.version)
        fill(&event)
        var lane: Lane?
        if let referral = event.referral {
            let version: Int32? = records.change(referral) {
                event.version = $0.version + 1
                $0.apply(event)
                if event.lane != 0 { lane = $0.lane }
                return event.version
            }
            // A referral that the store does not have any more has no history to go on.
            if version == nil { event.referral = nil }
        }
        count(event, lane: lane)
        decision.batch.events.append(event)
        return decision.batch.events.count - 1
    }

    mutating func answer(_ ticket: Ticket, _ answer: BrokerAnswer) {
        decision.publications.append(.answer(ticket.outlet, answer))
    }

    mutating func refuse(_ ticket: Ticket, _ refusal: Refusal) {
        answer(ticket, .refused(ticket.number, refusal))
    }

    mutating func newID() -> TimeOrderedID {
        TimeOrderedID(now: now, randomness: (random.next(), random.next()))
    }

    private static let overtaken = Refusal(
        .conflict, field: "", problem: "another network has come in force meanwhile",
        remedy: "plan again: what was compared with the former one may not hold any more")

    /// The network that comes in force with this batch; what waits is looked at again.
    private mutating func apply(
        _ network: Network, document: String, author: Actor, ticket: Ticket
    ) {
        applied = AppliedNetwork(network: network, version: applied.version + 1)
        coverages.removeAll()
        append(.networkApplied, actor: author) { _ in }
        decision.batch.network = NetworkRecord(
            version: applied.version, at: now, author: author, document: document)
        decision.network = applied
        pumping.formUnion(inboxes.keys)
        lookAtWaiting(for: .anything)
        answer(ticket, .networkApplied(ticket.number, version: applied.version))
    }
}
