import BoundedJSON
import Testing

@testable import throughcare_agency

@Suite("Files of messages")
struct MessageFileTests {
    @Test(
        "A file holds one message, or several one after the other",
        arguments: [
            (#"{"id":"m1"}"#, ["m1"]),
            ("\n {\"id\":\"m1\"}\n{\"id\":\"m2\"} {\"id\":\"m3\"}\n", ["m1", "m2", "m3"]),
            (#"{"id":"m1","content":{"a":["}{\"",{"b":"\\"}]}}{"id":"m2"}"#, ["m1", "m2"]),
            (#"{"type":"referral"}"#, ["f.json, message 1"]),
        ])
    func split(text: String, labels: [String]) throws {
        let file = try MessageFile("f.json", Array(text.utf8))
        #expect(file.messages.map(\.label) == labels)
    }

    @Test(
        "What is no message is named by file and number",
        arguments: [
            ("", "f.json: holds no message"), (" \n", "f.json: holds no message"),
            (#"{"id":"m1"} x"#, "f.json, message 2: is no JSON"),
            (#"{"id":"m1"}}"#, "f.json, message 2: is no JSON"),
            (#"{"id":"m1""#, "f.json, message 1: is no JSON"),
            (#"[{"id":"m1"}]"#, "f.json, message 1: is no JSON object"),
        ])
    func faults(text: String, complaint: String) {
        #expect {
            _ = try MessageFile("f.json", Array(text.utf8))
        } throws: {
            ($0 as? UsageError)?.text.hasPrefix(complaint) == true
        }
    }

    @Test("A renewed referral has a new id and name, and is otherwise as it was")
    func renewed() throws {
        let text = #"{"v":1, "type":"referral","id":"m1","referral":"r1","content":{"id":"x"}}"#
        let message = try #require(try MessageFile("f", Array(text.utf8)).messages.first)
        let (first, second) = (try message.renewed(), try message.renewed())
        #expect(first.json != second.json)
        let object = try #require(try JSONDocument(first.json).root.object)
        #expect(object["id"]?.string == first.label)
        #expect(object["referral"]?.string?.hasPrefix("r-") == true)
        #expect(object["content"]?.object?["id"]?.string == "x")
        #expect(object["v"]?.integer == 1)
    }

    @Test("A renewed update still names its referral")
    func renewedUpdate() throws {
        let text = #"{"id":"m1","referral":"a/r1","type":"update"}"#
        let message = try #require(try MessageFile("f", Array(text.utf8)).messages.first)
        let object = try #require(try JSONDocument(try message.renewed().json).root.object)
        #expect(object["referral"]?.string == "a/r1")
        #expect(object["id"]?.string != "m1")
    }
}
