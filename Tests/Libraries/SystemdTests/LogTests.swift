import Glibc
import Logging
import Testing

@testable import Systemd

private struct Late: Error {}

@Suite("A log line")
struct LogLineTests {
    private static let table: [(metadata: Logger.Metadata, text: String)] = [
        ([:], "referral-accepted"),
        (
            ["referral": "r-1", "count": "\(3)", "agency": "a/b"],
            "referral-accepted agency=a/b count=3 referral=r-1"
        ),
        (["a": "two words", "b": ""], #"referral-accepted a="two words" b="""#),
        (["a": #"say "hi" \o/"#], #"referral-accepted a="say \"hi\" \\o/""#),
        (["a": "b=c"], #"referral-accepted a="b=c""#),
        (
            ["a": "x\n2026-01-01T00:00:00.000Z error forged"],
            #"referral-accepted a="x\n2026-01-01T00:00:00.000Z error forged""#
        ),
        (["a": "\u{1B}[2J\u{0}\u{9B}\r\t"], #"referral-accepted a="\u{1b}[2J\u{0}\u{9b}\r\t""#),
        (["a": "left\u{202E}right\u{2028}"], #"referral-accepted a="left\u{202e}right\u{2028}""#),
        (["a": "Giurgiu, România"], #"referral-accepted a="Giurgiu, România""#),
        (["a b\n=c": "v"], "referral-accepted a_b__c=v"),
        (["list": .array(["x", "y"])], "referral-accepted list=[x,y]"),
        (["map": .dictionary(["k": "v w"])], #"referral-accepted map="{k:v w}""#),
    ]

    @Test("holds the name and the fields in order, and no value can end it", arguments: table)
    func format(metadata: Logger.Metadata, text: String) {
        #expect(LogLine(event: "referral-accepted", metadata: metadata).text == text)
    }

    @Test("cuts a value that is too long")
    func longValue() {
        let value = String(repeating: "x", count: LogLine.longestValue)
        #expect(LogLine(event: "e", metadata: ["a": "\(value)"]).text == "e a=\(value)")
        #expect(LogLine(event: "e", metadata: ["a": "\(value)x"]).text == "e a=\"\(value)…\"")
    }

    @Test(
        "begins with the time in UTC",
        arguments: [
            (0, 0, "1970-01-01T00:00:00.000Z"), (1_795_424_400, 123, "2026-11-23T09:00:00.123Z"),
            (951_782_399, 7, "2000-02-28T23:59:59.007Z"),
        ])
    func time(seconds: Int, milliseconds: Int, text: String) {
        #expect(LogTime(seconds: seconds, milliseconds: milliseconds).description == text)
    }

    @Test("is written whole, with the level, by a logger outside of the journal")
    func written() throws {
        var ends: [CInt] = [0, 0]
        try #require(pipe(&ends) == 0)
        defer { ends.forEach { close($0) } }
        var logger = Logger(label: "test") { _ in
            Journal(
                identifier: "throughcared", output: .lines(ends[1]),
                metadataProvider: Logger.MetadataProvider { ["trace": "t", "agency": "provided"] })
        }
        logger[metadataKey: "agency"] = "own"
        logger.debug("unseen")
        logger.warning("deadline-missed", error: Late(), metadata: ["rung": "2"])
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = read(ends[0], &buffer, buffer.count)
        let line = String(decoding: buffer[..<count], as: UTF8.self)
        let rest = line.drop { $0 != " " }
        #expect(
            rest == " warning deadline-missed agency=provided error=Late() rung=2 trace=t\n")
        #expect(line.prefix { $0 != " " }.count == "2026-11-23T09:00:00.123Z".count)
    }
}

@Suite("A threshold of the log")
struct LogThresholdTests {
    @Test("changes all loggers that have no level of their own")
    func shared() {
        let threshold = LogThreshold(.warning)
        let first = Logger(label: "first") { _ in
            Journal(identifier: "test", threshold: threshold)
        }
        var second = first
        let copy = first
        second.logLevel = .error
        #expect(first.logLevel == .warning)
        threshold.level = .trace
        #expect(first.logLevel == .trace)
        #expect(copy.logLevel == .trace)
        #expect(second.logLevel == .error)
    }
}

@Suite("A journal entry")
struct JournalEntryTests {
    @Test(
        "names its fields as the journal wants them",
        arguments: [
            ("agency", "AGENCY"), ("delivery-id", "DELIVERY_ID"), ("max.lag", "MAX_LAG"),
            ("_SYSTEMD_UNIT", "X__SYSTEMD_UNIT"), ("9lives", "X_9LIVES"), ("", "X_"),
            ("é", "X__"), ("message", "X_MESSAGE"), ("Priority", "X_PRIORITY"),
            ("code_file", "X_CODE_FILE"), ("syslog_pid", "X_SYSLOG_PID"), ("event", "X_EVENT"),
            (String(repeating: "k", count: 80), String(repeating: "K", count: 60)),
        ])
    func names(key: String, name: String) {
        #expect(JournalEntry.name(for: key) == name)
    }

    @Test("has the message for people, the event, the place in the code, and the metadata")
    func fields() {
        let event = LogEvent(
            level: .error, message: "lane-stuck", metadata: nil, source: nil,
            file: "Door/Lane.swift",
            function: "drain()", line: 7)
        let line = LogLine(event: "lane-stuck", metadata: ["lane-id": "RO-GR health", "n": "1\n2"])
        #expect(
            JournalEntry(line: line, identifier: "throughcared", event: event).fields == [
                #"MESSAGE=lane-stuck lane-id="RO-GR health" n="1\n2""#, "PRIORITY=3",
                "SYSLOG_IDENTIFIER=throughcared", "EVENT=lane-stuck", "CODE_FILE=Door/Lane.swift",
                "CODE_LINE=7", "CODE_FUNC=drain()", "LANE_ID=RO-GR health", "N=1\n2",
            ])
    }

    @Test(
        "has the priority of its level",
        arguments: zip(Logger.Level.allCases, [7, 7, 6, 5, 4, 3, 2]))
    func priorities(level: Logger.Level, priority: Int) {
        #expect(JournalEntry.priority(of: level) == priority)
    }
}
