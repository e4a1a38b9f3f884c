import AdminAPI
import Linux
import NIOCore
import NIOHTTP1
import NIOPosix

/// One question to the daemon, over its admin socket, on a connection of its own.
struct AdminConnection {
    /// Why there is no answer to show.
    enum Failure: Error {
        /// Nobody answers on the socket, or it is not ours to use.
        case unreachable(socket: String, cause: String)
        /// The daemon answered with a problem.
        case refused(Problem)
        /// What came is not what the daemon sends.
        case unreadable(String)
    }

    struct Request {
        var method = HTTPMethod.GET
        var path: String
        var body: [UInt8]?

        static func posting(_ body: [UInt8], to path: String) -> Request {
            Request(method: .POST, path: path, body: body)
        }
    }

    let socket: String
    var timeout = TimeAmount.seconds(60)
    /// The largest answer that is taken, in bytes.
    var maxBytes = 64 << 20

    /// Asks, and decodes the answer's JSON.
    func get<Report: Decodable>(
        _ request: Request, as type: Report.Type = Report.self
    ) async throws -> (report: Report, bytes: [UInt8]) {
        let bytes = try await send(request)
        do {
            return (try AdminCoding.decode(type, from: bytes), bytes)
        } catch {
            throw Failure.unreadable("the answer to \(request.path) cannot be read: \(error)")
        }
    }

    /// Asks, and gives the answer's bytes.
    func send(_ request: Request) async throws -> [UInt8] {
        let answer: Answer
        do {
            let channel = try await connect()
            let deadline = channel.channel.eventLoop.scheduleTask(in: timeout) {
                channel.channel.close(promise: nil)
            }
            defer { deadline.cancel() }
            answer = try await exchange(request, on: channel)
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure.unreachable(socket: socket, cause: Self.words(for: error))
        }
        guard (200..<300).contains(answer.status) else { throw refusal(answer) }
        return answer.body
    }

    private typealias Wire = NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>

    private struct Answer {
        var status = 0
        var body: [UInt8] = []
        var isComplete = false
    }

    private func connect() async throws -> Wire {
        try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(.seconds(5))
            .connect(unixDomainSocketPath: socket) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHTTPClientHandlers()
                    return try Wire(wrappingChannelSynchronously: channel)
                }
            }
    }

    private func exchange(_ request: Request, on wire: Wire) async throws -> Answer {
        try await wire.executeThenClose { inbound, outbound in
            var headers = HTTPHeaders([("Host", "localhost"), ("Connection", "close")])
            if let body = request.body {
                headers.add(name: "Content-Type", value: "application/yaml")
                headers.add(name: "Content-Length", value: "\(body.count)")
            }
            try await outbound.write(
                .head(
                    HTTPRequestHead(
                        version: .http1_1, method: request.method, uri: request.path,
                        headers: headers)))
            if let body = request.body {
                try await outbound.write(.body(.byteBuffer(ByteBuffer(bytes: body))))
            }
            try await outbound.write(.end(nil))
            var answer = Answer()
            for try await part in inbound {
                switch part {
                case .head(let head): answer.status = Int(head.status.code)
                case .body(let bytes):
                    guard answer.body.count + bytes.readableBytes <= maxBytes else {
                        throw Failure.unreadable("the answer is larger than \(maxBytes) bytes")
                    }
                    answer.body += bytes.readableBytesView
                case .end:
                    answer.isComplete = true
                    return answer
                }
            }
            throw Failure.unreachable(
                socket: socket, cause: "the connection ended before the answer did")
        }
    }

    private func refusal(_ answer: Answer) -> Failure {
        guard let problem = try? AdminCoding.decode(Problem.self, from: answer.body) else {
            return .unreadable("the daemon answered \(answer.status)")
        }
        return .refused(problem)
    }

    private static func words(for error: any Error) -> String {
        guard let error = error as? IOError else { return "\(error)" }
        return switch SystemFault.socketKind(of: error.errnoCode) {
        case .absent: "there is no such socket: is the daemon running?"
        case .nobodyListens: "nobody listens on it: is the daemon running?"
        case .forbidden: "you may not use it: it is for root and the operators' group"
        case .other: "\(error)"
        }
    }
}

extension StringProtocol {
    /// As one part of a path (RFC 3986, 2.3).
    var percentEncoded: String {
        let digits = Array("0123456789ABCDEF")
        return utf8.map { byte in
            let character = Character(UnicodeScalar(byte))
            if byte < 0x80, character.isLetter || character.isNumber || "-._~".contains(character) {
                return String(character)
            }
            return "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
        }.joined()
    }
}
