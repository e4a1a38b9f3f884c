import Yams

/// Turns Yams's tree into ours, within the limits, collecting what a file of ours may not use.
struct YAMLComposer {
    let file: String
    let limits: YAMLLimits
    private(set) var faults: [YAMLFault] = []
    private var count = 0

    init(file: String, limits: YAMLLimits) {
        self.file = file
        self.limits = limits
    }

    /// - Returns: the tree; meaningless if `faults` is not empty afterwards.
    mutating func compose(_ text: String) -> YAMLNode {
        let nothing = YAMLNode(kind: .nothing, line: 1, column: 1)
        guard text.utf8.count <= limits.bytes else {
            let place = YAMLPlace(file: file)
            refuse(place, "is longer than \(limits.bytes) bytes", "split it, or check the name")
            return nothing
        }
        if let alias = firstAlias(in: text) {
            let place = YAMLPlace(file: file, line: alias.line, column: alias.column)
            refuse(place, "uses the alias '*\(alias.name)'", "write the value out: no aliases here")
            return nothing
        }
        do {
            // The basic resolver leaves every plain scalar text: a type is what is asked for, and
            // so the country code NO stays a country.
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            guard let root = try parser.singleRoot() else { return nothing }
            return convert(root, path: .top, depth: 0)
        } catch {
            faults.append(fault(of: error))
            return nothing
        }
    }

    private mutating func convert(_ node: Node, path: YAMLPath, depth: Int) -> YAMLNode {
        var result = YAMLNode(kind: .nothing, line: node.mark?.line, column: node.mark?.column)
        count += 1
        guard count <= limits.nodes, depth <= limits.depth else {
            refuseSize(node, path, depth)
            return result
        }
        switch node {
        case .scalar(let scalar):
            checkTag(scalar.tag, of: node, path)
            result.kind = kind(of: scalar)
        case .sequence(let sequence):
            checkTag(sequence.tag, of: node, path)
            var list: [YAMLNode] = []
            list.reserveCapacity(sequence.count)
            for (index, element) in sequence.enumerated() {
                list.append(convert(element, path: .index(index, of: path), depth: depth + 1))
            }
            result.kind = .list(list)
        case .mapping(let mapping):
            checkTag(mapping.tag, of: node, path)
            result.kind = .mapping(entries(of: mapping, path: path, depth: depth))
        case .alias:
            refuse(place(of: node, path), "is an alias", "write the value out: no aliases here")
        }
        return result
    }

    private mutating func entries(
        of mapping: Node.Mapping, path: YAMLPath, depth: Int
    ) -> [YAMLNode.Entry] {
        var entries: [YAMLNode.Entry] = []
        entries.reserveCapacity(mapping.count)
        for (key, value) in mapping {
            count += 1
            guard case .scalar(let scalar) = key else {
                let place = place(of: key, path)
                refuse(place, "has a key that is a list or a mapping", "a key is text")
                continue
            }
            checkTag(scalar.tag, of: key, path)
            entries.append(
                YAMLNode.Entry(
                    key: scalar.string, keyLine: scalar.mark?.line, keyColumn: scalar.mark?.column,
                    value: convert(
                        value, path: .key(scalar.string, of: path), depth: depth + 1)))
        }
        return entries
    }

    private func kind(of scalar: Node.Scalar) -> YAMLNode.Kind {
        guard scalar.style == .plain else { return .scalar(scalar.string, plain: false) }
        switch scalar.string {
        case "", "~", "null", "Null", "NULL": return .nothing
        default: return .scalar(scalar.string, plain: true)
        }
    }

    private mutating func checkTag(_ tag: Tag, of node: Node, _ path: YAMLPath) {
        // Yams gives quoted text the tag of text by itself.
        guard !tag.rawValue.isEmpty, tag.rawValue != Tag.Name.str.rawValue else { return }
        let problem = "has the tag \(tag.rawValue.quoted)"
        refuse(place(of: node, path), problem, "write the value alone: no tags here")
    }

    private mutating func refuseSize(_ node: Node, _ path: YAMLPath, _ depth: Int) {
        if depth > limits.depth {
            refuse(place(of: node, path), "is nested more than \(limits.depth) deep", "")
        } else if count == limits.nodes + 1 {  // said once: all that follow would say the same
            refuse(place(of: node, path), "has more than \(limits.nodes) values", "split the file")
        }
    }

    private func place(of node: Node, _ path: YAMLPath) -> YAMLPlace {
        YAMLPlace(file: file, line: node.mark?.line, column: node.mark?.column, path: path.text)
    }

    private mutating func refuse(_ place: YAMLPlace, _ problem: String, _ remedy: String) {
        guard faults.count < limits.faults else { return }
        faults.append(YAMLFault(at: place, problem, remedy: remedy))
    }
}

extension YAMLComposer {
    /// What libyaml and Yams say, at the place where they say it.
    private func fault(of error: any Error) -> YAMLFault {
        func fault(_ mark: Mark?, _ problem: String, _ remedy: String) -> YAMLFault {
            let place = YAMLPlace(file: file, line: mark?.line, column: mark?.column)
            return YAMLFault(at: place, problem, remedy: remedy)
        }
        switch error as? YamlError {
        case .scanner(let context, let problem, let mark, yaml: _),
            .parser(let context, let problem, let mark, yaml: _),
            .composer(let context, let problem, let mark, yaml: _):
            return fault(mark, "is not YAML here: \(problem)", remedy(for: context))
        case .reader(let problem, let offset, let value, let text):
            return YAMLFault(
                at: place(ofCharacter: offset, in: text),
                "is not YAML here: \(problem)"
                    + (value < 0 ? "" : " (U+\(String(value, radix: 16, uppercase: true)))"),
                remedy: "remove the character, or write it as an escape in double quotes")
        case .duplicatedKeysInMapping(let duplicates, let context):
            let keys = duplicates.map(\.quoted).joined(separator: ", ")
            return fault(context.mark, "has the key \(keys) more than once", "keep one of them")
        case .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded, .no, nil:
            return fault(nil, "cannot be read: \(error)", "")
        }
    }

    private func remedy(for context: YamlError.Context?) -> String {
        let advice = "check the indentation (spaces, no tabs), colons and quotes"
        guard let context else { return advice }
        return "\(context.text) that starts at \(context.mark): \(advice)"
    }

    private func place(ofCharacter offset: Int?, in text: String) -> YAMLPlace {
        guard let offset else { return YAMLPlace(file: file) }
        let before = text.prefix(offset)
        let line = 1 + before.count { $0.isNewline }
        let column = before.reversed().prefix { !$0.isNewline }
            .reduce(1) { $0 + $1.unicodeScalars.count }
        return YAMLPlace(file: file, line: line, column: column)
    }
}
