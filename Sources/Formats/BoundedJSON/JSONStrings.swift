/// The bytes of a string that passed the indexer, with its escapes resolved.
func decodedString(_ entry: JSONDocument.Entry, in text: Span<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(Int(entry.end - entry.start))
    var at = Int(entry.start)
    while at < Int(entry.end) {
        let byte = text[at]
        guard byte == UInt8(ascii: "\\") else {
            decoded.append(byte)
            at += 1
            continue
        }
        let escape = text[at + 1]
        at += 2
        switch escape {
        case UInt8(ascii: "b"): decoded.append(0x08)
        case UInt8(ascii: "f"): decoded.append(0x0C)
        case UInt8(ascii: "n"): decoded.append(0x0A)
        case UInt8(ascii: "r"): decoded.append(0x0D)
        case UInt8(ascii: "t"): decoded.append(0x09)
        case UInt8(ascii: "u"):
            var scalar = codeUnit(text, at: at)
            at += 4
            if 0xD800...0xDBFF ~= scalar {
                scalar = 0x10000 + (scalar - 0xD800) << 10 + (codeUnit(text, at: at + 2) - 0xDC00)
                at += 6
            }
            decoded.append(contentsOf: String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
        default: decoded.append(escape)
        }
    }
    return decoded
}

private func codeUnit(_ text: Span<UInt8>, at start: Int) -> UInt32 {
    (start..<start + 4).reduce(0) { $0 << 4 | UInt32(text[$1].hexadecimalValue ?? 0) }
}

enum JSONPointer {
    /// A slash and a name, escaped as RFC 6901, section 3 has it.
    static func segment(_ name: [UInt8]) -> String {
        var bytes: [UInt8] = [UInt8(ascii: "/")]
        for byte in name {
            switch byte {
            case UInt8(ascii: "~"): bytes += [byte, UInt8(ascii: "0")]
            case UInt8(ascii: "/"): bytes += [UInt8(ascii: "~"), UInt8(ascii: "1")]
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
