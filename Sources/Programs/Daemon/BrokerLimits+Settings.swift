import AMQP10
import AMQPDoor
import BoundedJSON
import Brokering
import ConfigurationFile
import Messages
import NIOCore
import NetworkFile
import Store

// What each part of the daemon is run with, of the limits that are configured.
extension BrokerLimits {
    /// What may wait for the shard.
    var queue: (commands: Int, bytes: Int) { (intakeQueueMessages, intakeQueueBytes) }

    var networkFile: NetworkFileLimits {
        var limits = NetworkFileLimits()
        limits.bytes = networkFileBytes
        return limits
    }

    func apply(to settings: inout ShardSettings) {
        settings.batch = batchMessages
        settings.batchBytes = batchBytes
        settings.bodyCache = bodyCacheBytes
        settings.machine.window = inboxWindow
        settings.machine.history = Int32(eventsPerReferral)
        settings.machine.referrals = referralCacheEntries
        settings.store.timeout = statementTimeout
        let week: Int64 = 7 * 86_400
        settings.store.retentionWeeks = Int32(
            clamping: (deduplicationRetention.components.seconds + week - 1) / week)
        settings.messages.json.bytes = maxMessageSize
        settings.messages.json.depth = jsonDepth
    }

    func apply(to settings: inout AMQPDoorSettings) {
        settings.handshakeTimeOut = TimeAmount(handshakeTimeout)
        settings.maxConnections = connections
        settings.maxConnectionsPerAgency = connectionsPerAgency
        settings.intakeWindow = UInt32(clamping: intakeCredit)
        settings.maxUnsettled = unsettledPerConsumer
        settings.limits.maxUnsettled = max(settings.limits.maxUnsettled, unsettledPerConsumer)
        settings.limits.maxFrameSize = UInt32(clamping: maxFrameSize)
        settings.limits.maxMessageSize = UInt64(clamping: maxMessageSize)
        settings.limits.maxPartialBytes = UInt64(clamping: partialPerConnection)
        settings.limits.maxPendingBytes = pendingPerConnection
        settings.limits.maxSessions = UInt16(clamping: sessionsPerConnection)
        settings.limits.maxLinksPerSession = UInt16(clamping: linksPerSession)
        settings.limits.idleTimeOut = UInt32(
            clamping: idleTimeout.components.seconds * 1_000 / 2)
        settings.limits.handshakeTimeOut = UInt32(
            clamping: preauthenticationTimeout.components.seconds * 1_000)
    }
}
