import Testing

@testable import Daemon

/// What systemd hears, as transcripts: facts in, notifications out.
@Suite("The daemon's standing")
struct ServiceStandingTests {
    typealias Fact = ServiceStanding.Fact
    typealias Notification = ServiceStanding.Notification

    private static let longer = Notification.extendTimeout(by: .seconds(120))

    struct Transcript: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let steps: [(Fact, [Notification])]
    }

    static let transcripts: [Transcript] = [
        Transcript(
            testDescription: "a start that waits for the database",
            steps: [
                (.startGoesOn, [longer]),
                (
                    .databaseAwaited("refused"),
                    [.status("Waiting for the database: refused"), longer]
                ),
                (.databaseOpened, [.status("Opening the doors")]),
                (.doorOpened, [.ready(status: "Serving")]),
                (.startGoesOn, []),
            ]),
        Transcript(
            testDescription: "a reload while the daemon starts is not the end of the start",
            steps: [
                (.reloadBegan, []), (.reloadEnded(failure: nil), []),
                (.reloadBegan, []), (.reloadEnded(failure: "no key"), []),
                (.doorOpened, [.ready(status: "Serving")]),
            ]),
        Transcript(
            testDescription: "reloads, of which one fails",
            steps: [
                (.doorOpened, [.ready(status: "Serving")]),
                (.reloadBegan, [.reloading(status: "Reading certificates")]),
                (
                    .reloadEnded(failure: "no key"),
                    [
                        .ready(
                            status: "Serving; the reload failed, and all is as it was: no key")
                    ]
                ),
                (.reloadBegan, [.reloading(status: "Reading certificates")]),
                (.reloadEnded(failure: nil), [.ready(status: "Serving")]),
            ]),
        Transcript(
            testDescription: "a database that goes, also during a reload, and comes back",
            steps: [
                (.doorOpened, [.ready(status: "Serving")]),
                (.databaseAwaited("gone"), [.status("Waiting for the database: gone")]),
                (.databaseOpened, [.status("Serving")]),
                (.reloadBegan, [.reloading(status: "Reading certificates")]),
                (.databaseAwaited("gone"), []),
                (
                    .reloadEnded(failure: nil),
                    [.ready(status: "Waiting for the database: gone")]
                ),
                (.reloadBegan, [.reloading(status: "Reading certificates")]),
                (.databaseOpened, []),
                (.reloadEnded(failure: nil), [.ready(status: "Serving")]),
            ]),
        Transcript(
            testDescription: "nothing after the stop has begun",
            steps: [
                (.doorOpened, [.ready(status: "Serving")]),
                (.reloadBegan, [.reloading(status: "Reading certificates")]),
                (.stopBegan, [.stopping(status: "Closing connections")]),
                (.reloadEnded(failure: nil), []), (.reloadBegan, []), (.doorOpened, []),
                (.databaseAwaited("gone"), []), (.databaseOpened, []), (.startGoesOn, []),
                (.stopBegan, []),
            ]),
        Transcript(
            testDescription: "a stop during the start",
            steps: [
                (.stopBegan, [.stopping(status: "Closing connections")]), (.doorOpened, []),
            ]),
    ]

    @Test("is told as it is", arguments: transcripts)
    func told(transcript: Transcript) {
        var standing = ServiceStanding()
        for (fact, notifications) in transcript.steps {
            #expect(standing.told(fact, serving: "Serving") == notifications, "\(fact)")
        }
    }
}
