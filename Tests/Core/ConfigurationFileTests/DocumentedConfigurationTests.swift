import ConfigurationFile
import Fixtures
import Foundation
import Testing
import Yams

/// `Config/throughcare.yaml` against the code: each says the same of every key.
@Suite("The documented configuration")
struct DocumentedConfigurationTests {
    private static let lines: [String] = {
        let file = TestSurroundings.source.appending(path: "Config/throughcare.yaml")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }()

    /// The file with each default in force: `#key:` without its `#`.
    private static var inForce: String {
        lines.map { $0.replacing(/^( *)#(\w+:)/, with: { "\($0.output.1)\($0.output.2)" }) }
            .joined(separator: "\n")
    }

    /// Keys without a default of their own, which the file shows in a comment.
    private static let shown: Set<String> = ["postgresqlBinaries", "masterKey.file"]

    private static func keys(of node: Node, at path: String = "") -> Set<String> {
        guard case .mapping(let mapping) = node else { return [path] }
        return mapping.reduce(into: []) { keys, entry in
            let name = entry.key.string ?? ""
            keys.formUnion(Self.keys(of: entry.value, at: path.isEmpty ? name : "\(path).\(name)"))
        }
    }

    @Test("as it is shipped changes nothing")
    func shipped() throws {
        let text = Self.lines.joined(separator: "\n")
        let configuration = try BrokerConfiguration(yaml: text, file: "throughcare.yaml")
        #expect(configuration == BrokerConfiguration())
    }

    @Test("has every key of the code and no other, each with the code's default")
    func defaults() throws {
        let configuration = try BrokerConfiguration(
            yaml: Self.inForce, file: "throughcare.yaml")
        #expect(configuration == BrokerConfiguration())
        let root = try #require(try Yams.compose(yaml: Self.inForce))
        #expect(
            Self.keys(of: root).union(Self.shown) == Set(ConfigurationKey.all.map(\.name)))
        for key in Self.shown {
            let name = key.split(separator: ".").last ?? ""
            #expect(Self.lines.contains { $0.contains("# \(name): /") })
        }
    }

    @Test("says of each limit its unit, its range and what is beyond it")
    func limits() throws {
        for limit in BrokerLimits.table {
            let line = "  #\(limit.name): \(limit.text(in: BrokerLimits()))"
            let index = try #require(Self.lines.firstIndex(of: line), "\(limit.name)")
            let above = Self.lines[..<index].reversed().prefix { $0.hasPrefix("  # ") }
            let comment = above.reversed().map { $0.dropFirst(4) }.joined(separator: " ")
            #expect(comment.contains("(\(limit.allowed))"), "\(limit.name)")
            #expect(comment.hasSuffix("Beyond it: \(limit.beyond)."), "\(limit.name)")
        }
    }

    @Test("has a comment above each key")
    func comments() {
        for (index, line) in Self.lines.enumerated().dropFirst()
        where line.contains(/^ *#\w+:/) {
            let above = Self.lines[index - 1]
            let isExplained =
                above.contains(/^ *#\s/) || above.contains(/^ *#\w+:/) || above.hasSuffix(":")
            #expect(isExplained, "\(line)")
        }
    }
}
