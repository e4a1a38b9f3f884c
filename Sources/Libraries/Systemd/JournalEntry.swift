import Logging

/// A log event as the fields of a journal entry, after systemd.journal-fields(7).
struct JournalEntry {
    /// As `NAME=value`, each.
    let fields: [String]

    init(line: LogLine, identifier: String, event: LogEvent) {
        var fields = [
            "MESSAGE=\(line.text)",
            "PRIORITY=\(Self.priority(of: event.level))",
            "SYSLOG_IDENTIFIER=\(identifier)",
            "EVENT=\(line.event)",
            "CODE_FILE=\(event.file)",
            "CODE_LINE=\(event.line)",
            "CODE_FUNC=\(event.function)",
        ]
        fields += line.fields.map { "\(Self.name(for: $0.key))=\($0.value)" }
        self.fields = fields
    }

    /// The name of the field that a metadata key becomes: upper case, with `_` for what a name may
    /// not hold. A name that the journal or we give a meaning gets `X_` before it, as does one that
    /// starts with a digit or `_`, which the journal refuses or reserves for itself.
    static func name(for key: String) -> String {
        var name = ""
        for scalar in key.unicodeScalars.prefix(60) {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9": name += String(scalar).uppercased()
            default: name += "_"
            }
        }
        let isFree =
            name.unicodeScalars.first.map { "A"..."Z" ~= $0 } ?? false
            && !reserved.contains(name) && !name.hasPrefix("CODE_") && !name.hasPrefix("SYSLOG_")
        return isFree ? name : "X_\(name)"
    }

    private static let reserved: Set<String> = [
        "MESSAGE", "MESSAGE_ID", "PRIORITY", "EVENT", "ERRNO", "TID", "UNIT", "USER_UNIT",
        "DOCUMENTATION", "INVOCATION_ID", "USER_INVOCATION_ID",
    ]

    /// The level of syslog(3).
    static func priority(of level: Logger.Level) -> Int {
        switch level {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }
}
