import NIOCore

/// The descriptors that the standard assigns, by their numeric code (domain 0).
enum Descriptor: UInt8 {
    case open = 0x10
    case begin = 0x11
    case attach = 0x12
    case flow = 0x13
    case transfer = 0x14
    case disposition = 0x15
    case detach = 0x16
    case end = 0x17
    case close = 0x18
    case error = 0x1d
    case received = 0x23
    case accepted = 0x24
    case rejected = 0x25
    case released = 0x26
    case modified = 0x27
    case source = 0x28
    case target = 0x29
    case coordinator = 0x30
    case declared = 0x33
    case transactionalState = 0x34
    case saslMechanisms = 0x40
    case saslInit = 0x41
    case saslChallenge = 0x42
    case saslResponse = 0x43
    case saslOutcome = 0x44
    case header = 0x70
    case deliveryAnnotations = 0x71
    case messageAnnotations = 0x72
    case properties = 0x73
    case applicationProperties = 0x74
    case data = 0x75
    case sequence = 0x76
    case value = 0x77
    case footer = 0x78

    /// Peers may write a descriptor as a symbol instead of a number.
    init?(symbol: String) {
        switch symbol {
        case "amqp:open:list": self = .open
        case "amqp:begin:list": self = .begin
        case "amqp:attach:list": self = .attach
        case "amqp:flow:list": self = .flow
        case "amqp:transfer:list": self = .transfer
        case "amqp:disposition:list": self = .disposition
        case "amqp:detach:list": self = .detach
        case "amqp:end:list": self = .end
        case "amqp:close:list": self = .close
        case "amqp:error:list": self = .error
        case "amqp:received:list": self = .received
        case "amqp:accepted:list": self = .accepted
        case "amqp:rejected:list": self = .rejected
        case "amqp:released:list": self = .released
        case "amqp:modified:list": self = .modified
        case "amqp:source:list": self = .source
        case "amqp:target:list": self = .target
        case "amqp:coordinator:list": self = .coordinator
        case "amqp:declared:list": self = .declared
        case "amqp:transactional-state:list": self = .transactionalState
        case "amqp:sasl-mechanisms:list": self = .saslMechanisms
        case "amqp:sasl-init:list": self = .saslInit
        case "amqp:sasl-challenge:list": self = .saslChallenge
        case "amqp:sasl-response:list": self = .saslResponse
        case "amqp:sasl-outcome:list": self = .saslOutcome
        case "amqp:header:list": self = .header
        case "amqp:delivery-annotations:map": self = .deliveryAnnotations
        case "amqp:message-annotations:map": self = .messageAnnotations
        case "amqp:properties:list": self = .properties
        case "amqp:application-properties:map": self = .applicationProperties
        case "amqp:data:binary": self = .data
        case "amqp:amqp-sequence:list": self = .sequence
        case "amqp:amqp-value:*": self = .value
        case "amqp:footer:map": self = .footer
        default: return nil
        }
    }

    /// Reads a descriptor whose leading zero octet has been read; nil when it is none of ours.
    static func read(
        from bytes: inout ByteBuffer, in field: String, limits: DecodingLimits
    ) throws(DecodingFault) -> Descriptor? {
        guard let code = bytes.readInteger(as: UInt8.self) else {
            throw DecodingFault(.truncated, in: field)
        }
        switch code {
        case FormatCode.smallulong:
            guard let value = bytes.readInteger(as: UInt8.self) else {
                throw DecodingFault(.truncated, in: field)
            }
            return Descriptor(rawValue: value)
        case FormatCode.ulong:
            guard let value = bytes.readInteger(as: UInt64.self) else {
                throw DecodingFault(.truncated, in: field)
            }
            return UInt8(exactly: value).flatMap { Descriptor(rawValue: $0) }
        case FormatCode.sym8, FormatCode.sym32:
            let symbol = try bytes.readSymbol(code: code, in: field, limits: limits)
            return Descriptor(symbol: symbol.rawValue)
        default:
            var skipper = ValueSkipper(limits: limits)
            try skipper.skip(code: code, in: &bytes, field: field)
            return nil
        }
    }
}
