import Glibc
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import Testing

@testable import HTTPFace

@Suite("An HTTP face on a real socket")
struct HTTPFaceTests {
    private let group = MultiThreadedEventLoopGroup.singleton
    private let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })

    /// A face with what it answers, until `body` ends; then it is stopped as a daemon stops it.
    private func serve(
        _ listener: HTTPListener = .address(host: "127.0.0.1", port: 0),
        limits: HTTPLimits = HTTPLimits(),
        answer: @escaping HTTPFace.Answer = { _ in
            Response(contentType: "text/plain", bytes: "hello".utf8)
        },
        _ body: (HTTPFace, Int) async throws -> Void
    ) async throws {
        let face = HTTPFace(
            name: "test", listener: listener, limits: limits, group: group, logger: logger
        ) { _ in answer }
        try await face.open()
        let port = try #require(face.localAddress?.port)
        let services = ServiceGroup(services: [face], logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await services.run() }
            do {
                try await body(face, port)
            } catch {
                await services.triggerGracefulShutdown()
                throw error
            }
            await services.triggerGracefulShutdown()
            try await group.waitForAll()
        }
        #expect(!face.isListening)
        #expect(face.connections == 0)
    }

    private static let get = "GET / HTTP/1.1\r\nHost: x\r\n\r\n"

    @Test("answers, dated and named, as often as it is asked on one connection")
    func keepAlive() async throws {
        try await serve { face, port in
            let client = try RawClient(port: port)
            defer { client.close() }
            for _ in 0..<3 {
                client.send(Self.get)
                let answer = try await client.read(until: "hello")
                #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
                let dated =
                    #/
                    \r\n date:\x20 (Mon|Tue|Wed|Thu|Fri|Sat|Sun) ,\x20 \d\d \x20 [A-Z][a-z]{2}
                    \x20 \d{4} \x20 \d\d:\d\d:\d\d \x20 GMT \r\n
                    /#
                #expect(answer.contains(dated.ignoresCase()))
                #expect(answer.lowercased().contains("\r\nserver: throughcare\r\n"))
                #expect(answer.lowercased().contains("\r\ncontent-length: 5\r\n"))
            }
            #expect(face.connections == 1)
        }
    }

    @Test("takes a socket that somebody else has bound")
    func inherited() async throws {
        let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        #expect(bound == 0)
        #expect(listen(descriptor, 8) == 0)
        try await serve(.descriptor(descriptor)) { _, port in
            let client = try RawClient(port: port)
            defer { client.close() }
            client.send(Self.get)
            #expect(try await client.read(until: "hello").hasPrefix("HTTP/1.1 200 OK"))
        }
    }

    @Test("ends idle connections at once when the daemon stops")
    func quiesce() async throws {
        let began = ContinuousClock.now
        var limits = HTTPLimits()
        limits.idle = .seconds(3_600)
        limits.closing = .seconds(3_600)
        var kept: RawClient?
        try await serve(limits: limits) { _, port in
            let client = try RawClient(port: port)
            client.send(Self.get)
            _ = try await client.read(until: "hello")
            kept = client
        }
        #expect(ContinuousClock.now - began < .seconds(600))
        #expect(try await kept?.read() == "")
        kept?.close()
    }

    @Test("ends a request that hangs when the time for closing is over")
    func boundOnClosing() async throws {
        var limits = HTTPLimits()
        limits.closing = .milliseconds(200)
        let (asked, signal) = AsyncStream<Void>.makeStream()
        let (never, held) = AsyncStream<Void>.makeStream()
        try await serve(
            limits: limits,
            answer: { _ in
                signal.yield()
                for await _ in never {}
                return Response(status: .ok)
            }
        ) { _, port in
            let client = try RawClient(port: port)
            client.send(Self.get)
            for await _ in asked { break }
        }
        held.finish()
    }

    @Test("says that a request took too long")
    func tooLong() async throws {
        var limits = HTTPLimits()
        limits.request = .milliseconds(100)
        let (never, held) = AsyncStream<Void>.makeStream()
        try await serve(
            limits: limits,
            answer: { _ in
                for await _ in never {}
                return Response(status: .ok)
            }
        ) { _, port in
            let client = try RawClient(port: port)
            defer { client.close() }
            client.send(Self.get)
            let answer = try await client.read(until: "}")
            #expect(answer.hasPrefix("HTTP/1.1 503 "))
            #expect(answer.contains("application/problem+json"))
        }
        held.finish()
    }

    @Test("closes what is one connection too many, and takes the next one after that")
    func connectionLimit() async throws {
        var limits = HTTPLimits()
        limits.connections = 1
        try await serve(limits: limits) { face, port in
            let first = try RawClient(port: port)
            first.send(Self.get)
            _ = try await first.read(until: "hello")
            let second = try RawClient(port: port)
            #expect(try await second.read() == "")
            second.close()
            #expect(face.connections == 1)
            first.close()
        }
    }

    @Test("refuses what is no HTTP, and headers beyond their limit")
    func garbage() async throws {
        try await serve { _, port in
            let garbage = try RawClient(port: port)
            garbage.send("\u{16}\u{3}\u{1} no HTTP at all\r\n\r\n")
            #expect(try await garbage.read().hasPrefix("HTTP/1.1 400 "))
            garbage.close()
            let large = try RawClient(port: port)
            large.send("GET / HTTP/1.1\r\nX: \(String(repeating: "x", count: 20_000))\r\n\r\n")
            #expect(try await large.read().hasPrefix("HTTP/1.1 4"))
            large.close()
        }
    }

    @Test("answers HEAD without a body")
    func head() async throws {
        try await serve { _, port in
            let client = try RawClient(port: port)
            defer { client.close() }
            client.send("HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            let answer = try await client.read()
            #expect(answer.hasPrefix("HTTP/1.1 200 OK"))
            #expect(answer.hasSuffix("\r\n\r\n"))
        }
    }
}
