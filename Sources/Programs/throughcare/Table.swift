/// Rows and columns for people: as wide as they must be, numbers to the right.
struct Table {
    enum Side { case left, right }

    struct Column {
        let title: String
        let side: Side

        static func text(_ title: String) -> Column { Column(title: title, side: .left) }
        static func number(_ title: String) -> Column { Column(title: title, side: .right) }
    }

    let columns: [Column]
    var rows: [[String]] = []

    init(_ columns: Column...) { self.columns = columns }

    var lines: [String] {
        let widths = columns.indices.map { column in
            ([columns[column].title] + rows.map { $0[column] }).map(\.count).max() ?? 0
        }
        return ([columns.map(\.title)] + rows).map { row in
            let cells = columns.indices.map { column -> String in
                let space = String(repeating: " ", count: widths[column] - row[column].count)
                return columns[column].side == .left ? row[column] + space : space + row[column]
            }
            let line = cells.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }
}

/// Lengths of time and absent values, for people.
enum Words {
    static func age(_ seconds: Double?) -> String {
        guard let seconds else { return "-" }
        let whole = Int(seconds)
        return switch whole {
        case ..<60: "\(whole) s"
        case ..<3_600: "\(whole / 60) min"
        case ..<172_800: "\(whole / 3_600) h \(whole / 60 % 60) min"
        default: "\(whole / 86_400) d \(whole / 3_600 % 24) h"
        }
    }

    static func value(_ value: String?) -> String { value ?? "-" }

    static func value(_ value: some BinaryInteger) -> String { "\(value)" }

    /// What a referral that is on hold waits for.
    static func hold(_ cause: String) -> String {
        switch cause {
        case "provider": "waits for a provider"
        case "basis": "waits for a basis"
        case "assignment": "held by its provider"
        case "referrer": "waits for its referrer to complete it"
        case "custody": "paused"
        default: "held: \(cause)"
        }
    }

    static let demo = "DEMO NETWORK: consents are taken on the sender's word; not for real persons."
}
