import Fixtures
import Synchronization

/// Agencies at work: prisons that refer and sometimes cancel, clinics that take what comes and
/// sometimes give it back. Each reconnects for as long as it takes, and a prison sends again what
/// was not confirmed.
final class Load: Sendable {
    private let daemon: DaemonProcess
    private let peers: ProtonPeer
    private let prefix: String
    private let seen = Mutex(Sightings())
    private let isEnding = Mutex(false)
    /// One for each confirmation.
    private let confirmations = Happenings<Int>()

    /// - Parameter prefix: of the names of referrals.
    init(on daemon: DaemonProcess, prefix: String = "r") throws {
        self.daemon = daemon
        self.prefix = prefix
        peers = try ProtonPeer()
    }

    var sightings: Sightings { seen.withLock { $0 } }

    /// Waits until this many further messages are confirmed.
    func confirmed(_ count: Int) async throws {
        confirmations.forget()
        for _ in 0..<count { _ = try await confirmations.take("a confirmation") { _ in true } }
    }

    /// Has the prisons send nothing new, and the clinics leave.
    func end() { isEnding.withLock { $0 = true } }

    private var hasEnded: Bool { isEnding.withLock { $0 } }

    private func connect(_ agency: String) async throws -> ProtonConnection? {
        let connection = peers.dial(
            try daemon.authority.agency(agency), trusting: daemon.authority.certificate,
            port: daemon.port, ["patience": true])
        let event = try await connection.next(of: [.opened, .gone, .closed])
        return event.kind == .opened ? connection : nil
    }

    /// A connection that is up.
    func open(_ agency: String) async throws -> ProtonConnection {
        while true { if let connection = try await connect(agency) { return connection } }
    }

    // MARK: Prisons

    /// A prison, until `end` and until everything that it sent is confirmed. The last that it sends
    /// is a referral from after the end: who waits for a delivery has one, and sees the end.
    func refer(pair: Int, window: Int = 8) async throws {
        var prison = Prison(name: SampleNetwork.prison(pair), prefix: prefix, window: window)
        while !prison.isDone, !Task.isCancelled {
            guard let connection = try await connect(prison.name) else { continue }
            let link = connection.beginSession().attachSender("out")
            let ready = try await connection.next(of: [.credit, .gone, .closed])
            guard ready.kind == .credit else { continue }
            prison.attempt += 1
            for message in prison.unconfirmed { post(message, prison, on: link) }
            var isUp = true
            while isUp, !prison.isDone {
                while !hasEnded, prison.unconfirmed.count < window {
                    post(prison.next(), prison, on: link)
                }
                if hasEnded, !prison.hasSentLast { post(prison.takeLast(), prison, on: link) }
                isUp = try await answer(on: connection, link, &prison)
            }
            if isUp { try await connection.close() }
        }
    }

    private func post(_ message: Prison.Message, _ prison: Prison, on link: ProtonLink) {
        seen.withLock { _ = $0.sent.insert(prison.key(message)) }
        link.post(message.body, tag: "\(message.id)#\(prison.attempt)")
    }

    /// - Returns: whether the connection is still up.
    private func answer(
        on connection: ProtonConnection, _ link: ProtonLink, _ prison: inout Prison
    ) async throws -> Bool {
        let event = try await connection.next(of: [.outcome, .gone, .closed])
        guard event.kind == .outcome, let tag = event.text("tag") else { return false }
        let id = String(tag.prefix { $0 != "#" })
        guard let message = prison.unconfirmed.first(where: { $0.id == id }) else { return true }
        guard event.text("outcome") == "accepted" else {
            guard event.info("retryable") == true else {
                throw FixtureFailure("\(prison.name) was refused \(id): \(event)")
            }
            post(message, prison, on: link)
            return true
        }
        prison.confirmed(message)
        seen.withLock { _ = $0.confirmed.insert(prison.key(message)) }
        confirmations.append(1)
        return true
    }

    // MARK: Clinics

    /// A clinic, until `end`.
    func take(pair: Int, seed: UInt64) async throws {
        let clinic = SampleNetwork.clinic(pair)
        var random = SeededGenerator(seed: seed)
        while !hasEnded {
            guard let connection = try await connect(clinic) else { continue }
            let link = connection.beginSession().attachReceiver("in", ["credit": 20])
            var isUp = true
            while isUp, !hasEnded {
                isUp = try await takeOne(of: clinic, on: connection, link, &random)
            }
            if isUp { try await connection.close() }
        }
    }

    private func takeOne(
        of clinic: String, on connection: ProtonConnection, _ link: ProtonLink,
        _ random: inout SeededGenerator
    ) async throws -> Bool {
        let event = try await connection.next(of: [.delivery, .gone, .closed])
        guard event.kind == .delivery else { return false }
        note(event, inbox: clinic)
        link.settle(
            event,
            random.chance(5) ? .released : random.chance(2) ? .modified(failed: true) : .accepted)
        link.credit(1)
        return true
    }

    /// Takes a delivery for good.
    func settle(_ delivery: PeerEvent, of agency: String, on link: ProtonLink) {
        note(delivery, inbox: agency)
        link.settle(delivery, .accepted)
    }

    /// For a message that a test sends itself.
    func note(confirmed id: String, by agency: String) {
        seen.withLock {
            $0.sent.insert(MessageKey(sender: agency, id: id))
            $0.confirmed.insert(MessageKey(sender: agency, id: id))
        }
    }

    private func note(_ event: PeerEvent, inbox: String) {
        let sender = event.body("from")?.text
        let message = event.text("id")
        let delivery = Sightings.Delivery(
            inbox: inbox, entry: Int(event.text("tag")?.prefix(16) ?? "", radix: 16) ?? 0,
            count: Int(event.number("deliveryCount") ?? -1),
            message: sender.map { MessageKey(sender: $0, id: message ?? "") },
            referral: event.body("referral")?.text ?? "")
        seen.withLock { $0.deliveries.append(delivery) }
    }
}

/// What a prison has sent and not had confirmed.
struct Prison {
    struct Message {
        let id: String
        let body: String
        /// A referral that is cancelled once it is confirmed.
        let isCancelled: Bool
    }

    let name: String
    let prefix: String
    let window: Int
    var attempt = 0
    private var last = 0
    private var cancels: [String] = []
    private(set) var unconfirmed: [Message] = []
    private(set) var hasSentLast = false

    var isDone: Bool { hasSentLast && unconfirmed.isEmpty }

    init(name: String, prefix: String, window: Int) {
        self.name = name
        self.prefix = prefix
        self.window = window
    }

    func key(_ message: Message) -> MessageKey { MessageKey(sender: name, id: message.id) }

    /// The next message: a cancellation that is due, or a referral.
    mutating func next() -> Message {
        let message: Message
        if let referral = cancels.popLast() {
            let id = "c-\(referral)"
            message = Message(
                id: id, body: SampleMessages.cancel(id, referral: referral), isCancelled: false)
        } else {
            last += 1
            message = referral(isCancelled: last.isMultiple(of: 4))
        }
        unconfirmed.append(message)
        return message
    }

    /// The last message: a referral that stays.
    mutating func takeLast() -> Message {
        last += 1
        hasSentLast = true
        let message = referral(isCancelled: false)
        unconfirmed.append(message)
        return message
    }

    private func referral(isCancelled: Bool) -> Message {
        let id = "\(prefix)\(last)"
        return Message(id: id, body: SampleMessages.referral(id), isCancelled: isCancelled)
    }

    mutating func confirmed(_ message: Message) {
        unconfirmed.removeAll { $0.id == message.id }
        if message.isCancelled { cancels.append(message.id) }
    }
}
