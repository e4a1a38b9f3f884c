/// Appends JSON to one growing buffer. It sets the commas; that names and values alternate, and
/// that what was begun is ended, is the caller's part.
package struct JSONWriter {
    package private(set) var bytes: [UInt8] = []
    private var needsComma = false

    /// - Parameter capacity: the bytes to make room for at once.
    package init(capacity: Int = 256) {
        bytes.reserveCapacity(capacity)
    }

    package mutating func beginObject() { begin(UInt8(ascii: "{")) }
    package mutating func endObject() { end(UInt8(ascii: "}")) }
    package mutating func beginArray() { begin(UInt8(ascii: "[")) }
    package mutating func endArray() { end(UInt8(ascii: "]")) }

    /// A member's name, with its colon; whatever it is, it is escaped.
    package mutating func name(_ name: String) {
        separate()
        append(quoting: name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    package mutating func string(_ text: String) {
        separate()
        append(quoting: text)
        needsComma = true
    }

    package mutating func integer(_ number: some FixedWidthInteger) {
        raw(String(number).utf8)
    }

    package mutating func boolean(_ value: Bool) {
        raw((value ? "true" : "false").utf8)
    }

    package mutating func null() {
        raw("null".utf8)
    }

    /// A value that is JSON already, or members of an object without its braces; nothing where it
    /// is empty.
    package mutating func raw(_ json: some Collection<UInt8>) {
        guard !json.isEmpty else { return }
        separate()
        bytes.append(contentsOf: json)
        needsComma = true
    }

    /// A name with a string: what most of a record is made of, and so written at one go.
    ///
    /// - Parameter name: a literal, for it is not escaped.
    package mutating func member(_ name: String, _ text: String) {
        assert(!name.utf8.contains(where: \.needsEscape))
        let needsComma = needsComma
        var isPlain = true
        bytes.append(addingCapacity: name.utf8.count + text.utf8.count + 6) { output in
            if needsComma { output.append(UInt8(ascii: ",")) }
            output.append(UInt8(ascii: "\""))
            let name = name.utf8.span
            for place in 0..<name.count { output.append(name[place]) }
            output.append(UInt8(ascii: "\""))
            output.append(UInt8(ascii: ":"))
            output.append(UInt8(ascii: "\""))
            let text = text.utf8.span
            for place in 0..<text.count {
                let byte = text[place]
                if byte.needsEscape {
                    output.removeLast(place + 1)
                    isPlain = false
                    return
                }
                output.append(byte)
            }
            output.append(UInt8(ascii: "\""))
        }
        if !isPlain { append(quoting: text) }
        self.needsComma = true
    }

    /// A name with a value that is JSON already.
    ///
    /// - Parameter name: one that the program knows, for it is not escaped.
    package mutating func member(_ name: String, json: ArraySlice<UInt8>) {
        assert(!name.utf8.contains(where: \.needsEscape))
        separate()
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: name.utf8)
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        bytes.append(contentsOf: json)
        needsComma = true
    }

    private mutating func begin(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func end(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }

    private mutating func append(quoting text: String) {
        bytes.append(UInt8(ascii: "\""))
        if Self.needsEscape(text) {
            for byte in text.utf8 { append(escaping: byte) }
        } else {
            bytes.append(contentsOf: text.utf8)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func needsEscape(_ text: String) -> Bool {
        let utf8 = text.utf8.span
        for place in 0..<utf8.count where utf8[place].needsEscape { return true }
        return false
    }

    private mutating func append(escaping byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
        case 0x0A: bytes.append(contentsOf: "\\n".utf8)
        case 0x0D: bytes.append(contentsOf: "\\r".utf8)
        case 0x09: bytes.append(contentsOf: "\\t".utf8)
        case 0..<0x20:
            let digits = String(byte, radix: 16)
            bytes.append(contentsOf: "\\u00\(byte < 0x10 ? "0" : "")\(digits)".utf8)
        default: bytes.append(byte)
        }
    }
}

extension UInt8 {
    fileprivate var needsEscape: Bool {
        self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\")
    }
}
