import Testing

@testable import throughcare_bench

@Suite("The histogram")
struct HistogramTests {
    @Test(
        "A value lies in a bucket that spans at most a sixty-fourth of it",
        arguments: [0, 1, 63, 64, 65, 127, 128, 1_000, 123_456_789, 1 << 40, UInt64.max])
    func buckets(value: UInt64) {
        let bucket = Histogram.bucket(of: value)
        let end = Histogram.upperEnd(of: bucket)
        #expect(end >= value)
        #expect(end - value <= value / 64)
        #expect(bucket == 0 || Histogram.upperEnd(of: bucket - 1) < value)
    }

    @Test("Percentiles of a known distribution come out within a sixty-fourth")
    func percentiles() {
        var histogram = Histogram()
        for value in 1...10_000 { histogram.record(nanoseconds: UInt64(value) * 1_000) }
        for (share, exact) in [(0.5, 5_000_000.0), (0.95, 9_500_000), (0.99, 9_900_000)] {
            let found = Double(histogram.percentile(share))
            #expect(found >= exact && found <= exact * (1 + 1.0 / 64))
        }
        #expect(histogram.percentile(1) == 10_000_000)
        #expect(histogram.maximum == 10_000_000)
        #expect(Histogram().percentile(0.5) == 0)
    }
}
