/// Puts delivery ids that follow one another into ranges, so that a disposition names many.
struct DeliveryRun {
    struct Range: Equatable {
        let first: UInt32
        var last: UInt32

        /// The `last` field of a disposition: nil when the range has one member.
        var lastIfLonger: UInt32? { last == first ? nil : last }
    }

    private var range: Range?

    /// Adds an id; gives back the range that it does not continue.
    mutating func add(_ id: UInt32) -> Range? {
        guard let begun = range else {
            range = Range(first: id, last: id)
            return nil
        }
        if begun.last &+ 1 == id {
            range?.last = id
            return nil
        }
        range = Range(first: id, last: id)
        return begun
    }

    /// The last range.
    mutating func take() -> Range? {
        exchange(&range, with: nil)
    }
}

extension Disposition {
    /// How many ids follow `first` in the range.
    func span() throws(PeerViolation) -> Int {
        let span = SerialNumber.distance(from: first, to: last ?? first)
        guard span >= 0 else {
            throw .session(
                AMQPError(
                    .invalidField,
                    "disposition.last: \(last ?? first) is before first, which is \(first)",
                    info: [.symbol("field"): .string("disposition.last")]))
        }
        return span
    }
}
