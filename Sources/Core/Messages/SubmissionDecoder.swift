import BoundedJSON
package import Referrals

/// Reads the messages that agencies send: from bytes to values that nobody needs to check again,
/// or to everything that is wrong with them.
package struct SubmissionDecoder: Sendable {
    package let limits: MessageLimits

    package init(limits: MessageLimits = MessageLimits()) {
        self.limits = limits
    }

    /// Reads one message.
    ///
    /// - Parameter sender: who the connection proved to be; a name without a slash is its own.
    package func decode(
        _ bytes: [UInt8], sender: AgencyID
    ) throws(MessageRefusals) -> Submission {
        let document: JSONDocument
        do {
            document = try JSONDocument(bytes, limits: limits.json)
        } catch {
            throw MessageRefusals(
                refusals: [Refusal(error)], omitted: 0, id: nil, type: nil)
        }
        let refusals = RefusalList(limit: limits.refusals)
        guard let root = document.root.object else {
            refusals.add(
                .invalid, "", "an object is wanted, and here is \(document.root.kind.article)",
                "send one JSON object a message")
            throw refusals.error(id: nil, type: nil)
        }
        return try submission(FieldReader(root, refusals: refusals), sender: sender)
    }

    private func submission(
        _ reader: FieldReader, sender: AgencyID
    ) throws(MessageRefusals) -> Submission {
        var fields = reader
        fields.constant("v", 1)
        let type = self.type(&fields)
        let id: MessageID? = fields.identifier("id", .messageID, .required)
        let authored = fields.instant("authored", .required)
        let envelope = id.flatMap { id in authored.map { Envelope(id: id, authored: $0) } }
        var submission: Submission?
        switch type {
        case .referral:
            let draft = ReferralDraft(reading: &fields, limits: limits)
            if fields.refusals.isEmpty, let envelope, let request = draft.request(from: sender) {
                submission = .referral(envelope, request)
            }
        case .update:
            let draft = UpdateDraft(reading: &fields, sender: sender, limits: limits)
            if fields.refusals.isEmpty, let envelope, let update = draft.update() {
                submission = .update(envelope, update)
            }
        case .consent, .capacity, .capacityQuery, .release, .plan, .link, .difficulty, .confirm,
            nil:
            break
        }
        guard let submission else { throw fields.refusals.error(id: id, type: type) }
        return submission
    }

    /// The message's type; a refusal, and for an unknown one nil, where it is not served.
    private func type(_ fields: inout FieldReader) -> MessageType? {
        guard let name = fields.string("type", .required, "write one of " + Self.served) else {
            return nil
        }
        let type = MessageType(rawValue: name)
        if type?.isServed == true { return type }
        let known = MessageType.allCases.map(\.rawValue)
        let isGuessable = type == nil && name.utf8.count <= 64
        fields.refusals.add(
            .notServed, "/type",
            type.map { "messages of type \($0.rawValue) are not served by this version" }
                ?? "there is no such type of message",
            (isGuessable ? NearestName.question(about: name, among: known) : "")
                + "this broker serves " + Self.served)
        return type
    }

    private static var served: String {
        MessageType.allCases.filter(\.isServed).map(\.rawValue).joined(separator: ", ")
    }
}

extension RefusalList {
    fileprivate func error(id: MessageID?, type: MessageType?) -> MessageRefusals {
        if isEmpty {
            assertionFailure("a draft without refusals gave no message")
            add(.invalid, "", "the message is not complete", "see the schema of its type")
        }
        return MessageRefusals(refusals: refusals, omitted: omitted, id: id, type: type)
    }
}

extension Refusal {
    /// A fault of the JSON itself. The path is cut where content begins: what stands there is
    /// named in no error.
    fileprivate init(_ error: JSONError) {
        let steps = error.path.split(separator: "/", omittingEmptySubsequences: false)
        let isProtected = steps.count > 3 && (steps[1] == "content" || steps[1] == "attachments")
        self.init(
            error.isLimit ? .limit : .malformed,
            field: isProtected ? steps.prefix(3).joined(separator: "/") : error.path,
            problem: "at byte \(error.offset), \(error.kind)",
            remedy: error.isLimit
                ? "send less at once" : "send JSON (RFC 8259) in UTF-8, each name once per object")
    }
}
