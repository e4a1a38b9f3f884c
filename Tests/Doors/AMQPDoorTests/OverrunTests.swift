import AMQP10
import NIOCore
import NIOEmbedded
import Testing

@testable import AMQPDoor
@testable import Brokering

@Suite("While more waits for the broker than it holds")
struct OverrunTests {
    /// The broker's queue of two, four times over, or one command short of it.
    private func connection(short: Int = 0) throws -> InboxConnection {
        let connection = try InboxConnection(queue: 2)
        let waiting = Array(repeating: ShardCommand.detach(ConsumerID(999)), count: 8 - short)
        connection.broker.post(waiting)
        return connection
    }

    private func grants(_ connection: InboxConnection) -> [UInt64] {
        connection.takeCommands().compactMap {
            guard case .grant(_, let limit) = $0 else { return nil }
            return limit
        }
    }

    @Test("a receiver's credit is put off, and told when there is room")
    func credit() throws {
        let connection = try connection()
        for credit: UInt32 in 1...20 {
            connection.client.grantCredit(connection.link, to: credit)
            try connection.carry()
        }
        #expect(connection.broker.queueDepth == 8)
        #expect(grants(connection) == [])
        connection.channel.embeddedEventLoop.advanceTime(by: .milliseconds(50))
        #expect(grants(connection) == [20])
    }

    @Test("credit that is taken back is told at once")
    func lessCredit() throws {
        let connection = try connection(short: 1)
        connection.client.grantCredit(connection.link, to: 5)
        try connection.carry()
        connection.client.grantCredit(connection.link, to: 2)
        try connection.carry()
        connection.client.grantCredit(connection.link, to: 9)
        try connection.carry()
        #expect(grants(connection) == [5, 2])
        connection.channel.embeddedEventLoop.advanceTime(by: .milliseconds(50))
        #expect(grants(connection) == [9])
    }

    @Test("no other receiver is attached, and one that comes later is", arguments: [0, 1])
    func attach(short: Int) throws {
        let connection = try connection(short: short)
        let request = AttachRequest(
            name: "another", role: .receiver, source: Source(address: "inbox"),
            target: Target(address: "here"))
        _ = connection.client.attach(request, on: connection.session)
        let events = try connection.carry()
        let refusals = events.compactMap { event -> AMQPError? in
            guard case .linkRefused(_, let error) = event else { return nil }
            return error
        }
        #expect(refusals.map(\.condition) == (short == 0 ? [.resourceLimitExceeded] : []))
        #expect(refusals.allSatisfy { $0.info[symbol: "retryable"] == .boolean(true) })
    }
}
