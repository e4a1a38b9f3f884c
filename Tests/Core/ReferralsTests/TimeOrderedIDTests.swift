import Referrals
import Testing

@Suite struct TimeOrderedIDTests {
    @Test("An identifier has version 7, variant 2, and the time in front, whatever the randomness")
    func layout() throws {
        let now = Instant(microseconds: 0x017F_22E2_79B0 * 1_000 + 999)
        for random in [UInt64.min, .max, 0xDEAD_BEEF_DEAD_BEEF] {
            let id = TimeOrderedID(now: now, randomness: (random, random))
            let text = Array(id.description)
            #expect(String(text[..<13]) == "017f22e2-79b0")
            #expect(text[14] == "7")
            #expect("89ab".contains(text[19]))
        }
    }

    @Test("RFC 9562's example is written as it stands there")
    func example() throws {
        let id = TimeOrderedID(
            now: Instant(microseconds: 1_645_557_742_000_000),
            randomness: (0xCC3, 0x18C4_DC0C_0C07_398F))
        #expect(id.description == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f")
    }

    @Test("Later identifiers are greater, and texts sort as identifiers do")
    func order() {
        let ids = (0..<2_000).map { step in
            TimeOrderedID(
                now: Instant(microseconds: Int64(step) * 1_000_000_000),
                randomness: (.max - UInt64(step), UInt64(step) &* 0x9E37_79B9_7F4A_7C15))
        }
        #expect(ids == ids.sorted())
        #expect(ids.map(\.description) == ids.map(\.description).sorted())
    }

    @Test("A time before 1970 counts as 1970, and the far future does not touch the version")
    func bounds() {
        for microseconds in [Int64.min, -1, .max] {
            let id = TimeOrderedID(
                now: Instant(microseconds: microseconds), randomness: (.max, .max))
            #expect(id.high >> 12 & 0xF == 7)
        }
        let early = TimeOrderedID(now: Instant(microseconds: -1), randomness: (0, 0))
        #expect(early.high == 0x7000)
    }

    @Test(
        "A text reads as the identifier that writes it",
        arguments: ["017f22e2-79b0-7cc3-98c4-dc0c0c07398f", "00000000-0000-0000-0000-000000000000"])
    func roundTrip(text: String) {
        #expect(TimeOrderedID(text)?.description == text)
        #expect(TimeOrderedID(text.uppercased())?.description == text)
    }

    @Test(
        "What is not a UUID's text is not read",
        arguments: [
            "", "-", "017f22e2-79b0-7cc3-98c4-dc0c0c07398", "017f22e2-79b0-7cc3-98c4-dc0c0c07398f0",
            "017f22e279b07cc398c4dc0c0c07398f", "017f22e2-79b0-7cc3-98c4_dc0c0c07398f",
            "017f22e2-79b0-7cc3-98c4-dc0c0c07398g", "017f22e279-b0-7cc3-98c4-dc0c0c07398f",
            "{17f22e2-79b0-7cc3-98c4-dc0c0c07398}", "017f22e2-79b0-7cc3-98c4-dc0c0c07398é",
        ])
    func refuses(text: String) {
        #expect(TimeOrderedID(text) == nil)
    }
}
