package import Brokering
package import HTTPFace
import Hummingbird
package import Linux
package import Logging
package import NIOCore
import ServiceLifecycle

/// The admin socket: HTTP/1.1 and JSON for operators, who are known by what the kernel says of the
/// process at the other end.
package final class AdminDoor: Service {
    /// Where its socket comes from.
    package enum Listener: Sendable, Hashable {
        /// Made here, and given to the group if there is one.
        case path(String, mode: UInt32 = 0o660, group: UInt32?)
        /// Inherited from the service manager.
        case descriptor(CInt)
    }

    private let listener: Listener
    private let face: HTTPFace

    /// - Parameters:
    ///   - requestBytes: a request's body has at most so many (`limits.adminRequestBytes`).
    ///   - bounds: beyond which `status` says that the broker is not ready.
    /// - Throws: `UnixListener.Failure` where the socket cannot be made.
    package init(
        inspection: Inspection, facts: DaemonFacts, access: AdminAccess, listener: Listener,
        requestBytes: Int = 16 << 20, bounds: Readiness.Bounds = Readiness.Bounds(),
        limits: HTTPLimits = HTTPLimits(), group: any EventLoopGroup, logger: Logger
    ) throws(UnixListener.Failure) {
        self.listener = listener
        let descriptor: CInt =
            switch listener {
            case .path(let path, let mode, let group):
                try UnixListener.open(path: path, mode: mode, group: group)
            case .descriptor(let descriptor): descriptor
            }
        let responder = AdminRoutes(
            inspection: inspection, facts: facts, requestBytes: requestBytes, bounds: bounds,
            logger: logger
        ).responder(access: access)
        face = HTTPFace(
            name: "admin", listener: .descriptor(descriptor), limits: limits, group: group,
            logger: logger
        ) { channel in
            let peer = try channel.peerCredentials()
            return { request in
                let context = AdminContext(
                    source: AdminContext.Source(logger: logger, peer: peer))
                do {
                    return try await responder.respond(to: request, context: context)
                } catch {
                    return Response(status: .internalServerError)
                }
            }
        }
    }

    package var isListening: Bool { face.isListening }
    package var connections: Int { face.connections }

    /// Listens, before `run`.
    package func open() async throws { try await face.open() }

    /// Serves until the daemon stops gracefully; then the socket's file is removed, if it is ours.
    package func run() async throws {
        try await face.run()
        if case .path(let path, _, _) = listener { UnixListener.removeClosed(path) }
    }
}

extension Channel {
    /// Who is at the other end of this connection; asked once, on its event loop.
    fileprivate func peerCredentials() throws -> PeerCredentials {
        let found = try pipeline.syncOperations.withUnsafeTransportIfAvailable(
            of: NIOBSDSocket.Handle.self
        ) { descriptor in try PeerCredentials(descriptor: descriptor) }
        guard let found else { throw SystemFault("ask who the peer is", errno: 0) }
        return found
    }
}
