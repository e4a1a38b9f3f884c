import OpenSSLCrypto
import Testing

@testable import Brokering

@Suite("A sealed content")
struct SealedContentTests {
    private let cipher: AES256GCM
    private let content: SealedContent

    init() throws {
        cipher = try AES256GCM()
        var pool = KeyPool()
        content = try SealedContent(
            sealing: [
                PlainBody.Section(label: "record", bytes: []),
                PlainBody.Section(label: "health", bytes: [1, 2, 3]),
                PlainBody.Section(label: "attachment/health", bytes: ArraySlice(0...255)),
            ], with: cipher, keys: &pool)
    }

    private func expectClosed(labels: String, keys: SymmetricKeys, sealed: [UInt8]) {
        #expect(throws: CryptoError.authenticationFailed) {
            try SealedContent(labels: labels, keys: keys, sealed: sealed).open(with: cipher)
        }
    }

    @Test("opens to its sections, in their order")
    func roundTrip() throws {
        let sections = try content.open(with: cipher)
        #expect(sections.map(\.label) == ["record", "health", "attachment/health"])
        #expect(sections.map(\.bytes) == [[], [1, 2, 3], ArraySlice(0...255)])
        #expect(try SealedContent.none.open(with: cipher).isEmpty)
    }

    @Test("of which anything is missing, changed or exchanged does not open")
    func tampering() throws {
        let (labels, keys, sealed) = (content.labels, content.keys, content.sealed)
        for length in 1..<sealed.count {
            #expect(throws: CryptoError.self) {
                try SealedContent(labels: labels, keys: keys, sealed: Array(sealed[..<length]))
                    .open(with: cipher)
            }
        }
        for index in sealed.indices {
            var flipped = sealed
            flipped[index] ^= 1
            #expect(throws: CryptoError.self) {
                try SealedContent(labels: labels, keys: keys, sealed: flipped).open(with: cipher)
            }
        }
        expectClosed(labels: labels, keys: keys, sealed: sealed + [0])
        var pool = KeyPool()
        expectClosed(labels: labels, keys: try pool.keys(2), sealed: sealed)
        expectClosed(labels: labels, keys: try pool.keys(3), sealed: sealed)
        expectClosed(labels: "record health", keys: keys, sealed: sealed)
        expectClosed(labels: "health record attachment/health", keys: keys, sealed: sealed)
    }
}
