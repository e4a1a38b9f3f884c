import Brokering
import Logging
import Messages
import NIOCore
import NIOEmbedded
import Testing

@testable import AMQPDoor

@Suite("A connection's handler")
struct BackPressureTests {
    /// Counts the reads that reach the socket.
    private final class Reads: ChannelOutboundHandler {
        typealias OutboundIn = ByteBuffer
        var count = 0

        func read(context: ChannelHandlerContext) {
            count += 1
            context.read()
        }
    }

    private let channel = EmbeddedChannel()
    private let reads = Reads()

    init() throws {
        let broker = Broker(limits: MessageLimits())
        let handler = AMQPConnectionHandler(
            broker: broker, settings: AMQPDoorSettings(listener: .descriptor(0)),
            registry: ConnectionRegistry(limit: 1, agencyLimit: 1),
            intake: NIOLoopBoundBox.makeEmptyBox(eventLoop: channel.eventLoop), reference: "c-1",
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
        try channel.pipeline.syncOperations.addHandlers([reads, handler])
    }

    @Test("reads as it is asked while the peer takes what it is told")
    func passes() {
        for count in 1...3 {
            channel.pipeline.read()
            #expect(reads.count == count)
        }
    }

    @Test("does not read while the peer takes nothing, and reads on once it does")
    func holds() {
        channel.isWritable = false
        channel.pipeline.fireChannelWritabilityChanged()
        for _ in 1...3 { channel.pipeline.read() }
        #expect(reads.count == 0)
        channel.isWritable = true
        channel.pipeline.fireChannelWritabilityChanged()
        #expect(reads.count == 1)
        // What was held back is read once.
        channel.pipeline.fireChannelWritabilityChanged()
        #expect(reads.count == 1)
        channel.pipeline.read()
        #expect(reads.count == 2)
    }
}
