/// Reads the keys of one mapping, and knows which of them were asked for.
package struct MappingReader {
    private let entries: [YAMLNode.Entry]
    private let reader: YAMLReader
    /// The keys that are known here, in the order in which they were asked for.
    private var known: [String] = []

    init(entries: [YAMLNode.Entry], reader: YAMLReader) {
        self.entries = entries
        self.reader = reader
    }

    /// A value that must be there.
    ///
    /// - Returns: nil if it is absent or wrong, which is then reported.
    package mutating func required<Value>(_ key: String, as shape: YAMLShape<Value>) -> Value? {
        guard let found = look(for: key) else {
            if let empty = entry(key) {
                reader.report(at: place(of: empty), "has no value", remedy: "give one")
            } else {
                reader.report("lacks the key \(key)", remedy: "add it")
            }
            return nil
        }
        return shape.read(found)
    }

    /// A value that may be left out.
    ///
    /// - Returns: nil if it is absent or empty, and also if it is wrong, which is then reported.
    package mutating func optional<Value>(_ key: String, as shape: YAMLShape<Value>) -> Value? {
        look(for: key).flatMap(shape.read)
    }

    /// A value that may be left out.
    ///
    /// - Returns: `fallback` if it is absent or empty, and also if it is wrong, which is then
    ///   reported.
    package mutating func optional<Value>(
        _ key: String, as shape: YAMLShape<Value>, default fallback: @autoclosure () -> Value
    ) -> Value {
        look(for: key).flatMap(shape.read) ?? fallback()
    }

    /// A mapping all of whose keys may be left out, and so the mapping too: an absent one is read
    /// as an empty one.
    ///
    /// - Returns: nil if it is wrong, which is then reported.
    package mutating func section<Value>(
        _ key: String, _ read: @escaping (inout MappingReader) -> Value?
    ) -> Value? {
        let shape = YAMLShape<Value>.mapping(read)
        if let found = look(for: key) { return shape.read(found) }
        let node = YAMLNode(kind: .nothing, line: reader.node.line, column: reader.node.column)
        return shape.read(reader.reader(of: node, .key(key, of: reader.path)))
    }

    /// Accepts a key without reading it.
    package mutating func ignore(_ key: String) {
        _ = look(for: key)
    }

    /// Whether the key is there with a value.
    package func has(_ key: String) -> Bool {
        guard let entry = entry(key) else { return false }
        if case .nothing = entry.value.kind { return false }
        return true
    }

    /// Where the mapping stands.
    package var place: YAMLPlace { reader.place }

    /// Where the key's value stands, or the mapping if it has none.
    package func place(of key: String) -> YAMLPlace {
        entry(key).map(place(of:)) ?? reader.place
    }

    /// Records a fault of the key's value, or of the mapping where it has none: for what only shows
    /// when several values are seen together.
    package func report(_ key: String, _ problem: String, remedy: String = "") {
        reader.report(at: place(of: key), problem, remedy: remedy)
    }

    /// Records a fault at a place that was kept with a value.
    package func report(at place: YAMLPlace, _ problem: String, remedy: String = "") {
        reader.report(at: place, problem, remedy: remedy)
    }

    /// Reports each key that was not asked for, with the known key that it looks like.
    func refuseUnknownKeys() {
        for entry in entries where !known.contains(entry.key) {
            let absent = known.filter { key in !entries.contains { $0.key == key } }
            let meant =
                nearest(to: entry.key, among: absent) ?? nearest(to: entry.key, among: known)
            let place = YAMLPlace(
                file: entry.value.source ?? reader.place.file, line: entry.keyLine,
                column: entry.keyColumn,
                path: YAMLPath.key(entry.key, of: reader.path).text)
            let allowed = "known here: \(known.sorted().joined(separator: ", "))"
            reader.report(
                at: place, "is not a key here",
                remedy: meant.map { "did you mean \($0)? " + allowed } ?? allowed)
        }
    }

    private mutating func look(for key: String) -> YAMLReader? {
        if !known.contains(key) { known.append(key) }
        guard has(key), let entry = entry(key) else { return nil }
        return reader.reader(of: entry.value, .key(key, of: reader.path))
    }

    private func entry(_ key: String) -> YAMLNode.Entry? {
        entries.first { $0.key == key }
    }

    private func place(of entry: YAMLNode.Entry) -> YAMLPlace {
        reader.reader(of: entry.value, .key(entry.key, of: reader.path)).place
    }
}
