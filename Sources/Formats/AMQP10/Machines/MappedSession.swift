import NIOCore

/// A session that both ends have begun: its windows, links and deliveries (part 2, 2.5.6).
struct MappedSession {
    let id: SessionID
    let limits: SessionLimits
    /// The highest handle that the peer takes.
    let peerHandleMax: UInt32

    /// The id of the next transfer frame that comes in.
    var nextIncomingID: UInt32
    /// The id of the next delivery that comes in; nil before the first, which may have any.
    var nextIncomingDeliveryID: UInt32?
    /// Transfer frames that the peer may still send before it hears from us.
    var incomingWindow: UInt32
    /// The id of the next transfer frame that goes out.
    var nextOutgoingID: UInt32 = 0
    /// Transfer frames that the peer still takes.
    var peerWindow: UInt32
    /// The id of the next delivery that begins to go out.
    var nextDeliveryID: UInt32 = 0
    /// The number of the next delivery that is taken for sending.
    var nextNumber: UInt32 = 0

    /// By our handle.
    var links: [LinkStateMachine] = []
    /// By the peer's handle.
    var peerHandles: [PeerHandle] = []
    /// Deliveries that came in and have no outcome.
    var incoming = UnsettledDeliveries<IncomingDelivery>()
    /// Deliveries that went out, wholly or in part, and have no outcome.
    var outgoing = UnsettledDeliveries<OutgoingDelivery>()
    /// What waits for the peer's window, in order.
    var queue = CircularBuffer<QueuedDelivery>(initialCapacity: 1)
    /// Octets of payload in `queue`.
    var queuedBytes = 0
    /// Octets of messages of which only a part has come.
    private(set) var partialBytes = 0
    /// Deliveries that will not go out because we detached their link, by link, until it has ended.
    var withdrawn: [Int: [DeliveryNumber]] = [:]
    /// A message was refused because `queue` is full.
    var owesResumption = false

    enum PeerHandle: Equatable {
        case neverUsed
        case link(UInt16)
        /// Frames that crossed our detach may still come: they are dropped.
        case detached
    }

    struct IncomingDelivery: Equatable {
        let link: UInt16
        /// Our outcome is out; the sender settles (receiver settle mode `second`).
        var isDecided = false
    }

    struct OutgoingDelivery: Equatable {
        let link: UInt16
        let number: DeliveryNumber
    }

    struct QueuedDelivery {
        let link: UInt16
        let number: DeliveryNumber
        let settled: Bool
        /// The performative of the next frame.
        var transfer: Transfer
        /// What is left.
        var payload: ByteBuffer

        /// Whether its first frame is out, which alone has the tag.
        var hasBegun: Bool { transfer.deliveryTag == nil }
    }

    /// The peer's begin has come. Our own first transfer id, and so our first delivery id, is 0.
    init(id: SessionID, peer: Begin, limits: AMQPLimits) {
        self.id = id
        self.limits = SessionLimits(limits)
        peerHandleMax = peer.handleMax
        nextIncomingID = peer.nextOutgoingID
        incomingWindow = self.limits.incomingWindow
        peerWindow = peer.incomingWindow
    }

    /// What counts against the limits of the connection.
    var held: HeldOctets {
        assert(partialBytes == links.reduce(0) { $0 + $1.partialBytes })
        assert(queuedBytes == queue.reduce(0) { $0 + $1.payload.readableBytes })
        return HeldOctets(partial: partialBytes, pending: queuedBytes)
    }

    /// Changes a link, which may hold more or less of a message afterwards.
    mutating func change<Result, Fault: Error>(
        _ slot: Int, _ body: (inout LinkStateMachine) throws(Fault) -> Result
    ) throws(Fault) -> Result {
        partialBytes -= links[slot].partialBytes
        defer { partialBytes += links[slot].partialBytes }
        return try body(&links[slot])
    }

    /// What the peer's next transfers may be, and what ours are.
    func flow() -> Flow {
        Flow(
            nextIncomingID: nextIncomingID, incomingWindow: incomingWindow,
            nextOutgoingID: nextOutgoingID, outgoingWindow: SessionLimits.outgoingWindow)
    }

    func slot(of link: LinkID) -> Int? {
        let slot = Int(link.slot)
        guard slot < links.count, links[slot].id == link else { return nil }
        return slot
    }

    /// The link of the peer's handle; nil for one that has been detached.
    ///
    /// - Throws: for the session, when the peer never attached the handle.
    func slot(ofPeer handle: UInt32) throws(PeerViolation) -> Int? {
        let use: PeerHandle =
            handle < peerHandles.count ? peerHandles[Int(handle)] : .neverUsed
        switch use {
        case .link(let slot): return Int(slot)
        case .detached: return nil
        case .neverUsed:
            throw .session(
                AMQPError(.unattachedHandle, "no link is attached to handle \(handle)"))
        }
    }

    mutating func note(peer handle: UInt32, as use: PeerHandle) {
        while peerHandles.count <= Int(handle) { peerHandles.append(.neverUsed) }
        peerHandles[Int(handle)] = use
    }

    /// Forgets the deliveries of a link; they are given back, what went out in its order.
    mutating func forgetDeliveries(of slot: Int) -> [DeliveryNumber] {
        withdraw(slot)
        let unsent = withdrawn.removeValue(forKey: slot) ?? []
        guard links[slot].unsettled > 0 else { return [] }
        links[slot].unsettled = 0
        // All that was sent began before what was not.
        let sent = outgoing.removeAll { $0.link == slot }.map(\.value.number) + unsent
        let received = incoming.removeAll { $0.link == slot }.filter { !$0.value.isDecided }
        return sent + received.map { DeliveryNumber(rawValue: $0.id) }
    }

    /// Takes what waits on a link from the queue: it does not go out, or no more of it.
    mutating func withdraw(_ slot: Int) {
        guard queue.contains(where: { $0.link == slot }) else { return }
        for entry in queue where entry.link == slot {
            queuedBytes -= entry.payload.readableBytes
            if !entry.hasBegun, !entry.settled { withdrawn[slot, default: []].append(entry.number) }
        }
        queue.removeAll { $0.link == slot }
    }

    /// Reports each link as gone, because the session or the connection is; nothing is held any
    /// more.
    mutating func reportLinksLost(error: AMQPError?, byPeer: Bool, _ outbox: inout Outbox) {
        outbox.held -= held
        for slot in links.indices where change(slot, { $0.lost() }) {
            let end = LinkEnd(
                closed: true, error: error, byPeer: byPeer,
                unsettled: forgetDeliveries(of: slot))
            outbox.events.append(.linkDetached(links[slot].id, end))
        }
    }
}

/// The limits that concern one session.
struct SessionLimits: Equatable {
    let incomingWindow: UInt32
    let maxLinks: UInt16
    let maxLinkName: Int
    let maxMessageSize: UInt64
    let maxPartialBytes: UInt64
    let maxEmptyTransfers: Int
    let maxPendingBytes: Int
    let maxUnsettled: Int

    /// Transfer frames that we might send: what bounds them is the peer's window.
    static let outgoingWindow: UInt32 = 0x7fff_ffff

    init(_ limits: AMQPLimits) {
        incomingWindow = max(1, min(limits.incomingWindow, UInt32(clamping: limits.maxUnsettled)))
        maxLinks = max(1, limits.maxLinksPerSession)
        maxLinkName = limits.maxLinkName
        maxMessageSize = limits.maxMessageSize
        maxPartialBytes = max(limits.maxPartialBytes, limits.maxMessageSize)
        maxEmptyTransfers = limits.maxEmptyTransfers
        maxPendingBytes = limits.maxPendingBytes
        maxUnsettled = limits.maxUnsettled
    }
}
