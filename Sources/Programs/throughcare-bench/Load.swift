import AMQP10
import AgencyClient
import NIOCore

/// The load on a broker: senders and receivers, all on one event loop, and what they saw.
final class Load: Sendable {
    private struct State {
        var nextNumber: UInt64
        /// Since when each number that is measured has been due, by number from `base` on.
        var base: UInt64 = 0
        var due: [UInt64] = []

        var left = 0
        var inFlight = 0
        var answered = 0
        var confirms = Histogram()
        var submitted: EventLoopPromise<Void>?

        var delivered = 0
        var deliveries = Histogram()
        var awaited = Int.max
        var arrived: EventLoopPromise<Void>?

        var problem: String?
    }

    private let eventLoop: any EventLoop
    private let maker = ReferralMaker()
    private let state: NIOLoopBoundBox<State>

    /// - Parameter first: the number of the first referral; a number is never used twice on one
    ///   database.
    init(on workbench: Workbench, first: UInt64 = 1) {
        eventLoop = workbench.eventLoop
        state = NIOLoopBoundBox.makeBoxSendingValue(
            State(nextNumber: first), eventLoop: eventLoop)
    }

    // MARK: Submitting

    /// Keeps each sender's window full until so many are confirmed, or so much time is over.
    ///
    /// - Returns: how many were confirmed, and their latencies.
    func submit(
        _ count: Int, over senders: [Sender], window: Int, within time: TimeAmount
    ) async throws -> (count: Int, latencies: Histogram) {
        let promise = eventLoop.makePromise(of: Void.self)
        eventLoop.execute { [self] in
            begin(count, promise)
            for sender in senders { for _ in 0..<window { submitNext(on: sender) } }
        }
        let end = eventLoop.scheduleTask(in: time) { [self] in state.value.left = 0 }
        try await promise.futureResult.get()
        end.cancel()
        return try await result()
    }

    /// Submits at a fixed rate, whatever the broker does, and measures from the moment at which
    /// each was due: a broker that stalls is not spared the messages that it kept from being sent.
    func submit(
        perSecond rate: Int, over senders: [Sender], for time: TimeAmount
    ) async throws -> (count: Int, latencies: Histogram) {
        let promise = eventLoop.makePromise(of: Void.self)
        let total = Int(time.nanoseconds) / 1_000_000_000 * rate
        let interval = UInt64(1_000_000_000 / rate)
        eventLoop.execute { [self] in
            begin(total, promise)
            let start = NIODeadline.now().uptimeNanoseconds
            submitDue(of: total, every: interval, since: start, over: senders)
        }
        try await promise.futureResult.get()
        return try await result()
    }

    /// Submits what is due, and comes back when the next one is.
    private func submitDue(
        of total: Int, every interval: UInt64, since start: UInt64, over senders: [Sender]
    ) {
        while state.value.left > 0 {
            let index = total - state.value.left
            let due = start + UInt64(index) * interval
            guard due <= NIODeadline.now().uptimeNanoseconds else {
                eventLoop.scheduleTask(deadline: .uptimeNanoseconds(due)) { [self] in
                    submitDue(of: total, every: interval, since: start, over: senders)
                }
                return
            }
            submitNext(on: senders[index % senders.count], due: due, isPaced: true)
        }
    }

    private func begin(_ count: Int, _ promise: EventLoopPromise<Void>) {
        state.value.left = count
        state.value.answered = 0
        state.value.confirms = Histogram()
        state.value.submitted = promise
        state.value.base = state.value.nextNumber
        state.value.due = []
        state.value.due.reserveCapacity(count)
        state.value.deliveries = Histogram()
    }

    private func submitNext(on sender: Sender, due: UInt64? = nil, isPaced: Bool = false) {
        guard state.value.left > 0 else { return }
        let due = due ?? NIODeadline.now().uptimeNanoseconds
        let number = state.value.nextNumber
        state.value.nextNumber += 1
        state.value.left -= 1
        state.value.inFlight += 1
        state.value.due.append(due)
        sender.post(maker.payload(number)) { [self] result in
            answered(result, due: due)
            if !isPaced { submitNext(on: sender) }
            if state.value.left == 0, state.value.inFlight == 0 {
                state.value.submitted?.succeed()
                state.value.submitted = nil
            }
        }
    }

    private func answered(_ result: Result<Outcome, ClientError>, due: UInt64) {
        state.value.inFlight -= 1
        switch result {
        case .success(.accepted):
            state.value.answered += 1
            state.value.confirms.record(
                nanoseconds: NIODeadline.now().uptimeNanoseconds - due)
        case .success(let outcome): failed("a referral was answered with \(outcome)")
        case .failure(let error): failed("\(error)")
        }
    }

    private func failed(_ problem: String) {
        state.value.left = 0
        if state.value.problem == nil { state.value.problem = problem }
    }

    private func result() async throws -> (count: Int, latencies: Histogram) {
        let (count, latencies, problem) = try await eventLoop.submit { [state] in
            (state.value.answered, state.value.confirms, state.value.problem)
        }.get()
        if let problem { throw BenchError(problem) }
        return (count, latencies)
    }

    // MARK: Receiving

    /// Receives from each connection's inbox, and accepts at once.
    func receive(
        on connections: [AgencyConnection], window: UInt32, measuring: Bool = false
    ) async throws {
        for connection in connections {
            let receiver = NIOLoopBoundBox<Receiver?>.makeEmptyBox(eventLoop: eventLoop)
            let early = NIOLoopBoundBox<[ReceivedMessage]>.makeBoxSendingValue(
                [], eventLoop: eventLoop)
            let opened = try await connection.openReceiver(window: window) { [self] event in
                switch event {
                case .message(let message):
                    if let receiver = receiver.value {
                        take(message, on: receiver, measuring: measuring)
                    } else {
                        early.value.append(message)
                    }
                case .drained: return
                case .ended(.closed): return
                case .ended(let error): failed("\(error)")
                }
            }
            eventLoop.execute { [self] in
                receiver.value = opened
                for message in early.value { take(message, on: opened, measuring: measuring) }
                early.value = []
            }
        }
    }

    private func take(_ message: ReceivedMessage, on receiver: Receiver, measuring: Bool) {
        receiver.settle(message.delivery)
        state.value.delivered += 1
        if measuring, let number = try? number(of: message), number >= state.value.base {
            let index = Int(number - state.value.base)
            if index < state.value.due.count {
                let due = state.value.due[index]
                state.value.deliveries.record(
                    nanoseconds: NIODeadline.now().uptimeNanoseconds - due)
            }
        }
        if state.value.delivered >= state.value.awaited {
            state.value.arrived?.succeed()
            state.value.arrived = nil
        }
    }

    private func number(of message: ReceivedMessage) throws -> UInt64? {
        let properties = try Message(payload: message.payload).properties()
        guard case .string(let id) = properties.messageID else { return nil }
        return ReferralMaker.number(ofID: id)
    }

    /// Waits until so many were delivered since the load began.
    func awaitDelivered(_ count: Int, within time: TimeAmount) async throws {
        let promise = eventLoop.makePromise(of: Void.self)
        eventLoop.execute { [self] in
            guard state.value.delivered < count else { return promise.succeed() }
            state.value.awaited = count
            state.value.arrived = promise
        }
        let end = eventLoop.scheduleTask(in: time) { [state] in
            let (delivered, problem) = (state.value.delivered, state.value.problem)
            state.value.arrived = nil
            promise.fail(
                BenchError(
                    "\(delivered) of \(count) were delivered in \(time)"
                        + (problem.map { ": \($0)" } ?? "")))
        }
        try await promise.futureResult.get()
        end.cancel()
    }

    func deliveryLatencies() async throws -> Histogram {
        try await eventLoop.submit { [state] in state.value.deliveries }.get()
    }
}
