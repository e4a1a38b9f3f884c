import Referrals
import Testing

@Suite("A set of sections") struct SectionSetTests {
    /// Every set there is, beside the standard library's.
    private static let all: [(SectionSet, Set<SectionLabel>)] = (0..<512).map { number in
        let labels = SectionLabel.allCases.enumerated()
            .filter { number >> $0.offset & 1 == 1 }.map(\.element)
        return (SectionSet(labels), Set(labels))
    }

    @Test("holds what was put in, in the contract's sequence")
    func members() {
        #expect(Set(Self.all.map(\.0)).count == 512)
        for (sections, labels) in Self.all {
            let expected = SectionLabel.allCases.filter(labels.contains)
            #expect(Array(sections) == expected)
            #expect(sections.count == labels.count && sections.isEmpty == labels.isEmpty)
            #expect(sections.first == expected.first)
            #expect(
                SectionLabel.allCases.allSatisfy {
                    sections.contains($0) == labels.contains($0)
                })
        }
    }

    @Test("adds and removes one")
    func changes() {
        for (sections, labels) in Self.all {
            for label in SectionLabel.allCases {
                var (changed, expected) = (sections, labels)
                #expect(changed.remove(label) == expected.remove(label))
                #expect(Set(changed) == expected)
                #expect(changed.insert(label).inserted && changed.contains(label))
                #expect(!changed.insert(label).inserted)
                #expect(changed.update(with: label) == label)
            }
        }
    }

    @Test("is joined, met and set apart as any set")
    func algebra() {
        let wrong = Self.all.enumerated().filter { index, pair in
            let other = Self.all[(index * 211 + 77) % 512]
            return Set(pair.0.union(other.0)) != pair.1.union(other.1)
                || Set(pair.0.intersection(other.0)) != pair.1.intersection(other.1)
                || Set(pair.0.symmetricDifference(other.0)) != pair.1.symmetricDifference(other.1)
                || Set(pair.0.subtracting(other.0)) != pair.1.subtracting(other.1)
                || pair.0.isSubset(of: other.0) != pair.1.isSubset(of: other.1)
        }
        #expect(wrong.isEmpty)
    }
}
