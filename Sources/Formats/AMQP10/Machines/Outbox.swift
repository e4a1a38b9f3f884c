import NIOCore

/// What a machine has to say: bytes to the peer, events to the application.
struct Outbox {
    var bytes = ByteBuffer()
    var events = CircularBuffer<ConnectionEvent>(initialCapacity: 2)
    /// Octets of a frame that the peer takes.
    var maxFrameSize = 512
    /// What the connection's sessions hold; while one of them is changed, what the others do.
    var held = HeldOctets()
    /// Some session refused a message because too much waits on the connection.
    var owesResumption = false
    /// Completes each error that goes out.
    let reference: String?

    init(reference: String?) {
        self.reference = reference
    }

    func complete(_ error: AMQPError) -> AMQPError {
        error.completed(reference: reference)
    }

    mutating func write(_ header: ProtocolHeader) {
        bytes.writeInteger(header.encoded)
    }

    mutating func write(_ frame: some Performative, channel: UInt16 = 0) {
        let start = beginFrame(type: FrameHeader.amqp, channel: channel)
        frame.encode(into: &bytes)
        endFrame(at: start)
        guard bytes.writerIndex - start > maxFrameSize else { return }
        bytes.moveWriterIndex(to: start)
        _ = beginFrame(type: FrameHeader.amqp, channel: channel)
        frame.shortened.encode(into: &bytes)
        endFrame(at: start)
    }

    /// Whether a frame is one that the peer takes.
    func fits(_ frame: some Performative) -> Bool {
        var body = ByteBuffer()
        frame.encode(into: &body)
        return FrameHeader.length + body.readableBytes <= maxFrameSize
    }

    mutating func writeSASL(_ frame: some Performative) {
        let start = beginFrame(type: FrameHeader.sasl, channel: 0)
        frame.encode(into: &bytes)
        endFrame(at: start)
    }

    mutating func writeEmptyFrame() {
        let start = beginFrame(type: FrameHeader.amqp, channel: 0)
        endFrame(at: start)
    }

    /// Writes a transfer and as much of the payload as its frame holds.
    ///
    /// - Returns: whether all of the payload is written.
    mutating func write(
        _ transfer: Transfer, payload: inout ByteBuffer, channel: UInt16
    ) -> Bool {
        let room = max(1, maxFrameSize - FrameHeader.length - Transfer.maximumLength)
        let length = min(room, payload.readableBytes)
        var transfer = transfer
        transfer.more = length < payload.readableBytes
        let start = beginFrame(type: FrameHeader.amqp, channel: channel)
        transfer.encode(into: &bytes)
        if transfer.more {
            if var part = payload.readSlice(length: length) { bytes.writeBuffer(&part) }
        } else {
            bytes.writeBuffer(&payload)
        }
        endFrame(at: start)
        return !transfer.more
    }

    private mutating func beginFrame(type: UInt8, channel: UInt16) -> Int {
        let start = bytes.writerIndex
        let head = UInt64(0x0200_0000) | UInt64(type) << 16 | UInt64(channel)
        bytes.writeInteger(head)
        return start
    }

    private mutating func endFrame(at start: Int) {
        let size = bytes.writerIndex - start
        bytes.setInteger(UInt32(truncatingIfNeeded: size), at: start)
    }
}
