/// One file of the source tree, as the rules read it.
struct SourceFile: Sendable {
    /// From the root of the tree on, with slashes.
    let path: String
    let text: String
    let lines: [Substring]
    /// Whether a line lies in a literal of several lines, for Swift.
    let isLiteral: [Bool]
    /// For Swift without comments and without what literals say; otherwise none.
    let tokens: [Token]

    init(path: String, text: String) {
        self.path = path
        self.text = text
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let code = path.hasSuffix(".swift") ? SwiftCode.blanked(text) : ""
        tokens = Token.all(in: code)
        isLiteral = zip(lines, code.split(separator: "\n", omittingEmptySubsequences: false))
            .map { line, code in
                code.utf8.allSatisfy { $0 == UInt8(ascii: " ") }
                    && !line.drop { $0 == " " }.hasPrefix("/")
            }
    }

    var isSwift: Bool { path.hasSuffix(".swift") }

    /// The ring and the module of a file under `Sources`.
    var module: (ring: Ring, name: String)? {
        let parts = path.split(separator: "/")
        guard parts.count > 3, parts[0] == "Sources", let ring = Ring(rawValue: String(parts[1]))
        else { return nil }
        return (ring, String(parts[2]))
    }

    func violation(line: Int, _ problem: String) -> Violation {
        Violation(path: path, line: line, problem: problem)
    }
}

/// A ring of the architecture, by its directory under `Sources`; imports point inward only.
enum Ring: String, CaseIterable, Comparable {
    case libraries = "Libraries"
    case formats = "Formats"
    case core = "Core"
    case broker = "Broker"
    case doors = "Doors"
    case programs = "Programs"

    static func < (left: Ring, right: Ring) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}

/// What is wrong, where, and what would be right.
struct Violation: Hashable, Sendable, CustomStringConvertible {
    let path: String
    let line: Int
    let problem: String

    var description: String { "\(path):\(line): \(problem)" }
}
