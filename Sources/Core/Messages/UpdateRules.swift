import Referrals

/// Which fields of an `update` go with which kind and status. The schema says the same.
struct UpdateRules {
    let kind: ReferralUpdate.Kind
    let draft: UpdateDraft
    let fields: FieldReader

    func check() {
        checkStatus()
        checkAssignment()
        checkReason()
        checkParticulars()
    }

    private func checkStatus() {
        let allowed = kind.statuses
        let list = allowed.map(\.rawValue).joined(separator: ", ")
        guard let status = draft.status else {
            if kind.requiresStatus, !fields.isPresent("status") {
                fields.refuse(
                    "status", "an update of kind \(kind.rawValue) carries a status",
                    "write \(list)")
            }
            return
        }
        guard !allowed.contains(status) else { return }
        fields.refuse(
            "status", "an update of kind \(kind.rawValue) does not carry this status",
            allowed.isEmpty ? "leave it out" : "write \(list)")
    }

    private func checkAssignment() {
        let isNeeded =
            switch kind {
            case .decision, .progress, .agree: true
            case .cancel: fields.isPresent("status")
            case .handedOver: false
            }
        guard isNeeded, !fields.isPresent("assignment") else { return }
        fields.refuse(
            "assignment", "this update speaks of one assignment, and none is named",
            "write the assignment as it was delivered, such as a2")
    }

    private func checkReason() {
        let needs: Bool
        switch (kind, draft.status) {
        case (.agree, _), (.handedOver, _), (_, .accepted):
            guard fields.isPresent("statusReason") else { return }
            fields.refuse(
                "statusReason", "nothing is refused, held or ended here, so there is no reason",
                "leave it out")
            return
        case (.cancel, nil): needs = !fields.isPresent("status")
        case (.cancel, _): needs = false
        case (_, .rejected), (_, .onHold), (_, .failed), (_, .cancelled): needs = true
        case (.decision, _), (.progress, _): needs = false
        }
        if needs, !fields.isPresent("statusReason") {
            let example =
                switch (party, draft.status) {
                case (.requester, _): "needs-met-elsewhere"
                case (_, .onHold): "waitlist"
                default: "no-capacity"
                }
            fields.refuse(
                "statusReason", "this update says that something ends or waits, but not why",
                "write an object with a code, such as {\"code\":\"\(example)\"}")
        }
        checkParty()
        checkConsequence()
    }

    /// Whose update this is, by its kind and status.
    private var party: ReasonCode.Party {
        kind == .cancel && !fields.isPresent("status") ? .requester : .provider
    }

    private func checkParty() {
        guard let reason = draft.reason, !reason.code.parties.contains(party) else { return }
        let allowed = ReasonCode.allCases.filter {
            $0.parties.contains(party) && (draft.status.map($0.agrees) ?? true)
        }
        let list = allowed.map(\.rawValue).joined(separator: ", ")
        if kind == .cancel, party == .requester {
            fields.refuse(
                "statusReason/code",
                "a cancel without a status is the requester's, and this reason is not the "
                    + "requester's to give",
                "write \(list); a provider writes a status, which says what becomes of the work")
        } else {
            fields.refuse(
                "statusReason/code", "this reason is not the \(party.rawValue)'s to give",
                "write \(list)")
        }
    }

    /// What follows from the reason is what the status says: a referral that its provider keeps for
    /// a reason that passes it on would wait for nobody.
    private func checkConsequence() {
        guard let status = draft.status, let code = draft.reason?.code,
            code.parties.contains(party), !code.agrees(with: status)
        else { return }
        let fitting = ReasonCode.allCases.filter {
            $0.parties.contains(party) && $0.agrees(with: status)
        }
        let list = fitting.map(\.rawValue).joined(separator: ", ")
        let problem =
            switch code.consequence {
            case .reroute: "this reason passes a referral on"
            case .hold: "this reason holds a referral"
            case .backToReferrer: "this reason gives a referral back to its sender"
            case .close: "this reason ends a referral"
            }
        fields.refuse(
            "statusReason/code", "\(problem), and \(status.rawValue) does not",
            "write another status with this reason, or one of \(list)")
    }

    private func checkParticulars() {
        let isOffering = draft.status == .accepted || draft.status == .onHold
        if fields.isPresent("offer"), kind != .decision || (!isOffering && draft.status != nil) {
            fields.refuse(
                "offer", "an offer comes with the decision to accept or to hold",
                "leave it out, or send a decision")
        }
        if fields.isPresent("businessStatus"), kind != .progress, kind != .cancel {
            fields.refuse(
                "businessStatus", "how the work stands is told by progress or cancel",
                "leave it out, or send progress")
        }
        if draft.businessStatus == .scheduled, kind == .cancel {
            fields.refuse(
                "businessStatus", "an appointment is told by decision or progress",
                "leave it out, or send progress with the occurrence")
        } else if draft.businessStatus == .scheduled, !fields.isPresent("occurrence") {
            fields.refuse(
                "occurrence", "something is scheduled, but not when",
                "write the day, or the time with its offset")
        }
        if fields.isPresent("occurrence"), kind != .progress, kind != .decision {
            fields.refuse(
                "occurrence", "an appointment is told by decision or progress", "leave it out")
        }
        if fields.isPresent("outcome"), kind != .progress {
            fields.refuse("outcome", "an outcome is told by progress", "leave it out")
        }
    }
}

extension ReferralUpdate.Kind {
    /// The statuses that an update of this kind can carry.
    fileprivate var statuses: [AssignmentStatus] {
        switch self {
        case .decision: [.accepted, .rejected, .onHold]
        case .progress, .cancel: [.inProgress, .onHold, .completed, .failed, .cancelled]
        case .agree, .handedOver: []
        }
    }

    fileprivate var requiresStatus: Bool { self == .decision || self == .progress }
}
