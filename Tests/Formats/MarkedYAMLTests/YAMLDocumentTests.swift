import MarkedYAML
import Testing

/// The faults that decoding a text gives, one a line.
private func faults<Value>(
    _ text: String, _ shape: YAMLShape<Value>, limits: YAMLLimits = YAMLLimits()
) -> [String] {
    do throws(YAMLError) {
        _ = try YAMLDocument(text: text, file: "f.yaml", limits: limits).decode(shape)
        return []
    } catch {
        return error.faults.map(\.description)
    }
}

private var anything: YAMLShape<Bool> { YAMLShape { _ in true } }

@Suite("A document")
struct YAMLDocumentTests {
    @Test(
        "that is not YAML is refused at its line and column",
        arguments: [
            ("a: 'unclosed", "f.yaml:1:13: is not YAML here: "),
            ("a:\n\t- b", "f.yaml:2:1: is not YAML here: "),
            ("a: 1\n b: 2", "f.yaml:2:3: is not YAML here: "),
            ("a: [1, 2", "f.yaml:"),
            ("a: é\nb: \u{1}", "f.yaml:2:4: is not YAML here: "),
            ("a: 1\n---\nb: 2", "f.yaml:2:1: is not YAML here: "),
            ("a: *nowhere", "f.yaml:1:4: is not YAML here: found undefined alias"),
        ])
    func notYAML(text: String, start: String) {
        let found = faults(text, anything)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix(start) == true, "\(found)")
    }

    @Test("with a duplicate key is refused")
    func duplicateKey() {
        #expect(
            faults("a:\n  b: 1\n  'b': 2\n", anything)
                == ["f.yaml:2:3: has the key 'b' more than once; keep one of them"])
    }

    @Test("with an alias is refused, however deep its aliases would go")
    func aliases() {
        var text = "l0: &l0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...40 {
            let references = Array(repeating: "*l\(level - 1)", count: 9).joined(separator: ", ")
            text += "l\(level): &l\(level) [\(references)]\n"
        }
        text += "? *l40\n: boom\n"
        #expect(
            faults(text, anything)
                == ["f.yaml:2:10: uses the alias '*l0'; write the value out: no aliases here"])
    }

    @Test(
        "with asterisks and ampersands in its text is no document with aliases",
        arguments: ["a: R&D and *this*", "a: '&x'\nb: 2 * 3", "a: &x 1", "a: '*x'"])
    func noAliases(text: String) {
        #expect(faults(text, anything).isEmpty)
    }

    @Test("with tags, or keys that are not text, is refused with all of them")
    func tagsAndKeys() {
        #expect(
            faults("a: !!int 5\nb: !x [1]\n? [k]\n: v\n!y c: 1\n", anything) == [
                "f.yaml:1:4: a: has the tag 'tag:yaml.org,2002:int'; "
                    + "write the value alone: no tags here",
                "f.yaml:2:4: b: has the tag '!x'; write the value alone: no tags here",
                "f.yaml:3:3: has a key that is a list or a mapping; a key is text",
                "f.yaml:5:1: has the tag '!y'; write the value alone: no tags here",
            ])
    }

    @Test("is bounded in bytes, values and depth, and accepted at each bound")
    func limits() {
        var limits = YAMLLimits()
        limits.bytes = 6
        #expect(faults("a: 123", anything, limits: limits).isEmpty)
        #expect(
            faults("a: 1234", anything, limits: limits)
                == ["f.yaml: is longer than 6 bytes; split it, or check the name"])
        limits = YAMLLimits()
        limits.nodes = 4
        #expect(faults("[1, 2, 3]", anything, limits: limits).isEmpty)
        #expect(
            faults("[1, 2, 3, 4, 5]", anything, limits: limits)
                == ["f.yaml:1:11: [3]: has more than 4 values; split the file"])
        limits = YAMLLimits()
        limits.depth = 2
        #expect(faults("a: {b: 1}", anything, limits: limits).isEmpty)
        #expect(
            faults("a: {b: {c: 1}}", anything, limits: limits)
                == ["f.yaml:1:12: a.b.c: is nested more than 2 deep"])
    }

    @Test("of a hundred thousand brackets or indents is refused, and the stack survives")
    func deepNesting() {
        #expect(faults(String(repeating: "[", count: 100_000), anything).count == 1)
        #expect(faults(String(repeating: "- ", count: 100_000) + "x", anything).count == 1)
        #expect(faults(String(repeating: "? ", count: 50_000) + "x", anything).count == 1)
        #expect(faults(String(repeating: "{a: ", count: 50_000), anything).count == 1)
    }

    @Test("lists its first faults only, when there are more than the limit")
    func faultLimit() {
        var limits = YAMLLimits()
        limits.faults = 3
        let text = (0..<50).map { "k\($0): x" }.joined(separator: "\n")
        let found = faults(text, .entries(.string, to: .integer), limits: limits)
        #expect(found.count == 3)
        #expect(found.first == "f.yaml:1:5: k0: is 'x'; expected a whole number")
    }

    @Test("cut anywhere, or with any byte flipped, is decoded or refused")
    func damage() throws {
        let text = "agencies:\n  - {id: \"a\", n: [1, 2]}\n  - id: |\n      x\n# é & *c\nz: ~\n"
        for end in 0...text.utf8.count {
            let cut = String(decoding: text.utf8.prefix(end), as: UTF8.self)
            _ = faults(cut, anything)
        }
        for index in text.utf8.indices.indices {
            for bit in 0..<8 {
                var bytes = Array(text.utf8)
                let offset = text.utf8.distance(from: text.startIndex, to: index)
                bytes[offset] ^= 1 << bit
                _ = faults(String(decoding: bytes, as: UTF8.self), anything)
            }
        }
    }

    @Test("that is empty has all its keys missing")
    func empty() {
        let shape = YAMLShape<Int>.mapping { map in map.required("port", as: .integer) }
        for text in ["", "---", "# only a comment", "~", "{}"] {
            let found = faults(text, shape)
            #expect(found.first?.hasSuffix(": lacks the key port; add it") == true, "\(found)")
        }
    }

    @Test("can be overridden at a path, and a wrong override is named by its source")
    func overrides() throws {
        let shape = YAMLShape<[Int]>.mapping { map in
            let port = map.section("door") { map in map.required("port", as: .integer) }
            let ids = map.optional("ids", as: .list(of: .integer), default: [])
            return port.map { [$0] + ids }
        }
        var document = try YAMLDocument(text: "door:\n  port: 1\n", file: "f.yaml")
        #expect(try document.decode(shape) == [1])
        document.override(["door", "port"], with: "2", source: "environment variable PORT")
        document.override(["ids"], with: "[3,  4 ]", source: "environment variable IDS")
        #expect(try document.decode(shape) == [2, 3, 4])
        document.override(["door", "port"], with: "x", source: "environment variable PORT")
        document.override(["dor", "port"], with: "x", source: "environment variable DOR")
        do throws(YAMLError) {
            _ = try document.decode(shape)
            Issue.record("decoded")
        } catch {
            #expect(
                error.faults.map(\.description) == [
                    "environment variable PORT: door.port: is 'x'; expected a whole number",
                    "environment variable DOR: dor: is not a key here; "
                        + "did you mean door? known here: door, ids",
                ])
        }
    }
}
