import BoundedJSON
import Testing

private typealias LimitPath = any WritableKeyPath<JSONLimits, Int> & Sendable

@Suite struct LimitTests {
    @Test(
        "A limit lets through what reaches it, and refuses one more",
        arguments: [
            (\.bytes, 6, "[1,23]", "[1,234]", .textTooLong(limit: 6)),
            (\.depth, 3, "[[{}]]", "[[[[]]]]", .tooDeep(limit: 3)),
            (\.members, 2, "[1,2]", "[1,2,3]", .tooManyMembers(limit: 2)),
            (\.members, 1, #"{"a":1}"#, #"{"a":1,"b":2}"#, .tooManyMembers(limit: 1)),
            (\.values, 3, "[1,2]", "[1,2,3]", .tooManyValues(limit: 3)),
            (\.values, 3, #"{"a":1}"#, #"{"a":[1]}"#, .tooManyValues(limit: 3)),
            (\.string, 3, #""abc""#, #""abcd""#, .stringTooLong(limit: 3)),
            (\.string, 6, #""\u0061""#, #""\u0061b""#, .stringTooLong(limit: 6)),
            (\.name, 2, #"{"ab":1}"#, #"{"abc":1}"#, .nameTooLong(limit: 2)),
            (\.number, 3, "-12", "-123", .numberTooLong(limit: 3)),
        ] as [(LimitPath, Int, String, String, JSONError.Kind)])
    private func limits(
        limit: LimitPath, bound: Int, within: String,
        beyond: String, kind: JSONError.Kind
    ) throws {
        var limits = JSONLimits()
        limits[keyPath: limit] = bound
        _ = try JSONDocument(Array(within.utf8), limits: limits)
        do {
            _ = try JSONDocument(Array(beyond.utf8), limits: limits)
            Issue.record("\(beyond) was read")
        } catch {
            #expect(error.kind == kind)
            #expect(error.isLimit)
        }
    }

    @Test("Depth is bounded at 256 whatever is asked for")
    func boundsDepth() {
        var limits = JSONLimits()
        limits.depth = 1_000_000
        let text = String(repeating: "[", count: 100_000)
        #expect(
            throws: JSONError(
                kind: .tooDeep(limit: 256), offset: 256,
                path: String(repeating: "/0", count: 256))
        ) { try JSONDocument(Array(text.utf8), limits: limits) }
    }
}
