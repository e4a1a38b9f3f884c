/// A sequence of values of one type (part 1, 1.6.24).
///
/// Elements of no width (null, true, false, zero) are kept as one value and a count, so that an
/// array of four thousand million nulls costs nothing.
package struct AMQPArray: Hashable, Sendable {
    package enum Storage: Hashable, Sendable {
        case elements([AMQPValue])
        case repeated(AMQPValue, count: UInt32)
    }

    package let elementType: AMQPElementType
    /// Set when the constructor of the array is described; the elements are then the bare values.
    package let descriptor: AMQPValue?
    package let storage: Storage

    /// `elements` must all be of `elementType`: others are left out when the array is encoded.
    package init(
        of elementType: AMQPElementType, descriptor: AMQPValue? = nil, elements: [AMQPValue]
    ) {
        self.init(elementType: elementType, descriptor: descriptor, storage: .elements(elements))
    }

    init(elementType: AMQPElementType, descriptor: AMQPValue?, storage: Storage) {
        self.elementType = elementType
        self.descriptor = descriptor
        self.storage = storage
    }

    package static func symbols(_ symbols: [AMQPSymbol]) -> AMQPArray {
        AMQPArray(of: .symbol, elements: symbols.map { .symbol($0) })
    }

    package var count: Int {
        switch storage {
        case .elements(let elements): elements.count
        case .repeated(_, let count): Int(count)
        }
    }

    /// The elements, at most `limit` of a repeated one.
    package func elements(upTo limit: Int) -> [AMQPValue] {
        switch storage {
        case .elements(let elements): Array(elements.prefix(limit))
        case .repeated(let value, let count):
            Array(repeating: value, count: min(limit, Int(count)))
        }
    }
}

/// The type that the elements of an array share.
package enum AMQPElementType: Hashable, Sendable {
    case null, boolean, ubyte, ushort, uint, ulong, byte, short, int, long, float, double
    case decimal32, decimal64, decimal128, char, timestamp, uuid, binary, string, symbol
    case list, map, array
}
