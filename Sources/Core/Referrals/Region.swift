/// A node of the tree of regions, whose roots are ISO 3166-1 countries and whose first level is
/// ISO 3166-2: `RO`, `RO-GR`, `RO-GR/bolintin-vale`.
package struct Region: Identifier {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    /// The region around this one: `RO-GR` for `RO-GR/bolintin-vale`, `RO` for `RO-GR`, nil for a
    /// country.
    package var parent: Region? {
        let bytes = rawValue.utf8
        if let slash = bytes.lastIndex(of: UInt8(ascii: "/")) {
            return Region(rawValue: String(rawValue[..<slash]))
        }
        if let hyphen = bytes.lastIndex(of: UInt8(ascii: "-")) {
            return Region(rawValue: String(rawValue[..<hyphen]))
        }
        return nil
    }

    /// This region and those around it, the most specific first.
    package var lineage: [Region] { Array(sequence(first: self) { $0.parent }) }

    /// Whether this text has the shape of a region: `AA`, `AA-1..3`, then `/lower-case-names`.
    package var isWellFormed: Bool {
        guard 2...100 ~= rawValue.utf8.count else { return false }
        var rest = rawValue.utf8[...]
        guard rest.removeFirst().isUpperLetter, rest.removeFirst().isUpperLetter else {
            return false
        }
        if rest.isEmpty { return true }
        guard rest.removeFirst() == UInt8(ascii: "-") else { return false }
        let subdivision = rest.prefix { $0.isUpperLetter || $0.isDigit }
        guard 1...3 ~= subdivision.count else { return false }
        rest = rest[subdivision.endIndex...]
        return rest.isEmpty
            || (rest.removeFirst() == UInt8(ascii: "/")
                && rest.areLowerCaseNames(between: UInt8(ascii: "/")))
    }
}

/// A node of the dotted tree of service types: `health`, `health.hiv`,
/// `psychosocial.art-therapy`.
package struct ServiceType: Identifier {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    /// `health` for `health.hiv`, nil for a root.
    package var parent: ServiceType? {
        guard let dot = rawValue.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        return ServiceType(rawValue: String(rawValue[..<dot]))
    }

    /// This type and those above it, the most specific first.
    package var lineage: [ServiceType] { Array(sequence(first: self) { $0.parent }) }

    /// Whether this text has the shape of a service type: lower-case names between dots.
    package var isWellFormed: Bool {
        rawValue.utf8.count <= 100
            && rawValue.utf8[...].areLowerCaseNames(between: UInt8(ascii: "."))
    }
}

/// The durable queue of one region × service type.
package struct Lane: Hashable, Sendable, CustomStringConvertible {
    package let region: Region
    package let service: ServiceType

    package init(region: Region, service: ServiceType) {
        self.region = region
        self.service = service
    }

    package var description: String { "\(region) \(service)" }
}

extension Substring.UTF8View {
    /// Whether each name between separators is of lower-case letters, digits and inner hyphens,
    /// and at least one long.
    fileprivate func areLowerCaseNames(between separator: UInt8) -> Bool {
        let hyphen = UInt8(ascii: "-")
        var previous = separator
        for byte in self {
            if byte == separator {
                guard previous != separator, previous != hyphen else { return false }
            } else if byte == hyphen {
                guard previous != separator else { return false }
            } else if !byte.isLowerLetter, !byte.isDigit {
                return false
            }
            previous = byte
        }
        return previous != separator && previous != hyphen
    }
}

extension UInt8 {
    fileprivate var isUpperLetter: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
    fileprivate var isLowerLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
