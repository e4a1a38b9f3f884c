package import NIOCore

/// What a peer did, as far as the application must know or decide.
package enum ConnectionEvent: Hashable, Sendable {
    /// Server: answer with `saslOutcome` or `saslChallenge`. Nothing more is read until then.
    case saslInit(mechanism: AMQPSymbol, initialResponse: ByteBuffer?, hostname: String?)
    /// Server: the answer to a challenge; answer with `saslOutcome` or `saslChallenge`.
    case saslResponse(ByteBuffer)
    /// Client: answer with `saslRespond`.
    case saslChallenge(ByteBuffer)
    /// Server: answer with `acceptOpen` or `refuseOpen`. Nothing more is read until then.
    indirect case openReceived(Open)
    /// Client: the server has opened the connection.
    indirect case opened(Open)
    case sessionBegun(SessionID)
    /// Answer with `acceptAttach` or `refuseAttach`, now or later.
    indirect case attachReceived(LinkID, AttachRequest)
    /// The peer attached the link that we asked for.
    indirect case attachAccepted(LinkID, AttachGrant)
    /// The peer refused the link that we asked for; the link is gone.
    indirect case linkRefused(LinkID, AMQPError?)
    /// A whole message.
    case messageReceived(IncomingMessage)
    /// The sender gave a delivery up, which has used a credit all the same.
    case deliveryAborted(LinkID)
    /// The end of a delivery of ours: it comes once for each, and then the delivery is settled.
    /// Nil when the receiver settled without saying how: the source's default outcome holds.
    case outcomeReceived(LinkID, DeliveryNumber, Outcome?)
    /// The receiver's flow set our credit. With `drain`, send what there is and call `drained`.
    case creditReceived(LinkID, credit: UInt32, drain: Bool)
    /// The sender has used up or given back the credit that we asked it to drain.
    case drainCompleted(LinkID)
    /// A session that refused a message as `queueFull` takes messages again.
    case sendingResumed(SessionID)
    /// The link is gone, by whatever cause.
    indirect case linkDetached(LinkID, LinkEnd)
    /// The session is gone; its links were detached before.
    indirect case sessionEnded(SessionID, AMQPError?)
    /// The last event. Flush the output, then close the socket.
    indirect case connectionClosed(ConnectionEnd)
}

/// A whole message, its parts put together.
package struct IncomingMessage: Hashable, Sendable {
    package let link: LinkID
    package let delivery: DeliveryNumber
    package let tag: DeliveryTag
    package let messageFormat: UInt32
    /// Whether the sender wants no outcome; `settle` does nothing then.
    package let settled: Bool
    /// The encoded sections, as `Message` reads them. They may share the storage of all that was
    /// read with them: copy what is to be kept for long.
    package let payload: ByteBuffer
}

/// How a link ended.
package struct LinkEnd: Hashable, Sendable {
    /// Whether the link is over, rather than to be resumed.
    package let closed: Bool
    package let error: AMQPError?
    /// Who ended it.
    package let byPeer: Bool
    /// The deliveries, of either direction, that have no outcome: what was sent goes back.
    package let unsettled: [DeliveryNumber]
}

/// How a connection ended.
package enum ConnectionEnd: Hashable, Sendable {
    case closedByPeer(AMQPError?)
    /// We closed it: the error is what we told the peer.
    case closedByUs(AMQPError?)
    /// The server said no to our credentials, or offers no mechanism of ours (nil).
    case authenticationFailed(SASLCode?)
    /// We said no to the client's credentials.
    case authenticationRefused(SASLCode)
    /// The peer speaks another protocol, or none before SASL.
    case protocolMismatch
    /// The transport ended without a `close`.
    case transportLost

    package var error: AMQPError? {
        switch self {
        case .closedByPeer(let error), .closedByUs(let error): error
        case .authenticationFailed, .authenticationRefused, .protocolMismatch, .transportLost: nil
        }
    }
}
