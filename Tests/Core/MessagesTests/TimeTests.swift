import Messages
import Referrals
import Testing

/// What the decoder makes of times.
@Suite struct TimeTests {
    @Test(
        "A time is read to the microsecond",
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("1970-01-01T00:00:00.000001Z", 1),
            ("1970-01-01T00:00:00.9999999Z", 999_999), ("1970-01-01T00:00:00.5Z", 500_000),
            ("1970-01-01T01:00:00+01:00", 0), ("1969-12-31T23:30:00-00:30", 0),
            ("1969-12-31T23:59:59Z", -1_000_000), ("1969-12-31T23:59:59.75Z", -250_000),
            ("2016-12-31T23:59:60Z", 1_483_228_800_000_000),
            ("2017-01-01T05:29:60+05:30", 1_483_228_800_000_000),
            ("2016-12-31T23:59:60.5Z", 1_483_228_800_500_000),
            ("1969-12-31T23:59:60Z", 0), ("1960-02-29T12:00:00Z", -310_478_400_000_000),
            ("0001-01-01T00:00:00Z", -62_135_596_800_000_000),
            ("9999-12-31T23:59:59.999999Z", 253_402_300_799_999_999),
            ("2028-02-29T00:00:00Z", 1_835_395_200_000_000),
        ])
    func reads(text: String, microseconds: Int64) throws {
        let message = Golden.cancel.replacing("2026-11-25T08:00:00Z", with: text)
        let submission = try SubmissionDecoder().decode(
            Array(message.utf8), sender: Golden.sender)
        #expect(submission.envelope.authored == Instant(microseconds: microseconds))
    }

    @Test(
        "A time that is in no year of four digits in UTC is refused",
        arguments: [
            "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "9999-12-31T23:59:60Z",
            "0000-06-01T00:00:00Z",
        ])
    func refusesFarTimes(text: String) {
        let message = Golden.cancel.replacing("2026-11-25T08:00:00Z", with: text)
        do {
            _ = try SubmissionDecoder().decode(Array(message.utf8), sender: Golden.sender)
            Issue.record("it was taken")
        } catch {
            #expect(error.refusals.map(\.field) == ["/authored"])
        }
    }

    @Test("An appointment is delivered with the offset that it was made in")
    func keepsOffset() throws {
        let message = Golden.progress.replacing(
            "2026-12-28T09:00:00+02:00", with: "2026-12-28t09:00:00.25z")
        let submission = try SubmissionDecoder().decode(
            Array(message.utf8), sender: Golden.sender)
        let delivered = String(decoding: Delivery.bytes(of: submission), as: UTF8.self)
        #expect(delivered.contains(#""occurrence":"2026-12-28T09:00:00.25Z""#))
    }
}
