package import OpenSSLCrypto

/// A body's sections, each sealed under a key of its own; the shard wraps the keys for the person.
package struct SealedContent: Sendable {
    /// The sections' labels in their order, between spaces.
    package let labels: String
    /// A key for each section, in the same order.
    package let keys: SymmetricKeys
    /// The sealed sections, each behind its length in four bytes, big-endian.
    package let sealed: [UInt8]

    /// Of a message that is refused: nothing.
    package static let none = SealedContent(labels: "", keys: SymmetricKeys(), sealed: [])

    init(labels: String, keys: SymmetricKeys, sealed: [UInt8]) {
        self.labels = labels
        self.keys = keys
        self.sealed = sealed
    }

    init(
        sealing sections: [PlainBody.Section], with cipher: AES256GCM, keys pool: inout KeyPool
    ) throws(CryptoError) {
        let keys = try pool.keys(sections.count)
        var sealed: [UInt8] = []
        sealed.reserveCapacity(
            sections.reduce(0) { $0 + $1.bytes.count + AES256GCM.overhead + Self.prefix })
        for (index, section) in sections.enumerated() {
            let count = UInt32(clamping: section.bytes.count + AES256GCM.overhead)
            for shift in stride(from: UInt32(24), through: 0, by: -8) {
                sealed.append(UInt8(truncatingIfNeeded: count >> shift))
            }
            try cipher.seal(
                section.bytes.span, key: index, of: keys, authenticating: section.label,
                appendingTo: &sealed)
        }
        self.init(
            labels: sections.map(\.label).joined(separator: " "), keys: keys, sealed: sealed)
    }

    /// The sections in the clear; `authenticationFailed` where one is not what was sealed, or
    /// labels, keys and sealed sections are not of one number.
    func open(with cipher: AES256GCM) throws(CryptoError) -> [PlainBody.Section] {
        let labels = labels.split(separator: " ").map(String.init)
        guard labels.count == keys.count else { throw .authenticationFailed }
        var sections: [PlainBody.Section] = []
        sections.reserveCapacity(keys.count)
        var rest = sealed[...]
        for (index, label) in labels.enumerated() {
            guard rest.count >= Self.prefix else { throw .authenticationFailed }
            let count = rest.prefix(Self.prefix).reduce(0) { $0 << 8 | Int($1) }
            rest = rest.dropFirst(Self.prefix)
            guard rest.count >= count else { throw .authenticationFailed }
            let bytes = Array(rest.prefix(count))
            sections.append(
                PlainBody.Section(
                    label: label,
                    bytes: try cipher.open(bytes, key: index, of: keys, authenticating: label)[...]
                ))
            rest = rest.dropFirst(count)
        }
        guard rest.isEmpty else { throw .authenticationFailed }
        return sections
    }

    /// The bytes of a length.
    private static let prefix = 4
}
