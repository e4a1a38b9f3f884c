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

        /// The next of a pool.
        init(from pool: inout RandomPool) throws(CryptoError) {
            let bytes = try pool.take(AES256GCM.nonceByteCount)
            withUnsafeMutableBytes(of: &storage) { $0.copyBytes(from: bytes) }
        }
    }
}
