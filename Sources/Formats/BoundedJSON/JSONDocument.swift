/// A JSON text that was checked from end to end, with a flat index over its bytes: nothing of it
/// is copied or decoded before somebody asks.
///
/// A class only so that a `JSONValue` is one reference and one number.
package final class JSONDocument: Sendable {
    package let bytes: [UInt8]
    /// Values in the order of the text; within an object a name goes before each value.
    let index: [Entry]

    /// One value or name in the text.
    struct Entry: Sendable {
        enum Kind: UInt8, Sendable {
            case object, array, string, escapedString, number, `true`, `false`, null
        }

        /// For a string: inside its quotes. Otherwise all of it.
        var start: UInt32
        var end: UInt32
        /// The entry after this one and all that it contains; 0 while it is being read.
        var next: UInt32
        /// Members of an object, elements of an array; for a name its fingerprint.
        var count: UInt32
        var kind: Kind
    }

    /// Checks all of a text: RFC 8259, in UTF-8 without a byte order mark, each name once per
    /// object, no unpaired surrogates (RFC 7493), within the limits.
    package init(_ bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONError) {
        var indexer = JSONIndexer(limits: limits)
        do {
            try indexer.read(bytes.span)
        } catch {
            throw indexer.error(for: error, in: bytes)
        }
        self.bytes = bytes
        self.index = indexer.index
    }

    package var root: JSONValue { JSONValue(document: self, position: 0) }
}
