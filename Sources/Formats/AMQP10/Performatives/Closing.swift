import NIOCore

/// The end of a link (part 2, 2.7.7).
struct Detach: Performative {
    static let descriptor = Descriptor.detach

    var handle: UInt32
    var closed = false
    var error: AMQPError?

    init(handle: UInt32, closed: Bool, error: AMQPError?) {
        self.handle = handle
        self.closed = closed
        self.error = error
    }

    init(fields: inout FieldReader) throws(DecodingFault) {
        handle = try FieldReader.required(fields.uint("detach.handle"), "detach.handle")
        closed = try fields.boolean("detach.closed") ?? false
        error = try AMQPError.read(from: &fields, in: "detach.error")
    }

    func encode(into bytes: inout ByteBuffer) {
        var fields = FieldWriter(.detach, into: &bytes)
        fields.uint(handle, &bytes)
        fields.flag(closed, &bytes)
        fields.error(error, &bytes)
        fields.finish(in: &bytes)
    }

    var shortened: Detach { Detach(handle: handle, closed: closed, error: error?.shortened) }
}

/// The end of a session (part 2, 2.7.8).
struct End: Performative {
    static let descriptor = Descriptor.end

    var error: AMQPError?

    init(error: AMQPError?) {
        self.error = error
    }

    init(fields: inout FieldReader) throws(DecodingFault) {
        error = try AMQPError.read(from: &fields, in: "end.error")
    }

    func encode(into bytes: inout ByteBuffer) {
        var fields = FieldWriter(.end, into: &bytes)
        fields.error(error, &bytes)
        fields.finish(in: &bytes)
    }

    var shortened: End { End(error: error?.shortened) }
}

/// The end of a connection (part 2, 2.7.9).
struct Close: Performative {
    static let descriptor = Descriptor.close

    var error: AMQPError?

    init(error: AMQPError?) {
        self.error = error
    }

    init(fields: inout FieldReader) throws(DecodingFault) {
        error = try AMQPError.read(from: &fields, in: "close.error")
    }

    func encode(into bytes: inout ByteBuffer) {
        var fields = FieldWriter(.close, into: &bytes)
        fields.error(error, &bytes)
        fields.finish(in: &bytes)
    }
    var shortened: Close { Close(error: error?.shortened) }
}
