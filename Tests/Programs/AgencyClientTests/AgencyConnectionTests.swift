import AMQP10
import NIOCore
import NIOPosix
import OpenSSLTLS
import Testing

@testable import AgencyClient

@Suite("An agency's connection, over TLS on a loopback socket")
struct AgencyConnectionTests {
    private func connect(
        _ broker: TestBroker, serverName: String = "localhost"
    ) async throws -> AgencyConnection {
        try await AgencyConnection.open(
            BrokerEndpoint(host: "127.0.0.1", port: broker.port, serverName: serverName),
            tls: try broker.authority.client("agency"), containerID: "test")
    }

    private func payload(_ text: String) -> ByteBuffer { Sender.payload(json: Array(text.utf8)) }

    @Test("A message goes out, and its outcome comes back with the broker's words")
    func outcomes() async throws {
        let refusal = AMQPError(
            .invalidField, "/region: is missing", info: [.symbol("field"): .string("/region")])
        let broker = try await TestBroker { $0 == "bad" ? .rejected(refusal) : .accepted }
        let connection = try await connect(broker)
        let sender = try await connection.openSender()
        #expect(try await sender.send(payload("good")) == .accepted)
        guard case .rejected(let error?) = try await sender.send(payload("bad")) else {
            Issue.record("was not rejected")
            return
        }
        #expect(error.words == "amqp:invalid-field: /region: is missing [field=/region]")
        await connection.close()
        #expect(await connection.untilEnded() == nil)
        try await broker.stop()
    }

    /// Names a host that has an address at which nobody listens, and the broker's.
    private final class TwoAddresses: Resolver, Sendable {
        private let eventLoop: any EventLoop
        private let addresses: [SocketAddress]

        init(port: Int, on eventLoop: any EventLoop) throws {
            self.eventLoop = eventLoop
            addresses = [
                try SocketAddress(ipAddress: "::1", port: port),
                try SocketAddress(ipAddress: "127.0.0.1", port: port),
            ]
        }

        func initiateAQuery(host: String, port: Int) -> EventLoopFuture<[SocketAddress]> {
            eventLoop.makeSucceededFuture([addresses[1]])
        }

        func initiateAAAAQuery(host: String, port: Int) -> EventLoopFuture<[SocketAddress]> {
            eventLoop.makeSucceededFuture([addresses[0]])
        }

        func cancelQueries() {}
    }

    @Test("A host of two addresses is reached where only one of them answers")
    func twoAddresses() async throws {
        let broker = try await TestBroker()
        let eventLoop = MultiThreadedEventLoopGroup.singleton.next()
        let connection = try await AgencyConnection.open(
            BrokerEndpoint(host: "two.test", port: broker.port, serverName: "localhost"),
            tls: try broker.authority.client("agency"), containerID: "test", on: eventLoop,
            resolver: try TwoAddresses(port: broker.port, on: eventLoop))
        let sender = try await connection.openSender()
        #expect(try await sender.send(payload("good")) == .accepted)
        await connection.close()
        try await broker.stop()
    }

    @Test("More messages than there is credit wait, and all are answered", arguments: [1, 7, 100])
    func window(credit: UInt32) async throws {
        let broker = try await TestBroker(intakeCredit: credit)
        let connection = try await connect(broker)
        let sender = try await connection.openSender()
        let accepted = try await withThrowingTaskGroup(of: Outcome.self) { group in
            for number in 0..<500 {
                let payload = payload("message \(number)")
                group.addTask { try await sender.send(payload) }
            }
            return try await group.reduce(0) { $0 + ($1 == .accepted ? 1 : 0) }
        }
        #expect(accepted == 500)
        await connection.close()
        try await broker.stop()
    }

    @Test("What is posted is answered on the event loop")
    func posting() async throws {
        let broker = try await TestBroker()
        let connection = try await connect(broker)
        let sender = try await connection.openSender()
        let (answers, continuation) = AsyncStream.makeStream(of: Bool.self)
        for _ in 0..<10 {
            sender.post(payload("x")) { _ in
                continuation.yield(connection.eventLoop.inEventLoop)
            }
        }
        var seen: [Bool] = []
        for await answer in answers.prefix(10) { seen.append(answer) }
        #expect(seen == Array(repeating: true, count: 10))
        await connection.close()
        try await broker.stop()
    }

    @Test("A receiver takes what it asked for, and settles it", arguments: [1, 3, 64])
    func receiving(window: UInt32) async throws {
        let (settled, continuation) = AsyncStream.makeStream(of: Outcome?.self)
        let broker = try await TestBroker(
            inbox: (0..<20).map { "message \($0)" }, settlements: continuation)
        let connection = try await connect(broker)
        let (receiver, messages) = try await connection.openReceiver(
            window: window, demand: .atMost(10))
        var taken: [String] = []
        for try await message in messages.prefix(10) {
            taken.append(String(buffer: try #require(try message.json())))
            receiver.settle(message.delivery, taken.count == 10 ? .released : .accepted)
        }
        #expect(taken == (0..<10).map { "message \($0)" })
        var outcomes: [Outcome?] = []
        for await outcome in settled.prefix(10) { outcomes.append(outcome) }
        #expect(outcomes.filter { $0 == .accepted }.count == 9)
        #expect(outcomes.contains(.released))
        await connection.close()
        try await broker.stop()
    }

    @Test("A receiver of what waits ends when there is nothing more", arguments: [0, 1, 5, 12])
    func draining(count: Int) async throws {
        let broker = try await TestBroker(inbox: (0..<count).map { "message \($0)" })
        let connection = try await connect(broker)
        let (receiver, messages) = try await connection.openReceiver(window: 5, demand: .waiting)
        var taken = 0
        for try await message in messages {
            receiver.settle(message.delivery)
            taken += 1
        }
        #expect(taken == count)
        await connection.close()
        try await broker.stop()
    }

    /// A caller settles what it has dealt with, which can be after the end of the drain, and in the
    /// moment before it closes.
    @Test("What is settled after the last message and right before the close is heard")
    func settlingLast() async throws {
        let (settled, continuation) = AsyncStream.makeStream(of: Outcome?.self)
        let broker = try await TestBroker(
            inbox: (0..<5).map { "message \($0)" }, settlements: continuation)
        let connection = try await connect(broker)
        let (receiver, messages) = try await connection.openReceiver(demand: .waiting)
        var taken: [DeliveryNumber] = []
        for try await message in messages { taken.append(message.delivery) }
        // On the event loop, so that nothing can come between the settlements and the close.
        try await connection.eventLoop.submit { [taken] in
            for (index, delivery) in taken.enumerated() {
                receiver.settle(delivery, index == 0 ? .released : .accepted)
            }
            connection.perform { $0.close() }
        }.get()
        var outcomes: [Outcome?] = []
        for await outcome in settled { outcomes.append(outcome) }
        #expect(outcomes.filter { $0 == .accepted }.count == 4)
        #expect(outcomes.filter { $0 == .released }.count == 1)
        #expect(await connection.untilEnded() == nil)
        try await broker.stop()
    }

    @Test("A link that the broker does not grant says why, and the connection lives on")
    func refusedLink() async throws {
        let broker = try await TestBroker()
        let connection = try await connect(broker)
        await #expect {
            try await connection.openSender(to: "nowhere")
        } throws: {
            guard case .linkRefused("nowhere", let error?) = $0 as? ClientError else {
                return false
            }
            return error.condition == .notFound
        }
        let sender = try await connection.openSender()
        #expect(try await sender.send(payload("good")) == .accepted)
        await connection.close()
        try await broker.stop()
    }

    @Test("What is unanswered when the broker ends something fails with its words")
    func endings() async throws {
        let broker = try await TestBroker { _ in nil }
        let connection = try await connect(broker)
        let first = try await connection.openSender()
        await #expect {
            _ = try await first.send(payload("detach"))
        } throws: {
            ($0 as? ClientError)?.description.contains("by an operator") == true
        }
        let second = try await connection.openSender()
        await #expect {
            _ = try await second.send(payload("end"))
        } throws: {
            ($0 as? ClientError)?.description.contains("the broker is stopping") == true
        }
        guard case .connectionEnded(let error?) = await connection.untilEnded() else {
            Issue.record("no error")
            return
        }
        #expect(error.condition == .connectionForced)
        #expect(ClientError.connectionEnded(error).isUnreachable)
        try await broker.stop()
    }

    @Test("Nobody there is unreachable; somebody else's certificate is not")
    func connecting() async throws {
        let broker = try await TestBroker()
        await #expect {
            _ = try await connect(broker, serverName: "broker.example")
        } throws: {
            guard case .tls(.peerCertificateRefused) = $0 as? ClientError else { return false }
            return ($0 as? ClientError)?.isUnreachable == false
        }
        try await broker.stop()
        await #expect {
            _ = try await connect(broker)
        } throws: {
            ($0 as? ClientError)?.isUnreachable == true
                && ($0 as? ClientError)?.description.hasSuffix("nobody listens there") == true
        }
    }
}
