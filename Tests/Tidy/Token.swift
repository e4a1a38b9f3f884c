/// A word or a sign of code, with its line.
struct Token: Sendable {
    let text: Substring
    /// From 1.
    let line: Int
    /// Whether nothing stands between it and the token before.
    let isJoined: Bool

    /// The tokens of code without comments and literals: words, and every other character alone.
    static func all(in code: String) -> [Token] {
        var tokens: [Token] = []
        var line = 1
        var isJoined = false
        let bytes = code.utf8
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: " ") {
                line += byte == UInt8(ascii: "\n") ? 1 : 0
                isJoined = false
                index = bytes.index(after: index)
                continue
            }
            let start = index
            index = bytes.index(after: index)
            if isWordPart(byte) {
                while index < bytes.endIndex, isWordPart(bytes[index]) {
                    index = bytes.index(after: index)
                }
            }
            tokens.append(Token(text: code[start..<index], line: line, isJoined: isJoined))
            isJoined = true
        }
        return tokens
    }

    /// Letters, digits, `_`, and whatever is no ASCII.
    private static func isWordPart(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte == UInt8(ascii: "_") || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
    }
}

extension [Token] {
    /// The lines on which these tokens stand, one behind the other.
    func lines(of pattern: [Substring]) -> [Int] {
        guard let first = pattern.first else { return [] }
        return indices.compactMap { index in
            guard self[index].text == first, index + pattern.count <= count,
                // `try !isEmpty` is no `try!`.
                zip(pattern, self[index...]).allSatisfy({
                    $0 == $1.text && ($0 != "!" || $1.isJoined)
                })
            else { return nil }
            return self[index].line
        }
    }
}

/// An import statement.
struct Import {
    let line: Int
    let module: String

    private static let kinds: Set<Substring> = [
        "struct", "class", "enum", "protocol", "typealias", "func", "var", "let",
    ]

    static func all(in file: SourceFile) -> [Import] {
        let tokens = file.tokens
        return tokens.indices.compactMap { index in
            guard tokens[index].text == "import", index + 1 < tokens.count else { return nil }
            let isKind = kinds.contains(tokens[index + 1].text) && index + 2 < tokens.count
            let module = tokens[index + (isKind ? 2 : 1)]
            guard module.line == tokens[index].line else { return nil }
            return Import(line: module.line, module: String(module.text))
        }
    }
}

/// A function, initialiser or deinitialiser with a body.
struct Function {
    let name: String
    let line: Int
    /// From the line of its keyword to the line of its last brace, both included.
    let length: Int

    static func all(in file: SourceFile) -> [Function] {
        let tokens = file.tokens
        return tokens.indices.compactMap { index in
            let token = tokens[index]
            guard token.text == "func" || token.text == "init" || token.text == "deinit" else {
                return nil
            }
            if index > 0, tokens[index - 1].text == "." { return nil }
            guard let end = end(of: tokens[(index + 1)...]) else { return nil }
            let isNamed = token.text == "func" && index + 1 < tokens.count
            return Function(
                name: String(isNamed ? tokens[index + 1].text : token.text), line: token.line,
                length: end - token.line + 1)
        }
    }

    /// What begins another declaration: then the one before is a requirement without a body.
    private static let keywords: Set<Substring> = [
        "func", "init", "deinit", "var", "let", "case", "struct", "class", "enum", "actor",
        "extension", "protocol", "subscript", "typealias", "static", "associatedtype", "mutating",
        "private", "package", "public", "import",
    ]

    /// The line of the brace that ends the first body; nil if the declaration has none.
    private static func end(of tokens: ArraySlice<Token>) -> Int? {
        var brackets = 0
        var braces = 0
        for token in tokens {
            switch token.text {
            case "(", "[": brackets += 1
            case ")", "]":
                brackets -= 1
                // An initialiser that is named in an expression ends with that.
                if brackets < 0 { return nil }
            case "{" where brackets == 0 || braces > 0: braces += 1
            case "}" where braces > 0:
                braces -= 1
                if braces == 0 { return token.line }
            case "}" where brackets == 0: return nil
            default:
                if braces == 0, brackets == 0, keywords.contains(token.text) { return nil }
            }
        }
        return nil
    }
}
