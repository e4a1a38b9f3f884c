/// An `update` as its sender wrote it: a change of a referral's status, from either side.
package struct ReferralUpdate: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case decision
        case progress
        case cancel
        case agree
        case handedOver = "handed-over"
    }

    /// FHIR's `Task.businessStatus`, in the words of the contract.
    package enum BusinessStatus: String, Sendable, CaseIterable {
        case scheduled
        case unattended
        case eventCancelled = "event-cancelled"
        case eventCompleted = "event-completed"
        case cancellationRequested = "cancellation-requested"
    }

    package let referral: QualifiedName
    /// nil where the requester speaks of the referral as a whole.
    package let assignment: AssignmentNumber?
    package let kind: Kind
    /// The status that the sender reports; nil for `cancel` from the requester, `agree` and
    /// `handed-over`.
    package let status: AssignmentStatus?
    package let reason: StatusReason?
    package let businessStatus: BusinessStatus?
    /// Members of a JSON object without its braces, as for `ReferralRequest.record`: the offer,
    /// the occurrence, the outcome, the reason's text.
    package let record: [UInt8]
    package let content: [ContentSection]

    package init(
        referral: QualifiedName, assignment: AssignmentNumber?, kind: Kind,
        status: AssignmentStatus?, reason: StatusReason?, businessStatus: BusinessStatus?,
        record: [UInt8], content: [ContentSection]
    ) {
        self.referral = referral
        self.assignment = assignment
        self.kind = kind
        self.status = status
        self.reason = reason
        self.businessStatus = businessStatus
        self.record = record
        self.content = content
    }
}

/// A reason's code, and the text that goes with it where the code demands or allows one. The text
/// is content: it goes to the parties and nowhere else.
package struct StatusReason: Hashable, Sendable {
    package let code: ReasonCode
    package let text: String?

    package init(code: ReasonCode, text: String?) {
        self.code = code
        self.text = text
    }
}

/// A message that passed the decoder.
package enum Submission: Hashable, Sendable {
    case referral(Envelope, ReferralRequest)
    case update(Envelope, ReferralUpdate)

    package var envelope: Envelope {
        switch self {
        case .referral(let envelope, _), .update(let envelope, _): envelope
        }
    }
}
