/// Where an HTTP face listens.
package enum HTTPListener: Sendable, Hashable {
    /// A host and a port; port 0 for any free one.
    case address(host: String, port: Int)
    /// A bound stream socket, made by us or inherited from the service manager; the face owns it.
    case descriptor(CInt)
}

/// How much somebody at an HTTP face can make grow.
package struct HTTPLimits: Sendable, Hashable {
    /// Connections at once; further ones are closed at once.
    package var connections = 64
    /// A request's headers, in bytes.
    package var headerBytes = 16 << 10
    package var headerCount = 64
    /// How long a connection may be idle, between requests or within one.
    package var idle = Duration.seconds(30)
    /// How long one request may take, its body included.
    package var request = Duration.seconds(40)
    /// How long connections may go on once the face closes.
    package var closing = Duration.seconds(5)

    package init() {}
}
