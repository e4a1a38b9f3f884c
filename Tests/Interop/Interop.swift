import Fixtures
import Foundation
import Synchronization

/// What the tests of this target share: a daemon, its authority, and a process of Proton peers.
/// Each test takes a pair of agencies of its own.
final class Interop: Sendable {
    let authority: TestAuthority
    let daemon: DaemonProcess
    let peers: ProtonPeer
    private let lastPair = Mutex(-1)

    private static let started = Task { try await Interop() }

    static var shared: Interop {
        get async throws { try await started.value }
    }

    /// - Parameter settings: of a daemon that is not shared, because the test does something to it.
    init(_ settings: DaemonProcess.Settings = DaemonProcess.Settings()) async throws {
        authority = try TestAuthority()
        daemon = try await DaemonProcess(settings, authority: authority)
        peers = try ProtonPeer()
    }

    /// A prison that refers to a clinic.
    struct Pair: Sendable {
        let interop: Interop
        let prison: String
        let clinic: String
    }

    func pair() -> Pair {
        let number = lastPair.withLock { last in
            last += 1
            return last
        }
        return Pair(
            interop: self, prison: SampleNetwork.prison(number),
            clinic: SampleNetwork.clinic(number))
    }

    /// A pair on the shared daemon.
    static func pair() async throws -> Pair { try await shared.pair() }

    /// A pair that nobody else uses, to send through the shard what follows all else.
    func barrier() async throws {
        let last = "prison-\(SampleNetwork().pairs - 1)"
        let intake = try await connect(last).session().sender()
        let name = UUID().uuidString
        try await intake.send(SampleMessages.referral(name))
        try await intake.connection.close()
    }

    /// Begins a connection, and does not wait.
    func dial(_ agency: String, _ options: [String: Field] = [:]) throws -> ProtonConnection {
        peers.dial(
            try authority.agency(agency), trusting: authority.certificate, port: daemon.port,
            options)
    }

    func connect(
        _ agency: String, _ options: [String: Field] = [:]
    ) async throws -> ProtonConnection {
        let connection = try dial(agency, options)
        try await connection.opened()
        return connection
    }

    /// A connection on which the test writes the bytes, as an agency's.
    func raw(_ agency: String, _ options: [String: Field] = [:]) async throws -> ProtonConnection {
        let connection = peers.dialRaw(
            try authority.agency(agency), trusting: authority.certificate, port: daemon.port,
            options)
        _ = try await connection.next(.established)
        return connection
    }
}

extension Interop.Pair {
    /// The prison's session on a connection of its own.
    func prisonSession(_ options: [String: Field] = [:]) async throws -> ProtonSession {
        try await interop.connect(prison, options).session()
    }

    func clinicSession(_ options: [String: Field] = [:]) async throws -> ProtonSession {
        try await interop.connect(clinic, options).session()
    }

    /// Refers, over a connection of its own, as many times, and waits until each is accepted.
    func refer(_ names: [String], health: String = "ART") async throws {
        let intake = try await prisonSession().sender()
        for name in names {
            intake.post(SampleMessages.referral(name, health: health), tag: name)
        }
        for name in names {
            let outcome = try await intake.outcome(of: name)
            guard outcome.text("outcome") == "accepted" else {
                throw FixtureFailure("\(name): \(outcome)")
            }
        }
        try await intake.connection.close()
    }

    /// What the log says of the inbox of an agency: the kinds of events about its entries.
    func log(of agency: String) throws -> [String] {
        try interop.daemon.query(
            """
            SELECT kind || coalesce(' ' || outcome, '') FROM throughcare.event
            WHERE inbox = '\(agency)' ORDER BY position
            """
        ).map { $0[0] }
    }

    /// Waits until all that was posted before has been through the shard: one more message has.
    func barrier() async throws { try await interop.barrier() }
}

extension PeerEvent {
    /// `r9` of `ro-anp-giurgiu/r9`.
    var referral: String? {
        body("referral")?.text?.split(separator: "/").last.map(String.init)
    }
}

/// The names of a test's referrals.
func names(_ count: Int, _ prefix: String = "r") -> [String] {
    (0..<count).map { "\(prefix)\($0)" }
}
