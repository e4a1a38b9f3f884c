/// Where a broker is.
package struct BrokerEndpoint: Hashable, Sendable, CustomStringConvertible {
    package var host: String
    package var port: Int
    /// Whom the broker's certificate must name.
    package var serverName: String

    /// - Parameter serverName: nil for the host itself.
    package init(host: String, port: Int = 5671, serverName: String? = nil) {
        self.host = host
        self.port = port
        self.serverName = serverName ?? host
    }

    package var description: String { "\(host):\(port)" }
}
