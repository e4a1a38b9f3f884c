import BoundedJSON
import Referrals

/// A message as text, as it will be sent.
struct TextMessage: Equatable, Sendable {
    /// What to call it in what is printed: its id, or the file and its number there.
    let label: String
    let json: [UInt8]
}

/// A file with one JSON message, or several one after the other.
struct MessageFile {
    let messages: [TextMessage]

    /// - Throws: where the file holds no message, or something that is no JSON object.
    init(_ name: String, _ bytes: [UInt8]) throws(UsageError) {
        var messages: [TextMessage] = []
        for text in Self.split(bytes) {
            let place = "\(name), message \(messages.count + 1)"
            let object = try TextMessage.object(text, place: place)
            messages.append(TextMessage(label: object["id"]?.string ?? place, json: text))
        }
        guard !messages.isEmpty else { throw UsageError(text: "\(name): holds no message") }
        self.messages = messages
    }

    /// Cuts after each value that is complete at the top level; what is no JSON comes out as it
    /// is, and is refused when it is read.
    private static func split(_ bytes: [UInt8]) -> [[UInt8]] {
        var parts: [[UInt8]] = []
        var start: Int?
        var depth = 0
        var isInString = false
        var isEscaped = false
        for (index, byte) in bytes.enumerated() {
            if isInString {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
                continue
            case UInt8(ascii: "\""): isInString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
            let first = start ?? index
            start = first
            if depth == 0, byte == UInt8(ascii: "}") {
                parts.append(Array(bytes[first...index]))
                start = nil
            }
        }
        if let start { parts.append(Array(bytes[start...])) }
        return parts
    }
}

extension TextMessage {
    /// The same message under a new id, and a referral under a new name.
    ///
    /// Other types name a referral that exists already: it stays.
    func renewed() throws(UsageError) -> TextMessage {
        let object = try Self.object(json, place: label)
        let id = TimeOrderedID.random(at: .now)
        var fresh: [String: String] = ["id": "urn:uuid:\(id)"]
        if object["type"]?.string == "referral" { fresh["referral"] = "r-\(id)" }
        var json: [UInt8] = []
        var copied = 0
        for (name, value) in object {
            guard let text = fresh[name] else { continue }
            let range = value.rawBytes
            json += self.json[copied..<range.startIndex]
            json += Array("\"\(text)\"".utf8)
            copied = range.endIndex
        }
        json += self.json[copied...]
        return TextMessage(label: "urn:uuid:\(id)", json: json)
    }

    fileprivate static func object(
        _ bytes: [UInt8], place: String
    ) throws(UsageError) -> JSONObject {
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONDocument(bytes).root
        } catch {
            throw UsageError(text: "\(place): is no JSON: \(error)")
        }
        guard let object = value.object else {
            throw UsageError(text: "\(place): is no JSON object; a message begins with {")
        }
        return object
    }
}
