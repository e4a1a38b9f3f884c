import NIOCore

/// Steps over a value of any type by its width, without looking into it.
struct ValueSkipper {
    let limits: DecodingLimits

    /// Skips a value with its constructor.
    mutating func skip(in bytes: inout ByteBuffer, field: String) throws(DecodingFault) {
        try skip(code: try bytes.readCode(in: field), in: &bytes, field: field)
    }

    /// Skips a value whose constructor octet has been read.
    ///
    /// A described value is two values after one another; a descriptor can be described in turn,
    /// so they are counted against the limit of depth rather than recursed into.
    mutating func skip(
        code first: UInt8, in bytes: inout ByteBuffer, field: String
    ) throws(DecodingFault) {
        var code = first
        var owed = 1
        var descriptors = 0
        while true {
            if code == FormatCode.described {
                descriptors += 1
                owed += 1
                guard descriptors <= limits.depth else {
                    throw DecodingFault(
                        .limitExceeded("nests deeper than \(limits.depth)"), in: field)
                }
            } else {
                try skipPrimitive(code: code, in: &bytes, field: field)
                owed -= 1
            }
            guard owed > 0 else { return }
            code = try bytes.readCode(in: field)
        }
    }

    private func skipPrimitive(
        code: UInt8, in bytes: inout ByteBuffer, field: String
    ) throws(DecodingFault) {
        let width: Int
        switch code >> 4 {
        case 0x4: width = 0
        case 0x5: width = 1
        case 0x6: width = 2
        case 0x7: width = 4
        case 0x8: width = 8
        case 0x9: width = 16
        case 0xa, 0xc, 0xe: width = Int(try bytes.readFixed(UInt8.self, in: field))
        case 0xb, 0xd, 0xf: width = Int(try bytes.readFixed(UInt32.self, in: field))
        default: throw DecodingFault(.unknownFormatCode(code), in: field)
        }
        guard width <= bytes.readableBytes else { throw DecodingFault(.truncated, in: field) }
        bytes.moveReaderIndex(forwardBy: width)
    }
}
