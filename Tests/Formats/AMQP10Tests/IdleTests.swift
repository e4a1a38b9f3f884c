import NIOCore
import Testing

@testable import AMQP10

@Suite("Silence")
struct IdleTests {
    private func at(_ milliseconds: UInt64) -> MonotonicInstant {
        MonotonicInstant(nanoseconds: 1).advanced(byMilliseconds: milliseconds)
    }

    @Test("A silent peer is closed after twice what we announced and the grace, not before")
    func expiry() throws {
        let script = try Script().opened()
        var next = script.server.machine.clockAdvanced(to: at(0))
        #expect(next == at(65_000))
        next = script.server.machine.clockAdvanced(to: at(64_999))
        #expect(next == at(65_000))
        next = script.server.machine.clockAdvanced(to: at(65_000))
        #expect(next == nil)
        let frames = try script.sent()
        #expect(frames.conditions == [.resourceLimitExceeded])
        #expect(script.server.isFinished)
    }

    @Test("Any byte received is life")
    func anyByte() throws {
        let script = try Script().opened()
        script.server.now = at(64_999)
        script.send(bytes: [0])
        let next = script.server.machine.clockAdvanced(to: at(65_000))
        #expect(next == at(64_999 + 65_000))
    }

    @Test("An empty frame goes out at half of the peer's idle-time-out")
    func emptyFrames() throws {
        let script = try Script().opened(Open(containerID: "client", idleTimeOut: 10_000))
        var next = script.server.machine.clockAdvanced(to: at(4_999))
        #expect(next == at(5_000))
        #expect(try script.sent() == [])
        next = script.server.machine.clockAdvanced(to: at(5_000))
        #expect(next == at(10_000))
        #expect(try script.sent() == [.empty])
    }

    @Test("An empty frame of the peer is taken without a word")
    func emptyFrameReceived() throws {
        let script = try Script().opened()
        script.sendEmptyFrame()
        #expect(try script.sent() == [])
        #expect(script.events() == [])
    }

    @Test("A peer that does not open in time is closed")
    func handshake() throws {
        let script = Script()
        var next = script.server.machine.clockAdvanced(to: at(0))
        #expect(next == at(15_000))
        next = script.server.machine.clockAdvanced(to: at(15_000))
        #expect(next == nil)
        #expect(script.server.isFinished)
    }

    @Test("A close that is not answered ends after its time-out")
    func closeTimeOut() throws {
        let script = try Script().opened()
        script.server.machine.close()
        #expect(!script.server.isFinished)
        _ = script.server.machine.clockAdvanced(to: at(5_000))
        #expect(script.events() == [.connectionClosed(.closedByUs(nil))])
    }
}
