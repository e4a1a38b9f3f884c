/// A map in the order in which it was written (part 1, 1.6.23), without duplicate keys.
///
/// Maps on the wire are small and read once, so entries are an array and a lookup walks it.
package struct AMQPMap: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    package struct Entry: Hashable, Sendable {
        package let key: AMQPValue
        package var value: AMQPValue

        package init(key: AMQPValue, value: AMQPValue) {
            self.key = key
            self.value = value
        }
    }

    package private(set) var entries: [Entry]

    package init() {
        entries = []
    }

    /// The literal's later entry wins over an earlier one with the same key.
    package init(dictionaryLiteral elements: (AMQPValue, AMQPValue)...) {
        entries = []
        for (key, value) in elements { self[key] = value }
    }

    /// `entries` must not repeat a key: the decoder has checked.
    init(distinct entries: [Entry]) {
        self.entries = entries
    }

    package var isEmpty: Bool { entries.isEmpty }
    package var count: Int { entries.count }

    package subscript(key: AMQPValue) -> AMQPValue? {
        get { entries.first { $0.key == key }?.value }
        set {
            let index = entries.firstIndex { $0.key == key }
            switch (index, newValue) {
            case (let index?, let value?): entries[index].value = value
            case (let index?, nil): entries.remove(at: index)
            case (nil, let value?): entries.append(Entry(key: key, value: value))
            case (nil, nil): break
            }
        }
    }

    package subscript(symbol symbol: AMQPSymbol) -> AMQPValue? {
        get { self[.symbol(symbol)] }
        set { self[.symbol(symbol)] = newValue }
    }

    package subscript(string string: String) -> AMQPValue? {
        get { self[.string(string)] }
        set { self[.string(string)] = newValue }
    }
}
