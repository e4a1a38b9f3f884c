import BoundedJSON
import Messages
import Referrals
import Testing

/// Whatever an agency's faulty system sends, it gets an answer, and nothing comes out of the
/// broker that is not of the contract.
@Suite struct MutationTests {
    let decoder = SubmissionDecoder()

    @Test(
        "No proper beginning of a message is a message",
        arguments: [Golden.referral, Golden.decision, Golden.progress, Golden.cancel])
    func truncated(text: String) {
        let bytes = Array(text.utf8)
        for length in 0..<bytes.count {
            do {
                _ = try decoder.decode(Array(bytes[..<length]), sender: Golden.sender)
                Issue.record("\(length) bytes were taken")
            } catch {
                #expect(error.refusals.map(\.reason) == [.malformed], "\(length)")
            }
        }
    }

    @Test(
        "A message with one bit flipped is refused, or is of the schema and delivered as such",
        arguments: [
            ("referral", Golden.referral), ("update", Golden.decision),
            ("update", Golden.progress), ("update", Golden.cancel),
        ])
    func flipped(schema: String, text: String) throws {
        let golden = Array(text.utf8)
        var taken: [(String, String)] = []
        for place in golden.indices {
            for bit in 0..<8 {
                var bytes = golden
                bytes[place] ^= 1 << bit
                do {
                    let submission = try decoder.decode(bytes, sender: Golden.sender)
                    let delivered = Delivery.bytes(of: submission)
                    _ = try JSONDocument(delivered)
                    taken.append((schema, String(decoding: bytes, as: UTF8.self)))
                    taken.append(
                        ("\(schema)-delivered", String(decoding: delivered, as: UTF8.self)))
                } catch let error as MessageRefusals {
                    #expect(!error.refusals.isEmpty)
                }
            }
        }
        #expect(taken.count > 100)
        for (message, verdict) in zip(taken, try SchemaJudge.judge(taken)) {
            #expect(verdict == nil, "\(message.1)")
        }
    }

    @Test("A message with any part replaced by another value is refused, or delivered as JSON")
    func replaced() throws {
        let values = ["null", "0", "-1e9", "true", "\"\"", "\"x\"", "[]", "[{}]", "{}", #"{"":1}"#]
        let document = try JSONDocument(Array(Golden.referral.utf8))
        for range in Self.ranges(of: document.root) {
            for value in values {
                var bytes = document.bytes
                bytes.replaceSubrange(range, with: value.utf8)
                do {
                    let submission = try decoder.decode(bytes, sender: Golden.sender)
                    _ = try JSONDocument(Delivery.bytes(of: submission))
                } catch let error as MessageRefusals {
                    #expect(error.refusals.allSatisfy { !$0.remedy.isEmpty })
                }
            }
        }
    }

    private static func ranges(of value: JSONValue) -> [Range<Int>] {
        let within =
            (value.object.map { $0.map(\.value) } ?? []) + (value.array.map(Array.init) ?? [])
        return [value.rawBytes.indices] + within.flatMap(ranges)
    }
}
