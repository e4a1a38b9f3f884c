/// One value of a document: a place in its index. Scalars are decoded when they are asked for.
package struct JSONValue: Sendable {
    package enum Kind: String, Sendable {
        case object, array, string, number, boolean, null
    }

    let document: JSONDocument
    let position: Int

    private var entry: JSONDocument.Entry { document.index[position] }

    package var kind: Kind {
        switch entry.kind {
        case .object: .object
        case .array: .array
        case .string, .escapedString: .string
        case .number: .number
        case .true, .false: .boolean
        case .null: .null
        }
    }

    package var isNull: Bool { entry.kind == .null }

    /// The text of a string; nil for any other kind.
    package var string: String? { document.string(at: position) }

    package var boolean: Bool? {
        switch entry.kind {
        case .true: true
        case .false: false
        default: nil
        }
    }

    /// A number that is written without fraction and exponent, and fits; nil for any other value.
    package var integer: Int64? {
        guard entry.kind == .number else { return nil }
        return Int64(String(decoding: rawBytes, as: UTF8.self))
    }

    package var object: JSONObject? {
        entry.kind == .object ? JSONObject(document: document, position: position) : nil
    }

    package var array: JSONArray? {
        entry.kind == .array ? JSONArray(document: document, position: position) : nil
    }

    /// The value as it stands in the text, a string with its quotes.
    package var rawBytes: ArraySlice<UInt8> {
        let entry = entry
        switch entry.kind {
        case .string, .escapedString:
            return document.bytes[Int(entry.start) - 1..<Int(entry.end) + 1]
        case .object, .array, .number, .true, .false, .null:
            return document.bytes[Int(entry.start)..<Int(entry.end)]
        }
    }

    /// Bytes from the start of the text to the value.
    package var offset: Int { rawBytes.startIndex }

    /// Where the value stands, as a JSON Pointer; worked out by walking there from the root.
    package var pointer: String {
        var pointer = ""
        var container = 0
        while container != position {
            var child = container + 1
            var number = 0
            let isObject = document.index[container].kind == .object
            while true {
                let value = isObject ? child + 1 : child
                let next = Int(document.index[value].next)
                if position < next {
                    pointer +=
                        isObject
                        ? JSONPointer.segment(document.decoded(document.index[child]))
                        : "/\(number)"
                    container = value
                    break
                }
                child = next
                number += 1
            }
        }
        return pointer
    }
}

extension JSONDocument {
    /// The text of the string or name at a place in the index; nil where another kind stands.
    func string(at position: Int) -> String? {
        let entry = index[position]
        switch entry.kind {
        case .string:
            return String(decoding: bytes[Int(entry.start)..<Int(entry.end)], as: UTF8.self)
        case .escapedString:
            return String(decoding: decoded(entry), as: UTF8.self)
        case .object, .array, .number, .true, .false, .null:
            return nil
        }
    }

    fileprivate func decoded(_ entry: Entry) -> [UInt8] {
        let bytes = bytes
        return decodedString(entry, in: bytes.span)
    }
}
