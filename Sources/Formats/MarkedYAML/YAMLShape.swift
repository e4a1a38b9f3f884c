/// What a value must look like, and how it is read: `.string`, `.integer(in: 1...65_535)`,
/// `.list(of: .duration)`, `.mapping { map in … }`.
package struct YAMLShape<Value> {
    /// Reads the value; nil when it reported why not.
    let read: (YAMLReader) -> Value?

    /// A shape made by hand: `read` gives the value, or reports to the reader and gives nil.
    package init(_ read: @escaping (YAMLReader) -> Value?) {
        self.read = read
    }

    /// What is made of the value; nil when `transform` reported why not.
    package func map<Other>(
        _ transform: @escaping (Value, YAMLReader) -> Other?
    ) -> YAMLShape<Other> {
        YAMLShape<Other> { reader in read(reader).flatMap { transform($0, reader) } }
    }
}

extension YAMLShape {
    /// A scalar's text, plain or quoted, as something else.
    ///
    /// - Parameters:
    ///   - allowed: what is expected, in words that complete "expected …".
    ///   - parse: gives nil if the text is not that; what it throws instead is shown as the
    ///   problem.
    package static func parsed<Failure: Error>(
        allowed: String, _ parse: @escaping (String) throws(Failure) -> Value?
    ) -> YAMLShape {
        YAMLShape { reader in
            guard case .scalar(let text, plain: _) = reader.node.kind else {
                reader.mismatch(allowed)
                return nil
            }
            do throws(Failure) {
                if let value = try parse(text) { return value }
                reader.mismatch(allowed)
            } catch {
                reader.report("\(text.quoted): \(error)", remedy: "expected \(allowed)")
            }
            return nil
        }
    }

    /// One of a few words.
    package static func choice(_ choices: KeyValuePairs<String, Value>) -> YAMLShape {
        let words = choices.map(\.key)
        return YAMLShape { reader in
            let allowed = "one of " + words.joined(separator: ", ")
            guard case .scalar(let text, plain: _) = reader.node.kind else {
                reader.mismatch(allowed)
                return nil
            }
            if let choice = choices.first(where: { $0.key == text }) { return choice.value }
            let meant = nearest(to: text, among: words).map { "did you mean \($0)? " } ?? ""
            reader.report("is \(text.quoted)", remedy: "\(meant)expected \(allowed)")
            return nil
        }
    }

    /// One of an enumeration's words.
    package static func choice(of type: Value.Type) -> YAMLShape
    where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
        let words = type.allCases.map(\.rawValue)
        return YAMLShape { reader in
            let allowed = "one of " + words.joined(separator: ", ")
            guard case .scalar(let text, plain: _) = reader.node.kind else {
                reader.mismatch(allowed)
                return nil
            }
            if let value = type.init(rawValue: text), words.contains(text) { return value }
            let meant = nearest(to: text, among: words).map { "did you mean \($0)? " } ?? ""
            reader.report("is \(text.quoted)", remedy: "\(meant)expected \(allowed)")
            return nil
        }
    }

    /// A number or word that has to stand without quotes.
    static func plain(allowed: String, _ parse: @escaping (String) -> Value?) -> YAMLShape {
        YAMLShape { reader in
            switch reader.node.kind {
            case .scalar(let text, plain: true):
                if let value = parse(text) { return value }
                reader.mismatch(allowed)
            case .scalar(let text, plain: false) where parse(text) != nil:
                reader.report("is in quotes", remedy: "expected \(allowed), without quotes")
            case .nothing, .scalar, .list, .mapping:
                reader.mismatch(allowed)
            }
            return nil
        }
    }
}

extension YAMLShape<String> {
    /// Text that is not empty, plain or quoted. A plain `NO` or `08` is the text that it looks
    /// like.
    package static var string: YAMLShape {
        .parsed(allowed: "text") { text in text.isEmpty ? nil : text }
    }
}

extension YAMLShape<Bool> {
    /// `true` or `false`, and not `yes` or `on`, which YAML 1.2 no longer knows.
    package static var boolean: YAMLShape {
        .plain(allowed: "true or false") { text in
            switch text {
            case "true": true
            case "false": false
            default: nil
            }
        }
    }
}

extension YAMLShape<Int> {
    /// A whole number in decimal digits.
    package static var integer: YAMLShape {
        .plain(allowed: "a whole number", decimal)
    }

    /// A whole number within bounds.
    package static func integer(in range: ClosedRange<Int>) -> YAMLShape {
        let allowed = "a whole number from \(range.lowerBound) to \(range.upperBound)"
        return .plain(allowed: allowed) { text in
            decimal(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }
}

extension YAMLShape<Double> {
    /// A number, which `infinity` and `nan` are not.
    package static var double: YAMLShape {
        .plain(allowed: "a number") { text in
            guard text.utf8.allSatisfy({ "+-.0123456789eE".utf8.contains($0) }) else { return nil }
            return Double(text).flatMap { $0.isFinite ? $0 : nil }
        }
    }
}

/// Digits with or without a minus: neither `+5` nor `0x5`, and not `007`, which was octal once.
func decimal(_ text: String) -> Int? {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard digits == "0" || !digits.hasPrefix("0"), !digits.hasPrefix("+") else { return nil }
    return Int(text)
}
