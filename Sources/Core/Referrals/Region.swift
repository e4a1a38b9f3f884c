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
        let parts = rawValue.utf8.split(
            separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let head = parts[0].split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard rawValue.utf8.count <= 100, head.count <= 2, head[0].count == 2,
            head[0].allSatisfy(\.isUpperLetter), parts.count == 1 || head.count == 2
        else { return false }
        if head.count == 2 {
            guard (1...3).contains(head[1].count),
                head[1].allSatisfy({ $0.isUpperLetter || $0.isDigit })
            else { return false }
        }
        return parts.dropFirst().allSatisfy(\.isLowerCaseName)
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
            && rawValue.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
                .allSatisfy(\.isLowerCaseName)
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
    /// Lower-case letters, digits and inner hyphens, at least one.
    fileprivate var isLowerCaseName: Bool {
        !isEmpty && first != UInt8(ascii: "-") && last != UInt8(ascii: "-")
            && allSatisfy { $0.isLowerLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
    }
}

extension UInt8 {
    fileprivate var isUpperLetter: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
    fileprivate var isLowerLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
