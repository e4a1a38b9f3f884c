/// What a file may ask of the reader's memory and stack.
package struct YAMLLimits: Sendable {
    /// The size of the text, in bytes of UTF-8.
    package var bytes = 16 << 20
    /// How many keys, values, lists and mappings a document may hold.
    package var nodes = 1_000_000
    /// How deeply lists and mappings may be nested.
    package var depth = 64
    /// How many faults are collected before the reader stops listing them.
    package var faults = 100

    package init() {}
}
