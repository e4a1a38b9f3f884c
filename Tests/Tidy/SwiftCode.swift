/// Swift without its comments and without what its literals say: spaces stand for them, and lines
/// stay where they were, so that a brace in a string closes nothing.
struct SwiftCode {
    private let bytes: [UInt8]
    private var index = 0
    private var code: [UInt8]

    static func blanked(_ text: String) -> String {
        var scanner = SwiftCode(text)
        scanner.scan(untilClosingParenthesis: false)
        return String(decoding: scanner.code, as: UTF8.self)
    }

    private init(_ text: String) {
        bytes = Array(text.utf8)
        code = []
        code.reserveCapacity(bytes.count)
    }

    /// Scans code; inside an interpolation up to the parenthesis that ends it, which it leaves.
    private mutating func scan(untilClosingParenthesis isInterpolation: Bool) {
        var depth = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte != UInt8(ascii: "/"), byte != UInt8(ascii: "\""), byte != UInt8(ascii: "#"),
                byte != UInt8(ascii: "("), byte != UInt8(ascii: ")")
            {
                code.append(byte)
                index += 1
            } else if starts("//") {
                blank(until: { $0.starts("\n") })
            } else if starts("/*") {
                blankComment()
            } else if let hashes = literalStart() {
                blankLiteral(hashes: hashes)
            } else {
                if starts("(") { depth += 1 }
                if starts(")") {
                    if depth == 0 && isInterpolation { return }
                    depth -= 1
                }
                keep()
            }
        }
    }

    // MARK: Bytes

    private func starts(_ text: StaticString, at offset: Int = 0) -> Bool {
        let start = index + offset
        guard start + text.utf8CodeUnitCount <= bytes.count else { return false }
        return text.withUTF8Buffer { $0.elementsEqual(bytes[start..<start + $0.count]) }
    }

    private mutating func keep(_ count: Int = 1) {
        let end = min(index + count, bytes.count)
        code.append(contentsOf: bytes[index..<end])
        index = end
    }

    private mutating func blank(_ count: Int = 1) {
        for byte in bytes[index..<min(index + count, bytes.count)] {
            if byte == UInt8(ascii: "\n") { code.append(byte) }
            // One space a character, so that columns stay right.
            if byte != UInt8(ascii: "\n") && byte & 0xC0 != 0x80 { code.append(UInt8(ascii: " ")) }
        }
        index = min(index + count, bytes.count)
    }

    private mutating func blank(until isEnd: (SwiftCode) -> Bool) {
        while index < bytes.count && !isEnd(self) { blank() }
    }

    // MARK: Comments and literals

    private mutating func blankComment() {
        var depth = 0
        repeat {
            if starts("/*") {
                depth += 1
                blank(2)
            } else if starts("*/") {
                depth -= 1
                blank(2)
            } else {
                blank()
            }
        } while depth > 0 && index < bytes.count
    }

    /// The number of `#` before the quotation mark of a literal that starts here.
    private func literalStart() -> Int? {
        var hashes = 0
        while index + hashes < bytes.count, bytes[index + hashes] == UInt8(ascii: "#") {
            hashes += 1
        }
        return starts("\"", at: hashes) ? hashes : nil
    }

    private mutating func blankLiteral(hashes: Int) {
        let isMultiline = starts("\"\"\"", at: hashes)
        let quotes = isMultiline ? 3 : 1
        keep(hashes + quotes)
        while index < bytes.count {
            if isDelimiter(quotes: quotes, hashes: hashes) {
                keep(quotes + hashes)
                return
            }
            if starts("\n") && !isMultiline { return }
            if isEscape(hashes: hashes) {
                blank(1 + hashes)
                if starts("(") {
                    keep()
                    scan(untilClosingParenthesis: true)
                    keep()
                } else {
                    blank()
                }
            } else {
                blank()
            }
        }
    }

    private func isDelimiter(quotes: Int, hashes: Int) -> Bool {
        guard index + quotes + hashes <= bytes.count else { return false }
        return bytes[index..<index + quotes].allSatisfy { $0 == UInt8(ascii: "\"") }
            && hasHashes(hashes, at: index + quotes)
    }

    private func isEscape(hashes: Int) -> Bool {
        starts("\\") && hasHashes(hashes, at: index + 1)
    }

    private func hasHashes(_ count: Int, at start: Int) -> Bool {
        start + count <= bytes.count
            && bytes[start..<start + count].allSatisfy { $0 == UInt8(ascii: "#") }
    }
}
