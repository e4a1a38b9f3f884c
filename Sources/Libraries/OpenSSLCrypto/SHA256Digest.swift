/// The 32 bytes of a SHA-256 hash or an HMAC-SHA-256 tag.
///
/// `==` is not constant in time: use `isEqualInConstantTime(to:)` where one side is a secret.
package struct SHA256Digest: Hashable, Sendable {
    package static let byteCount = 32

    // Four words rather than an array: no allocation.
    private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    /// nil unless there are exactly 32 bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: bytes) }
    }

    /// nil unless there are exactly 64 hexadecimal digits, of either case.
    package init?(hex: String) {
        guard let bytes = Hex.decode(hex) else { return nil }
        self.init(bytes: bytes)
    }

    /// Lets a C function write the 32 bytes in place.
    init(
        writing body: (UnsafeMutablePointer<UInt8>) throws(CryptoError) -> Void
    ) throws(CryptoError) {
        var output: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        try withUnsafeMutablePointer(to: &output) { (pointer) throws(CryptoError) in
            try pointer.withMemoryRebound(to: UInt8.self, capacity: Self.byteCount, body)
        }
        words = output
    }

    package var bytes: [UInt8] {
        withUnsafeBytes(of: words) { Array($0) }
    }

    /// The 32 bytes as four numbers in network order.
    package var numbers: (UInt64, UInt64, UInt64, UInt64) {
        (
            UInt64(bigEndian: words.0), UInt64(bigEndian: words.1), UInt64(bigEndian: words.2),
            UInt64(bigEndian: words.3)
        )
    }

    /// 64 lower-case hexadecimal digits.
    package var hex: String { Hex.encode(bytes) }

    /// Appends the 32 bytes, without an array between.
    package func append(to array: inout [UInt8]) {
        withUnsafeBytes(of: words) { array.append(contentsOf: $0) }
    }

    /// Whether both are the same, in a time that does not depend on where they differ.
    package func isEqualInConstantTime(to other: SHA256Digest) -> Bool {
        let difference =
            (words.0 ^ other.words.0) | (words.1 ^ other.words.1)
            | (words.2 ^ other.words.2) | (words.3 ^ other.words.3)
        return difference == 0
    }

    package static func == (left: SHA256Digest, right: SHA256Digest) -> Bool {
        left.words == right.words
    }

    /// One word of a digest is as good as all of them.
    package func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}

extension SHA256Digest: CustomStringConvertible {
    package var description: String { hex }
}
