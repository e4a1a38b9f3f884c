import Fixtures
import Foundation
import Testing

/// The quickstart, in a checkout of its own, with the programs that are built.
@Suite("The quickstart", .timeLimit(.minutes(5)))
struct QuickstartTests {
    @Test("leaves a broker that has taken referrals over, and then nothing")
    func fromStartToReset() throws {
        let checkout = try DemoCheckout()
        let first = try checkout.quickstart()
        #expect(first.contains("Applied as version 1"))
        #expect(first.contains("\"assignment\":\"a1\""))
        #expect(first.contains("status received"))
        #expect(first.contains(": accepted\n"))
        for file in DemoCheckout.promised {
            #expect(checkout.has(file), "\(file) is not there")
        }

        try checkout.program(
            "throughcare-agency",
            ["send", ".demo/referral.json", "--new"] + checkout.identity(of: "demo-prison"))
        let received = try checkout.program(
            "throughcare-agency", ["receive"] + checkout.identity(of: "demo-clinic"))
        #expect(received.contains("\"type\":\"referral\""))

        let again = try checkout.quickstart()
        #expect(again.contains("runs already"))
        #expect(again.contains("Nothing changed"))

        #expect(try checkout.quickstart(["stop"]).contains("stopping throughcared"))
        #expect(try checkout.quickstart(["stop"]).contains("does not run"))
        try checkout.quickstart(["reset"])
        #expect(!checkout.has(""))
    }

    @Test("says which step failed and what to do where its port is taken")
    func takenPort() throws {
        let checkout = try DemoCheckout()
        let taken = try ListeningSocket()
        let failure = #expect(throws: FixtureFailure.self) {
            try checkout.quickstart([
                "--programs", DemoCheckout.programs, "--port", "\(taken.port)",
            ])
        }
        let words = failure?.description ?? ""
        #expect(words.contains("failed at step 4, The broker"))
        #expect(words.contains("something else listens on port \(taken.port)"))
        #expect(words.contains("--port N"))
        try checkout.quickstart(["reset"])
    }

    @Test(
        "refuses options that it cannot follow",
        arguments: [
            ["--port", "0"], ["--port", "65536"], ["--port", "five"], ["--port"], ["--ports", "1"],
            ["go"],
        ])
    func wrongOptions(options: [String]) throws {
        let checkout = try DemoCheckout()
        #expect(throws: FixtureFailure.self) { try checkout.quickstart(options) }
        #expect(!checkout.has(""))
    }
}
