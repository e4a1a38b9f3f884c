import COpenSSL

/// New keys, drawn from OpenSSL many at a time (`RAND_priv_bytes`): a draw costs about a
/// microsecond, however little it gives. What was given out is wiped here, and the rest when the
/// pool goes.
///
/// Not copyable: a copy would give the same keys again.
package struct KeyPool: ~Copyable {
    private static let size = 32
    /// Shared with nobody.
    private var drawn = SymmetricKeys()
    /// Keys of `drawn` that were given out.
    private var used = 0

    package init() {}

    /// A new key.
    package mutating func key() throws(CryptoError) -> SymmetricKey {
        let source = try next()
        return try SymmetricKey { (memory) in Self.move(source, to: memory) }
    }

    /// New keys in one piece of memory.
    package mutating func keys(_ count: Int) throws(CryptoError) -> SymmetricKeys {
        try SymmetricKeys(count: count) { (memory) throws(CryptoError) in
            for start in stride(from: 0, to: memory.count, by: SymmetricKey.byteCount) {
                let place = memory[start..<start + SymmetricKey.byteCount]
                Self.move(try next(), to: UnsafeMutableRawBufferPointer(rebasing: place))
            }
        }
    }

    private mutating func next() throws(CryptoError) -> UnsafeMutableRawBufferPointer {
        if used == drawn.count {
            drawn = try SymmetricKeys(count: Self.size) { (memory) throws(CryptoError) in
                let bytes = memory.assumingMemoryBound(to: UInt8.self).baseAddress
                guard RAND_priv_bytes(bytes, Int32(memory.count)) == 1 else {
                    throw .lastFailure(of: "RAND_priv_bytes")
                }
            }
            used = 0
        }
        defer { used += 1 }
        return drawn.place(of: used)
    }

    private static func move(
        _ source: UnsafeMutableRawBufferPointer, to place: UnsafeMutableRawBufferPointer
    ) {
        place.copyMemory(from: UnsafeRawBufferPointer(source))
        OPENSSL_cleanse(source.baseAddress, source.count)
    }
}
