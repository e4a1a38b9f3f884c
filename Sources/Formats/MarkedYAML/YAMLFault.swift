/// Where a value stands: what a fault points at, and what a value keeps that is checked later
/// against the rest of its file.
package struct YAMLPlace: Sendable, Hashable {
    /// The file as the operator named it, or what stands in for one (`environment variable X`).
    package var file: String
    /// From 1; nil where the value has no line, as in an environment variable.
    package var line: Int?
    /// From 1, counted in Unicode scalars.
    package var column: Int?
    /// From the top of the document, as in `agencies[3].certificates[0]`; empty for the top itself.
    package var path: String

    package init(file: String, line: Int? = nil, column: Int? = nil, path: String = "") {
        self.file = file
        self.line = line
        self.column = column
        self.path = path
    }
}

/// One thing that is wrong with a file, said so that it can be put right without the manual.
package struct YAMLFault: Error, Sendable, Hashable {
    package var place: YAMLPlace
    /// What is wrong.
    package var problem: String
    /// What is allowed, or what to do; empty where the problem says it.
    package var remedy: String

    package init(at place: YAMLPlace, _ problem: String, remedy: String = "") {
        self.place = place
        self.problem = problem
        self.remedy = remedy
    }
}

/// Everything that is wrong with a file, in the order of its lines.
package struct YAMLError: Error, Sendable, Hashable {
    /// At least one.
    package var faults: [YAMLFault]

    package init(_ faults: [YAMLFault]) {
        self.faults = faults
    }
}

extension YAMLPlace: CustomStringConvertible {
    /// `file:line:column: path`, without what is unknown or empty.
    package var description: String {
        var text = file
        if let line { text += ":\(line)" }
        if let column { text += ":\(column)" }
        return path.isEmpty ? text : "\(text): \(path)"
    }
}

extension YAMLFault: CustomStringConvertible {
    /// `file:line:column: key.path: what is wrong; what is allowed`
    package var description: String {
        remedy.isEmpty ? "\(place): \(problem)" : "\(place): \(problem); \(remedy)"
    }
}

extension YAMLError: CustomStringConvertible {
    /// One fault on a line.
    package var description: String {
        faults.map(\.description).joined(separator: "\n")
    }
}
