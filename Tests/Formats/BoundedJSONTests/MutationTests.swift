import BoundedJSON
import Testing

/// Any bytes give a document or an error, and a document is what it says.
@Suite struct MutationTests {
    static let golden = Array(
        #"{"a":[1,-2.5e3,true,null,"\u00e9\ud83d\ude00é\n"],"b":{"c":{},"d":[[]]},"e":"x"} "#.utf8)

    @Test("No proper beginning of a text is a text")
    func truncated() {
        for length in 0..<Self.golden.count - 1 {
            let bytes = Array(Self.golden[..<length])
            do {
                _ = try JSONDocument(bytes)
                Issue.record("\(length) bytes were read")
            } catch {
                #expect(error.kind == .truncated, "\(length)")
                #expect(error.offset == length)
            }
        }
    }

    @Test("A text with one byte changed is refused within its bounds, or rewritten as it reads")
    func changed() throws {
        for place in Self.golden.indices {
            for byte in UInt8.min...UInt8.max {
                var bytes = Self.golden
                bytes[place] = byte
                do {
                    let document = try JSONDocument(bytes)
                    let rewritten = Self.rewrite(document.root)
                    let again = try JSONDocument(rewritten)
                    #expect(Self.rewrite(again.root) == rewritten)
                } catch {
                    #expect(0...bytes.count ~= error.offset)
                }
            }
        }
    }

    static func rewrite(_ value: JSONValue) -> [UInt8] {
        var writer = JSONWriter()
        write(value, to: &writer)
        return writer.bytes
    }

    private static func write(_ value: JSONValue, to writer: inout JSONWriter) {
        switch value.kind {
        case .object:
            writer.beginObject()
            value.object?.forEach { name, member in
                writer.name(name)
                write(member, to: &writer)
            }
            writer.endObject()
        case .array:
            writer.beginArray()
            value.array?.forEach { write($0, to: &writer) }
            writer.endArray()
        case .string: writer.string(value.string ?? "")
        case .number, .boolean, .null: writer.raw(value.rawBytes)
        }
    }
}
