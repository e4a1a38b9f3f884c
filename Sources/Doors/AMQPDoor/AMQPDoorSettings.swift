package import AMQP10
package import NIOCore

/// What the AMQP door is run with.
package struct AMQPDoorSettings: Sendable {
    /// Where it listens.
    package enum Listener: Sendable {
        case address(host: String, port: Int)
        /// A listening socket that was inherited, by its descriptor.
        case descriptor(CInt)
    }

    package var listener: Listener
    /// What we call ourselves in `open`.
    package var containerID = "throughcare"
    package var limits = AMQPLimits()
    /// Until TLS is established.
    package var handshakeTimeOut = TimeAmount.seconds(10)
    package var maxConnections = 4_096
    package var maxConnectionsPerAgency = 64
    /// Messages that one sender may have unconfirmed.
    package var intakeWindow: UInt32 = 256
    /// Deliveries that one receiver may have unsettled.
    package var maxUnsettled = 2_048
    /// Deliveries that the broker may have on their way to one connection before they are written:
    /// with a socket's buffers all that a peer that does not read can pile up.
    package var maxUnderWay = 64

    package init(listener: Listener) { self.listener = listener }
}
