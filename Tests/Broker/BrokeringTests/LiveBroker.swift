import Fixtures
import LibPQ
import Logging
import Messages
import NetworkFile
import OpenSSLCrypto
import Referrals
import Store
import Synchronization

@testable import Brokering

/// The broker on a real PostgreSQL, without its doors: what they would ask of it is asked here, and
/// its business time is the test's.
final class LiveBroker: Sendable {
    /// A business time that stands still until it is moved.
    final class Clock: Sendable {
        private let time: Mutex<Instant>

        init(_ time: Instant) { self.time = Mutex(time) }

        var now: Instant { time.withLock { $0 } }

        func advance(by duration: Duration) {
            time.withLock {
                $0 = Instant(
                    microseconds: $0.microseconds + duration.components.seconds * 1_000_000)
            }
        }
    }

    let broker: Broker
    let inspection: Inspection
    /// What the shard logged, as its name and its fields.
    let logged: Happenings<String>
    private let life: Task<Void, any Error>
    private let answers = Happenings<BrokerAnswer>()
    private let outlet: OutletID
    private let lastTicket = Mutex<UInt64>(0)

    /// Claims the shard, and waits until it is ours.
    init(
        on conninfo: String, masterKey: MasterKey, clock: Clock, migrates: Bool = false
    ) async throws {
        let broker = Broker(limits: MessageLimits())
        let logged = Happenings<String>()
        self.logged = logged
        let shard = try Shard(
            settings: ShardSettings(
                conninfo: Conninfo(conninfo), masterKey: masterKey, migrates: migrates,
                decodeNetwork: { try Network(yaml: $0, file: "stored") },
                now: { clock.now }),
            broker: broker,
            logger: Logger(label: "test", factory: { _ in LogLines(lines: logged) }))
        self.broker = broker
        inspection = Inspection(
            broker: broker, inspector: try Inspector(Conninfo(conninfo)), now: { clock.now })
        let life = Task { try await shard.run() }
        self.life = life
        let answers = answers
        outlet = broker.openOutlet { $0.forEach(answers.append) }
        let opening = Task { await broker.untilOpen() }
        let watch = Task {
            _ = await life.result
            opening.cancel()
        }
        await opening.value
        guard broker.isOpen else {
            try await life.value
            throw FixtureFailure("the broker ended before it was open")
        }
        _ = watch
    }

    /// Ends it in order.
    func stop() async throws {
        broker.stop()
        try await life.value
        await inspection.inspector.close()
    }

    /// Waits until it has ended by itself, and says why.
    func end() async -> (any Error)? {
        await inspection.inspector.close()
        do {
            try await life.value
            return nil
        } catch {
            return error
        }
    }

    /// Answers that came, and were not waited for.
    var answersLeft: [BrokerAnswer] { answers.left }

    private func ticket() -> Ticket {
        Ticket(
            outlet: outlet,
            number: lastTicket.withLock {
                $0 += 1
                return $0
            })
    }

    func apply(_ network: String) async throws {
        _ = try await broker.apply(network: network, author: .operator(uid: 0))
    }

    // MARK: An agency's work

    /// Hands a message in as a door would, and does not wait.
    ///
    /// - Returns: the number of the answer that will come.
    @discardableResult
    func post(_ message: String, from sender: AgencyID) throws -> UInt64 {
        let network = broker.network.network
        guard let intake = broker.makeIntake(), let agency = network.agencies[sender] else {
            throw FixtureFailure("\(sender) cannot send")
        }
        let prepared = try intake.prepare(Array(message.utf8), from: agency, on: network)
        let ticket = ticket()
        broker.post([.submit(prepared, ticket)])
        return ticket.number
    }

    func send(_ message: String, from sender: AgencyID) async throws -> BrokerAnswer {
        let number = try post(message, from: sender)
        return try await answers.take("the answer to \(number)") { $0.ticket == number }
    }

    /// Sends a message that must be taken.
    ///
    /// - Returns: where it was admitted.
    @discardableResult
    func admit(_ message: String, from sender: AgencyID) async throws -> Position {
        let answer = try await send(message, from: sender)
        guard case .confirmed(_, let position) = answer else {
            throw FixtureFailure("\(answer)")
        }
        return position
    }

    /// Why a message is refused; nil if it is not.
    func refusal(of message: String, from sender: AgencyID) async throws -> Refusal? {
        if case .refused(_, let refusal) = try await send(message, from: sender) {
            return refusal
        }
        return nil
    }

    /// Has what lies in an inbox handed over, at most a hundred, and of each referral the first.
    func receive(_ agency: AgencyID) async throws -> (consumer: ConsumerID, [Delivery]) {
        let consumer = broker.newConsumer()
        broker.post([
            .attach(consumer, inbox: agency, outlet), .drain(consumer, limit: 100),
        ])
        var deliveries: [Delivery] = []
        while let next = try await answers.take(
            "a delivery", where: { $0.consumer == consumer }
        ).delivery {
            deliveries.append(next)
        }
        return (consumer, deliveries)
    }

    /// Gives a delivery its outcome, and waits until that is in the log.
    func settle(
        _ delivery: Delivery, of consumer: ConsumerID, _ outcome: DeliveryOutcome = .accepted,
        remark: SettlementRemark? = nil
    ) async throws {
        broker.post([
            .settle(
                consumer, entry: delivery.entry, attempt: delivery.attempt, outcome,
                remark: remark)
        ])
        // What is asked behind it is answered behind its commit.
        _ = try await receive(AgencyID(rawValue: "nobody"))
    }

    /// Has everything that lies in an inbox handed over and accepted.
    @discardableResult
    func take(_ agency: AgencyID) async throws -> [Delivery] {
        var all: [Delivery] = []
        while true {
            let (consumer, deliveries) = try await receive(agency)
            for delivery in deliveries { try await settle(delivery, of: consumer) }
            broker.post([.detach(consumer)])
            guard !deliveries.isEmpty else { return all }
            all += deliveries
        }
    }
}

extension BrokerAnswer {
    fileprivate var ticket: UInt64? {
        switch self {
        case .confirmed(let number, _), .refused(let number, _), .networkApplied(let number, _):
            number
        case .deliver, .drained: nil
        }
    }

    fileprivate var consumer: ConsumerID? {
        switch self {
        case .deliver(let consumer, _), .drained(let consumer, _): consumer
        case .confirmed, .refused, .networkApplied: nil
        }
    }

    fileprivate var delivery: Delivery? {
        if case .deliver(_, let delivery) = self { delivery } else { nil }
    }
}

extension Delivery {
    /// What the recipient reads.
    var text: String { String(decoding: json(), as: UTF8.self) }
}

/// A log that a test can wait for.
private struct LogLines: LogHandler {
    let lines: Happenings<String>
    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let fields = (event.metadata ?? [:]).map { " \($0)=\($1)" }.sorted().joined()
        lines.append("\(event.message)\(fields)")
    }
}
