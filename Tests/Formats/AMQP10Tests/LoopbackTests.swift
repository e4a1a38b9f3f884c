import NIOCore
import Testing

@testable import AMQP10

@Suite("A client and a server of this library, back to back")
struct LoopbackTests {
    @Test("A message goes out, is settled, and its outcome comes back", arguments: [nil, 1, 7])
    func messageAndOutcome(chunk: Int?) throws {
        let pair = Loopback(chunk: chunk)
        let session = try pair.session()
        let link = try pair.link(.sender, on: session)
        #expect(pair.client.credit(of: link.client) == 100)
        _ = pair.server.takeEvents()
        _ = pair.client.takeEvents()

        let payload = ByteBuffer(string: "hello")
        let number = try pair.client.machine.send(
            link.client, OutgoingMessage(tag: DeliveryTag(1), payload: payload))
        pair.run()
        #expect(
            pair.server.takeEvents() == [
                .messageReceived(
                    IncomingMessage(
                        link: link.server, delivery: number, tag: DeliveryTag(1),
                        messageFormat: 0, settled: false, payload: payload))
            ])
        pair.server.machine.settle(link.server, number, .accepted)
        pair.run()
        #expect(pair.client.takeEvents() == [.outcomeReceived(link.client, number, .accepted)])
        #expect(pair.client.unsettledCount(of: link.client) == 0)
        #expect(pair.server.unsettledCount(of: link.server) == 0)
    }

    @Test("The server sends to a client that grants credit")
    func serverSends() throws {
        let pair = Loopback()
        let session = try pair.session()
        let link = try pair.link(.receiver, on: session)
        _ = pair.client.takeEvents()
        pair.client.machine.grantCredit(link.client, to: 2)
        pair.run()
        #expect(
            pair.server.takeEvents().last
                == .creditReceived(link.server, credit: 2, drain: false))
        let payload = ByteBuffer(repeating: 7, count: 200_000)
        let number = try pair.server.machine.send(
            link.server, OutgoingMessage(tag: DeliveryTag(9), payload: payload))
        pair.run()
        guard case .messageReceived(let message) = pair.client.takeEvents().first else {
            Issue.record("no message")
            return
        }
        #expect(message.payload == payload)
        pair.client.machine.settle(
            link.client, [number], .modified(.init(deliveryFailed: true)))
        pair.run()
        #expect(
            pair.server.takeEvents() == [
                .outcomeReceived(link.server, number, .modified(.init(deliveryFailed: true)))
            ])
    }

    @Test("Closing in order ends links, sessions and the connection on both sides")
    func close() throws {
        let pair = Loopback()
        let session = try pair.session()
        let link = try pair.link(.sender, on: session)
        _ = pair.server.takeEvents()
        _ = pair.client.takeEvents()
        let error = AMQPError(.connectionForced, "the broker is shutting down")
            .completed(reference: "c-1")
        pair.server.machine.close(error)
        pair.run()
        let lost = LinkEnd(closed: true, error: error, byPeer: true, unsettled: [])
        #expect(
            pair.client.takeEvents() == [
                .linkDetached(link.client, lost), .sessionEnded(session, error),
                .connectionClosed(.closedByPeer(error)),
            ])
        #expect(pair.client.isFinished)
        #expect(pair.server.takeEvents().last == .connectionClosed(.closedByUs(error)))
        #expect(pair.server.isFinished)
    }
}
