import Referrals
import Testing

@Suite struct RegionTests {
    @Test(
        "A region has a shape, and a line of those around it",
        arguments: [
            ("RO", ["RO"]), ("RO-B", ["RO-B", "RO"]), ("UA-05", ["UA-05", "UA"]),
            ("RO-GR/bolintin-vale", ["RO-GR/bolintin-vale", "RO-GR", "RO"]),
            ("GE-TB/a/b-c", ["GE-TB/a/b-c", "GE-TB/a", "GE-TB", "GE"]),
        ])
    func lineage(text: String, lineage: [String]) {
        let region = Region(rawValue: text)
        #expect(region.isWellFormed)
        #expect(region.lineage.map(\.rawValue) == lineage)
    }

    @Test(
        "What has not the shape of a region is none, and its lineage ends",
        arguments: [
            "", "R", "ROU", "ro", "RO-", "RO-ABCD", "RO-gr", "RO/giurgiu", "RO-GR/", "RO-GR//x",
            "RO-GR/X", "RO-GR/-x", "RO-GR/x-", "RO-GR/ă", "-", "/", "--", "//", "RO-GR-X", "RO GR",
            "RO-GR/" + String(repeating: "x", count: 95), "Ro", "1A", "RO-G R",
        ])
    func malformed(text: String) {
        let region = Region(rawValue: text)
        #expect(!region.isWellFormed)
        #expect(region.lineage.count <= text.utf8.count + 1)
    }

    @Test("A region of 100 bytes is one")
    func limit() {
        #expect(Region(rawValue: "RO-GR/" + String(repeating: "x", count: 94)).isWellFormed)
    }
}

@Suite struct ServiceTypeTests {
    @Test(
        "A service type has a shape, and a line of those above it",
        arguments: [
            ("health", ["health"]), ("health.hiv", ["health.hiv", "health"]),
            ("a.b-c.d1", ["a.b-c.d1", "a.b-c", "a"]),
        ])
    func lineage(text: String, lineage: [String]) {
        let service = ServiceType(rawValue: text)
        #expect(service.isWellFormed)
        #expect(service.lineage.map(\.rawValue) == lineage)
    }

    @Test(
        "What has not the shape of a service type is none",
        arguments: [
            "", ".", "a.", ".a", "a..b", "A", "a b", "a.-b", "a-.b", "ă", "a_b",
            String(repeating: "x", count: 101),
        ])
    func malformed(text: String) {
        #expect(!ServiceType(rawValue: text).isWellFormed)
    }
}

@Suite struct NameTests {
    @Test(
        "A name is qualified by the agency that it names, or by its sender",
        arguments: [
            ("r9", "me/r9"), ("a/r9", "a/r9"), ("a/b/c", "a/b/c"), ("", nil), ("/r9", nil),
            ("a/", nil), ("/", nil),
        ])
    func qualified(text: String, name: String?) {
        let sender = AgencyID(rawValue: "me")
        #expect(QualifiedName(text, sender: sender)?.description == name)
    }

    @Test(
        "An assignment's number has one way to be written",
        arguments: [
            ("a1", 1), ("a32767", 32_767), ("a0", nil), ("a32768", nil), ("a", nil), ("1", nil),
            ("a-1", nil), ("a+1", nil), ("a01", nil), ("A1", nil), ("a1 ", nil), ("", nil),
        ] as [(String, Int16?)])
    func assignment(text: String, number: Int16?) {
        #expect(AssignmentNumber(text)?.rawValue == number)
        if number != nil { #expect(AssignmentNumber(text)?.description == text) }
    }
}
