package import NIOCore

/// A message taken apart into its sections (part 3, 3.2), none of which is decoded until asked for.
///
/// Taking it apart steps from section to section by their sizes and copies nothing: the slices
/// share the payload's storage. The bare message is kept as the bytes that it came in.
package struct Message: Sendable {
    private let limits: DecodingLimits
    private var headerFields: ByteBuffer?
    private var deliveryAnnotationsMap: ByteBuffer?
    private var messageAnnotationsMap: ByteBuffer?
    private var propertiesFields: ByteBuffer?
    private var applicationPropertiesMap: ByteBuffer?
    private var footerMap: ByteBuffer?
    /// What the sender made and nobody on the way may change: properties, application properties
    /// and body, as they came.
    package private(set) var bareMessage: ByteBuffer
    package private(set) var body: Body

    /// The body, in the three forms that exist.
    package enum Body: Hashable, Sendable {
        /// One data section: the octets.
        case data(ByteBuffer)
        /// Several data sections: the octets of each.
        case dataSections([ByteBuffer])
        /// One value, encoded; `decodeValue` decodes it.
        case value(ByteBuffer)
        /// Sequences, each an encoded list.
        case sequences([ByteBuffer])
        /// None, which the standard does not allow but some clients send.
        case none
    }

    /// Takes a payload apart.
    ///
    /// - Throws: when a section is cut short, unknown, repeated or out of order.
    package init(
        payload: ByteBuffer, limits: DecodingLimits = DecodingLimits()
    ) throws(DecodingFault) {
        self.limits = limits
        body = .none
        bareMessage = ByteBuffer()
        var rest = payload
        var last: Descriptor?
        var bareStart: Int?
        var bareEnd = payload.writerIndex
        while rest.readableBytes > 0 {
            let sectionStart = rest.readerIndex
            guard try rest.readCode(in: "message") == FormatCode.described else {
                throw DecodingFault(.invalid("a section is a described value"), in: "message")
            }
            guard
                let section = try Descriptor.read(from: &rest, in: "message", limits: limits),
                let rank = section.sectionRank
            else { throw DecodingFault(.unexpectedDescriptor, in: "message") }
            guard rank > last?.sectionRank ?? 0 || (section == last && section.mayRepeat) else {
                throw DecodingFault(
                    .invalid("the section \(section.name) is repeated or out of order"),
                    in: "message")
            }
            last = section
            if section.isBare, bareStart == nil { bareStart = sectionStart }
            if section == .footer { bareEnd = sectionStart }
            let value = try Self.readValue(of: section, from: &rest, limits: limits)
            try take(section, value)
        }
        if let bareStart {
            bareMessage =
                payload.getSlice(at: bareStart, length: bareEnd - bareStart) ?? bareMessage
        }
    }

    /// The encoded value of a section, which is stepped over.
    private static func readValue(
        of section: Descriptor, from rest: inout ByteBuffer, limits: DecodingLimits
    ) throws(DecodingFault) -> ByteBuffer {
        let before = rest
        var skipper = ValueSkipper(limits: limits)
        try skipper.skip(in: &rest, field: section.name)
        let length = rest.readerIndex - before.readerIndex
        guard let value = before.getSlice(at: before.readerIndex, length: length) else {
            throw DecodingFault(.truncated, in: section.name)
        }
        return value
    }

    private mutating func take(
        _ section: Descriptor, _ value: ByteBuffer
    ) throws(DecodingFault) {
        switch section {
        case .header: headerFields = value
        case .deliveryAnnotations: deliveryAnnotationsMap = value
        case .messageAnnotations: messageAnnotationsMap = value
        case .properties: propertiesFields = value
        case .applicationProperties: applicationPropertiesMap = value
        case .footer: footerMap = value
        case .data: try takeData(value)
        case .value: body = .value(value)
        case .sequence: try takeSequence(value)
        default: throw DecodingFault(.unexpectedDescriptor, in: "message")
        }
    }

    private mutating func takeData(_ value: ByteBuffer) throws(DecodingFault) {
        var value = value
        let code = try value.readCode(in: "data")
        guard code == FormatCode.vbin8 || code == FormatCode.vbin32 else {
            throw DecodingFault(.unexpectedType(code: code), in: "data")
        }
        let octets = try value.readBytes(try value.readLength(code: code, in: "data"), in: "data")
        switch exchange(&body, with: .none) {
        case .data(let first): body = .dataSections([first, octets])
        case .dataSections(var sections):
            try append(octets, to: &sections, in: "data")
            body = .dataSections(sections)
        case .none, .value, .sequences: body = .data(octets)
        }
    }

    private mutating func takeSequence(_ value: ByteBuffer) throws(DecodingFault) {
        // Taken out, so that the array is not copied for each section.
        guard case .sequences(var sections) = exchange(&body, with: .none) else {
            body = .sequences([value])
            return
        }
        try append(value, to: &sections, in: "amqp-sequence")
        body = .sequences(sections)
    }

    private func append(
        _ section: ByteBuffer, to sections: inout [ByteBuffer], in field: String
    ) throws(DecodingFault) {
        guard sections.count < limits.values else {
            throw DecodingFault(
                .limitExceeded("more than \(limits.values) \(field) sections"), in: field)
        }
        sections.append(section)
    }
}

// MARK: Decoding on demand

extension Message {
    /// The header; its defaults when there is none.
    package func header() throws(DecodingFault) -> MessageHeader {
        guard var bytes = headerFields else { return MessageHeader() }
        var fields = try FieldReader(list: "header", from: &bytes, limits: limits)
        return try MessageHeader(fields: &fields)
    }

    /// The properties; none of them when there is no such section.
    package func properties() throws(DecodingFault) -> MessageProperties {
        guard var bytes = propertiesFields else { return MessageProperties() }
        var fields = try FieldReader(list: "properties", from: &bytes, limits: limits)
        return try MessageProperties(fields: &fields)
    }

    package func applicationProperties() throws(DecodingFault) -> AMQPMap {
        try map(applicationPropertiesMap, "application-properties")
    }

    package func messageAnnotations() throws(DecodingFault) -> AMQPMap {
        try map(messageAnnotationsMap, "message-annotations")
    }

    package func deliveryAnnotations() throws(DecodingFault) -> AMQPMap {
        try map(deliveryAnnotationsMap, "delivery-annotations")
    }

    package func footer() throws(DecodingFault) -> AMQPMap {
        try map(footerMap, "footer")
    }

    /// The value of an `amqp-value` body; nil for other bodies.
    package func decodeValue() throws(DecodingFault) -> AMQPValue? {
        guard case .value(var bytes) = body else { return nil }
        var reader = ValueReader(limits: limits, field: "amqp-value")
        return try reader.read(from: &bytes)
    }

    /// The octets of a string or a binary `amqp-value` body, without copying them; nil for others.
    package func octetsOfValue() throws(DecodingFault) -> ByteBuffer? {
        guard case .value(var bytes) = body else { return nil }
        let code = try bytes.readCode(in: "amqp-value")
        switch code {
        case FormatCode.str8, FormatCode.str32, FormatCode.vbin8, FormatCode.vbin32:
            let length = try bytes.readLength(code: code, in: "amqp-value")
            return try bytes.readBytes(length, in: "amqp-value")
        default:
            return nil
        }
    }

    private func map(
        _ section: ByteBuffer?, _ name: String
    ) throws(DecodingFault) -> AMQPMap {
        guard var bytes = section else { return [:] }
        var reader = ValueReader(limits: limits, field: name)
        let code = try bytes.readCode(in: name)
        return try reader.readMap(code: code, from: &bytes)
    }
}

extension Descriptor {
    /// The place of a section in its message; nil for what is not a section.
    fileprivate var sectionRank: UInt8? {
        switch self {
        case .header: 1
        case .deliveryAnnotations: 2
        case .messageAnnotations: 3
        case .properties: 4
        case .applicationProperties: 5
        case .data, .sequence, .value: 6
        case .footer: 7
        default: nil
        }
    }

    fileprivate var mayRepeat: Bool { self == .data || self == .sequence }

    fileprivate var isBare: Bool {
        switch self {
        case .properties, .applicationProperties, .data, .sequence, .value: true
        default: false
        }
    }
}
