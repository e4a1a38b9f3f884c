extension JSONIndexer {
    /// Refuses an object in which a name stands twice. Names are compared as decoded, for `"a"`
    /// and `"\u0061"` are one name.
    func refuseDuplicates(
        in object: Int, count: Int, hasEscapedName: Bool, _ text: Span<UInt8>
    ) throws(Fault) {
        guard count > 1 else { return }
        if hasEscapedName || count > 64 {
            try refuseDuplicatesSorted(in: object, count: count, text)
        } else {
            try refuseDuplicatesPairwise(in: object, text)
        }
    }

    /// For the few names of most objects: without an allocation. A name is compared with those
    /// before it only where its fingerprint shares one of 64 bits with any of them.
    private func refuseDuplicatesPairwise(in object: Int, _ text: Span<UInt8>) throws(Fault) {
        let index = index.span
        var seen: UInt64 = 0
        var name = object + 1
        while name < index.count {
            let entry = index[name]
            let bit: UInt64 = 1 << UInt64((entry.count &* 0x9E37_79B1) >> 26)
            if seen & bit != 0 {
                var earlier = object + 1
                while earlier < name {
                    if index[earlier].count == entry.count,
                        Self.areEqual(entry, index[earlier], text)
                    {
                        throw Fault(.duplicateName, at: Int(entry.start), name: name)
                    }
                    earlier = Int(index[earlier + 1].next)
                }
            }
            seen |= bit
            name = Int(index[name + 1].next)
        }
    }

    /// Four bytes that differ for most names that differ.
    static func fingerprint(_ start: Int, _ end: Int, _ text: Span<UInt8>) -> UInt32 {
        guard start < end else { return 0 }
        let length = UInt32(truncatingIfNeeded: end - start)
        let ends = UInt32(text[start]) << 8 | UInt32(text[end - 1]) << 16
        return length & 0xFF | ends | UInt32(text[(start + end) / 2]) << 24
    }

    /// For many names: n log n whatever a peer chooses them to be.
    private func refuseDuplicatesSorted(
        in object: Int, count: Int, _ text: Span<UInt8>
    ) throws(Fault) {
        var names: [(name: [UInt8], entry: Int)] = []
        names.reserveCapacity(count)
        var name = object + 1
        while name < index.count {
            names.append((decodedString(index[name], in: text), name))
            name = Int(index[name + 1].next)
        }
        names.sort { left, right in
            if left.name.lexicographicallyPrecedes(right.name) { return true }
            return left.name == right.name && left.entry < right.entry
        }
        for (earlier, later) in zip(names, names.dropFirst()) where earlier.name == later.name {
            throw Fault(
                .duplicateName, at: Int(index[later.entry].start), name: later.entry)
        }
    }

    private static func areEqual(_ left: Entry, _ right: Entry, _ text: Span<UInt8>) -> Bool {
        guard left.end - left.start == right.end - right.start else { return false }
        var (one, other) = (Int(left.start), Int(right.start))
        while one < Int(left.end) {
            if text[one] != text[other] { return false }
            one += 1
            other += 1
        }
        return true
    }

    /// Gives a fault its path.
    func error(for fault: Fault, in bytes: [UInt8]) -> JSONError {
        var path = ""
        for container in open {
            guard let child = child(being: container) else { break }
            switch child {
            case .member(let name):
                path += JSONPointer.segment(decodedString(index[name], in: bytes.span))
            case .element(let number):
                path += "/\(number)"
            }
        }
        if let name = fault.name {
            path += JSONPointer.segment(decodedString(index[name], in: bytes.span))
        }
        return JSONError(kind: fault.kind, offset: fault.offset, path: path)
    }

    private enum Child {
        case member(name: Int)
        case element(Int)
    }

    /// The child of an open container that was being read; nil where the fault is between two.
    private func child(being container: Int) -> Child? {
        var entry = container + 1
        var number = 0
        if index[container].kind == .array {
            while entry < index.count, index[entry].next != 0 {
                entry = Int(index[entry].next)
                number += 1
            }
            return .element(number)
        }
        while entry < index.count {
            guard entry + 1 < index.count, index[entry + 1].next != 0 else {
                return .member(name: entry)
            }
            entry = Int(index[entry + 1].next)
        }
        return nil
    }
}
