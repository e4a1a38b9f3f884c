import COpenSSL

/// 32 secret bytes, wiped from memory with the last reference; nothing prints them.
///
/// `@unchecked Sendable` is safe: the bytes are written before `init` returns and only read after.
package final class SymmetricKey: @unchecked Sendable {
    package static let byteCount = 32

    /// From `OPENSSL_malloc`, 32 bytes, owned.
    let memory: UnsafeMutableRawBufferPointer

    /// - Throws: `wrongLength` unless there are exactly 32 bytes.
    ///
    /// The caller's own copy is the caller's to wipe.
    package convenience init(bytes: [UInt8]) throws(CryptoError) {
        guard bytes.count == Self.byteCount else {
            throw .wrongLength(
                of: "key", expected: "\(Self.byteCount) bytes", actual: bytes.count)
        }
        try self.init { $0.copyBytes(from: bytes) }
    }

    /// A new key from the system's randomness (`RAND_priv_bytes`).
    package static func random() throws(CryptoError) -> SymmetricKey {
        try SymmetricKey { (memory) throws(CryptoError) in
            let bytes = memory.assumingMemoryBound(to: UInt8.self).baseAddress
            guard RAND_priv_bytes(bytes, Int32(byteCount)) == 1 else {
                throw .lastFailure(of: "RAND_priv_bytes")
            }
        }
    }

    /// So many new keys in one draw: most of what a draw costs does not depend on its length.
    package static func random(_ count: Int) throws(CryptoError) -> [SymmetricKey] {
        guard count > 0, count <= Int(Int32.max) / byteCount else { return [] }
        let drawn = try SecretBytes(count: count * byteCount)
        let bytes = drawn.memory.assumingMemoryBound(to: UInt8.self).baseAddress
        guard RAND_priv_bytes(bytes, Int32(drawn.memory.count)) == 1 else {
            throw .lastFailure(of: "RAND_priv_bytes")
        }
        return try drawn.keys()
    }

    /// Lets a C function write the 32 bytes in place, so that no other copy is made.
    init(
        writing body: (UnsafeMutableRawBufferPointer) throws(CryptoError) -> Void
    ) throws(CryptoError) {
        guard let start = shim_malloc(Self.byteCount) else {
            throw .lastFailure(of: "OPENSSL_malloc")
        }
        memory = UnsafeMutableRawBufferPointer(start: start, count: Self.byteCount)
        memory.initializeMemory(as: UInt8.self, repeating: 0)
        try body(memory)
    }

    deinit { shim_clear_free(memory.baseAddress, memory.count) }

    /// Whether both are the same key (`CRYPTO_memcmp`).
    package func isEqualInConstantTime(to other: SymmetricKey) -> Bool {
        CRYPTO_memcmp(memory.baseAddress, other.memory.baseAddress, Self.byteCount) == 0
    }

    /// The first 8 bytes of the key's SHA-256 as hexadecimal digits: says which key a master key
    /// file held, without saying the key.
    package func fingerprint() throws(CryptoError) -> String {
        let bytes = UnsafeRawBufferPointer(memory).bindMemory(to: UInt8.self)
        let digest = try SHA256().hash(bytes.span)
        return String(digest.hex.prefix(16))
    }
}

/// Several keys' bytes in one piece of memory, which is wiped when it goes.
struct SecretBytes: ~Copyable {
    /// From `OPENSSL_malloc`, owned.
    let memory: UnsafeMutableRawBufferPointer

    init(count: Int) throws(CryptoError) {
        guard let start = shim_malloc(max(1, count)) else {
            throw .lastFailure(of: "OPENSSL_malloc")
        }
        memory = UnsafeMutableRawBufferPointer(start: start, count: count)
    }

    deinit { shim_clear_free(memory.baseAddress, max(1, memory.count)) }

    /// The place of one key.
    func slot(_ index: Int) -> UnsafeMutableRawBufferPointer {
        let start = index * SymmetricKey.byteCount
        return UnsafeMutableRawBufferPointer(
            rebasing: memory[start..<start + SymmetricKey.byteCount])
    }

    func keys() throws(CryptoError) -> [SymmetricKey] {
        var keys: [SymmetricKey] = []
        let count = memory.count / SymmetricKey.byteCount
        keys.reserveCapacity(count)
        for index in 0..<count {
            let place = UnsafeRawBufferPointer(slot(index))
            keys.append(
                try SymmetricKey { (memory) throws(CryptoError) in
                    memory.copyMemory(from: place)
                })
        }
        return keys
    }
}

extension SymmetricKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "SymmetricKey(hidden)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
