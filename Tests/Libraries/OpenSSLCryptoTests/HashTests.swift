import OpenSSLCrypto
import Testing

@Suite("SHA-256, HMAC-SHA-256 and HKDF-SHA-256 give what their standards say")
struct HashTests {
    static let hashes: [(String, String)] = [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ]

    @Test("a hash is what FIPS 180-4 says", arguments: hashes)
    func hash(text: String, expected: String) throws {
        #expect(try SHA256Digest(hashing: Array(text.utf8)).hex == expected)
        #expect(try SHA256().hash(Array(text.utf8)).description == expected)
    }

    @Test("pieces hash as the whole, and one object serves many hashes", arguments: hashes)
    func pieces(text: String, expected: String) throws {
        let hasher = try SHA256()
        for _ in 0..<3 {
            for byte in text.utf8 { try hasher.update([byte]) }
            #expect(try hasher.finish().hex == expected)
        }
    }

    @Test("hashing one piece drops what was left unfinished")
    func unfinished() throws {
        let hasher = try SHA256()
        try hasher.update([1, 2, 3])
        #expect(try hasher.hash(Array("abc".utf8)).hex == Self.hashes[1].1)
    }

    @Test("a digest goes to bytes and hex and back, and only from 32 bytes")
    func representations() throws {
        let digest = try SHA256Digest(hashing: [1])
        #expect(SHA256Digest(bytes: digest.bytes) == digest)
        #expect(SHA256Digest(hex: digest.hex.uppercased()) == digest)
        #expect(SHA256Digest(bytes: Array(digest.bytes.dropLast())) == nil)
        #expect(SHA256Digest(bytes: digest.bytes + [0]) == nil)
        #expect(SHA256Digest(hex: String(digest.hex.dropLast())) == nil)
        #expect(SHA256Digest(hex: "zz" + digest.hex.dropFirst(2)) == nil)
        var array: [UInt8] = [9]
        digest.append(to: &array)
        #expect(array == [9] + digest.bytes)
        let other = try SHA256Digest(hashing: [2])
        #expect(digest.isEqualInConstantTime(to: digest))
        #expect(!digest.isEqualInConstantTime(to: other))
        #expect(Set([digest, other, digest]).count == 2)
    }

    /// RFC 4231: key, data, tag.
    static let macs: [(String, String, String)] = [
        (
            String(repeating: "0b", count: 20), "4869205468657265",
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            "4a656665", "7768617420646f2079612077616e7420666f72206e6f7468696e673f",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            String(repeating: "aa", count: 20), String(repeating: "dd", count: 50),
            "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
        ),
        (
            String(repeating: "aa", count: 131),
            "54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a"
                + "65204b6579202d2048617368204b6579204669727374",
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
        ("", "", "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"),
    ]

    @Test("a tag is what RFC 4231 says, whole and in pieces, again and again", arguments: macs)
    func mac(key: String, data: String, expected: String) throws {
        let mac = try HMACSHA256(keyBytes: bytes(key))
        let data = try bytes(data)
        for _ in 0..<2 {
            #expect(try mac.authenticate(data).hex == expected)
            let half = data.count / 2
            let pieces = (Array(data[..<half]), Array(data[half...]))
            #expect(try mac.authenticate(pieces.0, pieces.1).hex == expected)
        }
    }

    @Test("a symmetric key authenticates as its bytes do")
    func macWithKey() throws {
        let raw = [UInt8](repeating: 7, count: 32)
        let one = try HMACSHA256(key: SymmetricKey(bytes: raw)).authenticate([1, 2])
        #expect(try HMACSHA256(keyBytes: raw).authenticate([1, 2]) == one)
    }

    /// RFC 5869: input key, salt, info, output.
    static let derivations: [(String, String, String, String)] = [
        (
            String(repeating: "0b", count: 22), "000102030405060708090a0b0c",
            "f0f1f2f3f4f5f6f7f8f9",
            "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"
        ),
        (
            range(0x00...0x4f), range(0x60...0xaf), range(0xb0...0xff),
            "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c"
                + "59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71"
                + "cc30c58179ec3e87c14c01d5c1f3434f1d87"
        ),
        (
            String(repeating: "0b", count: 22), "", "",
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"
        ),
    ]

    static func range(_ values: ClosedRange<UInt8>) -> String { Array(values).hex }

    @Test("a derived key is what RFC 5869 says", arguments: derivations)
    func derive(key: String, salt: String, info: String, expected: String) throws {
        let output = try HKDFSHA256.derive(
            from: bytes(key), salt: bytes(salt), info: bytes(info), count: expected.count / 2)
        #expect(output.hex == expected)
    }

    @Test("a key derived from a key is the one derived from its bytes, and differs by its use")
    func deriveKey() throws {
        let raw = [UInt8](repeating: 3, count: 32)
        let key = try SymmetricKey(bytes: raw)
        let derived = try HKDFSHA256.deriveKey(from: key, info: [1])
        let expected = try HKDFSHA256.derive(from: raw, info: [1], count: 32)
        #expect(try derived.isEqualInConstantTime(to: SymmetricKey(bytes: expected)))
        let other = try HKDFSHA256.deriveKey(from: key, info: [2])
        #expect(!derived.isEqualInConstantTime(to: other))
    }

    @Test("a derived key of no length or of too much is refused", arguments: [0, -1, 8161])
    func deriveLimits(count: Int) throws {
        #expect(throws: CryptoError.self) {
            try HKDFSHA256.derive(from: [1], info: [], count: count)
        }
    }
}
