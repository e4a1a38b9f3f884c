/// Octets of messages that sessions hold for their peer.
struct HeldOctets: Equatable {
    /// Of messages of which only a part has come.
    var partial = 0
    /// Of messages that wait for the window of the peer's session.
    var pending = 0

    static func += (left: inout HeldOctets, right: HeldOctets) {
        left.partial += right.partial
        left.pending += right.pending
    }

    static func -= (left: inout HeldOctets, right: HeldOctets) {
        left.partial -= right.partial
        left.pending -= right.pending
    }
}
