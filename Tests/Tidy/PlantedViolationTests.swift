import Testing

/// What a rule must catch, and what looks like it and is right.
@Suite struct PlantedViolationTests {
    struct Planted: Sendable, CustomTestStringConvertible {
        let rule: Rule
        var path = "Sources/Core/Referrals/Planted.swift"
        let text: String
        /// The lines that are wrong.
        let lines: [Int]

        var testDescription: String { "\(rule.name): \(text.prefix(60).debugDescription)" }
    }

    @Test("A rule catches what is planted, and nothing else", arguments: planted)
    func catches(_ planted: Planted) {
        let file = SourceFile(path: planted.path, text: planted.text)
        #expect(planted.rule.check(file).map(\.line) == planted.lines)
    }

    @Test("Every rule has something planted for it that it catches")
    func everyRule() {
        let caught = Set(Self.planted.filter { !$0.lines.isEmpty }.map(\.rule.name))
        #expect(caught == Set(Rule.all.map(\.name)))
    }

    static let planted: [Planted] = imports + unsafe + lengths + words

    private static let imports: [Planted] = [
        Planted(
            rule: .importsPointInward, text: "import Referrals\npackage import Store\n",
            lines: [2]),
        Planted(
            rule: .importsPointInward, path: "Sources/Formats/AMQP10/Planted.swift",
            text: "import NIOCore\nimport LibPQ\n@testable import struct Referrals.Region\n",
            lines: [2, 3]),
        Planted(
            rule: .importsPointInward, path: "Sources/Broker/Store/Planted.swift",
            text: "import LibPQ\nimport Referrals\nimport AMQPDoor\n", lines: [3]),
        Planted(
            rule: .importsPointInward, path: "Sources/Programs/throughcared/Planted.swift",
            text: "import Store\nimport AMQPDoor\n", lines: []),
        Planted(
            rule: .importsPointInward, path: "Tests/Core/ReferralsTests/Planted.swift",
            text: "import Store\n", lines: []),
        Planted(
            rule: .importsPointInward, text: "// import Store\nlet text = \"import Store\"\n",
            lines: []),
        Planted(rule: .packagesOfRing, text: "import Logging\n", lines: [1]),
        Planted(
            rule: .packagesOfRing, path: "Sources/Formats/AMQP10/Planted.swift",
            text: "import NIOCore\nimport NIOPosix\n", lines: [2]),
        Planted(
            rule: .packagesOfRing, path: "Sources/Programs/throughcared/Planted.swift",
            text: "import NIOPosix\n", lines: []),
    ]

    private static let unsafe: [Planted] = [
        Planted(
            rule: .unsafeCode,
            text: """
                final class Box: @unchecked Sendable {}
                nonisolated(unsafe) var count = 0
                func read(_ bytes: UnsafeRawBufferPointer) {}
                // UnsafeRawPointer is what we do not use.
                bytes.withUnsafeBytes { $0.count }
                case .unsafe(let warning)
                """, lines: [1, 2, 3, 5]),
        Planted(
            rule: .unsafeCode, path: "Sources/Libraries/LibPQ/Planted.swift",
            text: "func read(_ bytes: UnsafeRawBufferPointer) {}\n", lines: []),
    ]

    private static let lengths: [Planted] = [
        Planted(
            rule: .fileLength, text: String(repeating: "let one = 1\n", count: 501), lines: [500]),
        Planted(rule: .fileLength, text: String(repeating: "let one = 1\n", count: 500), lines: []),
        Planted(rule: .functionLength, text: function(lines: 61), lines: [2]),
        Planted(rule: .functionLength, text: function(lines: 60), lines: []),
        Planted(
            rule: .functionLength,
            text: function(lines: 61, filler: ##"let text = "}}" + #"}"# + "\(f("}"))""##),
            lines: [2]),
        Planted(
            rule: .functionLength,
            text: "protocol P {\n    func a()\n    func b(_ c: Int) -> Int\n}\n"
                + function(lines: 59), lines: []),
        Planted(
            rule: .functionLength,
            text: "init(\n" + String(repeating: "    a: Int,\n", count: 58) + ") {\n}\n",
            lines: [1]),
        Planted(
            rule: .lineLength,
            text: "let short = 1\n" + String(repeating: "x", count: 101) + "\n", lines: [2]),
        Planted(
            rule: .lineLength,
            text: "let text = \"\"\"\n    " + String(repeating: "x", count: 101)
                + "\n    \"\"\"\n// " + String(repeating: "x", count: 101), lines: [4]),
        Planted(rule: .lineLength, text: String(repeating: "ă", count: 100) + "\n", lines: []),
    ]

    private static func function(lines: Int, filler: String = "let one = 1") -> String {
        "struct S {\n    func long() {\n"
            + String(repeating: "        \(filler)\n", count: lines - 2) + "    }\n}\n"
    }

    private static let words: [Planted] = [
        Planted(
            rule: .bannedCalls,
            text: """
                fatalError("no")
                let a = try! b() || try !c()
                let c = d as! E
                print("hello")
                // print("hello")
                sprint(1)
                await Task.sleep(for: .seconds(1))
                usleep(5)
                DispatchQueue.main.async {}
                let now = Date()
                import Foundation
                """, lines: [1, 2, 3, 4, 7, 8, 9, 10, 11]),
        Planted(
            rule: .bannedCalls, path: "Sources/Programs/throughcare/Planted.swift",
            text: "import Foundation\nlet now = Date()\nThread.sleep(forTimeInterval: 1)\n",
            lines: [3]),
        Planted(
            rule: .bannedCalls, path: "Tests/Core/ReferralsTests/Planted.swift",
            text: "import Foundation\nlet now = Date()\n", lines: []),
        Planted(rule: .unfinished, text: "// TO" + "DO: everything\nlet autodoc = 1\n", lines: [1]),
        Planted(
            rule: .unfinished, path: "Sources/Broker/Store/SQL/planted.sql",
            text: "-- FIX" + "ME\n", lines: [1]),
        Planted(
            rule: .typeNames,
            text:
                "struct QueueManager {}\nfinal class URLUtil {}\nlet impl = managerOf(database)\n",
            lines: [1, 2]),
        Planted(
            rule: .machinePaths, path: "Deploy/quickstart",
            text: "cd here\ncd /wo" + "rk/main\n", lines: [2]),
    ]
}
