/// Writes the OpenMetrics text format, version 1.0.0.
struct OpenMetrics {
    static let contentType = "application/openmetrics-text; version=1.0.0; charset=utf-8"

    enum Kind: String {
        /// Its samples end in `_total`.
        case counter
        case gauge
        /// One sample that ends in `_info`, of value 1.
        case info
        /// Samples that end in `_count` and `_sum`.
        case summary
    }

    private(set) var text = ""

    /// Begins a family; its samples follow.
    ///
    /// - Parameter unit: the last word of the name, where it has one.
    mutating func family(_ name: String, _ kind: Kind, unit: String? = nil, help: String) {
        text += "# TYPE \(name) \(kind.rawValue)\n"
        if let unit { text += "# UNIT \(name) \(unit)\n" }
        text += "# HELP \(name) \(Self.escaped(help))\n"
    }

    mutating func sample(
        _ name: String, _ labels: KeyValuePairs<String, String>, _ value: some Figure
    ) {
        text += name
        if !labels.isEmpty {
            let pairs = labels.map { "\($0)=\"\(Self.escaped($1))\"" }
            text += "{" + pairs.joined(separator: ",") + "}"
        }
        text += " \(value.figure)\n"
    }

    mutating func sample(_ name: String, _ value: some Figure) { sample(name, [:], value) }

    mutating func end() { text += "# EOF\n" }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text.unicodeScalars {
            switch character {
            case "\\": escaped += "\\\\"
            case "\"": escaped += "\\\""
            case "\n": escaped += "\\n"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }
}

/// A number as OpenMetrics writes it.
protocol Figure {
    var figure: String { get }
}

extension Int: Figure { var figure: String { String(self) } }
extension Int32: Figure { var figure: String { String(self) } }
extension Int64: Figure { var figure: String { String(self) } }
extension UInt64: Figure { var figure: String { String(self) } }
extension Double: Figure {
    var figure: String { isNaN ? "NaN" : isInfinite ? (self > 0 ? "+Inf" : "-Inf") : "\(self)" }
}
