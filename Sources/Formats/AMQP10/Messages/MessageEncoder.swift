package import NIOCore

/// A message to be encoded: set what it has, then encode it with a body.
package struct MessageEncoder: Sendable {
    /// Nil leaves the section out: the receiver takes the defaults.
    package var header: MessageHeader?
    package var messageAnnotations: AMQPMap = [:]
    package var properties: MessageProperties = MessageProperties()
    /// Keys are strings, values primitive.
    package var applicationProperties: AMQPMap = [:]

    package init() {}

    /// Appends the message with one data section.
    package func encode(data: ByteBuffer, into bytes: inout ByteBuffer) {
        encodePreamble(into: &bytes)
        encodeProperties(into: &bytes)
        bytes.writeDescriptor(.data)
        bytes.writeAMQP(binary: data)
    }

    /// Appends the message with an `amqp-value` body.
    package func encode(value: AMQPValue, into bytes: inout ByteBuffer) {
        encodePreamble(into: &bytes)
        encodeProperties(into: &bytes)
        bytes.writeDescriptor(.value)
        value.encode(into: &bytes)
    }

    /// Appends header and annotations before a bare message, whose bytes stay as they are; the
    /// encoder's own properties are not used.
    package func encode(bareMessage: ByteBuffer, into bytes: inout ByteBuffer) {
        encodePreamble(into: &bytes)
        bytes.writeImmutableBuffer(bareMessage)
    }

    private func encodePreamble(into bytes: inout ByteBuffer) {
        header?.encode(into: &bytes)
        if !messageAnnotations.isEmpty {
            bytes.writeDescriptor(.messageAnnotations)
            messageAnnotations.encode(into: &bytes)
        }
    }

    private func encodeProperties(into bytes: inout ByteBuffer) {
        if properties != MessageProperties() { properties.encode(into: &bytes) }
        if !applicationProperties.isEmpty {
            bytes.writeDescriptor(.applicationProperties)
            applicationProperties.encode(into: &bytes)
        }
    }
}
