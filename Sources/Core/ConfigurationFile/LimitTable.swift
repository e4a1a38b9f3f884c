extension BrokerLimits {
    /// Every limit of the system, in the order of the file.
    package static let table: [Limit] = door + message + flow + database + operators

    private static let door: [Limit] = [
        Limit(
            name: "connections", measure: .count(\.connections, in: 1...100_000),
            beyond: "the connection is closed before TLS",
            test: "InteropTests/LimitTests/connections"),
        Limit(
            name: "connectionsPerAgency",
            measure: .count(\.connectionsPerAgency, in: 1...10_000),
            beyond: "the connection is closed with amqp:resource-limit-exceeded",
            test: "InteropTests/LimitTests/connectionsPerAgency"),
        Limit(
            name: "handshakeTimeout",
            measure: .time(\.handshakeTimeout, in: .seconds(1)...(.seconds(300))),
            beyond: "the connection is closed",
            test: "OpenSSLTLSTests/HandlerTests/timeout"),
        Limit(
            name: "preauthenticationTimeout",
            measure: .time(\.preauthenticationTimeout, in: .seconds(1)...(.seconds(300))),
            beyond: "the connection is closed",
            test: "AMQP10Tests/IdleTests/handshake"),
        Limit(
            name: "idleTimeout", measure: .time(\.idleTimeout, in: .seconds(5)...(.seconds(3600))),
            beyond: "the connection is closed with amqp:resource-limit-exceeded",
            test: "AMQP10Tests/IdleTests/expiry"),
        Limit(
            name: "maxFrameSize", measure: .size(\.maxFrameSize, in: 512...(16 << 20)),
            beyond: "the connection is closed with amqp:connection:framing-error",
            test: "InteropTests/LimitTests/frameSize"),
        Limit(
            name: "maxMessageSize", measure: .size(\.maxMessageSize, in: 1_024...(16 << 20)),
            beyond: "the link is detached with amqp:link:message-size-exceeded",
            test: "InteropTests/LimitTests/messageSize"),
        Limit(
            name: "sessionsPerConnection",
            measure: .count(\.sessionsPerConnection, in: 1...65_536),
            beyond: "the connection is closed with amqp:connection:framing-error",
            test: "InteropTests/LimitTests/sessions"),
        Limit(
            name: "linksPerSession", measure: .count(\.linksPerSession, in: 1...65_536),
            beyond: "the connection is closed with amqp:connection:framing-error",
            test: "InteropTests/LimitTests/links"),
        Limit(
            name: "intakeCredit", measure: .count(\.intakeCredit, in: 1...65_536),
            beyond: "the link is detached with amqp:link:transfer-limit-exceeded",
            test: "InteropTests/LimitTests/intakeCredit"),
        Limit(
            name: "unsettledPerConsumer",
            measure: .count(\.unsettledPerConsumer, in: 1...100_000),
            beyond: "nothing further is delivered until it settles",
            test: "InteropTests/LimitTests/unsettled"),
        Limit(
            name: "partialPerConnection",
            measure: .size(\.partialPerConnection, in: 1_024...(256 << 20)),
            beyond: "the session that brought the last part is ended with "
                + "amqp:resource-limit-exceeded",
            test: "AMQP10Tests/TransferTests/partialBytes"),
        Limit(
            name: "pendingPerConnection",
            measure: .size(\.pendingPerConnection, in: 1_024...(256 << 20)),
            beyond: "nothing further is delivered until the peer's window opens",
            test: "AMQP10Tests/SessionTests/pendingBytes"),
    ]

    private static let message: [Limit] = [
        Limit(
            name: "jsonDepth", measure: .count(\.jsonDepth, in: 8...256),
            beyond: "the message is refused with amqp:resource-limit-exceeded",
            test: "InteropTests/LimitTests/depth")
    ]

    private static let flow: [Limit] = [
        Limit(
            name: "batchMessages", measure: .count(\.batchMessages, in: 1...10_000),
            beyond: "the next message goes with the next batch",
            test: "BrokeringTests/LimitTests/batchMessages"),
        Limit(
            name: "batchBytes", measure: .size(\.batchBytes, in: (64 << 10)...(256 << 20)),
            beyond: "the next message goes with the next batch",
            test: "BrokeringTests/LimitTests/batchBytes"),
        Limit(
            name: "intakeQueueMessages",
            measure: .count(\.intakeQueueMessages, in: 1...1_000_000),
            beyond: "the message is refused as unavailable, with retryable true",
            test: "BrokeringTests/LimitTests/intakeQueueMessages"),
        Limit(
            name: "intakeQueueBytes",
            measure: .size(\.intakeQueueBytes, in: (1 << 20)...(8 << 30)),
            beyond: "the message is refused as unavailable, with retryable true",
            test: "BrokeringTests/LimitTests/intakeQueueBytes"),
        Limit(
            name: "inboxWindow", measure: .count(\.inboxWindow, in: 1...100_000),
            beyond: "the rest of the inbox stays in the database until there is room",
            test: "BrokeringTests/LimitTests/inboxWindow"),
        Limit(
            name: "eventsPerReferral",
            measure: .count(\.eventsPerReferral, in: 100...1_000_000),
            beyond: "an update is refused as limit, unless it ends the referral or its assignment",
            test: "BrokeringTests/AdmissionTests/historyIsBounded"),
        Limit(
            name: "bodyCacheBytes", measure: .size(\.bodyCacheBytes, in: 0...(16 << 30)),
            beyond: "the oldest bodies are read from the database again",
            test: "BrokeringTests/LimitTests/bodyCache"),
        Limit(
            name: "referralCacheEntries",
            measure: .count(\.referralCacheEntries, in: 0...10_000_000),
            beyond: "the oldest referrals are read from the database again",
            test: "BrokeringTests/LimitTests/referralCache"),
    ]

    private static let database: [Limit] = [
        Limit(
            name: "deduplicationRetention",
            measure: .time(\.deduplicationRetention, in: .days(7)...(.days(3_650))),
            beyond: "a message that is sent again is taken for another one",
            test: "StoreTests/LimitTests/retention"),
        Limit(
            name: "statementTimeout",
            measure: .time(\.statementTimeout, in: .seconds(1)...(.seconds(3_600))),
            beyond: "the statement is cancelled, and its messages are refused as unavailable",
            test: "StoreTests/LimitTests/statementTimeout"),
    ]

    private static let operators: [Limit] = [
        Limit(
            name: "networkFileBytes",
            measure: .size(\.networkFileBytes, in: (64 << 10)...(256 << 20)),
            beyond: "the file is refused",
            test: "InteropTests/LimitTests/networkFile"),
        Limit(
            name: "adminRequestBytes",
            measure: .size(\.adminRequestBytes, in: (64 << 10)...(256 << 20)),
            beyond: "the request is answered with 413",
            test: "AdminDoorTests/AdminSocketTests/size"),
    ]
}

extension Duration {
    fileprivate static func days(_ days: Int) -> Duration { .seconds(days * 86_400) }
}
