package import Store

/// Which keys the store may hold: a Bloom filter. Nearly every message is new, and so are its
/// referral's name and often its person; what this has not seen is not in the store, and is not
/// looked up there. What it may have seen is looked up: now and then in vain.
///
/// Until it is complete it answers for nothing. It never forgets: a key whose batch was rolled back
/// costs a look-up. The bits of a key are in one cache line, so that it costs one miss.
package struct KnownKeys: Sendable {
    /// Eight words to a block: 512 bits, 64 bytes.
    private var words: [UInt64]
    private let blocks: UInt64
    /// Whether all that the store held when the shard was claimed has been inserted.
    private(set) var isComplete = false
    /// How many keys were inserted, the same ones again too.
    package private(set) var count = 0
    /// How many keys it takes before more than one new key in a hundred is looked up in vain.
    package let capacity: Int

    private static let bitsPerKey = 16
    private static let bitsPerBlock = 512
    private static let probes = 6

    package init(capacity: Int) {
        self.capacity = capacity
        let blocks = max(1, (capacity * Self.bitsPerKey) / Self.bitsPerBlock)
        self.blocks = UInt64(blocks)
        words = Array(repeating: 0, count: blocks * 8)
    }

    /// Whether it must be looked up.
    func mayHold(_ key: StoredKey) -> Bool {
        guard isComplete else { return true }
        var (base, bits) = place(of: key)
        for _ in 0..<Self.probes {
            guard words[base + Int(bits >> 6 & 7)] & 1 << (bits & 63) != 0 else { return false }
            bits >>= 9
        }
        return true
    }

    package mutating func insert(_ key: StoredKey) {
        var (base, bits) = place(of: key)
        for _ in 0..<Self.probes {
            words[base + Int(bits >> 6 & 7)] |= 1 << (bits & 63)
            bits >>= 9
        }
        count += 1
    }

    /// Takes what was read of the store since the shard was claimed: from now on it answers.
    ///
    /// - Parameter scanned: of the same capacity.
    mutating func complete(with scanned: KnownKeys) {
        precondition(scanned.words.count == words.count)
        for index in words.indices { words[index] |= scanned.words[index] }
        count += scanned.count
        isComplete = true
    }

    /// The first word of the key's block, and the bits in it, nine for each.
    private func place(of key: StoredKey) -> (base: Int, bits: UInt64) {
        var hasher = Hasher()
        key.hash(into: &hasher)
        let hash = UInt64(bitPattern: Int64(hasher.finalize()))
        let block = hash.multipliedFullWidth(by: blocks).high
        // The block took the high bits: others, for what is in it.
        let mixed = (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15
        return (Int(block) * 8, mixed >> 10)
    }
}
