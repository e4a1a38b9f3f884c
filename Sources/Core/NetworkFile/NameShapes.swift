import MarkedYAML
import Referrals

extension YAMLShape where Value: Identifier {
    /// The name of an agency, an agreement or a network.
    static func identifier(_ type: Value.Type) -> YAMLShape {
        .parsed(allowed: "2 to 64 of a-z, 0-9 and inner hyphens") { text in
            text.isShortName ? type.init(rawValue: text) : nil
        }
    }
}

extension YAMLShape<Region> {
    static var regionCode: YAMLShape {
        .parsed(allowed: "a region such as RO, RO-GR or RO-GR/bolintin-vale") { text in
            let region = Region(rawValue: text)
            return region.isWellFormed ? region : nil
        }
    }
}

extension YAMLShape<ServiceType> {
    static var serviceCode: YAMLShape {
        .parsed(allowed: "a service type such as health or health.hiv") { text in
            let service = ServiceType(rawValue: text)
            return service.isWellFormed ? service : nil
        }
    }
}

extension YAMLShape<CalendarDate> {
    static var date: YAMLShape {
        .parsed(allowed: "a day as in 2026-12-24") { text in
            let parts = text.utf8.split(
                separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
            guard parts.map(\.count) == [4, 2, 2], let year = number(parts[0]),
                let month = number(parts[1]), let day = number(parts[2])
            else { return nil }
            return CalendarDate(year: year, month: month, day: day)
        }
    }

    private static func number(_ digits: Substring.UTF8View) -> Int? {
        digits.allSatisfy(\.isDigit) ? Int(Substring(digits)) : nil
    }
}

extension YAMLShape<String> {
    static var groupName: YAMLShape {
        .parsed(allowed: "2 to 64 of a-z, 0-9 and inner hyphens") { text in
            text.isShortName ? text : nil
        }
    }

    /// A line of text for people.
    static var name: YAMLShape {
        .parsed(allowed: "a line of text of at most 200 bytes") { text in
            let isLine =
                (1...200).contains(text.utf8.count)
                && text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
            return isLine ? text : nil
        }
    }

    /// A subject alternative name of type URI, compared byte by byte.
    static var uri: YAMLShape {
        .parsed(allowed: "a URI such as urn:throughcare:agency:ro-anp-giurgiu") { text in
            let bytes = text.utf8
            guard bytes.count <= 250, bytes.allSatisfy({ (0x21...0x7E).contains($0) }),
                let first = bytes.first, first.isLetter,
                let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
                bytes.index(after: colon) != bytes.endIndex
            else { return nil }
            return text
        }
    }

    /// A subject alternative name of type DNS, in lower case; no wildcard, which would let one
    /// agency's machine stand for another's.
    static var hostName: YAMLShape {
        .parsed(allowed: "a host name such as throughcare.clinic.example, without wildcards") {
            text in
            let labels = text.utf8.split(
                separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            guard text.utf8.count <= 253, labels.count >= 2,
                labels.allSatisfy({ label in
                    (1...63).contains(label.count) && label.first != UInt8(ascii: "-")
                        && label.last != UInt8(ascii: "-")
                        && label.allSatisfy {
                            $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-")
                        }
                })
            else { return nil }
            return text.lowercased()
        }
    }

    /// SHA-256 as `openssl x509 -fingerprint -sha256` prints it, or without the colons.
    static var fingerprint: YAMLShape {
        .parsed(allowed: "the certificate's SHA-256: 64 hexadecimal digits, with or without colons")
        { text in
            let digits = text.lowercased().filter { $0 != ":" }
            guard digits.utf8.count == 64, digits.utf8.allSatisfy(\.isHexadecimalDigit) else {
                return nil
            }
            return digits
        }
    }
}

extension String {
    fileprivate var isShortName: Bool {
        (2...64).contains(utf8.count) && utf8.first != UInt8(ascii: "-")
            && utf8.last != UInt8(ascii: "-")
            && utf8.allSatisfy { $0.isLowerLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    fileprivate var isLowerLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
    fileprivate var isLetter: Bool {
        isLowerLetter || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
    }
    fileprivate var isHexadecimalDigit: Bool {
        isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self)
    }
}
