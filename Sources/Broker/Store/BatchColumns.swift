package import LibPQ
package import OpenSSLCrypto
import Referrals

/// The columns of a batch's other tables, reused from batch to batch.
struct MessageColumns {
    private var sender = ArrayColumn<String>()
    private var id = ArrayColumn<String>()
    private var nonce = ArrayColumn<[UInt8]>()
    private var digest = ArrayColumn<SHA256Digest>()
    private var position = ArrayColumn<Int64>()

    mutating func fill(_ messages: [MessageRecord]) {
        sender.reset()
        id.reset()
        nonce.reset()
        digest.reset()
        position.reset()
        for message in messages {
            sender.append(message.sender.rawValue)
            id.append(message.id.rawValue)
            nonce.append(message.nonce)
            digest.append(message.digest)
            position.append(message.position.rawValue)
        }
    }

    func appendAll(to parameters: inout Parameters, as form: ColumnForm) {
        parameters.append(sender, as: form)
        parameters.append(id, as: form)
        parameters.append(nonce, as: form)
        parameters.append(digest, as: form)
        parameters.append(position, as: form)
    }
}

struct PersonColumns {
    private var lookup = ArrayColumn<SHA256Digest>()
    private var alias = ArrayColumn<UUIDBytes>()
    private var generation = ArrayColumn<Int32>()
    private var wrappedKey = ArrayColumn<[UInt8]>()

    mutating func fill(_ persons: [PersonRecord]) {
        lookup.reset()
        alias.reset()
        generation.reset()
        wrappedKey.reset()
        for person in persons {
            lookup.append(person.lookup)
            alias.append(UUIDBytes(person.alias.rawValue))
            generation.append(person.generation)
            wrappedKey.append(person.wrappedKey)
        }
    }

    func appendAll(to parameters: inout Parameters, as form: ColumnForm) {
        parameters.append(lookup, as: form)
        parameters.append(alias, as: form)
        parameters.append(generation, as: form)
        parameters.append(wrappedKey, as: form)
    }
}

struct ReferralColumns {
    private var id = ArrayColumn<UUIDBytes>()
    private var requester = ArrayColumn<String>()
    private var name = ArrayColumn<String>()
    private var service = ArrayColumn<String>()
    private var region = ArrayColumn<String>()
    private var priority = ArrayColumn<Int16>()
    private var person = ArrayColumn<UUIDBytes>()
    private var basis = ArrayColumn<String>()
    private var regime = ArrayColumn<String>()
    private var reference = ArrayColumn<String>()
    private var discloser = ArrayColumn<String>()
    private var sections = ArrayColumn<String>()
    private var provider = ArrayColumn<String>()
    private var admitted = ArrayColumn<Int64>()

    mutating func fill(_ rows: [ReferralRow]) {
        reset()
        for row in rows {
            id.append(UUIDBytes(row.id.rawValue))
            requester.append(row.name.agency.rawValue)
            name.append(row.name.name.rawValue)
            service.append(row.service.rawValue)
            region.append(row.region.rawValue)
            priority.append(row.priority.level)
            person.append(UUIDBytes(row.person.rawValue))
            basis.append(row.basis.kind.rawValue)
            regime.append(row.basis.law?.regime)
            reference.append(row.basis.law?.reference)
            discloser.append(row.basis.discloser.rawValue)
            sections.append(row.basis.sectionList)
            provider.append(row.to?.rawValue)
            admitted.append(row.admitted.rawValue)
        }
    }

    func appendAll(to parameters: inout Parameters, as form: ColumnForm) {
        parameters.append(id, as: form)
        parameters.append(requester, as: form)
        parameters.append(name, as: form)
        parameters.append(service, as: form)
        parameters.append(region, as: form)
        parameters.append(priority, as: form)
        parameters.append(person, as: form)
        parameters.append(basis, as: form)
        parameters.append(regime, as: form)
        parameters.append(reference, as: form)
        parameters.append(discloser, as: form)
        parameters.append(sections, as: form)
        parameters.append(provider, as: form)
        parameters.append(admitted, as: form)
    }

    private mutating func reset() {
        id.reset()
        requester.reset()
        name.reset()
        service.reset()
        region.reset()
        priority.reset()
        person.reset()
        basis.reset()
        regime.reset()
        reference.reset()
        discloser.reset()
        sections.reset()
        provider.reset()
        admitted.reset()
    }
}

struct ContentColumns {
    private var body = ArrayColumn<Int64>()
    private var person = ArrayColumn<UUIDBytes>()
    private var labels = ArrayColumn<String>()
    private var wrappedKeys = ArrayColumn<[UInt8]>()
    private var sealed = ArrayColumn<[UInt8]>()

    mutating func fill(_ contents: [ContentRecord]) {
        body.reset()
        person.reset()
        labels.reset()
        wrappedKeys.reset()
        sealed.reset()
        for content in contents {
            body.append(content.body.rawValue)
            person.append(UUIDBytes(content.person.rawValue))
            labels.append(content.labels)
            wrappedKeys.append(content.wrappedKeys)
            sealed.append(content.sealed)
        }
    }

    func appendAll(to parameters: inout Parameters, as form: ColumnForm) {
        parameters.append(body, as: form)
        parameters.append(person, as: form)
        parameters.append(labels, as: form)
        parameters.append(wrappedKeys, as: form)
        parameters.append(sealed, as: form)
    }
}

struct CounterColumns {
    private var kind = ArrayColumn<String>()
    private var key = ArrayColumn<String>()
    private var value = ArrayColumn<Int64>()

    mutating func fill(_ counters: [CounterRecord]) {
        kind.reset()
        key.reset()
        value.reset()
        for counter in counters {
            kind.append(counter.kind.rawValue)
            key.append(counter.key)
            value.append(counter.value)
        }
    }

    func appendAll(to parameters: inout Parameters, as form: ColumnForm) {
        parameters.append(kind, as: form)
        parameters.append(key, as: form)
        parameters.append(value, as: form)
    }
}

extension SHA256Digest: BinaryValue {
    package static var postgresType: PostgresType { .bytea }
    package static var postgresArrayType: PostgresType { .byteaArray }

    package func encode(into buffer: inout WireBuffer) {
        buffer.append(numbers.0)
        buffer.append(numbers.1)
        buffer.append(numbers.2)
        buffer.append(numbers.3)
    }

    package init(binary bytes: RawSpan) throws(BinaryFault) {
        guard let digest = SHA256Digest(bytes: try [UInt8](binary: bytes)) else {
            throw .wrongLength(bytes.byteCount)
        }
        self = digest
    }
}

extension BasisFacts {
    /// The sections, as stored: their labels between spaces, in the order of the contract.
    var sectionList: String {
        sections.map(\.rawValue).joined(separator: " ")
    }
}
