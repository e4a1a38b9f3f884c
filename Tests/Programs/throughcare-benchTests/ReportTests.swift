import Testing

@testable import throughcare_bench

@Suite("The report and the referrals")
struct ReportTests {
    @Test(
        "A value is told with three digits that count",
        arguments: [
            (0, "0.00"), (0.056, "0.06"), (1.234, "1.23"), (-1.5, "-1.50"), (12.34, "12.3"),
            (123.4, "123"), (54_321, "54321"), (9.999, "10.00"),
        ] as [(Double, String)])
    func text(value: Double, text: String) {
        #expect(Report.text(value) == text)
    }

    @Test(
        "The median of an even number is between the middle two",
        arguments: [
            ([], 0), ([3], 3), ([1, 2], 1.5), ([1, 5, 9], 5), ([1, 2, 4, 9], 3),
        ] as [([Double], Double)])
    func median(sorted: [Double], median: Double) {
        #expect(Report.median(sorted) == median)
    }

    @Test("A round's figures share a line, which says whether the aim is met")
    func lines() {
        var report = Report()
        for value in [1.0, 9, 5] {
            report.add([
                Figure(.cycle, "rate", value, "1/s", aim: .atLeast(6)),
                Figure(.cycle, "cost", value, "µs", aim: .atMost(6)),
            ])
        }
        let lines = report.markdown.split(separator: "\n").dropFirst(2)
        #expect(
            lines.map { String($0) } == [
                "| cycle | rate | ≥ 6.00 | 5.00 | 1.00 | 9.00 | 1/s | **no** |",
                "| cycle | cost | ≤ 6.00 | 5.00 | 1.00 | 9.00 | µs | yes |",
            ])
    }

    @Test("A referral has 1 KiB, and its number in each of its names", arguments: [0, 7, 123_456])
    func referral(number: UInt64) {
        let json = String(decoding: ReferralMaker().json(number), as: UTF8.self)
        #expect(json.utf8.count == ReferralMaker.size)
        let digits = String(repeating: "0", count: 12 - String(number).count) + String(number)
        #expect(json.contains("\"id\":\"bench-\(digits)\""))
        #expect(json.contains("\"referral\":\"r-\(digits)\""))
        #expect(json.contains("\"value\":\"\(digits)\""))
        #expect(json.contains("\"region\":\"\(ReferralMaker.regions[Int(number % 8)])\""))
        #expect(ReferralMaker.number(ofID: "bench-\(digits)") == number)
    }
}
