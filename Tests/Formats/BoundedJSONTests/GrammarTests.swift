import BoundedJSON
import Testing

/// What RFC 8259 allows and forbids, text by text.
@Suite struct GrammarTests {
    @Test(
        "A text of the grammar is read",
        arguments: [
            "{}", "[]", "null", "true", "false", "0", "-0", "1.5e+10", "0E-1", "\"\"", " \r\n\t1 ",
            "[[],[[]],{}]", #"{"a":1,"b":[{"a":2}],"":null}"#, #""\"\\\/\b\f\n\r\t\u00e9""#,
            #""\ud83d\ude00""#, "\"é€😀\u{7F}\"", #"{"a":{"a":{"a":1}}}"#, "-1.0", "1e0",
            "\"\u{FEFF}\"", "\"\u{10FFFF}\"", #""\uFFFF""#, "[1,\n2]",
        ])
    func accepts(text: String) throws {
        let document = try JSONDocument(Array(text.utf8))
        #expect(String(decoding: document.root.rawBytes, as: UTF8.self) == text.trimmed)
    }

    @Test(
        "A text outside the grammar is refused, with the kind of fault and its place",
        arguments: [
            ("", .truncated, 0, ""), (" ", .truncated, 1, ""), ("[", .truncated, 1, "/0"),
            ("[1,", .truncated, 3, "/1"), ("{", .truncated, 1, ""),
            (#"{"a""#, .truncated, 4, "/a"), (#"{"a":"#, .truncated, 5, "/a"),
            (#"{"a":1"#, .truncated, 6, ""), ("\"abc", .truncated, 4, ""),
            ("tru", .truncated, 3, ""), ("-", .truncated, 1, ""), ("1.", .truncated, 2, ""),
            ("1e", .truncated, 2, ""), (#""\"#, .truncated, 2, ""), (#""\u12"#, .truncated, 5, ""),
            ("[1,]", .unexpectedByte(expected: .value), 3, "/1"),
            ("[,1]", .unexpectedByte(expected: .value), 1, "/0"),
            ("[1 2]", .unexpectedByte(expected: .commaOrArrayEnd), 3, "/1"),
            ("{a:1}", .unexpectedByte(expected: .nameOrEnd), 1, ""),
            (#"{"a":1,}"#, .unexpectedByte(expected: .name), 7, ""),
            (#"{"a" 1}"#, .unexpectedByte(expected: .colon), 5, "/a"),
            (#"{"a":1 "b":2}"#, .unexpectedByte(expected: .commaOrObjectEnd), 7, ""),
            ("{'a':1}", .unexpectedByte(expected: .nameOrEnd), 1, ""),
            ("NaN", .unexpectedByte(expected: .value), 0, ""),
            ("+1", .unexpectedByte(expected: .value), 0, ""),
            (".5", .unexpectedByte(expected: .value), 0, ""),
            ("/*c*/1", .unexpectedByte(expected: .value), 0, ""),
            ("1 2", .trailingBytes, 2, ""), ("{}}", .trailingBytes, 2, ""),
            ("[1]x", .trailingBytes, 3, ""), ("1\u{0}", .trailingBytes, 1, ""),
            ("01", .invalidNumber, 0, ""), ("-01", .invalidNumber, 0, ""),
            ("[1.x]", .invalidNumber, 1, "/0"), ("[-]", .invalidNumber, 1, "/0"),
            ("[1e+]", .invalidNumber, 1, "/0"), ("0x1", .trailingBytes, 1, ""),
            ("trve", .invalidLiteral, 0, ""), ("nul]", .invalidLiteral, 0, ""),
            ("\"a\nb\"", .controlCharacter, 2, ""), ("\"\u{0}\"", .controlCharacter, 1, ""),
            (#""\a""#, .invalidEscape, 1, ""), (#""\u12G4""#, .invalidEscape, 5, ""),
            (#""\ud800""#, .unpairedSurrogate, 1, ""), (#""\udc00""#, .unpairedSurrogate, 1, ""),
            (#""\ud800\n""#, .unpairedSurrogate, 1, ""),
            (#""\ud800\u0041""#, .unpairedSurrogate, 1, ""),
            ("\u{FEFF}{}", .byteOrderMark, 0, ""),
        ] as [(String, JSONError.Kind, Int, String)])
    func refuses(text: String, kind: JSONError.Kind, offset: Int, path: String) {
        #expect(throws: JSONError(kind: kind, offset: offset, path: path)) {
            try JSONDocument(Array(text.utf8))
        }
    }

    @Test(
        "What is not UTF-8 is refused at the byte that begins the fault",
        arguments: [
            [0x80], [0xBF], [0xC0, 0xAF], [0xC1, 0x81], [0xE0, 0x80, 0xAF], [0xE0, 0x9F, 0xBF],
            [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0xAF],
            [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
            [0xC3, 0x28], [0xE2, 0x82, 0x28], [0xF0, 0x9F, 0x98, 0x28],
        ] as [[UInt8]])
    func refusesOtherEncodings(bytes: [UInt8]) {
        let quote = UInt8(ascii: "\"")
        #expect(throws: JSONError(kind: .invalidUTF8, offset: 2, path: "")) {
            try JSONDocument([quote, 0x61] + bytes + [quote])
        }
    }

    @Test("What does not stand for itself is seen at each place in a string", arguments: 0..<26)
    func seesEachPlace(place: Int) throws {
        let (before, after) = (
            String(repeating: "a", count: place), String(repeating: "~", count: 25 - place)
        )
        for mark in ["", #"\""#, #"\n"#, "é", "€", "😀", "\u{7F}", " ", "!", "#", "[", "]"] {
            for text in [before + mark + after, before + mark + mark] {
                let document = try JSONDocument(Array("\"\(text)\"".utf8))
                #expect(String(decoding: document.root.rawBytes, as: UTF8.self) == "\"\(text)\"")
            }
        }
        for byte in [UInt8(0x00), 0x01, 0x1F] {
            #expect(throws: JSONError(kind: .controlCharacter, offset: place + 1, path: "")) {
                try JSONDocument(Array("\"\(before)".utf8) + [byte] + Array("\(after)\"".utf8))
            }
        }
        #expect(throws: JSONError(kind: .invalidUTF8, offset: place + 1, path: "")) {
            try JSONDocument(Array("\"\(before)".utf8) + [0x80] + Array("\(after)\"".utf8))
        }
        #expect(throws: JSONError(kind: .truncated, offset: place + 1, path: "")) {
            try JSONDocument(Array("\"\(before)".utf8))
        }
    }

    @Test("Each scalar value of Unicode is read, raw and escaped, and each surrogate refused")
    func readsAllOfUnicode() throws {
        for scalar in stride(from: UInt32(0x80), through: 0x10FFFF, by: 37) {
            guard let character = Unicode.Scalar(scalar) else { continue }
            let text = String(Character(character))
            let units = text.utf16.map { unit in
                let digits = String(unit, radix: 16)
                return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
            for written in [text, units.joined()] {
                let document = try JSONDocument(Array("\"\(written)\"".utf8))
                #expect(document.root.string == text)
            }
        }
    }

    @Test(
        "A name that stands twice in one object is refused, as decoded",
        arguments: [
            (#"{"a":1,"a":2}"#, 8, "/a"), (#"{"x":{"b":1,"c":2,"b":3}}"#, 19, "/x/b"),
            (#"{"a":1,"\u0061":2}"#, 8, "/a"), (#"[{"~/":1,"~/":2}]"#, 10, "/0/~0~1"),
            (#"{"":1,"":2}"#, 7, "/"),
        ])
    func refusesDuplicates(text: String, offset: Int, path: String) {
        #expect(throws: JSONError(kind: .duplicateName, offset: offset, path: path)) {
            try JSONDocument(Array(text.utf8))
        }
    }

    @Test("A duplicate is found in an object of any size", arguments: [2, 3, 24, 25, 26, 300])
    func findsDuplicates(count: Int) throws {
        let names = (0..<count).map { "\"n\($0)\":\($0)" }
        _ = try JSONDocument(Array("{\(names.joined(separator: ","))}".utf8))
        for duplicate in [0, count / 2, count - 1] {
            let text = "{\((names + ["\"n\(duplicate)\":0"]).joined(separator: ","))}"
            #expect(throws: JSONError.self) { try JSONDocument(Array(text.utf8)) }
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        let isSpace = { (character: Character) in
            [" ", "\n", "\r", "\t", "\r\n"].contains(character)
        }
        let head = drop(while: isSpace)
        return String(head.reversed().drop(while: isSpace).reversed())
    }
}
