import OpenSSLCrypto

/// Random numbers for identifiers, which are no secret, drawn many at a time: a system call for
/// each would cost more than what is made of it.
///
/// A copy gives the same numbers again: whoever copies it goes on with one of the two.
struct PooledRandom: RandomNumberGenerator, Sendable {
    private var words: [UInt64] = []

    mutating func next() -> UInt64 {
        if words.isEmpty { refill() }
        return words.removeLast()
    }

    private mutating func refill() {
        var pool = RandomPool()
        guard let bytes = try? pool.take(RandomPool.size) else {
            // OpenSSL has none to give; the system does, or there is nothing to go on with.
            var system = SystemRandomNumberGenerator()
            return words.append(system.next())
        }
        words = stride(from: bytes.startIndex, to: bytes.endIndex, by: 8).map { start in
            bytes[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) }
        }
    }
}
