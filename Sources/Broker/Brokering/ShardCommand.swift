package import OpenSSLCrypto
package import Referrals
package import Store

/// A link that takes deliveries from one inbox.
package struct ConsumerID: Hashable, Sendable {
    package let rawValue: UInt64
    package init(_ rawValue: UInt64) { self.rawValue = rawValue }
}

/// Where the answers for one connection go.
package struct OutletID: Hashable, Sendable {
    package let rawValue: UInt64
    package init(_ rawValue: UInt64) { self.rawValue = rawValue }
}

/// What an answer names so that its asker knows what it is the answer to.
package struct Ticket: Hashable, Sendable {
    package let outlet: OutletID
    /// The asker's own number.
    package let number: UInt64

    package init(outlet: OutletID, number: UInt64) {
        self.outlet = outlet
        self.number = number
    }
}

/// A message as intake leaves it: decoded, and where the network allows it, its content sealed. (A
/// class, because it is wide and goes from hand to hand.)
package final class PreparedSubmission: Sendable {
    package enum Matter: Sendable {
        /// With the keyed digest of the person's identifier, and the basis as the gate passed it.
        case referral(ReferralRequest, personLookup: SHA256Digest, BasisFacts)
        case update(ReferralUpdate)
        /// The network in force does not allow it. Only a message that was never accepted is
        /// answered so: to a repetition goes the first answer, whatever the network says now.
        case refused(Refusal)

        var isRefused: Bool { if case .refused = self { true } else { false } }
    }

    package let sender: AgencyID
    package let envelope: Envelope
    package let matter: Matter
    /// As it came: deduplication compares it to what came before.
    package let raw: [UInt8]
    package let nonce: [UInt8]
    package let digest: SHA256Digest
    package let content: SealedContent
    /// What was sealed, kept so that a delivery of the same batch needs no decryption.
    package let plain: PlainBody
    /// How much memory it holds, in bytes: as it came, sealed, and in the clear.
    let size: Int

    package init(
        sender: AgencyID, envelope: Envelope, matter: Matter, raw: [UInt8], nonce: [UInt8],
        digest: SHA256Digest, content: SealedContent, plain: PlainBody
    ) {
        self.sender = sender
        self.envelope = envelope
        self.matter = matter
        self.raw = raw
        self.nonce = nonce
        self.digest = digest
        self.content = content
        self.plain = plain
        size = raw.count + content.sealed.count + plain.size - plain.shared
    }
}

/// What reaches the shard: the only way to change anything.
package enum ShardCommand: Sendable {
    case submit(PreparedSubmission, Ticket)
    case attach(ConsumerID, inbox: AgencyID, OutletID)
    /// How many deliveries the consumer may have been given in all since it attached.
    case grant(ConsumerID, limit: UInt64)
    /// Give what there is up to the limit, then answer `drained`.
    case drain(ConsumerID, limit: UInt64)
    case settle(
        ConsumerID, entry: Position, attempt: Int16, DeliveryOutcome,
        remark: SettlementRemark? = nil)
    /// What it holds goes back.
    case detach(ConsumerID)
    /// A hand-over that never left: the entry goes back, or to quarantine where its body cannot be
    /// read, and the consumer has its credit again.
    case neverSent(ConsumerID, entry: Position, attempt: Int16, isUnreadable: Bool)
    /// In the place of version `base`, against which it was planned.
    case applyNetwork(Network, base: Int32, document: String, author: Actor, Ticket)
}

/// What the shard tells after the commit, to one outlet.
package enum BrokerAnswer: Sendable {
    /// The message is durable at this position, now or since an earlier time.
    case confirmed(UInt64, Position)
    case refused(UInt64, Refusal)
    case deliver(ConsumerID, Delivery)
    case drained(ConsumerID, limit: UInt64)
    case networkApplied(UInt64, version: Int32)
}
