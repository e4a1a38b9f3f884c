extension JSONIndexer {
    @inline(__always)
    static func skipSpace(_ text: Span<UInt8>, _ position: inout Int) {
        while position < text.count {
            let byte = text[position]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            position += 1
        }
    }

    /// Reads a string from its opening quote to behind its closing one.
    ///
    /// - Returns: the range inside the quotes, and whether it has escapes.
    static func readString(
        _ text: Span<UInt8>, _ position: inout Int
    ) throws(Fault) -> (start: Int, end: Int, isEscaped: Bool) {
        let start = position + 1
        var isEscaped = false
        var at = start
        while true {
            skipPlain(text, &at)
            guard at < text.count else { break }
            let byte = text[at]
            if 0x20..<0x80 ~= byte, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
                at &+= 1
            } else if byte == UInt8(ascii: "\"") {
                position = at + 1
                return (start, at, isEscaped)
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
                at = try readEscape(text, at: at)
            } else if byte >= 0x80 {
                at = try readScalar(text, at: at)
            } else {
                throw Fault(.controlCharacter, at: at)
            }
        }
        throw Fault(.truncated, at: text.count)
    }

    /// Skips what stands for itself, eight bytes at a time; what is left of the text after the
    /// last eight is not looked at.
    @inline(__always)
    private static func skipPlain(_ text: Span<UInt8>, _ position: inout Int) {
        while text.count &- position >= 8 {
            let eight = text.extracting(position..<position &+ 8)
            var word: UInt64 = 0
            for place in 0..<8 { word |= UInt64(eight[place]) << UInt64(8 * place) }
            // A byte's highest bit is set where it is not ASCII, below a space, a quote or a
            // backslash. A borrow can set it wrongly only above a byte that is one of these.
            let quotes = word ^ 0x2222_2222_2222_2222
            let backslashes = word ^ 0x5C5C_5C5C_5C5C_5C5C
            let marked =
                (word | (word &- 0x2020_2020_2020_2020) | (quotes &- 0x0101_0101_0101_0101)
                    | (backslashes &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080
            guard marked == 0 else {
                position &+= marked.trailingZeroBitCount / 8
                return
            }
            position &+= 8
        }
    }

    /// Checks an escape from its backslash on; a surrogate must have its other half behind it.
    ///
    /// - Returns: the place behind it.
    private static func readEscape(_ text: Span<UInt8>, at start: Int) throws(Fault) -> Int {
        guard start + 1 < text.count else { throw Fault(.truncated, at: text.count) }
        switch text[start + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
            UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return start + 2
        case UInt8(ascii: "u"):
            let unit = try readHexadecimal(text, at: start + 2)
            if 0xDC00...0xDFFF ~= unit { throw Fault(.unpairedSurrogate, at: start) }
            guard 0xD800...0xDBFF ~= unit else { return start + 6 }
            guard start + 7 < text.count else {
                let isPossible = start + 6 == text.count || text[start + 6] == UInt8(ascii: "\\")
                throw isPossible
                    ? Fault(.truncated, at: text.count) : Fault(.unpairedSurrogate, at: start)
            }
            guard text[start + 6] == UInt8(ascii: "\\"), text[start + 7] == UInt8(ascii: "u")
            else { throw Fault(.unpairedSurrogate, at: start) }
            guard 0xDC00...0xDFFF ~= (try readHexadecimal(text, at: start + 8)) else {
                throw Fault(.unpairedSurrogate, at: start)
            }
            return start + 12
        default:
            throw Fault(.invalidEscape, at: start)
        }
    }

    private static func readHexadecimal(
        _ text: Span<UInt8>, at start: Int
    ) throws(Fault) -> UInt16 {
        var unit: UInt16 = 0
        for place in start..<start + 4 {
            guard place < text.count else { throw Fault(.truncated, at: text.count) }
            guard let digit = text[place].hexadecimalValue else {
                throw Fault(.invalidEscape, at: place)
            }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }

    /// Checks a scalar of two to four bytes: the table of RFC 3629, section 4.
    ///
    /// - Returns: the place behind it.
    private static func readScalar(_ text: Span<UInt8>, at start: Int) throws(Fault) -> Int {
        let lead = text[start]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        case 0xF1...0xF3: length = 4
        default: throw Fault(.invalidUTF8, at: start)
        }
        for place in start + 1..<start + length {
            guard place < text.count else { throw Fault(.truncated, at: text.count) }
            let range = place == start + 1 ? second : 0x80...0xBF
            guard range.contains(text[place]) else { throw Fault(.invalidUTF8, at: start) }
        }
        return start + length
    }

    /// Checks `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`.
    static func readNumber(_ text: Span<UInt8>, _ position: inout Int) throws(Fault) {
        let start = position
        if text[position] == UInt8(ascii: "-") { position += 1 }
        let integer = position
        try readDigits(text, &position, of: start)
        if text[integer] == UInt8(ascii: "0"), position > integer + 1 {
            throw Fault(.invalidNumber, at: start)
        }
        if position < text.count, text[position] == UInt8(ascii: ".") {
            position += 1
            try readDigits(text, &position, of: start)
        }
        guard position < text.count, text[position] | 0x20 == UInt8(ascii: "e") else { return }
        position += 1
        if position < text.count,
            text[position] == UInt8(ascii: "+") || text[position] == UInt8(ascii: "-")
        {
            position += 1
        }
        try readDigits(text, &position, of: start)
    }

    /// Reads one digit or more.
    private static func readDigits(
        _ text: Span<UInt8>, _ position: inout Int, of number: Int
    ) throws(Fault) {
        let start = position
        while position < text.count, 0x30...0x39 ~= text[position] { position += 1 }
        guard position == start else { return }
        throw position == text.count
            ? Fault(.truncated, at: position) : Fault(.invalidNumber, at: number)
    }
}

extension UInt8 {
    var hexadecimalValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
