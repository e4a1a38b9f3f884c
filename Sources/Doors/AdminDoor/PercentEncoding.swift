extension String {
    /// The text behind `%2F` and the like (RFC 3986, 2.1); nil for a percent sign without two
    /// hexadecimal digits, or for what is then no UTF-8, or has a NUL, which no name has.
    var percentDecoded: String? {
        var bytes: [UInt8] = []
        var rest = utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard rest.count >= 2, let code = UInt8(String(rest.prefix(2)) ?? "", radix: 16),
                code != 0
            else { return nil }
            bytes.append(code)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
