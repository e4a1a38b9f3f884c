import NIOCore
import Testing

@testable import AMQP10

@Suite("A peer that takes small frames")
struct FrameSizeTests {
    private static let small = Open(containerID: "c", maxFrameSize: 512)

    private func attach(to address: String, handle: UInt32 = 0) -> Attach {
        var attach = Attach.sender(handle: handle)
        attach.target = .node(Target(address: address))
        return attach
    }

    /// The frames that a machine has to send, each with its octets.
    private func frames(_ script: Script) throws -> [(frame: Frame, size: Int)] {
        script.server.pump()
        guard var bytes = script.server.takeOutput() else { return [] }
        var frames: [(Frame, Int)] = []
        while let size = bytes.getInteger(at: bytes.readerIndex, as: UInt32.self),
            let one = bytes.readSlice(length: Int(size))
        {
            frames += try Frame.all(in: one).map { ($0, Int(size)) }
        }
        return frames
    }

    @Test("is granted a link whose echo fits, to the last octet, and refused one that does not")
    func echo() throws {
        var longest = 0
        for length in 300...600 {
            let script = try Script().mapped(open: Self.small)
            script.send(attach(to: String(repeating: "a", count: length)))
            let sent = try frames(script)
            #expect(sent.allSatisfy { $0.size <= 512 })
            if sent.map(\.frame).kinds == ["attach", "flow"] {
                #expect(length == 300 || longest == length - 1)
                longest = length
                #expect(sent[0].size <= 512)
            } else {
                #expect(sent.map(\.frame).kinds == ["attach", "detach"])
                #expect(sent.map(\.frame).conditions == [.frameSizeTooSmall])
                // The link alone: its session serves another.
                script.send(attach(to: "intake", handle: 1))
                #expect(try script.sent().kinds == ["attach", "flow"])
            }
            if length == longest + 1 {
                let last = try Script().mapped(open: Self.small)
                last.send(attach(to: String(repeating: "a", count: longest)))
                #expect(try frames(last).first?.size == 512)
            }
        }
        #expect(300 < longest && longest < 600)
    }

    @Test("is told that a grant does not fit by the order, which then does nothing")
    func order() throws {
        var grants: [Bool] = []
        let script = try Script { machine, event in
            guard case .attachReceived(let link, let request) = event else {
                return acceptAll(&machine, event)
            }
            grants.append(machine.acceptAttach(link, AttachGrant(echoing: request)))
            #expect(machine.grantCredit(link, to: 1) == grants.last)
        }.mapped(open: Self.small)
        script.send(attach(to: String(repeating: "a", count: 600)))
        let refused = try #require(try script.sent().errors.first)
        #expect(refused.description?.contains("512") == true)
        #expect(refused.info[symbol: "field"] == .string("attach"))
        script.send(attach(to: "intake", handle: 1))
        _ = try script.quiet()
        #expect(grants == [false, true])
    }

    @Test("cannot attach with a name that no answer could repeat: that session ends")
    func name() throws {
        let script = try Script().mapped(open: Self.small)
        script.send(Script.begin, channel: 1)
        _ = try script.quiet()
        script.send(Attach.sender(name: String(repeating: "n", count: 600)))
        let frames = try frames(script)
        #expect(frames.map(\.frame).kinds == ["end"])
        #expect(frames.map(\.frame).conditions == [.frameSizeTooSmall])
        #expect(frames.allSatisfy { $0.size <= 512 })
        script.send(attach(to: "intake"), channel: 1)
        #expect(try script.sent().kinds == ["attach", "flow"])
    }

    @Test("is not asked by a client for a link that does not fit")
    func client() throws {
        var limits = AMQPLimits()
        limits.maxFrameSize = 512
        let loopback = Loopback(serverLimits: limits)
        let session = try loopback.session()
        var request = AttachRequest(
            name: "link", role: .sender, source: Source(address: "here"),
            target: Target(address: "intake"))
        request.properties = [.symbol("why"): .string(String(repeating: "y", count: 600))]
        #expect(loopback.client.machine.attach(request, on: session) == nil)
        request.properties = [:]
        #expect(loopback.client.machine.attach(request, on: session) != nil)
    }
}
