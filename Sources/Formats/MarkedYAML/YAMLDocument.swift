/// One file of configuration, read as YAML and ready to be decoded:
///
/// ```swift
/// let document = try YAMLDocument(text: text, file: "throughcare.yaml")
/// let agency = try document.decode(.mapping { map in
///     let id = map.required("id", as: .parsed(allowed: "2 to 64 of a-z 0-9 -", AgencyID.init))
///     let kind = map.required("kind", as: .choice(of: AgencyKind.self))
///     let patience = map.optional("patience", as: .duration, default: .seconds(30))
///     guard let id, let kind else { return nil }
///     return Agency(id: id, kind: kind, patience: patience)
/// })
/// ```
///
/// Strict where a slip of the pen would otherwise pass for a setting: duplicate and unknown keys,
/// tags, anchors with aliases, and `yes` for `true` are refused.
package struct YAMLDocument: Sendable {
    private let file: String
    private let limits: YAMLLimits
    private var root: YAMLNode

    /// - Parameter file: the name that faults show.
    /// - Throws: what keeps the text from being YAML within the limits, or that it is of no use
    /// here.
    package init(
        text: String, file: String, limits: YAMLLimits = YAMLLimits()
    ) throws(YAMLError) {
        var composer = YAMLComposer(file: file, limits: limits)
        root = composer.compose(text)
        guard composer.faults.isEmpty else { throw YAMLError(composer.faults) }
        self.file = file
        self.limits = limits
    }

    /// Decodes the whole document.
    ///
    /// - Throws: all faults that were found, at most `limits.faults`.
    package func decode<Value>(_ shape: YAMLShape<Value>) throws(YAMLError) -> Value {
        let faults = FaultList(limit: limits.faults)
        let reader = YAMLReader(node: root, path: .top, file: file, faults: faults)
        let value = shape.read(reader)
        if faults.isEmpty, let value { return value }
        if faults.isEmpty { reader.report("is refused") }
        throw YAMLError(faults.inOrder)
    }

    /// Puts a value in the place of what the file has at a path of keys, or adds it.
    ///
    /// - Parameters:
    ///   - path: the keys from the top; what is not a mapping on the way is replaced by one.
    ///   - text: the value; `[a, b]` is a list, everything else one plain scalar.
    ///   - source: shown instead of the file where the value is wrong, as in
    ///     `environment variable THROUGHCARE_DATABASE`.
    package mutating func override(_ path: [String], with text: String, source: String) {
        var node = YAMLNode(kind: .scalar(text, plain: true), source: source)
        if text.hasPrefix("["), text.hasSuffix("]") {
            let elements = text.dropFirst().dropLast().split(separator: ",").map { element in
                let word = element.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
                return YAMLNode(kind: .scalar(String(word), plain: true), source: source)
            }
            node.kind = .list(elements)
        }
        root.set(path[...], to: node)
    }
}

extension YAMLNode {
    fileprivate mutating func set(_ path: ArraySlice<String>, to value: YAMLNode) {
        guard let key = path.first else {
            self = value
            return
        }
        var entries: [Entry] = []
        if case .mapping(let present) = kind { entries = present }
        if let index = entries.firstIndex(where: { $0.key == key }) {
            entries[index].value.set(path.dropFirst(), to: value)
        } else {
            var added = YAMLNode(kind: .nothing, source: value.source)
            added.set(path.dropFirst(), to: value)
            entries.append(Entry(key: key, value: added))
        }
        kind = .mapping(entries)
    }
}

/// The faults of one decoding: shared by its readers, which live no longer than it does.
final class FaultList {
    private let limit: Int
    private var faults: [YAMLFault] = []

    init(limit: Int) {
        self.limit = limit
    }

    var isEmpty: Bool { faults.isEmpty }

    func append(_ fault: YAMLFault) {
        if faults.count < limit { faults.append(fault) }
    }

    var inOrder: [YAMLFault] {
        faults.enumerated().sorted { first, second in
            let (a, b) = (first.element.place, second.element.place)
            return (a.line ?? 0, a.column ?? 0, first.offset)
                < (b.line ?? 0, b.column ?? 0, second.offset)
        }.map(\.element)
    }
}
