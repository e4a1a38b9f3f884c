import AgencyClient
import ArgumentParser
import Referrals

/// `respond`: a provider's answer to a referral.
struct RespondCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "respond", abstract: "Tell the referrer how a referral stands.",
        discussion: """
            The referral and the assignment are named as they were delivered. The statuses are \
            accepted, rejected and on-hold, which decide about the referral; in-progress, \
            completed, failed and cancelled, which report on the work, as does on-hold with \
            --progress. Whoever ends or holds something says why.

            EXAMPLES
              throughcare-agency respond demo-prison/r1 a1 accepted \\
                --pki pki --agency demo-clinic
              throughcare-agency respond demo-prison/r1 a1 rejected --reason no-capacity \\
                --text "Full until March" --pki pki --agency demo-clinic
            """)

    @Argument(help: ArgumentHelp("The referral, such as demo-prison/r1.", valueName: "referral"))
    var referral: String

    @Argument(help: ArgumentHelp("The assignment, such as a1.", valueName: "assignment"))
    var assignment: String

    @Argument(
        help: "accepted, rejected, on-hold, in-progress, completed, failed or cancelled.")
    var status: AssignmentStatus

    @Option(help: ArgumentHelp("Why, as a code such as no-capacity.", valueName: "code"))
    var reason: ReasonCode?

    @Option(help: ArgumentHelp("Why, in words, beside --reason.", valueName: "text"))
    var text: String?

    @Flag(help: "on-hold reports on work that has begun, rather than deciding to wait.")
    var progress = false

    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        guard AssignmentEvent(reported: status) != nil else {
            throw ValidationError(
                "\(status.rawValue) is the broker's to say; write accepted, rejected, on-hold, "
                    + "in-progress, completed, failed or cancelled")
        }
        if text != nil, reason == nil { throw ValidationError("--text goes with --reason") }
    }

    func run() async throws {
        let message = UpdateMessage(
            referral: referral, assignment: assignment, status: status, reason: reason,
            text: text, isProgress: progress)
        let connection = try await connection.connect()
        let refused = try await SendingRound(times: 1, renames: false).send(
            [message.text(now: .now)], on: try await connection.openSender())
        await connection.close()
        if refused > 0 { throw StatusError(status: .refused) }
    }
}

extension AssignmentStatus: ExpressibleByArgument {}
extension ReasonCode: ExpressibleByArgument {}
