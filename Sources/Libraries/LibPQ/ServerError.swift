import CLibPQ

/// What the server said about a command that it refused (libpq's `PQresultErrorField`).
///
/// The description names statement, state and objects but never shows a bound value; `detail` can
/// hold whole rows and must not be logged.
package struct ServerError: Error, Sendable, Equatable {
    /// The prepared statement or command that was being executed.
    package internal(set) var statement: String
    package let severity: Severity
    package let state: SQLState
    /// The primary message as the server sent it. In class 22 it can quote a bound value.
    package let message: String
    /// Can contain the values of a row: only for the eyes of somebody who may see that row.
    package let detail: String?
    package let hint: String?
    package let schema: String?
    package let table: String?
    package let column: String?
    package let constraint: String?
    /// Where in the statement's text the fault was seen, in characters from 1.
    package let position: Int?
}

/// The severity of a message from the server, in its order.
package enum Severity: String, Sendable, Hashable {
    case debug = "DEBUG"
    case log = "LOG"
    case info = "INFO"
    case notice = "NOTICE"
    case warning = "WARNING"
    /// The command failed; the session goes on.
    case error = "ERROR"
    /// The session ended.
    case fatal = "FATAL"
    /// All sessions ended.
    case panic = "PANIC"

    /// Whether the session is over once the server has said this.
    package var endsSession: Bool { self == .fatal || self == .panic }
}

extension ServerError: CustomStringConvertible {
    package var description: String {
        var text = "\(severity.rawValue) \(state.rawValue): \(messageWithoutValues)"
        var objects: [String] = []
        if !statement.isEmpty { objects.append("statement \(statement)") }
        if let table { objects.append("table \(table)") }
        if let column { objects.append("column \(column)") }
        if let constraint { objects.append("constraint \(constraint)") }
        if let position { objects.append("at character \(position)") }
        if !objects.isEmpty { text += " (\(objects.joined(separator: ", ")))" }
        return text
    }

    /// The primary message without what a data exception (class 22) quotes: that is the value.
    package var messageWithoutValues: String {
        guard state.classCode == "22", let first = message.firstIndex(of: "\""),
            let last = message.lastIndex(of: "\""), first < last
        else { return message }
        return message[...first] + "…" + message[last...]
    }
}

extension ServerError {
    /// Reads the fields of a failed result; nil if libpq made it itself, which means that the
    /// connection is lost and not that the server refused something.
    init?(_ result: OpaquePointer, statement: String) {
        func field(_ code: Int) -> String? {
            PQresultErrorField(result, Int32(code)).map { String(cString: $0) }
        }
        guard let state = field(pq_diag_sqlstate).flatMap(SQLState.init(rawValue:))
        else { return nil }
        let severity =
            field(pq_diag_severity) ?? field(pq_diag_severity_localized)
        self.init(
            statement: statement,
            severity: severity.flatMap(Severity.init(rawValue:)) ?? .error,
            state: state,
            message: field(pq_diag_message_primary) ?? "",
            detail: field(pq_diag_message_detail),
            hint: field(pq_diag_message_hint),
            schema: field(pq_diag_schema_name),
            table: field(pq_diag_table_name),
            column: field(pq_diag_column_name),
            constraint: field(pq_diag_constraint_name),
            position: field(pq_diag_statement_position).flatMap { Int($0) })
    }
}
