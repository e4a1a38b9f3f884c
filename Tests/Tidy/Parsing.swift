/// An import statement.
struct Import {
    let line: Int
    let module: String

    static func all(in file: SourceFile) -> [Import] {
        let statement =
            #/^\s*(?:@\w+(?:\([^)]*\))?\s+|(?:package|public|internal|private|fileprivate)\s+)*import\s+(?:(?:struct|class|enum|protocol|typealias|func|var|let)\s+)?(\w+)/#
        return file.codeLines.enumerated().compactMap { index, line in
            line.firstMatch(of: statement).map {
                Import(line: index + 1, module: String($0.output.1))
            }
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
        let keyword = #/\b(?:func\s+([^\s(<]+)|init\b|deinit\b)/#
        var functions: [Function] = []
        let code = file.code
        for match in code.matches(of: keyword) {
            let before = code[..<match.range.lowerBound].last { !$0.isWhitespace }
            guard before != ".", let body = body(of: code[match.range.upperBound...]) else {
                continue
            }
            let line = code[..<match.range.lowerBound].count(where: \.isNewline) + 1
            let length = code[match.range.lowerBound...body].count(where: \.isNewline) + 1
            functions.append(
                Function(
                    name: String(match.output.1 ?? code[match.range]), line: line, length: length))
        }
        return functions
    }

    /// The place of the brace that ends the first body in `code`; nil if the declaration has none.
    private static func body(of code: Substring) -> String.Index? {
        var brackets = 0
        var braces = 0
        for index in code.indices {
            switch code[index] {
            case "(", "[": brackets += 1
            case ")", "]":
                brackets -= 1
                // An initialiser that is named in an expression ends with that.
                if brackets < 0 { return nil }
            case "{" where brackets == 0 || braces > 0: braces += 1
            case "}" where braces > 0:
                braces -= 1
                if braces == 0 { return index }
            case "}" where brackets == 0: return nil
            case "\n" where brackets == 0 && braces == 0:
                if startsDeclaration(code[index...]) { return nil }
            default: break
            }
        }
        return nil
    }

    /// Whether another declaration follows: then the one before is a requirement without a body.
    private static func startsDeclaration(_ code: Substring) -> Bool {
        let line = code.drop(while: \.isWhitespace).prefix { !$0.isNewline }
        let words = line.split { !$0.isLetter && $0 != "@" }.prefix(4)
        let keywords: Set<Substring> = [
            "func", "init", "deinit", "var", "let", "case", "struct", "class", "enum", "actor",
            "extension", "protocol", "subscript", "typealias", "static", "associatedtype",
            "mutating", "private", "package", "public", "import", "if",
        ]
        return words.first.map { keywords.contains($0) || $0.hasPrefix("@") } ?? false
    }
}

extension SourceFile {
    /// The lines in whose code a text stands, as a word of its own.
    func occurrences(of word: String) -> [Int] {
        codeLines.enumerated().filter { $0.element.containsWord(word) }.map { $0.offset + 1 }
    }

    /// A violation for each match in the code that `problem` has something to say of.
    func matches<Output>(
        of regex: Regex<Output>, problem: (Regex<Output>.Match) -> String?
    ) -> [Violation] {
        codeLines.enumerated().flatMap { index, line in
            line.matches(of: regex).compactMap { match in
                problem(match).map { violation(line: index + 1, $0) }
            }
        }
    }
}

extension Substring {
    /// Whether a text stands here that is not the end of a longer word, nor its beginning.
    func containsWord(_ word: String) -> Bool {
        ranges(of: word).contains { range in
            let before =
                range.lowerBound == startIndex ? nil : self[index(before: range.lowerBound)]
            let after = range.upperBound == endIndex ? nil : self[range.upperBound]
            let endsInWord = word.last.map { $0.isLetter } ?? false
            return !(before?.isWordPart ?? false) && !(endsInWord && (after?.isWordPart ?? false))
        }
    }
}

extension Character {
    fileprivate var isWordPart: Bool { isLetter || isNumber || self == "_" }
}
