import Testing

/// One message, what our decoder must say of it, and whether the schema can see the same.
struct ContractCase: CustomTestStringConvertible {
    /// Why the schema does not see what the decoder refuses.
    enum Blindness: String {
        /// JSON Schema does not compare two fields, or a name with the sender's others.
        case comparesFields
        /// A pattern knows neither leap years nor leap seconds, nor the size of a number.
        case calendarOrNumber
    }

    let name: String
    /// The schema, without its suffix: also the message's type.
    let schema: String
    let text: String
    /// The pointers of all refusals, in the order in which they come; empty for a valid message.
    let refused: [String]
    var blindness: Blindness?

    var testDescription: String { name }

    var isValid: Bool { refused.isEmpty }
    var isValidToSchema: Bool { isValid || blindness != nil }

    /// A valid message with one part replaced.
    ///
    /// - Parameter change: the part, which must occur once, and what stands there instead.
    static func changed(
        _ name: String, _ schema: String, _ valid: String, _ change: (String, String),
        refused: [String] = [], blindness: Blindness? = nil
    ) -> ContractCase {
        let count = valid.ranges(of: change.0).count
        precondition(count == 1, "\(name): \(change.0) occurs \(count) times")
        return ContractCase(
            name: name, schema: schema, text: valid.replacing(change.0, with: change.1),
            refused: refused,
            blindness: blindness)
    }
}
