/// What decoding may cost, whatever the bytes say.
package struct DecodingLimits: Hashable, Sendable {
    /// How deep lists, maps, arrays and described values may stand in each other.
    package var depth: Int
    /// Entries of one map.
    package var mapEntries: Int
    /// Values in one decoded tree, those inside collections included.
    package var values: Int
    /// Octets of one symbol.
    package var symbolLength: Int

    /// The defaults are far above what clients send, and far below what hurts.
    package init(
        depth: Int = 16, mapEntries: Int = 256, values: Int = 4_096, symbolLength: Int = 256
    ) {
        self.depth = depth
        self.mapEntries = mapEntries
        self.values = values
        self.symbolLength = symbolLength
    }
}
