/// A bounded cache in two generations: what is looked up moves to the young one; when that is
/// full it becomes the old one, and what was in the old one is forgotten. Constant time, no list
/// to maintain, and at most `capacity` values plus one.
struct GenerationCache<Key: Hashable, Value> {
    private var young: [Key: Value] = [:]
    private var old: [Key: Value] = [:]
    private let half: Int

    /// - Parameter capacity: how many values it holds at most, from 2 on.
    init(capacity: Int) { half = max(1, capacity / 2) }

    var count: Int { young.count + old.count }

    /// The value, which stays for at least another half capacity of look-ups.
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

    mutating func insert(_ value: Value, for key: Key) {
        if young.count >= half && young[key] == nil {
            old = young
            young = Dictionary(minimumCapacity: half)
        }
        young[key] = value
        old[key] = nil
    }

    mutating func removeValue(for key: Key) {
        young[key] = nil
        old[key] = nil
    }
}
