import Foundation
import Testing

/// The rules over the tree as it is.
@Suite struct TidyTests {
    @Test("The whole tree keeps to the rule", arguments: Rule.all)
    func treeKeeps(to rule: Rule) {
        let violations = SourceTree.files.flatMap(rule.check)
        #expect(violations.isEmpty, "\(violations.map(\.description).joined(separator: "\n"))")
    }

    @Test("The tree is found, with every ring in it")
    func treeIsThere() {
        #expect(SourceTree.files.count > 100)
        #expect(Set(SourceTree.rings.values) == Set(Ring.allCases))
    }

    @Test("Nothing but the parts of the project lies at the top of the tree")
    func topLevel() {
        let parts: Set<Substring> = [
            "Package.swift", "Sources", "Tests", "Config", "Deploy", "README.md", "LICENSE",
        ]
        let found = Set(SourceTree.paths.compactMap { $0.split(separator: "/").first })
        let others = found.filter { !parts.contains($0) && !$0.hasPrefix(".") }
        // Resolved afresh by each build, and ignored by git; a tree without git has it.
        #expect(others.subtracting(["Package.resolved"]).sorted() == [])
    }

    @Test("Package.resolved is not tracked: a library resolves its dependencies with its users")
    func resolvedIsNotTracked() {
        let tracked = SourceTree.tracked ?? []
        #expect(!tracked.contains { $0.hasSuffix("Package.resolved") })
    }

    @Test("Every test target lies where its target lies under Sources")
    func testsMirrorSources() {
        let rings = Set(Ring.allCases.map(\.rawValue))
        let modules = Set(SourceTree.rings.map { "\($0.value.rawValue)/\($0.key)Tests" })
        let found = Set(
            SourceTree.paths.compactMap { path -> String? in
                let parts = path.split(separator: "/")
                guard parts.count > 3, parts[0] == "Tests", rings.contains(String(parts[1])),
                    parts[2].hasSuffix("Tests")
                else { return nil }
                return "\(parts[1])/\(parts[2])"
            })
        #expect(found.subtracting(modules).sorted() == [])
    }

    /// One TLS library, the distribution's, is in the programs that are built.
    @Test("No built program holds BoringSSL")
    func noBoringSSL() throws {
        guard let path = ProcessInfo.processInfo.environment["THROUGHCARE_BIN"] else { return }
        let directory = URL(filePath: path, directoryHint: .isDirectory)
        let programs = SourceTree.rings.filter { $0.value == .programs }.map(\.key)
            .filter { FileManager.default.isExecutableFile(atPath: directory.path + "/\($0)") }
        #expect(!programs.isEmpty)
        for program in programs {
            let symbols = try Command.run(["nm", program], in: directory)
            #expect(symbols.contains("SSL_CTX_new") || !symbols.contains("OpenSSLTLS"))
            #expect(!symbols.contains("BoringSSL"), "\(program)")
        }
    }
}
