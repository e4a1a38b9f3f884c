/// Which end of a link somebody is.
package enum LinkRole: Hashable, Sendable {
    case sender, receiver

    init(onWire isReceiver: Bool) {
        self = isReceiver ? .receiver : .sender
    }

    var onWire: Bool { self == .receiver }

    package var opposite: LinkRole { self == .sender ? .receiver : .sender }
}

/// How a sender settles (part 2, 2.8.2).
package enum SenderSettleMode: UInt8, Hashable, Sendable {
    case unsettled = 0
    case settled = 1
    case mixed = 2

    init(onWire octet: UInt8?, in field: String) throws(DecodingFault) {
        guard let octet else {
            self = .mixed
            return
        }
        guard let mode = SenderSettleMode(rawValue: octet) else {
            throw DecodingFault(
                .invalid("is \(octet); 0 (unsettled), 1 (settled) and 2 (mixed) exist"), in: field)
        }
        self = mode
    }
}

/// When a receiver settles (part 2, 2.8.3): with its outcome, or after the sender has settled.
package enum ReceiverSettleMode: UInt8, Hashable, Sendable {
    case first = 0
    case second = 1

    init(onWire octet: UInt8?, in field: String) throws(DecodingFault) {
        guard let octet else {
            self = .first
            return
        }
        guard let mode = ReceiverSettleMode(rawValue: octet) else {
            throw DecodingFault(
                .invalid("is \(octet); 0 (first) and 1 (second) exist"), in: field)
        }
        self = mode
    }
}
