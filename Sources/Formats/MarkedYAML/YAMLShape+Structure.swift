extension YAMLShape {
    /// A mapping of known keys. When `read` is done, the keys that it did not ask for are refused;
    /// so ask for all keys first, and only then give up on a value that is missing.
    package static func mapping(_ read: @escaping (inout MappingReader) -> Value?) -> YAMLShape {
        YAMLShape { reader in
            let entries: [YAMLNode.Entry]
            switch reader.node.kind {
            case .mapping(let present):
                entries = present
            case .nothing:
                entries = []  // so that what is required is named
            case .scalar, .list:
                reader.mismatch("a mapping of keys to values")
                return nil
            }
            var map = MappingReader(entries: entries, reader: reader)
            let value = read(&map)
            map.refuseUnknownKeys()
            return value
        }
    }

    /// A list of values of one shape; nil if any of them is wrong, after all were read.
    ///
    /// - Parameter count: how many there may be. An empty place is an empty list.
    package static func list<Element>(
        of element: YAMLShape<Element>, count: ClosedRange<Int> = 0...Int.max
    ) -> YAMLShape where Value == [Element] {
        YAMLShape { reader in
            let nodes: [YAMLNode]
            switch reader.node.kind {
            case .list(let present):
                nodes = present
            case .nothing:
                nodes = []
            case .scalar, .mapping:
                reader.mismatch("a list")
                return nil
            }
            guard check(nodes.count, in: count, reader) else { return nil }
            let values = nodes.enumerated().map { index, node in
                element.read(reader.reader(of: node, .index(index, of: reader.path)))
            }
            let present = values.compactMap(\.self)
            return present.count == values.count ? present : nil
        }
    }

    /// A mapping whose keys are free, in the order of the file; nil if any value is wrong, after
    /// all were read. An empty place is an empty mapping.
    package static func entries<Key, Element>(
        _ key: YAMLShape<Key>, to value: YAMLShape<Element>
    ) -> YAMLShape where Value == [(key: Key, value: Element)] {
        YAMLShape { reader in
            let entries: [YAMLNode.Entry]
            switch reader.node.kind {
            case .mapping(let present):
                entries = present
            case .nothing:
                entries = []
            case .scalar, .list:
                reader.mismatch("a mapping")
                return nil
            }
            var result: [(key: Key, value: Element)] = []
            for entry in entries {
                let path = YAMLPath.key(entry.key, of: reader.path)
                let keyNode = YAMLNode(
                    kind: .scalar(entry.key, plain: true), line: entry.keyLine,
                    column: entry.keyColumn, source: entry.value.source)
                let key = key.read(reader.reader(of: keyNode, path))
                let value = value.read(reader.reader(of: entry.value, path))
                if let key, let value { result.append((key, value)) }
            }
            return result.count == entries.count ? result : nil
        }
    }

    /// The value with its place, for a check that needs the rest of the file.
    package static func marked<Inner>(
        _ shape: YAMLShape<Inner>
    ) -> YAMLShape where Value == Marked<Inner> {
        YAMLShape { reader in shape.read(reader).map { Marked($0, at: reader.place) } }
    }

    private static func check(_ count: Int, in range: ClosedRange<Int>, _ reader: YAMLReader)
        -> Bool
    {
        guard !range.contains(count) else { return true }
        let allowed =
            range.upperBound == .max
            ? "at least \(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
        reader.report("is a list of \(count)", remedy: "expected \(allowed)")
        return false
    }
}

/// A value and where in the file it stands.
package struct Marked<Value> {
    package var value: Value
    package var place: YAMLPlace

    package init(_ value: Value, at place: YAMLPlace) {
        self.value = value
        self.place = place
    }
}

extension Marked: Sendable where Value: Sendable {}
extension Marked: Equatable where Value: Equatable {}
