package import OpenSSLCrypto
package import Referrals
package import Store

/// The verdict over one batch: what to write in one transaction, and what to tell once that is
/// committed.
package struct ShardDecision: Sendable {
    /// The content of a body, whose keys are to be wrapped for a person before it is written.
    package struct Body: Sendable {
        package let position: Position
        package let person: PersonAlias
        package let content: SealedContent
        /// What was sealed, kept so that a delivery of the same batch needs no decryption.
        package let plain: PlainBody
    }

    package struct NewPerson: Sendable {
        package let lookup: SHA256Digest
        package let alias: PersonAlias
    }

    /// A delivery that leaves after the commit.
    package struct HandOver: Sendable {
        package let outlet: OutletID
        package let consumer: ConsumerID
        package let recipient: AgencyID
        package let entry: InboxEntry
        package let attempt: Int16
        /// The referral as the recipient is told of it.
        package let referral: ReferralRow
        /// What may be disclosed; without one, no content leaves.
        package let authorization: ReleaseAuthorization?
    }

    package enum Publication: Sendable {
        case answer(OutletID, BrokerAnswer)
        case handOver(HandOver)
    }

    package var batch = ShardBatch()
    package var newPersons: [NewPerson] = []
    package var bodies: [Body] = []
    package var publications: [Publication] = []
    /// The network to publish to intake, where this batch applies one.
    package var network: AppliedNetwork?

    /// Whether somebody is told that something is not taken.
    var refuses: Bool {
        publications.contains { if case .answer(_, .refused) = $0 { true } else { false } }
    }

    init() {}
}

/// A network in force.
package struct AppliedNetwork: Sendable {
    package let network: Network
    /// Counted from 1; 0 before the first was applied.
    package let version: Int32

    package init(network: Network, version: Int32) {
        self.network = network
        self.version = version
    }
}
