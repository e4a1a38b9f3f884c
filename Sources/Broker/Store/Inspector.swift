package import LibPQ
package import Referrals

/// The read side for operators: a connection of its own that can only read, on a thread of its
/// own, so that no question of an operator's ever waits for the shard or makes it wait.
///
/// It connects when it is first asked, and again after the connection was lost. Every answer comes,
/// or fails, within the time limit.
package actor Inspector {
    package struct Settings: Sendable {
        package var shard: Int16 = 0
        /// How long connecting, and each statement, may take.
        package var timeout: Duration = .seconds(5)

        package init() {}
    }

    private let executor: ConnectionExecutor
    private let conninfo: Conninfo
    private let settings: Settings
    private var connection: Connection?
    private var statements = Statements()

    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    package init(_ conninfo: Conninfo, settings: Settings = Settings()) throws(DatabaseError) {
        executor = try ConnectionExecutor(name: "inspector")
        self.conninfo = conninfo
        self.settings = settings
    }

    /// Ends the connection; a later question opens another.
    package func close() {
        connection?.close()
        connection = nil
    }

    // MARK: Questions

    /// Whether the database answers.
    package func probe() throws(DatabaseError) {
        try read { inspector, connection throws(DatabaseError) in
            _ = try connection.query("SELECT 1", by: inspector.deadline)
        }
    }

    /// The referral of this name; nil if there is none.
    package func referral(_ name: QualifiedName) throws(DatabaseError) -> InspectedReferral? {
        try read { inspector, _ throws(DatabaseError) in
            var names = Parameters(inspector.settings.shard)
            names.append(array: [name.agency.rawValue])
            names.append(array: [name.name.rawValue])
            let rows = try inspector.ask(.selectReferralsByName, names)
            guard rows.rowCount > 0 else { return nil }
            let row = try ReferralRow(row: rows.rowCount - 1, of: rows)
            var ids = Parameters(inspector.settings.shard)
            ids.append(array: [UUIDBytes(row.id.rawValue)])
            ids.append(row.id.rawValue.week)
            let found = try inspector.ask(.selectEventsOfReferrals, ids)
            var events: [EventRecord] = []
            for row in 0..<found.rowCount { events.append(try EventRecord(row: row, of: found)) }
            return InspectedReferral(row: row, events: events)
        }
    }

    /// What was set aside, the latest first.
    ///
    /// - Parameter before: goes on behind the entry that this event set aside.
    package func quarantined(
        before: Position? = nil, limit: Int32
    ) throws(DatabaseError) -> [QuarantinedEntry] {
        try read { inspector, _ throws(DatabaseError) in
            let rows = try inspector.ask(
                .selectQuarantined,
                Parameters(
                    inspector.settings.shard, before?.rawValue ?? Int64.max, Int64(limit)))
            var entries: [QuarantinedEntry] = []
            for row in 0..<rows.rowCount {
                entries.append(try QuarantinedEntry(row: row, of: rows))
            }
            return entries
        }
    }

    /// Referrals that do not go on by themselves, in the order in which that began.
    ///
    /// - Parameter after: goes on behind this event.
    package func stuck(
        after: Position, limit: Int32
    ) throws(DatabaseError) -> [StuckReferral] {
        try read { inspector, _ throws(DatabaseError) in
            let rows = try inspector.ask(
                .selectStuck,
                Parameters(inspector.settings.shard, after.rawValue, Int64(limit)))
            var referrals: [StuckReferral] = []
            for row in 0..<rows.rowCount {
                referrals.append(try StuckReferral(row: row, of: rows))
            }
            return referrals
        }
    }

    /// Since when somebody waits in each lane.
    package func laneAges() throws(DatabaseError) -> [Lane: Instant] {
        try read { inspector, _ throws(DatabaseError) in
            let rows = try inspector.ask(
                .selectLaneAges, Parameters(inspector.settings.shard))
            var ages: [Lane: Instant] = [:]
            for row in 0..<rows.rowCount {
                let lane = Lane(
                    region: Region(rawValue: try rows.value(row, 0)),
                    service: ServiceType(rawValue: try rows.value(row, 1)))
                ages[lane] = Instant(try rows.value(row, 2, as: Timestamptz.self))
            }
            return ages
        }
    }

    /// Since when the oldest open entry of each inbox lies there.
    package func inboxAges(
        _ floors: [InboxFloor]
    ) throws(DatabaseError) -> [AgencyID: Instant] {
        guard !floors.isEmpty else { return [:] }
        return try read { inspector, _ throws(DatabaseError) in
            var parameters = Parameters(inspector.settings.shard)
            parameters.append(array: floors.map(\.inbox.rawValue))
            parameters.append(array: floors.map(\.priority.level))
            parameters.append(array: floors.map(\.floor.rawValue))
            let rows = try inspector.ask(.selectInboxAges, parameters)
            var ages: [AgencyID: Instant] = [:]
            for row in 0..<rows.rowCount {
                let agency = AgencyID(rawValue: try rows.value(row, 0))
                let at = Instant(try rows.value(row, 1, as: Timestamptz.self))
                ages[agency] = min(at, ages[agency] ?? at)
            }
            return ages
        }
    }

    /// The versions of the network, the latest first.
    package func networkHistory(limit: Int32) throws(DatabaseError) -> [NetworkVersion] {
        try read { inspector, _ throws(DatabaseError) in
            let rows = try inspector.ask(
                .selectNetworkHistory, Parameters(inspector.settings.shard, Int64(limit)))
            var versions: [NetworkVersion] = []
            for row in 0..<rows.rowCount {
                versions.append(
                    NetworkVersion(
                        version: try rows.value(row, 0),
                        at: Instant(try rows.value(row, 1, as: Timestamptz.self)),
                        author: Actor(try rows.value(row, 2, as: String.self)),
                        bytes: try rows.value(row, 3)))
            }
            return versions
        }
    }

    /// One version of the network as its author wrote it; nil if there is no such version.
    package func networkDocument(version: Int32) throws(DatabaseError) -> String? {
        try read { inspector, _ throws(DatabaseError) in
            let rows = try inspector.ask(
                .selectNetworkDocument, Parameters(inspector.settings.shard, version))
            return rows.rowCount > 0 ? try rows.value(0, 0, as: String.self) : nil
        }
    }

    // MARK: Connection

    private var deadline: Deadline { .after(settings.timeout) }

    /// Reads; once more on a fresh connection if the old one turns out to be gone.
    private func read<Answer>(
        _ body: (isolated Inspector, Connection) throws(DatabaseError) -> Answer
    ) throws(DatabaseError) -> Answer {
        // Questions are put one after the other: nobody waits for this one any more.
        guard !Task.isCancelled else { throw .timedOut(operation: "a question, in the queue") }
        let wasConnected = connection?.isOpen ?? false
        do throws(DatabaseError) {
            return try body(self, try connected())
        } catch {
            guard error.kind == .connection else { throw error }
            close()
            guard wasConnected, !error.isTimeout else { throw error }
        }
        return try body(self, try connected())
    }

    private func connected() throws(DatabaseError) -> Connection {
        if let connection, connection.isOpen { return connection }
        var options = ConnectionOptions()
        options.applicationName = "throughcared inspector"
        options.statementTimeout = settings.timeout
        options.lockTimeout = settings.timeout
        options.settings["search_path"] = "throughcare"
        options.settings["default_transaction_read_only"] = "on"
        statements = Statements()
        let fresh = try Connection(conninfo, options: options, by: deadline)
        connection = fresh
        return fresh
    }

    private func ask(
        _ name: StatementName, _ parameters: Parameters
    ) throws(DatabaseError) -> QueryResult {
        let connection = try connected()
        let statement = try statements.statement(name, on: connection, by: deadline)
        return try connection.execute(statement, parameters, by: deadline)
    }
}

extension DatabaseError {
    fileprivate var isTimeout: Bool {
        if case .timedOut = self { true } else { false }
    }
}

extension StuckReferral {
    fileprivate init(row: Int, of result: QueryResult) throws(DatabaseError) {
        var provider: AgencyID?
        if case .agency(let agency) = Actor(try result.value(row, 8, as: String.self)) {
            provider = agency
        }
        let reason: ReasonCode? = try result.optionalCode(row, 10)
        let status: AssignmentStatus? = try result.optionalCode(row, 9)
        let kind: EventKind = try result.code(row, 7)
        let cause: Cause
        switch (kind, status) {
        case (.quarantined, _):
            cause = .quarantined(
                try result.optional(row, 11, as: String.self).map(AgencyID.init(rawValue:)),
                try result.optionalCode(row, 12))
        case (.updated, .onHold) where reason?.consequence != .backToReferrer:
            cause = .held(by: provider, reason)
        case (.updated, _): cause = .givenBack(by: provider, reason)
        default: cause = .unserved
        }
        self.init(
            position: Position(try result.value(row, 0)),
            referral: QualifiedName(
                agency: AgencyID(rawValue: try result.value(row, 1)),
                name: LocalName(rawValue: try result.value(row, 2))),
            lane: Lane(
                region: Region(rawValue: try result.value(row, 3)),
                service: ServiceType(rawValue: try result.value(row, 4))),
            priority: Priority(level: try result.value(row, 5)) ?? .routine,
            since: Instant(try result.value(row, 6, as: Timestamptz.self)), cause: cause)
    }
}

extension QuarantinedEntry {
    fileprivate init(row: Int, of result: QueryResult) throws(DatabaseError) {
        var referral: QualifiedName?
        var lane: Lane?
        if let requester = try result.optional(row, 7, as: String.self),
            let name = try result.optional(row, 8, as: String.self),
            let service = try result.optional(row, 9, as: String.self),
            let region = try result.optional(row, 10, as: String.self)
        {
            referral = QualifiedName(
                agency: AgencyID(rawValue: requester), name: LocalName(rawValue: name))
            lane = Lane(region: Region(rawValue: region), service: ServiceType(rawValue: service))
        }
        self.init(
            entry: Position(try result.value(row, 0)),
            position: Position(try result.value(row, 12)),
            inbox: AgencyID(rawValue: try result.value(row, 2)), kind: try result.code(row, 5),
            code: try result.optional(row, 11),
            enqueued: Instant(try result.value(row, 6, as: Timestamptz.self)),
            since: Instant(try result.value(row, 1, as: Timestamptz.self)),
            cause: try result.optionalCode(row, 13), outcome: try result.optionalCode(row, 3),
            attempts: try result.value(row, 4), referral: referral, lane: lane,
            assignment: try result.optional(row, 14, as: Int16.self).map(AssignmentNumber.init),
            status: try result.optionalCode(row, 15))
    }
}
