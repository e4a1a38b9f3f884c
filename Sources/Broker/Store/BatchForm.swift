/// The form of the one statement that writes a batch: an insert for each table to which it adds,
/// beside the check of who owns the shard (data-modifying WITH: each insert is carried out to its
/// end, in whatever order, and all of it is undone where the check fails). To start and end one
/// statement costs a small batch a quarter less than one for each table.
struct BatchForm: Hashable {
    enum Table: String {
        case persons, messages, referrals, contents, events, counters, network

        var statement: StatementName {
            switch self {
            case .persons: .insertPersons
            case .messages: .insertMessages
            case .referrals: .insertReferrals
            case .contents: .insertContents
            case .events: .insertEvents
            case .counters: .upsertCounters
            case .network: .insertNetwork
            }
        }
    }

    struct Insert: Hashable {
        let table: Table
        /// For so many rows; nil for any number of them, in arrays.
        let rows: Int?
    }

    let inserts: [Insert]

    /// Up to so many events, and one row of each other table, are written without arrays: to set up
    /// their functions costs more than a few rows do. Each number is a statement of its own.
    private static let mostEvents = 4

    init(_ batch: ShardBatch) {
        let others = [
            (Table.persons, batch.persons.count), (.messages, batch.messages.count),
            (.referrals, batch.referrals.count), (.contents, batch.contents.count),
        ]
        let isSmall =
            batch.events.count <= Self.mostEvents && others.allSatisfy { $0.1 <= 1 }
        var inserts: [Insert] = []
        for (table, rows) in others + [(.events, batch.events.count)] where rows > 0 {
            inserts.append(Insert(table: table, rows: isSmall ? rows : nil))
        }
        if !batch.counters.isEmpty { inserts.append(Insert(table: .counters, rows: nil)) }
        if batch.network != nil { inserts.append(Insert(table: .network, rows: 1)) }
        self.inserts = inserts
    }

    /// The statement. Its parameters are those of `own-shard`, then those of each insert, in order.
    var sql: String {
        let check = NumberedSQL(StatementName.ownShard.sql)
        var parameters = check.parameters
        var parts: [String] = []
        for insert in inserts {
            var sql = NumberedSQL(insert.table.statement.sql)
            if let rows = insert.rows { sql = sql.writing(rows: rows) }
            let numbered = sql.numbered(from: parameters)
            parts.append("new_\(insert.table) AS (\n\(numbered)\n)")
            parameters += sql.parameters
        }
        return parts.isEmpty
            ? check.text : "WITH \(parts.joined(separator: ", "))\n\(check.text)"
    }
}

/// A statement's text, by the parameters that stand in it.
private struct NumberedSQL {
    let text: String

    init(_ text: String) { self.text = text }

    /// How many parameters it has.
    var parameters: Int {
        text.matches(of: /\$([0-9]+)/).compactMap { Int($0.output.1) }.max() ?? 0
    }

    /// The text with as many parameters ahead of its own.
    func numbered(from offset: Int) -> String {
        text.replacing(/\$([0-9]+)/) { "$\((Int($0.output.1) ?? 0) + offset)" }
    }

    /// The same insert for so many rows, with a parameter for each element in the place of arrays
    /// that are unnested; as it is where there are none.
    func writing(rows: Int) -> NumberedSQL {
        let unnest = /unnest\(\$([0-9]+)(::[a-z]+)\[\]\)/
        let columns = text.matches(of: unnest).compactMap { Int($0.output.1) }
        guard let first = columns.min(), let select = text.firstRange(of: "\nSELECT\n") else {
            return self
        }
        let row = text[select.upperBound...]
        let values = (0..<rows).map { index in
            let values = row.replacing(unnest) { match in
                let column = (Int(match.output.1) ?? first) - first
                return "$\(first + column * rows + index)\(match.output.2)"
            }
            return "(\n\(values)\n)"
        }
        return NumberedSQL(
            "\(text[..<select.lowerBound])\nVALUES \(values.joined(separator: ", "))")
    }
}
