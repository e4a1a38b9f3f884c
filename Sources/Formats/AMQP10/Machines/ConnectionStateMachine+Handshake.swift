package import NIOCore

// SASL and open: what comes before sessions.
extension ConnectionStateMachine {
    var isServer: Bool {
        switch role {
        case .server: true
        case .client: false
        }
    }

    /// Server: ends SASL. Anything but `ok` ends the connection.
    ///
    /// - Returns: false when no outcome is awaited.
    @discardableResult
    package mutating func saslOutcome(_ code: SASLCode) -> Bool {
        guard state.outcomeDecided() else { return false }
        outbox.writeSASL(SASLOutcome(code: code))
        if code != .ok { finish(.authenticationRefused(code)) }
        return true
    }

    /// Server: asks the client for more.
    @discardableResult
    package mutating func saslChallenge(_ challenge: ByteBuffer) -> Bool {
        guard state.challengeDecided() else { return false }
        outbox.writeSASL(SASLChallenge(challenge: challenge))
        return true
    }

    /// Client: answers a challenge.
    @discardableResult
    package mutating func saslRespond(_ response: ByteBuffer) -> Bool {
        guard state.responseDecided() else { return false }
        outbox.writeSASL(SASLResponse(response: response))
        return true
    }

    /// Server: opens the connection.
    ///
    /// - Parameters:
    ///   - offering: capabilities beyond those of the configuration, such as
    ///     `soleConnectionForContainer` when it will be honoured.
    ///   - properties: beyond those of the configuration.
    @discardableResult
    package mutating func acceptOpen(
        offering: [AMQPSymbol] = [], properties: AMQPMap = [:]
    ) -> Bool {
        guard case .openInDoubt(let peer) = state else { return false }
        var open = configuration.open
        open.offeredCapabilities += offering
        for entry in properties.entries { open.properties[entry.key] = entry.value }
        outbox.write(open)
        opened(by: peer)
        return true
    }

    /// Server: refuses the connection, in the way that clients recognise: an `open` that says so,
    /// then a `close` with the reason.
    @discardableResult
    package mutating func refuseOpen(_ error: AMQPError) -> Bool {
        guard case .openInDoubt = state else { return false }
        let error = outbox.complete(error)
        writeRefusal(error)
        finish(.closedByUs(error))
        return true
    }

    private mutating func writeRefusal(_ error: AMQPError) {
        var open = configuration.open
        open.properties[symbol: .connectionEstablishmentFailed] = .boolean(true)
        outbox.write(open)
        outbox.write(Close(error: error))
    }

    private mutating func opened(by peer: Open) {
        state = .opened(peer)
        outbox.maxFrameSize = Int(peer.maxFrameSize)
        watch.opened(peerIdleTimeOut: peer.idleTimeOut)
    }

    mutating func headerReceived(_ header: ProtocolHeader?) {
        switch state.headerReceived(header, isServer: isServer) {
        case .sendMechanisms:
            guard case .server(let mechanisms) = role else { return }
            outbox.writeSASL(SASLMechanisms(mechanisms: mechanisms))
        case .awaitMechanisms:
            break
        case .sendHeader:
            outbox.write(.amqp)
        case .sendOpen:
            outbox.write(configuration.open)
        case .refuse:
            // Our header is out already: it tells the peer what we speak (part 2, 2.2).
            if state == .headerDue, isServer { outbox.write(.amqp) }
            finish(.protocolMismatch)
        }
    }

    mutating func saslFrameReceived(
        _ header: FrameHeader, _ body: inout ByteBuffer
    ) throws(PeerViolation) {
        guard header.type == FrameHeader.sasl else {
            throw .connection(AMQPError(.framingError, "a frame that is not SASL's, during SASL"))
        }
        do {
            try decodeSASL(&body)
        } catch {
            throw PeerViolation(error)
        }
    }

    private mutating func decodeSASL(_ body: inout ByteBuffer) throws(DecodingFault) {
        let limits = configuration.limits.decoding
        guard try body.readCode(in: "sasl") == FormatCode.described else {
            throw DecodingFault(.unexpectedDescriptor, in: "sasl")
        }
        let descriptor = try Descriptor.read(from: &body, in: "sasl", limits: limits)
        switch (descriptor, isServer) {
        case (.saslInit, true) where state.initReceived():
            let frame = try SASLInit(from: &body, limits: limits)
            guard case .server(let mechanisms) = role, mechanisms.contains(frame.mechanism) else {
                saslOutcome(.auth)
                return
            }
            outbox.events.append(
                .saslInit(
                    mechanism: frame.mechanism, initialResponse: frame.initialResponse,
                    hostname: frame.hostname))
        case (.saslResponse, true) where state.responseReceived():
            let frame = try SASLResponse(from: &body, limits: limits)
            outbox.events.append(.saslResponse(frame.response))
        case (.saslMechanisms, false) where state.mechanismsReceived():
            chooseMechanism(try SASLMechanisms(from: &body, limits: limits))
        case (.saslChallenge, false) where state.challengeReceived():
            let frame = try SASLChallenge(from: &body, limits: limits)
            outbox.events.append(.saslChallenge(frame.challenge))
        case (.saslOutcome, false) where state.outcomeReceived():
            let frame = try SASLOutcome(from: &body, limits: limits)
            guard frame.code == .ok else {
                finish(.authenticationFailed(frame.code))
                return
            }
            outbox.write(.amqp)
        default:
            throw DecodingFault(.invalid("a frame that may not come now"), in: "sasl")
        }
    }

    private mutating func chooseMechanism(_ offer: SASLMechanisms) {
        guard case .client(let mechanism, let response) = role,
            offer.mechanisms.contains(mechanism)
        else {
            finish(.authenticationFailed(nil))
            return
        }
        outbox.writeSASL(
            SASLInit(
                mechanism: mechanism, initialResponse: response,
                hostname: configuration.hostname))
    }

    mutating func openReceived(_ open: Open) throws(PeerViolation) {
        guard state == .openDue else {
            throw .connection(AMQPError(.illegalState, "open: the connection is open already"))
        }
        if isServer { state = .openInDoubt(open) }
        guard open.maxFrameSize >= 512 else {
            throw .connection(
                AMQPError(
                    .invalidField,
                    "open.max-frame-size: is \(open.maxFrameSize); 512 is the least"))
        }
        let least = configuration.limits.minIdleTimeOut
        if let idle = open.idleTimeOut, idle > 0, idle < least {
            throw .connection(
                AMQPError(
                    .notAllowed,
                    "open.idle-time-out: is \(idle) ms; give \(least) ms or more, or none"))
        }
        if isServer {
            outbox.events.append(.openReceived(open))
        } else {
            opened(by: open)
            outbox.events.append(.opened(open))
        }
    }
}
