import Fixtures

/// A daemon under load, and what became of everything afterwards.
struct KillRun {
    let daemon: DaemonProcess
    let load: Load
    let pairs: Int

    init(_ daemon: DaemonProcess, pairs: Int, prefix: String = "r") throws {
        self.init(daemon, try Load(on: daemon, prefix: prefix), pairs: pairs)
    }

    init(_ daemon: DaemonProcess, _ load: Load, pairs: Int) {
        self.daemon = daemon
        self.load = load
        self.pairs = pairs
    }

    /// Runs the load while `disturb` does; then lets everything come to rest, and checks it.
    func violations(
        seed: UInt64, while disturb: @escaping @Sendable (Load) async throws -> Void
    ) async throws -> [Violation] {
        let clinics = try clinicsAtWork(seed: seed)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for pair in 0..<pairs {
                group.addTask { [load] in try await load.refer(pair: pair) }
            }
            // Also where it fails: the agencies work until they are told of the end.
            defer { load.end() }
            try await disturb(load)
            load.end()
            try await group.waitForAll()
        }
        try await clinics.value
        return try await verdict()
    }

    /// Empties every inbox, and holds what was seen against the log.
    func verdict() async throws -> [Violation] {
        try await drain()
        return Checker(seen: load.sightings, account: try account())
            .violations(isDrained: true)
    }

    private func clinicsAtWork(seed: UInt64) throws -> Task<Void, any Error> {
        Task { [load, pairs] in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for pair in 0..<pairs {
                    group.addTask {
                        try await load.take(pair: pair, seed: seed &+ UInt64(pair))
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    /// Empties every inbox, with new connections.
    private func drain() async throws {
        try await load.drain((0..<pairs).map(SampleNetwork.clinic))
        try await load.drain((0..<pairs).map(SampleNetwork.prison))
    }

    // MARK: The account

    func account() throws -> Account {
        var account = Account()
        account.events = try daemon.query(
            """
            SELECT e.position, e.kind, r.requester || '/' || r.name, e.inbox, e.entry, e.attempt
            FROM throughcare.event AS e
            LEFT JOIN throughcare.referral AS r ON r.shard = e.shard AND r.id = e.referral
            WHERE e.shard = 0
            ORDER BY e.position
            """
        ).map { row in
            Account.Event(
                position: Int(row[0]) ?? 0, kind: row[1],
                referral: row[2].isEmpty ? nil : row[2], inbox: row[3].isEmpty ? nil : row[3],
                entry: Int(row[4]), attempt: Int(row[5]) ?? 0)
        }
        for row in try daemon.query("SELECT sender, id, position FROM throughcare.message") {
            account.stored[MessageKey(sender: row[0], id: row[1])] = Int(row[2])
        }
        return account
    }
}

extension Load {
    /// Takes all that lies in these inboxes, until a drain brings nothing.
    func drain(_ agencies: [String]) async throws {
        for agency in agencies {
            let connection = try await open(agency)
            let link = try await connection.session().receiver(credit: 0)
            var isEmpty = false
            while !isEmpty {
                try await link.drain(200)
                let deliveries = connection.left(.delivery)
                for _ in deliveries { settle(try await link.delivery(), of: agency, on: link) }
                isEmpty = deliveries.isEmpty
            }
            try await connection.close()
        }
    }
}
