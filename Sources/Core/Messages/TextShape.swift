import Referrals

/// The shapes that a string of the contract can be held to. The schemas say the same as patterns,
/// and the tests hold both against each other.
enum TextShape: Hashable {
    case messageID
    /// A name of the sender's own: no slash, for a slash qualifies.
    case localName
    /// A name of the sender's own, or `agency/name`.
    case reference
    case assignment
    case agency
    /// A word that the contract leaves open, such as a participant's role.
    case word
    case region
    case service
    /// A language tag of BCP 47, by its shape only.
    case language
    case uri
    case contentType
    case sha256
    case base64
    /// A length of ISO 8601 in weeks, or in days, hours and minutes.
    case length
    /// One line of up to so many Unicode scalars, not empty.
    case line(Int)
    /// Lines of up to so many Unicode scalars; can be empty.
    case text(Int)

    func accepts(_ text: String) -> Bool {
        let bytes = text.utf8
        switch self {
        case .messageID: return 1...128 ~= bytes.count && bytes.allSatisfy(\.isVisible)
        case .localName: return isLocalName(bytes[...])
        case .reference:
            guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else {
                return isLocalName(bytes[...])
            }
            return bytes[..<slash].isWord && isLocalName(bytes[bytes.index(after: slash)...])
        case .assignment: return isAssignment(bytes)
        case .agency, .word: return bytes[...].isWord
        case .region: return Region(rawValue: text).isWellFormed
        case .service: return ServiceType(rawValue: text).isWellFormed
        case .language: return isLanguage(bytes)
        case .uri: return isURI(bytes)
        case .contentType: return isContentType(bytes)
        case .sha256:
            return bytes.count == 64
                && bytes.allSatisfy { $0.isDigit || 0x61...0x66 ~= $0 }
        case .base64: return isBase64(bytes)
        case .length: return isLength(bytes)
        case .line(let limit):
            return !bytes.isEmpty && bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
                && text.isAtMost(limit)
        case .text(let limit):
            return bytes.allSatisfy {
                ($0 >= 0x20 && $0 != 0x7F) || 0x09...0x0A ~= $0 || $0 == 0x0D
            }
                && text.isAtMost(limit)
        }
    }

    /// What would be right, for a refusal.
    var demand: String {
        switch self {
        case .messageID: "write 1 to 128 visible ASCII characters"
        case .localName: "write 1 to 128 visible ASCII characters without “/”"
        case .reference: "write a name of your own, such as r9, or agency/name"
        case .assignment: "write “a” and the assignment's number, such as a2"
        case .agency: "write an agency's name: lower-case letters, digits and hyphens, up to 64"
        case .word: "write lower-case letters, digits and hyphens, up to 64"
        case .region: "write a country, its subdivision, and places within, such as RO-GR/giurgiu"
        case .service: "write lower-case names between dots, such as health.hiv"
        case .language: "write a language tag, such as ro or sr-Latn"
        case .uri: "write an absolute URI of up to 256 ASCII characters, such as urn:ro:anp"
        case .contentType: "write a media type without parameters, such as application/pdf"
        case .sha256: "write 64 lower-case hexadecimal digits"
        case .base64: "write base64 with its padding, without line breaks"
        case .length: "write weeks, or days, hours and minutes, such as P3D, PT4H or P2W"
        case .line(let limit): "write one line of 1 to \(limit) characters"
        case .text(let limit): "write at most \(limit) characters, without control characters"
        }
    }
}

private typealias Bytes = Substring.UTF8View

private func isLocalName(_ bytes: Bytes) -> Bool {
    1...128 ~= bytes.count && bytes.allSatisfy { $0.isVisible && $0 != UInt8(ascii: "/") }
}

private func isAssignment(_ bytes: String.UTF8View) -> Bool {
    guard bytes.first == UInt8(ascii: "a"), 2...6 ~= bytes.count else { return false }
    let digits = bytes.dropFirst()
    guard digits.first != UInt8(ascii: "0"), digits.allSatisfy(\.isDigit) else { return false }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } <= Int(Int16.max)
}

private func isLanguage(_ bytes: String.UTF8View) -> Bool {
    guard bytes.count <= 35 else { return false }
    var length = 0
    var isFirst = true
    for byte in bytes {
        if byte == UInt8(ascii: "-") {
            guard length >= (isFirst ? 2 : 1) else { return false }
            length = 0
            isFirst = false
            continue
        }
        guard byte.isLetter || (byte.isDigit && !isFirst) else { return false }
        length += 1
        guard length <= 8 else { return false }
    }
    return length >= (isFirst ? 2 : 1)
}

private func isURI(_ bytes: String.UTF8View) -> Bool {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes.count <= 256,
        bytes.first?.isLetter == true
    else { return false }
    let rest = bytes[bytes.index(after: colon)...]
    return bytes[..<colon].allSatisfy {
        $0.isLetter || $0.isDigit || 0x2B == $0 || 0x2D...0x2E ~= $0
    }
        && !rest.isEmpty && rest.allSatisfy(\.isVisible)
}

private func isContentType(_ bytes: String.UTF8View) -> Bool {
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")), bytes.count <= 127 else {
        return false
    }
    let isToken = { (part: Bytes) in
        !part.isEmpty
            && part.allSatisfy { $0.isLetter || $0.isDigit || "!#$&^_.+-".utf8.contains($0) }
    }
    return isToken(bytes[..<slash]) && isToken(bytes[bytes.index(after: slash)...])
}

private func isBase64(_ bytes: String.UTF8View) -> Bool {
    guard bytes.count % 4 == 0 else { return false }
    var padding = 0
    for byte in bytes {
        if byte == UInt8(ascii: "=") {
            padding += 1
        } else if padding > 0 || !(byte.isLetter || byte.isDigit || byte == 0x2B || byte == 0x2F) {
            return false
        }
    }
    return padding <= 2
}

/// `P`, then weeks alone, or days, then `T` with hours and minutes; each a number of up to four
/// digits that does not begin with zero.
private func isLength(_ bytes: String.UTF8View) -> Bool {
    enum Place { case start, week, day, time, hour, minute }
    guard bytes.first == UInt8(ascii: "P") else { return false }
    var place = Place.start
    var digits = 0
    for byte in bytes.dropFirst() {
        if byte.isDigit {
            digits += 1
            guard digits <= 4, digits > 1 || byte != UInt8(ascii: "0") else { return false }
            continue
        }
        switch (byte, place) {
        case (UInt8(ascii: "W"), .start): place = .week
        case (UInt8(ascii: "D"), .start): place = .day
        case (UInt8(ascii: "T"), .start), (UInt8(ascii: "T"), .day): place = .time
        case (UInt8(ascii: "H"), .time): place = .hour
        case (UInt8(ascii: "M"), .time), (UInt8(ascii: "M"), .hour): place = .minute
        default: return false
        }
        guard (digits == 0) == (place == .time) else { return false }
        digits = 0
    }
    return digits == 0 && place != .start && place != .time
}

extension String {
    /// Whether the text has at most so many Unicode scalars, as JSON Schema counts.
    fileprivate func isAtMost(_ limit: Int) -> Bool {
        utf8.count <= limit || unicodeScalars.count <= limit
    }
}

extension Substring.UTF8View {
    fileprivate var isWord: Bool {
        1...64 ~= count && first != UInt8(ascii: "-") && last != UInt8(ascii: "-")
            && allSatisfy { 0x61...0x7A ~= $0 || $0.isDigit || $0 == UInt8(ascii: "-") }
    }
}

extension UInt8 {
    fileprivate var isVisible: Bool { 0x21...0x7E ~= self }
    fileprivate var isDigit: Bool { 0x30...0x39 ~= self }
    fileprivate var isLetter: Bool { 0x61...0x7A ~= self | 0x20 }
}
