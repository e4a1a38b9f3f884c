import DequeModule

/// The deliveries of one direction of a session that have no outcome, in the order of their ids.
///
/// A peer names them by ranges, as wide as it likes and as often as it likes: to find that none of
/// a range is here takes two searches, however many there are.
struct UnsettledDeliveries<Value> {
    /// An id goes round after 2^32 deliveries, while one of them may stay; its ordinal, of which it
    /// is the lower half, does not.
    private struct Entry {
        let ordinal: UInt64
        var value: Value

        var id: UInt32 { UInt32(truncatingIfNeeded: ordinal) }
    }

    private var entries = Deque<Entry>()
    /// The highest ordinal so far; nil before the first delivery, whose id can be any.
    private var newest: UInt64?

    init() {}

    var count: Int { entries.count }

    subscript(id: UInt32) -> Value? {
        get { index(of: id).map { entries[$0].value } }
        set {
            guard let newValue, let index = index(of: id) else { return }
            entries[index].value = newValue
        }
    }

    /// Adds a delivery. Mostly it is the newest; of several that come in parts, the last to begin
    /// can be the first to end.
    ///
    /// - Returns: whether its id was free.
    mutating func insert(_ value: Value, for id: UInt32) -> Bool {
        guard let newest else {
            // As if others had gone before it, so that each id that can be named has an ordinal.
            let first = UInt64(id) + 1 << 32
            self.newest = first
            entries.append(Entry(ordinal: first, value: value))
            return true
        }
        let ahead = SerialNumber.distance(from: UInt32(truncatingIfNeeded: newest), to: id)
        guard ahead <= 0 else {
            let ordinal = newest + UInt64(ahead)
            self.newest = ordinal
            entries.append(Entry(ordinal: ordinal, value: value))
            return true
        }
        let ordinal = ordinal(of: id, upTo: newest)
        let place = firstIndex(from: ordinal)
        guard place == entries.count || entries[place].ordinal != ordinal else { return false }
        entries.insert(Entry(ordinal: ordinal, value: value), at: place)
        return true
    }

    @discardableResult
    mutating func removeValue(for id: UInt32) -> Value? {
        guard let index = index(of: id) else { return nil }
        return index == 0 ? entries.removeFirst().value : entries.remove(at: index).value
    }

    /// Takes out those of a range of ids that are here, in order.
    ///
    /// - Parameter span: how many ids follow the first; less than 2^31.
    mutating func removeValues(from first: UInt32, span: Int) -> [(id: UInt32, value: Value)] {
        guard let newest else { return [] }
        let ordinal = ordinal(of: first, upTo: newest)
        let start = firstIndex(from: ordinal)
        let end = firstIndex(from: ordinal + UInt64(span) + 1)
        guard start < end else { return [] }
        let removed = entries[start..<end].map { (id: $0.id, value: $0.value) }
        entries.removeSubrange(start..<end)
        return removed
    }

    /// Takes out those of which the condition holds, in order.
    mutating func removeAll(
        where isGone: (Value) -> Bool
    ) -> [(id: UInt32, value: Value)] {
        let removed = entries.filter { isGone($0.value) }.map { (id: $0.id, value: $0.value) }
        entries.removeAll { isGone($0.value) }
        return removed
    }

    // MARK: Finding

    /// The ordinal of the last delivery that had this id, if there was one.
    private func ordinal(of id: UInt32, upTo newest: UInt64) -> UInt64 {
        newest - UInt64(UInt32(truncatingIfNeeded: newest) &- id)
    }

    private func index(of id: UInt32) -> Int? {
        guard let newest else { return nil }
        let ordinal = ordinal(of: id, upTo: newest)
        let index = firstIndex(from: ordinal)
        return index < entries.count && entries[index].ordinal == ordinal ? index : nil
    }

    /// Where the first entry is that does not lie before the ordinal.
    private func firstIndex(from ordinal: UInt64) -> Int {
        // What is settled is mostly what was sent first.
        guard let first = entries.first, first.ordinal < ordinal else { return 0 }
        var (low, high) = (1, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].ordinal < ordinal { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
