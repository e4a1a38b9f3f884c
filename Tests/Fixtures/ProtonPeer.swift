import Foundation
import Synchronization

/// A process of Qpid Proton connections, driven over its standard input (`proton_peer.py`).
package final class ProtonPeer: Sendable {
    private let program: RunningProgram
    private let events = Events()
    private let lastConnection = Mutex(0)
    private let lastTag = Mutex(0)

    package init() throws {
        guard let script = Bundle.module.path(forResource: "proton_peer", ofType: "py") else {
            throw FixtureFailure("proton_peer.py is not with the tests")
        }
        let events = events
        program = try RunningProgram(
            TestSurroundings.python, ["-u", script], reads: .output,
            onLine: { line in
                guard let event = PeerEvent(line) else {
                    print("the peer said: \(line)")
                    return false
                }
                events.of(event.connection).append(event)
                return false
            })
    }

    deinit { program.closeInput() }

    fileprivate func freshTag() -> String {
        lastTag.withLock { last in
            last += 1
            return "fresh-\(last)"
        }
    }

    /// What happened on each connection.
    private final class Events: Sendable {
        private let all = Mutex<[String: Happenings<PeerEvent>]>([:])

        func of(_ connection: String) -> Happenings<PeerEvent> {
            all.withLock { all in
                if let known = all[connection] { return known }
                let fresh = Happenings<PeerEvent>()
                all[connection] = fresh
                return fresh
            }
        }
    }

    fileprivate func happenings(of connection: String) -> Happenings<PeerEvent> {
        events.of(connection)
    }

    fileprivate func tell(_ connection: String, _ command: String, _ fields: [String: Field]) {
        var all = fields
        all["on"] = .text(connection)
        all["do"] = .text(command)
        guard let line = try? JSONEncoder().encode(all) else { return }
        try? program.write(String(decoding: line, as: UTF8.self))
    }

    /// Begins a connection, and does not wait for what comes of it.
    ///
    /// - Parameter identity: nil for a client without a certificate.
    package func dial(
        _ identity: TestIdentity?, trusting ca: String, port: Int, _ options: [String: Field] = [:]
    ) -> ProtonConnection {
        begin("connect", identity, ca, port, options)
    }

    /// Begins a connection on which the test itself writes the bytes.
    package func dialRaw(
        _ identity: TestIdentity?, trusting ca: String, port: Int, _ options: [String: Field] = [:]
    ) -> ProtonConnection {
        begin("raw", identity, ca, port, options)
    }

    private func begin(
        _ command: String, _ identity: TestIdentity?, _ ca: String, _ port: Int,
        _ options: [String: Field]
    ) -> ProtonConnection {
        let number = lastConnection.withLock { last in
            last += 1
            return last
        }
        let connection = ProtonConnection(peer: self, name: "c\(number)")
        var fields = options
        fields["host"] = "127.0.0.1"
        fields["port"] = .number(Double(port))
        fields["ca"] = .text(ca)
        if let identity {
            fields["certificate"] = .text(identity.certificate)
            fields["key"] = .text(identity.key)
        }
        tell(connection.name, command, fields)
        return connection
    }
}

/// One connection of a peer.
package struct ProtonConnection: Sendable {
    fileprivate let peer: ProtonPeer
    package let name: String
}

extension ProtonConnection {
    fileprivate func tell(_ command: String, _ fields: [String: Field] = [:]) {
        peer.tell(name, command, fields)
    }

    /// Waits for an event, on a link if one is named; fails at once where the line is gone.
    package func next(
        _ kind: PeerEvent.Kind, link: String? = nil,
        where matches: @escaping @Sendable (PeerEvent) -> Bool = { _ in true }
    ) async throws -> PeerEvent {
        let happening = try await peer.happenings(of: name).take("\(kind) on \(name) \(link ?? "")")
        { event in
            event.kind == .mistake
                || event.kind == kind && (link == nil || event.text("link") == link)
                    && matches(event)
        }
        guard happening.kind == kind else { throw FixtureFailure("\(happening)") }
        return happening
    }

    /// Waits for the first of several kinds of events.
    package func next(of kinds: Set<PeerEvent.Kind>) async throws -> PeerEvent {
        try await peer.happenings(of: name).take("one of \(kinds) on \(name)") {
            kinds.contains($0.kind)
        }
    }

    /// What happened and was not waited for.
    package var left: [PeerEvent] { peer.happenings(of: name).left }

    package func left(_ kind: PeerEvent.Kind) -> [PeerEvent] { left.filter { $0.kind == kind } }

    /// Waits until the broker has opened it.
    @discardableResult
    package func opened() async throws -> PeerEvent { try await next(.opened) }

    package func session(
        _ name: String = "s", _ options: [String: Field] = [:]
    ) async throws -> ProtonSession {
        let session = beginSession(name, options)
        _ = try await next(.begun) { $0.text("session") == name }
        return session
    }

    /// Begins a session and does not wait for the answer.
    package func beginSession(
        _ name: String = "s", _ options: [String: Field] = [:]
    ) -> ProtonSession {
        tell("begin", options.merging(["session": .text(name)]) { $1 })
        return ProtonSession(connection: self, name: name)
    }

    /// Closes it, and waits for the answer.
    package func close() async throws {
        tell("close")
        _ = try await next(.closed)
    }

    /// Cuts the line, and waits until it is gone on this side.
    package func cut() async throws {
        tell("cut")
        _ = try await next(.gone)
    }

    /// Writes bytes on a raw connection.
    package func write(_ bytes: [UInt8]) {
        let hex = bytes.map { String(UInt16($0) + 0x100, radix: 16).dropFirst() }.joined()
        tell("write", ["hex": .text(hex)])
    }

    /// Ends a raw connection's own direction.
    package func halfClose() { tell("half-close") }

    /// Reads nothing more.
    package func mute() { tell("mute") }
    /// Reads so many octets a second.
    package func trickle(_ octets: Int) { tell("trickle", ["octets": .number(Double(octets))]) }
    /// Reads again as ever.
    package func listen() { tell("listen") }
}

package struct ProtonSession: Sendable {
    package let connection: ProtonConnection
    package let name: String

    /// Attaches a sender and does not wait for the answer.
    package func attachSender(
        _ link: String, to address: String? = "intake", _ options: [String: Field] = [:]
    ) -> ProtonLink {
        attach("sender", link, address, options)
    }

    /// Attaches a receiver and does not wait for the answer.
    package func attachReceiver(
        _ link: String, from address: String? = "inbox", _ options: [String: Field] = [:]
    ) -> ProtonLink {
        attach("receiver", link, address, options)
    }

    private func attach(
        _ kind: String, _ link: String, _ address: String?, _ options: [String: Field]
    ) -> ProtonLink {
        var fields = options
        fields["session"] = .text(name)
        fields["link"] = .text(link)
        if let address { fields["address"] = .text(address) }
        connection.tell(kind, fields)
        return ProtonLink(connection: connection, name: link)
    }

    /// A sender that has credit.
    package func sender(
        _ link: String = "out", _ options: [String: Field] = [:]
    ) async throws -> ProtonLink {
        let sender = attachSender(link, options)
        _ = try await connection.next(.attached, link: link)
        _ = try await connection.next(.credit, link: link)
        return sender
    }

    /// A receiver, with the credit that it is given.
    package func receiver(
        _ link: String = "in", credit: Int, _ options: [String: Field] = [:]
    ) async throws -> ProtonLink {
        let receiver = attachReceiver(
            link, options.merging(["credit": .number(Double(credit))]) { $1 })
        _ = try await connection.next(.attached, link: link)
        return receiver
    }

    /// Ends it, and waits for the answer.
    package func end() async throws {
        connection.tell("end", ["session": .text(name)])
        _ = try await connection.next(.ended) { $0.text("session") == name }
    }
}

package struct ProtonLink: Sendable {
    package let connection: ProtonConnection
    package let name: String

    package func next(_ kind: PeerEvent.Kind) async throws -> PeerEvent {
        try await connection.next(kind, link: name)
    }

    private func tell(_ command: String, _ fields: [String: Field] = [:]) {
        connection.tell(command, fields.merging(["link": .text(name)]) { $1 })
    }

    // MARK: Sending

    /// Sends a message and does not wait for its outcome.
    ///
    /// - Parameter tag: names the delivery in its outcome.
    package func post(_ body: String, tag: String, _ options: [String: Field] = [:]) {
        tell("send", options.merging(["body": .text(body), "tag": .text(tag)]) { $1 })
    }

    package func outcome(of tag: String) async throws -> PeerEvent {
        try await connection.next(.outcome, link: name) { $0.text("tag") == tag }
    }

    /// Sends a message and waits for its outcome.
    @discardableResult
    package func send(
        _ body: String, _ options: [String: Field] = [:]
    ) async throws -> PeerEvent {
        let tag = connection.peer.freshTag()
        post(body, tag: tag, options)
        return try await outcome(of: tag)
    }

    // MARK: Receiving

    package func credit(_ credit: Int) { tell("credit", ["credit": .number(Double(credit))]) }

    /// Takes what there is up to the credit, and waits until the broker has given the rest back.
    @discardableResult
    package func drain(_ credit: Int = 0) async throws -> PeerEvent {
        startDrain(credit)
        return try await connection.next(.flow, link: name) { $0.number("credit") == 0 }
    }

    /// Begins to drain, and does not wait for what comes of it.
    package func startDrain(_ credit: Int) { tell("drain", ["credit": .number(Double(credit))]) }

    package func delivery() async throws -> PeerEvent { try await next(.delivery) }

    package func deliveries(_ count: Int) async throws -> [PeerEvent] {
        var all: [PeerEvent] = []
        while all.count < count { all.append(try await delivery()) }
        return all
    }

    package enum Settlement: Sendable {
        case accepted, rejected, released
        case modified(failed: Bool = false, undeliverable: Bool = false)
        /// Without an outcome.
        case none
    }

    package func settle(_ delivery: PeerEvent, _ settlement: Settlement) {
        var fields: [String: Field] = ["delivery": .number(delivery.number("delivery") ?? -1)]
        switch settlement {
        case .accepted: fields["outcome"] = "accepted"
        case .rejected: fields["outcome"] = "rejected"
        case .released: fields["outcome"] = "released"
        case .none: fields["outcome"] = "none"
        case .modified(let failed, let undeliverable):
            fields["outcome"] = "modified"
            fields["failed"] = .flag(failed)
            fields["undeliverable"] = .flag(undeliverable)
        }
        tell("settle", fields)
    }

    /// Detaches it, and waits for the answer.
    @discardableResult
    package func detach(closed: Bool = true) async throws -> PeerEvent {
        tell("detach", ["closed": .flag(closed)])
        return try await next(.detached)
    }
}
