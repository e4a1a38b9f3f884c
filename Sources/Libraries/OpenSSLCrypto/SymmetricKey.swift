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

/// Keys that are made, wrapped and wiped together, in one piece of memory.
///
/// `@unchecked Sendable` is safe: the bytes are written before `init` returns and only read after.
/// (A `KeyPool` wipes its own as it gives them out: those never leave it.)
package final class SymmetricKeys: @unchecked Sendable {
    package let count: Int
    /// From `OPENSSL_malloc`, 32 bytes for each key, owned.
    let memory: UnsafeMutableRawBufferPointer

    /// Lets a C function write the keys in their place.
    init(
        count: Int, writing body: (UnsafeMutableRawBufferPointer) throws(CryptoError) -> Void
    ) throws(CryptoError) {
        guard (0...Int(Int32.max) / SymmetricKey.byteCount).contains(count) else {
            throw .wrongLength(of: "keys", expected: "under 2 GiB", actual: count)
        }
        let size = count * SymmetricKey.byteCount
        let start = size == 0 ? nil : shim_malloc(size)
        guard start != nil || size == 0 else { throw .lastFailure(of: "OPENSSL_malloc") }
        self.count = count
        memory = UnsafeMutableRawBufferPointer(start: start, count: size)
        memory.initializeMemory(as: UInt8.self, repeating: 0)
        try body(memory)
    }

    /// No keys at all.
    package init() {
        count = 0
        memory = UnsafeMutableRawBufferPointer(start: nil, count: 0)
    }

    deinit { shim_clear_free(memory.baseAddress, memory.count) }

    /// Where one key is; traps if there is none.
    func place(of index: Int) -> UnsafeMutableRawBufferPointer {
        precondition((0..<count).contains(index), "no such key")
        let start = index * SymmetricKey.byteCount
        return UnsafeMutableRawBufferPointer(
            rebasing: memory[start..<start + SymmetricKey.byteCount])
    }

    /// Whether both are the same keys in the same order (`CRYPTO_memcmp`).
    package func isEqualInConstantTime(to other: SymmetricKeys) -> Bool {
        count == other.count
            && CRYPTO_memcmp(memory.baseAddress, other.memory.baseAddress, memory.count) == 0
    }
}

extension SymmetricKeys: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "SymmetricKeys(hidden)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension SymmetricKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "SymmetricKey(hidden)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
