/// What a peer can make grow, and how far.
package struct AMQPLimits: Hashable, Sendable {
    /// Octets of one frame that a peer may send us, 512 at least.
    package var maxFrameSize: UInt32 = 65_536
    /// Octets of one frame before `open` has been read; the standard's least is 512.
    package var preOpenFrameSize: UInt32 = 4_096
    /// Sessions at one time: what `channel-max` says, plus one.
    package var maxSessions: UInt16 = 8
    /// Links of one session at one time: what `handle-max` says, plus one.
    package var maxLinksPerSession: UInt16 = 32
    /// Octets of one message, whatever a link grants.
    package var maxMessageSize: UInt64 = 1_048_576
    /// Octets of a link's name.
    package var maxLinkName: Int = 1_024
    /// Octets of messages, on all links of a connection, of which only a part has come; never less
    /// than one whole message. Beyond it the session that brought the last part ends.
    package var maxPartialBytes: UInt64 = 4_194_304
    /// Transfer frames without payload, beside the last, that one message may come in. Frames with
    /// payload are bounded by the message's size; those without would go on for ever.
    package var maxEmptyTransfers: Int = 64
    /// Transfer frames that a peer may send on a session before it hears from us.
    package var incomingWindow: UInt32 = 2_048
    /// Octets of messages, on all links of a connection, that wait for the windows of the peer's
    /// sessions: from there on `send` says `queueFull`, so one message at most goes beyond it.
    package var maxPendingBytes: Int = 4_194_304
    /// Deliveries of one session, in each direction, that may wait for their outcome: at the limit
    /// `send` says `queueFull`, and the session's window stays closed to the peer.
    package var maxUnsettled: Int = 8_192
    /// Octets that may wait while the application decides on SASL or `open`.
    package var maxHeldBytes: Int = 131_072
    /// Milliseconds of silence that we announce as `idle-time-out`; nil for no time-out.
    ///
    /// Half of what is tolerated: a connection is closed after twice this and `idleGrace`.
    package var idleTimeOut: UInt32? = 30_000
    /// Milliseconds beyond twice `idleTimeOut` before a silent peer is given up.
    package var idleGrace: UInt32 = 5_000
    /// Milliseconds; a peer that wants to hear from us more often is refused.
    package var minIdleTimeOut: UInt32 = 1_000
    /// Milliseconds from the first moment to `open`.
    package var handshakeTimeOut: UInt32 = 15_000
    /// Milliseconds that we wait for the answer to our `close`.
    package var closeTimeOut: UInt32 = 5_000
    /// What decoding one performative may cost.
    package var decoding: DecodingLimits = DecodingLimits()

    package init() {}
}
