import NIOCore

/// Plaintext that waits for a flush, as one buffer with one promise for all of it: a flush becomes
/// as few TLS records and socket writes as there can be.
struct PendingWrites {
    private var plaintext = ByteBuffer()
    private var promise: EventLoopPromise<Void>?

    mutating func append(_ buffer: ByteBuffer, _ written: EventLoopPromise<Void>?) {
        if plaintext.readableBytes == 0 {
            plaintext = buffer
        } else {
            plaintext.writeImmutableBuffer(buffer)
        }
        guard let written else { return }
        if let promise {
            promise.futureResult.cascade(to: written)
        } else {
            promise = written
        }
    }

    /// All of it, and none is left.
    mutating func take() -> (plaintext: ByteBuffer, promise: EventLoopPromise<Void>?) {
        let taken = exchange(&self, with: PendingWrites())
        return (taken.plaintext, taken.promise)
    }

    mutating func fail(_ error: any Error) { take().promise?.fail(error) }
}
