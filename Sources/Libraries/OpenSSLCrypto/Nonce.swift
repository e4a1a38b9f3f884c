import COpenSSL

extension AES256GCM {
    /// 12 bytes that must not come twice under one key.
    package struct Nonce: Sendable {
        private(set) var storage: (UInt32, UInt32, UInt32) = (0, 0, 0)

        private init() {}

        /// - Throws: `wrongLength` unless there are exactly 12 bytes.
        package init(bytes: [UInt8]) throws(CryptoError) {
            guard bytes.count == AES256GCM.nonceByteCount else {
                throw .wrongLength(
                    of: "nonce", expected: "\(AES256GCM.nonceByteCount) bytes",
                    actual: bytes.count)
            }
            withUnsafeMutableBytes(of: &storage) { $0.copyBytes(from: bytes) }
        }

        fileprivate init(_ bytes: ArraySlice<UInt8>) {
            withUnsafeMutableBytes(of: &storage) { $0.copyBytes(from: bytes) }
        }

        /// `RAND_bytes`
        package static func random() throws(CryptoError) -> Nonce {
            var nonce = Nonce()
            let result = withUnsafeMutableBytes(of: &nonce.storage) {
                RAND_bytes(
                    $0.assumingMemoryBound(to: UInt8.self).baseAddress,
                    Int32(AES256GCM.nonceByteCount))
            }
            guard result == 1 else { throw .lastFailure(of: "RAND_bytes") }
            return nonce
        }
    }

    /// Random nonces, drawn from OpenSSL many at a time: a draw costs about a microsecond, however
    /// little it gives. Nonces are no secret, so they may lie in memory until they are used.
    struct NoncePool {
        private static let size = 64
        private var bytes = [UInt8](repeating: 0, count: size * AES256GCM.nonceByteCount)
        /// Bytes that were given out; at the start, as if all were.
        private var used = size * AES256GCM.nonceByteCount

        /// A nonce that was never given out before (`RAND_bytes`).
        mutating func next() throws(CryptoError) -> Nonce {
            if used == bytes.count {
                guard RAND_bytes(&bytes, Int32(bytes.count)) == 1 else {
                    throw .lastFailure(of: "RAND_bytes")
                }
                used = 0
            }
            defer { used += AES256GCM.nonceByteCount }
            return Nonce(bytes[used..<used + AES256GCM.nonceByteCount])
        }
    }
}
