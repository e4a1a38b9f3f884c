import COpenSSL
import NIOCore

/// A `BIO` whose two directions are NIO buffers: what the network gave, and what it is to take.
///
/// Neither keeps its memory once it is empty, so a large message leaves nothing behind.
final class ByteBufferBIO {
    private var inbound = ByteBuffer()
    private var outbound = ByteBuffer()
    /// Ciphertext that OpenSSL took since `plaintextBound` was last reset.
    private var taken = 0

    /// A new `BIO` over this object, which must outlive it: the `BIO` holds no reference.
    func makeBIO() throws(TLSError) -> OpaquePointer {
        guard let method = Self.method.pointer, let bio = BIO_new(method) else {
            throw .libraryFailure(operation: "BIO_new", reason: ErrorQueue.takeText())
        }
        BIO_set_data(bio, Unmanaged.passUnretained(self).toOpaque())
        BIO_set_init(bio, 1)
        return bio
    }

    var hasInbound: Bool { inbound.readableBytes > 0 }

    /// No less than the plaintext that the ciphertext at hand can hold.
    var plaintextBound: Int { taken + inbound.readableBytes }

    func resetPlaintextBound() { taken = 0 }

    /// Takes all of the buffer; without a copy when OpenSSL has had everything before it.
    func receive(_ buffer: inout ByteBuffer) {
        if inbound.readableBytes == 0 {
            swap(&inbound, &buffer)
            buffer = ByteBuffer()
        } else {
            inbound.writeBuffer(&buffer)
        }
    }

    func dropInbound() { inbound = ByteBuffer() }

    /// Makes room in one step for what a write of that much plaintext becomes.
    func expectOutput(ofPlaintext count: Int) {
        // A record holds up to 16 KiB and adds at most 5 bytes of header, 8 of nonce, 17 of tag.
        let records = count / 16384 + 1
        outbound.reserveCapacity(minimumWritableBytes: count + records * 32)
    }

    func takeOutput() -> ByteBuffer? {
        guard outbound.readableBytes > 0 else { return nil }
        return exchange(&outbound, with: ByteBuffer())
    }

    private func read(into output: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(output.count, inbound.readableBytes)
        inbound.readWithUnsafeReadableBytes { bytes in
            output.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes.prefix(count)))
            return count
        }
        taken += count
        if inbound.readableBytes == 0 { inbound = ByteBuffer() }
        return count
    }

    private func write(_ bytes: UnsafeRawBufferPointer) { outbound.writeBytes(bytes) }
}

// The `BIO_METHOD`, made once; the functions find their object in the BIO's data.
extension ByteBufferBIO {
    /// `@unchecked Sendable` is safe: filled before it is published, only read after.
    private struct Method: @unchecked Sendable {
        let pointer: OpaquePointer?
    }

    private static let method = Method(pointer: makeMethod())

    private static func makeMethod() -> OpaquePointer? {
        let kind = BIO_get_new_index() | BIO_TYPE_SOURCE_SINK
        guard let method = BIO_meth_new(kind, "NIO ByteBuffer") else { return nil }
        BIO_meth_set_read(method) { bio, output, count in
            shim_clear_retry(bio)
            guard let owner = ByteBufferBIO.of(bio), let output, count > 0 else { return 0 }
            let room = UnsafeMutableRawBufferPointer(start: output, count: Int(count))
            let copied = owner.read(into: room)
            guard copied > 0 else {
                shim_set_retry_read(bio)
                return -1
            }
            return Int32(copied)
        }
        BIO_meth_set_write(method) { bio, input, count in
            shim_clear_retry(bio)
            guard let owner = ByteBufferBIO.of(bio), let input, count > 0 else { return 0 }
            owner.write(UnsafeRawBufferPointer(start: input, count: Int(count)))
            return count
        }
        // All but a flush, which is always done already, is not offered: 0.
        BIO_meth_set_ctrl(method) { _, command, _, _ in command == BIO_CTRL_FLUSH ? 1 : 0 }
        return method
    }

    private static func of(_ bio: OpaquePointer?) -> ByteBufferBIO? {
        BIO_get_data(bio).map { Unmanaged.fromOpaque($0).takeUnretainedValue() }
    }
}
