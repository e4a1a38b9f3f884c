/// What `postmaster.pid` says (PostgreSQL's `utils/pidfile.h`): one fact per line.
struct PostmasterFile: Sendable, Equatable {
    /// The eighth line.
    enum Status: String, Sendable {
        case starting, stopping, ready, standby
    }

    var pid: Int32
    var dataDirectory: String
    /// nil where the postmaster has not come so far yet.
    var socketDirectory: String?
    /// nil where the postmaster has not come so far yet.
    var status: Status?

    /// - Returns: nil where the first line is not the number of a process.
    init?(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        // A negative number is that of a backend without a postmaster.
        guard lines.count > 1, let number = Int32(lines[0]), number != 0, number != .min else {
            return nil
        }
        pid = abs(number)
        dataDirectory = String(lines[1])
        if lines.count > 5 { socketDirectory = String(lines[4]) }
        if lines.count > 7 { status = Status(rawValue: String(lines[7].prefix { $0 != " " })) }
    }
}
