import Referrals
import Testing

@Suite("The nearest name")
struct NearestNameTests {
    @Test(
        "is the one that was probably meant",
        arguments: [
            ("RO-GX", ["RO-GR", "RO-AB", "UA"], "RO-GR"),
            ("helath.hiv", ["health.hiv", "health", "housing"], "health.hiv"),
            ("demo-prisn", ["demo-prison", "demo-probation"], "demo-prison"),
            ("prioroty", ["priority", "provider"], "priority"),
            ("ab", ["ac", "aa"], "aa"),
            ("same", ["same", "some"], "same"),
        ])
    func found(name: String, names: [String], expected: String) {
        #expect(nearest(to: name, among: names) == expected)
        #expect(nearest(to: name, among: names.reversed()) == expected)
    }

    @Test(
        "is none where nothing is near",
        arguments: [
            ("housing", ["health", "family"]), ("", ["ab", "abc"]), ("abcdef", []),
            ("ro-anp-giurgiu", ["ro-anp-iasi", "ro-dp-giurgiu-2"]),
        ])
    func notFound(name: String, names: [String]) {
        #expect(nearest(to: name, among: names) == nil)
    }

    @Test("Four slips in a long name are near, five are not")
    func bound() {
        let name = "a-rather-long-name-of-an-agency"
        #expect(nearest(to: name + "1234", among: [name]) == name)
        #expect(nearest(to: name + "12345", among: [name]) == nil)
    }

    @Test("A text of any length is looked at in its first hundred bytes only")
    func longText() {
        #expect(nearest(to: String(repeating: "x", count: 1_000_000), among: ["x"]) == nil)
    }
}
