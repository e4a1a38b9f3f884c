import HTTPTypes
package import Hummingbird
import HummingbirdCore
import Linux
package import Logging
import NIOConcurrencyHelpers
package import NIOCore
import NIOPosix
import Referrals
import ServiceLifecycle

/// A listening HTTP/1.1 face: accepts from a socket, whoever made it, serves each connection, and
/// ends within a bound when the daemon stops.
///
/// Hummingbird's own application does all this too, except for a socket that it did not make: hence
/// one path here for every socket.
package final class HTTPFace: Service {
    package typealias Answer = @Sendable (Request) async -> Response

    private struct State {
        var listener: NIOAsyncChannel<Child, Never>?
        var connections: [ObjectIdentifier: any Channel] = [:]
        var isClosing = false
    }

    private struct Child: Sendable {
        let http: HTTP1Channel
        let channel: HTTP1Channel.Value
    }

    private let name: String
    private let listener: HTTPListener
    private let limits: HTTPLimits
    private let group: any EventLoopGroup
    private let logger: Logger
    private let connected: @Sendable (any Channel) throws -> Answer
    private let state = NIOLockedValueBox(State())

    /// - Parameters:
    ///   - name: of the face, in the log.
    ///   - connected: called on the event loop of each new connection; gives what answers its
    ///     requests. What it throws ends the connection.
    package init(
        name: String, listener: HTTPListener, limits: HTTPLimits = HTTPLimits(),
        group: any EventLoopGroup, logger: Logger,
        connected: @escaping @Sendable (any Channel) throws -> Answer
    ) {
        self.name = name
        self.listener = listener
        self.limits = limits
        self.group = group
        self.logger = logger
        self.connected = connected
    }

    package var isListening: Bool {
        state.withLockedValue { $0.listener?.channel.isActive == true && !$0.isClosing }
    }

    package var connections: Int { state.withLockedValue { $0.connections.count } }

    /// Where it listens; nil before `open`.
    package var localAddress: SocketAddress? {
        state.withLockedValue { $0.listener?.channel.localAddress }
    }

    /// Listens. `run` does it where nobody has, but only here a failure comes before the daemon
    /// says that it is ready.
    package func open() async throws {
        guard state.withLockedValue({ $0.listener == nil }) else { return }
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 64)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
        let initializer: @Sendable (any Channel) -> EventLoopFuture<Child> = { channel in
            channel.eventLoop.makeCompletedFuture { try self.admit(channel) }
                .flatMap { http in
                    http.setup(channel: channel, logger: self.logger)
                        .map { Child(http: http, channel: $0) }
                }
        }
        let channel =
            switch listener {
            case .address(let host, let port):
                try await bootstrap.serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                    .bind(host: host, port: port, childChannelInitializer: initializer)
            case .descriptor(let descriptor):
                try await bootstrap.bind(descriptor, childChannelInitializer: initializer)
            }
        state.withLockedValue { $0.listener = channel }
        logger.info(
            "door-opened",
            metadata: [
                "door": "\(name)", "address": "\(channel.channel.localAddress.shown)",
            ])
    }

    /// Serves until the daemon stops gracefully; requests that hang are cancelled when the time for
    /// closing is over.
    package func run() async throws {
        try await open()
        guard let listener = state.withLockedValue({ $0.listener }) else { return }
        await withGracefulShutdownHandler {
            await withTaskCancellationHandler {
                // A task of its own, which nobody cancels: NIO traps where a connection that was
                // taken in is dropped before it is served.
                await Task { await self.serve(listener) }.value
            } onCancel: {
                self.close()
            }
        } onGracefulShutdown: {
            self.close()
        }
        for channel in state.withLockedValue({ Array($0.connections.values) }) {
            channel.close(promise: nil)
            try? await channel.closeFuture.get()
        }
        logger.info("door-closed", metadata: ["door": "\(name)"])
    }

    /// Takes connections in until the listener is closed, and waits until they have ended, or until
    /// the time for closing is over.
    private func serve(_ listener: NIOAsyncChannel<Child, Never>) async {
        let (children, taken) = AsyncStream<Child>.makeStream()
        await withTaskGroup { race in
            race.addTask { await self.handle(children) }
            do {
                try await listener.executeThenClose { accepted in
                    for try await child in accepted { taken.yield(child) }
                }
            } catch {
                self.logger.warning(
                    "door-failed", metadata: ["door": "\(self.name)", "cause": "\(error)"])
            }
            taken.finish()
            race.addTask { try? await ContinuousClock().sleep(for: self.limits.closing) }
            await race.next()
            race.cancelAll()
        }
    }

    private func handle(_ children: AsyncStream<Child>) async {
        await withDiscardingTaskGroup { group in
            for await child in children {
                group.addTask {
                    await child.http.handle(value: child.channel, logger: self.logger)
                }
            }
        }
    }

    /// Takes no more connections, lets requests end that are under way, and ends what is left after
    /// the time for closing.
    private func close() {
        let (listener, connections) = state.withLockedValue {
            $0.isClosing = true
            return ($0.listener, Array($0.connections.values))
        }
        listener?.channel.close(promise: nil)
        for channel in connections {
            channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
            let deadline = channel.eventLoop.scheduleTask(in: TimeAmount(limits.closing)) {
                channel.close(promise: nil)
            }
            channel.closeFuture.whenComplete { _ in deadline.cancel() }
        }
    }

    // MARK: Connections

    private func admit(_ channel: any Channel) throws -> HTTP1Channel {
        let id = ObjectIdentifier(channel)
        let isAdmitted = state.withLockedValue {
            guard !$0.isClosing, $0.connections.count < limits.connections else { return false }
            $0.connections[id] = channel
            return true
        }
        guard isAdmitted else {
            logger.warning("connections-exhausted", metadata: ["door": "\(name)"])
            // An initialiser that fails does not end the connection by itself.
            channel.close(promise: nil)
            throw HTTPFaceError.full
        }
        channel.closeFuture.whenComplete { _ in
            self.state.withLockedValue { _ = $0.connections.removeValue(forKey: id) }
        }
        let answer: Answer
        do {
            answer = try connected(channel)
        } catch {
            channel.close(promise: nil)
            throw error
        }
        var configuration = HTTP1Channel.Configuration(idleTimeout: TimeAmount(limits.idle))
        configuration.httpDecoder.maxHeaderFieldSize = limits.headerBytes
        configuration.httpDecoder.maxHeaderListSize = limits.headerBytes
        configuration.httpDecoder.maxHeaderFieldCount = limits.headerCount
        return HTTP1Channel(
            responder: { request, writer, channel in
                let response = await self.respond(to: request, answer)
                if response.headers[.connection] == "close" {
                    // What is still to come of a refused body is read, and not for long.
                    channel.eventLoop.scheduleTask(in: TimeAmount(self.limits.closing)) {
                        channel.close(promise: nil)
                    }
                }
                if request.method == .head {
                    try await writer.writeResponse(response.head)
                } else {
                    try await writer.write(response: response.head, body: response.body)
                }
            }, configuration: configuration)
    }

    private func respond(to request: Request, _ answer: @escaping Answer) async -> Response {
        let limit = limits.request
        var response = await withTaskGroup(of: Response?.self) { group in
            group.addTask { await answer(request) }
            group.addTask {
                try? await ContinuousClock().sleep(for: limit)
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first ?? Self.tooLate
        }
        response.headers[.date] = Instant(microseconds: WallClock.microseconds).httpDate
        response.headers[.server] = "throughcare"
        response.headers[.cacheControl] = "no-store"
        return response
    }

    private static var tooLate: Response {
        var response = Response(
            .init(
                .serviceUnavailable, "timeout", "The request took too long",
                detail: "the answer did not come in time; what was asked may still be done"))
        response.headers[.connection] = "close"
        return response
    }
}

enum HTTPFaceError: Error {
    /// As many connections are open as may be, or the face closes.
    case full
}

extension SocketAddress? {
    fileprivate var shown: String {
        guard let self else { return "unknown" }
        guard let host = self.ipAddress, let port = self.port else {
            return self.pathname ?? "\(self)"
        }
        return host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
}
