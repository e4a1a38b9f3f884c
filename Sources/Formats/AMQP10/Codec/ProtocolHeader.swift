import NIOCore

/// The eight octets before the first frame (part 2, 2.2; part 5, 5.3.1).
enum ProtocolHeader: Equatable {
    case amqp
    case sasl

    static let length = 8

    var encoded: UInt64 {
        switch self {
        case .amqp: 0x414d_5150_0001_0000
        case .sasl: 0x414d_5150_0301_0000
        }
    }

    init?(encoded: UInt64) {
        switch encoded {
        case Self.amqp.encoded: self = .amqp
        case Self.sasl.encoded: self = .sasl
        default: return nil
        }
    }
}

/// The eight octets before a frame's body (part 2, 2.3.1).
struct FrameHeader: Equatable {
    static let length = 8

    /// Octets of the whole frame.
    let size: Int
    /// Octets before the body.
    let bodyOffset: Int
    let type: UInt8
    let channel: UInt16

    static let amqp: UInt8 = 0
    static let sasl: UInt8 = 1

    /// Looks at the header without moving on; nil while less than eight octets are there.
    init?(peeking bytes: ByteBuffer) {
        guard bytes.readableBytes >= Self.length,
            let word = bytes.getInteger(at: bytes.readerIndex, as: UInt64.self)
        else { return nil }
        size = Int(word >> 32)
        bodyOffset = Int(word >> 24 & 0xff) * 4
        type = UInt8(truncatingIfNeeded: word >> 16)
        channel = UInt16(truncatingIfNeeded: word)
    }

    /// What is wrong with it, in words; nil when it is sound.
    func flaw(maxFrameSize: UInt32) -> String? {
        if size < Self.length { return "a frame of \(size) octets; 8 are the least" }
        if size > Int(maxFrameSize) {
            return "a frame of \(size) octets; max-frame-size is \(maxFrameSize)"
        }
        if bodyOffset < Self.length || bodyOffset > size {
            return "a frame whose data offset is \(bodyOffset) octets, of \(size)"
        }
        return nil
    }
}
