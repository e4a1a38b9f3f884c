import COpenSSL

/// Comparison that takes as long for the first byte that differs as for the last.
package enum ConstantTime {
    /// `CRYPTO_memcmp`; the lengths are no secret: other lengths are unequal at once.
    package static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && CRYPTO_memcmp(left, right, left.count) == 0
    }
}
