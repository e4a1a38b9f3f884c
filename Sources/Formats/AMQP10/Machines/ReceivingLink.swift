import NIOCore

/// The receiver's half of an attached link (part 2, 2.6.7 and 2.6.14).
struct ReceivingLink: Equatable {
    let settleMode: SenderSettleMode
    let receiverSettleMode: ReceiverSettleMode
    /// Octets.
    let maxMessageSize: UInt64
    private(set) var deliveryCount: UInt32
    private(set) var credit: UInt32 = 0
    /// The delivery count at which the furthest credit ever granted ends: what was on its way
    /// when the credit was lowered is no violation.
    private var furthest: UInt32
    private(set) var isDraining = false
    /// The message of which some, but not all, has come.
    private(set) var assembly: Assembly?

    struct Assembly: Equatable {
        let deliveryID: UInt32
        let tag: DeliveryTag
        let messageFormat: UInt32
        var settled: Bool
        var payload: ByteBuffer
        /// Transfer frames that had no payload.
        var emptyParts: Int
    }

    /// Octets of the message of which some has come.
    var partialBytes: Int { assembly?.payload.readableBytes ?? 0 }

    /// A message that is complete.
    struct Delivery: Equatable {
        let deliveryID: UInt32
        let tag: DeliveryTag
        let messageFormat: UInt32
        let settled: Bool
        let payload: ByteBuffer
    }

    enum TransferAction: Equatable {
        case deliver(Delivery)
        /// More is to come.
        case await
        /// The sender gave the delivery up.
        case reportAborted
        /// Nothing: the link is going.
        case ignore
    }

    init(
        settleMode: SenderSettleMode, receiverSettleMode: ReceiverSettleMode,
        maxMessageSize: UInt64, initialDeliveryCount: UInt32
    ) {
        self.settleMode = settleMode
        self.receiverSettleMode = receiverSettleMode
        self.maxMessageSize = maxMessageSize
        deliveryCount = initialDeliveryCount
        furthest = initialDeliveryCount
    }

    mutating func grant(_ credit: UInt32, drain: Bool) {
        self.credit = credit
        isDraining = drain
        let end = deliveryCount &+ credit
        if SerialNumber.precedes(furthest, end) { furthest = end }
    }

    /// The sender says how far it has got, which draining moves on.
    mutating func flowReceived(_ flow: Flow) -> LinkStateMachine.FlowAction {
        if let count = flow.deliveryCount, SerialNumber.precedes(deliveryCount, count) {
            credit = SerialNumber.left(of: credit, from: deliveryCount, to: count)
            deliveryCount = count
            if SerialNumber.precedes(furthest, count) { furthest = count }
        }
        guard isDraining, credit == 0 else { return .none }
        isDraining = false
        return .reportDrained
    }

    mutating func transferReceived(
        _ transfer: Transfer, payload: ByteBuffer
    ) throws(LinkFault) -> TransferAction {
        guard !transfer.isTransactional else {
            throw LinkFault(
                .notImplemented, "transactions are not implemented; send without a state",
                field: "transfer.state")
        }
        guard !transfer.resume else {
            throw LinkFault(
                .notImplemented, "deliveries are not resumed; send it as a new one",
                field: "transfer.resume")
        }
        guard transfer.receiverSettleMode != .second || receiverSettleMode == .second else {
            throw LinkFault(
                .invalidField, "the link's rcv-settle-mode is first; a transfer cannot be second",
                field: "transfer.rcv-settle-mode")
        }
        return try assembly == nil ? started(transfer, payload) : continued(transfer, payload)
    }

    private mutating func started(
        _ transfer: Transfer, _ payload: ByteBuffer
    ) throws(LinkFault) -> TransferAction {
        guard let deliveryID = transfer.deliveryID else {
            throw LinkFault(
                .invalidField, "the first transfer of a delivery must give its delivery-id",
                field: "transfer.delivery-id")
        }
        guard let tag = transfer.deliveryTag else {
            throw LinkFault(
                .invalidField, "the first transfer of a delivery must give its delivery-tag",
                field: "transfer.delivery-tag")
        }
        guard SerialNumber.precedes(deliveryCount, furthest) else {
            throw LinkFault(
                .transferLimitExceeded,
                "delivery \(deliveryID) came without credit; wait for a flow that grants some")
        }
        deliveryCount &+= 1
        credit -= min(credit, 1)
        guard !transfer.aborted else { return .reportAborted }
        let settled = transfer.settled ?? false
        let format = transfer.messageFormat ?? 0
        try check(size: payload.readableBytes)
        if transfer.more {
            // A buffer of its own: the frame's is shared with what follows it.
            var own = ByteBuffer()
            own.writeImmutableBuffer(payload)
            assembly = Assembly(
                deliveryID: deliveryID, tag: tag, messageFormat: format, settled: settled,
                payload: own, emptyParts: payload.readableBytes == 0 ? 1 : 0)
            return .await
        }
        try check(settled: settled)
        return .deliver(
            Delivery(
                deliveryID: deliveryID, tag: tag, messageFormat: format, settled: settled,
                payload: payload))
    }

    private mutating func continued(
        _ transfer: Transfer, _ payload: ByteBuffer
    ) throws(LinkFault) -> TransferAction {
        // Moved out, not copied: with a second owner each frame would copy all that came before.
        guard var begun = exchange(&assembly, with: nil) else { return .ignore }
        guard transfer.deliveryID == nil || transfer.deliveryID == begun.deliveryID else {
            throw LinkFault(
                .invalidField,
                "delivery \(begun.deliveryID) has more to come, but another began on its link",
                field: "transfer.delivery-id")
        }
        guard transfer.deliveryTag == nil || transfer.deliveryTag == begun.tag else {
            throw LinkFault(
                .invalidField, "delivery \(begun.deliveryID) changed its tag on the way",
                field: "transfer.delivery-tag")
        }
        guard !transfer.aborted else { return .reportAborted }
        if transfer.settled == true { begun.settled = true }
        try check(size: begun.payload.readableBytes + payload.readableBytes)
        begun.payload.writeImmutableBuffer(payload)
        if transfer.more {
            if payload.readableBytes == 0 { begun.emptyParts += 1 }
            assembly = begun
            return .await
        }
        try check(settled: begun.settled)
        return .deliver(
            Delivery(
                deliveryID: begun.deliveryID, tag: begun.tag, messageFormat: begun.messageFormat,
                settled: begun.settled, payload: begun.payload))
    }

    private func check(size: Int) throws(LinkFault) {
        guard UInt64(size) <= maxMessageSize else {
            throw LinkFault(
                .messageSizeExceeded,
                "a message of more than \(maxMessageSize) octets; make it smaller")
        }
    }

    private func check(settled: Bool) throws(LinkFault) {
        switch (settleMode, settled) {
        case (.settled, false):
            throw LinkFault(
                .invalidField, "the link's snd-settle-mode is settled, the transfer is not",
                field: "transfer.settled")
        case (.unsettled, true):
            throw LinkFault(
                .invalidField, "the link's snd-settle-mode is unsettled, the transfer is settled",
                field: "transfer.settled")
        case (.mixed, _), (.settled, true), (.unsettled, false):
            return
        }
    }
}
