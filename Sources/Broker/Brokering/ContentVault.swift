import OpenSSLCrypto
import Referrals
import Store

/// Opens and wraps the keys of protected content: a key per section, those of a body wrapped
/// together by the person's key, which the master key wraps. Used by the shard's thread only.
///
/// What is wrapped is bound to what it opens, so that a row that was moved to another body or
/// person does not open: the associated data name the person's alias, and for a content also its
/// body and its sections' labels.
final class ContentVault {
    private let master: MasterKey
    private let cipher: AES256GCM
    private var newKeys = KeyPool()
    private var personKeys: GenerationCache<PersonAlias, SymmetricKey>

    /// - Parameter capacity: persons whose keys stay in memory.
    init(master: MasterKey, capacity: Int) throws(CryptoError) {
        self.master = master
        cipher = try AES256GCM()
        personKeys = GenerationCache(capacity: capacity)
    }

    /// Forgets keys that were not used for long: between two batches only.
    func age() { personKeys.age() }

    func knows(_ person: PersonAlias) -> Bool { personKeys.contains(person) }

    /// Takes a person's key as it was stored.
    func learn(
        _ person: PersonAlias, wrappedKey: [UInt8], generation: Int32
    ) throws(CryptoError) {
        guard !personKeys.contains(person) else { return }
        let key = try cipher.unwrap(
            wrappedKey, under: master.key, authenticating: Self.binding(person))
        personKeys.insert(key, for: person)
    }

    /// Makes the key of a new person.
    func admit(_ person: ShardDecision.NewPerson) throws(CryptoError) -> PersonRecord {
        let key = try newKeys.key()
        personKeys.insert(key, for: person.alias)
        return PersonRecord(
            lookup: person.lookup, alias: person.alias,
            wrappedKey: try cipher.wrap(
                key, under: master.key, authenticating: Self.binding(person.alias)),
            generation: master.generation)
    }

    /// Wraps the section keys of a body for its person, whose key must be known.
    func wrap(_ body: ShardDecision.Body) throws(CryptoError) -> ContentRecord {
        guard let key = personKeys.value(for: body.person) else {
            throw .authenticationFailed
        }
        let labels = body.content.labels
        return ContentRecord(
            body: body.position, person: body.person, labels: labels,
            wrappedKeys: try cipher.wrap(
                body.content.keys, under: key,
                authenticating: Self.binding(body.person, body: body.position, labels: labels)),
            sealed: body.content.sealed)
    }

    /// Opens a stored content; the person's key must be known.
    func open(_ record: ContentRecord) throws(CryptoError) -> [PlainBody.Section] {
        guard let key = personKeys.value(for: record.person) else {
            throw .authenticationFailed
        }
        let keys = try cipher.unwrapKeys(
            record.wrappedKeys, under: key,
            authenticating: Self.binding(
                record.person, body: record.body, labels: record.labels))
        return try SealedContent(labels: record.labels, keys: keys, sealed: record.sealed)
            .open(with: cipher)
    }

    private static func binding(
        _ person: PersonAlias, body: Position? = nil, labels: String = ""
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(96)
        append(person.rawValue.high, to: &bytes)
        append(person.rawValue.low, to: &bytes)
        if let body {
            append(UInt64(bitPattern: body.rawValue), to: &bytes)
            bytes.append(contentsOf: labels.utf8)
        }
        return bytes
    }

    private static func append(_ word: UInt64, to bytes: inout [UInt8]) {
        for shift in stride(from: UInt64(56), through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: word >> shift))
        }
    }
}
