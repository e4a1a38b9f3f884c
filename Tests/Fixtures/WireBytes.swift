/// AMQP 1.0 as bytes, written down a second time so that a test can say what no library would, and
/// so that the broker's own codec is not its own judge.
package indirect enum WireValue: Sendable {
    case null
    case flag(Bool)
    case ubyte(UInt8)
    case ushort(UInt16)
    case uint(UInt32)
    case text(String)
    case symbol(String)
    case binary([UInt8])
    case list([WireValue])
    case map([(WireValue, WireValue)])
    /// With a descriptor below 256.
    case described(UInt8, WireValue)

    package var bytes: [UInt8] {
        switch self {
        case .null: [0x40]
        case .flag(let flag): [flag ? 0x41 : 0x42]
        case .ubyte(let number): [0x50, number]
        case .ushort(let number): [0x60] + number.octets
        case .uint(let number): [0x70] + number.octets
        case .text(let text): [0xb1] + UInt32(text.utf8.count).octets + Array(text.utf8)
        case .symbol(let text): [0xb3] + UInt32(text.utf8.count).octets + Array(text.utf8)
        case .binary(let octets): [0xb0] + UInt32(octets.count).octets + octets
        case .list(let items):
            Self.compound(0xd0, count: items.count, items.flatMap(\.bytes))
        case .map(let pairs):
            Self.compound(0xd1, count: pairs.count * 2, pairs.flatMap { $0.0.bytes + $0.1.bytes })
        case .described(let descriptor, let value): [0x00, 0x53, descriptor] + value.bytes
        }
    }

    private static func compound(_ code: UInt8, count: Int, _ inside: [UInt8]) -> [UInt8] {
        [code] + UInt32(inside.count + 4).octets + UInt32(count).octets + inside
    }
}

/// A frame, or a protocol header, as bytes.
package enum WireFrame {
    package static let saslHeader: [UInt8] = Array("AMQP".utf8) + [3, 1, 0, 0]
    package static let amqpHeader: [UInt8] = Array("AMQP".utf8) + [0, 1, 0, 0]
    /// A frame without a body: a sign of life.
    package static let empty: [UInt8] = [0, 0, 0, 8, 2, 0, 0, 0]

    package static func amqp(
        _ descriptor: UInt8, _ fields: [WireValue], channel: UInt16 = 0, payload: [UInt8] = []
    ) -> [UInt8] {
        frame(0, channel, WireValue.described(descriptor, .list(fields)).bytes + payload)
    }

    package static func sasl(_ descriptor: UInt8, _ fields: [WireValue]) -> [UInt8] {
        frame(1, 0, WireValue.described(descriptor, .list(fields)).bytes)
    }

    /// - Parameter size: what the frame says of its size; nil for the truth.
    package static func frame(
        _ type: UInt8, _ channel: UInt16, _ body: [UInt8], size: UInt32? = nil
    ) -> [UInt8] {
        (size ?? UInt32(body.count + 8)).octets + [2, type] + channel.octets + body
    }

    /// `sasl-init` with EXTERNAL.
    package static func external(_ response: WireValue = .null) -> [UInt8] {
        sasl(0x41, [.symbol("EXTERNAL"), response])
    }

    package static func open(
        container: String = "raw", maxFrameSize: UInt32 = 65_536, idleTimeOut: UInt32? = nil
    ) -> [UInt8] {
        amqp(
            0x10,
            [
                .text(container), .text("localhost"), .uint(maxFrameSize), .ushort(10),
                idleTimeOut.map { .uint($0) } ?? .null,
            ])
    }

    package static func begin(channel: UInt16 = 0) -> [UInt8] {
        amqp(0x11, [.null, .uint(0), .uint(2_048), .uint(2_048)], channel: channel)
    }

    /// A link on which we send.
    package static func attachSender(
        _ name: String, handle: UInt32, to address: String = "intake"
    ) -> [UInt8] {
        amqp(
            0x12,
            [
                .text(name), .uint(handle), .flag(false), .null, .null,
                .described(0x28, .list([.text("here")])),
                .described(0x29, .list([.text(address)])), .null, .null, .uint(0),
            ])
    }

    /// A link on which we receive.
    package static func attachReceiver(
        _ name: String, handle: UInt32, from address: String = "inbox"
    ) -> [UInt8] {
        amqp(
            0x12,
            [
                .text(name), .uint(handle), .flag(true), .null, .null,
                .described(0x28, .list([.text(address)])),
                .described(0x29, .list([.text("here")])),
            ])
    }

    /// Credit for a link on which nothing has come yet.
    package static func credit(_ credit: UInt32, handle: UInt32) -> [UInt8] {
        amqp(
            0x13,
            [
                .uint(0), .uint(2_048), .uint(0), .uint(2_048), .uint(handle), .uint(0),
                .uint(credit),
            ])
    }

    package static func transfer(
        handle: UInt32, delivery: UInt32, more: Bool = false, payload: [UInt8]
    ) -> [UInt8] {
        amqp(
            0x14,
            [
                .uint(handle), .uint(delivery), .binary(delivery.octets), .uint(0), .flag(false),
                .flag(more),
            ], payload: payload)
    }
}

extension FixedWidthInteger {
    /// In network order.
    fileprivate var octets: [UInt8] { withUnsafeBytes(of: bigEndian) { Array($0) } }
}
