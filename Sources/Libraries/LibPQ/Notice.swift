import CLibPQ

/// Something that the server says beside its answer: a warning, a notice.
package struct Notice: Sendable, Equatable {
    package let severity: Severity
    /// Nil for what libpq itself has to say.
    package let state: SQLState?
    package let message: String
    /// Can contain values, as an error's can.
    package let detail: String?
    /// The server's own function that says it; nil where it does not tell.
    package var source: String?

    /// Whether it can speak of a commit: libpq does not tell a warning of the last statement from
    /// one of the commit after it. That transaction identifiers run out is said where one is taken,
    /// in each transaction until it is mended, and is no doubt about any of them.
    var canSpeakOfCommit: Bool {
        severity == .warning && source != "GetNewTransactionId" && source != "GetNewMultiXactId"
    }
}

extension Notice: CustomStringConvertible {
    package var description: String {
        "\(severity) \(state?.rawValue ?? "-"): \(message)"
    }
}

/// The last notices of one connection. libpq calls in here, on the thread that uses the connection.
final class NoticeLog {
    private var kept: [Notice] = []
    /// How many were dropped because nobody took them.
    private(set) var dropped = 0
    /// The first warning since `watchForWarning()` that can speak of a commit.
    private(set) var watchedWarning: Notice?
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    func record(_ notice: Notice) {
        if notice.canSpeakOfCommit, watchedWarning == nil { watchedWarning = notice }
        guard kept.count < limit else {
            dropped += 1
            return
        }
        kept.append(notice)
    }

    func watchForWarning() {
        watchedWarning = nil
    }

    func take() -> [Notice] {
        defer {
            kept.removeAll()
            dropped = 0
        }
        return kept
    }

    /// Makes libpq report to this log (`PQsetNoticeReceiver`). The log must outlive the connection.
    func attach(to connection: OpaquePointer) {
        PQsetNoticeReceiver(
            connection,
            { context, result in
                guard let context, let result else { return }
                Unmanaged<NoticeLog>.fromOpaque(context).takeUnretainedValue()
                    .record(Notice(result))
            },
            Unmanaged.passUnretained(self).toOpaque())
    }
}

extension Notice {
    fileprivate init(_ result: OpaquePointer) {
        func field(_ code: Int) -> String? {
            PQresultErrorField(result, Int32(code)).map { String(cString: $0) }
        }
        let severity = field(pq_diag_severity).flatMap(Severity.init(rawValue:))
        self.init(
            severity: severity ?? .notice,
            state: field(pq_diag_sqlstate).flatMap(SQLState.init(rawValue:)),
            message: field(pq_diag_message_primary) ?? "",
            detail: field(pq_diag_message_detail), source: field(pq_diag_source_function))
    }
}
