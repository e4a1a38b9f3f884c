/// Why a text was refused, and where. It never holds a value of the text, but the names of the
/// members on the way to the fault.
package struct JSONError: Error, Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case textTooLong(limit: Int)
        case tooDeep(limit: Int)
        case tooManyMembers(limit: Int)
        case tooManyValues(limit: Int)
        case stringTooLong(limit: Int)
        case nameTooLong(limit: Int)
        case numberTooLong(limit: Int)
        case byteOrderMark
        /// The text ends inside a value, or has none.
        case truncated
        case unexpectedByte(expected: Expected)
        /// Something follows the value.
        case trailingBytes
        case invalidUTF8
        case controlCharacter
        case invalidEscape
        case unpairedSurrogate
        case invalidNumber
        case invalidLiteral
        case duplicateName
    }

    /// What the grammar allows at the place of an unexpected byte.
    package enum Expected: String, Hashable, Sendable {
        case value = "a value"
        case name = "a name in quotes"
        case nameOrEnd = "a name in quotes or “}”"
        case colon = "“:”"
        case commaOrObjectEnd = "“,” or “}”"
        case commaOrArrayEnd = "“,” or “]”"
    }

    package let kind: Kind
    /// Bytes from the start of the text.
    package let offset: Int
    /// The value at fault, or the innermost one around the fault, as a JSON Pointer (RFC 6901).
    package let path: String

    package init(kind: Kind, offset: Int, path: String) {
        self.kind = kind
        self.offset = offset
        self.path = path
    }

    /// Whether a limit was passed; otherwise the text is not JSON as RFC 8259 and I-JSON have it.
    package var isLimit: Bool {
        switch kind {
        case .textTooLong, .tooDeep, .tooManyMembers, .tooManyValues, .stringTooLong,
            .nameTooLong, .numberTooLong:
            true
        case .byteOrderMark, .truncated, .unexpectedByte, .trailingBytes, .invalidUTF8,
            .controlCharacter, .invalidEscape, .unpairedSurrogate, .invalidNumber,
            .invalidLiteral, .duplicateName:
            false
        }
    }
}

extension JSONError: CustomStringConvertible {
    /// `at byte 17, in /content: a name stands twice in one object`.
    package var description: String {
        "at byte \(offset)\(path.isEmpty ? "" : ", in \(path)"): \(kind)"
    }
}

extension JSONError.Kind: CustomStringConvertible {
    package var description: String {
        switch self {
        case .textTooLong(let limit): "the text is longer than \(limit) bytes"
        case .tooDeep(let limit): "objects and arrays stand deeper than \(limit) in one another"
        case .tooManyMembers(let limit): "an object or array has more than \(limit) members"
        case .tooManyValues(let limit): "the text has more than \(limit) values"
        case .stringTooLong(let limit): "a string is longer than \(limit) bytes"
        case .nameTooLong(let limit): "a name is longer than \(limit) bytes"
        case .numberTooLong(let limit): "a number is longer than \(limit) digits"
        case .byteOrderMark: "the text begins with a byte order mark"
        case .truncated: "the text ends before its value does"
        case .unexpectedByte(let expected): "\(expected.rawValue) was expected"
        case .trailingBytes: "something follows the value"
        case .invalidUTF8: "a string is not UTF-8"
        case .controlCharacter: "a control character stands in a string without an escape"
        case .invalidEscape: "an escape is not one of JSON's"
        case .unpairedSurrogate: "an escape is one half of a surrogate pair"
        case .invalidNumber: "a number is not written as JSON has it"
        case .invalidLiteral: "a literal is none of true, false and null"
        case .duplicateName: "a name stands twice in one object"
        }
    }
}
