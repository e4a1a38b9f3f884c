import OpenSSLCrypto
import Testing

@Suite("AES-256-GCM seals what only the same key and associated data open")
struct AES256GCMTests {
    struct Vector: Sendable {
        let key: String
        let nonce: String
        let plaintext: String
        let associated: String
        let ciphertext: String
        let tag: String
    }

    static let zeroKey = String(repeating: "0", count: 64)
    static let longKey = "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"
    static let longPlaintext =
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
        + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255"
    static let longCiphertext =
        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
        + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad"

    /// Test cases 13 to 16 of the GCM specification (McGrew and Viega).
    static let vectors = [
        Vector(
            key: zeroKey, nonce: String(repeating: "0", count: 24), plaintext: "", associated: "",
            ciphertext: "", tag: "530f8afbc74536b9a963b4f1c4cb738b"),
        Vector(
            key: zeroKey, nonce: String(repeating: "0", count: 24),
            plaintext: String(repeating: "0", count: 32), associated: "",
            ciphertext: "cea7403d4d606b6e074ec5d3baf39d18",
            tag: "d0d1c8a799996bf0265b98b5d48ab919"),
        Vector(
            key: longKey, nonce: "cafebabefacedbaddecaf888", plaintext: longPlaintext,
            associated: "", ciphertext: longCiphertext, tag: "b094dac5d93471bdec1a502270e3cc6c"),
        Vector(
            key: longKey, nonce: "cafebabefacedbaddecaf888",
            plaintext: String(longPlaintext.prefix(120)),
            associated: "feedfacedeadbeeffeedfacedeadbeefabaddad2",
            ciphertext: String(longCiphertext.prefix(120)),
            tag: "76fc6ece0f4e1768cddf8853bb2d551b"),
    ]

    @Test("a sealed message is what the specification says, and opens again", arguments: vectors)
    func vector(_ vector: Vector) throws {
        let cipher = try AES256GCM()
        let key = try SymmetricKey(bytes: bytes(vector.key))
        let nonce = try AES256GCM.Nonce(bytes: bytes(vector.nonce))
        let sealed = try cipher.seal(
            bytes(vector.plaintext), key: key, nonce: nonce,
            authenticating: bytes(vector.associated))
        #expect(sealed.hex == vector.nonce + vector.ciphertext + vector.tag)
        let opened = try cipher.open(sealed, key: key, authenticating: bytes(vector.associated))
        #expect(opened.hex == vector.plaintext)
    }

    @Test("one changed bit anywhere, another key, other associated data: nothing opens")
    func tampering() throws {
        let cipher = try AES256GCM()
        let key = try SymmetricKey.random()
        let sealed = try cipher.seal([1, 2, 3, 4, 5], key: key, authenticating: [9])
        for bit in 0..<(sealed.count * 8) {
            var changed = sealed
            changed[bit / 8] ^= 1 << (bit % 8)
            #expect(throws: CryptoError.authenticationFailed) {
                try cipher.open(changed, key: key, authenticating: [9])
            }
        }
        #expect(throws: CryptoError.authenticationFailed) {
            try cipher.open(sealed, key: key, authenticating: [8])
        }
        #expect(throws: CryptoError.authenticationFailed) {
            try cipher.open(sealed, key: .random(), authenticating: [9])
        }
        // A failure leaves the object fit for the next message.
        #expect(try cipher.open(sealed, key: key, authenticating: [9]) == [1, 2, 3, 4, 5])
    }

    @Test("a message cut short anywhere does not open")
    func truncation() throws {
        let cipher = try AES256GCM()
        let key = try SymmetricKey.random()
        let sealed = try cipher.seal([1, 2, 3], key: key, authenticating: [])
        for count in sealed.indices {
            #expect(throws: CryptoError.self) {
                try cipher.open(Array(sealed.prefix(count)), key: key, authenticating: [])
            }
        }
    }

    @Test("the same plaintext never seals to the same bytes")
    func nonces() throws {
        let cipher = try AES256GCM()
        let key = try SymmetricKey.random()
        let sealed = try (0..<100).map { _ in try cipher.seal([1], key: key, authenticating: []) }
        #expect(Set(sealed).count == 100)
    }

    @Test("keys wrapped together unwrap in their order, and only as they were", arguments: 0...4)
    func wrappingTogether(count: Int) throws {
        let cipher = try AES256GCM()
        let master = try SymmetricKey.random()
        var pool = KeyPool()
        let keys = try pool.keys(count)
        let wrapped = try cipher.wrap(keys, under: master, authenticating: [1])
        #expect(wrapped.count == 28 + 32 * count)
        let unwrapped = try cipher.unwrapKeys(wrapped, under: master, authenticating: [1])
        #expect(unwrapped.count == count)
        #expect(unwrapped.isEqualInConstantTime(to: keys))
        #expect(throws: CryptoError.authenticationFailed) {
            try cipher.unwrapKeys(wrapped, under: master, authenticating: [2])
        }
        for length in 0..<wrapped.count {
            #expect(throws: CryptoError.self) {
                try cipher.unwrapKeys(
                    Array(wrapped.prefix(length)), under: master, authenticating: [1])
            }
        }
    }

    @Test("a pool never gives the same key twice")
    func pool() throws {
        var pool = KeyPool()
        var fingerprints: Set<String> = []
        for _ in 0..<100 { fingerprints.insert(try pool.key().fingerprint()) }
        let (first, second) = (try pool.keys(40), try pool.keys(40))
        #expect(!first.isEqualInConstantTime(to: second))
        #expect(fingerprints.count == 100)
        #expect(try pool.keys(0).count == 0)
    }

    @Test("a wrapped key unwraps to itself, and only under the same key and associated data")
    func wrapping() throws {
        let cipher = try AES256GCM()
        let (key, master) = (try SymmetricKey.random(), try SymmetricKey.random())
        let wrapped = try cipher.wrap(key, under: master, authenticating: [1])
        #expect(wrapped.count == 60)
        let unwrapped = try cipher.unwrap(wrapped, under: master, authenticating: [1])
        #expect(unwrapped.isEqualInConstantTime(to: key))
        #expect(throws: CryptoError.authenticationFailed) {
            try cipher.unwrap(wrapped, under: master, authenticating: [2])
        }
        #expect(throws: CryptoError.authenticationFailed) {
            try cipher.unwrap(wrapped, under: key, authenticating: [1])
        }
        #expect(throws: CryptoError.self) {
            try cipher.unwrap(Array(wrapped.dropLast()), under: master, authenticating: [1])
        }
    }

    @Test("a key or nonce of another length is refused, with its length")
    func lengths() throws {
        #expect(
            throws: CryptoError.wrongLength(of: "key", expected: "32 bytes", actual: 31)
        ) { try SymmetricKey(bytes: Array(repeating: 0, count: 31)) }
        #expect(
            throws: CryptoError.wrongLength(of: "nonce", expected: "12 bytes", actual: 13)
        ) { try AES256GCM.Nonce(bytes: Array(repeating: 0, count: 13)) }
    }

    @Test("nothing prints a key")
    func hidden() throws {
        let key = try SymmetricKey(bytes: Array(repeating: 0x41, count: 32))
        var dumped = ""
        dump(key, to: &dumped)
        for text in ["\(key)", String(reflecting: key), dumped] {
            #expect(!text.contains("65") && !text.contains("41") && !text.contains("AAAA"))
        }
        #expect(try key.fingerprint().count == 16)
    }
}
