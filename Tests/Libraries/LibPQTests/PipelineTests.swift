import LibPQ
import Testing

@Suite("A pipeline answers each statement in order")
struct PipelineTests {
    @Test("Several statements, one round trip, the connection usable after it")
    func success() throws {
        let connection = try connected()
        let echo = try connection.prepare(name: "echo", sql: "SELECT $1::int8", by: .soon)
        for _ in 0..<3 {
            var pipeline = try connection.pipeline()
            for number in 0..<100 as Range<Int64> {
                try pipeline.enqueue(echo, Parameters(number))
            }
            let answers = try pipeline.finish(by: .soon)
            #expect(try answers.map { try $0.get().value(0, 0, as: Int64.self) } == Array(0..<100))
        }
        #expect(try connection.query("SELECT 1::int8", by: .soon).value(0, 0) == Int64(1))
    }

    @Test("A failure in the middle skips the rest, and the connection goes on")
    func failureInTheMiddle() throws {
        let connection = try connected()
        let divide = try connection.prepare(name: "divide", sql: "SELECT 10 / $1::int8", by: .soon)
        var pipeline = try connection.pipeline()
        for divisor in [1, 0, 2] as [Int64] { try pipeline.enqueue(divide, Parameters(divisor)) }
        let answers = try pipeline.finish(by: .soon)
        #expect(try answers[0].get().value(0, 0) == Int64(10))
        #expect(answers.firstFailure?.state.rawValue == "22012")
        guard case .skipped = answers[2] else {
            Issue.record("not skipped: \(answers[2])")
            return
        }
        #expect(throws: DatabaseError.self) { try answers[2].get(after: answers) }
        #expect(try connection.query("SELECT 1::int8", by: .soon).value(0, 0) == Int64(1))
    }
}
