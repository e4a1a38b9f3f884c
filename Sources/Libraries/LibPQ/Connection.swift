import CLibPQ

/// One session with a PostgreSQL server; owns the `PGconn` and ends it (`PQfinish`).
///
/// Used by one thread at a time, best by an actor on a `ConnectionExecutor`, because its calls
/// block. Every call ends by its deadline, except a commit, which waits as long as the session
/// lives. A call that runs out of time closes the connection, since its answer could still come.
package final class Connection {
    /// Nil once the connection is closed.
    private(set) var handle: OpaquePointer?
    let notices: NoticeLog
    let options: ConnectionOptions
    /// A pipeline is open: no other call may come between.
    var isPipelining = false
    /// When `ConnectionOptions.onWait` is told next.
    var sliceEnd = ContinuousClock.now

    /// Connects without ever blocking longer than the deadline, except in the resolver, should the
    /// host be a name (`PQconnectStartParams`, `PQconnectPoll`). Where a host is silent, the next
    /// one has its turn.
    package init(
        _ conninfo: Conninfo, options: ConnectionOptions = ConnectionOptions(),
        by deadline: Deadline
    ) throws(DatabaseError) {
        self.options = options
        notices = NoticeLog(limit: options.noticeLimit)
        let patience = options.connectTimeout(for: conninfo)
        var first = 0
        while true {
            do throws(DatabaseError) {
                try connect(conninfo, first: first, by: min(deadline, .after(patience)))
                return
            } catch {
                close()
                first += 1
                guard case .timedOut = error, first < conninfo.hostCount, !deadline.isOver
                else { throw error }
            }
        }
    }

    private func connect(
        _ conninfo: Conninfo, first: Int, by deadline: Deadline
    ) throws(DatabaseError) {
        let pairs = options.keywords(for: conninfo, first: first)
        let keywords = CStrings(pairs.map(\.keyword))
        let values = CStrings(pairs.map(\.value))
        beginWait()
        guard let started = PQconnectStartParams(keywords.pointer, values.pointer, 0) else {
            throw .connectFailed(message: "out of memory", state: nil)
        }
        handle = started
        notices.attach(to: started)
        try establish(started, by: deadline)
    }

    deinit {
        close()
    }

    package func close() {
        guard let handle else { return }
        self.handle = nil
        isPipelining = false
        PQfinish(handle)
    }

    /// Whether the connection can still be used, as far as the last call has shown.
    package var isOpen: Bool {
        handle.map { PQstatus($0) == CONNECTION_OK } ?? false
    }

    /// The process that serves this session (`PQbackendPID`); 0 once closed.
    package var backendPID: Int32 { handle.map { PQbackendPID($0) } ?? 0 }

    /// 150004 for 15.4 (`PQserverVersion`); 0 once closed.
    package var serverVersion: Int32 { handle.map { PQserverVersion($0) } ?? 0 }

    /// Whether the session is inside a transaction, failed or not (`PQtransactionStatus`).
    package var isInTransaction: Bool {
        guard let handle else { return false }
        return PQtransactionStatus(handle) != PQTRANS_IDLE
    }

    /// What the server said beside its answers since the last call, oldest first.
    package func takeNotices() -> [Notice] { notices.take() }

    /// How many notices were dropped since `takeNotices()` because too many had gathered.
    package var droppedNotices: Int { notices.dropped }
}

extension Connection {
    private func establish(
        _ handle: OpaquePointer, by deadline: Deadline
    ) throws(DatabaseError) {
        // libpq has no other way to tell the SQLSTATE of a refused connection.
        PQsetErrorVerbosity(handle, PQERRORS_VERBOSE)
        guard PQstatus(handle) != CONNECTION_BAD else { throw refusal(handle) }
        var wanted = PGRES_POLLING_WRITING
        while wanted != PGRES_POLLING_OK {
            switch wanted {
            case PGRES_POLLING_READING:
                try awaitSocket(of: handle, .readable, by: deadline, "connect")
            case PGRES_POLLING_WRITING:
                try awaitSocket(of: handle, .writable, by: deadline, "connect")
            default:
                throw refusal(handle)
            }
            wanted = PQconnectPoll(handle)
        }
        PQsetErrorVerbosity(handle, PQERRORS_DEFAULT)
        guard PQsetnonblocking(handle, 1) == 0 else { throw refusal(handle) }
    }

    private func refusal(_ handle: OpaquePointer) -> DatabaseError {
        let (message, state) = Self.splitVerbose(String(cString: PQerrorMessage(handle)))
        return .connectFailed(message: message, state: state)
    }

    /// Takes the code out of `FATAL:  57P03: the database system is starting up`; of several hosts
    /// that were tried, the last one's.
    static func splitVerbose(_ message: String) -> (message: String, state: SQLState?) {
        let lines = message.split(whereSeparator: \.isNewline)
            .filter { !$0.hasPrefix("LOCATION: ") && !$0.hasPrefix("\t") }
        var state: SQLState?
        let cleaned = lines.map { line -> String in
            let bytes = Array(line.utf8)
            let separator = Array(":  ".utf8)
            for start in bytes.indices where bytes[start...].starts(with: separator) {
                let code = bytes[(start + 3)...].prefix(5)
                let rest = bytes[(start + 3)...].dropFirst(5)
                guard rest.starts(with: Array(": ".utf8)),
                    let found = SQLState(rawValue: String(decoding: code, as: UTF8.self))
                else { continue }
                state = found
                return String(decoding: bytes[..<start] + Array(": ".utf8), as: UTF8.self)
                    + String(decoding: rest.dropFirst(2), as: UTF8.self)
            }
            return String(line)
        }
        return (cleaned.joined(separator: "; "), state)
    }
}
