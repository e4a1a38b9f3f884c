import Messages
import Referrals
import Store

extension ShardMachine {
    /// Admits an update from either side, moves what it moves and passes it to the other side.
    ///
    /// - Returns: the position of the update's event.
    mutating func admit(
        _ update: ReferralUpdate, prepared: PreparedSubmission
    ) throws(Refusal) -> Position {
        guard let id = names.value(for: update.referral), let record = records.value(for: id)
        else { throw Self.notYours }
        let assignments = record.assignments.filter { $0.provider == prepared.sender }
        if record.row.name.agency == prepared.sender, !Self.speaksAsProvider(update, assignments) {
            return try admitFromRequester(update, record: record, prepared: prepared)
        }
        guard !assignments.isEmpty else { throw Self.notYours }
        try requireCoverage(of: update, record: record, provider: prepared.sender)
        return try admitFromProvider(
            update, record: record, own: assignments, prepared: prepared)
    }

    /// Somebody else's referral and one that does not exist are refused alike: who knows a name
    /// learns nothing.
    private static let notYours = Refusal(
        .unknown, field: "/referral",
        problem: "there is no referral of this name that you sent or were assigned",
        remedy: "name a referral of your own as you called it, another's as it was delivered to you"
    )

    /// Content that the referral's basis does not cover goes to nobody: it is refused here rather
    /// than silently left out later.
    private mutating func requireCoverage(
        of update: ReferralUpdate, record: ReferralRecord, provider: AgencyID? = nil
    ) throws(Refusal) {
        let basis = coverage(of: record.row.basis, flowingBackFrom: provider)
        let covered = basis?.sections ?? []
        guard let section = update.content.first(where: { !covered.contains($0.label) }) else {
            return
        }
        let labels = covered.map(\.rawValue)
        throw Refusal(
            .basis, field: "/content/\(section.label.rawValue)",
            problem: "the referral's basis does not cover this section",
            remedy: labels.isEmpty
                ? "leave all content out"
                : "it covers \(labels.joined(separator: ", ")); leave the rest out")
    }

    /// An agency can serve its own referral: then the kind tells in which part it speaks.
    private static func speaksAsProvider(
        _ update: ReferralUpdate, _ assignments: [ReferralRecord.Assignment]
    ) -> Bool {
        !assignments.isEmpty && (update.kind == .decision || update.kind == .progress)
    }

    // MARK: From the provider

    private mutating func admitFromProvider(
        _ update: ReferralUpdate, record: ReferralRecord, own: [ReferralRecord.Assignment],
        prepared: PreparedSubmission
    ) throws(Refusal) -> Position {
        let assignment = try Self.assignment(of: update, among: own)
        let event = try Self.event(of: update)
        try Self.check(update.reason, party: .provider)
        let status: AssignmentStatus
        switch assignment.status.transition(on: event) {
        case .moves(let next): status = next
        case .stays: status = assignment.status
        case .refused: throw Self.refused(update.status, assignment: assignment)
        }
        let id = record.row.id
        let ends = status.isFinal
        if !ends { try requireRoom(record) }
        let index = append(.updated, actor: .agency(prepared.sender)) {
            $0.referral = id
            $0.assignment = assignment.number
            $0.status = status
            $0.reason = update.reason?.code
            $0.agreement = assignment.agreement
            $0.code = update.kind.rawValue
            $0.body = $0.position
            $0.load = ends && assignment.agreement != nil ? -1 : 0
        }
        let position = decision.batch.events[index].position
        keep(prepared, at: position, person: record.row.person)
        forward(
            position, of: id, assignment: assignment.number, code: update.kind,
            to: record.row.name.agency)
        guard ends, let state = records.value(for: id)?.state else { return position }
        if state == .requested {
            // For a reason that another provider does not share: rejected, or given back.
            dispatch(id)
        } else if state.hold == .referrer {
            // Its sender's system reads that it was rejected, and that is not the end.
            notify(
                record.row.name.agency, of: id, code: .held, assignment: assignment.number,
                reason: update.reason?.code)
        }
        return position
    }

    /// A referral's history is read as a whole: a loop that reports the same for ever is stopped,
    /// and what ends the referral is taken all the same.
    private func requireRoom(_ record: ReferralRecord) throws(Refusal) {
        guard record.version >= limits.history else { return }
        throw Refusal(
            .limit, field: "/referral",
            problem: "this referral has \(record.version) events, which is the limit",
            remedy: "report how it ended, or go on with a new referral")
    }

    private static func assignment(
        of update: ReferralUpdate, among own: [ReferralRecord.Assignment]
    ) throws(Refusal) -> ReferralRecord.Assignment {
        let known = own.map(\.number.description).joined(separator: ", ")
        guard let number = update.assignment else {
            throw Refusal(
                .invalid, field: "/assignment",
                problem: "a provider's update must name its assignment",
                remedy: "name the one that was delivered with the referral: \(known)")
        }
        guard let assignment = own.first(where: { $0.number == number }) else {
            throw Refusal(
                .unknown, field: "/assignment", problem: "that assignment is not yours",
                remedy: "name the one that was delivered with the referral: \(known)")
        }
        return assignment
    }

    private static func event(of update: ReferralUpdate) throws(Refusal) -> AssignmentEvent {
        switch update.kind {
        case .cancel where update.status == nil:
            throw Refusal(
                .invalid, field: "/status",
                problem: "a provider's cancel says what becomes of the work",
                remedy: "write in-progress, on-hold, completed, failed or cancelled")
        case .decision, .progress, .cancel:
            guard let reported = update.status, let event = AssignmentEvent(reported: reported)
            else {
                throw Refusal(
                    .invalid, field: "/status",
                    problem: "a provider cannot report this status",
                    remedy: "report accepted, rejected, on-hold, in-progress, completed, failed "
                        + "or cancelled")
            }
            return event
        case .agree, .handedOver:
            throw Refusal(
                .unauthorized, field: "/kind",
                problem: "`\(update.kind.rawValue)` is for the requester",
                remedy: "send decision, progress or cancel")
        }
    }

    private static func refused(
        _ reported: AssignmentStatus?, assignment: ReferralRecord.Assignment
    ) -> Refusal {
        let status = assignment.status.rawValue
        return assignment.status.isFinal
            ? Refusal(
                .state, field: "/assignment",
                problem: "assignment \(assignment.number) has ended: it is `\(status)`",
                remedy: "nothing more can be reported of it")
            : Refusal(
                .state, field: "/status",
                problem: "assignment \(assignment.number) is `\(status)`; "
                    + "`\(reported?.rawValue ?? "this")` cannot follow",
                remedy: "report a decision before progress, and progress before completion")
    }

    private static func check(
        _ reason: StatusReason?, party: ReasonCode.Party
    ) throws(Refusal) {
        guard let reason, !reason.code.parties.contains(party) else { return }
        let allowed = ReasonCode.allCases.filter { $0.parties.contains(party) }
        throw Refusal(
            .unauthorized, field: "/statusReason/code",
            problem: "`\(reason.code.rawValue)` is not for a \(party.rawValue) to give",
            remedy: "give one of \(allowed.map(\.rawValue).joined(separator: ", "))")
    }

    // MARK: From the requester

    private mutating func admitFromRequester(
        _ update: ReferralUpdate, record: ReferralRecord, prepared: PreparedSubmission
    ) throws(Refusal) -> Position {
        try Self.checkRequester(update)
        try requireCoverage(of: update, record: record)
        let live = record.liveAssignment
        if let number = update.assignment, live?.number != number {
            let stands = record.assignment(number)?.status.rawValue ?? "unknown"
            throw Refusal(
                .state, field: "/assignment",
                problem: "assignment \(number) is not under way: it is `\(stands)`",
                remedy: live.map { "the live one is \($0.number)" } ?? "there is no live one")
        }
        guard !record.state.status.isFinal else {
            throw Refusal(
                .state, field: "/referral",
                problem: "this referral has ended: it is `\(record.state.status.rawValue)`",
                remedy: "send a new referral")
        }
        if update.kind == .cancel, live?.status.isCancellableByRequester ?? true {
            if let reason = update.reason?.code, reason.consequence == .reroute {
                guard let live else {
                    throw Refusal(
                        .state, field: "/statusReason/code",
                        problem: "`\(reason.rawValue)` takes a referral from its provider, and it"
                            + " has none at present",
                        remedy: "wait for an assignment, or give a reason that ends the referral")
                }
                return pass(over: live, reason: reason, record: record, prepared: prepared)
            }
            return cancel(
                record.row.id, reason: update.reason?.code, by: prepared.sender,
                body: prepared)
        }
        guard let live else {
            throw Refusal(
                .state, field: "/kind", problem: "the referral has no provider at present",
                remedy: "wait for an assignment")
        }
        try requireRoom(record)
        return pass(update, record: record, to: live, prepared: prepared)
    }

    private static func checkRequester(_ update: ReferralUpdate) throws(Refusal) {
        guard update.kind != .decision, update.kind != .progress else {
            throw Refusal(
                .unauthorized, field: "/kind",
                problem: "`\(update.kind.rawValue)` is for the provider",
                remedy: "send cancel, agree or handed-over")
        }
        try check(update.reason, party: .requester)
    }

    /// Passes the requester's word to the provider; no status changes by it.
    private mutating func pass(
        _ update: ReferralUpdate, record: ReferralRecord, to live: ReferralRecord.Assignment,
        prepared: PreparedSubmission
    ) -> Position {
        let index = append(.updated, actor: .agency(prepared.sender)) {
            $0.referral = record.row.id
            $0.assignment = live.number
            $0.reason = update.reason?.code
            $0.code = update.kind.rawValue
            $0.body = $0.position
        }
        let position = decision.batch.events[index].position
        keep(prepared, at: position, person: record.row.person)
        forward(
            position, of: record.row.id, assignment: live.number, code: update.kind,
            to: live.provider)
        return position
    }

    /// Takes the referral from its provider, for a reason that another one does not share, and
    /// offers it to the next.
    private mutating func pass(
        over live: ReferralRecord.Assignment, reason: ReasonCode, record: ReferralRecord,
        prepared: PreparedSubmission
    ) -> Position {
        let id = record.row.id
        withdraw(live, of: id, reason: reason, by: prepared.sender)
        let index = append(.updated, actor: .agency(prepared.sender)) {
            $0.referral = id
            $0.assignment = live.number
            $0.status = .cancelled
            $0.reason = reason
            $0.code = ReferralUpdate.Kind.cancel.rawValue
            $0.body = $0.position
        }
        let position = decision.batch.events[index].position
        keep(prepared, at: position, person: record.row.person)
        if live.wasHandedOver {
            forward(position, of: id, assignment: live.number, code: .cancel, to: live.provider)
        }
        dispatch(id)
        return position
    }

    /// Ends a referral: its assignment is taken back, and a provider that may have seen it is told.
    ///
    /// - Returns: the position of the `cancelled` event.
    @discardableResult
    mutating func cancel(
        _ id: ReferralID, reason: ReasonCode?, by agency: AgencyID,
        body: PreparedSubmission?
    ) -> Position {
        guard let record = records.value(for: id) else { return head }
        let live = record.liveAssignment
        if let live { withdraw(live, of: id, reason: reason, by: agency) }
        let index = append(.cancelled, actor: .agency(agency)) {
            $0.referral = id
            $0.reason = reason
            $0.code = ReferralUpdate.Kind.cancel.rawValue
            $0.body = body == nil ? nil : $0.position
            $0.lane = record.isWaiting ? -1 : 0
        }
        let position = decision.batch.events[index].position
        if let body {
            keep(body, at: position, person: record.row.person)
        }
        guard let live, live.wasHandedOver else { return position }
        if body != nil {
            forward(position, of: id, assignment: live.number, code: .cancel, to: live.provider)
        } else {
            notify(
                live.provider, of: id, code: .cancelled, assignment: live.number, reason: reason)
        }
        return position
    }

    /// Takes an assignment back, and its entry out of the provider's inbox if it has not left.
    private mutating func withdraw(
        _ assignment: ReferralRecord.Assignment, of id: ReferralID, reason: ReasonCode?,
        by agency: AgencyID
    ) {
        let record = records.value(for: id)
        let isQueued =
            record?.openEntry(at: assignment.entry) != nil
            && inboxes[assignment.provider]?.inFlight[assignment.entry] == nil
        let priority = record?.row.priority ?? .routine
        append(.withdrawn, actor: .agency(agency)) {
            $0.referral = id
            $0.assignment = assignment.number
            $0.status = .cancelled
            $0.reason = reason
            $0.agreement = assignment.agreement
            $0.inbox = assignment.provider
            $0.entry = isQueued ? assignment.entry : nil
            $0.priority = priority
            $0.load = assignment.agreement == nil ? 0 : -1
        }
    }

    /// Puts a party's message into the other party's inbox.
    private mutating func forward(
        _ body: Position, of id: ReferralID, assignment: AssignmentNumber,
        code: ReferralUpdate.Kind, to recipient: AgencyID
    ) {
        let priority = records.value(for: id)?.row.priority
        let index = append(.queued, actor: .broker) {
            $0.referral = id
            $0.assignment = assignment
            $0.inbox = recipient
            $0.priority = priority
            $0.body = body
            $0.code = code.rawValue
        }
        enqueue(at: index)
    }
}
