/// A set of sections, in one word: one goes with every referral, and is compared and hashed
/// whenever something of it is handed over. Its sequence is the contract's.
package struct SectionSet: SetAlgebra, Sequence, Hashable, Sendable {
    private var bits: UInt16 = 0

    package init() {}

    private init(bits: UInt16) { self.bits = bits }

    package var count: Int { bits.nonzeroBitCount }

    package var isEmpty: Bool { bits == 0 }

    /// The first of the contract's sequence.
    package var first: SectionLabel? { SectionLabel.allCases.first(where: contains) }

    package func contains(_ label: SectionLabel) -> Bool { bits & label.bit != 0 }

    @discardableResult
    package mutating func insert(
        _ label: SectionLabel
    ) -> (inserted: Bool, memberAfterInsert: SectionLabel) {
        let isNew = !contains(label)
        bits |= label.bit
        return (isNew, label)
    }

    @discardableResult
    package mutating func update(with label: SectionLabel) -> SectionLabel? {
        insert(label).inserted ? nil : label
    }

    @discardableResult
    package mutating func remove(_ label: SectionLabel) -> SectionLabel? {
        guard contains(label) else { return nil }
        bits &= ~label.bit
        return label
    }

    package func union(_ other: SectionSet) -> SectionSet { SectionSet(bits: bits | other.bits) }

    package func intersection(_ other: SectionSet) -> SectionSet {
        SectionSet(bits: bits & other.bits)
    }

    package func symmetricDifference(_ other: SectionSet) -> SectionSet {
        SectionSet(bits: bits ^ other.bits)
    }

    package mutating func formUnion(_ other: SectionSet) { bits |= other.bits }

    package mutating func formIntersection(_ other: SectionSet) { bits &= other.bits }

    package mutating func formSymmetricDifference(_ other: SectionSet) { bits ^= other.bits }

    package func makeIterator() -> some IteratorProtocol<SectionLabel> {
        SectionLabel.allCases.lazy.filter(contains).makeIterator()
    }
}

extension SectionLabel {
    fileprivate var bit: UInt16 {
        switch self {
        case .identity: 1 << 0
        case .contact: 1 << 1
        case .needs: 1 << 2
        case .health: 1 << 3
        case .substanceUse: 1 << 4
        case .family: 1 << 5
        case .custody: 1 << 6
        case .risk: 1 << 7
        case .other: 1 << 8
        }
    }
}
