import Testing

/// What names a test as its proof names one that is there.
@Suite struct NamedTests {
    @Test("Every limit names the test that proves it, and that test is there")
    func limits() throws {
        let path = "Sources/Core/ConfigurationFile/LimitTable.swift"
        let table = try #require(SourceTree.files.first { $0.path == path })
        let names = table.text.matches(of: /test: "([^"]*)"/).map { String($0.output.1) }
        #expect(names.count == table.text.matches(of: /\bLimit\(/).count)
        #expect(names.count > 20)
        for name in names { #expect(Self.isTest(name), "\(name)") }
    }

    @Test(
        "A test that is not there is not found",
        arguments: [
            "TidyTests/NamedTests/nothing", "TidyTests/Nothing/limits",
            "StoreTests/NamedTests/limits",
            "TidyTests/NamedTests/isTest", "TidyTests", "",
        ])
    func absent(name: String) {
        #expect(Self.isTest("TidyTests/NamedTests/limits"))
        #expect(!Self.isTest(name))
    }

    /// Whether there is such a test: target, suite and function.
    private static func isTest(_ name: String) -> Bool {
        let parts = name.split(separator: "/").map(String.init)
        guard parts.count == 3 else { return false }
        let folders = [parts[0], String(parts[0].trimmingSuffix("Tests"))]
        return SourceTree.files.contains { file in
            file.isSwift && file.path.hasPrefix("Tests/")
                && file.path.split(separator: "/").contains { folders.contains(String($0)) }
                && isTest(suite: parts[1], function: parts[2], in: file.tokens.map(\.text))
        }
    }

    private static func isTest(
        suite: String, function: String, in tokens: [Substring]
    ) -> Bool {
        let isSuite = zip(tokens, tokens.dropFirst()).contains { $0 == "struct" && $1 == suite }
        let place = zip(tokens, tokens.dropFirst()).enumerated().first {
            $0.element.0 == "func" && $0.element.1 == function
        }
        guard isSuite, let place else { return false }
        // What stands between the function and the one before it.
        let before = tokens[..<place.offset]
        let own = before[(before.lastIndex(of: "func") ?? 0)...]
        return zip(own, own.dropFirst()).contains { $0 == "@" && $1 == "Test" }
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> Substring {
        hasSuffix(suffix) ? dropLast(suffix.count) : self[...]
    }
}
