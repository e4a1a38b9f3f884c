import OpenSSLCrypto
import Testing

@Suite("Encodings, comparison and randomness")
struct EncodingTests {
    @Test(
        "base64url is RFC 4648's, without padding",
        arguments: [
            ("", ""), ("66", "Zg"), ("666f", "Zm8"), ("666f6f", "Zm9v"), ("666f6f62", "Zm9vYg"),
            ("666f6f6261", "Zm9vYmE"), ("666f6f626172", "Zm9vYmFy"), ("fbff", "-_8"),
        ])
    func base64(hex: String, text: String) throws {
        #expect(try Base64URL.encode(bytes(hex)) == text)
        #expect(try Base64URL.decode(text) == bytes(hex))
    }

    @Test(
        "what is not the one base64url text of a value is refused",
        arguments: ["Z", "Zg==", "Zh", "Zm9", "Zm 9v", "+_8", "-/8", "Zm9vY", "ä"])
    func strict(text: String) {
        #expect(Base64URL.decode(text) == nil)
    }

    @Test("every length goes to base64url and back")
    func roundTrip() throws {
        var random = RandomPool()
        for count in 0...100 {
            let value = Array(try random.take(count))
            #expect(Base64URL.decode(Base64URL.encode(value)) == value)
        }
    }

    @Test("constant-time comparison compares")
    func comparison() {
        #expect(ConstantTime.areEqual([], []))
        #expect(ConstantTime.areEqual([1, 2], [1, 2]))
        #expect(!ConstantTime.areEqual([1, 2], [1, 3]))
        #expect(!ConstantTime.areEqual([1, 2], [1]))
    }

    @Test("random bytes come in the length asked for and do not repeat")
    func random() throws {
        var pool = RandomPool()
        #expect(try pool.take(0).isEmpty)
        var seen: Set<[UInt8]> = []
        // More than one draw, the last of each with a rest that is too short.
        for _ in 0..<100 {
            let bytes = Array(try pool.take(33))
            #expect(bytes.count == 33 && seen.insert(bytes).inserted)
        }
        #expect(try pool.take(768).count == 768)
        #expect(throws: CryptoError.self) { try pool.take(769) }
        #expect(throws: CryptoError.self) { try pool.take(-1) }
    }
}
