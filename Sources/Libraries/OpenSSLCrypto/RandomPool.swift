import COpenSSL

/// Random bytes, drawn from OpenSSL many at a time (`RAND_bytes`): a draw costs about a
/// microsecond, however little it gives. For nonces, which are no secret, so that they may lie in
/// memory until they are used; keys come from a `KeyPool`.
///
/// Not copyable: a copy would give the same bytes again.
package struct RandomPool: ~Copyable {
    /// Bytes of one draw, and the most that can be taken at a time.
    package static let size = 768
    private var bytes = [UInt8](repeating: 0, count: size)
    /// Bytes that were given out; at the start, as if all were.
    private var used = size

    package init() {}

    /// Bytes that were never given out before.
    ///
    /// - Parameter count: up to `size`.
    package mutating func take(_ count: Int) throws(CryptoError) -> ArraySlice<UInt8> {
        guard (0...Self.size).contains(count) else {
            throw .wrongLength(of: "random bytes", expected: "0 to \(Self.size)", actual: count)
        }
        if used + count > bytes.count {
            guard RAND_bytes(&bytes, Int32(bytes.count)) == 1 else {
                throw .lastFailure(of: "RAND_bytes")
            }
            used = 0
        }
        defer { used += count }
        return bytes[used..<used + count]
    }
}
