import MarkedYAML
import Testing

private enum Kind: String, CaseIterable {
    case prison, probation, socialServices = "social-services"
}

private struct Odd: Error, CustomStringConvertible {
    var description: String { "is odd" }
}

private func read<Value>(_ text: String, _ shape: YAMLShape<Value>) throws(YAMLError) -> Value {
    try YAMLDocument(text: text, file: "f").decode(shape)
}

private func fault<Value>(_ text: String, _ shape: YAMLShape<Value>) -> String? {
    do throws(YAMLError) {
        _ = try read(text, shape)
        return nil
    } catch {
        return error.description
    }
}

@Suite("A scalar")
struct YAMLScalarTests {
    @Test(
        "that looks like something else is the text that it is",
        arguments: [("NO", "NO"), ("08", "08"), ("'~'", "~"), ("1.10", "1.10"), ("P3D", "P3D")])
    func text(yaml: String, text: String) throws {
        #expect(try read(yaml, .string) == text)
    }

    @Test(
        "is a whole number only in plain decimal digits",
        arguments: [
            ("5", 5), ("-12", -12), ("0", 0), ("+5", nil), ("0x5", nil), ("007", nil), ("5.0", nil),
            ("'5'", nil), ("1_000", nil), ("99999999999999999999", nil), ("five", nil), ("-0", 0),
        ])
    func integers(yaml: String, value: Int?) {
        #expect((try? read(yaml, .integer)) == value)
    }

    @Test(
        "is a number with or without fraction and exponent",
        arguments: [
            ("0.5", 0.5), ("3600", 3600), ("1e3", 1000), (".inf", nil), ("nan", nil), ("0x1", nil),
        ])
    func doubles(yaml: String, value: Double?) {
        #expect((try? read(yaml, .double)) == value)
    }

    @Test(
        "is a boolean as true or false only",
        arguments: [
            ("true", true), ("false", false), ("yes", nil), ("on", nil), ("True", nil), ("1", nil),
        ])
    func booleans(yaml: String, value: Bool?) {
        #expect((try? read(yaml, .boolean)) == value)
    }

    @Test(
        "is a duration with a unit, larger units first",
        arguments: [
            ("500ms", Duration.milliseconds(500)), ("30s", .seconds(30)), ("5m", .seconds(300)),
            ("1h30m", .seconds(5400)), ("7d", .seconds(604_800)), ("0s", .zero), ("30", nil),
            ("30m1h", nil), ("1h1h", nil), ("-5s", nil), ("1.5s", nil), ("s", nil), ("", nil),
            ("999999999999999999d", nil), ("9223372036854775807ms", .milliseconds(Int.max)),
            ("9223372036854775s900ms", nil), ("P3D", nil), ("5 m", nil),
        ])
    func durations(yaml: String, value: Duration?) {
        #expect((try? read(yaml, .duration)) == value)
    }

    @Test(
        "is a size with a binary unit",
        arguments: [
            ("512B", 512), ("64KiB", 65536), ("16MiB", 16 << 20), ("2GiB", 2 << 30), ("64", nil),
            ("64KB", nil), ("64k", nil), ("9999999999GiB", nil), ("KiB", nil),
        ])
    func sizes(yaml: String, value: Int?) {
        #expect((try? read(yaml, .size)) == value)
    }

    @Test("that is wrong is shown with what is allowed")
    func messages() {
        let parity = YAMLShape<Int>.parsed(allowed: "an even number") { text throws(Odd) in
            guard let number = Int(text) else { return nil }
            guard number.isMultiple(of: 2) else { throw Odd() }
            return number
        }
        let table: [(String?, String)] = [
            (
                fault("70000", .integer(in: 1...65_535)),
                "f:1:1: is '70000'; expected a whole number from 1 to 65535"
            ),
            (
                fault("'5'", .integer),
                "f:1:1: is in quotes; expected a whole number, without quotes"
            ),
            (fault("[1]", .boolean), "f:1:1: is a list; expected true or false"),
            (
                fault("5", .duration(in: .milliseconds(100)...(.seconds(90)))),
                "f:1:1: is '5'; expected a length of time with a unit (ms, s, m, h, d) "
                    + "such as 30s or 1h30m, from 100ms to 90s"
            ),
            (
                fault("2GiB", .size(in: 0...65536)),
                "f:1:1: is '2GiB'; expected a size with a unit (B, KiB, MiB, GiB) such as 64KiB, "
                    + "from 0B to 64KiB"
            ),
            (
                fault("prizon", .choice(of: Kind.self)),
                "f:1:1: is 'prizon'; "
                    + "did you mean prison? expected one of prison, probation, social-services"
            ),
            (
                fault("social_services", .choice(of: Kind.self)),
                "f:1:1: is 'social_services'; did you mean social-services? "
                    + "expected one of prison, probation, social-services"
            ),
            (
                fault("xyz", .choice(["embedded": 1, "external": 2])),
                "f:1:1: is 'xyz'; expected one of embedded, external"
            ),
            (fault("7", parity), "f:1:1: '7': is odd; expected an even number"),
            (fault("x", parity), "f:1:1: is 'x'; expected an even number"),
            (
                fault("\"a\\e[31mb\"", .choice(of: Kind.self)),
                "f:1:1: is 'a\\u{1B}[31mb'; expected one of prison, probation, social-services"
            ),
        ]
        for (found, expected) in table { #expect(found == expected) }
    }
}

@Suite("A mapping")
struct YAMLMappingTests {
    private struct Agency: Equatable {
        var id: String
        var kind: Kind
        var patience: Duration
        var regions: [String]
    }

    private static var network: YAMLShape<[Agency]> {
        .mapping { map in
            map.required(
                "agencies",
                as: .list(
                    of: .mapping { map in
                        let id = map.required("id", as: .string)
                        let kind = map.required("kind", as: .choice(of: Kind.self))
                        let patience = map.optional(
                            "patience", as: .duration, default: .seconds(30))
                        let regions = map.optional("regions", as: .list(of: .string), default: [])
                        guard let id, let kind else { return nil }
                        return Agency(id: id, kind: kind, patience: patience, regions: regions)
                    }))
        }
    }

    @Test("becomes the value that its keys make, with defaults for what is left out")
    func decodes() throws {
        let text = """
            agencies:
              - id: a
                kind: prison
                patience: 5m
                regions: [RO, RO-GR]
              - { id: b, kind: social-services, regions: }
            """
        #expect(
            try read(text, Self.network) == [
                Agency(id: "a", kind: .prison, patience: .seconds(300), regions: ["RO", "RO-GR"]),
                Agency(id: "b", kind: .socialServices, patience: .seconds(30), regions: []),
            ])
    }

    @Test("shows all its faults at once, in the order of the file")
    func collects() {
        let text = """
            agencies:
              - id: a
                knid: prison
                patience: 5
              - kind: prisn
                id:
                regions: [RO, [x], {}]
                colour: red
              - plain
            agences: []
            """
        #expect(
            fault(text, Self.network) == """
                f:2:5: agencies[0]: lacks the key kind; add it
                f:3:5: agencies[0].knid: is not a key here; \
                did you mean kind? known here: id, kind, patience, regions
                f:4:15: agencies[0].patience: is '5'; expected a length of time with a unit \
                (ms, s, m, h, d) such as 30s or 1h30m
                f:5:11: agencies[1].kind: is 'prisn'; \
                did you mean prison? expected one of prison, probation, social-services
                f:6:8: agencies[1].id: has no value; give one
                f:7:19: agencies[1].regions[1]: is a list; expected text
                f:7:24: agencies[1].regions[2]: is a mapping; expected text
                f:8:5: agencies[1].colour: is not a key here; \
                known here: id, kind, patience, regions
                f:9:5: agencies[2]: is 'plain'; expected a mapping of keys to values
                f:10:1: agences: is not a key here; did you mean agencies? known here: agencies
                """)
    }

    @Test("of free keys keeps their order, and names a wrong key and a wrong value")
    func freeKeys() throws {
        let shape = YAMLShape<[(key: Int, value: Bool)]>.entries(
            .integer(in: 0...9), to: .boolean)
        let decoded = try read("9: true\n1: false\n5: true", shape)
        #expect(decoded.map(\.key) == [9, 1, 5])
        #expect(decoded.map(\.value) == [true, false, true])
        #expect(
            fault("a.b: true\n1: maybe", shape) == """
                f:1:1: 'a.b': is 'a.b'; expected a whole number from 0 to 9
                f:2:4: 1: is 'maybe'; expected true or false
                """)
    }

    @Test("read as a section may be left out, and then has its defaults or names what it lacks")
    func sections() throws {
        let shape = YAMLShape<Int>.mapping { map in
            map.section("health") { map in map.optional("port", as: .integer, default: 9671) }
        }
        #expect(try read("", shape) == 9671)
        #expect(try read("health: {port: 1}", shape) == 1)
        let strict = YAMLShape<Int>.mapping { map in
            map.section("health") { map in map.required("port", as: .integer) }
        }
        #expect(fault("", strict) == "f:1:1: health: lacks the key port; add it")
        #expect(fault("health:", strict) == "f:1:1: health: lacks the key port; add it")
    }

    @Test("can be checked as a whole, and against places that were kept")
    func wholeChecks() {
        let shape = YAMLShape<Bool>.mapping { map in
            let low = map.required("low", as: .integer)
            let high = map.required("high", as: .integer)
            let names = map.optional("names", as: .list(of: .marked(.string)), default: [])
            if let low, let high, low > high {
                map.report("high", "is below low", remedy: "raise it to \(low)")
            }
            for name in names where name.value != "known" {
                map.report(at: name.place, "names nothing")
            }
            map.ignore("comment")
            return map.has("names")
        }
        #expect(
            fault("low: 5\nhigh: 3\nnames:\n- known\n- unknown\ncomment: x", shape) == """
                f:2:7: high: is below low; raise it to 5
                f:5:3: names[1]: names nothing
                """)
    }

    @Test("A list has the length that is allowed")
    func listLengths() throws {
        let shape = YAMLShape<[Int]>.list(of: .integer, count: 1...2)
        #expect(try read("[1, 2]", shape) == [1, 2])
        #expect(fault("[1, 2, 3]", shape) == "f:1:1: is a list of 3; expected 1 to 2")
        #expect(
            fault("[]", .list(of: .integer, count: 1...Int.max))
                == "f:1:1: is a list of 0; expected at least 1")
    }

    @Test("A network of 500 agencies and 4,000 lists is decoded whole")
    func network() throws {
        var text = "agencies:\n"
        for agency in 0..<500 {
            text += "  - id: agency-\(agency)\n    kind: prison\n    regions:\n"
            for region in 0..<8 { text += "      - RO-\(region)\n" }
        }
        #expect(try read(text, Self.network).count == 500)
    }
}
