/// What a peer did against the standard or our limits, and how far the damage goes.
enum PeerViolation: Error, Equatable {
    /// One link is detached; the others go on.
    case link(slot: UInt16, AMQPError)
    /// The session ends; the others go on.
    case session(AMQPError)
    /// The connection closes.
    case connection(AMQPError)

    init(_ fault: DecodingFault) {
        self = .connection(
            AMQPError(
                fault.condition, fault.description,
                info: [.symbol("field"): .string(fault.field)]))
    }
}
