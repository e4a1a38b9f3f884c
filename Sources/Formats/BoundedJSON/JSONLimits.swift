/// What a peer may make the reader hold and do. Beyond a limit the whole text is refused.
package struct JSONLimits: Hashable, Sendable {
    /// Bytes of the whole text.
    package var bytes = 1 << 20
    /// Objects and arrays inside one another; the outermost counts as one. At most 256, for each
    /// level is a call.
    package var depth = 32
    /// Members of one object, or elements of one array.
    package var members = 512
    /// Values and names in the whole text: what the index grows with, at 20 bytes each.
    package var values = 32_768
    /// Bytes of a string as written, between its quotes.
    package var string = 1 << 20
    /// Bytes of a member's name as written, between its quotes.
    package var name = 128
    /// Bytes of a number as written.
    package var number = 32

    package init() {}
}
