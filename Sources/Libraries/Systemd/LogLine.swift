import Logging

/// A log event as text: `event-name key=value key="quoted value"`, with nothing in it that could
/// begin a line of its own.
struct LogLine {
    /// No value is longer, in Unicode scalars; what is cut off is replaced by an ellipsis.
    static let longestValue = 4096

    /// The event's name.
    let event: String
    /// In the order of their names.
    let fields: [(key: String, value: String)]

    init(event: String, metadata: Logger.Metadata) {
        self.event = event
        fields = metadata.map { ($0.key, Self.text($0.value)) }.sorted { $0.0 < $1.0 }
    }

    /// The name and the fields.
    var text: String {
        fields.reduce(Self.word(event)) { text, field in
            "\(text) \(Self.key(field.key))=\(Self.word(field.value))"
        }
    }

    /// The whole line of a log without a journal, with the line break.
    func line(at time: LogTime, level: Logger.Level) -> String {
        "\(time) \(level.rawValue) \(text)\n"
    }

    private static func text(_ value: Logger.MetadataValue) -> String {
        switch value {
        case .string(let text):
            text
        case .stringConvertible(let value):
            value.description
        case .array(let values):
            "[" + values.map(text).joined(separator: ",") + "]"
        case .dictionary(let entries):
            "{"
                + entries.sorted { $0.key < $1.key }.map { "\($0.key):\(text($0.value))" }
                .joined(separator: ",") + "}"
        }
    }

    /// Letters, digits, `_`, `-` and `.`; anything else becomes `_`.
    private static func key(_ key: String) -> String {
        String(
            key.unicodeScalars.map { scalar in
                scalar.isASCII && (scalar.properties.isAlphabetic || "0"..."9" ~= scalar)
                    || "_-.".unicodeScalars.contains(scalar) ? Character(scalar) : "_"
            })
    }

    /// The value as it is where it is one word of printable ASCII, otherwise in quotes, with
    /// escapes for quotes, backslashes and whatever a terminal would not print.
    private static func word(_ value: String) -> String {
        let isPlain =
            !value.isEmpty
            && value.unicodeScalars.allSatisfy {
                "!"..."~" ~= $0 && $0 != "\"" && $0 != "=" && $0 != "\\"
            }
        if isPlain, value.utf8.count <= longestValue { return value }
        var quoted = "\""
        for (count, scalar) in value.unicodeScalars.enumerated() {
            guard count < longestValue else {
                quoted += "…"
                break
            }
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            default:
                if isPrinted(scalar) {
                    quoted.unicodeScalars.append(scalar)
                } else {
                    quoted += "\\u{\(String(scalar.value, radix: 16))}"
                }
            }
        }
        return quoted + "\""
    }

    private static func isPrinted(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
            false
        default:
            true
        }
    }
}
