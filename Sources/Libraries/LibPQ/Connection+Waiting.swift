import CLibPQ
import Glibc

/// What to wait for on a socket.
struct SocketEvents: OptionSet {
    let rawValue: Int16

    static let readable = SocketEvents(rawValue: Int16(POLLIN))
    static let writable = SocketEvents(rawValue: Int16(POLLOUT))
}

extension Connection {
    /// How long a wait may last before `ConnectionOptions.onWait` is told that it goes on.
    private static let slice = Duration.milliseconds(250)

    /// Begins the wait for one answer, be it in many steps.
    func beginWait() {
        if options.onWait != nil { sliceEnd = .now + Self.slice }
    }

    /// Says that a wait goes on, if it is time to.
    private func passSlice() {
        guard let onWait = options.onWait, ContinuousClock.now >= sliceEnd else { return }
        onWait()
        beginWait()
    }

    /// Waits with poll(2); without a deadline until the socket says something, be it that it broke.
    func awaitSocket(
        of handle: OpaquePointer, _ events: SocketEvents, by deadline: Deadline?,
        _ operation: String
    ) throws(DatabaseError) {
        let socket = PQsocket(handle)
        guard socket >= 0 else { throw lost(handle) }
        var descriptor = pollfd(fd: socket, events: events.rawValue, revents: 0)
        while true {
            let milliseconds = deadline?.pollMilliseconds ?? -1
            // Checked here and not only when nothing comes: an answer without end ends too.
            guard milliseconds != 0 else {
                close()
                throw .timedOut(operation: operation)
            }
            let ready = poll(&descriptor, 1, sliced(milliseconds))
            let code = errno
            passSlice()
            if ready > 0 { return }
            guard ready == 0 || code == EINTR else {
                close()
                throw .connectionLost("poll failed with errno \(code)")
            }
        }
    }

    /// What is left of the slice, if it is less; -1 is without end.
    private func sliced(_ milliseconds: Int32) -> Int32 {
        guard options.onWait != nil else { return milliseconds }
        let rest = max(1, Deadline(sliceEnd).pollMilliseconds)
        return milliseconds < 0 ? rest : min(milliseconds, rest)
    }

    /// `PQgetResult` that never blocks inside libpq.
    ///
    /// Everything that is written is written here too: libpq's buffer is flushed as the socket
    /// takes it, while answers are read, so that neither side can block the other.
    func nextResult(
        by deadline: Deadline?, _ operation: String
    ) throws(DatabaseError) -> QueryResult? {
        let handle = try opened()
        beginWait()
        // Once the session is broken, PQgetResult tells what there is to tell and never waits.
        while PQisBusy(handle) == 1, PQstatus(handle) != CONNECTION_BAD {
            let events: SocketEvents =
                PQflush(handle) == 1 ? [.readable, .writable] : .readable
            try awaitSocket(of: handle, events, by: deadline, operation)
            guard PQconsumeInput(handle) == 1 || PQstatus(handle) == CONNECTION_BAD else {
                throw lost(handle)
            }
            if PQsslInUse(handle) == 1 { drainTLS(handle) }
        }
        return PQgetResult(handle).map(QueryResult.init(owning:))
    }

    /// OpenSSL may hold the rest of a record (16 KiB at most) that poll(2) knows nothing of. Each
    /// call makes room for 8 KiB at least.
    private func drainTLS(_ handle: OpaquePointer) {
        for _ in 0..<2 where PQstatus(handle) == CONNECTION_OK {
            _ = PQconsumeInput(handle)
        }
    }

    func opened() throws(DatabaseError) -> OpaquePointer {
        guard let handle else { throw .closed }
        return handle
    }

    /// The handle for a call that must not come between a pipeline's parts.
    func idle() throws(DatabaseError) -> OpaquePointer {
        let handle = try opened()
        guard !isPipelining else { throw .misuse("a pipeline is open on this connection") }
        return handle
    }

    /// Closes the connection and says what libpq knows about its end.
    func lost(_ handle: OpaquePointer) -> DatabaseError {
        let message = firstLine(String(cString: PQerrorMessage(handle)))
        close()
        return .connectionLost(message)
    }

    /// What a result means that is not a success; nil for one that is.
    ///
    /// The answers that would start a COPY cannot be ended in bounded time: the connection closes.
    func fault(in result: QueryResult, _ statement: String) -> DatabaseError? {
        switch result.status {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE, PGRES_EMPTY_QUERY,
            PGRES_PIPELINE_SYNC:
            return nil
        case PGRES_FATAL_ERROR, PGRES_BAD_RESPONSE, PGRES_NONFATAL_ERROR:
            if let error = ServerError(result.handle, statement: statement) {
                return .server(error)
            }
            let message = PQresultErrorMessage(result.handle).map { String(cString: $0) }
            return .connectionLost(firstLine(message ?? ""))
        default:
            close()
            return .misuse("\(statement): COPY is not supported here")
        }
    }
}
