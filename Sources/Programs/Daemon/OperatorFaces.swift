import AMQPDoor
import AdminDoor
import Brokering
import ConfigurationFile
import Glibc
import HTTPFace
import HealthDoor
import Logging
import NIOCore
import OpenSSLTLS
import Referrals
import ServiceLifecycle
import Store
import Synchronization
import Systemd

/// The two faces of the machine's own people: the admin socket and the health endpoint. They
/// listen before the shard is claimed, so that what holds a start up can be seen.
struct OperatorFaces {
    private let admin: AdminDoor
    private let health: HealthDoor

    init(
        configuration: BrokerConfiguration, sockets: DoorSockets, broker: Broker,
        door: AMQPDoor, tls: TLSContextSource, settings: ShardSettings,
        group: any EventLoopGroup, logger: Logger
    ) throws {
        let inspection = Inspection(
            broker: broker, inspector: try Inspector(settings.conninfo), now: settings.now)
        let listening = ListeningFaces()
        let facts = DaemonFacts(
            version: DaemonVersion.text, started: Instant.now.microseconds,
            wallClock: { Instant.now.microseconds },
            doors: {
                [
                    DaemonFacts.Door(
                        name: "amqp", isListening: door.isListening,
                        connections: door.registry.count)
                ] + listening.doors
            }, certificateNotAfter: { tls.current.certificate?.notAfter })
        do {
            admin = try AdminDoor(
                inspection: inspection, facts: facts,
                access: Self.access(configuration),
                listener: Self.adminListener(configuration, sockets),
                requestBytes: configuration.limits.adminRequestBytes, group: group,
                logger: logger)
        } catch let failure as DaemonFailure {
            throw failure
        } catch {
            throw DaemonFailure(status: EX_CONFIG, text: "listen.admin: \(error)")
        }
        let address = configuration.listen.health
        health = HealthDoor(
            inspection: inspection, facts: facts,
            listener: sockets[.health].map { .descriptor($0) }
                ?? .address(host: address.host, port: address.port), group: group,
            logger: logger)
        listening.set(admin: admin, health: health)
    }

    var services: [any Service] { [health, admin] }

    func open() async throws {
        do {
            try await health.open()
        } catch {
            throw DaemonFailure(status: EX_UNAVAILABLE, text: "listen.health: \(error)")
        }
        try await admin.open()
    }

    /// Who may speak on the admin socket.
    static func access(_ configuration: BrokerConfiguration) throws -> AdminAccess {
        do {
            return try AdminAccess(configuration.listen.admin)
        } catch {
            // A directory service that is away comes back: to be tried again.
            throw DaemonFailure(
                status: error.cause == nil ? EX_CONFIG : EX_TEMPFAIL, text: "\(error)")
        }
    }

    private static func adminListener(
        _ configuration: BrokerConfiguration, _ sockets: DoorSockets
    ) throws -> AdminDoor.Listener {
        if let inherited = sockets[.admin] { return .descriptor(inherited) }
        let admin = configuration.listen.admin
        return .path(
            admin.socket, mode: try access(configuration).fileMode,
            group: try AdminAccess.fileGroup(of: admin))
    }
}

/// The faces, once they are made: the facts that they show speak of themselves.
private final class ListeningFaces: Sendable {
    private let faces = Mutex<(admin: AdminDoor, health: HealthDoor)?>(nil)

    func set(admin: AdminDoor, health: HealthDoor) {
        faces.withLock { $0 = (admin, health) }
    }

    var doors: [DaemonFacts.Door] {
        guard let (admin, health) = faces.withLock({ $0 }) else { return [] }
        return [
            DaemonFacts.Door(
                name: "admin", isListening: admin.isListening, connections: admin.connections),
            DaemonFacts.Door(
                name: "health", isListening: health.isListening,
                connections: health.connections),
        ]
    }
}
