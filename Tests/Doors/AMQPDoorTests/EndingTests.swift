import AMQP10
import NIOCore
import NIOEmbedded
import Testing

@testable import AMQPDoor
@testable import Brokering

@Suite("Before an end is told, the broker has what was held")
struct EndingTests {
    @Test("of a link, a session or a connection", arguments: ["detach", "end", "close"])
    func byPeer(how: String) throws {
        let connection = try InboxConnection()
        #expect(connection.broker.queueDepth == 0)
        switch how {
        case "detach": connection.client.detach(connection.link)
        case "end": connection.client.endSession(connection.session)
        default: connection.client.close()
        }
        try connection.carry()
        let moment = try #require(connection.moments.first)
        #expect(moment.commands > 0)
        #expect(moment.seats == (how == "close" ? 0 : 1))
    }

    @Test("of a connection that the broker ends itself")
    func byUs() throws {
        let connection = try InboxConnection()
        connection.channel.pipeline.fireUserInboundEventTriggered(DoorCloses())
        let moment = try #require(connection.moments.first)
        #expect(moment.commands > 0)
    }
}
