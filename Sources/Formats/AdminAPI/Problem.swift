/// An error, as RFC 9457 has it: `application/problem+json`.
package struct Problem: Codable, Sendable, Hashable {
    /// A URI that names the kind of problem: `urn:throughcare:problem:…`.
    package var type: String
    /// The kind in a few words; the same for each of its kind.
    package var title: String
    /// As in the HTTP response.
    package var status: Int
    /// This one, in a sentence.
    package var detail: String
    /// Each thing that is wrong with what was sent.
    package var errors: [FieldProblem]?
    /// What speaks against a network.
    package var warnings: [WarningLine]?

    package init(
        type: String, title: String, status: Int, detail: String, errors: [FieldProblem]? = nil,
        warnings: [WarningLine]? = nil
    ) {
        self.type = type
        self.title = title
        self.status = status
        self.detail = detail
        self.errors = errors
        self.warnings = warnings
    }
}

/// One thing that is wrong, and where.
package struct FieldProblem: Codable, Sendable, Hashable {
    /// JSON Pointer (RFC 6901); empty for the whole.
    package var pointer: String
    /// What is wrong, and what would be right.
    package var detail: String
    /// In a file, from 1.
    package var line: Int?
    package var column: Int?

    package init(
        pointer: String, detail: String, line: Int? = nil, column: Int? = nil
    ) {
        self.pointer = pointer
        self.detail = detail
        self.line = line
        self.column = column
    }
}
