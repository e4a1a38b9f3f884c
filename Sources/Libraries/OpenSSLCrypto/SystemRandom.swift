import COpenSSL

/// Bytes from OpenSSL's random generator, seeded by the kernel.
package enum SystemRandom {
    /// `RAND_bytes`: for nonces and identifiers. Keys come from `SymmetricKey.random()`.
    package static func bytes(_ count: Int) throws(CryptoError) -> [UInt8] {
        guard count >= 0, count <= Int(Int32.max) else {
            throw .wrongLength(of: "random bytes", expected: "0 to 2^31-1", actual: count)
        }
        var output = [UInt8](repeating: 0, count: count)
        guard count == 0 || RAND_bytes(&output, Int32(count)) == 1 else {
            throw .lastFailure(of: "RAND_bytes")
        }
        return output
    }

    /// 64 random bits.
    package static func word() throws(CryptoError) -> UInt64 {
        var word: UInt64 = 0
        let result = withUnsafeMutablePointer(to: &word) {
            $0.withMemoryRebound(to: UInt8.self, capacity: 8) { RAND_bytes($0, 8) }
        }
        guard result == 1 else { throw .lastFailure(of: "RAND_bytes") }
        return word
    }
}
