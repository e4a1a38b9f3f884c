/// An alias (`*name`) in a text.
struct AliasToken: Equatable {
    var name: String
    /// From 1.
    var line: Int
    /// From 1, in Unicode scalars.
    var column: Int
}

/// Finds the first alias whose anchor (`&name`) is also in the text.
///
/// Aliases are refused before the text is composed, because composing compares keys, and a key made
/// of aliases of aliases takes exponential time ("billion laughs"). The scan reads tokens, not
/// YAML, and so also finds a pair in comments or prose; it never misses a pair that YAML would see.
func firstAlias(in text: String) -> AliasToken? {
    var anchors: Set<String> = []
    var aliases: [AliasToken] = []
    var line = 1
    var column = 1
    var tokenMayStart = true
    let bytes = text.utf8
    var index = bytes.startIndex
    while index < bytes.endIndex {
        let byte = bytes[index]
        let next = bytes.index(after: index)
        if tokenMayStart, byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*") {
            let name = String(Substring(bytes[next...].prefix(while: isNameByte)))
            if byte == UInt8(ascii: "&") {
                anchors.insert(name)
            } else if !name.isEmpty {
                aliases.append(AliasToken(name: name, line: line, column: column))
            }
        }
        tokenMayStart = !isNameByte(byte)
        if byte == UInt8(ascii: "\n") {
            line += 1
            column = 1
        } else if byte & 0xC0 != 0x80 {
            column += 1
        }
        index = next
    }
    return aliases.first { anchors.contains($0.name) }
}

/// What libyaml takes into the name of an anchor or alias (`IS_ALPHA`).
private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
        true
    default:
        false
    }
}
