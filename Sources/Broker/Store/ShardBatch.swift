package import OpenSSLCrypto
package import Referrals

/// What one transaction writes: the verdict of the shard machine over one batch of commands.
package struct ShardBatch: Sendable {
    package var events: [EventRecord] = []
    package var messages: [MessageRecord] = []
    package var persons: [PersonRecord] = []
    package var referrals: [ReferralRow] = []
    package var contents: [ContentRecord] = []
    package var counters: [CounterRecord] = []
    package var network: NetworkRecord?

    package init() {}

    /// The head of the log once this batch is committed; nil if it writes no event.
    package var lastPosition: Position? { events.last?.position }

    package var isEmpty: Bool { events.isEmpty && counters.isEmpty }
}

/// What deduplication remembers of a message that was accepted.
package struct MessageRecord: Hashable, Sendable {
    package let sender: AgencyID
    package let id: MessageID
    /// Sixteen random bytes, so that the digest of a short message cannot be guessed back.
    package let nonce: [UInt8]
    /// SHA-256 over the nonce and the message's raw bytes.
    package let digest: SHA256Digest
    /// Where it was admitted.
    package let position: Position

    package init(
        sender: AgencyID, id: MessageID, nonce: [UInt8], digest: SHA256Digest,
        position: Position
    ) {
        self.sender = sender
        self.id = id
        self.nonce = nonce
        self.digest = digest
        self.position = position
    }
}

/// A person, by a keyed digest of the identifier; the alias stands for them everywhere else.
package struct PersonRecord: Hashable, Sendable {
    /// HMAC-SHA-256 of naming system and value under the store's lookup key.
    package let lookup: SHA256Digest
    package let alias: PersonAlias
    /// The person's key, wrapped by the master key of `generation`.
    package let wrappedKey: [UInt8]
    package let generation: Int32

    package init(
        lookup: SHA256Digest, alias: PersonAlias, wrappedKey: [UInt8], generation: Int32
    ) {
        self.lookup = lookup
        self.alias = alias
        self.wrappedKey = wrappedKey
        self.generation = generation
    }
}

/// What never changes of a referral and is no content. (A class, because it is wide and goes into
/// every decision about the referral.)
package final class ReferralRow: Sendable {
    package let id: ReferralID
    package let name: QualifiedName
    package let service: ServiceType
    package let region: Region
    package let priority: Priority
    package let person: PersonAlias
    package let basis: BasisFacts
    /// The provider that the sender named.
    package let to: AgencyID?
    /// The event that admitted it, whose body is the referral's.
    package let admitted: Position
    package let at: Instant

    package init(
        id: ReferralID, name: QualifiedName, service: ServiceType, region: Region,
        priority: Priority, person: PersonAlias, basis: BasisFacts, to: AgencyID?,
        admitted: Position, at: Instant
    ) {
        self.id = id
        self.name = name
        self.service = service
        self.region = region
        self.priority = priority
        self.person = person
        self.basis = basis
        self.to = to
        self.admitted = admitted
        self.at = at
    }
}

/// The sealed content of a body, with the keys that open it.
package struct ContentRecord: Hashable, Sendable {
    /// The event that brought it.
    package let body: Position
    package let person: PersonAlias
    /// The sections' labels in their order, between spaces.
    package let labels: String
    /// The sections' keys, wrapped together by the person's.
    package let wrappedKeys: [UInt8]
    /// The sealed sections, each behind its length in four bytes, big-endian.
    package let sealed: [UInt8]

    package init(
        body: Position, person: PersonAlias, labels: String, wrappedKeys: [UInt8], sealed: [UInt8]
    ) {
        self.body = body
        self.person = person
        self.labels = labels
        self.wrappedKeys = wrappedKeys
        self.sealed = sealed
    }
}

/// A counter as of the head of the batch that writes it. Counters are kept, not counted: after a
/// restart they are these rows and the log's tail behind them.
package struct CounterRecord: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// Entries of an inbox that have not ended; key: agency and priority level.
        case inboxDepth = "inbox-depth"
        /// No entry before this position is open; key as for `inboxDepth`.
        case inboxFloor = "inbox-floor"
        /// Referrals that wait; key: the lane.
        case laneDepth = "lane-depth"
        /// Live assignments; key: the agreement.
        case agreementLoad = "agreement-load"
        /// The position of the last assignment; key: the agency.
        case agencyUse = "agency-use"
        /// Entries that were set aside; one row.
        case quarantined
        /// As of when the counters hold; one row.
        case checkpoint
    }

    package let kind: Kind
    package let key: String
    package let value: Int64

    package init(kind: Kind, key: String, value: Int64) {
        self.kind = kind
        self.key = key
        self.value = value
    }
}

/// A version of the network, as it was applied.
package struct NetworkRecord: Hashable, Sendable {
    package let version: Int32
    package let at: Instant
    package let author: Actor
    /// The YAML text, whole.
    package let document: String

    package init(version: Int32, at: Instant, author: Actor, document: String) {
        self.version = version
        self.at = at
        self.author = author
        self.document = document
    }
}
