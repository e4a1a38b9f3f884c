/// A bounded cache in two generations: what is looked up moves to the young one; `age` makes a full
/// young one the old one, and forgets what was in the old one. Constant time, and no list to
/// maintain. Between two calls of `age` nothing is forgotten, so that a batch finds what was loaded
/// for it: it holds at most `capacity` values and those of one batch.
struct GenerationCache<Key: Hashable, Value> {
    private var young: [Key: Value] = [:]
    private var old: [Key: Value] = [:]
    private let half: Int

    /// - Parameter capacity: how many values it holds at most from one batch to the next.
    init(capacity: Int) { half = max(1, capacity / 2) }

    /// Forgets what was not looked up for long, where there is too much.
    mutating func age() {
        guard young.count >= half else { return }
        old = young
        young = Dictionary(minimumCapacity: half)
    }

    var count: Int { young.count + old.count }

    /// The value, which stays until it has not been looked up for half a capacity.
    mutating func value(for key: Key) -> Value? {
        if let value = young[key] { return value }
        guard let value = old.removeValue(forKey: key) else { return nil }
        insert(value, for: key)
        return value
    }

    /// Changes a value in its place, and keeps it like a look-up does.
    ///
    /// - Returns: what `body` returned; nil if the value is not there.
    mutating func change<Result>(_ key: Key, _ body: (inout Value) -> Result) -> Result? {
        if let place = young.index(forKey: key) { return body(&young.values[place]) }
        guard let value = old.removeValue(forKey: key) else { return nil }
        insert(value, for: key)
        return young.index(forKey: key).map { body(&young.values[$0]) }
    }

    /// Whether it is there, without keeping it for longer.
    func contains(_ key: Key) -> Bool { young[key] != nil || old[key] != nil }

    /// Inserts what is not there yet.
    mutating func insertNew(_ value: Value, for key: Key) { young[key] = value }

    mutating func insert(_ value: Value, for key: Key) {
        young[key] = value
        old[key] = nil
    }

    mutating func removeValue(for key: Key) {
        young[key] = nil
        old[key] = nil
    }
}
