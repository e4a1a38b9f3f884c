/// Where a connection stands (part 2, 2.4.6, and part 5, 5.3.2).
enum ConnectionState: Equatable {
    /// Nothing has been sent.
    case idle
    /// Our SASL header is out; the peer's is due.
    case saslHeaderSent
    /// Server: the mechanisms are out, `sasl-init` is due.
    case mechanismsSent
    /// Server: a challenge is out, `sasl-response` is due.
    case challengeSent
    /// Server: the application decides on credentials.
    case credentialsInDoubt
    /// Client: `sasl-mechanisms` is due.
    case mechanismsDue
    /// Client: `sasl-init` or `sasl-response` is out, the outcome is due.
    case outcomeDue
    /// Client: the application answers a challenge.
    case challenged
    /// SASL is done; the peer's AMQP header is due.
    case headerDue
    /// Headers are exchanged, the peer's `open` is due. The client's own is out.
    case openDue
    /// Server: the application decides on the peer's `open`.
    case openInDoubt(Open)
    case opened(Open)
    /// Our `close` is out, what the peer still sends is dropped until its own.
    case closeSent(AMQPError?)
    case closed(ConnectionEnd)
}

/// What is to be read next.
enum Expectation: Equatable {
    case protocolHeader
    case saslFrame
    case frame
    /// Nothing until the application has decided.
    case nothing
}

extension ConnectionState {
    var expectation: Expectation {
        switch self {
        case .saslHeaderSent, .headerDue: .protocolHeader
        case .mechanismsSent, .challengeSent, .mechanismsDue, .outcomeDue: .saslFrame
        case .openDue, .opened, .closeSent: .frame
        case .idle, .credentialsInDoubt, .challenged, .openInDoubt, .closed: .nothing
        }
    }

    enum HeaderAction: Equatable {
        /// Server: SASL begins.
        case sendMechanisms
        /// Client: the server's mechanisms come next.
        case awaitMechanisms
        /// Server: answer with the AMQP header.
        case sendHeader
        /// Client: both headers are exchanged.
        case sendOpen
        case refuse
    }

    mutating func headerReceived(_ header: ProtocolHeader?, isServer: Bool) -> HeaderAction {
        switch (self, header) {
        case (.saslHeaderSent, .sasl):
            self = isServer ? .mechanismsSent : .mechanismsDue
            return isServer ? .sendMechanisms : .awaitMechanisms
        case (.headerDue, .amqp):
            self = .openDue
            return isServer ? .sendHeader : .sendOpen
        default:
            return .refuse
        }
    }

    /// Server: whether a `sasl-init` may come now; the application decides from here on.
    mutating func initReceived() -> Bool {
        guard self == .mechanismsSent else { return false }
        self = .credentialsInDoubt
        return true
    }

    /// Server: whether a `sasl-response` may come now.
    mutating func responseReceived() -> Bool {
        guard self == .challengeSent else { return false }
        self = .credentialsInDoubt
        return true
    }

    /// Server: whether the application may give the outcome now.
    mutating func outcomeDecided() -> Bool {
        guard self == .credentialsInDoubt else { return false }
        self = .headerDue
        return true
    }

    /// Server: whether the application may challenge now.
    mutating func challengeDecided() -> Bool {
        guard self == .credentialsInDoubt else { return false }
        self = .challengeSent
        return true
    }

    /// Client: whether mechanisms may come now.
    mutating func mechanismsReceived() -> Bool {
        guard self == .mechanismsDue else { return false }
        self = .outcomeDue
        return true
    }

    /// Client: whether a challenge may come now.
    mutating func challengeReceived() -> Bool {
        guard self == .outcomeDue else { return false }
        self = .challenged
        return true
    }

    /// Client: whether the application may answer a challenge now.
    mutating func responseDecided() -> Bool {
        guard self == .challenged else { return false }
        self = .outcomeDue
        return true
    }

    /// Client: whether an outcome may come now.
    mutating func outcomeReceived() -> Bool {
        guard self == .outcomeDue else { return false }
        self = .headerDue
        return true
    }

    /// Whether max-frame-size holds, rather than the limit before `open`.
    var readsLargeFrames: Bool {
        switch self {
        case .opened, .closeSent: true
        case .idle, .saslHeaderSent, .mechanismsSent, .challengeSent, .credentialsInDoubt,
            .mechanismsDue, .outcomeDue, .challenged, .headerDue, .openDue, .openInDoubt, .closed:
            false
        }
    }

    /// The peer's `open`, once `open` may be used: nil before and after.
    var peer: Open? {
        guard case .opened(let open) = self else { return nil }
        return open
    }

    var isOpen: Bool {
        guard case .opened = self else { return false }
        return true
    }

    var isClosed: Bool {
        guard case .closed = self else { return false }
        return true
    }
}
