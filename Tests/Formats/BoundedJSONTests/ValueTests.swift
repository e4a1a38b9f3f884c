import BoundedJSON
import Testing

@Suite struct ValueTests {
    static let text =
        #"{"s":"a\nb","i":-42,"f":1.0,"t":true,"n":null,"o":{"a~/b":[10,{"x":7}]},"é":"ü"}"#

    let root: JSONObject

    init() throws {
        root = try #require(try JSONDocument(Array(Self.text.utf8)).root.object)
    }

    @Test("Scalars are decoded as what they are, and as nothing else")
    func decodesScalars() {
        #expect(root["s"]?.string == "a\nb")
        #expect(root["i"]?.integer == -42)
        #expect(root["t"]?.boolean == true)
        #expect(root["n"]?.isNull == true)
        #expect(root["é"]?.string == "ü")
        #expect(root["f"]?.integer == nil)
        #expect(root["i"]?.string == nil)
        #expect(root["s"]?.integer == nil)
        #expect(root["s"]?.object == nil)
        #expect(root["o"]?.array == nil)
        #expect(root["missing"] == nil)
    }

    @Test("An integer beyond 64 bits is no integer")
    func boundsIntegers() throws {
        #expect(try JSONDocument(Array("9223372036854775807".utf8)).root.integer == .max)
        #expect(try JSONDocument(Array("9223372036854775808".utf8)).root.integer == nil)
    }

    @Test("A value's bytes are those of the text")
    func keepsBytes() {
        let raw = root.map { String(decoding: $0.value.rawBytes, as: UTF8.self) }
        #expect(
            raw == [
                #""a\nb""#, "-42", "1.0", "true", "null", #"{"a~/b":[10,{"x":7}]}"#, #""ü""#,
            ])
        #expect(root.map(\.name) == ["s", "i", "f", "t", "n", "o", "é"])
        #expect(root.count == 7)
    }

    @Test("A value knows its pointer")
    func knowsPointer() throws {
        let array = try #require(root["o"]?.object?["a~/b"]?.array)
        #expect(array.map(\.pointer) == ["/o/a~0~1b/0", "/o/a~0~1b/1"])
        #expect(array.map { $0 }.last?.object?["x"]?.pointer == "/o/a~0~1b/1/x")
        #expect(root.value.pointer == "")
        #expect(root["é"]?.pointer == "/é")
    }

    @Test("A cursor finds members in any order, and knows whether one was left")
    func takesMembers() {
        for order in [["s", "i", "f", "t", "n", "o", "é"], ["é", "o", "n", "s", "t", "f", "i"]] {
            var cursor = JSONObject.MemberCursor(root)
            for (number, name) in order.enumerated() {
                #expect(cursor.isExhausted == false, "before \(number)")
                #expect(cursor.take(name)?.pointer == "/\(name)")
                #expect(cursor.take("absent") == nil)
            }
            #expect(cursor.isExhausted)
        }
    }

    @Test("What the writer writes reads back as it was")
    func roundTrips() throws {
        let texts = ["", "plain", "\"\\/\u{8}\u{C}\n\r\t\u{0}\u{1F}", "é€😀", "\u{2028}\u{7F}"]
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("texts")
        writer.beginArray()
        for text in texts { writer.string(text) }
        writer.endArray()
        writer.name("a\"b")
        writer.string("c")
        for text in texts { writer.member("member of \(text.utf8.count)", text) }
        writer.member("m", json: Array(#"{"is":1}"#.utf8)[...])
        writer.name("n")
        writer.integer(Int64.min)
        writer.raw(#""x":[1],"y":{}"#.utf8)
        writer.raw([])
        writer.name("b")
        writer.boolean(false)
        writer.name("z")
        writer.null()
        writer.endObject()
        let root = try #require(try JSONDocument(writer.bytes).root.object)
        #expect(root["texts"]?.array?.map { $0.string } == texts)
        #expect(root["a\"b"]?.string == "c")
        for text in texts { #expect(root["member of \(text.utf8.count)"]?.string == text) }
        #expect(root["m"]?.object?["is"]?.integer == 1)
        #expect(root["n"]?.integer == .min)
        #expect(root["y"]?.object?.count == 0)
        #expect(root["b"]?.boolean == false)
        #expect(root["z"]?.isNull == true)
    }
}
