/// A short name that some party gave to something of its own: opaque to the broker, and compared
/// byte by byte.
package protocol Identifier: RawRepresentable, Hashable, Sendable, Comparable,
    CustomStringConvertible
where RawValue == String {
    init(rawValue: String)
}

extension Identifier {
    package var description: String { rawValue }

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// An agency on the network, such as `ro-anp-giurgiu`.
package struct AgencyID: Identifier {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
}

/// A message's `id`, unique per sender: the key of deduplication.
package struct MessageID: Identifier {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
}

/// What an agency calls a referral, a consent or a plan of its own, such as `r9`; unique per
/// sender and kind of thing.
package struct LocalName: Identifier {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
}

/// A network's name, which consents name as their intermediary.
package struct NetworkID: Identifier {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
}

/// An agreement's name in the network file.
package struct AgreementID: Identifier {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
}

/// A referral as everyone but its sender calls it: `ro-anp-giurgiu/r9`.
package struct QualifiedName: Hashable, Sendable, CustomStringConvertible {
    package let agency: AgencyID
    package let name: LocalName

    package init(agency: AgencyID, name: LocalName) {
        self.agency = agency
        self.name = name
    }

    /// Reads `agency/name`; a text without a slash is a name of `sender`'s own.
    ///
    /// - Returns: nil if either part is empty.
    package init?(_ text: String, sender: AgencyID) {
        guard let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) else {
            guard !text.isEmpty else { return nil }
            self.init(agency: sender, name: LocalName(rawValue: text))
            return
        }
        let agency = text[..<slash]
        let name = text[text.index(after: slash)...]
        guard !agency.isEmpty, !name.isEmpty else { return nil }
        self.init(
            agency: AgencyID(rawValue: String(agency)), name: LocalName(rawValue: String(name)))
    }

    package var description: String { agency.rawValue + "/" + name.rawValue }
}

/// One offer of a referral to one provider: `a1` is a referral's first assignment, `a2` its next.
package struct AssignmentNumber: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let rawValue: Int16

    package init(_ rawValue: Int16) { self.rawValue = rawValue }

    /// Reads `a` and a number from 1 on, as `description` writes it and in no other way: `a+1` and
    /// `a01` would be second names of one thing.
    package init?(_ text: String) {
        let digits = text.utf8.dropFirst()
        guard text.utf8.first == UInt8(ascii: "a"), let first = digits.first,
            UInt8(ascii: "1")...UInt8(ascii: "9") ~= first, let number = Int16(text.dropFirst())
        else { return nil }
        self.rawValue = number
    }

    package var description: String { "a\(rawValue)" }

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The place of an event in its shard's log: dense, in commit order, from 1 on.
package struct Position: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let rawValue: Int64

    package init(_ rawValue: Int64) { self.rawValue = rawValue }

    package var description: String { String(rawValue) }

    package var next: Position { Position(rawValue + 1) }

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
