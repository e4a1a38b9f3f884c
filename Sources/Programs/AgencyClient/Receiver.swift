package import AMQP10
package import NIOCore

/// How many messages a receiver takes in all.
package enum ReceiverDemand: Hashable, Sendable {
    case endless
    case atMost(Int)
    /// What waits now, until there is nothing more: `drained` follows, and the link stays, so that
    /// what came can be settled.
    case waiting
}

/// What happens on a link that receives.
package enum ReceiverEvent: Sendable {
    case message(ReceivedMessage)
    /// There was nothing more; only where the demand is for what waits.
    case drained
    /// The link is gone; what was unsettled goes back.
    case ended(ClientError)
}

/// A delivery, to be settled.
package struct ReceivedMessage: Sendable {
    package let delivery: DeliveryNumber
    /// The encoded sections.
    package let payload: ByteBuffer

    /// The JSON in the message's body, nil where there is none.
    package func json() throws(DecodingFault) -> ByteBuffer? {
        let message = try Message(payload: payload)
        switch message.body {
        case .data(let octets): return octets
        case .dataSections(let sections):
            return sections.reduce(into: ByteBuffer()) { $0.writeImmutableBuffer($1) }
        case .value: return try message.octetsOfValue()
        case .sequences, .none: return nil
        }
    }
}

/// A link from the agency's inbox.
package struct Receiver: Sendable {
    let link: LinkID
    let connection: AgencyConnection

    /// Gives a delivery its outcome. Those that are accepted during one read share a frame.
    package func settle(_ delivery: DeliveryNumber, _ outcome: Outcome = .accepted) {
        let link = link
        connection.perform { $0.settle(delivery, on: link, outcome) }
    }

    /// Ends the link; what is unsettled goes back.
    package func close() {
        let link = link
        connection.perform { $0.detach(link) }
    }
}

extension AgencyConnection {
    /// Opens a link to receive from, as a sequence. The window bounds what it holds: deliveries
    /// count until they are settled.
    package func openReceiver(
        from source: String = "inbox", window: UInt32 = 64, demand: ReceiverDemand = .endless
    ) async throws(ClientError) -> (Receiver, AsyncThrowingStream<ReceivedMessage, any Error>) {
        let (stream, continuation) = AsyncThrowingStream.makeStream(of: ReceivedMessage.self)
        let receiver = try await openReceiver(from: source, window: window, demand: demand) {
            switch $0 {
            case .message(let message): continuation.yield(message)
            case .drained: continuation.finish()
            case .ended(let error):
                continuation.finish(throwing: error == .closed ? nil : error)
            }
        }
        return (receiver, stream)
    }
}
