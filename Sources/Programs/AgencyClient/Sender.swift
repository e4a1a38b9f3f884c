package import AMQP10
package import NIOCore

/// A link to the broker's intake. Messages beyond the broker's credit wait in memory.
package struct Sender: Sendable {
    let link: LinkID
    let connection: AgencyConnection

    /// Sends a message and waits for its outcome.
    package func send(_ payload: ByteBuffer) async throws(ClientError) -> Outcome {
        let promise = connection.eventLoop.makePromise(of: Outcome.self)
        post(payload) { promise.completeWith($0.mapError { $0 }) }
        do {
            return try await promise.futureResult.get()
        } catch let error as ClientError {
            throw error
        } catch {
            throw .connectionLost
        }
    }

    /// Sends a message; the outcome comes to the closure, on the event loop. Made for many: on the
    /// event loop it costs no hop, and what is posted during one read leaves in one write.
    package func post(
        _ payload: ByteBuffer,
        completed: @escaping @Sendable (Result<Outcome, ClientError>) -> Void
    ) {
        let link = link
        connection.perform { $0.post(payload, on: link, completed: completed) }
    }

    /// The payload of a JSON message: its bytes in a data section, and the content type.
    package static func payload(json: [UInt8]) -> ByteBuffer {
        var message = MessageEncoder()
        message.properties.contentType = "application/json"
        var bytes = ByteBuffer()
        bytes.reserveCapacity(json.count + 64)
        message.encode(data: ByteBuffer(bytes: json), into: &bytes)
        return bytes
    }
}
