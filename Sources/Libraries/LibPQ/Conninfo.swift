import CLibPQ

/// A connection string (`host=… dbname=…`, or a `postgresql://` URI) that libpq can read.
///
/// Its secrets appear in no description.
package struct Conninfo: Sendable {
    let settings: [Setting]

    struct Setting: Sendable {
        let keyword: String
        let value: String
        let isSecret: Bool
    }

    /// Parses with `PQconninfoParse`. What libpq takes from the environment, a service file or a
    /// password file is not looked up here but when the connection is made.
    package init(_ text: String) throws(DatabaseError) {
        var message: UnsafeMutablePointer<CChar>?
        let parsed = PQconninfoParse(text, &message)
        defer {
            PQconninfoFree(parsed)
            PQfreemem(message)
        }
        guard let parsed else {
            let reason = message.map { String(cString: $0) } ?? "out of memory"
            throw .conninfo(Self.withoutSecrets(reason, of: text))
        }
        settings = Self.options(parsed).compactMap { option in
            option.value.map { value in
                Setting(keyword: option.keyword, value: value, isSecret: option.isSecret)
            }
        }
    }

    /// The value that the string gives to a keyword; nil for none, and for a secret.
    package subscript(keyword: String) -> String? {
        settings.first { $0.keyword == keyword && !$0.isSecret }?.value
    }
}

extension Conninfo {
    private static let listed: Set<String> = ["host", "hostaddr", "port"]

    /// How many hosts it names; 1 where it names none.
    var hostCount: Int {
        settings.filter { Self.listed.contains($0.keyword) }
            .map { Self.items(of: $0).count }.max() ?? 1
    }

    /// The settings, with another one of the hosts at the front.
    func settings(startingAt first: Int) -> [(keyword: String, value: String)] {
        settings.map { setting in
            let items = Self.items(of: setting)
            // One port is for all hosts.
            guard Self.listed.contains(setting.keyword), items.count > first else {
                return (setting.keyword, setting.value)
            }
            return (setting.keyword, (items[first...] + items[..<first]).joined(separator: ","))
        }
    }

    private static func items(of setting: Setting) -> [Substring] {
        setting.value.split(separator: ",", omittingEmptySubsequences: false)
    }
}

extension Conninfo: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String {
        settings.map { "\($0.keyword)=\($0.isSecret ? "…" : $0.value)" }.joined(separator: " ")
    }

    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

extension Conninfo {
    private typealias Option = (keyword: String, value: String?, isSecret: Bool)

    private static func options(_ list: UnsafePointer<PQconninfoOption>) -> [Option] {
        var options: [Option] = []
        var next = list
        while let keyword = next.pointee.keyword {
            // libpq marks what must be hidden with an asterisk.
            let isSecret = next.pointee.dispchar.map { $0[0] == CChar(UInt8(ascii: "*")) }
            options.append(
                (
                    String(cString: keyword), next.pointee.val.map { String(cString: $0) },
                    isSecret ?? true
                ))
            next += 1
        }
        return options
    }

    /// libpq quotes what it stumbled over, which can be a piece of a password that was not quoted
    /// itself, or a whole URI: where a secret may be near, only known keywords stay.
    private static func withoutSecrets(_ reason: String, of text: String) -> String {
        let reason = firstLine(reason)
        let lowercased = text.lowercased()
        guard lowercased.contains("pass") || lowercased.contains("://") else { return reason }
        var parts = reason.split(separator: "\"", omittingEmptySubsequences: false)
        guard parts.count > 1 else { return reason }
        // More than one pair of quotes may mean a quote within: keep the first pair at most.
        let first = String(parts[1])
        let quoted = first == "=" || knownKeywords().contains(first) ? first : "…"
        if parts.count <= 3 {
            parts[1] = Substring(quoted)
            return parts.joined(separator: "\"")
        }
        let last = knownEnding(parts[parts.count - 1]) ? String(parts[parts.count - 1]) : ""
        return parts[0] + "\"\(quoted)\"…" + last
    }

    private static func knownEnding(_ ending: Substring) -> Bool {
        ending == " in connection info string"
    }

    private static func knownKeywords() -> Set<String> {
        let list = PQconninfoParse("", nil)
        defer { PQconninfoFree(list) }
        return list.map { Set(options($0).map(\.keyword)) } ?? []
    }
}

/// libpq's messages end in a newline and can go on with advice to a person at a terminal.
func firstLine(_ message: String) -> String {
    String(message.prefix { !$0.isNewline })
}
