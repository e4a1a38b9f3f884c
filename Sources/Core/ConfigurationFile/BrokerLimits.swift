/// A bound on everything that a peer, an operator or time can make grow. `BrokerLimits.table` says
/// of each its name in the file, its range, and what happens beyond it.
package struct BrokerLimits: Sendable, Hashable {
    // The AMQP door.
    package var connections = 4_096
    package var connectionsPerAgency = 64
    package var handshakeTimeout = Duration.seconds(10)
    package var preauthenticationTimeout = Duration.seconds(10)
    package var idleTimeout = Duration.seconds(60)
    /// In bytes.
    package var maxFrameSize = 64 << 10
    /// In bytes.
    package var maxMessageSize = 256 << 10
    package var sessionsPerConnection = 8
    package var linksPerSession = 16
    package var intakeCredit = 256
    package var unsettledPerConsumer = 2_048
    /// In bytes.
    package var partialPerConnection = 1 << 20
    /// In bytes.
    package var pendingPerConnection = 1 << 20

    // A message.
    package var jsonDepth = 32

    // Intake, dispatch and delivery.
    package var batchMessages = 256
    package var batchBytes = 4 << 20
    package var intakeQueueMessages = 10_000
    package var intakeQueueBytes = 64 << 20
    package var inboxWindow = 1_024
    package var eventsPerReferral = 10_000
    package var bodyCacheBytes = 64 << 20
    package var referralCacheEntries = 65_536

    // The database.
    package var deduplicationRetention = Duration.seconds(30 * 86_400)
    package var statementTimeout = Duration.seconds(30)

    // Operators.
    package var networkFileBytes = 16 << 20
    package var adminRequestBytes = 16 << 20

    /// Everything at its default.
    package init() {}
}
